"""From which day to which: two lines with the year's days to begin with."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ledger.rules.days import FiscalYear, day_before
from translations import Words
from ui.desk import Desk
from ui.widgets.buttons import Button, Look
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.spoken import Spoken


class DaysBar(QWidget, Spoken):
    """`changed` comes when other days were chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.first = DayEdit(words, desk.today, empty=False)
        self.last = DayEdit(words, desk.today, empty=False)
        self.whole = Button(Look.LINK)
        self._names = (line_label(), line_label())
        self._wrong = WrapLabel(role="bad")
        self._begin: date | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, edit in zip(self._names, (self.first, self.last), strict=True):
            name.setBuddy(edit)
            row.addWidget(name)
            row.addWidget(edit)
        row.addWidget(self.whole)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(row)
        rows.addWidget(self._wrong)
        self._wrong.hide()
        for edit in (self.first, self.last):
            edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            edit.committed.connect(self._chosen)
            edit.troubled.connect(lambda said, _: self._say(said))
            edit.hinted.connect(edit.setToolTip)
        self.whole.clicked.connect(self._take_whole)
        self.speak(words)

    def show_year(self, year: FiscalYear, *, begin: date) -> None:
        """Begin with a year, if no days have been chosen yet; `begin` is the books' first day."""
        # The opening balances were written on the eve.
        self._begin = day_before(begin)
        if self.first.value() is None or self.last.value() is None:
            self.first.show_value(max(year.first, begin))
            self.last.show_value(year.last)

    def days(self) -> tuple[date, date] | None:
        """The first and the last day; nothing while they cannot be read or stand wrong way."""
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or first > last:
            return None
        return first, last

    def take_in(self, day: date) -> None:
        """Reach as far as a day."""
        days = self.days()
        if days is not None and not days[0] <= day <= days[1]:
            self.first.show_value(min(days[0], day))
            self.last.show_value(max(days[1], day))

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._words = words
        for name, edit, text in zip(
            self._names,
            (self.first, self.last),
            (words.say("From day"), words.say("to day")),
            strict=True,
        ):
            name.setText(text)
            edit.setAccessibleName(text)
        self.whole.setText(words.say("The whole book"))

    def _chosen(self) -> None:
        first, last = self.first.value(), self.last.value()
        wrong = first is not None and last is not None and first > last
        said = self._words.say("The last day lies before the first.") if wrong else ""
        self._say(said)
        if not wrong:
            self.changed.emit()

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def _say(self, said: str) -> None:
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))

    def _take_whole(self) -> None:
        if self._begin is not None:
            self.first.show_value(self._begin)
            self._chosen()
