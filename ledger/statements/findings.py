"""What the check of a book found: each finding with its place and its figures, no sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """The ways in which a book can be wrong."""

    FILE = "file"  # pages of the file itself
    SHAPE = "shape"  # tables, guards and indexes are not those of this program
    REFERENCE = "reference"  # a row names another that is not there
    EVENT_ORDER = "event_order"  # the trail has a gap, or does not follow the seal before
    EVENT_SEAL = "event_seal"  # an act, or something that it wrote, was changed
    ENTRY_ORDER = "entry_order"  # a number is missing, or does not follow the seal before
    ENTRY_SEAL = "entry_seal"  # an entry or one of its amounts was changed
    UNSEALED = "unsealed"  # amounts that belong to no entry
    MONTH_TOTAL = "month_total"
    TRIAL_BALANCE = "trial_balance"
    LOAN_TOTAL = "loan_total"
    YEAR_OPENING = "year_opening"
    CLOSED_YEAR = "closed_year"  # written into a year after it was closed
    SHEET_ENTRIES = "sheet_entries"  # entries of a sheet that is not signed for them
    OLDER_FILE = "older_file"  # acts that were here before are missing: an older file was put back
    OTHER_HISTORY = "other_history"  # an act that was here before is another one now
    SHEET_PENCIL = "sheet_pencil"  # what stood on a signed sheet was changed


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where (a number, an account and month, a sheet), and both figures.

    `expected` and `found` are sums, seals as hexadecimal text, or what the file says; `off_by` is
    how many kip two sums are apart.
    """

    fault: Fault
    place: tuple[int, ...] = ()
    expected: str = ""
    found: str = ""
    off_by: int = 0
