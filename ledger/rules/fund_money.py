"""What a fund can still give: what stands in it, less what is lent out of it.

Both are looked at now and on every later day that is already written, as the cash box is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.rules.accounts import Account, loans_of
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.refusals import Refusal


@dataclass
class FundLentOut(Refusal):
    """There is not so much free money in the fund (kip): `balance` less `lent` out to members."""

    fund: Account
    balance: Kip
    lent: Kip
    given: Kip


def lent_from(balances: Mapping[Account, Kip], fund: Account) -> Kip:
    """How much of a fund is lent to members, in kip."""
    return balances.get(loans_of(fund), 0)


def free_now(balances: Mapping[Account, Kip], fund: Account) -> Kip:
    """What stands in a fund and is not lent out, in kip."""
    return balances.get(fund, 0) - lent_from(balances, fund)


def free_of(facts: DayFacts, fund: Account) -> Kip:
    """What a fund can give on the day so that no later day falls below zero, in kip."""
    return free_now(facts.balances, fund) - facts.fund_slack.get(fund, 0)


def check_fund(facts: DayFacts, fund: Account, kip: Kip) -> None:
    """Refuse to take more (kip) out of a fund than it can give: FundLentOut."""
    if kip > free_of(facts, fund):
        raise FundLentOut(
            fund=fund,
            balance=facts.balances.get(fund, 0),
            lent=lent_from(facts.balances, fund),
            given=kip,
        )
