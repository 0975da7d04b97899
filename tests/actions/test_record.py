"""A whole day is written in one go: all of its lines, members and loans, or none of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.actions.record import (
    DayRecord,
    LineRefused,
    next_loan,
    next_member,
    record,
    record_day,
)
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import CASH
from ledger.rules.contributions import DepositBelowMinimum
from ledger.rules.lending import TooFewGuarantors
from ledger.rules.lines import (
    Deposit,
    Fee,
    FeePaid,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    Spent,
)
from ledger.rules.loan_decisions import ApprovalsMissing
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import MemberId, Role
from ledger.rules.permits import NotPermitted
from ledger.rules.posting_funds import FundShort
from ledger.rules.refusals import CashShort, DayOutsideBooks, NameMissing
from ledger.rules.transfers import Kind, LoanId
from tests.villages import (
    BEGIN,
    COSTS,
    DALA,
    DAY,
    KHAM,
    NOY,
    OFFICERS,
    RICE,
    TODAY,
    TRADE,
    WELFARE,
    actor,
)

KEEPER = actor()
NEW = replace(KHAM, id=MemberId(8), number="008", name="ບົວ ສີສະຫວັດ", joined=DAY)
ASKED = LoanRequest(DALA.id, DAY, 500_000, "trade", TRADE, 10)
AGREED = LoanDecision(DAY, "5/2026", True, 500_000, (OFFICERS[0].name, OFFICERS[1].name))


def test_lines_become_entries_of_their_day(book: Book) -> None:
    change = record_day(
        book,
        KEEPER,
        day=DAY,
        lines=(Deposit(KHAM.id, 20_000), Deposit(NOY.id, 10_000), Spent(COSTS, 5_000, "ປຶ້ມ")),
        today=TODAY,
    )
    first, second, third = (book.entry(number).entry for number in change.entries)
    assert [entry.day for entry in (first, second, third)] == [DAY] * 3
    assert [first.transfers[0].member, second.transfers[0].member] == [KHAM.id, NOY.id]
    assert third.note == "ປຶ້ມ"
    assert book.balances()[CASH] == 2_525_000
    assert Topic.ENTRIES in change.topics
    assert change.members == {KHAM.id, NOY.id}


@pytest.mark.parametrize(
    ("place", "why"),
    [(0, DepositBelowMinimum), (2, FundShort), (3, CashShort)],
)
def test_one_refused_line_keeps_the_whole_day_out(
    book: Book, place: int, why: type[Exception]
) -> None:
    """Half of a day stood in the book of a network once, and nobody knew which half."""
    good: list[Line] = [Deposit(KHAM.id, 20_000), Deposit(NOY.id, 10_000), FundGift(WELFARE, 100)]
    bad: dict[int, Line] = {
        0: Deposit(KHAM.id, 1),
        2: FundSpent(WELFARE, 1),
        3: Spent(COSTS, 9_000_000),
    }
    lines = (*good[:place], bad[place], *good[place:])
    before = (book.balances(), book.history())
    with pytest.raises(LineRefused) as refused:
        record_day(book, KEEPER, day=DAY, lines=lines, today=TODAY)
    assert refused.value.index == place
    assert isinstance(refused.value.why, why)
    assert (book.balances(), book.history()) == before


def test_what_a_line_brings_the_next_one_may_spend(book: Book) -> None:
    lines = (FundGift(WELFARE, 70_000), FundSpent(WELFARE, 70_000, "ຢາ"))
    record_day(book, KEEPER, day=DAY, lines=lines, today=TODAY)
    assert book.balances()[WELFARE] == 0
    with pytest.raises(LineRefused) as refused:
        record_day(book, KEEPER, day=DAY, lines=tuple(reversed(lines)), today=TODAY)
    assert refused.value.index == 0


def test_new_members_and_loans_come_before_their_lines(book: Book) -> None:
    assert (next_member(book), next_loan(book)) == (NEW.id, LoanId(1))
    day = DayRecord(
        DAY,
        lines=(
            Deposit(NEW.id, 10_000),
            FeePaid(NEW.id, Fee.ENTRY, 10_000),
            LoanPaidOut(LoanId(1)),
        ),
        members=(NEW,),
        loans=((ASKED, AGREED),),
    )
    change = record(book, KEEPER, record=day, today=TODAY)
    assert book.member(NEW.id) == NEW
    assert book.savings()[NEW.id] == 10_000
    loan = book.loan(LoanId(1))
    assert (loan.number, loan.decision) == ("2026-001", AGREED)
    assert book.entry(change.entries[-1]).entry.transfers[0].kind is Kind.PAY_OUT
    assert change.topics >= {Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES}
    assert next_loan(book) == LoanId(2)
    assert book.check() == ()


def test_loans_of_a_year_are_numbered_on(book: Book) -> None:
    pair = ((ASKED, AGREED),)
    record(book, KEEPER, record=DayRecord(DAY, lines=(), loans=pair), today=TODAY)
    other = replace(ASKED, member=KHAM.id), replace(AGREED, number="6/2026")
    record(book, KEEPER, record=DayRecord(DAY, lines=(), loans=(other,)), today=TODAY)
    assert [loan.number for loan in book.loans()] == ["2026-001", "2026-002"]


def test_a_refused_member_or_loan_leaves_nothing(book: Book) -> None:
    before = book.history()
    nameless = DayRecord(DAY, lines=(), members=(replace(NEW, name=" "),))
    with pytest.raises(NameMissing):
        record(book, KEEPER, record=nameless, today=TODAY)
    rice = replace(ASKED, purpose="agriculture", product=RICE, months=12)
    unguarded = DayRecord(DAY, lines=(), members=(NEW,), loans=((rice, AGREED),))
    with pytest.raises(TooFewGuarantors):
        record(book, KEEPER, record=unguarded, today=TODAY)
    nobody = replace(AGREED, approvers=())
    unapproved = DayRecord(DAY, lines=(), members=(NEW,), loans=((ASKED, nobody),))
    with pytest.raises(ApprovalsMissing):
        record(book, KEEPER, record=unapproved, today=TODAY)
    assert NEW.id not in {member.id for member in book.members()}
    assert (book.loans(), book.history()) == ((), before)


def test_a_line_that_is_refused_takes_its_new_member_with_it(book: Book) -> None:
    day = DayRecord(DAY, lines=(Deposit(NEW.id, 1),), members=(NEW,))
    with pytest.raises(LineRefused):
        record(book, KEEPER, record=day, today=TODAY)
    assert next_member(book) == NEW.id


def test_days_before_the_books_and_days_to_come_are_refused(book: Book) -> None:
    for day in (date.min, BEGIN - timedelta(days=1), TODAY + timedelta(days=1), date.max):
        with pytest.raises(LineRefused) as refused:
            record_day(book, KEEPER, day=day, lines=(Deposit(KHAM.id, 20_000),), today=TODAY)
        assert isinstance(refused.value.why, DayOutsideBooks)


def test_the_auditor_writes_nothing(book: Book) -> None:
    with pytest.raises(NotPermitted):
        record_day(
            book, actor(Role.AUDITOR), day=DAY, lines=(Deposit(KHAM.id, 20_000),), today=TODAY
        )


def test_the_trail_says_which_day_it_was(book: Book) -> None:
    record_day(book, KEEPER, day=DAY, lines=(Deposit(KHAM.id, 20_000),), today=TODAY)
    newest = book.history()[0]
    assert (newest.act, newest.facts, newest.name) == (
        "record_day",
        {"day": DAY.isoformat()},
        KEEPER.name,
    )
