"""A copy of the book in memory whose guards are off for as long as something is mended in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from ledger.book.checking import LOAN_SUMS
from ledger.book.plain import day_of
from ledger.book.posting import mark_finished
from ledger.book.shelf import Shelf
from ledger.book.sums import write_openings
from ledger.rules.days import FiscalYear

_MONTHS = (
    "INSERT INTO month_total SELECT account, month, sum(debit), sum(credit) FROM ("
    "SELECT t.debit AS account, e.day / 100 AS month, t.kip AS debit, 0 AS credit"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry UNION ALL "
    "SELECT t.credit, e.day / 100, 0, t.kip FROM transfer AS t JOIN entry AS e"
    " ON e.number = t.entry) GROUP BY account, month"
)


@contextmanager
def unguarded(copy: Shelf) -> Iterator[None]:
    """Take the guards off a copy in memory and put the same ones back."""
    guards = copy.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    for name, _ in guards:
        copy.rows(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        copy.rows(sql)


def add_up(copy: Shelf) -> None:
    """Work the sums of months and loans out anew from the transfers."""
    copy.rows("DELETE FROM month_total")
    copy.rows(_MONTHS)
    copy.rows("DELETE FROM loan_total")
    sums = copy.rows(LOAN_SUMS)
    copy.many("INSERT INTO loan_total VALUES (?, ?, ?, 0)", sums)
    if sums:
        mark_finished(copy, tuple(loan for loan, *_ in sums))


def open_years(copy: Shelf) -> None:
    """Work out anew how each year after a closed one begins, the oldest first."""
    copy.rows("DELETE FROM year_opening")
    for number, first, last in copy.rows("SELECT year, first, last FROM closed_year ORDER BY 1"):
        write_openings(copy, FiscalYear(number=number, first=day_of(first), last=day_of(last)))
