"""Whether a member may claim a benefit, whether a decision on it holds, and whether it may be paid.

Each check is silent, or refuses with the facts. Claims of one member are looked at together, so
that no event is paid for twice and no limit of a year is passed by two papers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.claims import Claim, ClaimDecision, ClaimRequest, ClaimStage, Reckoning
from ledger.rules.contributions import GONE
from ledger.rules.kip import Kip
from ledger.rules.people import Member, Officer, Status
from ledger.rules.reckoning import rate_of, reckon, used_before
from ledger.rules.refusals import MemberNotActive, NameMissing, Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_dues import WelfareNotKept, check_in_welfare
from ledger.rules.welfare_rules import BenefitTo, BenefitUnit


@dataclass
class ClaimDaysMisfit(Refusal):
    """The event ends before it begins, or had not ended on the day of the claim."""

    first: date
    last: date
    day: date


@dataclass
class ClaimUnitsMissing(Refusal):
    """Nothing is asked for: not one day, night, week, month or year."""

    given: int


@dataclass
class EvidenceMissing(Refusal):
    """The rules ask for evidence, and nobody has written what was seen."""

    member: str


@dataclass
class ClaimDoubled(Refusal):
    """Another claim is about the same event: its number."""

    number: str


@dataclass
class NothingLeftToClaim(Refusal):
    """The benefit of the year has been used up: its limit and what was used, in kip."""

    limit: Kip
    used: Kip


@dataclass
class ClaimDecidedAlready(Refusal):
    """The claim was decided on before."""

    number: str


@dataclass
class ClaimDecisionTooEarly(Refusal):
    """The decision is dated before the claim."""

    decided: date
    asked: date


@dataclass
class ConfirmerTwice(Refusal):
    """One officer is named twice."""

    name: str


@dataclass
class ConfirmerUnknown(Refusal):
    """Nobody of that name holds an office on the day of the decision."""

    name: str


@dataclass
class ConfirmationsMissing(Refusal):
    """Fewer officers have confirmed than the rules ask for."""

    given: int
    wanted: int


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What must be known before a claim is checked: the rules of its day, the member, her claims.

    `claims` are all of hers, refused ones too.
    """

    rulebook: Rulebook
    member: Member
    claims: tuple[Claim, ...] = ()


def check_claim(request: ClaimRequest, facts: ClaimFacts) -> Reckoning:
    """What the claim comes to, or why the rules do not allow it.

    Raises MemberNotActive, ClaimDaysMisfit, ClaimUnitsMissing, WelfareNotKept, NotInWelfare,
    BenefitTooEarly, EvidenceMissing, ClaimDoubled, NothingLeftToClaim and the refusals of
    `ledger.rules.reckoning.rate_of`.
    """
    member, benefit, rulebook = facts.member, request.benefit, facts.rulebook
    by_heirs = benefit.to is BenefitTo.HEIRS and member.status is Status.DIED
    if member.status in GONE and not by_heirs:
        raise MemberNotActive(member=member.told, status=member.status)
    if not request.first <= request.last <= request.day:
        raise ClaimDaysMisfit(first=request.first, last=request.last, day=request.day)
    if request.units < 1:
        raise ClaimUnitsMissing(given=request.units)
    if rulebook.welfare.fund is None:
        raise WelfareNotKept
    check_in_welfare(rulebook, member, request.first, waiting_days=benefit.waiting_days)
    if benefit.evidence and not request.evidence.strip():
        raise EvidenceMissing(member=member.told)
    _check_doubled(request, facts.claims)
    rate = rate_of(benefit, rulebook, member, request.first)
    used = used_before(facts.claims, benefit, rulebook.welfare, day=request.first)
    reckoning = reckon(benefit, units=request.units, rate=rate, used=used)
    if reckoning.kip < 1:
        raise NothingLeftToClaim(limit=benefit.year_most, used=used)
    return reckoning


def _check_doubled(request: ClaimRequest, claims: Iterable[Claim]) -> None:
    for claim in claims:
        other = claim.request
        same = other.benefit.code == request.benefit.code
        if same and claim.stage is not ClaimStage.REFUSED and _overlap(request, other):
            raise ClaimDoubled(number=claim.number)


def _overlap(one: ClaimRequest, other: ClaimRequest) -> bool:
    if one.benefit.unit is BenefitUnit.NIGHT:
        # Who goes home and comes back on the same day has slept every night once.
        return one.first < other.last and other.first < one.last
    return one.first <= other.last and other.first <= one.last


def check_claim_decision(
    decision: ClaimDecision, claim: Claim, officers: Iterable[Officer]
) -> None:
    """Silence, or why this cannot be the decision on a claim.

    A refusal needs its number, its day and the reason. Raises ClaimDecidedAlready, NameMissing,
    ClaimDecisionTooEarly, ConfirmerTwice, ConfirmerUnknown or ConfirmationsMissing.
    """
    if claim.decision is not None:
        raise ClaimDecidedAlready(number=claim.number)
    if not decision.number.strip():
        raise NameMissing(what="decision")
    if decision.day < claim.request.day:
        raise ClaimDecisionTooEarly(decided=decision.day, asked=claim.request.day)
    if not decision.approved:
        if not decision.reason.strip():
            raise NameMissing(what="reason")
        return
    _check_confirmers(decision, claim, officers)


def _check_confirmers(decision: ClaimDecision, claim: Claim, officers: Iterable[Officer]) -> None:
    names = Counter(name.strip() for name in decision.confirmers if name.strip())
    serving = {officer.name.strip() for officer in officers if officer.serves(decision.day)}
    for name, times in names.items():
        if times > 1:
            raise ConfirmerTwice(name=name)
        if name not in serving:
            raise ConfirmerUnknown(name=name)
    wanted = claim.request.benefit.confirmations
    if len(names) < wanted:
        raise ConfirmationsMissing(given=len(names), wanted=wanted)
