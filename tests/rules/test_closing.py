"""The plan of a closing: refused while the year is not ready, and complete when it is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    CARRIED_FORWARD,
    CASH,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    LOAN_INTEREST,
    YEAR_RESULT,
    Account,
    Family,
    family,
)
from ledger.rules.allocation import FundTooSmall, ProfitTooSmall
from ledger.rules.allocation_check import AllocationNotWhole
from ledger.rules.balances import balances
from ledger.rules.closing import (
    CHUNK,
    EarlierYearOpen,
    InterestNotCredited,
    UnsignedMeetings,
    YearAlreadyClosed,
    YearNotOver,
    plan_close,
    preview_close,
)
from ledger.rules.closing_values import ClosingPlan, InterestDue, YearFacts
from ledger.rules.days import Month
from ledger.rules.kip import KIP_MAX, Kip, Rounding
from ledger.rules.rulebook import Base, Destination, LineKind
from ledger.rules.transfers import Kind
from tests.rules.years import (
    COSTS,
    DISTRICT,
    RESERVE,
    WELFARE,
    YEAR,
    facts,
    line,
    percent,
    rules,
    saver,
)

LAST = date(2025, 12, 31)
SHARED = rules(
    percent(Destination.DIVIDEND, 6_000),
    percent(Destination.REFUND, 500),
    percent(Destination.COMMITTEE, 1_000),
    percent(Destination.ADVISERS, 200),
    percent(Destination.FUND, 1_000, account=WELFARE),
    percent(Destination.NETWORK, 300),
    line(LineKind.REST, Destination.CARRY_FORWARD),
    unit=100,
)
MEMBERS = (saver(1, 100_000, interest_paid=900), saver(2, 50_000, interest_paid=100), saver(3, 0))


def moved(plan: ClosingPlan) -> dict[Account, Kip]:
    return dict(balances(t for e in plan.entries for t in e.transfers))


def ready(**changes: Any) -> YearFacts:
    return replace(facts(SHARED, earned=100_050, members=MEMBERS), **changes)


# --- not yet ------------------------------------------------------------------------------


def test_meetings_in_pencil_are_named_with_their_days() -> None:
    days = (date(2025, 11, 5), date(2025, 12, 5))
    with pytest.raises(UnsignedMeetings) as refused:
        plan_close(ready(unsigned=days, already_closed=True))
    assert refused.value.days == days


def test_a_closed_year_stays_closed() -> None:
    with pytest.raises(YearAlreadyClosed) as refused:
        plan_close(ready(already_closed=True, earlier_open=2024))
    assert refused.value.year == 2025


def test_the_earlier_year_is_closed_first() -> None:
    with pytest.raises(EarlierYearOpen) as refused:
        plan_close(ready(earlier_open=2024, today=LAST))
    assert (refused.value.year, refused.value.earlier) == (2025, 2024)


def test_a_year_is_closed_from_the_day_after_its_last() -> None:
    with pytest.raises(YearNotOver) as refused:
        plan_close(ready(today=LAST))
    assert (refused.value.year, refused.value.last, refused.value.today) == (2025, LAST, LAST)
    assert plan_close(ready(today=date(2026, 1, 1))).profit == 100_050


@given(first=st.integers(1, 12), more=st.integers(0, 11), kip=st.integers(1, KIP_MAX))
def test_interest_that_would_be_lost_keeps_a_year_open(first: int, more: int, kip: Kip) -> None:
    months = Month(2025, first), Month(2025, min(12, first + more))
    due = InterestDue(*months, members=3, kip=kip)
    with pytest.raises(InterestNotCredited) as refused:
        plan_close(ready(interest_due=due))
    found = refused.value
    assert (found.year, found.first, found.last) == (2025, *months)
    assert (found.members, found.kip) == (3, kip)
    # It may be looked at all the same, and a year that runs is not over, whatever is due.
    assert preview_close(ready(interest_due=due), SHARED).profit == 100_050
    with pytest.raises(YearNotOver):
        plan_close(ready(interest_due=due, today=LAST))


def test_rules_that_share_out_148_percent_are_refused_but_may_be_looked_at() -> None:
    parts = (7_000, 1_500, 1_000, 3_000, 2_300)
    greedy = rules(*(percent(Destination.FUND, part) for part in parts))
    with pytest.raises(AllocationNotWhole) as refused:
        plan_close(facts(greedy, earned=1_000))
    assert (refused.value.total, refused.value.difference) == (14_800, 4_800)
    with pytest.raises(ProfitTooSmall):
        preview_close(facts(greedy, earned=1_000), greedy)
    modest = rules(*(percent(Destination.FUND, part) for part in parts[:3]))
    assert preview_close(facts(modest, earned=1_000), modest).odd == 50


# --- the plan and its entries -------------------------------------------------------------


def test_the_plan_says_what_the_year_earned_and_who_gets_what() -> None:
    plan = plan_close(ready())
    assert (plan.year, plan.profit) == (YEAR, 100_050)
    assert (plan.income, plan.expenses) == ({LOAN_INTEREST: 100_051}, {COSTS: 1})
    assert [s.kip for s in plan.lines] == [60_030, 5_002, 10_005, 2_001, 10_005, 3_001, 10_006]
    assert [(s.dividend, s.refund) for s in plan.shares] == [(40_000, 4_500), (20_000, 500), (0, 0)]
    # Rounding left 30, 2, 105 and 1 kip of the four pools that go to persons.
    assert (plan.odd, plan.remainder_fund) == (138, RESERVE)


def test_the_entries_bring_every_kip_to_its_place_and_the_years_accounts_to_nothing() -> None:
    plan = plan_close(ready())
    assert moved(plan) == {
        DIVIDENDS_PAYABLE: 65_000,
        COMMITTEE_PAYABLE: 9_900,
        ADVISERS_PAYABLE: 2_000,
        DISTRICT: 3_001,
        RESERVE: 138,
        WELFARE: 10_005,
        CARRIED_FORWARD: 10_006,
        YEAR_RESULT: 0,
        LOAN_INTEREST: -100_051,
        COSTS: -1,
    }


def test_the_entries_stand_in_their_order_on_the_last_day() -> None:
    entries = plan_close(ready()).entries
    assert {e.day for e in entries} == {LAST}
    kinds = [[t.kind for t in e.transfers] for e in entries]
    assert kinds[0] == [Kind.CLOSING] * 2
    assert kinds[1] == [Kind.ALLOCATION] * 6
    assert kinds[2] == [Kind.DIVIDEND, Kind.REFUND] * 2
    assert [t.member for t in entries[2].transfers] == [1, 1, 2, 2]


def test_dividends_stand_in_entries_of_five_hundred() -> None:
    many = [saver(k, 1_000) for k in range(1, CHUNK + 2)]
    plan = plan_close(
        facts(rules(percent(Destination.DIVIDEND, 10_000)), earned=10**6, members=many)
    )
    assert [len(e.transfers) for e in plan.entries] == [2, 1, CHUNK, 1]


def test_a_year_in_which_nothing_happened_writes_nothing() -> None:
    empty = replace(ready(), balances={CASH: 0})
    plan = plan_close(empty)
    assert (plan.profit, plan.entries, plan.odd) == (0, (), 0)


def test_a_loss_takes_from_the_fund_and_nobody_is_owed_a_dividend() -> None:
    losing = rules(percent(Destination.DIVIDEND, 10_000), loss_fund=WELFARE)
    year = facts(losing, earned=-501, members=MEMBERS, accounts={WELFARE: 600, COSTS: 501})
    plan = plan_close(replace(year, balances={**year.balances, LOAN_INTEREST: 0}))
    assert (plan.profit, plan.odd, plan.remainder_fund) == (-501, -501, WELFARE)
    assert moved(plan) == {WELFARE: -501, YEAR_RESULT: 0, COSTS: -501}


def test_a_loss_carried_forward_stands_below_zero_until_better_years() -> None:
    year = facts(rules(), earned=0, accounts={LOAN_INTEREST: 0, COSTS: 70})
    plan = plan_close(year)
    assert (plan.odd, plan.remainder_fund) == (-70, None)
    assert moved(plan)[CARRIED_FORWARD] == -70


def test_income_taken_back_beyond_what_came_in_is_closed_the_other_way_round() -> None:
    year = facts(rules(), earned=0, accounts={LOAN_INTEREST: -40, COSTS: -90})
    plan = plan_close(year)
    assert plan.profit == 50
    assert moved(plan) == {RESERVE: 50, YEAR_RESULT: 0, LOAN_INTEREST: 40, COSTS: 90}


def test_a_sum_beyond_one_transfer_is_written_in_pieces() -> None:
    plan = plan_close(facts(rules(), earned=2 * KIP_MAX + 5))
    pieces = [t.kip for t in plan.entries[1].transfers]
    assert pieces == [KIP_MAX, KIP_MAX, 5]


def test_nearest_rounding_is_paid_by_the_fund_and_refused_when_it_cannot() -> None:
    nearest = rules(percent(Destination.DIVIDEND, 10_000), unit=100, rounding=Rounding.NEAREST)
    trio = [saver(k, 100) for k in (1, 2, 3)]
    plan = plan_close(facts(nearest, earned=180, members=trio, accounts={RESERVE: 120}))
    assert (plan.odd, moved(plan)[RESERVE], moved(plan)[DIVIDENDS_PAYABLE]) == (-120, -120, 300)
    with pytest.raises(FundTooSmall):
        plan_close(facts(nearest, earned=180, members=trio))


def test_looking_ahead_needs_no_finished_year() -> None:
    unready = ready(unsigned=(LAST,), already_closed=True, earlier_open=2020, today=LAST)
    assert preview_close(unready, SHARED) == plan_close(ready())


def test_the_same_facts_give_the_same_plan() -> None:
    assert plan_close(ready()) == plan_close(ready())


@given(
    st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 10**7)), max_size=10),
    st.integers(-(10**6), 10**12),
    st.sampled_from(Rounding),
    st.sampled_from(Base),
)
def test_after_closing_the_book_still_balances(
    people: list[tuple[int, int]], earned: Kip, rounding: Rounding, base: Base
) -> None:
    shared = rules(
        percent(Destination.FUND, 1_000),
        percent(Destination.DIVIDEND, 8_000, base=base),
        line(LineKind.REST, Destination.REFUND),
        unit=500,
        rounding=rounding,
    )
    members = [saver(k, kip, interest_paid=paid) for k, (kip, paid) in enumerate(people, start=1)]
    year = facts(shared, earned=earned, members=members, accounts={RESERVE: 10**6})
    change = moved(plan_close(year))
    for account, kip in year.balances.items():
        if family(account) in {Family.INCOME, Family.EXPENSE}:
            assert change.get(account, 0) == -kip
    assert change.get(YEAR_RESULT, 0) == 0
    kept = sum(kip for a, kip in change.items() if family(a) in {Family.LIABILITY, Family.EQUITY})
    assert kept == earned
