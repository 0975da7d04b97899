"""What must lie in the welfare fund's own heap, while a sheet is still in pencil."""

from dataclasses import replace

import pytest

from ledger.rules.accounts import CASH
from ledger.rules.kip import Kip
from ledger.rules.lines import FundGift, FundSpent, Line
from ledger.rules.meeting_values import Column, PencilCell, PencilLine, Sheet, SheetKind
from ledger.rules.transfers import MeetingId
from ledger.statements.welfare_heap import heap_expected
from tests.villages import DAY, KHAM, RULES, WELFARE, day_facts

APART = day_facts(rulebook=replace(RULES, welfare=replace(RULES.welfare, apart=True)))
FACTS = replace(APART, balances={**APART.balances, CASH: 900_000, WELFARE: 300_000})


def sheet(*lines: Line, cells: tuple[PencilCell, ...] = ()) -> Sheet:
    pencil = tuple(PencilLine(number, line) for number, line in enumerate(lines, start=1))
    empty = Sheet(id=MeetingId(1), kind=SheetKind.DAY_SHEET, number=1, day=DAY)
    return replace(empty, lines=pencil, cells=cells)


@pytest.mark.parametrize(
    ("lines", "kip"),
    [
        ((), 300_000),
        ((FundGift(WELFARE, 50_000),), 350_000),
        ((FundSpent(WELFARE, 20_000),), 280_000),
    ],
)
def test_the_heap_is_the_fund_after_all_that_stands_on_the_sheet(
    lines: tuple[Line, ...], kip: Kip
) -> None:
    assert heap_expected(sheet(*lines), FACTS) == kip
    paid = (PencilCell(KHAM.id, Column.WELFARE, 1_000),)
    assert heap_expected(sheet(*lines, cells=paid), FACTS) == kip + 1_000


def test_nothing_is_said_of_what_is_signed_lies_together_or_cannot_be_signed() -> None:
    assert heap_expected(replace(sheet(), signed_by=("a", "b")), FACTS) is None
    assert heap_expected(sheet(), day_facts()) is None
    assert heap_expected(sheet(FundSpent(WELFARE, 300_001)), FACTS) is None
