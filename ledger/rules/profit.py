"""The profit of a year: what came in as income, less what went out as costs, in cash.

Only money that was really received or paid counts. Savings, loans, funds and seed money are
neither income nor cost, so they cannot find their way into the profit.
"""

from collections.abc import Mapping

from ledger.rules.accounts import YEAR_RESULT, Account, Family, family
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


def year_alone(
    standing: Mapping[Account, Kip], on_the_eve: Mapping[Account, Kip]
) -> Mapping[Account, Kip]:
    """The accounts (kip) with the income and the costs of one year alone.

    While an earlier year is not closed, its income and costs still stand on their accounts
    (`on_the_eve` of the first day). They are not this year's to share: what they come to stands in
    one sum as the result of a year, so that all accounts together stay what they are.
    """
    earlier = {**income_of(on_the_eve), **expenses_of(on_the_eve)}
    alone = {account: kip - earlier.pop(account, 0) for account, kip in standing.items()}
    alone.update((account, -kip) for account, kip in earlier.items())
    alone[YEAR_RESULT] = alone.get(YEAR_RESULT, 0) + profit_of(on_the_eve)
    return dict(sorted(alone.items()))


def _of_family(balances: Mapping[Account, Kip], wanted: Family) -> Mapping[Account, Kip]:
    return {a: kip for a, kip in sorted(balances.items()) if kip and family(a) is wanted}
