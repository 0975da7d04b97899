"""A book with both kinds of savings: the village of the tests under other rules, from January on.

Noy stands for the member of a Lao credit union: shares of 980,000 and savings of 3,540,000 kip.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.saving import give_notice
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.days import Month
from ledger.rules.lines import Deposit, Line
from ledger.rules.lines_saving import VoluntaryDeposit
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP, Actor, MemberId
from ledger.rules.rulebook import (
    InterestPeriod,
    Rulebook,
    SavingsProduct,
    VoluntaryRules,
    WithdrawalRule,
)
from ledger.rules.set_up import SetUp
from tests.villages import BEGIN, GROUP, KHAM, MEMBERS, NOY, OFFICERS, RULES, two

NOW = datetime(2026, 4, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))
TODAY = NOW.date()
WRITER = Actor(id=OFFICERS[1].id, name=OFFICERS[1].name, role=OFFICERS[1].role)
CAP_FROM = date(2026, 4, 1)
CAP = 30_000


def two_kinds(**saving: object) -> Rulebook:
    """Interest every month on voluntary savings, which need a month's notice; one month ahead."""
    monthly = {"interest_period": InterestPeriod.MONTH, "months_ahead": 1, **saving}
    return replace(
        RULES,
        saving=replace(RULES.saving, **monthly),  # type: ignore[arg-type]
        voluntary=VoluntaryRules(
            kept=True, minimum=5_000, withdrawal=WithdrawalRule.NOTICE, interest=50
        ),
    )


def make_book(file: Path) -> None:
    """Three months of meetings, none in February; a cap from April on; a notice of Noy's."""
    rulebook = two_kinds()
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=rulebook,
        officers=OFFICERS,
        members=MEMBERS,
        savings=((NOY.id, 980_000), (KHAM.id, 20_000)),
        voluntary=((NOY.id, 3_540_000),),
        count=CashCount(((20_000, 227),)),
    )
    book = Book.create(file, group=GROUP, rulebook=rulebook, clock=lambda: NOW)
    start_books(book, SET_UP, set_up=set_up)
    _meet(book, date(2026, 1, 5), [Deposit(m.id, 10_000) for m in MEMBERS[:5]])
    _meet(
        book,
        date(2026, 3, 5),
        [
            Deposit(NOY.id, 10_000, month=Month(2026, 2)),
            Deposit(NOY.id, 10_000),
            Deposit(KHAM.id, 10_000),
            VoluntaryDeposit(KHAM.id, 50_000),
        ],
    )
    capped = two_kinds(maximum=CAP)
    adopt_rulebook(
        book, two(WRITER), rulebook=replace(capped, valid_from=CAP_FROM, resolution="7/2026")
    )
    notice(book, NOY.id, 500_000)
    book.close()


def notice(book: Book, member: MemberId, kip: int) -> None:
    """A notice of voluntary savings, given on 5 March."""
    give_notice(
        book,
        WRITER,
        member=member,
        product=SavingsProduct.VOLUNTARY,
        kip=kip,
        day=date(2026, 3, 5),
        today=TODAY,
    )


def _meet(book: Book, day: date, lines: list[Line]) -> None:
    record_day(book, WRITER, day=day, lines=lines, today=TODAY)
