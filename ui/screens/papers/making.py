"""A paper made beside the window: the book is read first, and the thread is handed values only."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from reports.annual import print_annual
from reports.passbook import print_passbooks
from translations import Words
from ui.errands import Progress, Work
from ui.screens.papers.wish import Kind, Wish


def work_of(book: Book, wish: Wish, words: Words, out: Path, *, today: date) -> Work:
    """Read what the paper shows; what comes back draws it into the file `out`.

    The work returns the number of pages, zero where it was cancelled, and raises PrinterTrouble.
    """
    if wish.kind in {Kind.ANNUAL, Kind.PROPOSED}:
        statement = book.annual(wish.year or today.year, today)
        return lambda progress, cancelled: print_annual(statement, words, out)  # noqa: ARG005
    first, last = _bounds(book, wish, today)
    if wish.member is None:
        passbooks = book.passbooks(first, last)
    else:
        passbooks = (book.passbook(wish.member, first, last),)

    def work(progress: Progress, cancelled: Callable[[], bool]) -> int:
        return print_passbooks(passbooks, words, out, progress=progress, cancelled=cancelled)

    return work


def _bounds(book: Book, wish: Wish, today: date) -> tuple[date, date]:
    if wish.year is None:
        return date.min, today
    year = book.year(wish.year)
    return year.first, year.last


def file_name(book: Book, wish: Wish, words: Words) -> str:
    """What the file is called when nobody gives it another name."""
    parts = {
        Kind.PASSBOOK: words.say("passbook"),
        Kind.PASSBOOKS: words.say("passbooks"),
        Kind.ANNUAL: words.say("annual report"),
        Kind.PROPOSED: words.say("proposed closing"),
    }
    name = parts[wish.kind]
    if wish.member is not None:
        name += f" {book.member(wish.member).number}"
    if wish.year is not None:
        name += f" {wish.year}"
    # A name that every system takes: the number of a member may hold a stroke.
    return "".join("-" if sign in '\\/:*?"<>|' else sign for sign in name) + ".pdf"
