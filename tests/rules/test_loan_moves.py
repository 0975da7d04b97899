"""What a transfer means for its loan, and what its counter-entry takes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules import makers
from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE, LOANS, OPENING
from ledger.rules.loan_moves import loan_move, principal_owed
from ledger.rules.loan_values import LoanMove, MoveKind, Split
from ledger.rules.transfers import Kind, Transfer
from tests.villages import DAY, KHAM, RUNNING

OPENED = Transfer(Kind.OPENING, LOANS, OPENING, 700, member=KHAM.id, loan=RUNNING.id)
FINE, INTEREST, PRINCIPAL = makers.repayment(RUNNING, Split(fine=1, interest=20, principal=300))


def turned(transfer: Transfer) -> Transfer:
    return replace(transfer, debit=transfer.credit, credit=transfer.debit)


@pytest.mark.parametrize(
    ("transfer", "kind"),
    [
        (makers.pay_out(RUNNING, 700), MoveKind.PAY_OUT),
        (OPENED, MoveKind.PAY_OUT),
        (PRINCIPAL, MoveKind.PRINCIPAL),
        (INTEREST, MoveKind.INTEREST),
        (FINE, MoveKind.FINE),
    ],
)
def test_a_movement_and_its_counter_entry_are_of_one_kind(
    transfer: Transfer, kind: MoveKind
) -> None:
    assert loan_move(transfer, day=DAY) == LoanMove(DAY, kind, transfer.kip)
    assert loan_move(turned(transfer), day=DAY) == LoanMove(DAY, kind, -transfer.kip)


def test_a_repayment_out_of_the_dividend_counts_like_one_in_cash() -> None:
    split = Split(fine=1, interest=20, principal=300)
    in_cash = makers.repayment(RUNNING, split)
    by_dividend = makers.repayment(RUNNING, split, paid_from=DIVIDENDS_PAYABLE)
    assert [loan_move(t, day=DAY) for t in by_dividend] == [loan_move(t, day=DAY) for t in in_cash]


def test_a_fee_or_another_members_money_moves_no_loan() -> None:
    assert loan_move(makers.loan_fee(RUNNING, 500), day=DAY) is None
    assert loan_move(Transfer(Kind.OPENING, CASH, OPENING, 9), day=DAY) is None


@given(st.lists(st.builds(LoanMove, st.just(DAY), st.sampled_from(MoveKind), st.integers())))
def test_only_pay_outs_and_principal_say_what_is_owed(moves: list[LoanMove]) -> None:
    out = sum(m.kip for m in moves if m.kind is MoveKind.PAY_OUT)
    ended = {MoveKind.PRINCIPAL, MoveKind.WRITTEN_OFF, MoveKind.PASSED_ON}
    back = sum(m.kip for m in moves if m.kind in ended)
    assert principal_owed(moves) == out - back
