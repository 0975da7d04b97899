"""Leave of absence, notice, death and coming back: what the rules ask before it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.contributions import GONE
from ledger.rules.days import add_months
from ledger.rules.member_life import Away, LifeEvent, LifeKind, away_of, since_last
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.refusals import MemberNotActive, NameMissing, Refusal
from ledger.rules.rulebook import Rulebook


@dataclass
class LeaveBackwards(Refusal):
    """The last day of the leave lies before the first one."""

    first: date
    last: date


@dataclass
class AlreadyOnLeave(Refusal):
    """She is on leave in these days already; `last` is nothing where she has set no end."""

    member: str
    first: date


@dataclass
class NotOnLeave(Refusal):
    """She is not on leave on that day, so she cannot come back from it."""

    member: str
    day: date


@dataclass
class NoticeGiven(Refusal):
    """She has given notice already, and may go from `first` on."""

    member: str
    first: date


@dataclass
class NotGone(Refusal):
    """Only who has left the group and was settled with can come in again."""

    member: str


@dataclass
class DayBeforeJoined(Refusal):
    """The day lies before she joined."""

    member: str
    joined: date
    day: date


def leave(
    member: Member, first: date, last: date | None, *, decision: str, events: Iterable[LifeEvent]
) -> LifeEvent:
    """A leave of absence from a day on, by the decision of that number.

    Raises LeaveBackwards, AlreadyOnLeave, MemberNotActive or NameMissing.
    """
    _check_here(member, first)
    _check_decision(decision)
    if last is not None and last < first:
        raise LeaveBackwards(first=first, last=last)
    for span in away_of(events).get(member.id, ()):
        if _meets(span, first, last):
            raise AlreadyOnLeave(member=member.told, first=span.first)
    return LifeEvent(member.id, LifeKind.LEAVE, first, until=last, decision=decision)


def back(member: Member, day: date, *, events: Iterable[LifeEvent]) -> LifeEvent:
    """She saves again from a day on; a notice that she gave falls away with it.

    Raises NotOnLeave where she is neither on leave nor about to go, or MemberNotActive.
    """
    _check_here(member, day)
    events = tuple(events)
    spans = away_of(events).get(member.id, ())
    stays = since_last(events, LifeKind.NOTICE) is not None
    on_leave = member.status is Status.ON_LEAVE or any(span.holds(day) for span in spans)
    if not on_leave and not stays:
        raise NotOnLeave(member=member.told, day=day)
    return LifeEvent(member.id, LifeKind.BACK, day)


def notice(
    member: Member, day: date, *, note: str, rulebook: Rulebook, events: Iterable[LifeEvent]
) -> LifeEvent:
    """She says that she will leave; the rules' months later is the first day on which she may.

    Raises NoticeGiven or MemberNotActive.
    """
    _check_here(member, day)
    before = since_last(events, LifeKind.NOTICE)
    if before is not None and before.until is not None:
        raise NoticeGiven(member=member.told, first=before.until)
    first = add_months(day, rulebook.people.notice_months)
    return LifeEvent(member.id, LifeKind.NOTICE, day, until=first, note=note)


def died(member: Member, day: date, *, note: str) -> LifeEvent:
    """She has died on that day. Raises MemberNotActive where she had gone before."""
    _check_here(member, day)
    return LifeEvent(member.id, LifeKind.DIED, day, note=note)


def rejoined(member: Member, day: date, *, decision: str, events: Iterable[LifeEvent]) -> LifeEvent:
    """Who had left is a member again, under her old number and with her history.

    Raises NotGone, DayBeforeJoined or NameMissing.
    """
    events = tuple(events)
    settled = since_last(events, LifeKind.SETTLED)
    if member.status is not Status.LEFT or settled is None:
        raise NotGone(member=member.told)
    if day < settled.day:
        raise DayBeforeJoined(member=member.told, joined=settled.day, day=day)
    _check_decision(decision)
    return LifeEvent(member.id, LifeKind.REJOINED, day, decision=decision)


def leaves_over(
    members: Iterable[Member], life: Mapping[MemberId, Sequence[LifeEvent]], day: date
) -> tuple[Member, ...]:
    """Who still stands in the register as on leave on a day, though her last day of it is past."""
    over = []
    for member in members:
        if member.status is Status.ON_LEAVE:
            spans = away_of(life.get(member.id, ())).get(member.id, ())
            if spans and not any(span.last is None or day <= span.last for span in spans):
                over.append(member)
    return tuple(over)


def about_to_go(
    members: Iterable[Member], life: Mapping[MemberId, Sequence[LifeEvent]], day: date
) -> tuple[Member, ...]:
    """Who has given notice, whose day has come, and with whom nothing is settled yet."""
    going = []
    for member in members:
        given = since_last(life.get(member.id, ()), LifeKind.NOTICE)
        here = member.status not in GONE
        if here and given is not None and given.until is not None and given.until <= day:
            going.append(member)
    return tuple(going)


def _check_here(member: Member, day: date) -> None:
    if member.status in GONE:
        raise MemberNotActive(member=member.told, status=member.status)
    if day < member.joined:
        raise DayBeforeJoined(member=member.told, joined=member.joined, day=day)


def _check_decision(decision: str) -> None:
    if not decision.strip():
        raise NameMissing(what="decision")


def _meets(span: Away, first: date, last: date | None) -> bool:
    ends = span.last is None or first <= span.last
    return ends and (last is None or span.first <= last)
