"""What stands in the way of writing: a day gone by, an older file, a damaged one, a wrong clock.

It is looked at before the first word of every act, so that no act can forget it.
"""

from ledger.book.book import Book
from ledger.rules.clock import ClockInDoubt
from ledger.rules.permits import Act
from ledger.rules.refusals import BookSetBack, BookUnsound, PastIsInk

_ON_AN_OLDER_FILE = frozenset({Act.GO_ON_WITH_OLDER, Act.RESTORE})
"""What may be written although the file is not the one that was here before."""

_UNDER_ANY_CLOCK = frozenset({*_ON_AN_OLDER_FILE, Act.CONFIRM_DAY, Act.PENCIL})
"""What may be written while the clock is in doubt: pencil, which carries no day of its own, what
says which day it is, and what brings a book back."""


def look_first(book: Book, act: str) -> None:
    """Raise PastIsInk where the book is the one of a day gone by, BookSetBack where the file is an
    older one put back, BookUnsound where a check found something wrong, and ClockInDoubt where the
    clock cannot be right.
    """
    if book.past is not None:
        raise PastIsInk(day=book.past)
    if book.setback is not None and act not in _ON_AN_OLDER_FILE:
        raise BookSetBack(act=book.setback.place[0], known=book.setback.place[2])
    if book.wrong:
        raise BookUnsound(number=len(book.wrong))
    doubt = None if act in _UNDER_ANY_CLOCK else book.clock_doubt
    if doubt is not None:
        raise ClockInDoubt(way=doubt.way, clock=doubt.clock, last=doubt.last)
