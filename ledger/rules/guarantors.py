"""Who may stand for a loan: how many of them, for how many loans, and up to how much."""

from collections import Counter
from dataclasses import dataclass

from ledger.rules.kip import Kip, divide
from ledger.rules.lending_facts import TIMES_ONE, LendingFacts, member_known
from ledger.rules.loan_values import LoanRequest
from ledger.rules.people import Member, Status
from ledger.rules.refusals import Refusal


@dataclass
class TooFewGuarantors(Refusal):
    """So many people have to stand for the loan."""

    given: int
    wanted: int


@dataclass
class GuarantorForHerself(Refusal):
    """Nobody stands for her own loan."""

    member: str


@dataclass
class GuarantorTwice(Refusal):
    """One person is named twice, and counts once."""

    member: str


@dataclass
class GuarantorNotActive(Refusal):
    """Somebody who is on leave, has left or has died cannot stand for a loan."""

    member: str
    status: Status


@dataclass
class GuarantorOverstretched(Refusal):
    """She stands for `running` loans already, and nobody stands for more than `most`."""

    member: str
    running: int
    most: int


@dataclass
class GuarantorOverSavings(Refusal):
    """With this loan she would stand for `given` kip; her savings allow `most`."""

    member: str
    given: Kip
    most: Kip
    savings: Kip


def check_guarantors(request: LoanRequest, facts: LendingFacts) -> None:
    """Silence, or why these people cannot stand for this loan.

    Raises MemberUnknown, GuarantorForHerself, GuarantorTwice, GuarantorNotActive,
    GuarantorOverstretched, GuarantorOverSavings, TooFewGuarantors.
    """
    product = request.product
    for guarantor, times in Counter(request.guarantors).items():
        member = member_known(guarantor, facts)
        running = facts.guarantees.get(guarantor, 0)
        if guarantor == request.member:
            raise GuarantorForHerself(member=member.told)
        if times > 1:
            raise GuarantorTwice(member=member.told)
        if member.status is not Status.ACTIVE:
            raise GuarantorNotActive(member=member.told, status=member.status)
        if running >= product.guarantees_max:
            raise GuarantorOverstretched(
                member=member.told, running=running, most=product.guarantees_max
            )
        _check_amount(request, facts, member)
    if len(request.guarantors) < product.guarantors:
        raise TooFewGuarantors(given=len(request.guarantors), wanted=product.guarantors)


def _check_amount(request: LoanRequest, facts: LendingFacts, guarantor: Member) -> None:
    """A guarantor answers for the whole loan, however many stand beside her."""
    times = request.product.guarantee_times
    if not times:
        return
    savings = facts.saved.get(guarantor.id, 0)
    most = divide(savings, times, TIMES_ONE)
    given = facts.guaranteed.get(guarantor.id, 0) + request.kip
    if given > most:
        raise GuarantorOverSavings(member=guarantor.told, given=given, most=most, savings=savings)
