"""All as printed except these: what changed since is named, the rest is filled in whole."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.as_printed import (
    CAME,
    ChangedRow,
    ColumnNotPrinted,
    Exceptional,
    NotAsPrinted,
    Otherwise,
    PrintedForAnotherDay,
    by_row,
    fill_of,
    paid_in,
)
from ledger.rules.collection import CollectionSheet
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import KIP_MAX
from ledger.rules.meeting_cells import RowRefused
from ledger.rules.meeting_values import Attendance, Column, PencilCell, Sheet, SheetKind
from ledger.rules.people import Status
from ledger.rules.refusals import AmountOutOfRange
from ledger.rules.transfers import MeetingId
from ledger.statements.collection_sheet import collection_of, columns_of
from ledger.statements.meeting_sheet import sheet_of
from tests.villages import (
    APRIL,
    BOUNMY,
    DALA,
    DAY,
    KEO,
    KHAM,
    NOY,
    PHET,
    RULES,
    SOMPHONE,
    day_facts,
)

SHEET = Sheet(MeetingId(1), 1, DAY)
FACTS = day_facts()
PRINTED = collection_of(sheet_of(SHEET, FACTS), columns_of(RULES), number=1)
IN_ORDER = (KHAM, BOUNMY, NOY, SOMPHONE, DALA, KEO)


def due(member: object, column: Column) -> int:
    (row,) = [row for row in PRINTED.rows if row.member == member]
    return row.due[PRINTED.columns.index(column)]


def changed(
    *exceptions: Exceptional,
    facts: DayFacts = FACTS,
    sheet: Sheet = SHEET,
    printed: CollectionSheet = PRINTED,
) -> tuple[ChangedRow, ...]:
    with pytest.raises(NotAsPrinted) as no:
        fill_of(printed, exceptions, sheet=sheet, facts=facts)
    return no.value.rows


def test_without_exceptions_everything_that_is_due_is_written_and_everybody_was_there() -> None:
    filling = fill_of(PRINTED, (), sheet=SHEET, facts=FACTS)
    assert [row.member for row in PRINTED.rows] == [member.id for member in IN_ORDER]
    assert sum(cell.kip for cell in filling.cells) == sum(r.due_in_all for r in PRINTED.rows)
    assert filling.marks == tuple((m.id, Attendance.PRESENT) for m in IN_ORDER)
    assert all(cell.kip for cell in filling.cells)
    assert PencilCell(KHAM.id, Column.INTEREST, due(KHAM.id, Column.INTEREST)) in filling.cells


def test_who_was_absent_is_marked_so_and_pays_nothing() -> None:
    filling = fill_of(PRINTED, (Exceptional(1, absent=True),), sheet=SHEET, facts=FACTS)
    assert (KHAM.id, Attendance.ABSENT) in filling.marks
    assert not [cell for cell in filling.cells if cell.member == KHAM.id]


def test_other_amounts_take_the_place_of_those_that_were_printed() -> None:
    but = Exceptional(1, paid=((Column.SAVINGS, 30_000), (Column.INTEREST, 0)))
    filling = fill_of(PRINTED, (but,), sheet=SHEET, facts=FACTS)
    hers = {cell.column: cell.kip for cell in filling.cells if cell.member == KHAM.id}
    assert hers[Column.SAVINGS] == 30_000
    assert hers[Column.INTEREST] == 0
    assert hers[Column.WELFARE] == due(KHAM.id, Column.WELFARE)
    assert (KHAM.id, Attendance.PRESENT) in filling.marks


def test_on_a_day_sheet_nobody_is_marked() -> None:
    sheet = replace(SHEET, kind=SheetKind.DAY_SHEET)
    assert fill_of(PRINTED, (), sheet=sheet, facts=FACTS).marks == ()


def test_who_sent_her_money_was_not_there() -> None:
    sheet = replace(SHEET, attendance=((KHAM.id, Attendance.BY_NEIGHBOUR),))
    filling = fill_of(PRINTED, (), sheet=sheet, facts=FACTS)
    assert KHAM.id not in dict(filling.marks)


def test_who_is_on_leave_is_not_marked_unless_she_pays() -> None:
    away = replace(DALA, status=Status.ON_LEAVE)
    facts = day_facts(members={**FACTS.members, DALA.id: away})
    printed = collection_of(sheet_of(SHEET, facts), columns_of(RULES), number=1)
    assert DALA.id not in dict(fill_of(printed, (), sheet=SHEET, facts=facts).marks)
    row = [r.member for r in printed.rows].index(DALA.id) + 1
    absent = fill_of(printed, (Exceptional(row, absent=True),), sheet=SHEET, facts=facts)
    assert DALA.id not in dict(absent.marks)
    but = Exceptional(row, paid=((Column.SAVINGS, 10_000),))
    assert dict(fill_of(printed, (but,), sheet=SHEET, facts=facts).marks)[DALA.id] in CAME


def test_who_has_left_since_is_named() -> None:
    facts = day_facts(members={**FACTS.members, DALA.id: replace(DALA, status=Status.LEFT)})
    (row,) = changed(facts=facts)
    assert (row.row, row.member, row.why) == (5, DALA.told, Otherwise.GONE)
    filling = fill_of(PRINTED, (Exceptional(5, absent=True),), sheet=SHEET, facts=facts)
    assert DALA.id not in {cell.member for cell in filling.cells}
    assert DALA.id not in dict(filling.marks)


def test_dues_that_have_changed_are_named_with_both_amounts() -> None:
    facts = replace(FACTS, welfare_paid={**FACTS.welfare_paid, KHAM.id: {APRIL: 1_000}})
    (row,) = changed(facts=facts)
    assert row == ChangedRow(
        1,
        KHAM.told,
        Otherwise.DUE,
        Column.WELFARE,
        1_000,
        0,
    )
    but = Exceptional(1, paid=((Column.WELFARE, 1_000),))
    assert (
        PencilCell(KHAM.id, Column.WELFARE, 1_000)
        in fill_of(PRINTED, (but,), sheet=SHEET, facts=facts).cells
    )


def test_another_amount_in_the_grid_is_named_and_what_is_typed_for_the_row_counts() -> None:
    sheet = replace(SHEET, cells=(PencilCell(KHAM.id, Column.SAVINGS, 50_000),))
    (row,) = changed(sheet=sheet)
    assert (row.why, row.printed, row.now) == (Otherwise.TYPED, 10_000, 50_000)
    (row,) = changed(Exceptional(1, absent=True), sheet=sheet)
    assert (row.why, row.printed, row.now) == (Otherwise.TYPED, 0, 50_000)
    but = Exceptional(1, paid=((Column.SAVINGS, 50_000),))
    cells = fill_of(PRINTED, (but,), sheet=sheet, facts=FACTS).cells
    assert PencilCell(KHAM.id, Column.SAVINGS, 50_000) in cells


def test_what_stands_in_the_grid_as_it_is_printed_is_no_trouble() -> None:
    cells = fill_of(PRINTED, (), sheet=SHEET, facts=FACTS).cells
    sheet = replace(SHEET, cells=cells[:3])
    assert fill_of(PRINTED, (), sheet=sheet, facts=FACTS).cells == cells


def test_a_column_that_is_not_on_the_paper_is_named_where_the_grid_has_money_in_it() -> None:
    sheet = replace(SHEET, cells=(PencilCell(KHAM.id, Column.VOLUNTARY, 5_000),))
    (row,) = changed(sheet=sheet)
    assert (row.column, row.printed, row.now) == (Column.VOLUNTARY, 0, 5_000)
    nothing = replace(SHEET, cells=(PencilCell(KHAM.id, Column.VOLUNTARY, 0),))
    fill_of(PRINTED, (), sheet=nothing, facts=FACTS)


def test_who_is_marked_absent_in_the_grid_and_paid_on_paper_is_named() -> None:
    sheet = replace(SHEET, attendance=((KHAM.id, Attendance.ABSENT),))
    assert changed(sheet=sheet) == (ChangedRow(1, KHAM.told, Otherwise.MARKED),)
    filling = fill_of(PRINTED, (Exceptional(1, absent=True),), sheet=sheet, facts=FACTS)
    assert dict(filling.marks)[KHAM.id] is Attendance.ABSENT


def test_a_row_has_an_amount_for_each_column_of_its_paper() -> None:
    short = replace(PRINTED, columns=PRINTED.columns[1:])
    with pytest.raises(ValueError, match="zip"):
        paid_in(short, 1, None)


def test_a_paper_of_another_day_is_refused() -> None:
    later = replace(SHEET, day=date(2026, 4, 6))
    with pytest.raises(PrintedForAnotherDay) as no:
        fill_of(PRINTED, (), sheet=later, facts=FACTS)
    assert (no.value.printed, no.value.day) == (DAY, later.day)


@pytest.mark.parametrize("kip", [-1, KIP_MAX + 1])
def test_an_amount_that_no_cell_can_have_is_refused(kip: int) -> None:
    but = Exceptional(1, paid=((Column.SAVINGS, kip),))
    with pytest.raises(AmountOutOfRange):
        fill_of(PRINTED, (but,), sheet=SHEET, facts=FACTS)


@pytest.mark.parametrize("kip", [0, KIP_MAX])
def test_from_nothing_to_the_largest_amount_can_stand_in_a_cell(kip: int) -> None:
    but = Exceptional(1, paid=((Column.SAVINGS, kip),))
    assert by_row(PRINTED, (but,)) == {1: but}


def test_a_column_that_the_paper_has_not_is_refused() -> None:
    assert Column.VOLUNTARY not in PRINTED.columns
    but = Exceptional(2, paid=((Column.VOLUNTARY, 5_000),))
    with pytest.raises(ColumnNotPrinted) as no:
        fill_of(PRINTED, (but,), sheet=SHEET, facts=FACTS)
    assert (no.value.row, no.value.column) == (2, Column.VOLUNTARY)


def test_a_row_that_the_rules_do_not_allow_is_refused_with_her_name() -> None:
    but = Exceptional(2, paid=((Column.SAVINGS, 5_000),))
    with pytest.raises(RowRefused) as no:
        fill_of(PRINTED, (but,), sheet=SHEET, facts=FACTS)
    assert no.value.number == BOUNMY.number


@given(st.lists(st.sampled_from([1, 2, 3, 4, 5, 6]), unique=True))
def test_what_is_written_is_what_the_paper_adds_up_to(away: list[int]) -> None:
    buts = [Exceptional(row, absent=True) for row in away]
    filling = fill_of(PRINTED, buts, sheet=SHEET, facts=FACTS)
    paid = sum(
        sum(paid_in(PRINTED, row, Exceptional(row, absent=True) if row in away else None))
        for row in range(1, 7)
    )
    assert sum(cell.kip for cell in filling.cells) == paid
    assert PHET.id not in {cell.member for cell in filling.cells}
