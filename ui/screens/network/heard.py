"""A code that somebody reads out: typed here, it says whose sheet has it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ledger.rules.network_code import read_code
from ledger.statements.network_pile import Pile
from translations import Words
from ui.widgets.field import Field


class HeardCode(Field):
    """A line for a code; under it stands whose sheet it is of, or that none has it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(words, self.line, parent)
        self._said = words
        self._pile: Pile | None = None
        self.line.textChanged.connect(self._heard)

    def say(self, words: Words) -> None:
        """Name the line in these words."""
        self._said = words
        self.name(words.say("A code that was read out to you"))
        self._heard()

    def look_in(self, pile: Pile | None) -> None:
        """Look for codes among these sheets from now on."""
        self._pile = pile
        self._heard()

    def _heard(self) -> None:
        words, text = self._said, self.line.text().strip()
        self.hint("")
        self.problem("")
        if not text or self._pile is None:
            return
        code = read_code(text)
        found = next((f for _, f in self._pile.counted if f.code == code), None)
        if code is None:
            self.problem(words.say("A letter was misread. Ask for the code once more."))
        elif found is not None:
            self.hint(words.say("It is the sheet of {group}.", group=found.sheet.sender.name))
        else:
            self.problem(words.say("No sheet of this folder has the code {code}.", code=code))
