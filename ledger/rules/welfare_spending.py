"""What may leave the welfare fund without a claim, and what the fund's own costs may come to."""

from dataclasses import dataclass

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import WHOLE, Kip, share_of
from ledger.rules.lines import FundSpent
from ledger.rules.people import Member
from ledger.rules.refusals import Refusal
from ledger.rules.welfare_dues import check_in_welfare


@dataclass
class ClaimNeeded(Refusal):
    """By the rules the welfare fund pays a member only on a claim that was decided on."""

    member: str


@dataclass
class WelfareCostsAboveLimit(Refusal):
    """The fund's own costs of the year would pass what the rules let it spend on them (kip)."""

    limit: Kip
    spent: Kip
    given: Kip


def check_benefit(line: FundSpent, facts: DayFacts, member: Member) -> None:
    """Refuse a benefit out of the welfare fund that her membership, or the table, does not allow.

    Raises NotInWelfare, BenefitTooEarly or ClaimNeeded.
    """
    if line.fund != facts.rulebook.welfare.fund:
        return
    if facts.rulebook.welfare.benefits:
        raise ClaimNeeded(member=member.told)
    check_in_welfare(facts.rulebook, member, facts.day)


def check_welfare_costs(line: FundSpent, facts: DayFacts) -> None:
    """Refuse a cost of the welfare fund beyond its part of what the fund has and spent on costs.

    Raises WelfareCostsAboveLimit.
    """
    rules = facts.rulebook.welfare
    if line.fund != rules.fund or rules.costs_most == WHOLE:
        return
    spent = facts.welfare.costs.get(line.fund, 0)
    limit = share_of(facts.balances.get(line.fund, 0) + spent, rules.costs_most)
    if spent + line.kip > limit:
        raise WelfareCostsAboveLimit(limit=limit, spent=spent, given=line.kip)
