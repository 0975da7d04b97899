"""A line in which one value is typed: read strictly, shown in the group's way, restored by Esc."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from translations import Words
from translations.reading import Unreadable, Why
from translations.unreadable import sentence
from ui.widgets.spoken import Spoken, restyle

T = TypeVar("T")


class ValueEdit(QLineEdit, Spoken, Generic[T]):
    """One typed value. Filling it from the program emits nothing; only the user's typing does.

    `committed` carries the new value, or None for an emptied line, when the user leaves the line
    or presses Enter after a change. `troubled` carries a sentence ("" when all is well again) and
    the values that it could mean. `hinted` carries what stands beside: an amount in words, a
    weekday.
    """

    committed = Signal(object)
    troubled = Signal(str, object)
    hinted = Signal(str)

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._empty = empty
        self._value: T | None = None
        self._shown = ""
        self._wrong = False
        self.editingFinished.connect(self._finished)
        self.textEdited.connect(self._typed)

    # --- what a kind of line says of itself ------------------------------------------------

    def read(self, text: str) -> T:
        """The value of a typed text. Raises Unreadable."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """How the value is shown."""
        raise NotImplementedError

    def hint(self, value: T) -> str:  # noqa: ARG002 -- most kinds have nothing to add
        """What stands beside the line for this value."""
        return ""

    # --- for the screen --------------------------------------------------------------------

    def value(self) -> T | None:
        """The last value that was read or shown; nothing for an empty line."""
        return self._value

    def is_right(self) -> bool:
        """Whether what stands in the line now can be read; says in place what is wrong."""
        self._finished()
        return not self._wrong

    def show_value(self, value: T | None) -> None:
        """Show a value that comes from the book."""
        self._value = value
        self._shown = "" if value is None else self.write(value)
        self.setText(self._shown)
        self._mark("")
        self.hinted.emit("" if value is None else self.hint(value))

    def choose(self, value: T) -> None:
        """Take one of the offered readings as if it had been typed."""
        self.show_value(value)
        self.committed.emit(value)

    def speak(self, words: Words) -> None:
        """Show the same value in other words; what is half typed stays."""
        self._words = words
        if self.text() == self._shown and not self._wrong:
            self.show_value(self._value)

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what was there; with nothing to put back it goes on to the screen."""
        if event.key() == Qt.Key.Key_Escape and (self.text() != self._shown or self._wrong):
            self.show_value(self._value)
            self.selectAll()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands in the line."""
        super().focusInEvent(event)
        self.selectAll()

    def _typed(self, text: str) -> None:
        try:
            self.hinted.emit(self.hint(self.read(text)))
        except Unreadable:
            self.hinted.emit("")

    def _finished(self) -> None:
        text = self.text()
        if text == self._shown and (self._empty or text):
            self._mark("")
            return
        try:
            value = self.read(text)
        except Unreadable as trouble:
            if trouble.why is not Why.EMPTY or not self._empty:
                self._mark(sentence(self._words, trouble), trouble.readings)
                return
            self.show_value(None)
            self.committed.emit(None)
        else:
            changed = value != self._value
            self.show_value(value)
            if changed:
                self.committed.emit(value)

    def _mark(self, said: str, readings: tuple[int, ...] = ()) -> None:
        if self._wrong != bool(said):
            self._wrong = bool(said)
            self.setProperty("wrong", self._wrong)
            restyle(self)
        self.setAccessibleDescription(said)
        self.troubled.emit(said, readings)
