"""A loan is asked for, decided, handed over and paid back; at a meeting in pencil, else in ink."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.loan_money import hand_over, loan_now, repay, split_now
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import count_cash, open_sheet, sign_sheet
from ledger.actions.money_now import money_day
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.accounts import CASH, LOAN_FEES, LOAN_INTEREST, LOANS
from ledger.rules.lending import TooFewGuarantors, TooManyLoans
from ledger.rules.lines import Spent
from ledger.rules.loan_decisions import (
    ApprovalsMissing,
    LoanDecidedAlready,
    LoanNotApproved,
    LoanPaidOutAlready,
)
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage, Split
from ledger.rules.loans import MoreThanOwed, loan_state
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import CashShort
from ledger.rules.transfers import LoanId
from tests.villages import BOUNMY, COSTS, DALA, KHAM, NOY, OFFICERS, RICE, TODAY, TRADE, actor

KEEPER = actor()
MARCH, APRIL = date(2026, 3, 5), date(2026, 4, 5)
ASKED = LoanRequest(DALA.id, MARCH, 500_000, "trade", TRADE, 10)
AGREED = LoanDecision(MARCH, "5/2026", True, 500_000, (OFFICERS[0].name, OFFICERS[1].name))


def agreed(book: Book) -> LoanId:
    """A loan of half a million that the committee has agreed to."""
    (loan,) = request_loan(book, KEEPER, request=ASKED).loans
    decide_loan(book, KEEPER, loan=loan, decision=AGREED)
    return loan


def running(book: Book) -> LoanId:
    """The same, handed over in March."""
    loan = agreed(book)
    hand_over(book, KEEPER, loan=loan, today=MARCH)
    return loan


class TestAsking:
    def test_a_request_is_numbered_by_its_year(self, book: Book) -> None:
        change = request_loan(book, KEEPER, request=ASKED)
        assert change.topics == {Topic.LOANS}
        assert change.loans == {LoanId(1)}
        assert book.loan(LoanId(1)).number == "2026-001"
        other = replace(ASKED, member=KHAM.id)
        request_loan(book, KEEPER, request=other)
        assert book.loan(LoanId(2)).number == "2026-002"

    def test_what_the_rules_refuse_is_not_written(self, book: Book) -> None:
        rice = replace(ASKED, purpose="agriculture", product=RICE, months=12)
        with pytest.raises(TooFewGuarantors):
            request_loan(book, KEEPER, request=replace(rice, guarantors=(BOUNMY.id,)))
        request_loan(book, KEEPER, request=replace(rice, guarantors=(BOUNMY.id, NOY.id)))
        with pytest.raises(TooManyLoans):
            request_loan(book, KEEPER, request=ASKED)
        assert len(book.loans()) == 1

    def test_an_auditor_asks_for_nobody(self, book: Book) -> None:
        with pytest.raises(NotPermitted):
            request_loan(book, actor(Role.AUDITOR), request=ASKED)


class TestDeciding:
    def test_a_decision_is_kept_with_its_number_and_names(self, book: Book) -> None:
        (loan,) = request_loan(book, KEEPER, request=ASKED).loans
        change = decide_loan(book, KEEPER, loan=loan, decision=AGREED)
        assert change.loans == {loan}
        assert book.loan(loan).decision == AGREED
        with pytest.raises(LoanDecidedAlready):
            decide_loan(book, KEEPER, loan=loan, decision=AGREED)

    def test_too_few_who_agree_decide_nothing(self, book: Book) -> None:
        (loan,) = request_loan(book, KEEPER, request=ASKED).loans
        alone = replace(AGREED, approvers=(OFFICERS[0].name,))
        with pytest.raises(ApprovalsMissing):
            decide_loan(book, KEEPER, loan=loan, decision=alone)
        assert book.loan(loan).decision is None


class TestInInk:
    def test_without_a_sheet_the_money_moves_today(self, book: Book) -> None:
        loan = agreed(book)
        assert money_day(book, MARCH) == MARCH
        change = hand_over(book, KEEPER, loan=loan, today=MARCH)
        assert len(change.entries) == 1
        balances = book.balances()
        assert (balances[LOANS], balances[LOAN_FEES]) == (500_000, 5_000)
        with pytest.raises(LoanPaidOutAlready):
            hand_over(book, KEEPER, loan=loan, today=MARCH)

    def test_a_repayment_is_divided_as_it_was_shown(self, book: Book) -> None:
        loan = running(book)
        shown = split_now(book, loan=loan, kip=80_000, today=APRIL)
        assert shown == Split(fine=0, interest=15_000, principal=65_000)
        repay(book, KEEPER, loan=loan, kip=80_000, today=APRIL)
        state = loan_state(book.loan(loan), APRIL)
        assert (state.principal, state.interest_paid) == (435_000, 15_000)
        repay(book, KEEPER, loan=loan, kip=435_000, today=APRIL)
        assert loan_state(book.loan(loan), APRIL).stage is LoanStage.REPAID

    def test_a_refusal_is_the_loan_s_own(self, book: Book) -> None:
        loan = running(book)
        with pytest.raises(MoreThanOwed):
            repay(book, KEEPER, loan=loan, kip=900_000, today=APRIL)
        (asked,) = request_loan(book, KEEPER, request=replace(ASKED, member=KHAM.id)).loans
        with pytest.raises(LoanNotApproved):
            hand_over(book, KEEPER, loan=asked, today=APRIL)

    def test_the_box_must_hold_the_money(self, book: Book) -> None:
        loan = agreed(book)
        record_day(book, KEEPER, day=MARCH, lines=(Spent(COSTS, 2_100_000),), today=MARCH)
        with pytest.raises(CashShort):
            hand_over(book, KEEPER, loan=loan, today=MARCH)
        assert LOANS not in book.balances()


class TestInPencil:
    def test_with_an_open_sheet_it_waits_for_the_signature(self, book: Book) -> None:
        loan = running(book)
        count = CashCount(((5_000, 401),))
        open_sheet(book, KEEPER, day=APRIL, kind=SheetKind.MEETING, opening=count, today=APRIL)
        change = repay(book, KEEPER, loan=loan, kip=80_000, today=TODAY)
        assert (change.entries, Topic.MEETING in change.topics) == ((), True)
        assert money_day(book, TODAY) == APRIL
        assert loan_state(book.loan(loan), APRIL).principal == 500_000
        assert loan_state(loan_now(book, loan, TODAY), APRIL).principal == 435_000

    def test_nothing_is_paid_twice_at_one_table(self, book: Book) -> None:
        loan = running(book)
        open_sheet(book, KEEPER, day=APRIL, kind=SheetKind.DAY_SHEET, opening=None, today=APRIL)
        repay(book, KEEPER, loan=loan, kip=500_000, today=TODAY)
        assert split_now(book, loan=loan, kip=15_000, today=TODAY).principal == 15_000
        with pytest.raises(MoreThanOwed):
            split_now(book, loan=loan, kip=20_000, today=TODAY)
        with pytest.raises(MoreThanOwed):
            repay(book, KEEPER, loan=loan, kip=20_000, today=TODAY)

    def test_signed_it_is_ink(self, book: Book) -> None:
        loan = running(book)
        open_sheet(book, KEEPER, day=APRIL, kind=SheetKind.DAY_SHEET, opening=None, today=APRIL)
        sheet = book.open_sheet()
        assert sheet is not None
        repay(book, KEEPER, loan=loan, kip=80_000, today=APRIL)
        cash = book.meeting_sheet(sheet.id).expected
        count = CashCount(((5_000, cash // 5_000),))
        count_cash(book, KEEPER, sheet=sheet.id, when="closing", count=count)
        sign_sheet(book, KEEPER, sheet=sheet.id, signers=(OFFICERS[0].name,), today=APRIL)
        assert book.balances()[LOAN_INTEREST] == 15_000
        assert book.balances()[CASH] == cash
        assert loan_now(book, loan, APRIL) == book.loan(loan)
