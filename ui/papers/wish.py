"""Which paper somebody wants, and the answers to what it asks: of whom, of which loan or year."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, LoanId, MeetingId


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper by its code, with its answers; what is not answered is None.

    `options` are the answers to the paper's own questions: (code, value), where the value of a
    tick is "".
    """

    code: str
    member: MemberId | None = None
    loan: LoanId | None = None
    sheet: MeetingId | None = None
    year: int | None = None
    entry: EntryNumber | None = None
    day: date | None = None
    options: tuple[tuple[str, str], ...] = ()

    def ticked(self, code: str) -> bool:
        """Whether an option of the paper is wanted."""
        return any(name == code for name, _ in self.options)

    def chosen(self, code: str, otherwise: str = "") -> str:
        """What was chosen for an option of the paper."""
        return dict(self.options).get(code, otherwise)
