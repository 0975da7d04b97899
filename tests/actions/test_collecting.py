"""A sheet that was printed is remembered, and fills the grid in one go or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from ledger.actions.collecting import (
    KEPT_SHEETS,
    fill_as_printed,
    keep_collection_sheet,
    keep_exceptions,
)
from ledger.actions.leaving import record_death
from ledger.actions.meeting import SheetSigned, count_cash, open_sheet, pencil_cell, sign_sheet
from ledger.book.book import Book
from ledger.rules.as_printed import Exceptional, NotAsPrinted, Otherwise, PrintedForAnotherDay
from ledger.rules.collection import (
    CollectionSheet,
    CollectionSheetMisread,
    CollectionSheetTaken,
    CollectionSheetUnknown,
)
from ledger.rules.meeting_cells import RowRefused
from ledger.rules.meeting_values import Attendance, CashCount, Column, SheetKind
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import PastIsInk
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_progress import due_total, dues_open
from tests.villages import BOUNMY, DALA, KEO, KHAM, actor

DAY = date(2026, 4, 5)
TODAY = date(2026, 4, 20)
KEEPER = actor()
SHEET = MeetingId(1)


@pytest.fixture
def printed(book: Book) -> CollectionSheet:
    """The sheet of the day, printed and remembered; then the meeting is opened."""
    sheet = book.collection_sheet(DAY)
    keep_collection_sheet(book, KEEPER, printed=sheet)
    _open(book)
    return sheet


@pytest.fixture
def untouched(book: Book) -> Iterator[None]:
    """Whatever is refused in between, the grid is as it was."""
    before = book.sheet(SHEET)
    drafts = book.exceptions_typed(1)
    yield
    assert book.sheet(SHEET) == before
    assert book.exceptions_typed(1) == drafts


def _open(book: Book, day: date = DAY) -> None:
    open_sheet(book, KEEPER, day=day, kind=SheetKind.MEETING, opening=None, today=TODAY)


def test_what_is_due_on_paper_is_what_the_grid_offers(book: Book, printed: CollectionSheet) -> None:
    grid = book.meeting_sheet(SHEET)
    assert sum(r.due_in_all for r in printed.rows) == due_total(grid, *printed.columns) > 0
    assert [r.number for r in printed.rows] == ["001", "002", "003", "004", "005", "006"]


def test_the_same_sheet_keeps_its_number_and_another_has_the_next(book: Book) -> None:
    first = book.collection_sheet(DAY)
    assert book.printed_collections() == ()
    keep_collection_sheet(book, KEEPER, printed=first)
    assert book.collection_sheet(DAY) == first
    assert book.collection_sheet(date(2026, 5, 5)).number == first.number + 1
    paper = book.collection_paper(DAY, TODAY)
    assert (paper.sheet, paper.cash) == (first, 2_500_000)
    assert len(paper.officers) == 4


def test_two_papers_never_have_one_number(book: Book) -> None:
    one, other = book.collection_sheet(DAY), book.collection_sheet(date(2026, 4, 12))
    assert one.number == other.number
    keep_collection_sheet(book, KEEPER, printed=one)
    keep_collection_sheet(book, KEEPER, printed=one)
    with pytest.raises(CollectionSheetTaken):
        keep_collection_sheet(book, KEEPER, printed=other)
    assert book.printed_collections() == (one,)


def test_only_the_newest_sheets_are_remembered(book: Book) -> None:
    sheet = book.collection_sheet(DAY)
    for number in range(1, KEPT_SHEETS + 4):
        keep_collection_sheet(
            book,
            KEEPER,
            printed=CollectionSheet(number, sheet.day, sheet.columns, sheet.rows),
        )
    kept = [one.number for one in book.printed_collections()]
    assert kept == list(range(4, KEPT_SHEETS + 4))


def test_a_book_of_the_past_prints_no_sheet(book: Book) -> None:
    then = book.as_of(DAY)
    with pytest.raises(PastIsInk):
        then.collection_sheet(DAY)
    then.close()


def test_all_as_printed_except_these_is_in_the_grid_in_one_go(
    book: Book, printed: CollectionSheet
) -> None:
    buts = (
        Exceptional(1, absent=True),
        Exceptional(2, paid=((Column.SAVINGS, 30_000),)),
    )
    keep_exceptions(book, KEEPER, code=printed.code, exceptions=buts)
    assert book.exceptions_typed(printed.number) == buts
    fill_as_printed(book, KEEPER, sheet=SHEET, code=printed.code, exceptions=buts)
    grid = book.meeting_sheet(SHEET)
    marks = dict(grid.sheet.attendance)
    assert marks.pop(KHAM.id) is Attendance.ABSENT
    assert set(marks.values()) == {Attendance.PRESENT}
    assert len(marks) == 5
    (bounmy,) = [row for row in grid.rows if row.member.id == BOUNMY.id]
    assert bounmy.paid(Column.SAVINGS) == 30_000
    assert dues_open(grid) == ()
    assert book.exceptions_typed(printed.number) == ()
    with closing(sqlite3.connect(f"file:{book.path}?mode=ro&immutable=1", uri=True)) as raw:
        ((kip,),) = raw.execute("SELECT sum(kip) FROM cell").fetchall()
    due = sum(row.due_in_all for row in printed.rows)
    assert kip == due - printed.rows[0].due_in_all - printed.rows[1].due[0] + 30_000


@pytest.mark.usefixtures("printed", "untouched")
class TestRefusingChangesNothing:
    """Each refusal, and the grid as it was after it."""

    def test_a_misread_code(self, book: Book) -> None:
        with pytest.raises(CollectionSheetMisread):
            fill_as_printed(book, KEEPER, sheet=SHEET, code="1-")
        with pytest.raises(CollectionSheetUnknown):
            fill_as_printed(book, KEEPER, sheet=SHEET, code="9-123")
        with pytest.raises(CollectionSheetUnknown):
            keep_exceptions(book, KEEPER, code="9-123", exceptions=())

    def test_a_row_that_the_rules_refuse(self, book: Book, printed: CollectionSheet) -> None:
        but = Exceptional(3, paid=((Column.SAVINGS, 5),))
        with pytest.raises(RowRefused):
            fill_as_printed(book, KEEPER, sheet=SHEET, code=printed.code, exceptions=(but,))

    def test_an_officer_without_the_pencil(self, book: Book, printed: CollectionSheet) -> None:
        auditor = actor(Role.AUDITOR)
        with pytest.raises(NotPermitted):
            fill_as_printed(book, auditor, sheet=SHEET, code=printed.code)
        with pytest.raises(NotPermitted):
            keep_exceptions(book, auditor, code=printed.code, exceptions=())
        with pytest.raises(NotPermitted):
            keep_collection_sheet(book, auditor, printed=printed)


def test_who_died_and_what_was_typed_since_is_named(book: Book, printed: CollectionSheet) -> None:
    record_death(book, KEEPER, member=DALA.id, day=DAY, note="", today=TODAY)
    pencil_cell(book, KEEPER, sheet=SHEET, member=KEO.id, column=Column.SAVINGS, kip=50_000)
    before = book.sheet(SHEET)
    with pytest.raises(NotAsPrinted) as no:
        fill_as_printed(book, KEEPER, sheet=SHEET, code=printed.code)
    told = [(row.row, row.member, row.why) for row in no.value.rows]
    assert told == [
        (5, DALA.told, Otherwise.GONE),
        (6, KEO.told, Otherwise.TYPED),
    ]
    assert book.sheet(SHEET) == before
    buts = (Exceptional(5, absent=True), Exceptional(6, paid=((Column.SAVINGS, 50_000),)))
    fill_as_printed(book, KEEPER, sheet=SHEET, code=printed.code, exceptions=buts)
    assert dues_open(book.meeting_sheet(SHEET)) == ()


def test_a_sheet_of_another_day_and_a_signed_one_are_left_alone(book: Book) -> None:
    sheet = book.collection_sheet(DAY)
    keep_collection_sheet(book, KEEPER, printed=sheet)
    _open(book, date(2026, 4, 6))
    with pytest.raises(PrintedForAnotherDay):
        fill_as_printed(book, KEEPER, sheet=SHEET, code=sheet.code)
    count = CashCount(((50_000, 50),))
    count_cash(book, KEEPER, sheet=SHEET, when="closing", count=count)
    sign_sheet(book, KEEPER, sheet=SHEET, signers=(), today=TODAY)
    with pytest.raises(SheetSigned):
        fill_as_printed(book, KEEPER, sheet=SHEET, code=sheet.code)
