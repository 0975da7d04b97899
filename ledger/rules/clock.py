"""Whether the clock of the machine can be right, held against what was written last.

A flat battery sets a clock back by years, and a wrong key sets it ahead. The day is on every
meeting, paper and seal, so somebody who knows which day it is has to say so before more is written.
The order of the acts does not come from here: they are numbered.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.days import add_months
from ledger.rules.refusals import Refusal

MONTHS_WITHOUT_ACT = 6
"""So many months without an act are possible; after more the clock is asked about."""


class Way(StrEnum):
    """In which way a clock is doubtful."""

    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """The clock's day, and the newest day on which something is known to have been written."""

    way: Way
    clock: date
    last: date


@dataclass
class ClockInDoubt(Refusal):
    """Nothing is written while nobody has said that the clock's day is right."""

    way: Way
    clock: date
    last: date


def clock_doubt(clock: date, last: date | None) -> ClockDoubt | None:
    """Why the clock's day cannot be taken as it is; nothing where it fits, or nothing is known.

    A day before the last one is never right. A long time without any act may be: then it is asked.
    """
    if last is None:
        return None
    if clock < last:
        return ClockDoubt(Way.BEHIND, clock, last)
    if clock > add_months(last, MONTHS_WITHOUT_ACT):
        return ClockDoubt(Way.AHEAD, clock, last)
    return None
