"""Checks that the sharing-out of the profit can be carried out: whole, to known places, to the kip.

A published calculator once shared out 148 % of a village fund's profit (70, 15, 10, 30 and 23);
such rules are refused when they are entered, and not when the members wait for their money.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.kip import WHOLE, BasisPoints
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import (
    AllocationLine,
    Base,
    Destination,
    LineKind,
    Rulebook,
)


@dataclass
class AllocationNotWhole(Refusal):
    """The lines do not share out exactly 100.00 %; `total` and `difference` in basis points.

    The difference is above zero where too much is shared out, below zero where some is left.
    """

    total: BasisPoints
    difference: BasisPoints


@dataclass
class LineNeedsRest(Refusal):
    """A line of fixed kip or of a rate leaves an unknown rest; some line must take the rest."""

    line: str


@dataclass
class LineMisfit(Refusal):
    """A dividend rate can only go to savers, a refund rate only to borrowers."""

    line: str
    kind: LineKind
    to: Destination


@dataclass
class AccountUnknown(Refusal):
    """The rules name an account that the group does not have; `needed` is the kind it must be."""

    place: str
    account: Account
    needed: Named


@dataclass
class RuleMissing(Refusal):
    """The rules cannot work without something that was left open; `place` says where."""

    place: str


@dataclass
class RuleDoubled(Refusal):
    """Two things in the rules bear one key, number or code."""

    place: str
    key: str


_TO_PERSONS = frozenset(
    {Destination.DIVIDEND, Destination.REFUND, Destination.COMMITTEE, Destination.ADVISERS}
)
_RATE_GOES_TO = {
    LineKind.DIVIDEND_RATE: Destination.DIVIDEND,
    LineKind.REFUND_RATE: Destination.REFUND,
}
_NEEDS_ACCOUNT = {Destination.FUND: Named.FUND, Destination.NETWORK: Named.NETWORK}


def check_allocation(rulebook: Rulebook) -> None:
    """Silence, or the first thing that is impossible in how the rules share a profit out.

    Raises AllocationNotWhole, LineNeedsRest, LineMisfit, AccountUnknown, RuleMissing and
    RuleDoubled. No lines at all are allowed: then the whole profit goes where the odd kip goes.
    """
    rules = rulebook.profit
    for index, line in enumerate(rules.lines):
        _check_line(rulebook, line, place=f"profit.lines[{index}]")
    check_whole(rules.lines)
    check_account(rulebook, rules.remainder_fund, Named.FUND, place="profit.remainder_fund")
    check_account(rulebook, rules.loss_fund, Named.FUND, place="profit.loss_fund")
    if rules.remainder_fund is None and any(line.to in _TO_PERSONS for line in rules.lines):
        raise RuleMissing(place="profit.remainder_fund")


def check_account(
    rulebook: Rulebook, account: Account | None, needed: Named, *, place: str
) -> None:
    """AccountUnknown unless the account is empty, or one of the group's own of the kind needed."""
    if account is None:
        return
    named = rulebook.named(account)
    if named_kind(account) is not needed or named is None or named.closed is not None:
        raise AccountUnknown(place=place, account=account, needed=needed)


def _check_line(rulebook: Rulebook, line: AllocationLine, *, place: str) -> None:
    if _RATE_GOES_TO.get(line.kind, line.to) is not line.to:
        raise LineMisfit(line=line.name, kind=line.kind, to=line.to)
    needed = _NEEDS_ACCOUNT.get(line.to)
    if needed is None:
        return
    if line.account is None:
        raise RuleMissing(place=f"{place}.account")
    check_account(rulebook, line.account, needed, place=f"{place}.account")


def check_whole(lines: tuple[AllocationLine, ...]) -> None:
    """Silence where the lines share out exactly the whole profit, or where there are none.

    Raises AllocationNotWhole, LineNeedsRest, and RuleDoubled for a second line that takes the rest.
    """
    rests = sum(line.kind is LineKind.REST for line in lines)
    if rests > 1:
        raise RuleDoubled(place="profit.lines", key=LineKind.REST.value)
    for line in lines:
        if not rests and line.kind is not LineKind.PERCENT:
            raise LineNeedsRest(line=line.name)
    whole = percent_of(lines)
    if whole > 1 or (lines and not rests and whole < 1):
        # Rounded away from the hundred, so that a hair too much is never told as no difference.
        total = ceil(whole * WHOLE) if whole > 1 else floor(whole * WHOLE)
        raise AllocationNotWhole(total=total, difference=total - WHOLE)


def percent_of(lines: Iterable[AllocationLine]) -> Fraction:
    """What part of the profit the lines of percents take together, exactly: 1 is all of it."""
    taken = Fraction(0)
    for line in lines:
        if line.kind is LineKind.PERCENT:
            left = 1 - taken if line.base is Base.REMAINING else Fraction(1)
            taken += left * Fraction(line.amount, WHOLE)
    return taken
