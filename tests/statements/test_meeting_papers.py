"""The papers of a meeting say what the book says: who came, what was counted, who has what."""

from dataclasses import replace
from datetime import date

from ledger.rules.accounts import CASH, CASH_OVER, SAVINGS
from ledger.rules.decisions import Decision, Subject
from ledger.rules.meeting_values import Attendance, CashCount, Sheet
from ledger.rules.people import Status
from ledger.rules.transfers import Entry, Kind, MeetingId, Transfer
from ledger.statements.lists import MemberBalance
from ledger.statements.meeting_papers import (
    AttendanceRow,
    MoneyRow,
    NoteRow,
    WallRow,
    attendance_rows,
    by_mark,
    decisions_at,
    money_rows,
    note_rows,
    wall_rows,
)
from ledger.statements.meeting_sheet import sheet_of
from tests.villages import COSTS, DALA, DAY, KHAM, NOY, day_facts

SHEET = Sheet(MeetingId(1), 1, DAY, attendance=((KHAM.id, Attendance.PRESENT),))


def test_who_is_on_leave_is_not_asked_for() -> None:
    facts = day_facts()
    away = replace(DALA, status=Status.ON_LEAVE)
    facts = replace(facts, members={**facts.members, DALA.id: away})
    rows = attendance_rows(sheet_of(SHEET, facts))
    assert [row.number for row in rows] == ["001", "002", "003", "004", "006"]
    assert rows[0] == AttendanceRow("001", "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ", Attendance.PRESENT)
    assert rows[1].mark is None


def test_the_marks_gather_their_members() -> None:
    rows = attendance_rows(sheet_of(SHEET, day_facts()))
    found = by_mark(rows)
    assert found[Attendance.PRESENT] == rows[:1]
    assert found[None] == rows[1:]
    assert Attendance.ABSENT not in found


def test_every_note_of_the_currency_stands_on_the_sheet_and_each_that_was_counted() -> None:
    opening = CashCount(((10_000, 3), (250, 2)))
    assert note_rows((1_000, 10_000), opening, None) == (
        NoteRow(10_000, 3, None),
        NoteRow(1_000, 0, None),
        NoteRow(250, 2, None),
    )
    assert note_rows((500,), None, None) == (NoteRow(500),)


def test_money_is_told_by_kind_and_differences_are_left_out() -> None:
    entries = (
        Entry(DAY, (Transfer(Kind.DEPOSIT, CASH, SAVINGS, 20_000, member=KHAM.id),)),
        Entry(DAY, (Transfer(Kind.DEPOSIT, CASH, SAVINGS, 5_000, member=NOY.id),)),
        Entry(DAY, (Transfer(Kind.EXPENSE, COSTS, CASH, 7_000),)),
        Entry(DAY, (Transfer(Kind.CASH_OVER, CASH, CASH_OVER, 500),)),
        Entry(DAY, (Transfer(Kind.SAVINGS_INTEREST, COSTS, SAVINGS, 9, member=NOY.id),)),
    )
    assert set(money_rows(entries)) == {
        MoneyRow(Kind.DEPOSIT, 25_000, 0),
        MoneyRow(Kind.EXPENSE, 0, 7_000),
    }


def test_the_wall_shows_what_each_has_in_the_order_of_the_numbers() -> None:
    balances = (
        MemberBalance(NOY, savings=300_000, loans=0, dividend=0),
        MemberBalance(KHAM, savings=500_000, loans=2_000_000, dividend=0, voluntary=7),
    )
    kham, noy = wall_rows(balances, day_facts())
    assert kham == WallRow("001", "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ", 500_000, 7, 1_000, 2_000_000)
    assert (noy.number, noy.welfare, noy.loans) == ("003", 1_000, 0)


def test_only_the_decisions_of_this_meeting_stand_in_its_minutes() -> None:
    here = Decision("4/2026", DAY, Subject.OTHER, "ຊື້ຫີບໃໝ່", sheet=MeetingId(1))
    others = (
        replace(here, number="3/2026", sheet=None, day=date(2026, 4, 4)),
        replace(here, number="5/2026", sheet=MeetingId(2), day=date(2026, 5, 5)),
        replace(here, number="6/2026", sheet=MeetingId(2)),
    )
    assert decisions_at((*others, here), sheet_of(SHEET, day_facts())) == (here,)


def test_what_was_decided_on_the_day_before_the_sheet_was_opened_stands_in_them_too() -> None:
    before = Decision("4/2026", DAY, Subject.LOAN, "ກູ້ຢືມຂອງ 001")
    during = replace(before, number="5/2026", sheet=MeetingId(1))
    assert decisions_at((before, during), sheet_of(SHEET, day_facts())) == (before, during)
