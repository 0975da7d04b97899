"""A sheet in pencil that was thrown away lies in the trash for a while, and can be put back."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import MeetingId

KEPT_DAYS = 30
"""So many days after the one on which it was thrown away, a sheet can still be put back."""


@dataclass
class NotInTrash(Refusal):
    """Nothing of that sheet lies in the trash, or it was put back before."""

    day: date


@dataclass(frozen=True, slots=True)
class Thrown:
    """What stood on a sheet that was put away: by whom, and on which day.

    `cells` and `lines` are how many amounts and payments stood there, and `kip` is what was typed
    in its grid altogether.
    """

    sheet: MeetingId
    by: str
    day: date
    cells: int
    lines: int
    kip: Kip


def is_kept(thrown: Thrown, today: date) -> bool:
    """Whether it can still be put back; a clock that was set back takes nothing from anybody."""
    return (today - thrown.day).days <= KEPT_DAYS
