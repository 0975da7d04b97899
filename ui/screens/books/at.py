"""Where in the books somebody wants to look."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.accounts import Account
from ledger.rules.transfers import EntryNumber


class Leaf(StrEnum):
    """The leaves of the books page."""

    CASH = "cash"
    ENTRIES = "entries"
    TRIAL = "trial"
    MINUTES = "minutes"
    MONTHS = "months"
    HISTORY = "history"
    EARLIER = "earlier"
    EARNINGS = "earnings"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class At:
    """A leaf, and on it an account, an entry or a decision."""

    leaf: Leaf
    account: Account | None = None
    entry: EntryNumber | None = None
    decision: str = ""
