"""When the clock of the machine is asked about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.clock import MONTHS_WITHOUT_ACT, ClockDoubt, Way, clock_doubt
from ledger.rules.days import add_months

LAST = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("clock", "way"),
    [
        (date(2026, 11, 5), None),
        (date(2026, 11, 6), None),
        (date(2026, 11, 4), Way.BEHIND),
        (date(2023, 1, 1), Way.BEHIND),
        # A group that rested for half a year is not asked; one day later it is.
        (date(2027, 5, 5), None),
        (date(2027, 5, 6), Way.AHEAD),
        (date(2036, 11, 5), Way.AHEAD),
    ],
)
def test_a_clock_is_doubted_before_the_last_act_and_long_after_it(
    clock: date, way: Way | None
) -> None:
    assert clock_doubt(clock, LAST) == (None if way is None else ClockDoubt(way, clock, LAST))


def test_where_nothing_was_written_nothing_is_known() -> None:
    assert clock_doubt(date(1970, 1, 1), None) is None


DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(clock=DAYS, last=DAYS)
def test_every_day_is_taken_or_asked_about_in_one_way(clock: date, last: date) -> None:
    doubt = clock_doubt(clock, last)
    fits = last <= clock <= add_months(last, MONTHS_WITHOUT_ACT)
    assert (doubt is None) == fits
    if doubt is not None:
        assert doubt.way is (Way.BEHIND if clock < last else Way.AHEAD)
        # What is asked about is said with both days.
        assert (doubt.clock, doubt.last) == (clock, last)
