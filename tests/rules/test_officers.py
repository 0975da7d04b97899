"""Who is in office on a day."""

from dataclasses import replace
from datetime import date

import pytest

from tests.villages import OFFICERS

FIRST, LAST = date(2025, 3, 1), date(2026, 2, 28)


@pytest.mark.parametrize(
    ("day", "serves"),
    [
        (date(2025, 2, 28), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 3, 1), False),
    ],
)
def test_first_and_last_day_count(day: date, serves: bool) -> None:
    assert replace(OFFICERS[0], since=FIRST, until=LAST).serves(day) is serves


def test_without_days_she_serves_always() -> None:
    assert OFFICERS[0].serves(date(1999, 1, 1))
    assert OFFICERS[0].serves(date(2099, 1, 1))
