"""Checks what the welfare fund pays on claims, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.claims import Claim, ClaimStage
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import check_fund
from ledger.rules.kip import Kip
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.posting_funds import FundShort
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import ClaimId, Transfer
from ledger.rules.welfare_dues import WelfareNotKept


@dataclass
class ClaimUnknown(Refusal):
    """No claim of that id waits for its money: it is unknown, not decided on, or refused."""

    claim: ClaimId


@dataclass
class ClaimPaidAlready(Refusal):
    """The money of this claim was handed over before."""

    number: str


@dataclass
class ClaimNotApproved(Refusal):
    """The claim has not been approved by the day on which it is to be paid."""

    number: str


@dataclass
class ClaimPaidOtherwise(Refusal):
    """A claim is paid whole: the amount on the line is not what it came to (kip)."""

    number: str
    kip: Kip
    given: Kip


def claim_of(facts: DayFacts, claim: ClaimId) -> Claim:
    """The claim of that id that was decided on; ClaimUnknown where there is none."""
    try:
        return facts.welfare.claims[claim]
    except KeyError:
        raise ClaimUnknown(claim=claim) from None


def claim_paid(line: ClaimPaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """The money of an approved claim, as far as the welfare fund holds it."""
    claim = claim_of(facts, line.claim)
    if claim.stage is ClaimStage.PAID:
        raise ClaimPaidAlready(number=claim.number)
    decision = claim.decision
    if decision is None or not decision.approved or decision.day > facts.day:
        raise ClaimNotApproved(number=claim.number)
    if line.kip != claim.kip:
        raise ClaimPaidOtherwise(number=claim.number, kip=claim.kip, given=line.kip)
    fund = facts.rulebook.welfare.fund
    if fund is None:
        raise WelfareNotKept
    balance = facts.balances.get(fund, 0)
    if line.kip > balance:
        raise FundShort(fund=fund, balance=balance, given=line.kip)
    check_fund(facts, fund, line.kip)
    return (makers.claim_paid(fund, claim),)
