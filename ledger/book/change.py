"""What an act touched: the small value that comes back from every act, so that screens re-read."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, LoanId


class Topic(StrEnum):
    """The parts of the book that a screen can be about."""

    GROUP = "group"
    RULES = "rules"
    MEMBERS = "members"
    OFFICERS = "officers"
    LOANS = "loans"
    MEETING = "meeting"
    ENTRIES = "entries"
    YEAR = "year"
    SAVING = "saving"
    DRAFT = "draft"
    MINUTES = "minutes"
    CLAIMS = "claims"
    FUNDS = "funds"
    BOOKLETS = "booklets"
    PINS = "pins"
    RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class Change:
    """Which parts, members and loans were touched, and the numbers of the entries written."""

    topics: frozenset[Topic] = frozenset()
    members: frozenset[MemberId] = frozenset()
    loans: frozenset[LoanId] = frozenset()
    entries: tuple[EntryNumber, ...] = ()
