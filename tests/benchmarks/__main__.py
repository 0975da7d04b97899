"""Prints how far the program is from the bare machine: python -m tests.benchmarks

Every figure is a ratio of two ways of doing the same work, in turn, in this one run; the answers
of both are held against each other first. At the end stands how each grows from the small book to
the large one: 1 is as fast as the number of transfers, 0 is not at all.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from math import log
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.days import FIRST_DAY, month_of
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Destination
from tests.benchmarks import floors, papers, processes
from tests.benchmarks.books import M, S, Size, fixed_clock, make_book
from tests.benchmarks.meeting import meeting
from tests.benchmarks.starting import first_paint
from tests.benchmarks.timing import Measured, side_by_side

PRINTED = 100
"""Passbooks that are printed: the bare canvas takes a minute for all of a large book."""


def main() -> None:
    """Make the books, measure, print."""
    folder = Path(tempfile.mkdtemp())
    spent: list[dict[str, float]] = []
    numbers: list[int] = []
    try:
        for size in (S, M):
            file = make_book(folder, size)
            spent.append(_measure(file, size, folder))
            with closing(Book.open(file, clock=fixed_clock)) as book:
                numbers += book.shelf.one("SELECT count(*) FROM transfer")
        print("\nfirst paint")
        _say("until the window is seen / an empty window", Measured(*first_paint()), goal=1.1)
        print(f"\nhow it grows, {numbers[0]:,} to {numbers[1]:,} transfers (exponent)")
        for what, small in spent[0].items():
            exponent = log(spent[1][what] / small) / log(numbers[1] / numbers[0])
            print(f"  {what:<46} {exponent:6.2f}")
    finally:
        shutil.rmtree(folder)


def _measure(file: Path, size: Size, folder: Path) -> dict[str, float]:
    print(f"\n{size.name}: {size.members} members x {size.years} years")
    last = size.last_day
    spent = {}

    def say(what: str, measured: Measured, *, goal: float | None = None) -> None:
        _say(what, measured, goal=goal)
        spent[what] = measured.ours

    end = month_of(last).last
    say("open, trial balance, whole process", processes.trial_balance(file, end))
    with _both(file, folder) as (book, raw):
        month = last.year * 100 + last.month
        trial = side_by_side(
            lambda: book.trial_balance(end), lambda: floors.trial_balance(raw, month), times=50
        )
        say("trial balance", trial, goal=1.1)
        member = MemberId(size.members // 2)
        one = side_by_side(
            lambda: book.passbook(member, FIRST_DAY, last),
            lambda: floors.statement(raw, member),
            times=10,
        )
        say("one statement", one, goal=1.5)
        say("closing plan", _closing(book, raw, last.year), goal=1.3)
        books = book.passbooks(FIRST_DAY, size.last_day)
        some = books[:PRINTED]
        say(f"{PRINTED} passbooks", papers.all_beside_bare(some, folder), goal=0.34)
        say("one page of them", papers.pages_beside_bare(some, folder), goal=0.33)
        say("one passbook on paper", papers.all_beside_bare(some[:1], folder), goal=1.0)
        say("all, one in ten has paid / all drawn", papers.after_a_meeting(books, folder))
    commit, act = meeting(file, size, folder)
    say("commit of a whole meeting", commit, goal=1.3)
    say("a whole meeting with its rules", act)
    with _both(file, folder) as (book, raw):
        if book.check() or not floors.recompute(raw):
            raise AssertionError("the book is not sound")
        check = side_by_side(book.check, lambda: floors.recompute(raw), runs=2)
        say("check with every seal / sums alone, raw", check)
    return spent


def _closing(book: Book, raw: sqlite3.Connection, year: int) -> Measured:
    """The rules and the members are at hand, as in the window; every sum is read anew."""
    terms = _terms(book, year)
    shares = {share.member: share.dividend for share in _plan(book, year).shares}
    if shares != floors.close(raw, year, terms):
        raise AssertionError("the dividends differ")
    return side_by_side(lambda: _plan(book, year), lambda: floors.close(raw, year, terms))


def _plan(book: Book, year: int) -> ClosingPlan:
    book.forget()
    facts = book.year_facts(year, book.last_day())
    return preview_close(facts, facts.rulebook.profit)


def _terms(book: Book, year: int) -> floors.Terms:
    rules = book.rulebook(book.year(year).last).profit
    (line,) = [line for line in rules.lines if line.to is Destination.DIVIDEND]
    return floors.Terms(points=line.amount, step=rules.unit)


@contextmanager
def _both(file: Path, folder: Path) -> Iterator[tuple[Book, sqlite3.Connection]]:
    """The book through its door, and a copy of it through a bare connection."""
    copy = folder / "floor.book"
    shutil.copyfile(file, copy)
    with closing(Book.open(file, clock=fixed_clock)) as book, closing(floors.connect(copy)) as raw:
        yield book, raw


def _say(what: str, measured: Measured, *, goal: float | None = None) -> None:
    wanted = "" if goal is None else f"   goal {goal:.2f}"
    print(
        f"  {what:<46} {measured.ours:9.2f} ms {measured.floor:9.2f} ms"
        f"   ratio {measured.ratio:6.2f}{wanted}",
        flush=True,
    )


if __name__ == "__main__":
    main()
