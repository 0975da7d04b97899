"""The trail of a year on paper: every act stands in one year, be the years closed or open."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from tests.book.books import BEGIN, KHAM, ONE, close, deposit, entry, new_book, post
from ui.practice_people import SettableClock

YEARS = (2025, 2026, 2027)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(date(2024, 12, 28))


@pytest.fixture
def book(tmp_path: Path, clock: SettableClock) -> Iterator[Book]:
    """Money in three years, and an act without money at the end of December and of January."""
    made = new_book(tmp_path / "one.book")
    made.close()
    opened = Book.open(made.path, clock=clock)
    for year in YEARS:
        for day in (date(year, 1, 31), date(year, 12, 30)):
            clock.day = day
            post(opened, entry(day, deposit(ONE, 1_000)))
            with writing(opened, KHAM, "rehearse", place=str(day)):
                pass
    yield opened
    opened.close()


def numbers(book: Book, year: int) -> list[int]:
    """The numbers of the acts on the paper of a year."""
    return [row.number for row in book.trail_of_year(year, date(2028, 1, 5)).rows]


def every(book: Book) -> list[int]:
    return sorted(row.number for row in book.history(1_000))


def test_no_act_of_open_years_stands_in_two_of_them(book: Book) -> None:
    by_year = [numbers(book, year) for year in YEARS]
    assert [number for acts in by_year for number in acts] == every(book)
    assert [len(acts) for acts in by_year] == [len(by_year[0]), 4, 4]


def test_what_was_done_before_the_first_day_is_of_the_first_year(book: Book) -> None:
    """The books were set up before they begin."""
    assert numbers(book, BEGIN.year)[:2] == [1, 2]


def test_what_is_done_before_a_year_is_closed_is_still_of_it(
    book: Book, clock: SettableClock
) -> None:
    """The first year is closed when the third is over: all until then is read at that closing."""
    clock.day = date(2028, 1, 4)
    close(book, 2025)
    closing = every(book)[-1]
    assert numbers(book, 2025) == list(range(1, closing + 1))
    assert numbers(book, 2026) == []
    clock.day = date(2028, 1, 5)
    with writing(book, KHAM, "rehearse", place="later"):
        pass
    assert numbers(book, 2026) == []
    assert numbers(book, 2027) == []
    assert numbers(book, 2028) == [closing + 1]
