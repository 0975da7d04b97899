"""What the group borrows is reckoned like a loan, from the other side."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import BORROWING_INTEREST, CASH
from ledger.rules.borrowing import (
    Borrowing,
    BorrowingNotRunning,
    MoreThanBorrowed,
    TermsOutOfRange,
    borrowing_move,
    check_terms,
    is_received,
    owed_to,
    schedule_of,
    split_payment,
    state_of,
    with_move,
)
from ledger.rules.days import add_months
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.loan_rules import LoanProduct, ScheduleKind
from ledger.rules.loan_values import LoanMove, LoanStage, MoveKind
from ledger.rules.makers_funds import borrowed, lender_paid
from ledger.rules.refusals import AmountOutOfRange, NameMissing
from ledger.rules.transfers import Kind, Transfer
from tests.villages import LENDER

JANUARY = date(2026, 1, 5)
TERMS = LoanProduct(
    key="lender", name="", rate=100, months=4, schedule=ScheduleKind.PRINCIPAL_PARTS
)
AGREED = Borrowing(LENDER, "ກອງທຶນເມືອງ", JANUARY, 1_000_000, TERMS, "2/2026")


def received(agreed: Borrowing = AGREED, day: date = JANUARY) -> Borrowing:
    return with_move(agreed, borrowed(agreed.account, agreed.kip, place=CASH), day=day)


def paid(borrowing: Borrowing, kip: Kip, day: date) -> Borrowing:
    for t in lender_paid(LENDER, split_payment(borrowing, kip, day=day), place=CASH):
        borrowing = with_move(borrowing, t, day=day)
    return borrowing


def test_its_schedule_begins_when_the_money_came() -> None:
    assert [row.due for row in schedule_of(AGREED)][:1] == [date(2026, 2, 5)]
    later = received(day=date(2026, 3, 10))
    rows = schedule_of(later)
    assert [row.due.month for row in rows] == [4, 5, 6, 7]
    assert [row.principal for row in rows] == [250_000] * 4
    assert [row.interest for row in rows] == [10_000, 7_500, 5_000, 2_500]


def test_what_was_taken_back_and_came_again_is_paid_back_from_its_own_day() -> None:
    moves = (
        *received().moves,
        LoanMove(date(2026, 1, 9), MoveKind.PAY_OUT, -1_000_000),
        LoanMove(date(2026, 3, 10), MoveKind.PAY_OUT, 1_000_000),
    )
    again = replace(AGREED, moves=moves)
    assert schedule_of(again)[0].due == date(2026, 4, 10)
    assert state_of(again, date(2026, 7, 10)).last_due == schedule_of(again)[-1].due
    # Whatever came the first time and was taken back whole is as if nothing had been agreed yet.
    assert schedule_of(replace(AGREED, moves=moves[:2])) == schedule_of(AGREED)


def test_what_is_late_is_shown() -> None:
    state = state_of(received(), date(2026, 3, 5))
    assert (state.principal, state.interest_due) == (1_000_000, 20_000)
    assert state.overdue == 260_000
    assert state.overdue_since == date(2026, 2, 5)
    assert state_of(AGREED, JANUARY).stage is LoanStage.APPROVED
    assert not is_received(AGREED)
    assert is_received(received())
    assert is_received(received(replace(AGREED, kip=1)))


def test_interest_goes_before_principal() -> None:
    half = paid(received(), 260_000, date(2026, 2, 5))
    state = state_of(half, date(2026, 2, 5))
    assert (state.principal, state.interest_paid, state.interest_due) == (750_000, 10_000, 0)


@given(st.lists(st.integers(1, 400_000), max_size=8))
def test_whatever_is_paid_it_is_never_more_than_owed(payments: list[Kip]) -> None:
    """Principal and interest paid are what the payments were, and what is owed never rises."""
    now, given_, day = received(), 0, JANUARY
    for number, kip in enumerate(payments, 1):
        day = add_months(JANUARY, number)
        most = owed_to(now, day)
        if kip > most:
            with pytest.raises((MoreThanBorrowed, BorrowingNotRunning)):
                split_payment(now, kip, day=day)
            continue
        now = paid(now, kip, day)
        given_ += kip
        assert owed_to(now, day) == most - kip
    state = state_of(now, day)
    assert 1_000_000 - state.principal + state.interest_paid == given_


def test_what_is_taken_back_counts_below_zero() -> None:
    back = Transfer(Kind.BORROWED, LENDER, CASH, 5)
    assert borrowing_move(back, day=JANUARY) == replace(received().moves[0], kip=-5)
    unpaid = Transfer(Kind.LENDER_INTEREST, CASH, LENDER, 5)
    move = borrowing_move(unpaid, day=JANUARY)
    assert move is not None
    assert (move.kind, move.kip) == (MoveKind.INTEREST, -5)
    cost = Transfer(Kind.LENDER_INTEREST, BORROWING_INTEREST, LENDER, 5)
    assert borrowing_move(cost, day=JANUARY) is None
    assert with_move(AGREED, Transfer(Kind.EXPENSE, CASH, LENDER, 5), day=JANUARY) == AGREED


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(AGREED, lender=" "), NameMissing(what="lender")),
        (replace(AGREED, decision=""), NameMissing(what="decision")),
        (replace(AGREED, kip=0), AmountOutOfRange(given=0, most=KIP_MAX)),
        (replace(AGREED, kip=KIP_MAX + 1), AmountOutOfRange(given=KIP_MAX + 1, most=KIP_MAX)),
        (replace(AGREED, terms=replace(TERMS, rate=-1)), TermsOutOfRange(-1, 4)),
        (replace(AGREED, terms=replace(TERMS, rate=1_001)), TermsOutOfRange(1_001, 4)),
        (replace(AGREED, terms=replace(TERMS, months=121)), TermsOutOfRange(100, 121)),
        (replace(AGREED, terms=replace(TERMS, months=0)), TermsOutOfRange(100, 0)),
    ],
    ids=repr,
)
def test_terms_that_nobody_gives(wrong: Borrowing, why: Exception) -> None:
    check_terms(AGREED)
    with pytest.raises(type(why)) as refused:
        check_terms(wrong)
    assert refused.value == why


def test_the_ends_of_what_a_lender_gives_are_allowed() -> None:
    for kip in (1, KIP_MAX):
        check_terms(replace(AGREED, kip=kip))
    for rate, months in ((0, 1), (1_000, 120)):
        check_terms(replace(AGREED, terms=replace(TERMS, rate=rate, months=months)))
