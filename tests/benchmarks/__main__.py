"""Prints how far the program is from the bare machine: python -m tests.benchmarks

Every figure is a ratio of two ways of doing the same work, in turn, in this one run.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.closing import preview_close
from ledger.rules.days import FIRST_DAY, month_of
from ledger.rules.people import MemberId
from reports.passbook import print_passbooks
from tests.benchmarks import floors
from tests.benchmarks.books import M, S, Size, fixed_clock, make_book
from tests.benchmarks.meeting import meeting
from tests.benchmarks.starting import first_paint
from tests.benchmarks.timing import Measured, side_by_side
from translations import MoneyFormat, open_words


def main() -> None:
    """Make the books, measure, print."""
    folder = Path(tempfile.mkdtemp())
    try:
        for size in (S, M):
            file = make_book(folder, size)
            _say(f"{size.name}: {size.members} members x {size.years} years", None)
            _measure(file, size, folder)
        ours, empty, ratio = first_paint()
        _say("first paint / empty window", Measured(ours, empty, ratio), goal=1.1)
    finally:
        shutil.rmtree(folder)


def _measure(file: Path, size: Size, folder: Path) -> None:
    with _both(file, folder) as (book, raw):
        last = size.last_day
        month = last.year * 100 + last.month
        trial = side_by_side(
            lambda: book.trial_balance(_month_end(last)),
            lambda: floors.trial_balance(raw, month),
        )
        _say("trial balance", trial, goal=1.1)
        member = MemberId(size.members // 2)
        one = side_by_side(
            lambda: book.passbook(member, FIRST_DAY, last),
            lambda: floors.statement(raw, member),
        )
        _say("one statement", one, goal=1.5)
        plan = side_by_side(
            lambda: _plan(book, last.year), lambda: floors.close(raw, last.year), runs=5
        )
        _say("closing plan", plan, goal=1.3)
        _say("all passbooks", _passbooks(book, size, folder), goal=0.34)
    _say("writing a whole meeting", meeting(file, size, folder), goal=1.3)
    with closing(Book.open(file, clock=fixed_clock)) as book:
        raw_scan = side_by_side(
            book.check,
            lambda: book.shelf.rows("SELECT sum(kip), count(kind) FROM transfer"),
            runs=2,
        )
        _say("whole check / table scan (no goal: it also verifies every seal)", raw_scan)


def _plan(book: Book, year: int) -> object:
    book.forget(*Topic)
    facts = book.year_facts(year, book.last_day())
    return preview_close(facts, facts.rulebook.profit)


def _passbooks(book: Book, size: Size, folder: Path) -> Measured:
    books = book.passbooks(FIRST_DAY, size.last_day)
    words = open_words("lo", MoneyFormat())
    ours, bare = folder / "ours.pdf", folder / "bare.pdf"
    return side_by_side(
        lambda: print_passbooks(books, words, ours),
        lambda: floors.passbooks(books, bare, 25),
        runs=2,
    )


def _month_end(day: date) -> date:
    return month_of(day).last


@contextmanager
def _both(file: Path, folder: Path) -> Iterator[tuple[Book, sqlite3.Connection]]:
    """The book through its door, and a copy of it through a bare connection."""
    copy = folder / "floor.book"
    shutil.copyfile(file, copy)
    with closing(Book.open(file, clock=fixed_clock)) as book, closing(floors.connect(copy)) as raw:
        yield book, raw


def _say(what: str, measured: Measured | None, *, goal: float | None = None) -> None:
    if measured is None:
        print(f"\n{what}")
        return
    wanted = "" if goal is None else f"   goal {goal:.2f}"
    print(
        f"  {what:<42} {measured.ours:9.2f} ms {measured.floor:9.2f} ms"
        f"   ratio {measured.ratio:6.2f}{wanted}",
        flush=True,
    )


if __name__ == "__main__":
    main()
