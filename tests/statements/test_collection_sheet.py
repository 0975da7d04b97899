"""The collection sheet asks for what the grid shows, in the order of the numbers."""

from dataclasses import replace

from ledger.rules.as_printed import Exceptional
from ledger.rules.collection import PAGE_ROWS
from ledger.rules.meeting_values import Column, Sheet
from ledger.rules.people import MemberId
from ledger.rules.rulebook import VoluntaryRules, WelfareRules
from ledger.rules.transfers import MeetingId
from ledger.statements.collection_sheet import (
    added,
    collection_of,
    columns_of,
    number_key,
    page_sums,
)
from ledger.statements.meeting_progress import due_total
from ledger.statements.meeting_sheet import sheet_of
from tests.villages import DAY, KHAM, RULES, day_facts

GRID = sheet_of(Sheet(MeetingId(0), 0, DAY), day_facts())


def test_the_columns_are_those_that_the_group_uses() -> None:
    assert Column.WELFARE in columns_of(RULES)
    assert Column.VOLUNTARY not in columns_of(RULES)
    bare = replace(RULES, welfare=WelfareRules(), voluntary=VoluntaryRules(kept=True))
    assert Column.WELFARE not in columns_of(bare)
    assert Column.VOLUNTARY in columns_of(bare)
    assert Column.WELFARE in columns_of(bare, [Column.WELFARE])


def test_every_amount_is_the_grids_own() -> None:
    sheet = collection_of(GRID, columns_of(RULES), number=3)
    assert (sheet.number, sheet.day) == (3, DAY)
    for row in sheet.rows:
        (hers,) = [grid.due for grid in GRID.rows if grid.member.id == row.member]
        assert row.due == tuple(hers.of(column) for column in sheet.columns)
    assert sum(row.due_in_all for row in sheet.rows) == due_total(GRID, *sheet.columns)
    assert sheet.rows[0].name == "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ"


def test_nine_stands_before_ten_and_figures_before_letters() -> None:
    numbers = ["10", "A1", "9", "010", "໙"]
    members = [replace(KHAM, number=number) for number in numbers]
    assert [m.number for m in sorted(members, key=number_key)] == ["9", "010", "10", "A1", "໙"]


def test_the_sums_of_the_pages_make_the_whole() -> None:
    row = GRID.rows[0]
    rows = tuple(
        replace(row, member=replace(KHAM, id=MemberId(n), number=str(n)))
        for n in range(1, 2 * PAGE_ROWS + 4)
    )
    sheet = collection_of(replace(GRID, rows=rows), columns_of(RULES), number=1)
    first, second, last = page_sums(sheet)
    assert (first.first, first.last) == (1, PAGE_ROWS)
    assert (last.page, last.first, last.last) == (3, 2 * PAGE_ROWS + 1, 2 * PAGE_ROWS + 3)
    assert first.due == second.due == first.paid
    whole = added(page.due for page in page_sums(sheet))
    assert whole == tuple(kip * len(rows) for kip in sheet.rows[0].due)
    assert sum(p.due_in_all for p in (first, second, last)) == sum(whole)


def test_what_was_paid_otherwise_shows_on_its_page_only() -> None:
    sheet = collection_of(GRID, columns_of(RULES), number=1)
    buts = (
        Exceptional(1, absent=True),
        Exceptional(2, paid=((Column.SAVINGS, 15_000),)),
    )
    (page,) = page_sums(sheet, buts)
    gone = sheet.rows[0].due_in_all
    assert page.absent == 1
    assert page.paid_in_all == page.due_in_all - gone + 5_000


def test_a_group_without_members_has_a_sheet_without_pages() -> None:
    assert page_sums(collection_of(replace(GRID, rows=()), columns_of(RULES), number=1)) == ()
