"""Months go from open to on hold to closed; a second person and a reason write in between."""

from datetime import date

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.meeting import count_cash, open_sheet, pencil_cell, sign_sheet
from ledger.actions.months import close_month, hold_month, reopen_month
from ledger.actions.record import record_day
from ledger.actions.reopening import put_away_sheet
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.rules.days import Month
from ledger.rules.lines import Deposit
from ledger.rules.meeting_values import CashCount, Column, SheetKind
from ledger.rules.months import (
    MonthClosed,
    MonthNotOnHold,
    MonthNotOver,
    MonthOnHold,
    MonthState,
    MonthUnsigned,
)
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import NameMissing
from ledger.rules.transfers import EntryNumber, MeetingId
from tests.villages import APRIL, FEBRUARY, JANUARY, KHAM, MARCH, TODAY, actor

KEEPER, HEAD = actor(), actor(Role.PRESIDENT)
IN_MARCH, IN_APRIL = date(2026, 3, 5), date(2026, 4, 5)
WHY = "ລືມຂຽນ"


def states(book: Book) -> list[MonthState]:
    return [book.month_states().of(month) for month in (JANUARY, FEBRUARY, MARCH, APRIL)]


def hold(book: Book, month: Month = MARCH) -> None:
    hold_month(book, KEEPER, month=month, today=TODAY)


def write(book: Book, day: date) -> EntryNumber:
    (number,) = record_day(
        book, KEEPER, day=day, lines=(Deposit(KHAM.id, 20_000),), today=TODAY
    ).entries
    return number


def test_months_go_forward_together(book: Book) -> None:
    hold(book, FEBRUARY)
    hold(book)
    close_month(book, KEEPER, month=FEBRUARY, today=TODAY)
    closed, held = MonthState.CLOSED, MonthState.ON_HOLD
    assert states(book) == [closed, closed, held, MonthState.OPEN]
    reopen_month(book, KEEPER, month=MARCH, second=HEAD, reason=WHY, today=TODAY)
    assert states(book) == [closed, closed, MonthState.OPEN, MonthState.OPEN]
    assert [row.act for row in book.history(4)] == [
        "reopen_month",
        "close_month",
        "hold_month",
        "hold_month",
    ]
    assert book.check() == ()


def test_a_month_on_hold_takes_two_and_a_reason(book: Book) -> None:
    hold(book)
    with pytest.raises(MonthOnHold):
        write(book, IN_MARCH)
    line = (Deposit(KHAM.id, 20_000),)
    for second, reason in ((HEAD, " "), (None, WHY)):
        with pytest.raises(MonthOnHold):
            record_day(
                book, KEEPER, day=IN_MARCH, lines=line, today=TODAY, second=second, reason=reason
            )
    with pytest.raises(SecondPersonMissing):
        record_day(book, KEEPER, day=IN_MARCH, lines=line, today=TODAY, second=KEEPER, reason=WHY)
    record_day(book, KEEPER, day=IN_MARCH, lines=line, today=TODAY, second=HEAD, reason=WHY)
    assert (book.history()[0].second, book.history()[0].facts["reason"]) == (HEAD.name, WHY)
    write(book, IN_APRIL)
    assert book.check() == ()


def test_a_sheet_of_a_month_on_hold_is_signed_by_two_with_a_reason(book: Book) -> None:
    hold(book)
    sheet = MeetingId(1)
    open_sheet(book, KEEPER, day=IN_MARCH, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    pencil_cell(book, KEEPER, sheet=sheet, member=KHAM.id, column=Column.SAVINGS, kip=20_000)
    box = CashCount(((10_000, 252),))
    count_cash(book, KEEPER, sheet=sheet, when="closing", count=box)
    with pytest.raises(MonthOnHold):
        sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY)
    sign_sheet(book, KEEPER, sheet=sheet, signers=(), today=TODAY, second=HEAD, reason=WHY)
    assert book.sheet(sheet).signed


def test_nothing_is_written_in_a_closed_month(book: Book) -> None:
    number = write(book, IN_MARCH)
    hold(book)
    close_month(book, KEEPER, month=MARCH, today=TODAY)
    with pytest.raises(MonthClosed):
        write(book, IN_MARCH)
    with pytest.raises(MonthClosed):
        record_day(
            book,
            KEEPER,
            day=IN_MARCH,
            lines=(Deposit(KHAM.id, 20_000),),
            today=TODAY,
            second=HEAD,
            reason=WHY,
        )
    with pytest.raises(MonthClosed):
        open_sheet(book, KEEPER, day=IN_MARCH, kind=SheetKind.MEETING, opening=None, today=TODAY)
    with pytest.raises(MonthClosed):
        reopen_month(book, KEEPER, month=MARCH, second=HEAD, reason=WHY, today=TODAY)
    # What is wrong in it is taken back under today.
    reverse_entry(book, KEEPER, number=number, reason=WHY, today=TODAY)
    assert book.check() == ()


def test_a_month_takes_only_the_next_step(book: Book) -> None:
    with pytest.raises(MonthNotOnHold):
        close_month(book, KEEPER, month=MARCH, today=TODAY)
    with pytest.raises(MonthNotOnHold):
        reopen_month(book, KEEPER, month=MARCH, second=HEAD, reason=WHY, today=TODAY)
    with pytest.raises(MonthNotOver):
        hold(book, APRIL)
    hold(book)
    with pytest.raises(MonthOnHold):
        hold(book, FEBRUARY)
    with pytest.raises(NameMissing):
        reopen_month(book, KEEPER, month=MARCH, second=HEAD, reason="", today=TODAY)
    with pytest.raises(SecondPersonMissing):
        reopen_month(book, KEEPER, month=MARCH, second=None, reason=WHY, today=TODAY)
    with pytest.raises(NotPermitted):
        hold_month(book, actor(Role.TREASURER), month=MARCH, today=TODAY)


def test_a_sheet_in_pencil_keeps_its_month_from_closing(book: Book) -> None:
    hold(book)
    open_sheet(book, KEEPER, day=IN_MARCH, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
    with pytest.raises(MonthUnsigned):
        close_month(book, KEEPER, month=MARCH, today=TODAY)
    close_month(book, KEEPER, month=FEBRUARY, today=TODAY)
    put_away_sheet(book, KEEPER, sheet=MeetingId(1), reason=WHY, today=TODAY)
    close_month(book, KEEPER, month=MARCH, today=TODAY)
    assert states(book)[2] is MonthState.CLOSED
