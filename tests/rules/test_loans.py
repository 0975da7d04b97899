from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanStage, MoveKind, Split
from ledger.rules.loans import (
    LoanNotRunning,
    MoreThanOwed,
    loan_state,
    owed_on,
    split_repayment,
)
from ledger.rules.refusals import AmountOutOfRange
from ledger.rules.rulebook import LateFine, Purse, ScheduleKind
from tests.rules.loan_makers import JAN_5, RICE, after, fine, interest, loan, loans, repaid

ORDER = (Purse.FINE, Purse.INTEREST, Purse.PRINCIPAL)
PARTS = replace(
    RICE,
    schedule=ScheduleKind.PRINCIPAL_PARTS,
    months=4,
    late=LateFine.FIXED,
    late_kip=5_000,
)
LENT = loan(PARTS, 1_000_000)
MAR_6 = date(2026, 3, 6)


# --- the stages -----------------------------------------------------------------------------


def test_a_loan_goes_from_asked_for_to_repaid() -> None:
    day = after(JAN_5, 3)
    moves = (LoanMove(after(day, 1), MoveKind.PAY_OUT, 1_000_000), repaid(after(day, 1), 1_000_000))
    decided = LoanDecision(day=day, number="4", approved=True, kip=1_000_000)
    asked = replace(LENT, decision=None, moves=())
    approved = replace(asked, decision=decided)
    assert loan_state(asked, day).stage is LoanStage.REQUESTED
    assert loan_state(approved, after(day, -1)).stage is LoanStage.REQUESTED
    assert loan_state(approved, day).stage is LoanStage.APPROVED
    refused = replace(asked, decision=replace(decided, approved=False))
    assert loan_state(refused, day).stage is LoanStage.REFUSED
    assert loan_state(replace(approved, moves=moves), day).stage is LoanStage.APPROVED
    paid_out = replace(approved, moves=moves[:1])
    assert loan_state(paid_out, after(day, 1)).stage is LoanStage.PAID_OUT
    assert loan_state(replace(approved, moves=moves), after(day, 1)).stage is LoanStage.REPAID


def test_before_the_pay_out_nothing_is_owed_and_no_day_is_set() -> None:
    state = loan_state(replace(LENT, moves=()), MAR_6)
    assert (state.settlement, state.principal_due, state.overdue, state.last_due) == (0, 0, 0, None)
    assert (state.interest_paid, state.fine_paid, state.written_off, state.recovered) == (0,) * 4


def test_where_a_loan_stands_in_the_middle_of_its_time() -> None:
    state = loan_state(LENT, MAR_6)
    assert (state.principal, state.principal_due) == (1_000_000, 500_000)
    assert (state.interest_due, state.fine_due) == (90_000, 10_000)
    assert (state.overdue, state.overdue_since) == (560_000, date(2026, 2, 5))
    assert state.settlement == 1_100_000
    assert state.last_due == date(2026, 5, 5)


def test_before_the_first_due_day_no_principal_is_due() -> None:
    assert loan_state(LENT, date(2026, 2, 4)).principal_due == 0


def test_what_was_paid_ahead_is_not_due_any_more() -> None:
    ahead = loan(PARTS, 1_000_000, repaid(JAN_5, 400_000))
    assert loan_state(ahead, date(2026, 2, 5)).principal_due == 0
    assert loan_state(ahead, MAR_6).principal_due == 100_000


def test_interest_is_owed_even_when_the_principal_is_back() -> None:
    day = date(2026, 1, 20)
    lent = loan(replace(PARTS, months=1), 1_000_000, repaid(day, 1_000_000))
    state = loan_state(lent, MAR_6)
    assert (state.stage, state.settlement) == (LoanStage.PAID_OUT, 30_000 + 10_000)
    assert (state.overdue, state.overdue_since) == (30_000, date(2026, 2, 5))


def test_a_fine_alone_keeps_a_loan_open() -> None:
    paid = (repaid(MAR_6, 1_000_000), interest(MAR_6, 90_000))
    assert loan_state(loan(PARTS, 1_000_000, *paid), MAR_6).stage is LoanStage.PAID_OUT
    ended = loan(PARTS, 1_000_000, *paid, fine(MAR_6, 10_000))
    assert loan_state(ended, date(2030, 1, 1)).stage is LoanStage.REPAID


def test_more_interest_paid_than_charged_is_not_owed_back() -> None:
    state = loan_state(loan(PARTS, 1_000_000, interest(JAN_5, 40_000)), date(2026, 2, 5))
    assert (state.interest_due, state.interest_paid) == (0, 40_000)


@given(loans(), st.integers(0, 1_500), st.randoms(use_true_random=False))
def test_the_order_of_repayments_on_one_day_does_not_matter(
    lent: Loan, days: int, chance: Random
) -> None:
    day = after(lent.moves[0].day, days)
    shuffled = list(lent.moves)
    chance.shuffle(shuffled)
    assert loan_state(replace(lent, moves=tuple(shuffled)), day) == loan_state(lent, day)


# --- dividing a repayment -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kip", "parts"),
    [
        (8_000, Split(fine=8_000, interest=0, principal=0)),
        (60_000, Split(fine=10_000, interest=50_000, principal=0)),
        (300_000, Split(fine=10_000, interest=90_000, principal=200_000)),
        (1_100_000, Split(fine=10_000, interest=90_000, principal=1_000_000)),
    ],
)
def test_a_repayment_goes_by_the_order_of_the_rules(kip: int, parts: Split) -> None:
    assert split_repayment(LENT, kip, day=MAR_6, order=ORDER) == parts


def test_where_principal_comes_first_only_what_is_due_of_it_comes_first() -> None:
    order = (Purse.PRINCIPAL, Purse.INTEREST, Purse.FINE)
    parts = split_repayment(LENT, 595_000, day=MAR_6, order=order)
    assert parts == Split(fine=5_000, interest=90_000, principal=500_000)
    parts = split_repayment(LENT, 650_000, day=MAR_6, order=order)
    assert parts == Split(fine=10_000, interest=90_000, principal=550_000)


def test_a_purse_that_the_order_forgets_comes_last() -> None:
    parts = split_repayment(LENT, 595_000, day=MAR_6, order=(Purse.INTEREST, Purse.PRINCIPAL))
    assert parts == Split(fine=5_000, interest=90_000, principal=500_000)


def test_more_than_ends_the_loan_is_refused_with_what_would() -> None:
    with pytest.raises(MoreThanOwed) as refused:
        split_repayment(LENT, 1_100_001, day=MAR_6, order=ORDER)
    assert refused.value == MoreThanOwed(number="2026-007", given=1_100_001, most=1_100_000)


@pytest.mark.parametrize("kip", [0, -5_000])
def test_nothing_is_no_repayment(kip: int) -> None:
    with pytest.raises(AmountOutOfRange):
        split_repayment(LENT, kip, day=MAR_6, order=ORDER)


@pytest.mark.parametrize("moves", [(), (*LENT.moves, repaid(JAN_5, 1_000_000))])
def test_a_loan_that_is_not_running_takes_no_repayment(moves: tuple[LoanMove, ...]) -> None:
    with pytest.raises(LoanNotRunning):
        split_repayment(replace(LENT, moves=moves), 5_000, day=JAN_5, order=ORDER)


def test_a_forgotten_repayment_cannot_pay_what_a_later_day_has_paid() -> None:
    """The book already has the repayment of March when the one of February is written."""
    later = loan(PARTS, 1_000_000, repaid(MAR_6, 900_000), interest(MAR_6, 90_000))
    day = date(2026, 2, 6)
    assert owed_on(later, day=day) == Split(fine=5_000, interest=0, principal=100_000)
    assert split_repayment(later, 105_000, day=day, order=ORDER).principal == 100_000
    with pytest.raises(MoreThanOwed):
        split_repayment(later, 105_001, day=day, order=ORDER)


def _paid(lent: Loan, parts: Split, day: date) -> Loan:
    moves = (
        fine(day, parts.fine),
        interest(day, parts.interest),
        repaid(day, parts.principal),
    )
    return replace(lent, moves=(*lent.moves, *moves))


orders = st.sampled_from(list(permutations(Purse)))


@given(loans(), st.integers(1_200, 1_500), st.data(), orders)
def test_a_split_adds_up_and_pays_no_more_than_is_owed(
    lent: Loan, days: int, data: st.DataObject, order: tuple[Purse, ...]
) -> None:
    day = after(lent.moves[0].day, days)
    state = loan_state(lent, day)
    if state.stage is LoanStage.PAID_OUT:
        kip = data.draw(st.integers(1, state.settlement))
        parts = split_repayment(lent, kip, day=day, order=order)
        assert parts.kip == kip
        assert 0 <= parts.fine <= state.fine_due
        assert 0 <= parts.interest <= state.interest_due
        assert 0 <= parts.principal <= state.principal
        assert loan_state(_paid(lent, parts, day), day).settlement == state.settlement - kip


@given(loans(), st.integers(1_200, 1_500), st.integers(0, 800), orders)
def test_paying_the_settlement_ends_the_loan_for_good(
    lent: Loan, days: int, later: int, order: tuple[Purse, ...]
) -> None:
    day = after(lent.moves[0].day, days)
    state = loan_state(lent, day)
    if state.stage is LoanStage.PAID_OUT:
        parts = split_repayment(lent, state.settlement, day=day, order=order)
        ended = loan_state(_paid(lent, parts, day), after(day, later))
        assert (ended.stage, ended.settlement) == (LoanStage.REPAID, 0)
        assert (ended.overdue, ended.principal_due) == (0, 0)
