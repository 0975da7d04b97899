"""The places of a paper as buttons: a press puts one into the text where the cursor stands."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.paper_texts import NEEDED, SLOTS, LoanText, Slot
from translations import Words
from translations.naming import word
from ui.widgets.buttons import Button, Look
from ui.widgets.labels import WrapLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.spoken import Spoken


class PlaceButtons(QWidget, Spoken):
    """`wanted` carries the place whose button was pressed; those that must be there come first."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Slot, Button] = {}
        self.needed, self.others = WrapLabel(role="muted"), WrapLabel(role="muted")
        ground = QWidget()
        self._rows = QVBoxLayout(ground)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(0)
        for slot in Slot:
            button = Button(Look.LINK)
            button.setProperty("row", "true")
            # The cursor stays in the text, so that one goes on typing behind the place.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, slot=slot: self.wanted.emit(slot.value))
            self.buttons[slot] = button
        self._area = scrolled(ground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._area)

    def minimumSizeHint(self) -> QSize:
        """A few of them are always seen."""
        return QSize(160, 120)

    def speak(self, words: Words) -> None:
        """Say what the two parts of the list are."""
        self.needed.setText(words.say("Must stand in the text:"))
        self.others.setText(words.say("May stand in the text:"))

    def show_places(self, which: LoanText, spoken: Words, there: frozenset[Slot]) -> None:
        """Offer the places of a paper by their names in its language; those that are there faint.

        `there` are the places that stand in the text already.
        """
        while self._rows.count():
            self._rows.takeAt(0)
        needed = NEEDED[which]
        rest = tuple(slot for slot in SLOTS[which] if slot not in needed)
        for button in self.buttons.values():
            button.hide()
        for label, slots in ((self.needed, needed), (self.others, rest)):
            self._rows.addWidget(label)
            for slot in slots:
                button = self.buttons[slot]
                mark = "✓ " if slot in there else "+ "
                button.setText(mark + word(spoken, "slot", slot))
                button.setAccessibleName(word(spoken, "slot", slot))
                self._rows.addWidget(button)
                button.show()
        self._rows.addStretch(1)
