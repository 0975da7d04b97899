"""What takes two: another officer agrees, in office on the day and allowed to do it herself."""

from dataclasses import dataclass
from datetime import date

from ledger.book.book import Book
from ledger.book.once import check_once
from ledger.rules.people import Actor, Officer
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal


@dataclass
class SecondPersonMissing(Refusal):
    """The act takes two different officers who are in office; only one has agreed."""

    act: Act


def check_two(book: Book, actor: Actor, second: Actor | None, act: Act, *, today: date) -> Actor:
    """The second person, where two different officers in office agree to the act.

    Raises NotPermitted where either may not do it, and SecondPersonMissing where she is missing,
    is the same person under another office, or no longer serves.
    """
    second = second or actor.beside
    book.permits.check(actor, act)
    if second is None:
        raise SecondPersonMissing(act=act)
    book.permits.check(second, act)
    serving = {o.id: o for o in book.officers() if o.serves(today)}
    if actor.id not in serving or second.id not in serving:
        raise SecondPersonMissing(act=act)
    if _same(serving[actor.id], serving[second.id]):
        raise SecondPersonMissing(act=act)
    return second


def permit(book: Book, actor: Actor, act: Act, second: Actor | None = None) -> None:
    """Let an officer do an act by what the group has agreed on, alone or with a second one.

    Raises NotPermitted, SecondPersonMissing where the act takes two, and WrittenAlready where it
    was sent before: that is said before any rule finds that it cannot be done a second time.
    """
    check_once(book.shelf, actor.once)
    book.permits.check(actor, act)
    if book.permits.two(act):
        check_two(book, actor, second, act, today=book.clock().date())


def _same(one: Officer, other: Officer) -> bool:
    return one.id == other.id or (one.member is not None and one.member == other.member)
