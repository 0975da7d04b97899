"""Pencil: on the disk at once, typed over, rubbed out, and locked by the signature."""

import sqlite3
from collections.abc import Callable
from datetime import date

import pytest

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.book.writing import Pen, writing
from ledger.rules.accounts import Account
from ledger.rules.days import Month
from ledger.rules.lines import Deposit, DividendTaken, DividendWay, Line, LoanPaidOut, Spent
from ledger.rules.meeting_values import (
    Attendance,
    CashCount,
    Column,
    PencilCell,
    PencilLine,
    SheetKind,
)
from ledger.rules.transfers import LoanId, MeetingId
from tests.book.books import BOUN, KHAM, ONE, THREE, TWO, deposit, entry

DAY = date(2025, 1, 5)
WATER = Spent(account=Account(5101), kip=500, note="ນ້ຳ")


@pytest.fixture
def sheet(book: Book) -> MeetingId:
    with writing(book, KHAM, "open_sheet") as pen:
        return pen.open_sheet(DAY, SheetKind.MEETING)


def test_a_sheet_is_numbered_within_its_kind(book: Book, sheet: MeetingId) -> None:
    with writing(book, KHAM, "open_sheet") as pen:
        other = pen.open_sheet(date(2025, 1, 7), SheetKind.DAY_SHEET)
        third = pen.open_sheet(date(2025, 2, 5), SheetKind.MEETING)
    assert pen.change.topics == {Topic.MEETING}
    found = [(s.id, s.kind, s.number, s.day, s.signed) for s in book.sheets()]
    assert found == [
        (sheet, SheetKind.MEETING, 1, DAY, False),
        (other, SheetKind.DAY_SHEET, 1, date(2025, 1, 7), False),
        (third, SheetKind.MEETING, 2, date(2025, 2, 5), False),
    ]
    newest = book.open_sheet()
    assert newest is not None
    assert newest.id == third
    with pytest.raises(KeyError):
        book.sheet(MeetingId(4))


def test_everything_in_pencil_is_read_back(book: Book, sheet: MeetingId) -> None:
    opening, closing = CashCount(((1_000, 3), (500, 1))), CashCount(((20_000, 2),))
    with writing(book, KHAM, "pencil") as pen:
        pen.mark(sheet, ONE, Attendance.PRESENT)
        pen.mark(sheet, TWO, Attendance.BY_NEIGHBOUR)
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_000)
        pen.pencil_cell(sheet, ONE, Column.FEE, 0)
        assert pen.pencil_line(sheet, WATER) == 1
        assert pen.pencil_line(sheet, LoanPaidOut(LoanId(1))) == 2
        pen.count(sheet, "opening", opening)
        pen.count(sheet, "closing", closing, reason="ຂາດ 500")
    assert pen.change == Change(topics=frozenset({Topic.MEETING}), members=frozenset({ONE, TWO}))
    found = book.sheet(sheet)
    assert found.attendance == ((ONE, Attendance.PRESENT), (TWO, Attendance.BY_NEIGHBOUR))
    assert set(found.cells) == {
        PencilCell(ONE, Column.SAVINGS, 20_000),
        PencilCell(ONE, Column.FEE, 0),
    }
    assert found.lines == (PencilLine(1, WATER), PencilLine(2, LoanPaidOut(LoanId(1))))
    assert (found.opening, found.closing) == (opening, closing)
    assert found.difference_reason == "ຂາດ 500"
    assert book.open_sheet() == found


def test_pencil_is_typed_over_and_rubbed_out(book: Book, sheet: MeetingId) -> None:
    with writing(book, KHAM, "pencil") as pen:
        pen.mark(sheet, ONE, Attendance.PRESENT)
        pen.mark(sheet, TWO, Attendance.PRESENT)
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_000)
        pen.pencil_cell(sheet, TWO, Column.SAVINGS, 5)
        first = pen.pencil_line(sheet, WATER)
        second = pen.pencil_line(sheet, WATER)
        third = pen.pencil_line(sheet, WATER)
        pen.count(sheet, "closing", CashCount(((500, 1),)), reason="x")
        pen.draft("page", "one")
    with writing(book, BOUN, "pencil") as pen:
        pen.mark(sheet, ONE, Attendance.ABSENT)
        pen.mark(sheet, TWO, None)
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 30_000)
        pen.rub_out_cell(sheet, TWO, Column.SAVINGS)
        changed = Spent(account=Account(5102), kip=1)
        assert pen.pencil_line(sheet, changed, number=first) == first
        pen.rub_out_line(sheet, second)
        pen.count(sheet, "closing", CashCount(((500, 2),)))
        pen.draft("page", "two")
    found = book.sheet(sheet)
    assert found.attendance == ((ONE, Attendance.ABSENT),)
    assert found.cells == (PencilCell(ONE, Column.SAVINGS, 30_000),)
    assert found.lines == (PencilLine(first, changed), PencilLine(third, WATER))
    assert (found.closing, found.difference_reason) == (CashCount(((500, 2),)), "")
    assert book.draft("page") == "two"
    for table in ("attendance", "cell", "cash_count", "draft"):
        assert book.shelf.rows(f"SELECT officer, name FROM {table}") == [(2, "ທ້າວ ບຸນ")]


@pytest.mark.parametrize(
    "line",
    [
        Deposit(ONE, 5, Month(2025, 2)),
        DividendTaken(ONE, 5, DividendWay.OFFSET, LoanId(3)),
        WATER,
    ],
)
def test_a_line_comes_back_as_it_was(book: Book, sheet: MeetingId, line: Line) -> None:
    with writing(book, KHAM, "pencil") as pen:
        pen.pencil_line(sheet, line)
    assert book.sheet(sheet).lines == (PencilLine(1, line),)


def test_pencil_alone_writes_no_row_in_the_trail(book: Book, sheet: MeetingId) -> None:
    before = book.history()
    with writing(book, KHAM, "pencil") as pen:
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_000)
    with writing(book, KHAM, "draft") as pen:
        pen.draft("page", "{}")
    assert pen.change == Change(topics=frozenset({Topic.DRAFT}))
    assert book.history() == before
    with writing(book, KHAM, "both") as pen:
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_001)
        pen.post([entry(DAY, deposit(ONE, 5))])
    assert len(book.history()) == len(before) + 1


def test_a_draft_is_thrown_away(book: Book) -> None:
    assert book.draft("page") is None
    with writing(book, KHAM, "draft") as pen:
        pen.draft("page", "{}")
    with writing(book, KHAM, "draft") as pen:
        pen.draft("page", None)
    assert book.draft("page") is None


def test_pencil_is_on_the_disk_at_once(book: Book, sheet: MeetingId) -> None:
    with writing(book, KHAM, "pencil") as pen:
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_000)
    path = book.path
    book.close()
    again = Book.open(path, clock=book.clock)
    assert again.sheet(sheet).cells == (PencilCell(ONE, Column.SAVINGS, 20_000),)
    again.close()


def test_a_signed_sheet_is_ink(book: Book, sheet: MeetingId) -> None:
    with writing(book, KHAM, "pencil") as pen:
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 20_000)
    with writing(book, KHAM, "sign_sheet") as pen:
        pen.post([entry(DAY, deposit(ONE, 20_000), meeting=sheet)])
        pen.post([entry(DAY, deposit(TWO, 10_000), meeting=sheet)])
        pen.sign(sheet, signed_by=("ນາງ ຄຳ", "ທ້າວ ບຸນ"))
    assert {Topic.MEETING, Topic.ENTRIES} == pen.change.topics
    assert book.sheet(sheet).signed_by == ("ນາງ ຄຳ", "ທ້າວ ບຸນ")
    assert book.open_sheet() is None
    assert book.shelf.rows("SELECT first, last FROM sheet_signed") == [(1, 2)]
    wrong: tuple[Callable[[Pen], object], ...] = (
        lambda pen: pen.mark(sheet, THREE, Attendance.PRESENT),
        lambda pen: pen.rub_out_cell(sheet, ONE, Column.SAVINGS),
        lambda pen: pen.pencil_line(sheet, WATER),
        lambda pen: pen.count(sheet, "closing", CashCount()),
    )
    for write in wrong:
        with pytest.raises(sqlite3.IntegrityError, match="signed"), writing(book, KHAM, "x") as pen:
            write(pen)
    with pytest.raises(sqlite3.IntegrityError, match="signed"), writing(book, KHAM, "x") as pen:
        pen.post([entry(DAY, deposit(ONE, 1), meeting=sheet)])
    assert book.check() == ()


def test_a_sheet_on_which_nothing_happened_can_be_signed(book: Book, sheet: MeetingId) -> None:
    with writing(book, KHAM, "sign_sheet") as pen:
        pen.sign(sheet, signed_by=("ນາງ ຄຳ",))
    assert book.sheet(sheet).signed
    assert book.check() == ()
