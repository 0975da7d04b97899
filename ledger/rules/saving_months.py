"""Which months the money of one evening is for: this one, months missed before, months to come.

What a month may hold is said by the rules in force in that month, not on the day the money came: a
cap that begins in July holds for July's savings, also for those brought in June, and not for
June's, also where they are made up in July.
"""

from collections.abc import Iterator

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.missed_months import (
    MONTHS_BACK,
    carried_months,
    monthly_due,
    months_before,
    rules_of_month,
)
from ledger.rules.people import Member
from ledger.rules.rulebook import Rulebook, SavingMode


def most_in_month(rulebook: Rulebook, member: Member) -> Kip | None:
    """The most (kip) that one month may hold for a member; nothing where there is no limit."""
    saving = rulebook.saving
    limits = [] if saving.maximum is None else [saving.maximum]
    if saving.mode is SavingMode.SHARES:
        limits.append(saving.shares_max * saving.share_value)
    if saving.mode is SavingMode.PROMISE and member.promise:
        limits.append(member.promise)
    return min(limits, default=None)


def months_open(facts: DayFacts, member: Member) -> tuple[Month, ...]:
    """The months that a deposit of the day may be for, the oldest first: its own among them."""
    this = month_of(facts.day)
    begun = max(month_of(member.joined), month_of(facts.books_begin), this.plus(-MONTHS_BACK))
    month, last = min(begun, this), this.plus(facts.rulebook.saving.months_ahead)
    months = [month]
    while month < last:
        month = month.plus(1)
        months.append(month)
    return tuple(months)


def spread_savings(
    facts: DayFacts, member: Member, kip: Kip
) -> tuple[tuple[Month | None, Kip], ...]:
    """How what a member saves on an evening (kip) is spread over months; none is the day's own.

    First the months that the rules carry over, the oldest first; then the month of the day, as
    much as it may hold; then what is missing of earlier months, and then the months to come, where
    the rules let her save ahead. What no month can hold stays with the month of the day, where the
    rules refuse it with the facts.
    """
    parts: dict[Month, Kip] = {}
    this = month_of(facts.day)
    for month, missing in carried_months(facts, member):
        kip -= _put(parts, month, min(missing, kip))
    room = _room(facts, member, this)
    if room is None:
        _put(parts, this, kip)
        return _in_order(parts, this)
    kip -= _put(parts, this, min(room, kip))
    for month, missing in (*_missed(facts, member, parts), *_ahead(facts, member)):
        kip -= _put(parts, month, min(missing, kip))
    _put(parts, this, kip)
    return _in_order(parts, this)


def _put(parts: dict[Month, Kip], month: Month, kip: Kip) -> Kip:
    if kip:
        parts[month] = parts.get(month, 0) + kip
    return kip


def _in_order(parts: dict[Month, Kip], this: Month) -> tuple[tuple[Month | None, Kip], ...]:
    return tuple((None if month == this else month, parts[month]) for month in sorted(parts))


def _room(facts: DayFacts, member: Member, month: Month) -> Kip | None:
    most = most_in_month(rules_of_month(facts, month), member)
    saved = facts.saved.get(member.id, {}).get(month, 0)
    return None if most is None else max(most - saved, 0)


def _missed(
    facts: DayFacts, member: Member, parts: dict[Month, Kip]
) -> Iterator[tuple[Month, Kip]]:
    saved = facts.saved.get(member.id, {})
    for month in months_before(facts, member):
        due = monthly_due(rules_of_month(facts, month), member)
        yield month, max(due - saved.get(month, 0) - parts.get(month, 0), 0)


def _ahead(facts: DayFacts, member: Member) -> Iterator[tuple[Month, Kip]]:
    this = month_of(facts.day)
    for months in range(1, facts.rulebook.saving.months_ahead + 1):
        month = this.plus(months)
        due = monthly_due(rules_of_month(facts, month), member)
        yield month, max(due - facts.saved.get(member.id, {}).get(month, 0), 0)
