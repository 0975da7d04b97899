"""Two officers go on with a file that is older than the one that was here before."""

from datetime import date

from ledger.actions.two_persons import check_two
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
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
