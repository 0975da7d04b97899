"""What a benefit comes to, line by line: units times amount, then each limit of the rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.claims import Claim, ClaimStage, Reckoning, ReckonRow, ReckonStep
from ledger.rules.days import months_completed
from ledger.rules.kip import Kip, divide
from ledger.rules.people import Member
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_dues import welfare_since, welfare_year
from ledger.rules.welfare_rules import Benefit, LadderBy, WelfareRules


@dataclass
class BirthDayMissing(Refusal):
    """The benefit goes by age, and nobody has written down when she was born."""

    member: str


@dataclass
class TooYoung(Refusal):
    """She is not old enough for the benefit (whole years)."""

    member: str
    years: int
    least: int


@dataclass
class BelowLadder(Refusal):
    """The first step of the benefit's ladder is higher than her years."""

    member: str
    years: int
    least: int


def reckon(benefit: Benefit, *, units: int, rate: Kip, used: Kip) -> Reckoning:
    """The amount of so many units at `rate` kip each, where the year has `used` so much (kip)."""
    rows = []
    counted = min(units, benefit.units_most) if benefit.units_most else units
    total = counted * rate
    if counted < units:
        rows.append(ReckonRow(ReckonStep.UNITS_MOST, total=total, units=units, kip=counted))
    rows.append(ReckonRow(ReckonStep.UNITS, total=total, units=counted, kip=rate))
    if benefit.event_most and total > benefit.event_most:
        total = benefit.event_most
        rows.append(ReckonRow(ReckonStep.EVENT_MOST, total=total, kip=benefit.event_most))
    if benefit.year_most:
        total = min(total, max(benefit.year_most - used, 0))
        rows.append(ReckonRow(ReckonStep.YEAR_MOST, total=total, kip=benefit.year_most, used=used))
    return Reckoning(rows=tuple(rows), kip=total)


def used_before(
    claims: Iterable[Claim], benefit: Benefit, rules: WelfareRules, *, day: date
) -> Kip:
    """What one member's claims have used of a benefit in the fund's year of a day, in kip.

    A claim that waits for its decision counts, or two of them would pass the limit together.
    """
    year = welfare_year(rules, day)
    return sum(
        claim.kip
        for claim in claims
        if claim.stage is not ClaimStage.REFUSED
        and claim.request.benefit.code == benefit.code
        and claim.request.first in year
    )


def rate_of(benefit: Benefit, rulebook: Rulebook, member: Member, day: date) -> Kip:
    """What one unit of a benefit is for a member on a day, in kip.

    Raises BirthDayMissing, TooYoung or BelowLadder.
    """
    if benefit.age_least:
        age = _age(member, day)
        if age < benefit.age_least:
            raise TooYoung(member=member.told, years=age, least=benefit.age_least)
    if benefit.ladder is LadderBy.NOTHING:
        return benefit.kip
    years = _years(benefit.ladder, rulebook, member, day)
    reached = [step.kip for step in benefit.steps if step.years <= years]
    if not reached:
        raise BelowLadder(member=member.told, years=years, least=benefit.steps[0].years)
    return reached[-1]


def _years(by: LadderBy, rulebook: Rulebook, member: Member, day: date) -> int:
    if by is LadderBy.AGE:
        return _age(member, day)
    if by is LadderBy.WELFARE_YEARS:
        return years_between(welfare_since(rulebook, member) or day, day)
    return years_between(member.joined, day)


def _age(member: Member, day: date) -> int:
    if member.born is None:
        raise BirthDayMissing(member=member.told)
    return years_between(member.born, day)


def years_between(start: date, day: date) -> int:
    """How many whole years lie between two days."""
    return divide(months_completed(start, day), 1, 12)
