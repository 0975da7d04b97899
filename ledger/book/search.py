"""Finds what the committee has in its hand: a name, a number, an amount, a receipt, a decision."""

from ledger.book.book import Book
from ledger.book.reading_entries import entries_where
from ledger.rules.kip import Kip
from ledger.rules.transfers import EntryNumber, PostedEntry

MOST = 30
"""No more entries of one amount are shown: the newest."""

_OF_AMOUNT = (
    "e.number IN (SELECT DISTINCT entry FROM transfer WHERE kip = ? ORDER BY entry DESC LIMIT ?)"
)


def entry_numbered(book: Book, number: int) -> PostedEntry | None:
    """The entry of that number, if there is one; its number is that of its receipt."""
    try:
        return book.entry(EntryNumber(number))
    except KeyError:
        return None


def entries_of(book: Book, kip: Kip) -> tuple[PostedEntry, ...]:
    """The newest entries in which so much (kip) was moved, the newest first."""
    return tuple(reversed(entries_where(book.shelf, _OF_AMOUNT, (kip, MOST))))
