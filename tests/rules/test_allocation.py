"""Every kip of a profit has its place: the lines in their order, the odd rest in its fund."""

from collections.abc import Sequence

import pytest

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    CARRIED_FORWARD,
    COMMITTEE_PAYABLE,
    Account,
)
from ledger.rules.allocation import (
    Allocation,
    FundTooSmall,
    ProfitTooSmall,
    account_of,
    allocate,
)
from ledger.rules.allocation_check import RuleMissing
from ledger.rules.closing_values import MemberYear
from ledger.rules.kip import Kip, Rounding
from ledger.rules.rulebook import (
    Base,
    Destination,
    DividendBasis,
    LineKind,
    LossRule,
    PoolSplit,
    ProfitRules,
)
from tests.rules.years import (
    DISTRICT,
    OFFICERS,
    RESERVE,
    WELFARE,
    facts,
    line,
    percent,
    rules,
    saver,
)

TRIO = (saver(1, 100), saver(2, 100), saver(3, 100))


def share(
    profit: Kip,
    profit_rules: ProfitRules,
    members: Sequence[MemberYear] = TRIO,
    accounts: dict[Account, Kip] | None = None,
) -> Allocation:
    year = facts(profit_rules, earned=profit, members=members, accounts=accounts)
    return allocate(profit, year, profit_rules)


def sizes(allocation: Allocation) -> list[Kip]:
    return [line.kip for line in allocation.lines]


def dividends(allocation: Allocation) -> list[Kip]:
    return [s.dividend for s in allocation.shares]


# --- the lines in their order -------------------------------------------------------------


def test_the_village_fund_shares_out_70_15_10_3_and_2() -> None:
    to = (Destination.DIVIDEND, Destination.COMMITTEE, Destination.FUND, Destination.NETWORK)
    parts = zip((*to, Destination.FUND), (7_000, 1_500, 1_000, 300, 200), strict=True)
    result = share(1_000_000, rules(*(percent(where, amount) for where, amount in parts)))
    assert sizes(result) == [700_000, 150_000, 100_000, 30_000, 20_000]


def test_a_percent_of_what_remains_is_taken_after_the_lines_before_it() -> None:
    result = share(
        1_000,
        rules(
            line(LineKind.FIXED, Destination.FUND, 200),
            percent(Destination.FUND, 5_000, base=Base.REMAINING),
            percent(Destination.FUND, 1_000),
            line(LineKind.REST, Destination.DIVIDEND),
        ),
    )
    assert sizes(result) == [200, 400, 100, 300]


def test_the_rest_is_what_all_other_lines_leave_wherever_it_stands() -> None:
    result = share(
        1_000, rules(line(LineKind.REST, Destination.DIVIDEND), percent(Destination.FUND, 1_000))
    )
    assert sizes(result) == [900, 100]


def test_a_rate_on_savings_and_a_rate_on_interest_paid_come_before_the_rest() -> None:
    members = (saver(1, 1_000, interest_paid=300), saver(2, 500))
    result = share(
        1_000,
        rules(
            line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, 1_000),
            line(LineKind.REFUND_RATE, Destination.REFUND, 2_000),
            line(LineKind.REST, Destination.FUND),
            basis=DividendBasis.CLOSING,
        ),
        members,
    )
    assert sizes(result) == [150, 60, 790]
    assert [(s.dividend, s.refund) for s in result.shares] == [(100, 60), (50, 0)]


def test_a_line_that_the_profit_does_not_carry_is_refused_with_what_is_missing() -> None:
    with pytest.raises(ProfitTooSmall) as refused:
        share(
            1_000,
            rules(
                percent(Destination.FUND, 4_000),
                line(LineKind.FIXED, Destination.NETWORK, 700),
                line(LineKind.REST, Destination.DIVIDEND),
            ),
        )
    assert (refused.value.line, refused.value.needed, refused.value.available) == (
        "network",
        700,
        600,
    )


def test_what_no_line_claims_goes_to_the_remainder_fund() -> None:
    result = share(1_001, rules(percent(Destination.FUND, 5_000), percent(Destination.FUND, 5_000)))
    assert (sizes(result), result.odd, result.remainder_fund) == ([500, 500], 1, RESERVE)


def test_the_smallest_profit_is_shared_as_any_other() -> None:
    result = share(1, rules(percent(Destination.FUND, 10_000)))
    assert (sizes(result), result.odd) == ([1], 0)


def test_no_lines_at_all_leave_the_whole_profit_odd() -> None:
    result = share(777, rules())
    assert (result.lines, result.odd, dividends(result)) == ((), 777, [0, 0, 0])


# --- members ------------------------------------------------------------------------------


def test_three_equal_savers_get_33_000_each_of_100_000_and_1_000_is_left_over() -> None:
    result = share(100_000, rules(percent(Destination.DIVIDEND, 10_000), unit=1_000))
    assert dividends(result) == [33_000, 33_000, 33_000]
    assert (result.lines[0].handed_out, result.lines[0].odd, result.odd) == (99_000, 1_000, 1_000)
    assert result.lines[0].reached == 99_000


def test_a_refund_pool_goes_by_the_interest_paid_and_never_by_less_than_none() -> None:
    members = (saver(1, 0, interest_paid=300), saver(2, 900, interest_paid=-5), saver(3, 0))
    result = share(1_000, rules(percent(Destination.REFUND, 10_000)), members)
    assert [s.refund for s in result.shares] == [1_000, 0, 0]


def test_two_dividend_lines_add_up_for_each_member() -> None:
    result = share(
        600, rules(percent(Destination.DIVIDEND, 5_000), line(LineKind.REST, Destination.DIVIDEND))
    )
    assert dividends(result) == [200, 200, 200]


def test_who_is_overdue_gets_neither_dividend_nor_refund_where_the_rules_say_so() -> None:
    members = (saver(1, 100, interest_paid=50, overdue=1), saver(2, 100, interest_paid=50))
    lines = (percent(Destination.DIVIDEND, 5_000), percent(Destination.REFUND, 5_000))
    result = share(1_000, rules(*lines, exclude_defaulters=True), members)
    late, good = result.shares
    assert (late.weight, late.dividend, late.refund, late.excluded) == (0, 0, 0, True)
    assert (good.dividend, good.refund, good.excluded) == (500, 500, False)


def test_where_nobody_has_saved_the_whole_pool_is_left_over() -> None:
    result = share(1_000, rules(percent(Destination.DIVIDEND, 10_000)), (saver(1, 0),))
    assert (result.lines[0].handed_out, result.odd) == (0, 1_000)


# --- committee and advisers ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("split", "kip"),
    [
        (PoolSplit.EQUAL, [200, 200, 200]),
        (PoolSplit.WEIGHT, [300, 200, 100]),
        (PoolSplit.ATTENDANCE, [300, 250, 50]),
    ],
)
def test_the_committees_pool_is_split_as_the_rules_say(split: PoolSplit, kip: list[Kip]) -> None:
    result = share(600, rules(percent(Destination.COMMITTEE, 10_000, split=split)))
    (pool,) = result.lines
    assert [p.kip for p in pool.persons] == kip
    assert [p.officer for p in pool.persons] == [o.officer for o in OFFICERS[:3]]


def test_advisers_have_a_pool_of_their_own() -> None:
    result = share(600, rules(percent(Destination.ADVISERS, 10_000)))
    assert [(p.officer.id, p.kip) for p in result.lines[0].persons] == [(4, 600)]


def test_a_pool_for_nobody_is_left_over() -> None:
    profit_rules = rules(percent(Destination.COMMITTEE, 10_000))
    year = facts(profit_rules, earned=600, officers=())
    assert allocate(600, year, profit_rules).odd == 600


# --- losses, and rounding that hands out too much -----------------------------------------


def test_a_loss_is_borne_by_the_fund_that_the_rules_name() -> None:
    result = share(-500, rules(loss_fund=WELFARE), accounts={WELFARE: 500})
    assert (result.lines, result.odd, result.remainder_fund) == ((), -500, WELFARE)
    assert dividends(result) == [0, 0, 0]


def test_a_loss_that_the_fund_cannot_bear_is_refused_with_both_sums() -> None:
    with pytest.raises(FundTooSmall) as refused:
        share(-500, rules(loss_fund=WELFARE), accounts={WELFARE: 499})
    assert vars(refused.value) == {"fund": WELFARE, "needed": 500, "available": 499}


@pytest.mark.parametrize(
    "profit_rules",
    [rules(loss=LossRule.CARRY_FORWARD, loss_fund=WELFARE), rules(loss_fund=None)],
    ids=["as the rules say", "no fund named"],
)
def test_a_loss_may_be_carried_forward(profit_rules: ProfitRules) -> None:
    result = share(-500, profit_rules)
    assert (result.odd, result.remainder_fund) == (-500, None)


def test_a_year_without_profit_or_loss_shares_nothing() -> None:
    result = share(0, rules(percent(Destination.DIVIDEND, 10_000)))
    assert (result.lines, result.odd) == ((), 0)


NEAREST = rules(percent(Destination.DIVIDEND, 10_000), unit=100, rounding=Rounding.NEAREST)


def test_rounding_to_the_nearest_may_hand_out_more_than_the_pool_and_the_fund_pays() -> None:
    result = share(180, NEAREST, accounts={RESERVE: 120})
    assert (dividends(result), result.odd) == ([100, 100, 100], -120)


def test_what_the_fund_cannot_pay_is_refused() -> None:
    with pytest.raises(FundTooSmall) as refused:
        share(180, NEAREST, accounts={RESERVE: 119})
    assert (refused.value.needed, refused.value.available) == (120, 119)


def test_a_fund_that_does_not_exist_yet_pays_nothing() -> None:
    with pytest.raises(FundTooSmall) as refused:
        share(180, NEAREST)
    assert (refused.value.needed, refused.value.available) == (120, 0)
    with pytest.raises(FundTooSmall) as refused:
        share(-1, rules(loss_fund=WELFARE))
    assert (refused.value.needed, refused.value.available) == (1, 0)


def test_where_rounding_leaves_nothing_an_old_loss_does_not_matter() -> None:
    whole = rules(percent(Destination.DIVIDEND, 10_000), remainder_fund=None)
    result = share(300, whole, accounts={CARRIED_FORWARD: -200})
    assert (dividends(result), result.odd) == ([100, 100, 100], 0)


def test_the_fund_may_pay_out_of_what_it_has_just_been_given() -> None:
    lines = (percent(Destination.FUND, 4_000), percent(Destination.DIVIDEND, 6_000))
    nearest = rules(*lines, unit=100, rounding=Rounding.NEAREST)
    result = share(300, nearest)
    assert (dividends(result), result.odd) == ([100, 100, 100], -120)


def test_without_a_fund_for_it_the_carried_result_pays() -> None:
    nearest = rules(
        percent(Destination.CARRY_FORWARD, 4_000),
        percent(Destination.DIVIDEND, 6_000),
        unit=100,
        rounding=Rounding.NEAREST,
        remainder_fund=None,
    )
    assert share(300, nearest).odd == -120
    with pytest.raises(FundTooSmall) as refused:
        share(200, nearest, (saver(1, 100), saver(2, 100)), {CARRIED_FORWARD: -200})
    assert (refused.value.fund, refused.value.available) == (CARRIED_FORWARD, -120)


# --- places -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "account"),
    [
        (Destination.FUND, RESERVE),
        (Destination.NETWORK, DISTRICT),
        (Destination.COMMITTEE, COMMITTEE_PAYABLE),
        (Destination.ADVISERS, ADVISERS_PAYABLE),
        (Destination.CARRY_FORWARD, CARRIED_FORWARD),
        (Destination.DIVIDEND, None),
        (Destination.REFUND, None),
    ],
)
def test_each_line_goes_to_its_account(to: Destination, account: Account | None) -> None:
    assert account_of(percent(to, 1)) == account


def test_a_line_to_no_fund_in_particular_is_refused() -> None:
    with pytest.raises(RuleMissing):
        account_of(percent(Destination.FUND, 1, account=None))
