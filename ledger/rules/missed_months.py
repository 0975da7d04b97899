"""A month in which a member saved nothing: allowed, fined, or carried over to the next month.

Months are looked at from the one after she joined, or from the first deposit day after the books
began where that is later, and never further back than eleven months. Nothing is missed in a month
in which she was on leave.
"""

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.member_life import away_in
from ledger.rules.people import Member
from ledger.rules.rulebook import MissedMonth, Rulebook, SavingMode, rulebook_of

MONTHS_BACK = 11
"""How far back a month without a deposit is still spoken of."""


def rules_of_month(facts: DayFacts, month: Month) -> Rulebook:
    """The rules for what is saved for a month: those of the day for its own, else its last day's.

    Where the facts know one rulebook only, that one.
    """
    if len(facts.rulebooks) < 2 or month == month_of(facts.day):
        return facts.rulebook
    return rulebook_of(facts.rulebooks, month.last)


def monthly_due(rulebook: Rulebook, member: Member) -> Kip:
    """What a member is to save in one month, in kip: her promise, her shares, or the minimum."""
    saving = rulebook.saving
    if saving.mode is SavingMode.SHARES:
        return (member.shares or saving.shares_min) * saving.share_value
    return member.promise if saving.mode is SavingMode.PROMISE else saving.minimum


def months_before(facts: DayFacts, member: Member) -> tuple[Month, ...]:
    """The months before that of the day in which she was to save, the oldest first."""
    this = month_of(facts.day)
    begin = facts.books_begin
    # Books that began after the deposit day of their first month never saw its deposits.
    began = month_of(begin).plus(1 if begin.day > facts.rulebook.deposit_day else 0)
    first = max(month_of(member.joined).plus(1), began, this.plus(-MONTHS_BACK))
    return tuple(first.plus(k) for k in range(this - first))


def was_away(facts: DayFacts, member: Member, month: Month) -> bool:
    """Whether she was on leave, or no member, on the meeting day of a month."""
    spans = facts.away.get(member.id, ())
    return bool(spans) and away_in(month, spans, deposit_day=facts.rulebook.deposit_day)


def carried_months(facts: DayFacts, member: Member) -> tuple[tuple[Month, Kip], ...]:
    """Where the rules carry missed months over: each month with what is still missing (kip)."""
    if facts.rulebook.saving.missed is not MissedMonth.CARRIED:
        return ()
    saved = facts.saved.get(member.id, {})
    missing = (
        (month, monthly_due(rules_of_month(facts, month), member) - saved.get(month, 0))
        for month in months_before(facts, member)
    )
    return tuple(
        (month, kip) for month, kip in missing if kip > 0 and not was_away(facts, member, month)
    )


def missed_fines(facts: DayFacts, member: Member) -> Kip:
    """The fines (kip) for months without any deposit that she has not paid yet.

    What she paid in a month pays for months before it, the oldest first; nothing is paid ahead.
    For a month in which nobody could save, because no meeting was held, nobody is fined.
    """
    saving = facts.rulebook.saving
    if saving.missed is not MissedMonth.FINED:
        return 0
    saved = facts.saved.get(member.id, {})
    paid = facts.missed_paid.get(member.id, {})
    owed = 0
    for month in months_before(facts, member):
        owed = max(owed - paid.get(month, 0), 0)
        missed = saved.get(month, 0) <= 0 and month not in facts.unmet
        if missed and not was_away(facts, member, month):
            owed += saving.missed_fine
    return max(owed - paid.get(month_of(facts.day), 0), 0)
