"""The sharing-out of one year's profit, line by line, until every kip has its place.

The lines are reckoned in their order. A line that the profit cannot carry is refused; what
rounding leaves over, and what no line claims, goes visibly to the fund that the rules name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    CARRIED_FORWARD,
    COMMITTEE_PAYABLE,
    Account,
)
from ledger.rules.allocation_check import RuleMissing
from ledger.rules.closing_values import (
    LineShare,
    MemberShare,
    OfficerYear,
    PersonShare,
    YearFacts,
)
from ledger.rules.dividends import at_rate, left_out, parts_of_a_year, weights_of
from ledger.rules.kip import Kip, Shares, share_of, share_out
from ledger.rules.people import Role
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import (
    AllocationLine,
    Base,
    Destination,
    LineKind,
    LossRule,
    PoolSplit,
    ProfitRules,
)


@dataclass
class ProfitTooSmall(Refusal):
    """A line of the allocation needs more (kip) than the profit has left when its turn comes."""

    line: str
    needed: Kip
    available: Kip


@dataclass
class FundTooSmall(Refusal):
    """A loss, or what rounding handed out too much, is more (kip) than the fund holds."""

    fund: Account
    needed: Kip
    available: Kip


@dataclass(frozen=True, slots=True)
class Allocation:
    """How a profit is shared; `odd` and `remainder_fund` as in the plan of a closing."""

    lines: tuple[LineShare, ...]
    shares: tuple[MemberShare, ...]
    odd: Kip
    remainder_fund: Account | None


@dataclass(frozen=True, slots=True)
class _Claims:
    """What the members' claims weigh: the dividend by savings, the refund by interest paid."""

    dividend: tuple[int, ...]
    refund: tuple[int, ...]
    parts: int


_RATES = frozenset({LineKind.DIVIDEND_RATE, LineKind.REFUND_RATE})
_TO_MEMBERS = frozenset({Destination.DIVIDEND, Destination.REFUND})
_TO_OFFICERS = frozenset({Destination.COMMITTEE, Destination.ADVISERS})


def allocate(profit: Kip, facts: YearFacts, rules: ProfitRules) -> Allocation:
    """Share out a profit (kip) by the rules, or lay a loss where the rules say.

    Raises ProfitTooSmall for the first line that the profit does not carry, and FundTooSmall
    where a fund cannot bear a loss or what rounding to the nearest unit handed out too much.
    """
    claims = _claims(facts, rules)
    if profit <= 0:
        return _loss(profit, facts, rules, claims)
    sizes = _sizes(profit, rules, claims)
    dividends = [0] * len(facts.members)
    refunds = [0] * len(facts.members)
    lines = []
    for line, kip in zip(rules.lines, sizes, strict=True):
        if line.to in _TO_MEMBERS:
            shares = _to_members(line, kip, rules, claims)
            _add(dividends if line.to is Destination.DIVIDEND else refunds, shares.parts)
            lines.append(_line_to_persons(line, kip, shares))
        elif line.to in _TO_OFFICERS:
            lines.append(_to_officers(line, kip, rules, facts.officers))
        else:
            lines.append(LineShare(line=line, kip=kip))
    odd = profit - sum(line.reached for line in lines)
    _check_odd(odd, lines, facts, rules.remainder_fund)
    shares_of_members = _shares(facts, rules, claims, dividends, refunds)
    return Allocation(tuple(lines), shares_of_members, odd, rules.remainder_fund)


def _claims(facts: YearFacts, rules: ProfitRules) -> _Claims:
    paid = tuple(0 if left_out(m, rules) else max(0, m.interest_paid) for m in facts.members)
    parts = parts_of_a_year(rules.basis, facts.year)
    return _Claims(dividend=weights_of(facts.members, rules), refund=paid, parts=parts)


def _loss(profit: Kip, facts: YearFacts, rules: ProfitRules, claims: _Claims) -> Allocation:
    fund = rules.loss_fund if rules.loss is LossRule.RESERVE else None
    if fund is not None:
        _check_bears(fund, needed=-profit, available=facts.balances.get(fund, 0))
    nothing = [0] * len(facts.members)
    return Allocation((), _shares(facts, rules, claims, nothing, nothing), profit, fund)


# --- how large each line is ---------------------------------------------------------------


def _sizes(profit: Kip, rules: ProfitRules, claims: _Claims) -> tuple[Kip, ...]:
    """What each line takes, in kip; the line of the rest takes what all others have left."""
    left = profit
    sizes: list[Kip | None] = []
    for line in rules.lines:
        if line.kind is LineKind.REST:
            sizes.append(None)
            continue
        needed = _size(line, profit, left, rules, claims)
        if needed > left:
            raise ProfitTooSmall(line=line.name, needed=needed, available=left)
        left -= needed
        sizes.append(needed)
    return tuple(left if size is None else size for size in sizes)


def _size(line: AllocationLine, profit: Kip, left: Kip, rules: ProfitRules, claims: _Claims) -> Kip:
    if line.kind is LineKind.FIXED:
        return line.amount
    if line.kind in _RATES:
        return _rated(line, rules, claims)[0]
    return share_of(left if line.base is Base.REMAINING else profit, line.amount)


def _rated(line: AllocationLine, rules: ProfitRules, claims: _Claims) -> tuple[Kip, Shares]:
    if line.kind is LineKind.REFUND_RATE:
        return at_rate(claims.refund, line.amount, parts=1, rules=rules)
    return at_rate(claims.dividend, line.amount, parts=claims.parts, rules=rules)


# --- who gets what of it ------------------------------------------------------------------


def _to_members(line: AllocationLine, kip: Kip, rules: ProfitRules, claims: _Claims) -> Shares:
    if line.kind in _RATES:
        return _rated(line, rules, claims)[1]
    weights = claims.dividend if line.to is Destination.DIVIDEND else claims.refund
    return share_out(kip, weights, step=rules.unit, rounding=rules.rounding)


def _to_officers(
    line: AllocationLine, kip: Kip, rules: ProfitRules, officers: Sequence[OfficerYear]
) -> LineShare:
    advisers = line.to is Destination.ADVISERS
    pool = [o for o in officers if (o.officer.role is Role.ADVISER) is advisers]
    weights = [_officer_weight(o, line.split) for o in pool]
    shares = share_out(kip, weights, step=rules.unit, rounding=rules.rounding)
    persons = tuple(
        PersonShare(o.officer, part) for o, part in zip(pool, shares.parts, strict=True)
    )
    return _line_to_persons(line, kip, shares, persons)


def _officer_weight(officer: OfficerYear, split: PoolSplit) -> int:
    if split is PoolSplit.WEIGHT:
        return officer.officer.weight
    return officer.attended if split is PoolSplit.ATTENDANCE else 1


def _line_to_persons(
    line: AllocationLine, kip: Kip, shares: Shares, persons: tuple[PersonShare, ...] = ()
) -> LineShare:
    return LineShare(
        line=line, kip=kip, handed_out=kip - shares.odd, odd=shares.odd, persons=persons
    )


def _add(totals: list[Kip], parts: Sequence[Kip]) -> None:
    for index, part in enumerate(parts):
        totals[index] += part


def _shares(
    facts: YearFacts,
    rules: ProfitRules,
    claims: _Claims,
    dividends: Sequence[Kip],
    refunds: Sequence[Kip],
) -> tuple[MemberShare, ...]:
    return tuple(
        MemberShare(m.member.id, weight, dividend, refund, left_out(m, rules))
        for m, weight, dividend, refund in zip(
            facts.members, claims.dividend, dividends, refunds, strict=True
        )
    )


# --- what is left over, or missing --------------------------------------------------------


def _check_odd(
    odd: Kip, lines: Sequence[LineShare], facts: YearFacts, fund: Account | None
) -> None:
    """Rounding to the nearest unit may hand out more than a pool held: then the fund pays it."""
    if odd >= 0:
        return
    account = CARRIED_FORWARD if fund is None else fund
    allocated = sum(s.kip for s in lines if account_of(s.line) == account)
    _check_bears(account, needed=-odd, available=facts.balances.get(account, 0) + allocated)


def _check_bears(fund: Account, *, needed: Kip, available: Kip) -> None:
    if needed > available:
        raise FundTooSmall(fund=fund, needed=needed, available=available)


_PLACES = {
    Destination.COMMITTEE: COMMITTEE_PAYABLE,
    Destination.ADVISERS: ADVISERS_PAYABLE,
    Destination.CARRY_FORWARD: CARRIED_FORWARD,
}


def account_of(line: AllocationLine) -> Account | None:
    """The account that a line goes to; None where each member is owed her own part of it.

    Raises RuleMissing for a line to a fund or a network body that does not say to which.
    """
    if line.to not in {Destination.FUND, Destination.NETWORK}:
        return _PLACES.get(line.to)
    if line.account is None:
        raise RuleMissing(place=line.name)
    return line.account
