"""What stands on the open sheet counts for a loan as if it were signed."""

from dataclasses import replace

import pytest

from ledger.rules.lines import Deposit, LoanPaidOut, Repaid
from ledger.rules.loan_pencil import with_pencil
from ledger.rules.loan_values import LoanMove, LoanStage, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Column, PencilCell, PencilLine, Sheet
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import MeetingId
from tests.villages import AGREED, DAY, KHAM, RUNNING, day_facts

SHEET = Sheet(MeetingId(1), 1, DAY)


def test_an_empty_sheet_moves_nothing() -> None:
    assert with_pencil(RUNNING, SHEET, day_facts()) == RUNNING


def test_cells_and_lines_move_their_own_loan() -> None:
    sheet = replace(
        SHEET,
        cells=(PencilCell(KHAM.id, Column.INTEREST, 40_000),),
        lines=(
            PencilLine(1, Repaid(RUNNING.id, 200_000)),
            PencilLine(2, Deposit(KHAM.id, 10_000)),
            PencilLine(3, LoanPaidOut(AGREED.id)),
        ),
    )
    moves = with_pencil(RUNNING, sheet, day_facts()).moves[1:]
    assert moves[0] == LoanMove(DAY, MoveKind.INTEREST, 40_000)
    assert sum(move.kip for move in moves) == 240_000
    assert {move.day for move in moves} == {DAY}
    handed = with_pencil(AGREED, sheet, day_facts())
    # The fee that comes back at pay-out pays nothing of the loan.
    assert handed.moves == (LoanMove(DAY, MoveKind.PAY_OUT, 500_000),)
    assert loan_state(handed, DAY).stage is LoanStage.PAID_OUT


def test_a_sheet_that_cannot_be_signed_is_refused() -> None:
    sheet = replace(SHEET, lines=(PencilLine(1, Repaid(RUNNING.id, 90_000_000)),))
    with pytest.raises(Refusal):
        with_pencil(RUNNING, sheet, day_facts())
