"""Whole statements through the reading door."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, SAVINGS, YEAR_RESULT, Account
from ledger.rules.days import Month
from ledger.rules.loan_values import LoanStage
from ledger.rules.meeting_values import Column
from ledger.rules.people import MemberId, Status
from ledger.rules.rulebook import NamedAccount
from ledger.rules.transfers import EntryNumber, Kind, MeetingId, Transfer, counter_entry
from ledger.statements.figure import Asked, Figure
from tests.book.books import (
    BEGIN,
    KHAM,
    ONE,
    RULES,
    THREE,
    TWO,
    close,
    deposit,
    entry,
    fee,
    hold_meeting,
    interest,
    lend,
    member,
    pay_out,
    post,
    repaid,
    spent,
)

JAN_5, FEB_5, MAR_5 = date(2025, 1, 5), date(2025, 2, 5), date(2025, 3, 5)
BANK, FUND = Account(1001), Account(3001)


@pytest.fixture
def busy(book: Book) -> Book:
    """Three months: deposits, a loan, a cost, money in the bank."""
    loan = lend(book, ONE, 10_000, JAN_5)
    post(book, entry(JAN_5, deposit(ONE, 30_000)), entry(JAN_5, deposit(TWO, 20_000)))
    post(book, entry(JAN_5, pay_out(loan, ONE, 10_000)))
    post(book, entry(FEB_5, repaid(loan, ONE, 4_000), interest(loan, ONE, 200)))
    post(book, entry(FEB_5, spent(500)))
    post(book, entry(MAR_5, Transfer(Kind.BANK_IN, BANK, CASH, 7_000)))
    return book


def test_a_passbook_carries_her_balances_forward(busy: Book) -> None:
    passbook = busy.passbook(ONE, FEB_5, MAR_5)
    assert (passbook.savings_before, passbook.loans_before) == (30_000, 10_000)
    assert [(line.kind, line.paid_in, line.loans) for line in passbook.lines] == [
        (Kind.PRINCIPAL, 4_000, 6_000),
        (Kind.INTEREST, 200, 6_000),
    ]
    assert (passbook.member, passbook.group, passbook.rulebook) == (
        busy.member(ONE),
        busy.group,
        RULES,
    )
    assert len(busy.passbook(ONE, date.min, date.max).lines) == 4
    assert busy.passbook(THREE, date.min, date.max).lines == ()
    with pytest.raises(KeyError):
        busy.passbook(MemberId(9), BEGIN, MAR_5)


def test_passbooks_of_everybody_who_was_there(busy: Book) -> None:
    with writing(busy, KHAM, "change_member") as pen:
        pen.change_member(replace(member(2), status=Status.LEFT))
        pen.change_member(replace(member(3), joined=date(2025, 2, 1)))
    whose = [p.member.id for p in busy.passbooks(BEGIN, JAN_5)]
    assert whose == [ONE, TWO]
    assert [p.member.id for p in busy.passbooks(FEB_5, MAR_5)] == [ONE, THREE]
    assert busy.passbooks(FEB_5, MAR_5)[0] == busy.passbook(ONE, FEB_5, MAR_5)


def test_an_entry_of_many_members_gives_each_her_own(book: Book) -> None:
    post(book, entry(JAN_5, deposit(ONE, 1), deposit(TWO, 2), deposit(ONE, 3)))
    assert [line.paid_in for line in book.passbook(ONE, BEGIN, MAR_5).lines] == [1, 3]
    assert [line.paid_in for line in book.passbook(TWO, BEGIN, MAR_5).lines] == [2]
    assert [len(p.lines) for p in book.passbooks(BEGIN, MAR_5)] == [2, 1, 0]


def test_the_trial_balance_of_any_day(busy: Book) -> None:
    found = busy.trial_balance(FEB_5)
    assert found.debit == found.credit == 50_200 + 500 - 500
    rows = {row.account: row.debit - row.credit for row in found.rows}
    assert rows[CASH] == 50_000 - 10_000 + 4_200 - 500
    assert rows[SAVINGS] == -50_000
    assert BANK not in rows


def test_members_with_savings_and_debts(busy: Book) -> None:
    found = {row.member.id: (row.savings, row.loans) for row in busy.members_balances(FEB_5)}
    assert found == {ONE: (30_000, 6_000), TWO: (20_000, 0), THREE: (0, 0)}
    found = {row.member.id: (row.savings, row.loans) for row in busy.members_balances(JAN_5)}
    assert found[ONE] == (30_000, 10_000)


def test_loan_rows_show_the_day_that_was_asked_for(busy: Book) -> None:
    post(busy, entry(MAR_5, repaid(busy.loans()[0].id, ONE, 6_000)))
    due = busy.loan_rows(MAR_5)[0].state.interest_due
    post(busy, entry(MAR_5, interest(busy.loans()[0].id, ONE, due)))
    assert busy.loan_rows(MAR_5) == ()
    (row,) = busy.loan_rows(MAR_5, open_only=False)
    assert row.state.stage is LoanStage.REPAID
    (row,) = busy.loan_rows(FEB_5)
    assert (row.member.id, row.state.stage, row.state.principal) == (
        ONE,
        LoanStage.PAID_OUT,
        6_000,
    )
    assert busy.loan_rows(BEGIN) == ()
    assert busy.loan_rows(BEGIN, open_only=False) == ()


def test_the_cash_book_of_box_and_bank(busy: Book) -> None:
    rows = busy.cash_book(FEB_5, MAR_5)
    assert [(row.received, row.paid, row.balance) for row in rows] == [
        (4_200, 0, 44_200),
        (0, 500, 43_700),
        (0, 7_000, 36_700),
    ]
    assert rows[0].member == busy.member(ONE)
    (bank,) = busy.cash_book(BEGIN, MAR_5, account=BANK)
    assert (bank.received, bank.balance) == (7_000, 7_000)


def test_the_figures_of_a_day(busy: Book) -> None:
    found = busy.figures(MAR_5)
    assert (found.members, found.cash, found.banks) == (3, 36_700, 7_000)
    assert (found.savings, found.loans_out, found.loans_open) == (50_000, 6_000, 1)
    assert (found.income, found.expenses, found.profit) == (200, 500, -300)
    assert busy.figures(JAN_5).cash == 40_000


def test_the_annual_statement_proposed_and_closed(busy: Book) -> None:
    rules = replace(RULES, accounts=(NamedAccount(FUND, "welfare", "welfare"),))
    with writing(busy, KHAM, "adopt_rules") as pen:
        pen.adopt(rules)
    post(busy, entry(MAR_5, fee(TWO, 9_000)))
    post(busy, entry(MAR_5, Transfer(Kind.FUND_GIFT, CASH, FUND, 5_000)))
    spending = Transfer(Kind.BENEFIT, FUND, CASH, 1_500, member=TWO)
    post(busy, entry(MAR_5, spending))
    (wrong,) = post(busy, entry(MAR_5, Transfer(Kind.FUND_SPENT, FUND, CASH, 400)))
    post(busy, counter_entry(busy.entry(EntryNumber(wrong)), day=MAR_5, reason="ຜິດ"))
    today = date(2026, 2, 1)
    proposed = busy.annual(2025, today)
    assert (proposed.proposed, proposed.members, proposed.plan.profit) == (True, 3, 8_700)
    (fund,) = proposed.funds
    assert (fund.received, fund.spent, fund.closing) == (5_000, 1_500, 3_500)
    close(busy, 2025)
    closed = busy.annual(2025, today)
    assert not closed.proposed
    assert closed.balance_sheet == proposed.balance_sheet
    assert closed.income_statement == proposed.income_statement
    assert (closed.funds, closed.dividends) == (proposed.funds, proposed.dividends)


def test_a_year_does_not_share_what_an_open_year_before_it_earned(busy: Book) -> None:
    post(busy, entry(MAR_5, fee(TWO, 9_000)))
    newer = date(2026, 1, 5)
    post(busy, entry(newer, fee(THREE, 700), spent(100)))
    today = date(2026, 2, 1)
    before, runs = busy.annual(2025, today), busy.annual(2026, today)
    assert (before.income_statement.profit, runs.income_statement.profit) == (8_700, 600)
    assert (before.earlier_open, runs.earlier_open) == (None, 2025)
    sheet = runs.balance_sheet
    assert sheet.total_assets == sheet.total_liabilities + sheet.total_equity
    assert {row.account: row.kip for row in sheet.equity}[YEAR_RESULT] == 8_700
    assert busy.proof(2026, today).plan == runs.plan
    assert busy.proof(2026, today).earlier_open == 2025
    assert busy.member_year(ONE, 2026, today).earlier_open == 2025
    assert busy.why(Figure(Asked.PROFIT, today, year=2026)).kip == 600
    close(busy, 2025)
    alone = busy.annual(2026, today)
    assert alone.income_statement == runs.income_statement
    assert YEAR_RESULT not in {row.account for row in alone.balance_sheet.equity}
    assert (alone.earlier_open, alone.proposed) == (None, True)


def test_funds_and_banks_through_a_year(busy: Book) -> None:
    year = busy.year(2025)
    bank = next(row for row in busy.fund_rows(year) if row.account == BANK)
    assert (bank.opening, bank.received, bank.closing) == (0, 7_000, 7_000)


def test_the_group_month_by_month(busy: Book) -> None:
    found = busy.months(Month(2025, 3), 12)
    assert [one.month for one in found] == [Month(2025, 1), Month(2025, 2), Month(2025, 3)]
    assert [one.month for one in busy.months(Month(2025, 3), 2)] == [
        Month(2025, 2),
        Month(2025, 3),
    ]


def test_a_meeting_in_pencil_and_in_ink(book: Book) -> None:
    post(book, entry(BEGIN, deposit(THREE, 1_000)))
    sheet = hold_meeting(book, JAN_5, deposit(ONE, 30_000), deposit(TWO, 20_000))
    post(book, entry(JAN_5, deposit(THREE, 9)), entry(FEB_5, deposit(THREE, 9)))
    grid = book.meeting_sheet(sheet)
    assert (grid.received, grid.expected, grid.counted) == (50_000, 51_009, 4_000)
    with writing(book, KHAM, "open_sheet") as pen:
        second = pen.open_sheet(MAR_5, pen.book.sheet(sheet).kind)
        pen.pencil_cell(second, ONE, Column.SAVINGS, 700)
    grid = book.meeting_sheet(second)
    assert (grid.cash_before, grid.received, grid.expected) == (51_018, 700, 51_718)
    row = next(row for row in grid.rows if row.member.id == ONE)
    assert (row.paid(Column.SAVINGS), row.savings) == (700, 30_000)
    with pytest.raises(KeyError):
        book.meeting_sheet(MeetingId(9))


def test_a_whole_village_year_is_quick_enough(book: Book) -> None:
    """163 members and 12 meetings: no answer that a screen waits for may crawl."""
    with writing(book, KHAM, "add_members") as pen:
        for number in range(4, 164):
            pen.add_member(member(number))
    everybody = [m.id for m in book.members()]
    for month in range(1, 13):
        day = date(2025, month, 5)
        with writing(book, KHAM, "record_day") as pen:
            pen.post([entry(day, deposit(who, 10_000), fee(who, 500)) for who in everybody])
    assert book.balances()[CASH] == 163 * 12 * 10_500
    questions: tuple[Callable[[], object], ...] = (
        lambda: book.day_facts(date(2025, 12, 6), date(2025, 12, 6)),
        lambda: book.year_facts(2025, date(2026, 1, 1)),
        lambda: book.passbooks(BEGIN, date(2025, 12, 31)),
        lambda: book.figures(date(2025, 12, 6)),
        book.check,
    )
    for question in questions:
        before = process_time()
        question()
        assert process_time() - before < 2
