from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.rules.days import add_months, month_of, months_started
from ledger.rules.interest import bearing, charges, period_days, rate_of, rate_of_days
from ledger.rules.kip import Kip, share_out
from ledger.rules.loan_history import Run, run_of
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.rules.rulebook import InterestMethod, LoanProduct, MonthCount
from tests.rules.loan_makers import JAN_5, RICE, after, loan, loans, repaid

FLAT = replace(RICE, method=InterestMethod.FLAT)
SEASON = replace(RICE, method=InterestMethod.SEASON, rate=1_500)
BY_NAME = replace(RICE, count=MonthCount.CALENDAR)
BY_DAY = replace(RICE, count=MonthCount.DAYS)


def charged(lent: Loan, day: date) -> Kip:
    """The interest of a loan on which none has been paid."""
    return loan_state(lent, day).interest_due


def test_xamtay_earns_its_interest_to_the_kip() -> None:
    """685 borrowers, 1,021,552,000 kip, 0.5 % a month, paid back once after twelve months."""
    sums = share_out(1_021_552_000, [1] * 685, step=1_000)
    lent = [*sums.parts[:-1], sums.parts[-1] + sums.odd]
    terms = replace(RICE, rate=50)
    states = [loan_state(loan(terms, kip), add_months(JAN_5, 12)) for kip in lent]
    assert sum(state.principal for state in states) == 1_021_552_000
    assert sum(state.interest_due for state in states) == 61_293_120


@pytest.mark.parametrize(("rate", "interest"), [(0, 0), (100, 30_000), (200, 60_000)])
def test_trat_takes_one_percent_or_two_and_some_pay_none(rate: int, interest: Kip) -> None:
    lent = loan(replace(RICE, rate=rate), 1_000_000)
    assert charged(lent, add_months(JAN_5, 3)) == interest


def test_ratanak_samaki_lowers_its_rate_and_running_loans_keep_theirs() -> None:
    """3 % became 2.5 % by resolution; each loan goes on as it was asked for."""
    before = loan(replace(RICE, rate=300), 2_000_000)
    since = loan(replace(RICE, rate=250), 2_000_000)
    assert charged(before, add_months(JAN_5, 2)) == 120_000
    assert charged(since, add_months(JAN_5, 2)) == 100_000


@pytest.mark.parametrize(
    ("days", "months"), [(0, 0), (1, 1), (31, 1), (32, 2), (59, 2), (60, 3), (365, 12), (366, 13)]
)
def test_a_month_costs_as_soon_as_it_has_begun(days: int, months: int) -> None:
    assert charged(loan(RICE, 1_000_000), after(JAN_5, days)) == months * 30_000


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2026, 1, 31), 0),
        (date(2026, 2, 1), 1),
        (date(2026, 2, 28), 1),
        (date(2026, 3, 1), 2),
        (date(2027, 1, 1), 12),
    ],
)
def test_lent_in_january_and_paid_in_march_is_two(day: date, months: int) -> None:
    assert charged(loan(BY_NAME, 1_000_000), day) == months * 30_000


def test_by_the_day_a_year_is_twelve_months_and_a_leap_year_a_day_more() -> None:
    assert charged(loan(BY_DAY, 1_000_000), after(JAN_5, 365)) == 360_000
    assert charged(loan(BY_DAY, 1_000_000), after(JAN_5, 366)) == 360_986


def test_what_is_paid_back_bears_no_interest_from_the_next_month_on() -> None:
    part = loan(RICE, 1_000_000, repaid(date(2026, 2, 5), 400_000))
    assert charged(part, date(2026, 2, 5)) == 30_000
    assert charged(part, date(2026, 2, 6)) == 30_000 + 18_000
    late = loan(RICE, 1_000_000, repaid(date(2026, 2, 6), 400_000))
    assert charged(late, date(2026, 3, 5)) == 60_000
    assert charged(late, date(2026, 3, 6)) == 60_000 + 18_000


def test_flat_interest_is_on_the_whole_until_the_last_kip() -> None:
    part = loan(FLAT, 1_000_000, repaid(date(2026, 2, 5), 999_999))
    assert charged(part, date(2026, 3, 5)) == 60_000
    whole = loan(FLAT, 1_000_000, repaid(date(2026, 2, 5), 1_000_000))
    assert charged(whole, date(2028, 3, 5)) == 30_000


def test_flat_interest_by_the_day_stops_with_the_last_kip() -> None:
    by_day = replace(FLAT, count=MonthCount.DAYS)
    lent = loan(
        by_day, 1_000_000, repaid(after(JAN_5, 73), 400_000), repaid(after(JAN_5, 146), 600_000)
    )
    assert charged(lent, after(JAN_5, 500)) == 144_000


def test_a_season_costs_once_and_never_again() -> None:
    lent = loan(SEASON, 1_000_000)
    assert charged(lent, JAN_5) == 150_000
    assert charged(lent, add_months(JAN_5, 30)) == 150_000


@pytest.mark.parametrize("product", [RICE, FLAT, BY_NAME, BY_DAY, SEASON])
def test_brought_back_on_the_same_day_only_the_season_costs(product: LoanProduct) -> None:
    lent = loan(product, 1_000_000, repaid(JAN_5, 1_000_000))
    owed = 150_000 if product is SEASON else 0
    assert [charged(lent, after(JAN_5, days)) for days in (0, 1, 400)] == [owed] * 3


def test_brought_back_in_the_month_it_was_lent_costs_nothing_by_the_name_of_the_month() -> None:
    lent = loan(BY_NAME, 1_000_000, repaid(date(2026, 1, 31), 1_000_000))
    assert charged(lent, date(2026, 6, 1)) == 0


def test_a_repayment_that_was_taken_back_bears_interest_again() -> None:
    lent = loan(
        RICE, 1_000_000, repaid(date(2026, 2, 1), 1_000_000), repaid(date(2026, 2, 10), -1_000_000)
    )
    assert charged(lent, date(2026, 3, 5)) == 30_000
    assert charged(lent, date(2026, 3, 6)) == 60_000


def test_the_months_of_a_loan_of_the_31st_keep_its_day() -> None:
    begins = period_days(MonthCount.STARTED, date(2026, 1, 31), date(2026, 4, 1))
    assert begins == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))


def _run(lent: Loan, day: date) -> Run:
    run = run_of(lent.moves, day)
    assert run is not None
    return run


def _day_by_day(lent: Loan, until: date) -> Kip:
    """The same interest as somebody would reckon it who turns the leaves of a calendar."""
    product, run = lent.request.product, _run(lent, until)
    months, nights = 0, 0
    day = run.start
    while day < until:
        left = run.on(day).outstanding
        morrow = after(day, 1)
        base = bearing(product, lent=run.kip, outstanding=left)
        if product.count is MonthCount.CALENDAR:
            begun = month_of(morrow) != month_of(day)
        else:
            begun = months_started(run.start, morrow) > months_started(run.start, day)
        months += begun * rate_of(product, base)
        nights += base
        day = morrow
    if product.method is InterestMethod.SEASON:
        return rate_of(product, run.kip)
    return rate_of_days(product, nights) if product.count is MonthCount.DAYS else months


@settings(max_examples=60)
@given(loans(), st.integers(0, 1_200))
def test_interest_is_what_a_calendar_says(lent: Loan, days: int) -> None:
    start = lent.moves[0].day
    day = after(start, days)
    run = _run(lent, day)
    assert charges(lent.request.product, run, day)(day) == _day_by_day(lent, day)


@given(loans(), st.lists(st.integers(0, 1_500), min_size=2, max_size=6))
def test_interest_never_becomes_smaller(lent: Loan, some: list[int]) -> None:
    last = after(lent.moves[0].day, max(some))
    run = _run(lent, last)
    interest = charges(lent.request.product, run, last)
    sums = [interest(after(run.start, days)) for days in sorted(some)]
    assert sums == sorted(sums)
    assert sums[0] >= 0
    # Looking at an earlier day from today, or on that day itself, is the same.
    early = after(run.start, min(some))
    assert sums[0] == charges(lent.request.product, _run(lent, early), early)(early)
