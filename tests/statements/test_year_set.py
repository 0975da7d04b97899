"""What the annual report says beside its accounts, from rows as the book has them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ledger.rules.accounts import CASH, LOANS, SAVINGS, VOLUNTARY_SAVINGS
from ledger.rules.closing import plan_close
from ledger.rules.rulebook import Destination, LineKind
from ledger.rules.transfers import Kind, LoanId
from ledger.statements.arrears import Age
from ledger.statements.lists import loan_rows_of
from ledger.statements.year_set import (
    CashRow,
    PurposeRow,
    YearText,
    cash_summary_of,
    purposes_of,
    purposes_total,
    year_figures_of,
)
from tests.closings import AFTER, YEAR, a_year
from tests.rules.years import facts, line, percent, rulebook, rules, saver
from tests.villages import AGREED, MEMBERS, RUNNING


def test_the_cash_book_in_short_adds_up_and_begins_with_what_moved_most() -> None:
    rows = [
        CashRow(Kind.PAY_OUT, 0, 70),
        CashRow(Kind.DEPOSIT, 40, 0),
        CashRow(Kind.INTEREST, 50, 1),
    ]
    given = cash_summary_of(100, rows)
    assert [row.kind for row in given.rows] == [Kind.INTEREST, Kind.DEPOSIT, Kind.PAY_OUT]
    assert (given.received, given.paid, given.closing) == (90, 71, 119)


def test_loans_by_purpose_are_counted_when_paid_out_and_while_they_run() -> None:
    day = date(2026, 4, 5)
    members = {member.id: member for member in MEMBERS}
    other = replace(RUNNING, id=LoanId(99), request=replace(RUNNING.request, purpose="trade"))
    rows = loan_rows_of([RUNNING, AGREED, other], members, day)
    (first, second) = purposes_of(rows, {LoanId(99): 5_000_000})
    assert (first.purpose, first.loans, first.lent, first.running) == ("trade", 1, 5_000_000, 1)
    assert (second.loans, second.lent, second.running) == (0, 0, 1)
    assert second.owed == rows[0].state.principal > 0
    assert purposes_of(loan_rows_of([AGREED], members, day), {}) == ()
    total = purposes_total((first, second))
    assert total == PurposeRow("", 1, 5_000_000, 2, first.owed + second.owed)


def test_a_year_in_figures_is_its_plan_and_what_stood_there() -> None:
    lines = (percent(Destination.DIVIDEND, 7_000), line(LineKind.REST, Destination.FUND))
    plan = plan_close(facts(rulebook(rules(*lines)), earned=1_000, members=[saver(1, 5)]))
    standing = {SAVINGS: 10, VOLUNTARY_SAVINGS: 3, LOANS: 8, CASH: 99}
    given = year_figures_of(plan, standing)
    assert (given.year, given.savings, given.loans) == (2025, 13, 8)
    assert (given.income, given.expenses, given.profit, given.dividends) == (1_001, 1, 1_000, 700)


def test_the_book_has_the_whole_report(tmp_path: Path) -> None:
    book = a_year(tmp_path / "a.book")
    more = book.year_report(YEAR, AFTER).more
    assert more is not None
    assert more.cash.opening == 2_500_000
    assert more.cash.closing == book.balances(date(2026, 12, 31))[CASH]
    kinds = {row.kind: row for row in more.cash.rows}
    assert kinds[Kind.DEPOSIT].received == 120_000
    assert kinds[Kind.PAY_OUT].paid == 2_000_000
    assert [(row.purpose, row.loans, row.lent) for row in more.purposes] == [
        ("agriculture", 1, 2_000_000)
    ]
    assert {age.age for age in more.ages} == set(Age)
    assert [one.year for one in more.years] == [YEAR]
    assert more.texts == {}
    book.close()


def test_the_parts_in_words_stand_in_the_order_of_the_network() -> None:
    assert [text.value for text in YearText] == [
        "strengths",
        "results",
        "outstanding",
        "helps",
        "difficulties",
        "lessons",
    ]
