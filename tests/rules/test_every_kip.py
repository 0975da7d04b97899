"""Whatever the rules and the savings: no kip of a profit is lost, and none is made."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CARRIED_FORWARD,
)
from ledger.rules.allocation import (
    Allocation,
    allocate,
)
from ledger.rules.closing_values import MemberYear
from ledger.rules.kip import Kip, Rounding
from ledger.rules.rulebook import (
    AllocationLine,
    Destination,
    DividendBasis,
    LineKind,
    PoolSplit,
    ProfitRules,
)
from tests.rules.years import (
    RESERVE,
    facts,
    line,
    percent,
    rules,
    saver,
)

RICH = {RESERVE: 10**6, CARRIED_FORWARD: 10**6}


def share(profit: Kip, profit_rules: ProfitRules, members: Sequence[MemberYear]) -> Allocation:
    year = facts(profit_rules, earned=profit, members=members, accounts=RICH)
    return allocate(profit, year, profit_rules)


PEOPLE = st.lists(
    st.tuples(
        st.integers(0, 10**8), st.integers(0, 10**6), st.integers(0, 10**7), st.integers(0, 1)
    ),
    max_size=12,
)


@st.composite
def allocations(draw: st.DrawFn) -> ProfitRules:
    """Rules that can be carried out: percents up to the whole, a rate, and the rest."""
    left = 10_000
    lines: list[AllocationLine] = []
    for to in draw(st.lists(st.sampled_from(Destination), max_size=5)):
        amount = draw(st.integers(0, left))
        left -= amount
        split = draw(st.sampled_from(PoolSplit))
        lines.append(percent(to, amount, split=split))
    if draw(st.booleans()):
        lines.append(line(LineKind.REST, draw(st.sampled_from(Destination))))
    return rules(
        *lines,
        basis=draw(st.sampled_from(DividendBasis)),
        unit=draw(st.sampled_from((1, 100, 500, 1_000))),
        rounding=draw(st.sampled_from(Rounding)),
        exclude_defaulters=draw(st.booleans()),
        remainder_fund=draw(st.sampled_from((RESERVE, None))),
    )


def year_of(people: list[tuple[int, int, int, int]]) -> list[MemberYear]:
    return [
        saver(k, opening, monthly=monthly, interest_paid=paid, overdue=overdue)
        for k, (opening, monthly, paid, overdue) in enumerate(people, start=1)
    ]


@given(allocations(), PEOPLE, st.integers(-(10**6), 10**10))
def test_every_kip_of_the_profit_is_accounted_for(
    profit_rules: ProfitRules, people: list[tuple[int, int, int, int]], profit: Kip
) -> None:
    result = share(profit, profit_rules, year_of(people))
    assert sum(s.reached for s in result.lines) + result.odd == profit
    to_members = [
        s for s in result.lines if s.line.to in {Destination.DIVIDEND, Destination.REFUND}
    ]
    assert sum(s.dividend + s.refund for s in result.shares) == sum(
        s.handed_out for s in to_members
    )
    for s in result.lines:
        if s.line.to in {Destination.COMMITTEE, Destination.ADVISERS}:
            assert sum(p.kip for p in s.persons) == s.handed_out == s.kip - s.odd


@given(allocations(), PEOPLE, st.integers(0, 10**10), st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(
    profit_rules: ProfitRules, people: list[tuple[int, int, int, int]], profit: Kip, chance: Random
) -> None:
    members = year_of(people)
    one = share(profit, profit_rules, members)
    chance.shuffle(members)
    other = share(profit, profit_rules, members)
    assert set(one.shares) == set(other.shares)
    assert one.odd == other.odd
