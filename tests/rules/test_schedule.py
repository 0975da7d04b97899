from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import add_months
from ledger.rules.kip import Kip, Rounding
from ledger.rules.loan_values import LoanStage
from ledger.rules.loans import loan_state, schedule
from ledger.rules.rulebook import InterestMethod, LoanProduct, MonthCount, ScheduleKind
from ledger.rules.schedule import due_days, last_day
from tests.rules.loan_makers import (
    JAN_5,
    RICE,
    after,
    amounts,
    days,
    interest,
    loan,
    pairs,
    products,
    repaid,
    request,
)

MONTHLY = replace(RICE, schedule=ScheduleKind.INTEREST_MONTHLY, months=3)
PARTS = replace(RICE, schedule=ScheduleKind.PRINCIPAL_PARTS, months=3)
LEVEL = replace(RICE, schedule=ScheduleKind.INSTALMENTS, months=3)
RICE_BANK = replace(RICE, method=InterestMethod.SEASON, rate=1_000, season_end=(1, 31), months=12)


def rows_of(product: LoanProduct, kip: Kip, paid_out: date = JAN_5) -> list[tuple[Kip, Kip]]:
    return pairs(schedule(request(product, kip), kip, paid_out))


def test_a_goat_of_xamtay_is_paid_back_once_after_a_year() -> None:
    """0.5 % for twelve months, principal and interest together on one day."""
    goats = replace(RICE, rate=50)
    (row,) = schedule(request(goats, 1_315_000), 1_315_000, date(2021, 9, 30))
    assert row.due == date(2022, 9, 30)
    assert (row.principal, row.interest) == (1_315_000, 78_900)


def test_interest_each_month_and_the_principal_at_the_end() -> None:
    assert rows_of(MONTHLY, 1_000_000) == [(0, 30_000), (0, 30_000), (1_000_000, 30_000)]


def test_equal_parts_of_the_principal_and_the_interest_of_the_month() -> None:
    assert rows_of(PARTS, 1_000_000) == [(333_333, 30_000), (333_333, 20_000), (333_334, 10_000)]


def test_equal_instalments_are_the_smallest_that_end_the_loan() -> None:
    assert rows_of(LEVEL, 1_000_000) == [(323_531, 30_000), (333_237, 20_294), (343_232, 10_297)]


def test_equal_instalments_of_flat_interest_have_equal_principal() -> None:
    flat = replace(LEVEL, method=InterestMethod.FLAT)
    assert rows_of(flat, 1_000_000) == [(333_334, 30_000), (333_334, 30_000), (333_332, 30_000)]


def test_equal_instalments_of_a_season_pay_its_interest_first() -> None:
    """The interest of a season is due from the first day on, more than one instalment here."""
    season = replace(LEVEL, method=InterestMethod.SEASON, rate=6_000)
    assert rows_of(season, 900_000) == [(0, 480_000), (420_000, 60_000), (480_000, 0)]


def test_interest_of_a_season_stands_in_the_first_row() -> None:
    season = replace(PARTS, method=InterestMethod.SEASON, rate=1_000)
    assert rows_of(season, 900_000) == [(300_000, 90_000), (300_000, 0), (300_000, 0)]


def test_a_loan_for_illness_without_interest_has_one_day() -> None:
    """0 %: nothing is to be paid in the months before the last, so nobody is called."""
    (row,) = schedule(request(replace(MONTHLY, rate=0), 400_000), 400_000, JAN_5)
    assert (row.due, row.principal, row.interest) == (date(2026, 4, 5), 400_000, 0)


def test_as_she_can_until_the_last_day() -> None:
    free = replace(RICE, schedule=ScheduleKind.FREE, months=6)
    assert rows_of(free, 1_000_000) == [(1_000_000, 180_000)]


def test_by_the_day_february_is_cheaper_than_march() -> None:
    by_days = replace(MONTHLY, count=MonthCount.DAYS)
    assert rows_of(by_days, 1_000_000) == [(0, 30_575), (0, 27_617), (1_000_000, 30_575)]


def test_by_the_day_a_kip_costs_its_days_and_not_one_more() -> None:
    """120 % of a hundred percent a day over 365: one kip costs 10.19 for the 31 days of January."""
    by_days = replace(RICE, count=MonthCount.DAYS, rate=100_000, months=1)
    assert rows_of(by_days, 1) == [(1, 10)]


def test_by_the_name_of_the_month_every_month_has_one_name() -> None:
    by_name = replace(PARTS, count=MonthCount.CALENDAR)
    assert rows_of(by_name, 1_000_000) == rows_of(PARTS, 1_000_000)


def test_lent_on_the_31st_it_is_due_on_the_last_day_of_a_shorter_month() -> None:
    dues = due_days(MONTHLY, 3, date(2026, 1, 31))
    assert dues == (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30))


def test_rice_lent_in_june_comes_back_in_january() -> None:
    """A rice bank lends from the first of June and collects in January, 10 % for the season."""
    (row,) = schedule(request(RICE_BANK, 500_000), 500_000, date(2025, 6, 1))
    assert (row.due, row.principal, row.interest) == (date(2026, 1, 31), 500_000, 50_000)


@pytest.mark.parametrize(
    ("paid_out", "end", "last"),
    [
        (date(2026, 1, 30), (1, 31), date(2026, 1, 31)),
        (date(2026, 1, 31), (1, 31), date(2027, 1, 31)),
        (date(2026, 2, 1), (1, 31), date(2027, 1, 31)),
        (date(2026, 1, 5), (2, 29), date(2026, 2, 28)),
        (date(2027, 12, 5), (2, 29), date(2028, 2, 29)),
    ],
)
def test_the_next_end_of_the_season_is_after_the_pay_out(
    paid_out: date, end: tuple[int, int], last: date
) -> None:
    assert last_day(replace(RICE, season_end=end), 12, paid_out) == last


def test_months_before_the_end_of_the_season_are_due_on_the_day_of_the_pay_out() -> None:
    product = replace(MONTHLY, season_end=(3, 20))
    rows = schedule(request(product, 1_000_000), 1_000_000, JAN_5)
    assert [row.due for row in rows] == [date(2026, 2, 5), date(2026, 3, 5), date(2026, 3, 20)]
    assert [row.interest for row in rows] == [30_000, 30_000, 30_000]


def test_a_running_loan_that_is_already_over_when_the_book_begins_is_due_at_once() -> None:
    (row,) = schedule(request(PARTS, 700_000, months=0), 700_000, JAN_5)
    assert (row.due, row.principal, row.interest) == (JAN_5, 700_000, 0)
    by_days = replace(PARTS, count=MonthCount.DAYS)
    assert schedule(request(by_days, 700_000, months=0), 700_000, JAN_5) == (row,)


def test_nothing_lent_has_no_schedule() -> None:
    with pytest.raises(ValueError, match="nothing to pay back"):
        schedule(request(RICE, 1), 0, JAN_5)


@given(products, amounts, days)
def test_a_schedule_adds_up_and_goes_forward(product: LoanProduct, kip: Kip, day: date) -> None:
    rows = schedule(request(product, kip), kip, day)
    assert sum(row.principal for row in rows) == kip
    assert all(row.principal >= 0 and row.interest >= 0 for row in rows)
    assert all(row.principal + row.interest > 0 for row in rows)
    assert all(one.due < two.due for one, two in pairwise(rows))
    assert rows[0].due > day
    assert rows[-1].due <= last_day(product, product.months, day)


@given(products, st.integers(100_000, 50_000_000), days)
def test_instalments_are_equal_and_the_last_is_a_little_less(
    product: LoanProduct, kip: Kip, day: date
) -> None:
    product = replace(product, schedule=ScheduleKind.INSTALMENTS)
    *totals, last = (sum(pair) for pair in pairs(schedule(request(product, kip), kip, day)))
    assert len(set(totals)) <= 1
    assert 0 < last <= min(totals, default=last)


@given(amounts, st.integers(1, 36), days)
def test_no_smaller_instalment_would_do(kip: Kip, months: int, day: date) -> None:
    without_interest = replace(LEVEL, rate=0, months=months)
    first = schedule(request(without_interest, kip), kip, day)[0].principal
    assert (first - 1) * months < kip <= first * months


@given(products, amounts, days)
def test_who_pays_as_agreed_owes_nothing_and_is_never_late(
    product: LoanProduct, kip: Kip, day: date
) -> None:
    """The schedule and the reckoning of what is owed are two functions; here they meet."""
    rows = schedule(request(product, kip), kip, day)
    moves = [interest(row.due, row.interest) for row in rows]
    moves += [repaid(row.due, row.principal) for row in rows]
    paid = loan(product, kip, *moves, paid_out=day)
    assert loan_state(paid, after(rows[-1].due, -1)).stage is LoanStage.PAID_OUT
    ended = loan_state(paid, rows[-1].due)
    assert (ended.stage, ended.settlement, ended.fine_due) == (LoanStage.REPAID, 0, 0)
    assert ended.interest_paid == sum(row.interest for row in rows)
    for row in rows:
        state = loan_state(paid, after(row.due, 40))
        assert (state.overdue, state.overdue_since, state.fine_due) == (0, None, 0)


@given(amounts, days)
def test_level_instalments_do_not_depend_on_how_months_are_named(kip: Kip, day: date) -> None:
    level = replace(LEVEL, rounding=Rounding.DOWN, months=12)
    by_name = replace(level, count=MonthCount.CALENDAR)
    assert rows_of(level, kip, day) == rows_of(by_name, kip, day)
    assert due_days(level, 12, day)[-1] == add_months(day, 12)
