"""The welfare fund's own cash line: the group's loans, costs and dividends never eat it.

Where the rules keep it apart, what the fund holds lies in the cash box beside the group's money,
less what was carried to the fund's own bank account or is lent out of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import CASH, Account, loans_of
from ledger.rules.balances import balances
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import free_now
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Sheet
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import Entry, Transfer
from ledger.rules.welfare_rules import WelfareRules


@dataclass
class WelfareCashApart(Refusal):
    """What is left in the box is the welfare fund's (kip), and this is not for it."""

    day: date
    free: Kip
    wanted: Kip


@dataclass
class WelfareNotCounted(Refusal):
    """How much of the counted box is the welfare fund's has not been said."""


@dataclass
class WelfareCountDiffers(Refusal):
    """The welfare fund's part of the box is not what the book expects (kip), and no reason."""

    counted: Kip
    expected: Kip


def check_welfare_count(sheet: Sheet, facts: DayFacts, entries: Iterable[Entry]) -> None:
    """Refuse to sign before the welfare fund's part of the box agrees, where it lies apart.

    `entries` are what the sheet becomes. Raises WelfareNotCounted or WelfareCountDiffers.
    """
    rules = facts.rulebook.welfare
    if not rules.apart:
        return
    if sheet.welfare_counted is None:
        raise WelfareNotCounted
    expected = welfare_cash(rules, balances_with(facts, entries))
    if sheet.welfare_counted != expected and not sheet.difference_reason.strip():
        raise WelfareCountDiffers(counted=sheet.welfare_counted, expected=expected)


def balances_with(facts: DayFacts, entries: Iterable[Entry]) -> Mapping[Account, Kip]:
    """What every account holds once the entries are written, in kip."""
    after = Counter(facts.balances)
    after.update(balances(t for entry in entries for t in entry.transfers))
    return after


def welfare_cash(rules: WelfareRules, balances: Mapping[Account, Kip]) -> Kip:
    """How much of the cash box is the welfare fund's, in kip; nothing where it is not apart."""
    return max(_held(rules, balances), 0) if rules.apart else 0


def _held(rules: WelfareRules, balances: Mapping[Account, Kip]) -> Kip:
    """What of the fund is neither lent nor in its bank, which may hold more than that, in kip."""
    if rules.fund is None:
        return 0
    banked = 0 if rules.bank is None else balances.get(rules.bank, 0)
    return free_now(balances, rules.fund) - banked


def free_cash(facts: DayFacts) -> Kip:
    """What the group may pay out on the day, in kip: the box without the welfare fund's money.

    It is the lowest on the day and on every later day already written.
    """
    free = facts.welfare.free_low
    return facts.cash_low if free is None else min(facts.cash_low, free)


def check_apart(facts: DayFacts, transfers: Iterable[Transfer]) -> None:
    """Refuse what, taken as a whole, would leave less in the box than the welfare fund's money.

    Raises WelfareCashApart. What leaves no cash, or the fund's own cash, passes.
    """
    free = facts.welfare.free_low
    moved = Counter(balances(transfers))
    out = -moved[CASH]
    if free is None or out <= 0:
        return
    rules = facts.rulebook.welfare
    after = Counter(facts.balances)
    after.update(moved)
    its = welfare_cash(rules, facts.balances) - welfare_cash(rules, after)
    if free - out + its < min(free, 0):
        raise WelfareCashApart(day=facts.day, free=max(free, 0), wanted=out)


class FreeCash:
    """The group's own part of the box while the lines of one day are gone through.

    What moves between the box and the fund, or its bank, leaves that part as it is.
    """

    def __init__(self, facts: DayFacts, free: Kip) -> None:
        rules = facts.rulebook.welfare
        self._day = facts.day
        lent = None if rules.fund is None else loans_of(rules.fund)
        self._its = frozenset({rules.fund, rules.bank, lent} - {None})
        self._held = _held(rules, facts.balances)
        self.free = free

    def take(self, transfer: Transfer) -> None:
        """Move one transfer; WelfareCashApart where it would eat what is the welfare fund's."""
        kip, out = transfer.kip, transfer.credit == CASH
        cash = kip * (transfer.debit == CASH) - kip * out
        held = self._held + kip * (transfer.credit in self._its)
        held -= kip * (transfer.debit in self._its)
        free = self.free + cash - max(held, 0) + max(self._held, 0)
        if out and free < min(self.free, 0):
            raise WelfareCashApart(day=self._day, free=max(self.free, 0), wanted=kip)
        self._held, self.free = held, free
