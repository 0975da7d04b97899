"""What an officer says where the file or the clock is not as it was: an older file, another day."""

from datetime import date

from ledger.actions.two_persons import check_two
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.clock import ClockInDoubt
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing


def go_on_with_older(
    book: Book, actor: Actor, *, second: Actor | None, reason: str, today: date
) -> Change:
    """Write down that the book is gone on with as it is, and let it be written again.

    Raises SecondPersonMissing, NotPermitted, and NameMissing without a reason. Where the file is
    the one that was here before, nothing is written.
    """
    agreed = check_two(book, actor, second, Act.GO_ON_WITH_OLDER, today=today)
    why = reason.strip()
    if not why:
        raise NameMissing(what="reason")
    if book.setback is None or book.watch is None:
        return Change()
    _, _, known, entry = book.setback.place
    facts = {"known": known, "entry": entry, "reason": why}
    with writing(book, actor, Act.GO_ON_WITH_OLDER, second=agreed, **facts) as pen:
        pass
    book.watch.accept()
    return pen.change


def confirm_day(book: Book, actor: Actor, *, day: date) -> Change:
    """Write down that the clock of the machine is right although it did not seem so.

    `day` is the day that she was shown. Raises ClockInDoubt where the clock says another one by
    now, or one before the books began, and NotPermitted. Where there is no doubt, nothing is
    written.
    """
    book.permits.check(actor, Act.CONFIRM_DAY)
    doubt = book.clock_doubt
    if doubt is None or book.watch is None:
        return Change()
    if doubt.clock != day or (book.books_begin is not None and day < book.books_begin):
        raise ClockInDoubt(way=doubt.way, clock=doubt.clock, last=doubt.last)
    with writing(book, actor, Act.CONFIRM_DAY, day=day, before=doubt.last) as pen:
        pass
    book.watch.clock.confirmed()
    return pen.change
