"""Who is in the welfare fund, since when and until when, and what she still has to give.

What a member gives first is her entry fee; after that she gives for the month, for the fund's year,
or for each day up to today. Nothing that was given is ever given back.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import FiscalYear, Month, fiscal_year, month_of
from ledger.rules.kip import Kip
from ledger.rules.missed_months import MONTHS_BACK
from ledger.rules.people import Member
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.welfare_rules import ContributionUnit, WelfareRules


@dataclass
class WelfareNotKept(Refusal):
    """The group's rules have no welfare fund."""


@dataclass
class NotInWelfare(Refusal):
    """She is not in the welfare fund on that day."""

    member: str
    day: date


@dataclass
class BenefitTooEarly(Refusal):
    """She has to be in the welfare fund for some time first; `first` is the first day for her."""

    member: str
    first: date


@dataclass
class WelfareForEverybody(Refusal):
    """By the rules each member is in the welfare fund: nobody leaves it and stays a member."""

    member: str


@dataclass
class WelfareLeftOutOfOrder(Refusal):
    """Nobody leaves the welfare fund before she came in (`since`), or on a day that is to come."""

    day: date
    since: date
    last: date


@dataclass(frozen=True, slots=True)
class WelfareStanding:
    """What one member has given to the welfare fund and still has to give, in kip.

    `paid` is what she gave in the fund's year of the day, `due` what is missing on it.
    """

    paid: Kip
    due: Kip


def welfare_since(rulebook: Rulebook, member: Member) -> date | None:
    """Since when she is in the welfare fund: her first day with the group where all are in it."""
    if member.welfare_since is None and rulebook.welfare.everybody:
        return member.joined
    return member.welfare_since


def in_welfare(rulebook: Rulebook, member: Member, day: date) -> bool:
    """Whether she is in the welfare fund on a day; the day on which she leaves it still counts."""
    since = welfare_since(rulebook, member)
    if rulebook.welfare.fund is None or since is None or day < since:
        return False
    until = member.welfare_until
    # Who came in again after she had left is in it.
    return until is None or until < since or day <= until


def check_in_welfare(
    rulebook: Rulebook, member: Member, day: date, *, waiting_days: int = 0
) -> None:
    """Refuse a benefit on a day on which she is not, or not long enough, in the welfare fund.

    Raises NotInWelfare or BenefitTooEarly.
    """
    since = welfare_since(rulebook, member)
    if since is None or not in_welfare(rulebook, member, day):
        raise NotInWelfare(member=member.told, day=day)
    first = since + timedelta(days=max(waiting_days, rulebook.welfare.waiting_days))
    if day < first:
        raise BenefitTooEarly(member=member.told, first=first)


def check_leave(rulebook: Rulebook, member: Member, day: date, *, today: date) -> None:
    """Refuse that a member leaves the welfare fund on a day on which she cannot.

    Raises WelfareForEverybody, NotInWelfare or WelfareLeftOutOfOrder.
    """
    if rulebook.welfare.everybody:
        raise WelfareForEverybody(member=member.told)
    since = welfare_since(rulebook, member)
    if since is None:
        raise NotInWelfare(member=member.told, day=day)
    if not since <= day <= today:
        raise WelfareLeftOutOfOrder(day=day, since=since, last=today)
    if not in_welfare(rulebook, member, day):
        raise NotInWelfare(member=member.told, day=day)


def welfare_year(rules: WelfareRules, day: date) -> FiscalYear:
    """The year of the fund's contributions and limits in which a day lies."""
    return fiscal_year(day, last_month=(rules.year_begins - 2) % 12 + 1)


def welfare_standing(facts: DayFacts, member: Member) -> WelfareStanding:
    """What she has given in the fund's year, and what she still has to give on the day."""
    rules = facts.rulebook.welfare
    given = facts.welfare_paid.get(member.id, {})
    begin = month_of(welfare_year(rules, facts.day).first)
    this_year = sum(kip for month, kip in given.items() if month >= begin)
    since = welfare_since(facts.rulebook, member)
    if since is None or not in_welfare(facts.rulebook, member, facts.day):
        return WelfareStanding(paid=this_year, due=0)
    first = _counts_from(facts, since)
    counted = sum(kip for month, kip in given.items() if month >= first)
    before = sum(kip for month, kip in given.items() if month_of(since) <= month < first)
    fee = _entry_fee_left(facts, since, before=before)
    wanted = rules.contribution * _units(facts, since)
    return WelfareStanding(paid=this_year, due=max(wanted + fee - counted, 0))


def _counts_from(facts: DayFacts, since: date) -> Month:
    """The month from which on what she gave counts for what is due on the day."""
    rules = facts.rulebook.welfare
    if rules.per is ContributionUnit.MONTH:
        return month_of(facts.day)
    return max(month_of(welfare_year(rules, facts.day).first), month_of(since))


def _units(facts: DayFacts, since: date) -> int:
    """How many contributions she is to have given up to the day, since it counts."""
    rules = facts.rulebook.welfare
    if rules.per is not ContributionUnit.DAY:
        return 1
    first = max(welfare_year(rules, facts.day).first, since, facts.books_begin)
    return max((facts.day - first).days + 1, 0)


def _entry_fee_left(facts: DayFacts, since: date, *, before: Kip) -> Kip:
    """What is left of her entry fee after what she gave `before` (kip).

    Who came in before the books began has paid it, and after eleven months nobody asks any more.
    """
    came = month_of(since)
    if since < facts.books_begin or came < month_of(facts.day).plus(-MONTHS_BACK):
        return 0
    return max(facts.rulebook.welfare.entry_fee - before, 0)
