"""Between request and pay-out: put off, other guarantors, and the turn that everybody waits."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.lending import change_guarantors, put_off_loan, take_ahead
from ledger.actions.loan_money import hand_over
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.before_pay_out import Before, BeforePayOut, FirstAlready
from ledger.rules.guarantors import GuarantorForHerself
from ledger.rules.lines import Deposit
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.transfers import LoanId
from ledger.rules.waiting_list import OutOfTurn
from ledger.statements.arrears import Age
from tests.villages import (
    BOUNMY,
    DALA,
    KHAM,
    NOY,
    OFFICERS,
    RICE,
    SOMPHONE,
    TRADE,
    actor,
)

KEEPER = actor()
MARCH = date(2026, 3, 5)
BOTH = (OFFICERS[0].name, OFFICERS[1].name)
FIELD = LoanRequest(KHAM.id, MARCH, 1_500_000, "agriculture", RICE, 12, (BOUNMY.id, NOY.id))
SHOP = LoanRequest(DALA.id, MARCH, 1_200_000, "trade", TRADE, 10)


def agreed(book: Book, request: LoanRequest, *, against: tuple[str, ...] = ()) -> LoanId:
    (loan,) = request_loan(book, KEEPER, request=request).loans
    decision = LoanDecision(MARCH, "5/2026", True, request.kip, BOTH, against=against)
    decide_loan(book, KEEPER, loan=loan, decision=decision)
    return loan


def act(loan: LoanId, kind: Before, **facts: object) -> BeforePayOut:
    return replace(BeforePayOut(loan, kind, MARCH, " ລູກເຈັບ "), **facts)  # type: ignore[arg-type]


class TestTheWaitingList:
    def test_the_field_comes_before_the_shop_and_the_cash_reaches_for_one(self, book: Book) -> None:
        shop, field = agreed(book, SHOP), agreed(book, FIELD)
        waiting = book.waiting_list(MARCH)
        assert [row.loan.id for row in waiting.rows] == [field, shop]
        assert (waiting.cash, [row.reaches for row in waiting.rows]) == (2_500_000, [True, False])

    def test_the_shop_is_not_paid_first_without_a_reason(self, book: Book) -> None:
        shop, field = agreed(book, SHOP), agreed(book, FIELD)
        before = book.trial_balance(MARCH)
        with pytest.raises(OutOfTurn) as refused:
            hand_over(book, KEEPER, loan=shop, today=MARCH)
        assert refused.value.first == book.loan(field).number
        assert book.trial_balance(MARCH) == before

    def test_with_a_reason_it_is_and_the_reason_stays(self, book: Book) -> None:
        shop, _ = agreed(book, SHOP), agreed(book, FIELD)
        change = take_ahead(book, KEEPER, act=act(shop, Before.AHEAD))
        assert change.topics == {Topic.LOANS}
        assert change.loans == {shop}
        assert book.history(1)[0].facts == {
            "number": book.loan(shop).number,
            "reason": "ລູກເຈັບ",
        }
        (kept,) = book.before_pay_out(shop)
        assert (kept.kind, kept.reason) == (Before.AHEAD, "ລູກເຈັບ")
        assert book.waiting_list(MARCH).rows[0].loan.id == shop
        hand_over(book, KEEPER, loan=shop, today=MARCH)
        assert book.waiting_list(MARCH).of(shop) is None
        assert book.check() == ()

    def test_nobody_is_taken_ahead_twice(self, book: Book) -> None:
        shop, _ = agreed(book, SHOP), agreed(book, FIELD)
        take_ahead(book, KEEPER, act=act(shop, Before.AHEAD))
        with pytest.raises(FirstAlready):
            take_ahead(book, KEEPER, act=act(shop, Before.AHEAD))

    def test_once_there_is_cash_for_both_the_order_does_not_matter(self, book: Book) -> None:
        shop, field = agreed(book, SHOP), agreed(book, FIELD)
        record_day(book, KEEPER, day=MARCH, lines=(Deposit(KHAM.id, 300_000),), today=MARCH)
        hand_over(book, KEEPER, loan=shop, today=MARCH)
        hand_over(book, KEEPER, loan=field, today=MARCH)
        assert book.waiting_list(MARCH).rows == ()


class TestTheDecision:
    def test_it_is_put_off_and_stays_to_be_decided(self, book: Book) -> None:
        (loan,) = request_loan(book, KEEPER, request=FIELD).loans
        off = act(loan, Before.PUT_OFF, decision=" 4 ", until=date(2026, 4, 5))
        put_off_loan(book, KEEPER, act=off)
        (kept,) = book.before_pay_out(loan)
        assert kept == replace(off, reason="ລູກເຈັບ", decision="4")
        assert book.loan(loan).decision is None

    def test_who_was_against_is_kept_with_it(self, book: Book) -> None:
        loan = agreed(book, FIELD, against=("ນາງ ໄໝ",))
        decision = book.loan(loan).decision
        assert decision is not None
        assert (decision.approvers, decision.against) == (BOTH, ("ນາງ ໄໝ",))
        assert book.before_pay_out(loan) == ()
        assert book.check() == ()


class TestTheGuarantors:
    def test_others_stand_for_her(self, book: Book) -> None:
        loan = agreed(book, FIELD)
        new = act(loan, Before.GUARANTORS, guarantors=(SOMPHONE.id, NOY.id))
        change_guarantors(book, KEEPER, act=new)
        assert book.loan(loan).request.guarantors == (SOMPHONE.id, NOY.id)
        assert book.exposure(BOUNMY.id).stands_for == ()
        assert book.exposure(SOMPHONE.id).guaranteed == 1_500_000
        hand_over(book, KEEPER, loan=loan, today=MARCH)
        assert book.check() == ()

    def test_nobody_stands_for_herself(self, book: Book) -> None:
        loan = agreed(book, FIELD)
        new = act(loan, Before.GUARANTORS, guarantors=(KHAM.id, NOY.id))
        with pytest.raises(GuarantorForHerself):
            change_guarantors(book, KEEPER, act=new)
        assert book.loan(loan).request.guarantors == FIELD.guarantors

    def test_her_own_guarantee_for_this_loan_does_not_count_against_her(self, book: Book) -> None:
        tight = replace(RICE, guarantees_max=1, guarantee_times=300)
        rules = book.rulebook(MARCH)
        facts = book.lending_facts(replace(FIELD, product=tight), without=agreed(book, FIELD))
        assert facts.guarantees.get(NOY.id, 0) == 0
        assert facts.saved[NOY.id] == 500_000
        assert rules.loans.priority[0] == "illness"

    def test_circles_are_seen(self, book: Book) -> None:
        agreed(book, replace(FIELD, kip=100_000))
        agreed(book, replace(FIELD, member=NOY.id, kip=100_000, guarantors=(KHAM.id, BOUNMY.id)))
        stands = book.guarantees()
        assert NOY.id in stands[KHAM.id]
        assert KHAM.id in stands[NOY.id]
        assert KHAM.id not in book.guarantees(without=LoanId(1)).get(NOY.id, ())


def test_arrears_of_a_day(book: Book) -> None:
    loan = agreed(book, FIELD)
    hand_over(book, KEEPER, loan=loan, today=MARCH)
    assert [row.age for row in book.arrears(MARCH).rows] == [Age.NOT_DUE]


@pytest.mark.parametrize("do", [put_off_loan, change_guarantors, take_ahead])
def test_who_only_votes_does_not_write(book: Book, do: object) -> None:
    loan = agreed(book, FIELD)
    with pytest.raises(NotPermitted):
        do(book, replace(KEEPER, role=Role.MEMBER), act=act(loan, Before.AHEAD))  # type: ignore[operator]
    assert book.before_pay_out(loan) == ()
