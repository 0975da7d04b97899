"""What savings weigh on each of the five bases, and what a rate a year gives on them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.closing_values import MemberYear, SavingsMonth
from ledger.rules.days import FiscalYear, numbered_year
from ledger.rules.dividends import at_rate, left_out, parts_of_a_year, weight_of, weights_of
from ledger.rules.kip import Rounding, share_out
from ledger.rules.rulebook import DividendBasis, ProfitRules
from tests.rules.years import YEAR, member, saver

# The Wing 5 savings co-operative's published member: 50,000, and 500 at the end of each month.
WING5 = saver(1, 50_000, monthly=500)


def on(basis: DividendBasis, cut_off_day: int = 0, *, exclude: bool = False) -> ProfitRules:
    return ProfitRules(basis=basis, cut_off_day=cut_off_day, exclude_defaulters=exclude)


@pytest.mark.parametrize(
    ("basis", "weight"),
    [
        (DividendBasis.CLOSING, 56_000),
        (DividendBasis.MONTH_END, 639_000),
        (DividendBasis.NEXT_MONTH, 633_000),
        (DividendBasis.MINIMUM, 50_000),
        (DividendBasis.DAILY, 50_000 * 365),
    ],
)
def test_the_same_savings_weigh_differently_on_each_basis(
    basis: DividendBasis, weight: int
) -> None:
    assert weight_of(WING5, on(basis)) == weight


def months(*rows: tuple[int, int, int, int]) -> MemberYear:
    return MemberYear(member(1), tuple(SavingsMonth(*row) for row in rows), day_sum=0)


MOVED = months((100, 60, 0, 20), (160, 0, 90, 0), (70, 30, 0, 30))


@pytest.mark.parametrize(
    ("basis", "weight"),
    [
        (DividendBasis.CLOSING, 100),
        (DividendBasis.MONTH_END, 160 + 70 + 100),
        (DividendBasis.NEXT_MONTH, 100 + 70 + 70),
        (DividendBasis.MINIMUM, 70),
    ],
)
def test_a_withdrawal_stops_earning_in_its_own_month(basis: DividendBasis, weight: int) -> None:
    assert weight_of(MOVED, on(basis)) == weight


def test_the_smallest_balance_may_be_that_of_the_first_morning() -> None:
    assert weight_of(months((0, 60, 0, 0), (60, 0, 0, 0)), on(DividendBasis.MINIMUM)) == 0


def test_a_deposit_by_the_cut_off_day_counts_from_the_start_of_its_month() -> None:
    # Of the 60 of the first month 40 came in time; the 30 of the last month came too late.
    assert weight_of(MOVED, on(DividendBasis.NEXT_MONTH, 5)) == 240 + 40


def test_without_a_cut_off_day_every_deposit_waits_for_the_next_month() -> None:
    early = months((100, 60, 0, 0), (160, 0, 0, 0))
    assert weight_of(early, on(DividendBasis.NEXT_MONTH)) == 260


def test_savings_that_came_and_went_in_one_month_weigh_nothing_and_not_less() -> None:
    assert weight_of(months((0, 100, 100, 100)), on(DividendBasis.NEXT_MONTH)) == 0


@pytest.mark.parametrize("basis", DividendBasis)
def test_a_member_without_a_month_weighs_nothing(basis: DividendBasis) -> None:
    assert weight_of(MemberYear(member(1), (), day_sum=0), on(basis)) == 0


def test_who_is_overdue_is_left_out_only_where_the_rules_say_so() -> None:
    late = saver(2, 100, overdue=1)
    assert not left_out(late, on(DividendBasis.CLOSING))
    strict = on(DividendBasis.CLOSING, exclude=True)
    assert left_out(late, strict)
    assert weights_of([saver(1, 100), late], strict) == (100, 0)


LEAP = numbered_year(2024, last_month=12)
SHORT = numbered_year(2024, last_month=12, books_begin=date(2024, 10, 7))


@pytest.mark.parametrize(
    ("basis", "year", "parts"),
    [
        (DividendBasis.MONTH_END, YEAR, 12),
        (DividendBasis.NEXT_MONTH, SHORT, 12),
        (DividendBasis.DAILY, YEAR, 365),
        (DividendBasis.DAILY, LEAP, 366),
        (DividendBasis.DAILY, SHORT, 366),
        (DividendBasis.CLOSING, LEAP, 1),
        (DividendBasis.MINIMUM, YEAR, 1),
    ],
)
def test_a_year_has_twelve_months_or_its_days(
    basis: DividendBasis, year: FiscalYear, parts: int
) -> None:
    assert parts_of_a_year(basis, year) == parts


def test_wing_5_pays_369250_satang_on_its_published_member() -> None:
    exact = ProfitRules(unit=1, rounding=Rounding.NEAREST)
    weight = weight_of(saver(1, 5_000_000, monthly=50_000), on(DividendBasis.NEXT_MONTH))
    line, shares = at_rate([weight], 700, parts=12, rules=exact)
    assert (line, shares.parts, shares.odd) == (369_250, (369_250,), 0)


def test_a_short_first_year_of_three_months_earns_a_quarter_of_the_rate() -> None:
    weight = weight_of(saver(1, 120_000, year=SHORT), on(DividendBasis.MONTH_END))
    assert at_rate([weight], 1_000, parts=12, rules=ProfitRules(unit=1))[0] == 3_000


def test_a_balance_counts_for_its_days_and_a_leap_day_is_one_of_them() -> None:
    rules = ProfitRules(unit=1)
    for year in (YEAR, LEAP):
        weight = weight_of(saver(1, 100_000, year=year), on(DividendBasis.DAILY))
        parts = parts_of_a_year(DividendBasis.DAILY, year)
        assert at_rate([weight], 500, parts=parts, rules=rules)[0] == 5_000


def test_each_part_goes_down_to_the_unit_and_the_line_keeps_the_rest_visible() -> None:
    line, shares = at_rate([15_000, 25_900], 1_000, parts=1, rules=ProfitRules(unit=1_000))
    assert (line, shares.parts, shares.odd) == (4_090, (1_000, 2_000), 1_090)


SAVERS = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)


@given(SAVERS, st.integers(1, 10**9), st.integers(0, 10**9), st.sampled_from(DividendBasis))
def test_saving_more_never_lowers_a_members_dividend(
    openings: list[int], more: int, pool: int, basis: DividendBasis
) -> None:
    before = [saver(k, kip, monthly=7) for k, kip in enumerate(openings, start=1)]
    after = [saver(1, openings[0] + more, monthly=7), *before[1:]]
    rules = on(basis)
    shares = [share_out(pool, weights_of(m, rules), step=1_000).parts[0] for m in (before, after)]
    assert shares[0] <= shares[1]
