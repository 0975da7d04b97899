"""A row of the grid is refused while its member still stands at the table."""

from dataclasses import replace

import pytest

from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.kip import KIP_MAX
from ledger.rules.lines import Withdrawal
from ledger.rules.meeting import NoLoanToPay
from ledger.rules.meeting_cells import (
    AbsentButPaid,
    MarkedAbsent,
    RowRefused,
    check_cells,
    check_mark,
    check_rows,
)
from ledger.rules.meeting_values import Attendance, Column, PencilCell, PencilLine, Sheet
from ledger.rules.people import MemberId
from ledger.rules.posting_loans import PartAboveDue
from ledger.rules.refusals import AmountOutOfRange, MemberUnknown
from ledger.rules.transfers import MeetingId
from tests.villages import DALA, DAY, KHAM, SOMPHONE, day_facts

EMPTY = Sheet(MeetingId(1), 1, DAY)
FACTS = day_facts()


def test_a_good_row_is_taken_cell_by_cell_and_whole() -> None:
    cells = (
        PencilCell(KHAM.id, Column.SAVINGS, 20_000),
        PencilCell(KHAM.id, Column.WELFARE, 1_000),
        PencilCell(KHAM.id, Column.INTEREST, 40_000),
        PencilCell(DALA.id, Column.SAVINGS, 0),
    )
    for cell in cells:
        check_cells(EMPTY, FACTS, (cell,))
    check_cells(EMPTY, FACTS, cells)
    check_rows(replace(EMPTY, cells=cells), FACTS)


def test_what_is_typed_over_no_longer_counts() -> None:
    """The rules have changed since 3,000 was typed; 20,000 over it is all right."""
    sheet = replace(EMPTY, cells=(PencilCell(DALA.id, Column.SAVINGS, 3_000),))
    check_cells(sheet, FACTS, (PencilCell(DALA.id, Column.SAVINGS, 20_000),))
    with pytest.raises(DepositBelowMinimum):
        check_cells(sheet, FACTS, (PencilCell(DALA.id, Column.FEE, 0),))


def test_the_rules_are_asked_at_once() -> None:
    with pytest.raises(DepositBelowMinimum) as low:
        check_cells(EMPTY, FACTS, (PencilCell(DALA.id, Column.SAVINGS, 3_000),))
    assert (low.value.minimum, low.value.given) == (10_000, 3_000)
    with pytest.raises(NoLoanToPay):
        check_cells(EMPTY, FACTS, (PencilCell(DALA.id, Column.PRINCIPAL, 1),))
    with pytest.raises(PartAboveDue):
        check_cells(EMPTY, FACTS, (PencilCell(KHAM.id, Column.PRINCIPAL, 2_000_001),))
    with pytest.raises(MemberUnknown):
        check_cells(EMPTY, FACTS, (PencilCell(MemberId(99), Column.SAVINGS, 10_000),))
    for kip in (-1, KIP_MAX + 1):
        with pytest.raises(AmountOutOfRange):
            check_cells(EMPTY, FACTS, (PencilCell(DALA.id, Column.SAVINGS, kip),))
    check_cells(EMPTY, FACTS, (PencilCell(DALA.id, Column.SAVINGS, KIP_MAX),))


def test_a_line_of_the_group_is_not_looked_at_with_a_row() -> None:
    lines = (PencilLine(1, Withdrawal(DALA.id, 999_999_999)),)
    check_cells(replace(EMPTY, lines=lines), FACTS, (PencilCell(DALA.id, Column.SAVINGS, 10_000),))


def test_nobody_who_is_absent_pays() -> None:
    away = replace(EMPTY, attendance=((DALA.id, Attendance.ABSENT),))
    with pytest.raises(MarkedAbsent) as refused:
        check_cells(away, FACTS, (PencilCell(DALA.id, Column.SAVINGS, 10_000),))
    assert refused.value.member == DALA.told
    with pytest.raises(AmountOutOfRange):
        check_cells(away, FACTS, (PencilCell(DALA.id, Column.SAVINGS, -1),))
    check_cells(away, FACTS, (PencilCell(DALA.id, Column.SAVINGS, 0),))
    sent = replace(EMPTY, attendance=((DALA.id, Attendance.BY_NEIGHBOUR),))
    check_cells(sent, FACTS, (PencilCell(DALA.id, Column.SAVINGS, 10_000),))


def test_nobody_who_paid_is_marked_absent() -> None:
    paid = replace(EMPTY, cells=(PencilCell(DALA.id, Column.SAVINGS, 10_000),))
    with pytest.raises(AbsentButPaid) as refused:
        check_mark(paid, FACTS, DALA.id, Attendance.ABSENT)
    assert (refused.value.member, refused.value.paid) == (DALA.name, 10_000)
    check_mark(paid, FACTS, DALA.id, Attendance.BY_NEIGHBOUR)
    check_mark(paid, FACTS, DALA.id, None)
    check_mark(paid, FACTS, SOMPHONE.id, Attendance.ABSENT)


def test_the_row_that_cannot_be_signed_is_named() -> None:
    sheet = replace(
        EMPTY,
        cells=(
            PencilCell(KHAM.id, Column.SAVINGS, 10_000),
            PencilCell(DALA.id, Column.SAVINGS, 3_000),
        ),
    )
    with pytest.raises(RowRefused) as refused:
        check_rows(sheet, FACTS)
    assert (refused.value.member, refused.value.number) == (DALA.name, DALA.number)
    assert isinstance(refused.value.why, DepositBelowMinimum)
