"""When interest is asked for: as it runs up, or on the days that the contract names."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import add_months
from ledger.rules.kip import Kip
from ledger.rules.loan_events import Rescheduled, TakenOver
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import Loan
from ledger.rules.loans import loan_state
from ledger.rules.rulebook import InterestMethod, LoanProduct, ScheduleKind
from ledger.rules.transfers import LoanId
from tests.rules.loan_makers import (
    JAN_5,
    RICE,
    after,
    amounts,
    interest,
    loan,
    products,
    repaid,
)

XAMTAY = replace(RICE, key="xamtay", rate=50, months=12, schedule=ScheduleKind.BULLET)
"""A4, Xamtay: half a percent a month, principal and interest at once after twelve months."""
END = date(2027, 1, 5)


def asked(lent: Loan, day: date) -> Kip:
    return loan_state(lent, day).interest_asked


def test_xamtay_who_pays_at_the_end_is_asked_for_nothing_until_then() -> None:
    goat = loan(XAMTAY, 1_315_385)
    run_up = loan_state(goat, after(END, -1))
    assert (run_up.interest_due, run_up.interest_asked, run_up.principal_due) == (78_924, 0, 0)
    last = loan_state(goat, END)
    assert (last.interest_due, last.interest_asked, last.principal_due) == (
        78_924,
        78_924,
        1_315_385,
    )
    # What runs up after the last day is asked for at once: there is nothing more to wait for.
    assert asked(goat, after(END, 1)) == loan_state(goat, after(END, 1)).interest_due > 78_924


@pytest.mark.parametrize("kind", [k for k in ScheduleKind if k is not ScheduleKind.BULLET])
def test_where_interest_is_paid_as_it_runs_up_all_of_it_is_asked_for(kind: ScheduleKind) -> None:
    lent = loan(replace(RICE, rate=200, schedule=kind, months=12), 1_000_000)
    assert asked(lent, date(2026, 2, 5)) == 20_000
    assert asked(lent, date(2026, 2, 6)) == 40_000


def test_interest_that_is_paid_early_is_not_asked_for_at_the_end() -> None:
    early = loan(XAMTAY, 1_000_000, interest(date(2026, 3, 5), 10_000))
    assert asked(early, date(2026, 3, 5)) == 0
    assert asked(early, END) == 50_000


def test_who_has_paid_all_of_the_principal_is_asked_for_the_rest_of_the_interest() -> None:
    whole = loan(XAMTAY, 1_000_000, repaid(date(2026, 3, 5), 1_000_000))
    assert loan_state(whole, date(2026, 3, 5)).interest_asked == 10_000


def test_days_that_were_agreed_anew_are_waited_for() -> None:
    """Half is left in February, and the committee lets her pay it from April on."""
    monthly = replace(RICE, rate=100, schedule=ScheduleKind.PRINCIPAL_PARTS, months=4)
    lent = loan(
        monthly, 400_000, repaid(date(2026, 2, 5), 100_000), interest(date(2026, 2, 5), 4_000)
    )
    plan = plan_by_months(300_000, first=date(2026, 4, 5), months=3)
    anew = replace(lent, events=(Rescheduled(date(2026, 2, 10), "7", plan),))
    assert asked(lent, date(2026, 3, 5)) == 3_000
    assert asked(anew, date(2026, 3, 5)) == 0
    assert asked(anew, date(2026, 4, 5)) == 6_000
    # Between two of the new days only what the first of them asked for.
    assert loan_state(anew, date(2026, 4, 30)).interest_due == 9_000
    assert asked(anew, date(2026, 4, 30)) == 6_000
    assert asked(anew, date(2026, 6, 5)) == loan_state(anew, date(2026, 6, 5)).interest_due


def test_a_season_s_interest_is_asked_for_at_its_end() -> None:
    rice_bank = replace(XAMTAY, method=InterestMethod.SEASON, rate=1_000, months=6)
    lent = loan(rice_bank, 500_000)
    assert loan_state(lent, JAN_5).interest_due == 50_000
    assert asked(lent, date(2026, 7, 4)) == 0
    assert asked(lent, date(2026, 7, 5)) == 50_000


def test_interest_that_comes_along_with_a_loan_that_is_taken_over_is_asked_for_at_once() -> None:
    taken = TakenOver(JAN_5, "7", LoanId(3), interest=765, fine=4_000)
    lent = replace(loan(XAMTAY, 1_000_000), events=(taken,))
    assert asked(lent, JAN_5) == 765
    assert loan_state(lent, date(2026, 3, 5)).interest_due == 10_765
    assert asked(lent, date(2026, 3, 5)) == 765


@given(products, amounts, st.integers(0, 800), st.integers(0, 100))
def test_never_more_is_asked_for_than_is_owed_and_in_the_end_all_of_it(
    product: LoanProduct, kip: Kip, days: int, paid: int
) -> None:
    lent = loan(product, kip)
    owed = loan_state(lent, JAN_5).interest_due
    if owed and paid:
        lent = replace(lent, moves=(*lent.moves, interest(JAN_5, min(owed, paid))))
    state = loan_state(lent, after(JAN_5, days))
    assert 0 <= state.interest_asked <= state.interest_due
    assert state.last_due is not None
    end = loan_state(lent, add_months(state.last_due, 1))
    assert end.interest_asked == end.interest_due


def test_one_kip_of_principal_is_enough_to_wait_for_the_last_day() -> None:
    almost = loan(XAMTAY, 1_000_000, repaid(date(2026, 3, 5), 999_999))
    state = loan_state(almost, date(2026, 3, 5))
    assert (state.principal, state.interest_due, state.interest_asked) == (1, 10_000, 0)


def test_a_loan_that_is_not_handed_over_asks_for_nothing() -> None:
    agreed = replace(loan(XAMTAY, 1_000_000), moves=())
    assert loan_state(agreed, END).interest_asked == 0
