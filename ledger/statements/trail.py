"""What papers tell of the trail: the acts of a time, and those that everybody should hear of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.days import FiscalYear
from ledger.rules.permits import Act
from ledger.rules.rulebook import Group
from ledger.statements.copies import Outcome
from ledger.statements.history import HistoryRow

TOLD = frozenset(
    {
        *(Act.RESET_PIN, Act.GIVE_OUT_CODES, Act.DROP_PIN, Act.CHANGE_PERMITS),
        *(Act.RESTORE, Act.GO_ON_WITH_OLDER, Act.REOPEN_SHEET, Act.REOPEN_MONTH, Act.REHEARSE),
    }
)
"""Acts about who may write, and about the file itself: no member sees them on her own lines."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a report says about how the book was kept since the report before it.

    `acts` are those told one by one, the oldest first. `rehearsals` counts the copies that were
    rehearsed and good. `pins` of the `officers` who serve have a PIN.
    """

    acts: tuple[HistoryRow, ...]
    rehearsals: int
    pins: int
    officers: int


@dataclass(frozen=True, slots=True)
class TrailPaper:
    """Every act from the closing of one year to the closing of the next, the oldest first."""

    group: Group
    year: FiscalYear
    rows: tuple[HistoryRow, ...]
    watched: Watched
    printed: date


def watched_of(rows: Iterable[HistoryRow], *, pins: int, officers: int) -> Watched:
    """What of these acts, the oldest first, everybody should hear of.

    A rehearsal that was good is only counted.
    """
    told = [row for row in rows if row.act in TOLD]
    good = [row for row in told if row.act == Act.REHEARSE and _good(row)]
    single = tuple(row for row in told if row not in good)
    return Watched(acts=single, rehearsals=len(good), pins=pins, officers=officers)


def _good(row: HistoryRow) -> bool:
    return row.facts.get("outcome") == Outcome.GOOD
