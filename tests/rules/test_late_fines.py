from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.kip import Kip
from ledger.rules.late_fines import DueSum, due_sums
from ledger.rules.loan_history import DaySums
from ledger.rules.loan_plan import Agreed
from ledger.rules.loan_values import Loan, MoveKind, ScheduleRow
from ledger.rules.loans import loan_state
from ledger.rules.rulebook import InterestMethod, LateFine, LoanProduct, ScheduleKind
from tests.rules.loan_makers import (
    JAN_5,
    RICE,
    after,
    fine,
    interest,
    loan,
    loans,
    repaid,
)

# 3 % a month, everything back after two months; 1 % a month on what is late, after ten days.
LATE = replace(RICE, months=2, late=LateFine.PERCENT, late_points=100, grace_days=10)
FIXED = replace(LATE, late=LateFine.FIXED, late_kip=5_000)
MAR_5 = date(2026, 3, 5)


def test_a_due_day_misses_what_was_neither_paid_nor_waived_nor_lost() -> None:
    due = DueSum(MAR_5, interest=90, principal=500)
    nothing = DaySums(outstanding=500, repaid=0, interest=0, fine=0)
    assert due.unpaid(nothing) == 590
    assert due.unpaid(replace(nothing, interest=50, waived=30, repaid=200, lost=100)) == 10 + 200
    # Neither half makes up for the other.
    assert due.unpaid(replace(nothing, interest=900)) == 500
    assert due.unpaid(replace(nothing, repaid=900)) == 90


def test_due_days_are_those_of_the_agreement_and_then_each_month() -> None:
    agreed = Agreed((ScheduleRow(MAR_5, 500, 60),), principal=7)

    def sums(until: date) -> list[tuple[date, Kip, Kip]]:
        found = due_sums(RICE, agreed, lambda day: day.month * 10, until)
        return [(due.day, due.interest, due.principal) for due in found]

    first, second = (MAR_5, 30, 507), (date(2026, 4, 5), 40, 507)
    assert sums(after(MAR_5, -1)) == []
    assert sums(MAR_5) == [first]
    assert sums(date(2026, 4, 4)) == [first]
    assert sums(date(2026, 4, 5)) == [first, second]
    assert sums(date(2026, 5, 5)) == [first, second, (date(2026, 5, 5), 50, 507)]


def fine_due(lent: Loan, day: date) -> Kip:
    return loan_state(lent, day).fine_due


def test_the_days_of_grace_cost_nothing() -> None:
    lent = loan(LATE, 1_000_000)
    assert fine_due(lent, after(MAR_5, 10)) == 0
    assert fine_due(lent, after(MAR_5, 11)) == 10_600  # 1 % of 1,060,000


def test_each_further_month_costs_on_what_is_overdue_by_then() -> None:
    lent = loan(LATE, 1_000_000)
    assert fine_due(lent, date(2026, 4, 15)) == 10_600
    assert fine_due(lent, date(2026, 4, 16)) == 10_600 + 10_900
    assert fine_due(lent, date(2026, 6, 16)) == 10_600 + 10_900 + 11_200 + 11_500


def test_a_fixed_fine_is_the_same_each_month() -> None:
    lent = loan(FIXED, 1_000_000)
    days = [after(MAR_5, 10), after(MAR_5, 11), date(2026, 4, 16), date(2026, 5, 16)]
    assert [fine_due(lent, day) for day in days] == [0, 5_000, 10_000, 15_000]


def test_where_the_group_takes_no_fine_lateness_is_still_seen() -> None:
    state = loan_state(loan(replace(LATE, late=LateFine.NONE), 1_000_000), date(2026, 4, 16))
    assert (state.fine_due, state.overdue, state.overdue_since) == (0, 1_090_000, MAR_5)


def test_paid_on_the_last_day_of_grace_is_in_time() -> None:
    day = after(MAR_5, 10)
    in_time = loan(LATE, 1_000_000, repaid(day, 1_000_000), interest(day, 90_000))
    assert fine_due(in_time, date(2027, 1, 1)) == 0
    # The interest of the third month, begun by then, is not late: its day has not come.
    without = loan(LATE, 1_000_000, repaid(day, 1_000_000), interest(day, 60_000))
    assert fine_due(without, after(MAR_5, 11)) == 0


def test_one_day_later_is_late_once() -> None:
    day = after(MAR_5, 11)
    lent = loan(FIXED, 1_000_000, repaid(day, 1_000_000), interest(day, 90_000))
    assert [fine_due(lent, d) for d in (day, date(2027, 1, 1))] == [5_000, 5_000]


def test_a_fine_that_was_paid_is_not_due_again() -> None:
    lent = loan(FIXED, 1_000_000, fine(after(MAR_5, 11), 5_000))
    state = loan_state(lent, after(MAR_5, 12))
    assert (state.fine_due, state.fine_paid) == (0, 5_000)
    assert fine_due(lent, date(2026, 4, 16)) == 5_000


def test_more_fine_paid_than_charged_is_never_owed_back() -> None:
    assert fine_due(loan(FIXED, 1_000_000, fine(JAN_5, 7_000)), after(MAR_5, 11)) == 0


def test_principal_paid_ahead_does_not_pay_interest() -> None:
    monthly = replace(FIXED, schedule=ScheduleKind.INTEREST_MONTHLY, months=12)
    ahead = loan(monthly, 1_000_000, repaid(JAN_5, 500_000))
    state = loan_state(ahead, date(2026, 2, 16))
    assert (state.overdue, state.fine_due) == (15_000, 5_000)


def test_an_instalment_that_was_missed_is_overdue_since_its_own_day() -> None:
    parts = replace(FIXED, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4, grace_days=0)
    paid = [repaid(date(2026, 2, 5), 250_000), interest(date(2026, 2, 5), 30_000)]
    state = loan_state(loan(parts, 1_000_000, *paid), date(2026, 4, 6))
    assert (state.overdue, state.overdue_since) == (500_000 + 2 * 22_500, MAR_5)
    assert state.fine_due == 2 * 5_000


def test_the_interest_of_a_season_is_late_only_with_the_loan() -> None:
    """It is due from the first day on, but who pays the agreed instalments is not late."""
    season = replace(FIXED, method=InterestMethod.SEASON, rate=1_000)
    lent = loan(season, 1_000_000)
    assert loan_state(lent, date(2026, 2, 20)).overdue == 0
    for day in (date(2026, 3, 20), date(2026, 5, 20)):
        assert loan_state(lent, day).overdue == 1_100_000


def test_a_loan_of_the_31st_is_late_at_the_ends_of_months() -> None:
    lent = loan(replace(FIXED, months=1, grace_days=0), 100_000, paid_out=date(2026, 1, 31))
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 28), date(2026, 3, 29)]
    assert [fine_due(lent, day) for day in days] == [0, 5_000, 5_000, 10_000]


@given(loans(), st.integers(0, 1_500), st.integers(0, 60))
def test_fines_charged_never_become_fewer(lent: Loan, days: int, more: int) -> None:
    unpaid = replace(lent, moves=tuple(m for m in lent.moves if m.kind is not MoveKind.FINE))
    day = after(lent.moves[0].day, days)
    assert 0 <= fine_due(unpaid, day) <= fine_due(unpaid, after(day, more))


@given(loans(), st.integers(0, 1_500))
def test_overdue_is_a_part_of_what_is_owed_and_has_a_first_day(lent: Loan, days: int) -> None:
    day = after(lent.moves[0].day, days)
    product: LoanProduct = lent.request.product
    state = loan_state(lent, day)
    assert 0 <= state.overdue <= state.principal + state.interest_due
    assert (state.overdue > 0) == (state.overdue_since is not None)
    if state.overdue_since is not None:
        assert after(state.overdue_since, product.grace_days) < day
