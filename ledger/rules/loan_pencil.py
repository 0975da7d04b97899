"""A loan as it will be when the sheet that lies open in pencil has been signed."""

from dataclasses import replace

from ledger.rules.day_facts import DayFacts
from ledger.rules.loan_moves import loan_move
from ledger.rules.loan_values import Loan
from ledger.rules.meeting import lines_of
from ledger.rules.meeting_values import Sheet
from ledger.rules.posting import entries_of


def with_pencil(loan: Loan, sheet: Sheet, facts: DayFacts) -> Loan:
    """The loan with what the open sheet moves on it, so that nothing is paid twice at one table.

    `facts` are of the sheet's day. Raises the refusals of `ledger.rules.posting` where the pencil
    cannot be signed as it stands.
    """
    moves = (
        loan_move(transfer, day=entry.day)
        for entry in entries_of(lines_of(sheet, facts), facts, meeting=sheet.id)
        for transfer in entry.transfers
        if transfer.loan == loan.id
    )
    return replace(loan, moves=(*loan.moves, *(move for move in moves if move is not None)))
