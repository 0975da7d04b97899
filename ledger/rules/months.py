"""Months go from open to on hold to closed, in their order; what is closed stays so.

A month on hold may still be written by two persons with a reason, and two may open it again. A
month is never firmer than the one before it: what holds for April holds for March too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.days import Month, month_of
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Entry, Kind


class MonthState(StrEnum):
    """How firm a month is."""

    OPEN = "open"
    ON_HOLD = "on_hold"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class MonthStates:
    """The last month that is closed and the last that is on hold, with all that went before."""

    closed: Month | None = None
    held: Month | None = None

    def of(self, month: Month) -> MonthState:
        """How firm one month is."""
        if self.closed is not None and month <= self.closed:
            return MonthState.CLOSED
        if self.held is not None and month <= self.held:
            return MonthState.ON_HOLD
        return MonthState.OPEN


@dataclass
class MonthClosed(Refusal):
    """The month is closed: what is found later is written under a day of an open one."""

    month: Month


@dataclass
class MonthOnHold(Refusal):
    """The month is on hold: it takes a second person and a reason to write in it."""

    month: Month


@dataclass
class MonthNotOnHold(Refusal):
    """Only a month that is on hold can be closed, or opened again."""

    month: Month


@dataclass
class MonthNotOver(Refusal):
    """The month has not ended yet."""

    month: Month


@dataclass
class MonthUnsigned(Refusal):
    """A meeting or day sheet of that time lies in pencil; `day` is its day."""

    month: Month
    day: date


@dataclass
class InterestBeforeClosing(Refusal):
    """Interest on savings is still to be credited under the last day of one of these months."""

    month: Month
    first: Month
    last: Month


_OF_CLOSING = frozenset({Kind.CLOSING, Kind.ALLOCATION, Kind.DIVIDEND, Kind.REFUND})


def check_writing(entries: Iterable[Entry], states: MonthStates, *, two: bool, reason: str) -> None:
    """Refuse entries of a month that is too firm; the closing of a year writes in any of its own.

    `two` says whether a second person agrees. Raises MonthClosed and MonthOnHold.
    """
    if states == MonthStates():
        return
    for entry in entries:
        month = month_of(entry.day)
        state = states.of(month)
        if state is MonthState.OPEN or all(t.kind in _OF_CLOSING for t in entry.transfers):
            continue
        if state is MonthState.CLOSED:
            raise MonthClosed(month=month)
        if not (two and reason.strip()):
            raise MonthOnHold(month=month)


def check_step(
    month: Month,
    to: MonthState,
    states: MonthStates,
    *,
    today: date,
    unsigned: date | None,
    reason: str,
) -> None:
    """Refuse a step that a month cannot take; `unsigned` is the day of the sheet in pencil.

    Raises MonthClosed, MonthOnHold, MonthNotOnHold, MonthNotOver, MonthUnsigned, NameMissing.
    """
    state = states.of(month)
    if state is MonthState.CLOSED:
        raise MonthClosed(month=month)
    if to is MonthState.ON_HOLD and state is MonthState.ON_HOLD:
        raise MonthOnHold(month=month)
    if to is not MonthState.ON_HOLD and state is MonthState.OPEN:
        raise MonthNotOnHold(month=month)
    if to is MonthState.OPEN:
        if not reason.strip():
            raise NameMissing(what="reason")
        return
    if month.last >= today:
        raise MonthNotOver(month=month)
    if unsigned is not None and unsigned <= month.last:
        raise MonthUnsigned(month=month, day=unsigned)
