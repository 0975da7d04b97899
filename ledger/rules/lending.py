"""Who may borrow how much and for how long, and who stands for her.

Rice loans in Pakhon go up to ten times the savings of an earlier day, village credit schemes step
from a small first loan to a larger one, and in Trat three to five members stand for each loan. All
of it is the group's own rule; what these functions know of it stands in the rulebook.
"""

from dataclasses import dataclass
from datetime import date

from ledger.rules.days import add_months
from ledger.rules.guarantors import (
    GuarantorForHerself,
    GuarantorNotActive,
    GuarantorOverSavings,
    GuarantorOverstretched,
    GuarantorTwice,
    TooFewGuarantors,
    check_guarantors,
)
from ledger.rules.kip import KIP_MAX, Kip, divide
from ledger.rules.lending_facts import TIMES_ONE, LendingFacts, SavingsHistory, member_known
from ledger.rules.loan_decisions import check_decision, check_pay_out
from ledger.rules.loan_values import LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.people import Status
from ledger.rules.refusals import AmountOutOfRange, MemberNotActive, Refusal
from ledger.rules.rulebook import Ceiling, CeilingKind, LoanProduct, Rulebook

__all__ = [
    "GuarantorForHerself",
    "GuarantorNotActive",
    "GuarantorOverSavings",
    "GuarantorOverstretched",
    "GuarantorTwice",
    "LendingFacts",
    "LoanKindUnknown",
    "LoanOverCeiling",
    "MonthsOutOfRange",
    "PurposeUnknown",
    "SavingsHistory",
    "TermsNotOfRules",
    "TooFewGuarantors",
    "TooManyLoans",
    "WaitingTime",
    "ceiling_of",
    "check_decision",
    "check_guarantors",
    "check_pay_out",
    "check_request",
    "savings_counted",
]

_RUNNING = frozenset({LoanStage.REQUESTED, LoanStage.APPROVED, LoanStage.PAID_OUT})


@dataclass
class LoanKindUnknown(Refusal):
    """The group gives no loan of this kind."""

    product: str


@dataclass
class TermsNotOfRules(Refusal):
    """The request has other terms than the rules of that day give for this kind of loan."""

    product: str


@dataclass
class PurposeUnknown(Refusal):
    """The group's list of purposes does not have this one."""

    purpose: str


@dataclass
class MonthsOutOfRange(Refusal):
    """A loan of this kind runs for one month at least, and for so many at most."""

    given: int
    most: int


@dataclass
class LoanOverCeiling(Refusal):
    """She asks for more (kip) than this ceiling lets her have.

    `savings` is what the ceiling was reckoned on, `loan_number` which loan of hers this is.
    """

    given: Kip
    most: Kip
    ceiling: Ceiling
    savings: Kip
    loan_number: int


@dataclass
class WaitingTime(Refusal):
    """She has to save for so many months first; she may ask from the day `until` on."""

    months: int
    until: date


@dataclass
class TooManyLoans(Refusal):
    """She has `running` loans of this class already, and may have `most` at once."""

    loan_class: str
    running: int
    most: int


def ceiling_of(product: LoanProduct, *, savings: SavingsHistory, loans_before: int) -> Kip | None:
    """The most (kip) that one loan of this kind may be for her; None where the rules say nothing.

    Times savings are rounded down to the whole kip. Without any step nothing can be lent.
    """
    ceiling = product.ceiling
    if ceiling.kind is CeilingKind.ABSOLUTE:
        return ceiling.kip
    if ceiling.kind is CeilingKind.SAVINGS_TIMES:
        return divide(savings_counted(ceiling, savings), ceiling.times, TIMES_ONE)
    if ceiling.kind is CeilingKind.STEPS:
        reached = ceiling.steps[: loans_before + 1]
        return reached[-1] if reached else 0
    return None


def savings_counted(ceiling: Ceiling, savings: SavingsHistory) -> Kip:
    """Which of her savings (kip) the ceiling counts: earlier ones, or the lowest since then."""
    if ceiling.months_earlier == 0:
        return savings.now
    return savings.lowest if ceiling.lowest_of_months else savings.earlier


def check_request(request: LoanRequest, facts: LendingFacts) -> None:
    """Silence, or the first reason why she may not ask for this loan.

    Raises MemberUnknown, MemberNotActive, LoanKindUnknown, TermsNotOfRules, PurposeUnknown,
    MonthsOutOfRange, AmountOutOfRange, LoanOverCeiling, WaitingTime, TooManyLoans, and the
    refusals about guarantors.
    """
    borrower = member_known(request.member, facts)
    if borrower.status is not Status.ACTIVE:
        raise MemberNotActive(member=borrower.told, status=borrower.status)
    _check_terms(request, facts.rulebook)
    _check_size(request, facts)
    _check_waiting(request.product, facts)
    _check_at_once(request.product, facts)
    check_guarantors(request, facts)


def _check_terms(request: LoanRequest, rulebook: Rulebook) -> None:
    product = request.product
    of_rules = rulebook.product(product.key)
    if of_rules is None:
        raise LoanKindUnknown(product=product.name)
    if of_rules != product:
        raise TermsNotOfRules(product=product.name)
    purposes = rulebook.loans.purposes
    if purposes and all(purpose.code != request.purpose for purpose in purposes):
        raise PurposeUnknown(purpose=request.purpose)
    # A loan until the season's end has no months of its own.
    if product.season_end is None and not 1 <= request.months <= product.months:
        raise MonthsOutOfRange(given=request.months, most=product.months)


def _check_size(request: LoanRequest, facts: LendingFacts) -> None:
    if not 0 < request.kip <= KIP_MAX:
        raise AmountOutOfRange(given=request.kip, most=KIP_MAX)
    product = request.product
    most = ceiling_of(product, savings=facts.savings, loans_before=facts.loans_before)
    if most is not None and request.kip > most:
        raise LoanOverCeiling(
            given=request.kip,
            most=most,
            ceiling=product.ceiling,
            savings=savings_counted(product.ceiling, facts.savings),
            loan_number=facts.loans_before + 1,
        )


def _check_waiting(product: LoanProduct, facts: LendingFacts) -> None:
    until = add_months(facts.since, product.waiting_months)
    if facts.day < until:
        raise WaitingTime(months=product.waiting_months, until=until)


def _check_at_once(product: LoanProduct, facts: LendingFacts) -> None:
    same = (o for o in facts.loans if o.request.product.loan_class == product.loan_class)
    running = sum(loan_state(loan, facts.day).stage in _RUNNING for loan in same)
    if running >= product.at_once:
        raise TooManyLoans(loan_class=product.loan_class, running=running, most=product.at_once)
