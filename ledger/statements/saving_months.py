"""The months of one member's year, each as it stands: saved for, missed, in part, or paid ahead."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.missed_months import monthly_due, months_before, rules_of_month
from ledger.rules.people import Member


class MonthState(StrEnum):
    """How one month of a member stands."""

    PAID = "paid"
    PARTLY = "partly"
    MISSED = "missed"
    NO_MEETING = "no_meeting"  # nobody could save
    OPEN = "open"  # the month of the day: nothing yet
    AHEAD = "ahead"
    TO_COME = "to_come"
    BEFORE = "before"  # before she joined, or before the books began


@dataclass(frozen=True, slots=True)
class MonthMark:
    """One month: what was to be saved and what was, in kip."""

    month: Month
    state: MonthState
    due: Kip
    saved: Kip


def saving_months(
    facts: DayFacts, member: Member, months: Iterable[Month]
) -> tuple[MonthMark, ...]:
    """How these months stand for a member on the day of the facts."""
    return tuple(_mark(facts, member, month) for month in months)


def _mark(facts: DayFacts, member: Member, month: Month) -> MonthMark:
    due = monthly_due(rules_of_month(facts, month), member)
    saved = facts.saved.get(member.id, {}).get(month, 0)
    return MonthMark(month, _state(facts, member, month, due=due, saved=saved), due, saved)


def _state(facts: DayFacts, member: Member, month: Month, *, due: Kip, saved: Kip) -> MonthState:
    this = month_of(facts.day)
    if saved <= 0:
        return _without(facts, member, month)
    if month > this:
        return MonthState.AHEAD
    return MonthState.PARTLY if saved < due else MonthState.PAID


def _without(facts: DayFacts, member: Member, month: Month) -> MonthState:
    this = month_of(facts.day)
    if month >= this:
        return MonthState.OPEN if month == this else MonthState.TO_COME
    if month not in months_before(facts, member):
        return MonthState.BEFORE
    return MonthState.NO_MEETING if month in facts.unmet else MonthState.MISSED
