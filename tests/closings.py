"""The invented village after one whole year, in a real book written by real acts."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.lines import Deposit, Line, LoanPaidOut, Received, Repaid, Spent
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP, Actor
from ledger.rules.rulebook import (
    AllocationLine,
    Destination,
    LineKind,
    ProfitRules,
    Purpose,
    Rulebook,
)
from ledger.rules.set_up import SetUp
from tests.villages import (
    BEGIN,
    BOUNMY,
    COSTS,
    DALA,
    GROUP,
    KHAM,
    MEMBERS,
    NETWORK,
    NOY,
    OFFICERS,
    RENT,
    RESERVE,
    RICE,
    RULES,
    SOMPHONE,
    WELFARE,
    actor,
)

YEAR = 2026
AFTER = date(2027, 1, 20)
NOON = datetime(2027, 1, 20, 12, tzinfo=timezone(timedelta(hours=7)))
HEAD, KEEPER, CASHIER, AUDITOR = (Actor(o.id, o.name, o.role) for o in OFFICERS)

LINES = tuple(
    AllocationLine(name, LineKind.PERCENT, to, points, account=account, key=key)
    for name, to, points, account, key in (
        ("ປັນຜົນ", Destination.DIVIDEND, 7_000, None, "dividend"),
        ("ຄະນະກຳມະການ", Destination.COMMITTEE, 1_500, None, "committee"),
        ("ສະສົມ", Destination.FUND, 1_000, RESERVE, "reserve"),
        ("ສະຫວັດດີການ", Destination.FUND, 300, WELFARE, "welfare"),
        ("ເຄືອຂ່າຍ", Destination.NETWORK, 200, NETWORK, "network"),
    )
)
PROFIT = ProfitRules(lines=LINES, unit=1_000, remainder_fund=RESERVE, loss_fund=RESERVE)
YEAR_RULES = replace(
    RULES,
    profit=PROFIT,
    loans=replace(RULES.loans, purposes=(Purpose("agriculture", "ກະສິກຳ", "rice"),)),
)


def a_year(file: Path, *, rulebook: Rulebook = YEAR_RULES) -> Book:
    """The book on the 20th of January after the year: savings, one loan, rent, costs; all signed.

    KHAM's loan of two million has run out on the 6th of January and is overdue.
    """
    book = Book.create(file, group=replace(GROUP, books_begin=None), rulebook=rulebook, clock=_noon)
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=rulebook,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    start_books(book, SET_UP, set_up=set_up)
    request = LoanRequest(
        KHAM.id, BEGIN, 2_000_000, "agriculture", RICE, 12, guarantors=(BOUNMY.id, NOY.id)
    )
    (loan,) = request_loan(book, KEEPER, request=request).loans
    names = (OFFICERS[0].name, OFFICERS[1].name)
    decision = LoanDecision(BEGIN, "1/2026", True, request.kip, names)
    decide_loan(book, KEEPER, loan=loan, decision=decision)
    _on(book, date(2026, 1, 6), LoanPaidOut(loan))
    _on(book, date(2026, 4, 5), Deposit(DALA.id, 40_000), Deposit(SOMPHONE.id, 20_000))
    _on(book, date(2026, 7, 6), Repaid(loan, 240_000), Received(RENT, 100_000, "ຕັ່ງ"))
    _on(book, date(2026, 9, 5), Deposit(DALA.id, 60_000), Spent(COSTS, 17_000, "ປື້ມ"))
    return book


def _on(book: Book, day: date, *lines: Line) -> None:
    record_day(book, actor(), day=day, lines=lines, today=day)


def _noon() -> datetime:
    """A clock that stands still."""
    return NOON
