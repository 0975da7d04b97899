"""What a movement of money means for the loan it names: paid out, principal, interest or fine."""

from collections.abc import Iterable
from datetime import date

from ledger.rules.accounts import LOANS, Family, family
from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.transfers import Kind, Transfer

_MOVES = {
    Kind.OPENING: MoveKind.PAY_OUT,
    Kind.PAY_OUT: MoveKind.PAY_OUT,
    Kind.PRINCIPAL: MoveKind.PRINCIPAL,
    Kind.INTEREST: MoveKind.INTEREST,
    Kind.LATE_FINE: MoveKind.FINE,
}


def loan_move(transfer: Transfer, *, day: date) -> LoanMove | None:
    """The movement on the loan that a transfer names; nothing where it moves no loan.

    A counter-entry gives the same kind with an amount below zero (kip).
    """
    kind = _MOVES.get(transfer.kind)
    if transfer.loan is None or kind is None:
        return None
    if kind is MoveKind.PAY_OUT:
        turned = transfer.credit == LOANS
    elif kind is MoveKind.PRINCIPAL:
        turned = transfer.debit == LOANS
    else:
        turned = family(transfer.debit) is Family.INCOME
    return LoanMove(day=day, kind=kind, kip=-transfer.kip if turned else transfer.kip)


def principal_owed(moves: Iterable[LoanMove]) -> Kip:
    """What is still out on a loan after all its movements, whatever their day, in kip."""
    sign = {MoveKind.PAY_OUT: 1, MoveKind.PRINCIPAL: -1}
    return sum(sign.get(move.kind, 0) * move.kip for move in moves)
