"""The profit of a year: what came in as income, less what went out as costs, in cash.

Only money that was really received or paid counts. Savings, loans, funds and seed money are
neither income nor cost, so they cannot find their way into the profit.
"""

from collections.abc import Mapping

from ledger.rules.accounts import Account, Family, family
from ledger.rules.kip import Kip


def income_of(balances: Mapping[Account, Kip]) -> Mapping[Account, Kip]:
    """What each income account took in (kip), in the order of the accounts; empty ones left out."""
    return _of_family(balances, Family.INCOME)


def expenses_of(balances: Mapping[Account, Kip]) -> Mapping[Account, Kip]:
    """What each kind of cost came to (kip), in the order of the accounts; empty ones left out."""
    return _of_family(balances, Family.EXPENSE)


def profit_of(balances: Mapping[Account, Kip]) -> Kip:
    """Income less costs, in kip; below zero for a loss."""
    return sum(income_of(balances).values()) - sum(expenses_of(balances).values())


def _of_family(balances: Mapping[Account, Kip], wanted: Family) -> Mapping[Account, Kip]:
    return {a: kip for a, kip in sorted(balances.items()) if kip and family(a) is wanted}
