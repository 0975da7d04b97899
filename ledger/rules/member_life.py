"""What happens to a membership over the years: admitted, on leave, back, gone, come again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.rules.days import Month, day_before
from ledger.rules.exit_values import Settlement
from ledger.rules.people import MemberId


class LifeKind(StrEnum):
    """What has happened."""

    ADMITTED = "admitted"
    LEAVE = "leave"
    BACK = "back"
    NOTICE = "notice"
    SETTLED = "settled"
    DIED = "died"
    REJOINED = "rejoined"


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """One thing that happened to a membership, by the group's decision of that number.

    `until` is the last day of a leave, or the first day on which she may go after a notice.
    """

    member: MemberId
    kind: LifeKind
    day: date
    until: date | None = None
    decision: str = ""
    note: str = ""
    settlement: Settlement | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which nothing is expected of a member; without a `last` one, until further word."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is among them; the first and the last one are."""
        return self.first <= day and (self.last is None or day <= self.last)


_GOES = frozenset({LifeKind.SETTLED, LifeKind.DIED})
_COMES = frozenset({LifeKind.BACK, LifeKind.REJOINED})


def away_of(events: Iterable[LifeEvent]) -> Mapping[MemberId, tuple[Away, ...]]:
    """When each member was away: on leave, or no member at all between going and coming again."""
    spans: defaultdict[MemberId, list[Away]] = defaultdict(list)
    for event in events:
        hers = spans[event.member]
        if event.kind is LifeKind.LEAVE:
            hers.append(Away(event.day, event.until))
        elif event.kind in _GOES:
            hers.append(Away(event.day))
        elif event.kind in _COMES:
            spans[event.member] = [_ended(span, day_before(event.day)) for span in hers]
    return {member: tuple(hers) for member, hers in spans.items() if hers}


def _ended(span: Away, last: date) -> Away:
    return span if span.last is not None and span.last <= last else replace(span, last=last)


def away_in(month: Month, spans: Iterable[Away], *, deposit_day: int) -> bool:
    """Whether she was away on the group's meeting day of a month: then nothing is due for it."""
    meets = month.first.replace(day=min(deposit_day, month.last.day))
    return any(span.holds(meets) for span in spans)


def rejoined_of(events: Iterable[LifeEvent]) -> Mapping[MemberId, date]:
    """The day on which each member who had left came in again, the last one."""
    return {e.member: e.day for e in events if e.kind is LifeKind.REJOINED}


def since_last(events: Iterable[LifeEvent], kind: LifeKind) -> LifeEvent | None:
    """Her newest event of a kind, as far as she has not come back or in again after it."""
    found = None
    for event in events:
        if event.kind is kind:
            found = event
        elif event.kind in _COMES:
            found = None
    return found
