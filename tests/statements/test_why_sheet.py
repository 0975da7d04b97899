"""An amount on a sheet, a row and a column of them, in pencil and in ink."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.meeting import lines_of
from ledger.rules.meeting_values import Column, PencilCell, Sheet
from ledger.rules.people import MemberId
from ledger.rules.posting import entries_of
from ledger.rules.transfers import EntryNumber, MeetingId, PostedEntry
from ledger.statements.figure import Figure, cell_figure, hers_figure
from ledger.statements.meeting_sheet import MeetingSheet, sheet_of
from ledger.statements.why import Chapter, StepName, Why
from ledger.statements.why_sheet import why_cell
from tests.villages import DAY, KHAM, NOY, RULES, day_facts

CELLS = (
    PencilCell(KHAM.id, Column.SAVINGS, 20_000),
    PencilCell(KHAM.id, Column.INTEREST, 80_000),
    PencilCell(KHAM.id, Column.WELFARE, 1_000),
    PencilCell(NOY.id, Column.SAVINGS, 10_000),
)
PENCIL = Sheet(MeetingId(3), 3, DAY, cells=CELLS)


def grid(sheet: Sheet = PENCIL) -> MeetingSheet:
    return sheet_of(sheet, day_facts())


def signed() -> tuple[MeetingSheet, list[PostedEntry]]:
    facts = day_facts()
    entries = entries_of(lines_of(PENCIL, facts), facts)
    ink = replace(PENCIL, signed_by=("ມະນີ",))
    posted = [PostedEntry(EntryNumber(n), entry, "") for n, entry in enumerate(entries, 1)]
    return sheet_of(ink, facts, posted=entries), posted


def asked(column: Column | None = None, member: MemberId | None = None) -> Figure:
    return cell_figure(PENCIL.id, DAY, column, member)


def steps(why: Why) -> dict[StepName, int]:
    return {step.name: step.value for step in why.steps}


@pytest.mark.parametrize(
    ("column", "stands", "chapter"),
    [
        (Column.SAVINGS, StepName.SAVED, Chapter.SAVING),
        (Column.INTEREST, StepName.LENT_OUT, Chapter.LOANS),
        (Column.WELFARE, None, Chapter.WELFARE),
    ],
)
def test_a_cell_in_pencil_is_what_is_due_and_what_was_written(
    column: Column, stands: StepName | None, chapter: Chapter
) -> None:
    row = next(row for row in grid().rows if row.member.id == KHAM.id)
    why = why_cell(asked(column, KHAM.id), grid(), (), RULES)
    assert (why.kip, why.chapter) == (row.paid(column), chapter)
    found = steps(why)
    assert found[StepName.DUE_TODAY] == row.due.of(column)
    assert found[StepName.IN_CELLS] == row.paid(column)
    standing = {StepName.SAVED: row.savings, StepName.LENT_OUT: row.loans}
    assert set(found) - {StepName.DUE_TODAY, StepName.IN_CELLS} == ({stands} if stands else set())
    if stands:
        assert found[stands] == standing[stands]


def test_an_empty_cell_is_what_is_due() -> None:
    row = next(row for row in grid().rows if row.member.id == NOY.id)
    why = why_cell(asked(Column.FINE, NOY.id), grid(), (), RULES)
    assert why.kip == row.due.fine
    assert StepName.IN_CELLS not in steps(why)


def test_a_row_a_column_and_everything_together() -> None:
    assert why_cell(asked(member=KHAM.id), grid(), (), RULES).kip == 101_000
    column = why_cell(asked(Column.SAVINGS), grid(), (), RULES)
    assert (column.kip, steps(column)[StepName.MEMBERS]) == (30_000, 2)
    everything = why_cell(asked(), grid(), (), RULES)
    assert (everything.kip, everything.chapter) == (111_000, None)
    empty = why_cell(asked(Column.FEE), grid(), (), RULES)
    assert (empty.kip, steps(empty)[StepName.MEMBERS]) == (0, 0)


def test_once_signed_the_entries_stand_beside_it() -> None:
    ink, entries = signed()
    hers = why_cell(asked(Column.SAVINGS, KHAM.id), ink, entries, RULES)
    assert [one.kip for one in hers.moved] == [20_000]
    assert set(steps(hers)) == {StepName.IN_CELLS}
    for column in (*Column, None):
        why = why_cell(asked(column), ink, entries, RULES)
        assert sum(one.kip for one in why.moved) == why.kip


def test_in_pencil_what_she_has_done_before_stands_beside_it() -> None:
    _, entries = signed()
    accounts = hers_figure(KHAM.id, DAY, entries[0].entry.transfers[0].credit).accounts
    figure = replace(asked(Column.SAVINGS, KHAM.id), accounts=accounts)
    assert why_cell(figure, grid(), entries, RULES).moved


def test_nobody_on_the_sheet() -> None:
    with pytest.raises(KeyError):
        why_cell(asked(Column.SAVINGS, MemberId(99)), grid(), (), RULES)


@given(st.dictionaries(st.sampled_from(Column), st.integers(0, 900_000)))
def test_a_row_is_the_sum_of_its_cells(kips: dict[Column, int]) -> None:
    cells = tuple(PencilCell(KHAM.id, column, kip) for column, kip in kips.items())
    sheet = grid(replace(PENCIL, cells=cells))
    whole = why_cell(asked(member=KHAM.id), sheet, (), RULES)
    if kips:
        assert whole.kip == sum(kips.values())
    for column, kip in kips.items():
        assert why_cell(asked(column, KHAM.id), sheet, (), RULES).kip == kip
