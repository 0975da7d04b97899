"""What is told of a copy of the book: how far it goes, what it holds, and what it lacks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.paper_code import PaperCode
from ledger.rules.transfers import EntryNumber
from ledger.statements.findings import Finding
from ledger.statements.history import HistoryRow
from ledger.statements.lists import Figures


@dataclass(frozen=True, slots=True)
class LostEntry:
    """An entry that today's book has and a copy lacks; `kip` is the sum of its amounts."""

    number: EntryNumber
    day: date
    kip: Kip
    member: str
    note: str


@dataclass(frozen=True, slots=True)
class CopyLook:
    """A look inside a copy. `figures` are missing where `wrong` says what is not sound in it.

    `meeting` is the day of its last signed meeting. `mark` tells whose book it is.
    """

    mark: str
    group: str
    paper: PaperCode
    day: date | None
    meeting: date | None
    figures: Figures | None
    wrong: tuple[Finding, ...] = ()

    @property
    def good(self) -> bool:
        """Whether everything in it was worked out anew and is right."""
        return not self.wrong


@dataclass(frozen=True, slots=True)
class AgainstToday:
    """What would be lost with a copy in the place of today's book.

    `same_book` is unset where it is another group's, `same_history` where the copy holds acts
    that today's book does not have. `acts` counts the acts that would be lost; `others` are those
    of them that wrote no entry. `today` is what stands in today's book.
    """

    same_book: bool
    same_history: bool
    acts: int
    entries: tuple[LostEntry, ...]
    others: tuple[HistoryRow, ...] = ()
    today: Figures | None = None


class Outcome(StrEnum):
    """What came out when the newest copy in a place was rehearsed.

    `MISSING`: the copy that was made last is not there; `UNREADABLE`: it cannot be opened; `WRONG`:
    what is in it does not agree; `STRANGE`: it is right in itself, but not of today's book.
    """

    GOOD = "good"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    WRONG = "wrong"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came out of a rehearsal, and the newest act of the copy; 0 where there was none."""

    outcome: Outcome
    act: int = 0


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """A place in which copies are kept, with what is known of the newest one there.

    `key` is "" for this machine, else the mark of a stick. `good` says whether the newest copy was
    read again and is right; `act` is 0 while there is none. `members` and `savings` (kip) are what
    stands in it; `locked` says whether it opens with a password. `rehearsed` is the day of the last
    rehearsal, and `outcome` what came of it. `made` is the day on which the copy was made, by the
    clock of the machine.
    """

    key: str
    name: str
    act: int = 0
    day: date | None = None
    members: int = 0
    savings: Kip = 0
    good: bool = False
    rehearsed: date | None = None
    outcome: Outcome | None = None
    made: date | None = None
    locked: bool = False
