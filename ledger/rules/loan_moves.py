"""What a movement of money means for the loan it names: paid out, principal, interest or fine."""

from collections.abc import Iterable
from datetime import date

from ledger.rules.accounts import Family, family, is_loans
from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.transfers import Kind, Transfer

_MOVES = {
    Kind.OPENING: MoveKind.PAY_OUT,
    Kind.PAY_OUT: MoveKind.PAY_OUT,
    Kind.TAKEN_OVER: MoveKind.PAY_OUT,
    Kind.PRINCIPAL: MoveKind.PRINCIPAL,
    Kind.INTEREST: MoveKind.INTEREST,
    Kind.LATE_FINE: MoveKind.FINE,
    Kind.WRITTEN_OFF: MoveKind.WRITTEN_OFF,
    Kind.RECOVERED: MoveKind.RECOVERED,
    Kind.PASSED_ON: MoveKind.PASSED_ON,
}
_PAID = frozenset({MoveKind.INTEREST, MoveKind.FINE, MoveKind.RECOVERED})
# What is paid on a loan goes to the year's income, or to the fund that the loan was lent from.
_RECEIVING = frozenset({Family.INCOME, Family.EQUITY})


def loan_move(transfer: Transfer, *, day: date) -> LoanMove | None:
    """The movement on the loan that a transfer names; nothing where it moves no loan.

    A counter-entry gives the same kind with an amount below zero (kip).
    """
    kind = _MOVES.get(transfer.kind)
    if transfer.loan is None or kind is None:
        return None
    if kind is MoveKind.PAY_OUT:
        turned = is_loans(transfer.credit)
    elif kind in _PAID:
        turned = family(transfer.debit) in _RECEIVING
    else:
        turned = is_loans(transfer.debit)
    return LoanMove(day=day, kind=kind, kip=-transfer.kip if turned else transfer.kip)


_OWED = {
    MoveKind.PAY_OUT: 1,
    MoveKind.PRINCIPAL: -1,
    MoveKind.WRITTEN_OFF: -1,
    MoveKind.PASSED_ON: -1,
}


def principal_owed(moves: Iterable[LoanMove]) -> Kip:
    """What is still out on a loan after all its movements, whatever their day, in kip."""
    return sum(_OWED.get(move.kind, 0) * move.kip for move in moves)


def paid_out_of(moves: Iterable[LoanMove]) -> Kip:
    """What was handed over on a loan altogether, whatever the day, in kip."""
    return sum(move.kip for move in moves if move.kind is MoveKind.PAY_OUT)


def written_off_of(moves: Iterable[LoanMove], day: date) -> tuple[Kip, Kip]:
    """What was written off of a loan up to the end of a day, and what came back of it, in kip."""
    past = [move for move in moves if move.day <= day]
    lost = sum(move.kip for move in past if move.kind is MoveKind.WRITTEN_OFF)
    return lost, sum(move.kip for move in past if move.kind is MoveKind.RECOVERED)
