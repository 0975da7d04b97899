"""A sharing-out that cannot be carried out is refused when it is entered."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, Account, Named, named_account
from ledger.rules.allocation_check import (
    AccountUnknown,
    AllocationNotWhole,
    LineMisfit,
    LineNeedsRest,
    RuleDoubled,
    RuleMissing,
)
from ledger.rules.kip import WHOLE
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import (
    AllocationLine,
    Base,
    Destination,
    LineKind,
    Rulebook,
)
from ledger.rules.rulebook_check import (
    check_rulebook,
)
from tests.rules.years import COSTS, DISTRICT, RESERVE, line, percent, rulebook, rules

GOOD = rulebook(rules())


def refusal(book: Rulebook) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_rulebook(book)
    return refused.value


def sharing(*lines: AllocationLine, **more: Any) -> Rulebook:
    return replace(GOOD, profit=rules(*lines, **more))


# --- the percents -------------------------------------------------------------------------


def of_the_village_fund(*last: int) -> Rulebook:
    parts = (7_000, 1_500, 1_000, *last)
    return sharing(*(percent(Destination.FUND, part) for part in parts))


def test_the_calculator_that_shared_out_148_percent_is_refused() -> None:
    assert refusal(of_the_village_fund(3_000, 2_300)) == AllocationNotWhole(14_800, 4_800)


def test_the_same_fund_with_three_and_two_percent_is_accepted() -> None:
    check_rulebook(of_the_village_fund(300, 200))


def test_a_share_that_was_forgotten_is_refused_with_what_is_missing() -> None:
    assert refusal(of_the_village_fund(300)) == AllocationNotWhole(9_800, -200)


def test_percents_of_what_remains_are_counted_exactly() -> None:
    third = percent(Destination.FUND, 3_333, base=Base.REMAINING)
    check_rulebook(sharing(third, third, percent(Destination.FUND, WHOLE, base=Base.REMAINING)))
    # Nearly all of what remains, three times over: never quite a whole, by however little.
    assert refusal(sharing(*[percent(Destination.FUND, 9_999, base=Base.REMAINING)] * 3)) == (
        AllocationNotWhole(9_999, -1)
    )


def test_a_hair_too_much_is_told_as_too_much() -> None:
    hair = percent(Destination.FUND, 5_001)
    half = percent(Destination.FUND, 5_000, base=Base.REMAINING)
    # 50.01 %, then half of 49.99 %, then 25.00 %: 100.005 %.
    found = refusal(sharing(hair, half, percent(Destination.FUND, 2_500)))
    assert found == AllocationNotWhole(10_001, 1)


def test_a_line_for_the_rest_may_take_what_the_percents_leave_and_no_more() -> None:
    rest = line(LineKind.REST, Destination.DIVIDEND)
    check_rulebook(sharing(percent(Destination.FUND, 3_000), rest))
    check_rulebook(sharing(percent(Destination.FUND, WHOLE), rest))
    over = sharing(percent(Destination.FUND, 8_000), percent(Destination.FUND, 3_000), rest)
    assert refusal(over) == AllocationNotWhole(11_000, 1_000)


def test_no_lines_at_all_are_no_mistake() -> None:
    check_rulebook(sharing())


@given(st.lists(st.integers(0, WHOLE), min_size=1, max_size=8))
def test_exactly_a_hundred_percent_is_accepted_and_nothing_else(parts: list[int]) -> None:
    book = sharing(*(percent(Destination.FUND, part) for part in parts))
    if sum(parts) == WHOLE:
        check_rulebook(book)
    else:
        assert refusal(book) == AllocationNotWhole(sum(parts), sum(parts) - WHOLE)


# --- the other sides of the sharing-out ---------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        (LineKind.FIXED, Destination.FUND),
        (LineKind.DIVIDEND_RATE, Destination.DIVIDEND),
        (LineKind.REFUND_RATE, Destination.REFUND),
    ],
)
def test_a_line_of_unknown_size_needs_a_line_for_the_rest(kind: LineKind, to: Destination) -> None:
    book = sharing(line(kind, to, 500), percent(Destination.FUND, WHOLE))
    assert refusal(book) == LineNeedsRest(line=to.value)
    check_rulebook(sharing(line(kind, to, 500), line(LineKind.REST, Destination.FUND)))


def test_two_lines_cannot_both_take_the_rest() -> None:
    rest = line(LineKind.REST, Destination.FUND)
    assert refusal(sharing(rest, rest)) == RuleDoubled("profit.lines", "rest")


@pytest.mark.parametrize("kind", [LineKind.DIVIDEND_RATE, LineKind.REFUND_RATE])
def test_a_rate_cannot_go_to_a_fund(kind: LineKind) -> None:
    book = sharing(line(kind, Destination.FUND, 500), line(LineKind.REST, Destination.FUND))
    assert refusal(book) == LineMisfit(line="fund", kind=kind, to=Destination.FUND)


UNKNOWN = named_account(Named.FUND, 99)


@pytest.mark.parametrize("account", [UNKNOWN, DISTRICT, CASH])
def test_a_line_goes_to_a_fund_that_the_group_has(account: Account) -> None:
    found = refusal(sharing(percent(Destination.FUND, WHOLE, account=account)))
    assert found == AccountUnknown("profit.lines[0].account", account, Named.FUND)


def test_a_contribution_goes_to_a_network_body_and_not_to_a_fund() -> None:
    found = refusal(sharing(percent(Destination.NETWORK, WHOLE, account=RESERVE)))
    assert found == AccountUnknown("profit.lines[0].account", RESERVE, Named.NETWORK)


def test_a_line_to_a_fund_says_to_which() -> None:
    found = refusal(sharing(percent(Destination.FUND, WHOLE, account=None)))
    assert found == RuleMissing("profit.lines[0].account")


@pytest.mark.parametrize("to", [d for d in Destination if d not in {Destination.FUND}])
def test_what_rounding_leaves_of_a_line_to_persons_needs_a_fund(to: Destination) -> None:
    book = sharing(percent(to, WHOLE), remainder_fund=None)
    if to in {Destination.NETWORK, Destination.CARRY_FORWARD}:
        check_rulebook(book)
    else:
        assert refusal(book) == RuleMissing("profit.remainder_fund")


@pytest.mark.parametrize("name", ["remainder_fund", "loss_fund"])
def test_the_funds_behind_the_lines_exist(name: str) -> None:
    book = sharing(**{name: COSTS})
    assert refusal(book) == AccountUnknown(f"profit.{name}", COSTS, Named.FUND)
