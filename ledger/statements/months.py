"""How the group has grown: savings, loans, income and costs, month by month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.rules.accounts import SAVINGS, Account, Family, family
from ledger.rules.balances import balances, lent_out
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.transfers import Kind


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month, in kip: savings and loans as they stood at its end, income and costs within it."""

    month: Month
    savings: Kip
    loans: Kip
    income: Kip
    expenses: Kip


def months_of(
    months: Iterable[Month],
    moved: Mapping[Month, Mapping[Account, Kip]],
    *,
    before: Mapping[Account, Kip],
    closings: Iterable[ClosingPlan],
) -> tuple[MonthFigures, ...]:
    """The figures of months that follow one another.

    `moved` is what each month moved on each account and `before` what stood there when the first
    began, both in kip on the account's own side. A closing empties the income of its year; what
    the `closings` moved is no loss of their last month and is left out.
    """
    closed = {month_of(plan.year.last): _closed(plan) for plan in closings}
    savings, loans = before.get(SAVINGS, 0), lent_out(before)
    rows = []
    for month in months:
        here = moved.get(month, {})
        savings += here.get(SAVINGS, 0)
        loans += lent_out(here)
        emptied = closed.get(month, {})
        rows.append(
            MonthFigures(
                month=month,
                savings=savings,
                loans=loans,
                income=_of(here, Family.INCOME) - _of(emptied, Family.INCOME),
                expenses=_of(here, Family.EXPENSE) - _of(emptied, Family.EXPENSE),
            )
        )
    return tuple(rows)


def _closed(plan: ClosingPlan) -> Mapping[Account, Kip]:
    return balances(t for entry in plan.entries for t in entry.transfers if t.kind is Kind.CLOSING)


def _of(moved: Mapping[Account, Kip], wanted: Family) -> Kip:
    return sum(kip for account, kip in moved.items() if family(account) is wanted)
