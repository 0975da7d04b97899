from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.rules.days import add_months, month_of, months_started
from ledger.rules.interest import bearing, charges, period_days, rate_of, rate_of_days
from ledger.rules.kip import Kip, share_out
from ledger.rules.loan_events import InterestPaused
from ledger.rules.loan_history import Run, run_of
from ledger.rules.loan_values import Loan, LoanMove, MoveKind
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


def test_a_month_that_begins_on_the_last_day_is_not_counted_yet() -> None:
    assert period_days(MonthCount.STARTED, JAN_5, date(2026, 2, 5)) == (JAN_5,)
    assert period_days(MonthCount.STARTED, JAN_5, date(2026, 2, 6)) == (JAN_5, date(2026, 2, 5))
    assert period_days(MonthCount.CALENDAR, JAN_5, date(2026, 2, 28)) == (date(2026, 1, 31),)
    assert period_days(MonthCount.STARTED, JAN_5, JAN_5) == ()


# As dear as the whole loan: each kip on which a month is counted is seen in the interest.
DEAR = replace(RICE, rate=10_000)
FEB_1, FEB_20 = date(2026, 2, 1), date(2026, 2, 20)


def test_to_the_kip_on_what_a_month_is_counted() -> None:
    assert bearing(FLAT, lent=100, outstanding=1) == 100
    assert bearing(FLAT, lent=100, outstanding=0) == 0
    moves = [LoanMove(FEB_1, MoveKind.PAY_OUT, 50), repaid(FEB_20, 130)]
    run = _run(loan(DEAR, 100, *moves), after(JAN_5, 400))
    interest = charges(DEAR, run, after(JAN_5, 400))
    # A hundred for January and February, fifty for the month from the 1st of February; what comes
    # back on the 20th are all hundred of the first part, and thirty of the second.
    assert interest(FEB_1) == 100
    assert interest(date(2026, 2, 5)) == 150
    assert interest(FEB_20) == 250
    assert interest(date(2026, 3, 1)) == 250
    assert interest(date(2026, 3, 2)) == 270


def test_what_is_lost_bears_no_interest() -> None:
    lost = [repaid(FEB_1, 40), LoanMove(FEB_1, MoveKind.WRITTEN_OFF, 60)]
    for product in (DEAR, replace(DEAR, count=MonthCount.CALENDAR)):
        run = _run(loan(product, 100, *lost), after(JAN_5, 90))
        assert charges(product, run, after(JAN_5, 90))(after(JAN_5, 90)) == 100


def test_each_part_of_a_season_costs_from_its_own_day() -> None:
    run = _run(loan(SEASON, 1_000, LoanMove(FEB_1, MoveKind.PAY_OUT, 500)), FEB_20)
    interest = charges(SEASON, run, FEB_20)
    assert [interest(day) for day in (JAN_5, after(FEB_1, -1), FEB_1)] == [150, 150, 225]


def test_a_kip_lent_for_a_day_costs_its_day() -> None:
    """At a rate that makes twelve kip of one day's kip."""
    product = replace(BY_DAY, rate=3_650_000)
    interest = charges(product, _run(loan(product, 1), FEB_1), FEB_1)
    assert [interest(after(JAN_5, days)) for days in (0, 1, 2)] == [0, 12, 24]


def test_only_a_month_that_begins_in_a_pause_is_free() -> None:
    lent = loan(RICE, 1_000_000)
    pauses = [(date(2026, 2, 6), date(2026, 3, 5)), (date(2026, 6, 1), date(2026, 6, 2))]
    lent = replace(lent, events=tuple(InterestPaused(JAN_5, "7", *days) for days in pauses))
    found = [charged(lent, date(2026, month, 6)) for month in (1, 2, 3, 4, 7)]
    assert found == [30_000, 30_000, 60_000, 90_000, 180_000]
    only = replace(lent, events=(InterestPaused(JAN_5, "7", *[date(2026, 2, 6)] * 2),))
    assert charged(only, date(2026, 3, 5)) == 30_000, "its first day is enough"


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
