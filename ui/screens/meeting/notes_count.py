"""The notes of the cash box, counted from the largest down with Enter and the arrows alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from translations import Words
from ui.widgets.cash_counter import CashCounter
from ui.widgets.kip_edit import CountEdit

_STEPS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class NotesCount(CashCounter):
    """Enter takes a number and goes to the next kind of note; `troubled` says what is wrong."""

    troubled = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._lines: tuple[CountEdit, ...] = ()
        super().__init__(words, parent)

    def show_count(self, denominations: Sequence[Kip], count: CashCount) -> None:
        """Show a count; a line in which somebody is typing keeps what she types."""
        if count == self.count() and self._lines:
            return
        super().show_count(denominations, count)
        notes = sorted({*denominations, *dict(count.notes)}, reverse=True)
        lines = tuple(self.line(note) for note in notes)
        if lines != self._lines:
            self._lines = lines
            for line in lines:
                line.installEventFilter(self)
                line.troubled.connect(lambda said, _: self.troubled.emit(said))

    def start(self) -> None:
        """Put the cursor on the largest note."""
        if self._lines:
            self._lines[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what was typed before the cursor goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and watched in self._lines:
                place = [line is watched for line in self._lines].index(True)
                if self._lines[place].is_right():
                    self._go(place + step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            self._lines[place].setFocus()
        elif place > 0:
            self.focusNextChild()
