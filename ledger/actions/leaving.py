"""A member goes on leave, comes back, gives notice, leaves for good, dies, or joins once more."""

from dataclasses import replace
from datetime import date

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules import leaving as rules
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Actor, Member, MemberId, Status
from ledger.rules.permits import Act
from ledger.rules.refusals import DayOutsideBooks, NameMissing
from ledger.rules.settlement import SettlementChanged, SheetOnTable, settlement_entries


def give_leave(
    book: Book,
    actor: Actor,
    *,
    member: MemberId,
    first: date,
    last: date | None,
    decision: str,
    today: date,
) -> Change:
    """She saves nothing from a day on, until a last day or until further word."""
    permit(book, actor, Act.GIVE_LEAVE)
    her = book.member(member)
    happened = rules.leave(her, first, last, decision=decision, events=book.life_of(member))
    on_leave = first <= today and (last is None or today <= last)
    status = Status.ON_LEAVE if on_leave else her.status
    return _write(book, actor, Act.GIVE_LEAVE, happened, replace(her, status=status))


def end_leave(book: Book, actor: Actor, *, member: MemberId, day: date, today: date) -> Change:
    """She is back and saves again from a day on."""
    permit(book, actor, Act.END_LEAVE)
    her = book.member(member)
    _check_past(her, day, today)
    happened = rules.back(her, day, events=book.life_of(member))
    return _write(book, actor, Act.END_LEAVE, happened, replace(her, status=Status.ACTIVE))


def resign(
    book: Book, actor: Actor, *, member: MemberId, day: date, note: str, today: date
) -> Change:
    """She says that she will leave; the rules say from when on she may."""
    permit(book, actor, Act.RESIGN)
    her = book.member(member)
    _check_past(her, day, today)
    rulebook = book.rulebook(day)
    events = book.life_of(member)
    happened = rules.notice(her, day, note=note, rulebook=rulebook, events=events)
    return _write(book, actor, Act.RESIGN, happened, her)


def record_death(
    book: Book, actor: Actor, *, member: MemberId, day: date, note: str, today: date
) -> Change:
    """She has died; nothing is due from that day on, and the settlement can be made."""
    permit(book, actor, Act.RECORD_DEATH)
    her = book.member(member)
    _check_past(her, day, today)
    happened = rules.died(her, day, note=note)
    return _write(book, actor, Act.RECORD_DEATH, happened, replace(her, status=Status.DIED))


def rejoin(
    book: Book, actor: Actor, *, member: MemberId, day: date, decision: str, today: date
) -> Change:
    """Who had left is a member again, with her old number; in the welfare fund she begins anew."""
    permit(book, actor, Act.REJOIN)
    her = book.member(member)
    _check_past(her, day, today)
    happened = rules.rejoined(her, day, decision=decision, events=book.life_of(member))
    since = day if book.rulebook(day).welfare.everybody else None
    again = replace(her, status=Status.ACTIVE, welfare_since=since)
    return _write(book, actor, Act.REJOIN, happened, again)


def settle(
    book: Book,
    actor: Actor,
    *,
    shown: Settlement,
    decision: str,
    pay_now: bool,
    today: date,
) -> Change:
    """Write the settlement that was shown: all of its money at once, and she is a member no more.

    What is to be paid is paid now, or stands as a debt of the group. Raises SettlementChanged
    where the book says something else by now, SheetOnTable, and the refusals of the settlement.
    """
    permit(book, actor, Act.SETTLE)
    sheet = book.open_sheet()
    if sheet is not None:
        raise SheetOnTable(day=sheet.day)
    if not decision.strip():
        raise NameMissing(what="decision")
    settlement = book.settlement(shown.member, shown.day, today)
    if settlement != shown:
        raise SettlementChanged
    facts = book.day_facts(shown.day, today)
    entries = settlement_entries(settlement, facts, pay_now=pay_now, note=decision)
    her = book.member(shown.member)
    if her.status is not Status.DIED:
        her = replace(her, status=Status.LEFT)
    happened = LifeEvent(
        her.id, LifeKind.SETTLED, shown.day, decision=decision, settlement=settlement
    )
    names = (f"{her.number} {her.name}",)
    with writing(book, actor, Act.SETTLE, names=names, decision=decision) as pen:
        pen.post(entries)
        pen.change_member(her)
        pen.write_life(happened)
    return pen.change


def _write(book: Book, actor: Actor, act: Act, happened: LifeEvent, her: Member) -> Change:
    names = (f"{her.number} {her.name}",)
    day, decision = happened.day.isoformat(), happened.decision
    with writing(book, actor, act, names=names, day=day, decision=decision) as pen:
        if her != book.member(her.id):
            pen.change_member(her)
        pen.write_life(happened)
    return pen.change


def _check_past(her: Member, day: date, today: date) -> None:
    if day > today:
        raise DayOutsideBooks(day=day, first=her.joined, last=today)
