"""What is said about keeping the book safe: codes on papers that were misread."""

from collections.abc import Mapping

from ledger.rules.paper_code import PaperCodeMisread
from translations import N_
from ui.messages.telling import Table, Told

_MISREAD: Mapping[str, str] = {
    "letters": N_("A code has {wanted} letters and figures; {letters} were typed. Read it again."),
    "foreign": N_("There is a letter in it that no code has. Read it again from the paper."),
    "check": N_("One letter of the code is wrong, or two changed places. Read it again."),
}

TOLD: Table = {PaperCodeMisread: Told(lambda no: _MISREAD.get(no.why, _MISREAD["check"]))}
