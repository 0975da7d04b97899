"""The last signed meeting is opened again by two; an empty sheet is put away."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from ledger.actions.decisions import write_decision
from ledger.actions.meeting import (
    SheetStillOpen,
    count_cash,
    mark_attendance,
    open_sheet,
    pencil_cell,
    pencil_cells,
    pencil_line,
    sign_sheet,
)
from ledger.actions.receipts import receipts_printed
from ledger.actions.record import record_day
from ledger.actions.reopening import put_away_sheet, put_back_sheet, reopen_sheet
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import CASH
from ledger.rules.decisions import Decision, Subject
from ledger.rules.lines import Deposit, Spent
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, Sheet, SheetKind
from ledger.rules.people import Role
from ledger.rules.permits import Act, NotPermitted
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.reopening import LaterSheet, SheetNotSigned, SheetVoid, StoodOn
from ledger.rules.transfers import MeetingId
from ledger.rules.trash import KEPT_DAYS, NotInTrash, Thrown, is_kept
from tests.villages import COSTS, DAY, KHAM, NOY, TODAY, actor

KEEPER, HEAD = actor(), actor(Role.PRESIDENT)
FIRST, SECOND = MeetingId(1), MeetingId(2)
WHY = "ຂຽນຜິດຄົນ"


def held(book: Book, sheet: MeetingId = FIRST, *, kip: int = 20_000, day: date = DAY) -> None:
    open_sheet(book, KEEPER, day=day, kind=SheetKind.MEETING, opening=None, today=TODAY)
    fill(book, sheet, kip=kip)
    sign_sheet(book, KEEPER, sheet=sheet, signers=(HEAD.name,), today=TODAY)


def fill(book: Book, sheet: MeetingId, *, kip: int) -> None:
    mark_attendance(book, KEEPER, sheet=sheet, marks=((KHAM.id, Attendance.PRESENT),))
    pencil_cell(book, KEEPER, sheet=sheet, member=KHAM.id, column=Column.SAVINGS, kip=kip)
    pencil_line(book, KEEPER, sheet=sheet, line=Spent(COSTS, 5_000, "ນ້ຳ"))
    expected = book.meeting_sheet(sheet).expected
    count = CashCount(((1_000, expected // 1_000),))
    count_cash(book, KEEPER, sheet=sheet, when="closing", count=count)


def reopen(book: Book, sheet: MeetingId = FIRST, *, reason: str = WHY) -> None:
    reopen_sheet(book, KEEPER, sheet=sheet, second=HEAD, reason=reason, today=TODAY)


@pytest.fixture
def standing(book: Book) -> Iterator[tuple[int, int]]:
    yield book.balances()[CASH], book.savings()[KHAM.id]
    # Whatever a test did, the book is whole at its end.
    assert book.check() == ()


def test_everything_is_taken_back_and_lies_in_pencil_again(
    book: Book, standing: tuple[int, int]
) -> None:
    held(book)
    before = book.sheet(FIRST)
    reopen(book)
    assert (book.balances()[CASH], book.savings()[KHAM.id]) == standing
    old, fresh = book.sheet(FIRST), book.open_sheet()
    assert fresh is not None
    assert (old.void_reason, old.void_by, old.followed_by) == (
        WHY,
        (KEEPER.name, HEAD.name),
        fresh.id,
    )
    assert (old.signed, fresh.signed, fresh.day, fresh.kind) == (True, False, DAY, before.kind)
    for what in ("attendance", "cells", "lines", "closing", "opening", "difference_reason"):
        assert getattr(fresh, what) == getattr(before, what)
    taken = book.entries_of_sheet(FIRST)
    assert [book.is_taken_back(posted.number) for posted in taken] == [True, True]
    act = book.history()[0]
    assert (act.act, act.second, act.facts["reason"]) == ("reopen_sheet", HEAD.name, WHY)


def test_it_is_put_right_and_signed_again(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    reopen(book)
    fill(book, SECOND, kip=30_000)
    sign_sheet(book, KEEPER, sheet=SECOND, signers=(HEAD.name,), today=TODAY)
    assert book.savings()[KHAM.id] == standing[1] + 30_000
    # And again, if it must be.
    reopen(book, SECOND)
    assert (book.balances()[CASH], book.savings()[KHAM.id]) == standing


def test_who_came_counts_once(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    reopen(book)
    fill(book, SECOND, kip=20_000)
    sign_sheet(book, KEEPER, sheet=SECOND, signers=(HEAD.name,), today=TODAY)
    marks = "SELECT count(*) FROM attendance WHERE member = ?"
    assert book.shelf.one(marks, (KHAM.id,)) == (2,)
    year = book.year_facts(2026, TODAY)
    assert [o.attended for o in year.officers if o.officer.member == KHAM.id] == []
    assert standing


def test_what_stands_on_it_is_in_the_way(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    record_day(book, KEEPER, day=TODAY, lines=(Deposit(NOY.id, 20_000),), today=TODAY)
    with pytest.raises(StoodOn) as refused:
        reopen(book)
    assert refused.value.act == book.history()[0].number
    assert book.open_sheet() is None
    assert standing


def test_minutes_do_not_stand_on_it(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    decision = Decision("1/2026", DAY, Subject.OTHER, "ຕົກລົງ", sheet=FIRST)
    write_decision(book, KEEPER, decision=decision, today=TODAY)
    reopen(book)
    assert book.balances()[CASH] == standing[0]


def test_printed_receipts_do_not_stand_on_it_and_are_void(
    book: Book, standing: tuple[int, int]
) -> None:
    held(book)
    slips = book.receipts(FIRST, TODAY)
    receipts_printed(book, KEEPER, slips=slips)
    reopen(book)
    assert book.sheet(FIRST).void
    again = [book.receipt(slip.number, TODAY) for slip in slips]
    assert [(slip.copy, slip.taken_back is not None) for slip in again] == [(1, True)] * len(slips)
    assert book.check() == ()


def test_only_the_last_one(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    reopen(book)
    with pytest.raises(SheetVoid):
        reopen(book)
    sign_again(book, SECOND)
    open_sheet(book, KEEPER, day=TODAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    with pytest.raises(LaterSheet) as refused:
        reopen(book, SECOND)
    assert refused.value.later == TODAY
    assert standing


def sign_again(book: Book, sheet: MeetingId) -> None:
    sign_sheet(book, KEEPER, sheet=sheet, signers=(HEAD.name,), today=TODAY)


@pytest.mark.parametrize(
    ("second", "reason", "why"),
    [
        (None, WHY, SecondPersonMissing),
        (KEEPER, WHY, SecondPersonMissing),
        (actor(Role.AUDITOR), WHY, NotPermitted),
        (HEAD, " ", NameMissing),
    ],
)
def test_it_takes_two_and_a_reason(
    book: Book, standing: tuple[int, int], second: object, reason: str, why: type[Refusal]
) -> None:
    held(book)
    before = book.history()[0].number
    with pytest.raises(why):
        reopen_sheet(
            book,
            KEEPER,
            sheet=FIRST,
            second=second,  # type: ignore[arg-type]  # what the table holds is what it says
            reason=reason,
            today=TODAY,
        )
    assert book.history()[0].number == before
    assert standing


def test_what_is_in_pencil_is_only_typed_over(book: Book, standing: tuple[int, int]) -> None:
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    with pytest.raises(SheetNotSigned):
        reopen(book)
    assert standing


def test_an_empty_sheet_is_put_away(book: Book, standing: tuple[int, int]) -> None:
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    pencil_cell(book, KEEPER, sheet=FIRST, member=KHAM.id, column=Column.SAVINGS, kip=0)
    put_away_sheet(book, KEEPER, sheet=FIRST, reason=f" {WHY} ", today=TODAY)
    assert book.open_sheet() is None
    away = book.sheet(FIRST)
    assert (away.void, away.void_reason, away.void_by) == (True, WHY, (KEEPER.name,))
    with pytest.raises(SheetVoid):
        put_away_sheet(book, KEEPER, sheet=FIRST, reason=WHY, today=TODAY)
    # It is in nobody's way: neither of a new sheet nor of one that was signed before.
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    assert standing


def test_a_sheet_put_away_is_in_no_ones_way(book: Book, standing: tuple[int, int]) -> None:
    held(book)
    open_sheet(book, KEEPER, day=TODAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    with pytest.raises(LaterSheet):
        reopen(book)
    put_away_sheet(book, KEEPER, sheet=SECOND, reason=WHY, today=TODAY)
    reopen(book)
    assert book.balances()[CASH] == standing[0]


def _typed(book: Book) -> Sheet:
    """A meeting with one of everything in pencil, typed by the accountant."""
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    cell, line = PencilCell(KHAM.id, Column.SAVINGS, 20_000), Spent(COSTS, 5_000, "ນ້ຳຊາ")
    marks = ((KHAM.id, Attendance.PRESENT),)
    mark_attendance(book, KEEPER, sheet=FIRST, marks=marks)
    pencil_cells(book, KEEPER, sheet=FIRST, cells=(cell,))
    pencil_line(book, KEEPER, sheet=FIRST, line=line)
    count_cash(book, KEEPER, sheet=FIRST, when="opening", count=CashCount(((50_000, 50),)))
    return book.sheet(FIRST)


def _pencil(sheet: Sheet) -> tuple[object, ...]:
    return sheet.day, sheet.kind, sheet.attendance, sheet.cells, sheet.lines, sheet.opening


def test_a_sheet_that_was_thrown_away_is_put_back_whole(
    book: Book, standing: tuple[int, int]
) -> None:
    typed = _typed(book)
    with pytest.raises(NameMissing):
        put_away_sheet(book, KEEPER, sheet=FIRST, reason="", today=TODAY)
    with pytest.raises(NotPermitted):
        put_away_sheet(book, actor(Role.AUDITOR), sheet=FIRST, reason=WHY, today=TODAY)
    put_away_sheet(book, KEEPER, sheet=FIRST, reason=WHY, today=TODAY)
    assert (book.open_sheet(), book.sheet(FIRST).cells) == (None, ())
    assert book.thrown() == (Thrown(FIRST, KEEPER.name, TODAY, cells=1, lines=1, kip=20_000),)
    assert standing
    change = put_back_sheet(book, actor(Role.TREASURER), sheet=FIRST, today=TODAY)
    assert Topic.MEETING in change.topics
    back = book.open_sheet()
    assert back is not None
    assert back.id == SECOND
    assert _pencil(back) == _pencil(typed)
    # Whoever typed it is still named beside it, and not the one who put it back.
    names = "SELECT DISTINCT name FROM cell WHERE sheet = ?"
    assert book.shelf.rows(names, (SECOND,)) == [(KEEPER.name,)]
    assert [row.act for row in book.history(2)] == [
        Act.PUT_BACK_SHEET.value,
        Act.PUT_AWAY_SHEET.value,
    ]
    assert book.thrown() == ()
    with pytest.raises(NotInTrash):
        put_back_sheet(book, KEEPER, sheet=FIRST, today=TODAY)
    assert book.check() == ()


def test_it_waits_until_the_table_is_free(book: Book) -> None:
    _typed(book)
    put_away_sheet(book, KEEPER, sheet=FIRST, reason=WHY, today=TODAY)
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    with pytest.raises(SheetStillOpen):
        put_back_sheet(book, KEEPER, sheet=FIRST, today=TODAY)
    put_away_sheet(book, KEEPER, sheet=SECOND, reason=WHY, today=TODAY)
    put_back_sheet(book, KEEPER, sheet=FIRST, today=TODAY)
    assert book.open_sheet() is not None


def test_after_a_while_it_is_gone(book: Book) -> None:
    _typed(book)
    put_away_sheet(book, KEEPER, sheet=FIRST, reason=WHY, today=TODAY)
    last, late = TODAY + timedelta(days=KEPT_DAYS), TODAY + timedelta(days=KEPT_DAYS + 1)
    (kept,) = book.thrown()
    assert (is_kept(kept, last), is_kept(kept, late)) == (True, False)
    assert is_kept(kept, TODAY - timedelta(days=400)), "a wrong clock takes nothing away"
    with pytest.raises(NotInTrash):
        put_back_sheet(book, KEEPER, sheet=FIRST, today=late)
    # The next one that is put away takes the room.
    open_sheet(book, KEEPER, day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    put_away_sheet(book, KEEPER, sheet=SECOND, reason=WHY, today=late)
    assert book.thrown() == ()
