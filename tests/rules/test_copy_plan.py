"""Which copies stay: the newest twenty, a meeting's for a year, a year's for ever."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.copy_plan import (
    NEWEST,
    CopyName,
    copy_name,
    read_copy_name,
    rehearsal_due,
    superfluous,
    to_keep,
)
from ledger.rules.paper_code import PaperCode

MARK = "0123456789abcdef"
PAPER = PaperCode("K5AJ-JYKJ-807Q-320D-X289-S", act=770, entry=7_877, lines=11_646)


def copy(act: int, day: date) -> CopyName:
    return CopyName(act=act, entry=act * 2, head="K5AJJ", day=day, mark=MARK)


def meetings(first: date, count: int, *, apart: int = 30) -> list[CopyName]:
    """A copy after each meeting, so many days apart."""
    return [copy(n + 1, first + timedelta(days=apart * n)) for n in range(count)]


COPIES = st.lists(
    st.tuples(st.integers(1, 900), st.dates(date(2020, 1, 1), date(2032, 12, 31))),
    unique_by=lambda pair: pair[0],
    max_size=120,
).map(lambda pairs: [copy(act, day) for act, day in pairs])


def test_a_name_says_number_seal_and_day() -> None:
    name = copy_name(PAPER, mark=MARK, day=date(2026, 4, 14))
    assert name.file == "0123456789abcdef-000770-007877-K5AJJ-2026-04-14.book"
    assert read_copy_name(name.file) == name


@pytest.mark.parametrize(
    "file",
    [
        "",
        "practice.book",
        "0123456789abcdef-000770-007877-K5AJJ-2026-04-14.book.part",
        "0123456789abcdef-000770-007877-K5AJJ-2026-02-31.book",
        "0123456789abcdef-000770-007877-K5AJU-2026-04-14.book",
        "../0123456789abcdef-000770-007877-K5AJJ-2026-04-14.book",
    ],
)
def test_any_other_name_is_no_copy(file: str) -> None:
    assert read_copy_name(file) is None


def test_the_newest_twenty_stay() -> None:
    same_day = [copy(act, date(2026, 4, 14)) for act in range(1, 41)]
    assert superfluous(same_day) == tuple(same_day[:20])


def test_one_of_each_meeting_stays_for_a_year() -> None:
    weekly = meetings(date(2024, 1, 5), 100, apart=7)
    newest = weekly[-1].day
    kept = to_keep(weekly)
    for one in weekly:
        assert (one in kept) or one.day <= newest - timedelta(days=365)
    twice_each = [*weekly, *(copy(one.act + 500, one.day) for one in weekly)]
    for one in to_keep(twice_each):
        assert one.act > 500 or one.act in {o.act for o in sorted(twice_each)[-NEWEST:]}


def test_a_meeting_s_copy_goes_when_the_newest_one_is_a_year_younger() -> None:
    newest = [copy(act, date(2026, 4, 14)) for act in range(100, 100 + NEWEST)]
    meetings_before = [
        copy(1, date(2024, 12, 20)),
        copy(2, date(2025, 4, 13)),
        copy(3, date(2025, 4, 14)),
        copy(4, date(2025, 4, 15)),
        copy(5, date(2025, 12, 20)),
    ]
    assert superfluous([*meetings_before, *newest]) == tuple(meetings_before[1:3])


def test_the_last_of_each_year_stays_for_ever() -> None:
    monthly = meetings(date(2016, 1, 5), 130)
    kept = to_keep(monthly)
    for year in range(2016, 2027):
        of_year = [one for one in monthly if one.day.year == year]
        assert not of_year or max(of_year) in kept
    assert len(kept) <= NEWEST + 13 + 11


def test_a_clock_or_a_day_far_ahead_throws_no_new_copy_away() -> None:
    monthly = meetings(date(2026, 1, 5), 19)
    wrong = copy(500, date(2099, 1, 5))
    assert superfluous([*monthly, wrong]) == ()


@given(COPIES)
def test_thinning_out_twice_is_thinning_out_once(copies: list[CopyName]) -> None:
    kept = to_keep(copies)
    assert kept | set(superfluous(copies)) == set(copies)
    assert not kept & set(superfluous(copies))
    assert to_keep(kept) == kept


@given(COPIES)
def test_the_newest_copy_always_stays(copies: list[CopyName]) -> None:
    if copies:
        assert max(copies) in to_keep(copies)
        assert len(to_keep(copies)) >= min(len(copies), NEWEST)


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, True),
        (date(2026, 4, 1), False),
        (date(2026, 4, 30), False),
        (date(2026, 3, 31), True),
        (date(2025, 4, 20), True),
        (date(2031, 4, 20), True),
    ],
)
def test_a_copy_is_rehearsed_once_in_a_month(last: date | None, due: bool) -> None:
    assert rehearsal_due(last, date(2026, 4, 20)) == due
