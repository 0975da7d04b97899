"""Between request and pay-out: put off, other guarantors, taken ahead; each with its reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ledger.rules.before_pay_out import (
    Before,
    BeforePayOut,
    FirstAlready,
    NotWaiting,
    SameGuarantors,
    check_ahead,
    check_new_guarantors,
    check_put_off,
)
from ledger.rules.guarantors import GuarantorOverSavings, TooFewGuarantors
from ledger.rules.loan_decisions import DecisionTooEarly, LoanDecidedAlready, LoanPaidOutAlready
from ledger.rules.loan_values import Loan, LoanDecision
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.rulebook import LoanRules
from ledger.rules.transfers import LoanId
from ledger.rules.waiting_list import waiting_list
from tests.rules.loan_makers import JAN_5, after, loan
from tests.rules.test_lending import ASKED, BOUN, FACTS, KHAM, MAI, REQUESTED, TRADE

OFF = BeforePayOut(LoanId(1), Before.PUT_OFF, JAN_5, "ລໍເງິນ", "4", after(JAN_5, 30))
OTHERS = replace(OFF, kind=Before.GUARANTORS, guarantors=(KHAM.id, MAI.id))
AGREED = replace(REQUESTED, decision=LoanDecision(JAN_5, "3", True, 1_000_000))
REFUSED = replace(REQUESTED, decision=LoanDecision(JAN_5, "3", False, 0))
PAID = replace(loan(TRADE, 1_000_000), request=ASKED)
EARLIER = Loan(LoanId(9), "2026-009", replace(ASKED, purpose="illness"))


def refused(check: Callable[..., None], *given: Any) -> Refusal:
    with pytest.raises(Refusal) as no:
        check(*given)
    return no.value


def others(act: BeforePayOut, of: Loan) -> None:
    check_new_guarantors(act, of, FACTS)


def ahead(act: BeforePayOut, of: Loan, *taken: int) -> None:
    loans = [EARLIER, *([of] if of.id == REQUESTED.id else [])]
    turns = [LoanId(number) for number in taken]
    check_ahead(act, of, waiting_list(loans, LoanRules(), day=JAN_5, cash=0, ahead=turns))


@pytest.mark.parametrize("check", [check_put_off, others, ahead])
def test_each_wants_a_reason_and_comes_between_request_and_pay_out(
    check: Callable[..., None],
) -> None:
    assert refused(check, replace(OTHERS, reason=" "), REQUESTED) == NameMissing(what="reason")
    early = refused(check, replace(OTHERS, day=after(JAN_5, -1)), REQUESTED)
    assert early == DecisionTooEarly(decided=after(JAN_5, -1), requested=JAN_5)
    assert refused(check, OTHERS, PAID) == LoanPaidOutAlready(number=PAID.number)
    assert refused(check, OTHERS, REFUSED) == NotWaiting(number="2026-001")


def test_a_decision_is_put_off_under_a_number_to_a_later_day_or_to_none() -> None:
    check_put_off(OFF, REQUESTED)
    check_put_off(replace(OFF, until=None), REQUESTED)
    check_put_off(replace(OFF, until=OFF.day), REQUESTED)
    assert refused(check_put_off, replace(OFF, decision=""), REQUESTED) == NameMissing("decision")
    assert refused(check_put_off, OFF, AGREED) == LoanDecidedAlready(number="2026-001")
    back = replace(OFF, until=after(JAN_5, -3))
    assert isinstance(refused(check_put_off, back, REQUESTED), DecisionTooEarly)


def test_others_stand_for_her_by_the_same_rules() -> None:
    others(OTHERS, REQUESTED)
    others(OTHERS, AGREED)
    same = replace(OTHERS, guarantors=(BOUN.id, KHAM.id))
    assert refused(others, same, REQUESTED) == SameGuarantors(number="2026-001")
    few = replace(OTHERS, guarantors=(MAI.id,))
    assert refused(others, few, REQUESTED) == TooFewGuarantors(given=1, wanted=2)


def test_one_may_be_taken_ahead_and_only_once() -> None:
    ahead(OTHERS, REQUESTED)
    assert refused(ahead, OTHERS, REQUESTED, 1) == FirstAlready(number="2026-001")
    assert refused(ahead, OTHERS, EARLIER) == FirstAlready(number="2026-009")
    elsewhere = replace(REQUESTED, id=LoanId(5))
    assert refused(ahead, OTHERS, elsewhere) == NotWaiting(number="2026-001")


def test_nobody_stands_for_more_than_her_savings_allow() -> None:
    careful = replace(TRADE, guarantee_times=200)
    facts = replace(
        FACTS,
        saved={KHAM.id: 1_000_000, MAI.id: 900_000},
        guaranteed={KHAM.id: 500_000, MAI.id: 400_000},
    )
    asked = replace(REQUESTED, request=replace(ASKED, product=careful))
    no = refused(check_new_guarantors, OTHERS, asked, facts)
    assert no == GuarantorOverSavings(
        member=MAI.told, given=1_900_000, most=1_800_000, savings=900_000
    )
    check_new_guarantors(OTHERS, asked, replace(facts, guaranteed={KHAM.id: 500_000}))
