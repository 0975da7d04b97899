"""What the committee decides on a request, and whether the box holds the money to hand over."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import check_fund
from ledger.rules.kip import Kip
from ledger.rules.loan_moves import paid_out_of
from ledger.rules.loan_parts import check_contract_there, check_further_part
from ledger.rules.loan_values import Loan, LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.refusals import AmountOutOfRange, CashShort, NameMissing, Refusal
from ledger.rules.rulebook import Rulebook


@dataclass
class LoanDecidedAlready(Refusal):
    """The committee has decided on this request before."""

    number: str


@dataclass
class DecisionTooEarly(Refusal):
    """The decision is dated before the request."""

    decided: date
    requested: date


@dataclass
class MoreThanAsked(Refusal):
    """More was approved than she asked for (kip)."""

    given: Kip
    asked: Kip


@dataclass
class ApproverTwice(Refusal):
    """One officer is named twice, and counts once."""

    name: str


@dataclass
class ApprovalsMissing(Refusal):
    """So many officers have to agree to a loan."""

    given: int
    wanted: int


@dataclass
class LoanNotApproved(Refusal):
    """The committee has not approved this loan, or not by that day."""

    number: str
    stage: LoanStage


@dataclass
class LoanPaidOutAlready(Refusal):
    """The money of this loan was handed over before."""

    number: str


def check_decision(decision: LoanDecision, loan: Loan, rulebook: Rulebook) -> None:
    """Silence, or why this cannot be the committee's decision on the request.

    A refusal needs its reason, and nobody's agreement by name. Raises LoanDecidedAlready,
    NameMissing, DecisionTooEarly, AmountOutOfRange, MoreThanAsked, ApproverTwice,
    ApprovalsMissing.
    """
    request = loan.request
    if loan.decision is not None:
        raise LoanDecidedAlready(number=loan.number)
    if not decision.number.strip():
        raise NameMissing(what="decision")
    if decision.day < request.day:
        raise DecisionTooEarly(decided=decision.day, requested=request.day)
    _check_names(decision)
    if decision.approved:
        _check_approval(decision, request, rulebook)
    elif not decision.reason.strip():
        raise NameMissing(what="reason")


def _check_names(decision: LoanDecision) -> None:
    """Nobody votes twice, and nobody for and against."""
    named = (name.strip() for name in (*decision.approvers, *decision.against))
    for name, times in Counter(name for name in named if name).items():
        if times > 1:
            raise ApproverTwice(name=name)


def _check_approval(decision: LoanDecision, request: LoanRequest, rulebook: Rulebook) -> None:
    if decision.kip < 1:
        raise AmountOutOfRange(given=decision.kip, most=request.kip)
    if decision.kip > request.kip:
        raise MoreThanAsked(given=decision.kip, asked=request.kip)
    names = [name for name in decision.approvers if name.strip()]
    if len(names) < rulebook.loans.approvals:
        raise ApprovalsMissing(given=len(names), wanted=rulebook.loans.approvals)


def check_pay_out(loan: Loan, facts: DayFacts, kip: Kip | None = None) -> Kip:
    """How much is handed over on the day of the facts: `kip`, or all that is left of the loan.

    So much cash must be left that no later day already written falls below what the rules keep in
    the box; of a fund, so much free money. Raises LoanPaidOutAlready, LoanNotApproved,
    AmountOutOfRange, ContractMissing, PartTooLate, LoanNotRunning, FundLentOut, CashShort.
    """
    decision = loan.decision
    paid = paid_out_of(loan.moves)
    if decision is not None and paid >= decision.kip > 0:
        raise LoanPaidOutAlready(number=loan.number)
    if decision is None or not decision.approved or decision.day > facts.day:
        raise LoanNotApproved(number=loan.number, stage=loan_state(loan, facts.day).stage)
    wanted = decision.kip - paid if kip is None else kip
    if not 0 < wanted <= decision.kip - paid:
        raise AmountOutOfRange(given=wanted, most=decision.kip - paid)
    check_contract_there(loan, facts)
    if paid:
        check_further_part(loan, facts.day)
    if loan.request.product.fund is not None:
        check_fund(facts, loan.request.product.fund, wanted)
    kept = facts.rulebook.loans.cash_kept
    if facts.cash_low - wanted < kept:
        raise CashShort(day=facts.day, cash=facts.cash_low, wanted=wanted, kept=kept)
    return wanted
