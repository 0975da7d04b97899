"""Months and the group's year, which need not be the calendar's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import (
    FiscalYear,
    Month,
    add_months,
    day_before,
    fiscal_year,
    month_of,
    months_completed,
    months_started,
    numbered_year,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def test_a_month_knows_its_first_and_last_day() -> None:
    assert Month(2024, 2).first == date(2024, 2, 1)
    assert Month(2024, 2).last == date(2024, 2, 29)
    assert Month(2026, 2).last == date(2026, 2, 28)


def test_months_are_counted_over_the_year() -> None:
    assert Month(2026, 11).plus(3) == Month(2027, 2)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2027, 2) - Month(2026, 11) == 3
    assert Month(2026, 11) < Month(2027, 2)


def test_the_31st_becomes_the_last_of_a_shorter_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("day", "started", "completed"),
    [
        (date(2026, 1, 4), 0, 0),
        (date(2026, 1, 5), 0, 0),
        (date(2026, 1, 6), 1, 0),
        (date(2026, 2, 4), 1, 0),
        (date(2026, 2, 5), 1, 1),
        (date(2026, 2, 6), 2, 1),
        (date(2027, 1, 5), 12, 12),
    ],
)
def test_the_closing_day_still_belongs_to_its_month(
    day: date, started: int, completed: int
) -> None:
    start = date(2026, 1, 5)
    assert months_started(start, day) == started
    assert months_completed(start, day) == completed


@given(DAYS, st.integers(0, 400))
def test_months_that_began_are_at_most_one_more_than_those_that_ended(
    start: date, days: int
) -> None:
    day = start + timedelta(days=days)
    assert 0 <= months_started(start, day) - months_completed(start, day) <= 1


@given(DAYS, st.integers(-600, 600))
def test_so_many_months_later_is_so_many_months_away(day: date, months: int) -> None:
    assert month_of(add_months(day, months)) - month_of(day) == months


def test_the_usual_year_is_the_calendar_year() -> None:
    year = fiscal_year(date(2024, 5, 5), last_month=12)
    assert year == FiscalYear(2024, date(2024, 1, 1), date(2024, 12, 31))
    assert year.days == 366
    assert year.months[0] == Month(2024, 1)
    assert len(year.months) == 12


@pytest.mark.parametrize(
    ("begin", "first"),
    [
        (date(2023, 12, 31), date(2024, 1, 1)),
        (date(2024, 1, 1), date(2024, 1, 1)),
        (date(2024, 1, 31), date(2024, 1, 1)),
        (date(2024, 12, 1), date(2024, 12, 1)),
        (date(2024, 12, 31), date(2024, 12, 1)),
        (date(2025, 1, 1), date(2024, 1, 1)),
    ],
)
def test_the_first_year_begins_with_the_month_of_the_first_day(begin: date, first: date) -> None:
    assert numbered_year(2024, last_month=12, books_begin=begin).first == first


def test_a_year_that_ends_in_september_bears_the_later_number() -> None:
    year = fiscal_year(date(2025, 10, 1), last_month=9)
    assert year == numbered_year(2026, last_month=9)
    assert (year.first, year.last) == (date(2025, 10, 1), date(2026, 9, 30))
    assert fiscal_year(date(2026, 9, 30), last_month=9) == year
    assert date(2025, 10, 1) in year
    assert date(2026, 9, 30) in year
    assert date(2025, 9, 30) not in year
    assert date(2026, 10, 1) not in year


def test_the_first_year_begins_with_the_month_of_the_books() -> None:
    begin = date(2026, 3, 17)
    first = fiscal_year(begin, last_month=12, books_begin=begin)
    assert first.first == date(2026, 3, 1)
    assert len(first.months) == 10
    second = fiscal_year(date(2027, 1, 1), last_month=12, books_begin=begin)
    assert second.first == date(2027, 1, 1)


@given(DAYS, st.integers(1, 12))
def test_a_day_lies_in_its_year_and_the_eve_of_it_does_not(day: date, last_month: int) -> None:
    year = fiscal_year(day, last_month=last_month)
    assert day in year
    assert day_before(year.first) not in year
    assert len(year.months) == 12
    assert year.last.year == year.number
