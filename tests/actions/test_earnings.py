"""The village against a moneylender, and its idle money, from a book with acts in it."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.loan_money import hand_over, repay
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.rulebook import adopt_rulebook
from ledger.book.book import Book
from ledger.rules.days import Month
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import Role
from ledger.statements.earnings import lender_interest
from tests.villages import DALA, OFFICERS, RULES, TRADE, actor, two

KEEPER, HEAD = actor(), actor(Role.PRESIDENT)
MARCH, TODAY = date(2026, 3, 5), date(2026, 4, 20)
AGREED = LoanDecision(MARCH, "5/2026", True, 600_000, (OFFICERS[0].name, OFFICERS[1].name))


@pytest.fixture
def lent(book: Book) -> Book:
    """Dala has had 600,000 since March and paid her first interest in April."""
    rules = replace(
        RULES,
        valid_from=date(2026, 2, 1),
        resolution="2/2026",
        loans=replace(RULES.loans, moneylender=1_500),
    )
    adopt_rulebook(book, two(HEAD), rulebook=rules)
    asked = LoanRequest(DALA.id, MARCH, 600_000, "trade", TRADE, 10)
    (loan,) = request_loan(book, KEEPER, request=asked).loans
    decide_loan(book, KEEPER, loan=loan, decision=AGREED)
    hand_over(book, KEEPER, loan=loan, today=MARCH)
    repay(book, KEEPER, loan=loan, kip=78_000, today=date(2026, 4, 5))
    return book


def test_this_year_s_interest_against_a_moneylender(lent: Book) -> None:
    earnings = lent.earnings(TODAY)
    (row,) = earnings.rows
    # 31 days of 600,000, then 16 days of 540,000.
    assert row.kip_days == 600_000 * 31 + 540_000 * 16
    assert (row.interest, row.lender) == (18_000, lender_interest(row.kip_days, 1_500))
    assert earnings.saved == row.lender - 18_000 > 0


def test_idle_money_by_month_and_the_year_ahead(lent: Book) -> None:
    idle = lent.idle(TODAY)
    assert [m.month for m in idle.months] == [Month(2026, number) for number in (1, 2, 3, 4)]
    # 2,500,000 in the box, 595,000 handed over in March with its fee of 5,000 kept.
    assert [m.idle for m in idle.months] == [2_500_000, 2_500_000, 1_905_000, 1_905_000]
    assert (idle.rate, idle.loan, idle.could_lend) == (300, 600_000, 3)
    assert idle.free == 1_905_000 + 78_000
    assert len(idle.ahead) == 12
    assert all(band.low <= band.high for band in idle.ahead)
    # Nobody has saved since the books began: the schedule alone brings the box up.
    assert idle.ahead[-1].low >= idle.free + 540_000


def test_a_day_before_anything_was_lent(book: Book) -> None:
    day = date(2026, 1, 20)
    assert book.earnings(day).rows == ()
    idle = book.idle(day)
    assert (idle.rate, idle.lost, idle.could_lend) == (0, 0, 0)
    assert {(band.low, band.high) for band in idle.ahead} == {(2_500_000, 2_500_000)}
