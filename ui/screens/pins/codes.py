"""Three sealed codes, shown once: to be printed or written down, cut apart and put in envelopes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reports.sealed_codes import draw_sealed_codes
from ui.desk import Desk
from ui.screens.slips import SlipsDialog


class CodesDialog(SlipsDialog):
    """The codes are kept nowhere: when this is closed, only the paper has them."""

    def __init__(self, desk: Desk, codes: Sequence[str], parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk,
            words.say("Three sealed codes"),
            words.say(
                "Print them or write them down now; they are shown only this once. Put each into "
                "an envelope of its own and give the three to three officers. Two of them together "
                "set a forgotten PIN anew. Codes from before open nothing any more."
            ),
            parent,
        )
        self._codes = tuple(codes)
        numbered = enumerate(self._codes, start=1)
        self.name(
            [(words.say("Envelope {number}", number=n), code) for n, code in numbered],
            words.say("Print the three slips"),
            words.say("They are in their envelopes"),
        )

    def draw(self) -> bytes:
        """Draw the three slips."""
        desk = self.desk
        return draw_sealed_codes(self._codes, desk.book.group, desk.words, day=desk.today())
