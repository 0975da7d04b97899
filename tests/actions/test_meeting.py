"""A meeting is held in pencil and signed; every refusal leaves the sheet as it was."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ledger.actions.leaving import record_death
from ledger.actions.meeting import (
    SheetSigned,
    SheetStillOpen,
    count_cash,
    mark_attendance,
    open_sheet,
    pencil_cell,
    pencil_cells,
    pencil_line,
    rub_out_cell,
    rub_out_cells,
    rub_out_line,
    sign_sheet,
)
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import CASH, CASH_SHORT
from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.lines import Spent, Withdrawal
from ledger.rules.meeting import BoxDiffers, BoxNotCounted, NoLoanToPay
from ledger.rules.meeting_cells import AbsentButPaid, MarkedAbsent, RowRefused
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, SheetKind
from ledger.rules.people import SET_UP, Actor, OfficerId, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import CashShort, DayOutsideBooks, MemberNotActive, NameMissing
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import MeetingId
from ledger.rules.withdrawals import WithdrawalOnlyAtExit
from tests.villages import BEGIN, COSTS, DALA, GROUP, KHAM, MEMBERS, NOY, OFFICERS, RULES, actor

NOON = datetime(2026, 4, 20, 12, tzinfo=timezone(timedelta(hours=7)))
DAY = date(2026, 4, 5)
TODAY = NOON.date()
KEEPER = actor()
SHEET = MeetingId(1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    file = tmp_path / "village.book"
    book = Book.create(file, group=set_up.group, rulebook=RULES, clock=lambda: NOON)
    start_books(book, SET_UP, set_up=set_up)
    yield book
    book.close()


@pytest.fixture
def sheet(book: Book) -> MeetingId:
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    return SHEET


def on_disk(book: Book, folder: Path) -> list[tuple[object, ...]]:
    """The cells as another program would find them after the power has failed now."""
    copy = folder / "after the power cut"
    shutil.copy(book.path, copy)
    with closing(sqlite3.connect(copy)) as raw:
        return raw.execute("SELECT member, col, kip FROM cell ORDER BY member, col").fetchall()


def count(book: Book, kip: int, reason: str = "") -> None:
    notes = CashCount(((500, kip // 500),))
    count_cash(book, KEEPER, sheet=SHEET, when="closing", count=notes, reason=reason)


def test_a_sheet_is_opened_for_a_day_of_the_books_and_one_at_a_time(book: Book) -> None:
    for day in (date(2025, 12, 31), date(2026, 4, 21)):
        with pytest.raises(DayOutsideBooks):
            open_sheet(book, KEEPER, day=day, kind=SheetKind.MEETING, opening=None, today=TODAY)
    opening = CashCount(((50_000, 50),))
    change = open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=opening, today=TODAY)
    assert change.topics == {Topic.MEETING}
    running = book.open_sheet()
    assert running is not None
    assert (running.opening, running.day, running.number) == (opening, DAY, 1)
    with pytest.raises(SheetStillOpen):
        open_sheet(book, KEEPER, day=TODAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)


def test_an_auditor_looks_and_writes_nothing(book: Book, sheet: MeetingId) -> None:
    auditor = actor(Role.AUDITOR)
    with pytest.raises(NotPermitted):
        pencil_cell(book, auditor, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=10_000)
    with pytest.raises(NotPermitted):
        sign_sheet(book, auditor, sheet=sheet, signers=(), today=TODAY)
    assert book.sheet(sheet).cells == ()


def test_each_cell_is_on_the_disk_when_the_act_returns(
    book: Book, sheet: MeetingId, tmp_path: Path
) -> None:
    pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=10_000)
    assert on_disk(book, tmp_path) == [(DALA.id, "savings", 10_000)]
    pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=25_000)
    change = pencil_cell(book, KEEPER, sheet=sheet, member=NOY.id, column=Column.WELFARE, kip=0)
    assert change.topics == {Topic.MEETING}
    assert change.members == {NOY.id}
    assert on_disk(book, tmp_path) == [(NOY.id, "welfare", 0), (DALA.id, "savings", 25_000)]
    rub_out_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS)
    assert on_disk(book, tmp_path) == [(NOY.id, "welfare", 0)]


def test_the_rules_are_asked_while_the_member_stands_at_the_table(
    book: Book, sheet: MeetingId
) -> None:
    with pytest.raises(DepositBelowMinimum):
        pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=3_000)
    with pytest.raises(NoLoanToPay):
        pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.INTEREST, kip=1)
    assert book.sheet(sheet).cells == ()


def test_many_cells_are_written_in_one_go_or_none(book: Book, sheet: MeetingId) -> None:
    good = PencilCell(DALA.id, Column.SAVINGS, 10_000)
    with pytest.raises(DepositBelowMinimum):
        pencil_cells(book, KEEPER, sheet=sheet, cells=(good, PencilCell(NOY.id, Column.SAVINGS, 1)))
    assert book.sheet(sheet).cells == ()
    cells = (good, PencilCell(NOY.id, Column.SAVINGS, 20_000))
    pencil_cells(book, KEEPER, sheet=sheet, cells=cells)
    assert set(book.sheet(sheet).cells) == set(cells)
    assert book.collected() == {sheet: 30_000}
    gone = tuple((cell.member, cell.column) for cell in cells)
    rub_out_cells(book, KEEPER, sheet=sheet, cells=gone)
    assert book.sheet(sheet).cells == ()
    assert book.collected() == {}


def test_marks_and_money_agree(book: Book, sheet: MeetingId) -> None:
    absent = ((DALA.id, Attendance.ABSENT), (NOY.id, Attendance.BY_NEIGHBOUR))
    mark_attendance(book, KEEPER, sheet=sheet, marks=absent)
    assert dict(book.sheet(sheet).attendance) == dict(absent)
    with pytest.raises(MarkedAbsent):
        pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=10_000)
    pencil_cell(book, KEEPER, sheet=sheet, member=NOY.id, column=Column.SAVINGS, kip=10_000)
    with pytest.raises(AbsentButPaid):
        mark_attendance(book, KEEPER, sheet=sheet, marks=((NOY.id, Attendance.ABSENT),))
    mark_attendance(book, KEEPER, sheet=sheet, marks=((DALA.id, None),))
    assert dict(book.sheet(sheet).attendance) == {NOY.id: Attendance.BY_NEIGHBOUR}


def test_a_line_outside_the_grid_is_checked_after_the_grid(book: Book, sheet: MeetingId) -> None:
    """The cost can be paid because the box has just been filled by the savings."""
    with pytest.raises(CashShort):
        pencil_line(book, KEEPER, sheet=sheet, line=Spent(COSTS, 2_510_000, "ຊາ"))
    pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=20_000)
    pencil_line(book, KEEPER, sheet=sheet, line=Spent(COSTS, 2_510_000, "ຊາ"))
    (line,) = book.sheet(sheet).lines
    assert book.meeting_sheet(sheet).expected == 10_000
    rub_out_line(book, KEEPER, sheet=sheet, number=line.number)
    assert book.sheet(sheet).lines == ()


def test_signing_wants_a_count_and_a_reason(book: Book, sheet: MeetingId) -> None:
    pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=20_000)
    with pytest.raises(BoxNotCounted):
        sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY)
    count(book, 2_519_000)
    with pytest.raises(BoxDiffers) as differs:
        sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY)
    assert (differs.value.counted, differs.value.expected) == (2_519_000, 2_520_000)
    assert book.balances()[CASH] == 2_500_000


def test_signing_writes_everything_at_once_and_for_good(book: Book, sheet: MeetingId) -> None:
    cells = (
        PencilCell(DALA.id, Column.SAVINGS, 20_000),
        PencilCell(KHAM.id, Column.SAVINGS, 10_000),
        PencilCell(KHAM.id, Column.WELFARE, 1_000),
    )
    pencil_cells(book, KEEPER, sheet=sheet, cells=cells)
    pencil_line(book, KEEPER, sheet=sheet, line=Spent(COSTS, 15_000, "ຊາ"))
    count(book, 2_515_000, "ເງິນທອນຜິດ")
    change = sign_sheet(
        book, KEEPER, sheet=sheet, signers=(OFFICERS[0].name, KEEPER.name), today=TODAY
    )
    # One entry for each of the two members, one for the cost, one for the difference.
    assert len(change.entries) == 4
    assert {Topic.MEETING, Topic.ENTRIES} <= change.topics
    assert book.balances()[CASH] == 2_515_000
    assert book.balances()[CASH_SHORT] == 1_000
    assert book.savings()[DALA.id] == 520_000
    signed = book.sheet(sheet)
    assert signed.signed_by == (KEEPER.name, OFFICERS[0].name)
    assert book.open_sheet() is None
    assert book.check() == ()
    with pytest.raises(SheetSigned):
        pencil_cell(book, KEEPER, sheet=sheet, member=NOY.id, column=Column.SAVINGS, kip=10_000)
    with pytest.raises(SheetSigned):
        sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY)


def test_somebody_signs(book: Book, sheet: MeetingId) -> None:
    count(book, 2_500_000)
    nameless = Actor(OfficerId(9), "", Role.ACCOUNTANT)
    with pytest.raises(NameMissing) as missing:
        sign_sheet(book, nameless, sheet=sheet, signers=("",), today=TODAY)
    assert missing.value.what == "signer"
    sign_sheet(book, nameless, sheet=sheet, signers=(OFFICERS[0].name,), today=TODAY)
    assert book.sheet(sheet).signed_by == (OFFICERS[0].name,)


def test_the_row_that_no_longer_holds_is_named(book: Book, sheet: MeetingId) -> None:
    """She died between the meeting and the signing, and her savings are not taken in any more."""
    pencil_cell(book, KEEPER, sheet=sheet, member=DALA.id, column=Column.SAVINGS, kip=20_000)
    count(book, 2_520_000)
    record_death(book, KEEPER, member=DALA.id, day=DAY, note="", today=TODAY)
    with pytest.raises(RowRefused) as refused:
        sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY)
    assert refused.value.member == DALA.name
    assert isinstance(refused.value.why, MemberNotActive)
    assert book.open_sheet() is not None


def test_a_day_sheet_moves_money_between_meetings(book: Book) -> None:
    open_sheet(book, KEEPER, day=TODAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    pencil_line(book, KEEPER, sheet=SHEET, line=Spent(COSTS, 40_000, "ລົດ"))
    count(book, 2_460_000)
    sign_sheet(book, KEEPER, sheet=SHEET, signers=(), today=TODAY)
    assert book.balances()[COSTS] == 40_000
    assert book.sheet(SHEET).kind is SheetKind.DAY_SHEET


def test_a_withdrawal_that_the_rules_forbid_is_refused_at_once(
    book: Book, sheet: MeetingId
) -> None:
    with pytest.raises(WithdrawalOnlyAtExit):
        pencil_line(book, KEEPER, sheet=sheet, line=Withdrawal(DALA.id, 100_000))
    assert book.sheet(sheet).lines == ()
