"""Loans as they stood before a signed sheet, so that its lines can be read as they were written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan, LoanMove, MoveKind
from ledger.rules.transfers import Entry, Kind, LoanId


def loans_before(
    loans: Iterable[Loan], entries: Iterable[Entry], day: date
) -> Mapping[LoanId, Loan]:
    """The loans without what the sheet's own `entries` of `day` have handed over on them."""
    handed: defaultdict[LoanId | None, Kip] = defaultdict(int)
    for entry in entries:
        for transfer in entry.transfers:
            if transfer.kind is Kind.PAY_OUT:
                handed[transfer.loan] += transfer.kip
    return {
        loan.id: replace(loan, moves=_without(loan.moves, handed[loan.id], day))
        if handed.get(loan.id)
        else loan
        for loan in loans
    }


def _without(moves: tuple[LoanMove, ...], kip: Kip, day: date) -> tuple[LoanMove, ...]:
    """The movements without the last pay-outs of a day that come to so much, in kip."""
    kept, left = [], kip
    for move in reversed(moves):
        if left and move.kind is MoveKind.PAY_OUT and move.day == day and move.kip <= left:
            left -= move.kip
        else:
            kept.append(move)
    return tuple(reversed(kept))
