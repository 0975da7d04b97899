"""For which day the next meeting is opened."""

from datetime import date

import pytest

from ledger.rules.meeting_day import meeting_day, next_meeting_day


@pytest.mark.parametrize(
    ("deposit_day", "today", "last", "proposed"),
    [
        # On the day itself, and for the accountant who types the meeting two days later.
        (5, date(2026, 11, 5), date(2026, 10, 5), date(2026, 11, 5)),
        (5, date(2026, 11, 7), date(2026, 10, 5), date(2026, 11, 5)),
        # Before this month's day the last month's may still be missing.
        (5, date(2026, 11, 2), date(2026, 9, 5), date(2026, 10, 5)),
        # It is not: whatever is opened now is for today.
        (5, date(2026, 11, 2), date(2026, 10, 5), date(2026, 11, 2)),
        (5, date(2026, 11, 20), date(2026, 11, 5), date(2026, 11, 20)),
        # The group's first meeting.
        (5, date(2026, 1, 8), None, date(2026, 1, 5)),
        # February has no 30th.
        (30, date(2026, 3, 1), date(2026, 1, 30), date(2026, 2, 28)),
        (31, date(2026, 2, 28), None, date(2026, 2, 28)),
    ],
)
def test_the_newest_deposit_day_without_a_meeting(
    deposit_day: int, today: date, last: date | None, proposed: date
) -> None:
    assert meeting_day(deposit_day, today, last=last) == proposed


@pytest.mark.parametrize(
    ("deposit_day", "today", "last", "expected"),
    [
        # Held: the next one is next month's, or this month's when that is still to come.
        (5, date(2026, 11, 20), date(2026, 11, 5), date(2026, 12, 5)),
        (5, date(2026, 11, 2), date(2026, 10, 5), date(2026, 11, 5)),
        # The day has passed, or is today, and nobody has met yet.
        (5, date(2026, 11, 8), date(2026, 10, 5), date(2026, 11, 5)),
        (5, date(2026, 11, 5), date(2026, 10, 5), date(2026, 11, 5)),
        (5, date(2026, 11, 2), date(2026, 9, 5), date(2026, 10, 5)),
        # The books began after this month's day: nothing was missed.
        (5, date(2026, 1, 20), None, date(2026, 2, 5)),
        (31, date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
    ],
)
def test_the_day_on_which_the_group_meets_next(
    deposit_day: int, today: date, last: date | None, expected: date
) -> None:
    begin = date(2026, 1, 10)
    assert next_meeting_day(deposit_day, today, last=last, begin=begin) == expected


def test_books_that_begin_on_the_deposit_day_begin_with_a_meeting() -> None:
    first, later = date(2026, 1, 5), date(2026, 1, 8)
    assert next_meeting_day(5, later, last=None, begin=first) == first
