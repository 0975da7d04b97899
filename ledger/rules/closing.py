"""Closing the year: the whole plan first, to be read aloud, and only then the entries.

The plan says what the year earned, who gets what of it, and every transfer that will be written.
It is a function of the year's facts alone, so that it can be made as often as one wishes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.accounts import (
    CARRIED_FORWARD,
    DIVIDENDS_PAYABLE,
    YEAR_RESULT,
    Account,
)
from ledger.rules.allocation import account_of, allocate
from ledger.rules.allocation_check import check_allocation
from ledger.rules.balances import balance_of
from ledger.rules.closing_values import ClosingPlan, MemberShare, YearFacts
from ledger.rules.days import Month
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.people import MemberId
from ledger.rules.profit import expenses_of, income_of
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import ProfitRules
from ledger.rules.transfers import Entry, Kind, Transfer

CHUNK = 500
"""How many transfers of dividends stand in one entry at most."""


@dataclass
class UnsignedMeetings(Refusal):
    """Meetings of the year are still in pencil; `days` says which."""

    days: tuple[date, ...]


@dataclass
class YearAlreadyClosed(Refusal):
    """The year has been closed and stays closed."""

    year: int


@dataclass
class EarlierYearOpen(Refusal):
    """An earlier year must be closed first."""

    year: int
    earlier: int


@dataclass
class YearNotOver(Refusal):
    """The year can be closed from the day after its last one."""

    year: int
    last: date
    today: date


@dataclass
class InterestNotCredited(Refusal):
    """Interest on savings of the year is still due (kip): once the year is closed it is lost."""

    year: int
    first: Month
    last: Month
    members: int
    kip: Kip


def plan_close(facts: YearFacts) -> ClosingPlan:
    """The plan of closing one year by the group's own rules.

    Raises UnsignedMeetings, YearAlreadyClosed, EarlierYearOpen, YearNotOver or InterestNotCredited
    while the year cannot be closed, and the refusals of the allocation.
    """
    year = facts.year
    if facts.unsigned:
        raise UnsignedMeetings(days=facts.unsigned)
    if facts.already_closed:
        raise YearAlreadyClosed(year=year.number)
    if facts.earlier_open is not None:
        raise EarlierYearOpen(year=year.number, earlier=facts.earlier_open)
    if facts.today <= year.last:
        raise YearNotOver(year=year.number, last=year.last, today=facts.today)
    check_interest(facts)
    check_allocation(facts.rulebook)
    return preview_close(facts, facts.rulebook.profit)


def check_interest(facts: YearFacts) -> None:
    """Refuse a closing that would lose interest on savings for good. Raises InterestNotCredited."""
    due = facts.interest_due
    if due is not None:
        raise InterestNotCredited(
            year=facts.year.number,
            first=due.first,
            last=due.last,
            members=due.members,
            kip=due.kip,
        )


def preview_close(facts: YearFacts, profit_rules: ProfitRules) -> ClosingPlan:
    """What closing would do under these rules, on any day and whatever the percents add up to.

    Raises ProfitTooSmall or FundTooSmall where the money does not reach.
    """
    income, expenses = income_of(facts.balances), expenses_of(facts.balances)
    profit = sum(income.values()) - sum(expenses.values())
    allocation = allocate(profit, facts, profit_rules)
    plan = ClosingPlan(
        year=facts.year,
        income=income,
        expenses=expenses,
        profit=profit,
        lines=allocation.lines,
        shares=allocation.shares,
        odd=allocation.odd,
        remainder_fund=allocation.remainder_fund,
        entries=(),
    )
    plan = replace(plan, entries=_entries(plan))
    assert sum(line.reached for line in plan.lines) + plan.odd == profit
    assert balance_of(YEAR_RESULT, (t for e in plan.entries for t in e.transfers)) == 0
    return plan


# --- the entries --------------------------------------------------------------------------


def _entries(plan: ClosingPlan) -> tuple[Entry, ...]:
    to_members = list(_to_members(plan.shares))
    turns = [list(_closing(plan)), list(_allocation(plan))]
    turns += [to_members[k : k + CHUNK] for k in range(0, len(to_members), CHUNK)]
    return tuple(Entry(day=plan.year.last, transfers=tuple(turn)) for turn in turns if turn)


def _closing(plan: ClosingPlan) -> Iterator[Transfer]:
    """Income into the year's result, costs out of it: both stand at nothing afterwards."""
    for account, kip in plan.income.items():
        yield from _move(Kind.CLOSING, account, YEAR_RESULT, kip)
    for account, kip in plan.expenses.items():
        yield from _move(Kind.CLOSING, YEAR_RESULT, account, kip)


def _allocation(plan: ClosingPlan) -> Iterator[Transfer]:
    for share in plan.lines:
        account = account_of(share.line)
        if account is not None:
            yield from _move(Kind.ALLOCATION, YEAR_RESULT, account, share.reached)
    fund = CARRIED_FORWARD if plan.remainder_fund is None else plan.remainder_fund
    yield from _move(Kind.ALLOCATION, YEAR_RESULT, fund, plan.odd)


def _to_members(shares: Sequence[MemberShare]) -> Iterator[Transfer]:
    for s in shares:
        yield from _owed(Kind.DIVIDEND, s.dividend, s.member)
        yield from _owed(Kind.REFUND, s.refund, s.member)


def _owed(kind: Kind, kip: Kip, member: MemberId) -> Iterator[Transfer]:
    return _move(kind, YEAR_RESULT, DIVIDENDS_PAYABLE, kip, member=member)


def _move(
    kind: Kind, debit: Account, credit: Account, kip: Kip, *, member: MemberId | None = None
) -> Iterator[Transfer]:
    """The amount as transfers: turned round below zero, in pieces above what one may hold."""
    if kip < 0:
        debit, credit, kip = credit, debit, -kip
    while kip > 0:
        piece = min(kip, KIP_MAX)
        yield Transfer(kind=kind, debit=debit, credit=credit, kip=piece, member=member)
        kip -= piece
