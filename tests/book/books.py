"""A small invented village's book, opened by the real door and written with the real pen."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, ENTRY_FEES, LOAN_INTEREST, LOANS, SAVINGS, Account
from ledger.rules.claims import (
    ClaimDecision,
    ClaimRequest,
    Reckoning,
    ReckonRow,
    ReckonStep,
)
from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.kip import Kip
from ledger.rules.lines import Spent
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import Attendance, CashCount, Column, SheetKind
from ledger.rules.people import Actor, Member, MemberId, Officer, OfficerId, Role
from ledger.rules.rulebook import Group, LoanProduct, LoanRules, Rulebook
from ledger.rules.transfers import (
    ClaimId,
    Entry,
    EntryNumber,
    Kind,
    LoanId,
    MeetingId,
    Transfer,
    counter_entry,
)
from ledger.rules.welfare_rules import Benefit

BEGIN = date(2025, 1, 1)
GROUP = Group(name="ກຸ່ມເງິນທ້ອນ ບ້ານນາດີ", village="ນາດີ")
PRODUCT = LoanProduct(key="ordinary", name="ordinary", rate=200)
RULES = Rulebook(valid_from=BEGIN, resolution="1/2025", loans=LoanRules(products=(PRODUCT,)))
KHAM = Actor(id=OfficerId(1), name="ນາງ ຄຳ", role=Role.ACCOUNTANT)
BOUN = Actor(id=OfficerId(2), name="ທ້າວ ບຸນ", role=Role.PRESIDENT)
OFFICERS = tuple(Officer(id=a.id, name=a.name, role=a.role) for a in (KHAM, BOUN))
ONE, TWO, THREE = MemberId(1), MemberId(2), MemberId(3)


def noon() -> datetime:
    """A clock that stands still."""
    return datetime(2025, 1, 1, 12, tzinfo=timezone(timedelta(hours=7)))


def member(number: int) -> Member:
    return Member(
        id=MemberId(number), number=f"{number:03d}", name=f"ນາງ {number}", joined=date(2024, 5, 1)
    )


def new_book(path: Path, *, members: int = 3) -> Book:
    """A book that has begun, with officers and members and nothing else."""
    book = Book.create(path, group=GROUP, rulebook=RULES, clock=noon)
    with writing(book, KHAM, "start_books") as pen:
        pen.set_group(GROUP, books_begin=BEGIN)
        pen.set_officers(OFFICERS)
        for number in range(1, members + 1):
            pen.add_member(member(number))
    return book


def deposit(who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.DEPOSIT, CASH, SAVINGS, kip, member=who)


def withdrawal(who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.WITHDRAWAL, SAVINGS, CASH, kip, member=who)


def fee(who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.ENTRY_FEE, CASH, ENTRY_FEES, kip, member=who)


def spent(kip: Kip) -> Transfer:
    return Transfer(Kind.EXPENSE, Account(5101), CASH, kip)


def pay_out(loan: LoanId, who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.PAY_OUT, LOANS, CASH, kip, member=who, loan=loan)


def repaid(loan: LoanId, who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.PRINCIPAL, CASH, LOANS, kip, member=who, loan=loan)


def interest(loan: LoanId, who: MemberId, kip: Kip) -> Transfer:
    return Transfer(Kind.INTEREST, CASH, LOAN_INTEREST, kip, member=who, loan=loan)


def entry(day: date, *transfers: Transfer, meeting: MeetingId | None = None) -> Entry:
    return Entry(day=day, transfers=transfers, meeting=meeting)


def post(book: Book, *entries: Entry) -> tuple[int, ...]:
    with writing(book, KHAM, "record_day") as pen:
        return tuple(pen.post(entries))


def lend(book: Book, who: MemberId, kip: Kip, day: date, *, number: str = "2025-001") -> LoanId:
    """A loan asked for and approved; not paid out yet."""
    request = LoanRequest(member=who, day=day, kip=kip, purpose="rice", product=PRODUCT, months=12)
    with writing(book, KHAM, "decide_loan") as pen:
        loan = pen.request_loan(request, number=number)
        pen.decide_loan(
            loan, LoanDecision(day=day, number="7", approved=True, kip=kip, approvers=("ນາງ ຄຳ",))
        )
    return loan


def raw(path: Path) -> sqlite3.Connection:
    """The file in the hands of another program: no setting of ours is on."""
    return sqlite3.connect(path, isolation_level=None)


def strip_guards(path: Path, work: Sequence[str]) -> None:
    """Do what somebody who knows the guards would: take them off, change, and put them back."""
    connection = raw(path)
    # Hundreds of statements wait for the disk once.
    connection.execute("BEGIN")
    guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    kept = guards.fetchall()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    for sql in work:
        connection.execute(sql)
    for _, sql in kept:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.close()


def hold_meeting(book: Book, day: date, *transfers: Transfer) -> MeetingId:
    """A meeting opened, filled in pencil, counted, posted and signed."""
    with writing(book, KHAM, "open_sheet") as pen:
        sheet = pen.open_sheet(day, SheetKind.MEETING)
    with writing(book, KHAM, "pencil") as pen:
        pen.mark(sheet, ONE, Attendance.PRESENT)
        pen.mark(sheet, TWO, Attendance.ABSENT)
        for t in transfers:
            if t.member is not None:
                pen.pencil_cell(sheet, t.member, Column.SAVINGS, t.kip)
        pen.pencil_line(sheet, Spent(account=Account(5101), kip=500, note="ນ້ຳ"))
        pen.count(sheet, "closing", CashCount(notes=((1_000, 4),)), reason="")
        pen.count_welfare(sheet, 0)
    with writing(book, KHAM, "sign_sheet") as pen:
        pen.post([entry(day, t, meeting=sheet) for t in transfers])
        pen.sign(sheet, signed_by=("ນາງ ຄຳ", "ທ້າວ ບຸນ"))
    return sheet


def close(book: Book, year: int) -> ClosingPlan:
    """Close a year as the act does, without asking who may."""
    facts = book.year_facts(year, date(year + 1, 2, 1))
    plan = preview_close(facts, facts.rulebook.profit)
    with writing(book, KHAM, "close_year", second=BOUN, year=year) as pen:
        pen.post(plan.entries)
        pen.close_year(plan, signed_by=("ນາງ ຄຳ", "ທ້າວ ບຸນ"))
    return plan


def claim_and_pay(book: Book, who: MemberId, kip: Kip, day: date) -> ClaimId:
    """A claim asked for, approved and paid; it is the member's last day in the fund."""
    benefit = Benefit("birth", "birth", kip=kip)
    request = ClaimRequest(who, day, benefit, day, day, 1, "seen")
    reckoning = Reckoning((ReckonRow(ReckonStep.UNITS, total=kip, units=1, kip=kip),), kip)
    with writing(book, KHAM, "decide_claim") as pen:
        pen.welfare_card(who, until=day, born=date(1980, 1, 1), reason="moved away")
        claim = pen.ask_claim(request, reckoning, number="W2025-001")
        pen.decide_claim(claim, ClaimDecision(day, "8", True, ("ນາງ ຄຳ",)))
        pen.post([entry(day, Transfer(Kind.FUND_GIFT, CASH, Account(3001), kip))])
        paid = Transfer(Kind.BENEFIT, Account(3001), CASH, kip, member=who, claim=claim)
        pen.post([entry(day, paid)])
    return claim


def lived_in(path: Path) -> Book:
    """A book with a bit of everything: a closed year, a loan, a counter-entry, an open sheet."""
    book = new_book(path)
    hold_meeting(book, date(2025, 1, 5), deposit(ONE, 30_000), deposit(TWO, 20_000))
    loan = lend(book, ONE, 10_000, date(2025, 2, 5))
    post(book, entry(date(2025, 2, 5), pay_out(loan, ONE, 10_000)))
    post(book, entry(date(2025, 3, 5), repaid(loan, ONE, 4_000), interest(loan, ONE, 200)))
    (wrong,) = post(book, entry(date(2025, 4, 5), deposit(TWO, 999), fee(TWO, 1)))
    back = counter_entry(book.entry(EntryNumber(wrong)), day=date(2025, 4, 6), reason="twice")
    post(book, back)
    post(book, entry(date(2025, 5, 5), fee(THREE, 5_000)))
    claim_and_pay(book, ONE, 3_000, date(2025, 6, 5))
    close(book, 2025)
    post(book, entry(date(2026, 1, 5), deposit(THREE, 7_000)))
    with writing(book, KHAM, "open_sheet") as pen:
        sheet = pen.open_sheet(date(2026, 1, 6), SheetKind.DAY_SHEET)
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 1_000)
        pen.draft("notes", "{}")
    return book
