"""The pensions of one month: who is to have one by the table, and how much."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ledger.rules.claim_checks import ClaimDoubled, ClaimFacts, check_claim
from ledger.rules.claims import Claim, ClaimRequest, Reckoning
from ledger.rules.days import Month
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.reckoning import BelowLadder, BirthDayMissing, TooYoung
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_dues import BenefitTooEarly, NotInWelfare

_NOT_HERS = (
    TooYoung,
    BelowLadder,
    BirthDayMissing,
    NotInWelfare,
    BenefitTooEarly,
    ClaimDoubled,
)
"""Why a member has no pension for the month, or has been given it already."""


def pensions_due(
    rulebook: Rulebook,
    members: Iterable[Member],
    claims: Mapping[MemberId, Sequence[Claim]],
    *,
    month: Month,
    day: date,
    evidence: str = "",
) -> tuple[tuple[ClaimRequest, Reckoning], ...]:
    """The claims that the pensions of a month are, as asked for on a day after it has begun.

    What was asked for before is left out. Raises EvidenceMissing where the table asks for it.
    """
    found = []
    for benefit in rulebook.welfare.benefits:
        if not benefit.is_pension:
            continue
        for member in members:
            if member.status is not Status.ACTIVE:
                continue
            request = ClaimRequest(
                member=member.id,
                day=day,
                benefit=benefit,
                first=month.first,
                last=month.first,
                units=1,
                evidence=evidence,
            )
            facts = ClaimFacts(rulebook, member, tuple(claims.get(member.id, ())))
            try:
                found.append((request, check_claim(request, facts)))
            except _NOT_HERS:
                continue
    return tuple(found)
