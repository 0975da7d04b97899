"""The line in which a day is typed, with keys for the day before, the day after and today."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from translations import Words
from translations.reading import Unreadable, read_day
from ui.widgets.value_edit import ValueEdit

_STEPS = {"+": 1, "=": 1, "-": -1, "_": -1}


class DayEdit(ValueEdit[date]):
    """A day: "14/04/2026", "14 ເມສາ 2026" or "14/04/2569"; its weekday stands beside it.

    While nothing new has been typed, + and − go a day on or back, and t or F5 is today. `today`
    is asked for when the key is pressed.
    """

    def __init__(
        self,
        words: Words,
        today: Callable[[], date],
        *,
        empty: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self._today = today

    def read(self, text: str) -> date:
        """The day typed. Raises Unreadable."""
        return read_day(text)

    def write(self, value: date) -> str:
        """The day in figures."""
        return self._words.day(value)

    def hint(self, value: date) -> str:
        """The weekday and the month by name."""
        return self._words.long_day(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A step key where the line holds a whole day, otherwise a letter like any other."""
        key = event.text()
        if event.key() == Qt.Key.Key_F5 or (key == "t" and self._untouched()):
            self._go(self._today())
        elif key in _STEPS and self._untouched():
            self._go((self._standing() or self._today()) + timedelta(days=_STEPS[key]))
        else:
            super().keyPressEvent(event)

    def _standing(self) -> date | None:
        """The day that stands in the line, typed or shown."""
        try:
            return self.read(self.text())
        except Unreadable:
            return None

    def _untouched(self) -> bool:
        return not self.text() or (
            self._standing() is not None and self.hasSelectedText() | (not self.isModified())
        )

    def _go(self, day: date) -> None:
        # Like typing: the day counts when the line is left.
        self.setText(self.write(day))
        self.selectAll()
        self.textEdited.emit(self.text())
