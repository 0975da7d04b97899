"""The purposes of loans one under another, to be moved up and down: the first is served first."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ledger.rules.rulebook import Rulebook
from ledger.rules.waiting_list import rank_of
from translations import Words
from ui.screens.rules.control import Control
from ui.screens.rules.naming import thing_name
from ui.widgets.buttons import Button

_LINES = 7


class PriorityControl(Control):
    """The group's own purposes in their order, with two buttons that move the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = QWidget()
        self.list = QListWidget()
        self.up, self.down = Button(picture="up"), Button(picture="down")
        self._codes: list[str] = []
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.widget.setFocusProxy(self.list)
        self.list.setMinimumHeight(self.list.fontMetrics().lineSpacing() * 2 * _LINES)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Show the purposes as they are served now; the cursor stays on its purpose."""
        del value  # The order is read with the purposes: not every one stands in it.
        standing = self._standing()
        loans = rulebook.loans
        purposes = sorted(loans.purposes, key=lambda p: rank_of(p.code, loans))
        self._codes = [purpose.code for purpose in purposes]
        self.list.clear()
        for place, purpose in enumerate(purposes, start=1):
            self.list.addItem(f"{words.number(place)}.  {thing_name(words, purpose)}")
        found = self._codes.index(standing) if standing in self._codes else 0
        self.list.setCurrentRow(found)
        self.list.setAccessibleName(words.say("Whose need comes first"))
        for button, text in ((self.up, words.say("Move up")), (self.down, words.say("Move down"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setEnabled(len(purposes) > 1)

    def _standing(self) -> str:
        row = self.list.currentRow()
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < len(self._codes):
            codes = [*self._codes]
            codes[row], codes[row + by] = codes[row + by], codes[row]
            self.edited.emit(tuple(codes))
