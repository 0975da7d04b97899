"""A new PIN, typed twice because nobody can read it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.pins import check_pin
from ledger.rules.refusals import Refusal
from ui.desk import Desk
from ui.messages import sentence
from ui.widgets.field import Field
from ui.widgets.pin_edit import PinEdit


class NewPin(QWidget):
    """Two lines; what is wrong with the PIN is said under the first, with the second under it.

    `typed` comes with Enter in the second.
    """

    typed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.new, self.again = PinEdit(), PinEdit()
        self.new_field, self.again_field = (
            Field(desk.words, self.new),
            Field(desk.words, self.again),
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.new_field)
        rows.addWidget(self.again_field)
        self.setFocusProxy(self.new)
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.typed)
        self.say()

    def say(self) -> None:
        """Give both lines their words."""
        words = self.desk.words
        self.new_field.name(words.say("New PIN, six figures or more"))
        self.again_field.name(words.say("The new PIN once more"))

    def agreed(self) -> str | None:
        """The PIN, if it is a good one and was typed alike both times; else it is said why not."""
        self.new_field.problem("")
        self.again_field.problem("")
        try:
            check_pin(self.new.text(), self.desk.book.members())
        except Refusal as no:
            self.new_field.problem(sentence(self.desk.words, no))
            self.new.setFocus()
            return None
        if self.new.text() != self.again.text():
            self.again_field.problem(
                self.desk.words.say("The two are not the same. Type it again.")
            )
            self.again.take()
            self.again.setFocus()
            return None
        return self.new.text()

    def clear(self) -> None:
        """Empty both lines."""
        self.new.take()
        self.again.take()
