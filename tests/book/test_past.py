"""The book as it stood on a day gone by: the same answers as then, and nothing can be written."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.past import last_act, past_shelf
from ledger.book.writing import writing
from ledger.rules.accounts import SAVINGS
from ledger.rules.refusals import PastIsInk
from tests.book.books import KHAM, ONE, deposit, entry, lived_in, new_book, noon, post

JANUARY, MARCH, MAY = date(2025, 1, 5), date(2025, 3, 5), date(2025, 5, 5)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Three days of deposits, and one of January that was written late."""
    book = new_book(tmp_path / "village.book")
    for day, kip in ((JANUARY, 10_000), (MARCH, 20_000), (MAY, 40_000), (JANUARY, 80_000)):
        post(book, entry(day, deposit(ONE, kip)))
    yield book
    book.close()


def saved(book: Book, day: date) -> int:
    past = book.as_of(day)
    try:
        return past.balances().get(SAVINGS, 0)
    finally:
        past.close()


@pytest.mark.parametrize(
    ("day", "kip"),
    [
        (date(2024, 12, 31), 0),
        (JANUARY, 10_000),
        (date(2025, 3, 4), 10_000),
        (MARCH, 30_000),
        (MAY, 150_000),
        (date(2026, 1, 1), 150_000),
    ],
)
def test_a_past_day_has_what_was_written_before_the_next_one(
    book: Book, day: date, kip: int
) -> None:
    assert saved(book, day) == kip


def test_what_was_written_late_is_in_the_balances_of_its_day_now(book: Book) -> None:
    assert book.balances(JANUARY)[SAVINGS] == 90_000


def test_nothing_is_written_into_the_past(book: Book) -> None:
    past = book.as_of(MARCH)
    with pytest.raises(PastIsInk) as no, writing(past, KHAM, "record_day") as pen:
        pen.post([entry(MAY, deposit(ONE, 1_000))])
    assert no.value.day == MARCH
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        past.shelf.raw.execute("UPDATE month_total SET debit = 0")
    past.close()


def test_the_book_itself_stays_as_it_is(book: Book) -> None:
    before = book.shelf.path.read_bytes()
    book.as_of(JANUARY).close()
    assert book.shelf.path.read_bytes() == before
    assert book.balances()[SAVINGS] == 150_000


def test_every_past_of_a_book_is_sound(tmp_path: Path) -> None:
    """After each act the copy has the guards, seals and sums that the book had then."""
    book = lived_in(tmp_path / "old.book")
    acts = last_act(book.shelf, date(2099, 1, 1))
    assert acts == book.history(1)[0].number
    for act in range(1, acts + 1):
        past = Book(past_shelf(book.shelf, act), noon)
        assert past.check() == (), act
        assert past.history(1)[0].number == act
        past.close()
    whole = book.as_of(date(2099, 1, 1))
    assert book.open_sheet() is not None
    assert whole.open_sheet() is None
    assert whole.balances() == book.balances()
    assert whole.loans() == book.loans()
    whole.close()
    book.close()
