"""The annual statement: both sides equal, every fund explained, every member on the list."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CASH,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    LOAN_INTEREST,
    SAVINGS,
    SEED_MONEY,
    Named,
    named_account,
)
from ledger.rules.closing import plan_close, preview_close
from ledger.rules.closing_values import ClosingPlan, MemberYear, YearFacts
from ledger.rules.kip import Kip
from ledger.rules.people import Status, households_of
from ledger.rules.rulebook import Destination, Group, LineKind, VoluntaryRules
from ledger.statements.annual import (
    AmountRow,
    AnnualStatement,
    FundRow,
    annual_of,
    balance_sheet_of,
    balances_after,
    fund_rows_of,
    income_statement_of,
)
from ledger.statements.dividend_totals import dividend_totals_of
from tests.rules.years import (
    COSTS,
    OFFICERS,
    RESERVE,
    WELFARE,
    YEAR,
    facts,
    line,
    member,
    percent,
    rules,
    saver,
)

GROUP = Group(name="ກຸ່ມທ້ອນເງິນ ບ້ານນາ", village="ບ້ານນາ")
PRINTED = date(2026, 1, 10)
SHARED = rules(
    percent(Destination.DIVIDEND, 7_000),
    percent(Destination.COMMITTEE, 1_500),
    percent(Destination.FUND, 500, account=WELFARE),
    line(LineKind.REST, Destination.FUND),
    unit=1_000,
)
MEMBERS = (saver(1, 300_000), saver(2, 100_000))


def year(**changes: object) -> YearFacts:
    made = facts(
        SHARED,
        earned=100_000,
        members=MEMBERS,
        accounts={WELFARE: 40_000, SEED_MONEY: 1_000},
        opening_balances={WELFARE: 25_000, SEED_MONEY: 1_000},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def statement(given_facts: YearFacts, *, proposed: bool = False) -> AnnualStatement:
    return annual_of(
        given_facts,
        plan_close(given_facts),
        group=GROUP,
        printed=PRINTED,
        proposed=proposed,
        spent={WELFARE: 10_000},
    )


def test_it_names_the_group_the_year_and_the_officers() -> None:
    paper = statement(year(), proposed=True)
    assert (paper.group, paper.year, paper.printed, paper.proposed) == (GROUP, YEAR, PRINTED, True)
    assert paper.rulebook.profit == SHARED
    assert paper.officers == tuple(o.officer for o in OFFICERS)
    assert paper.plan == plan_close(year())


def test_a_year_that_still_runs_goes_up_to_the_day_of_the_print() -> None:
    """A proposal printed in October is not the balance sheet of the last of December."""
    now = replace(statement(year(), proposed=True), printed=date(2025, 10, 20))
    assert now.until == date(2025, 10, 20)
    assert statement(year(), proposed=True).until == YEAR.last
    assert replace(now, proposed=False).until == YEAR.last


def test_the_balance_sheet_stands_as_after_the_closing() -> None:
    sheet = statement(year()).balance_sheet
    assert sheet.assets == (AmountRow(CASH, 541_000),)
    assert sheet.liabilities == (
        AmountRow(SAVINGS, 400_000),
        AmountRow(DIVIDENDS_PAYABLE, 69_000),
        AmountRow(COMMITTEE_PAYABLE, 15_000),
    )
    assert sheet.equity == (
        AmountRow(RESERVE, 11_000),
        AmountRow(WELFARE, 45_000),
        AmountRow(SEED_MONEY, 1_000),
    )
    assert (sheet.total_assets, sheet.total_liabilities, sheet.total_equity) == (
        541_000,
        484_000,
        57_000,
    )


def test_the_income_statement_shows_what_the_closing_took_away() -> None:
    told = statement(year()).income_statement
    assert told.income == (AmountRow(LOAN_INTEREST, 100_001),)
    assert told.expenses == (AmountRow(COSTS, 1),)
    assert (told.total_income, told.total_expenses, told.profit) == (100_001, 1, 100_000)


def test_each_fund_is_followed_through_the_year() -> None:
    assert statement(year()).funds == (
        FundRow(RESERVE, opening=0, received=0, allocated=11_000, spent=0, closing=11_000),
        FundRow(
            WELFARE, opening=25_000, received=25_000, allocated=5_000, spent=10_000, closing=45_000
        ),
    )


def test_a_fund_that_the_rules_no_longer_name_is_shown_while_it_held_anything() -> None:
    old, empty = named_account(Named.FUND, 8), named_account(Named.FUND, 9)
    made = year(opening_balances={old: 700, empty: 0})
    rows = fund_rows_of(made, plan_close(made), spent={old: 700})
    assert [row.account for row in rows] == [RESERVE, WELFARE, old]
    assert rows[-1] == FundRow(old, opening=700, received=0, allocated=0, spent=700, closing=0)


def test_a_loss_is_seen_in_the_fund_that_bore_it() -> None:
    losing = facts(
        rules(loss_fund=WELFARE), earned=0, accounts={WELFARE: 900, LOAN_INTEREST: 0, COSTS: 600}
    )
    row = fund_rows_of(losing, plan_close(losing), spent={})[1]
    assert (row.allocated, row.closing) == (-600, 300)


def test_the_list_to_be_signed_stands_in_the_order_given() -> None:
    rows = statement(year(members=MEMBERS[::-1])).dividends
    assert [(r.member.id, r.savings, r.weight, r.total) for r in rows] == [
        (2, 100_000, 1_200_000, 17_000),
        (1, 300_000, 3_600_000, 52_000),
    ]


def test_who_left_with_nothing_is_not_asked_to_sign_but_who_is_owed_something_is() -> None:
    gone = MemberYear(member(3, status=Status.LEFT), months=(), day_sum=0)
    away = MemberYear(member(4, status=Status.ON_LEAVE), months=(), day_sum=0)
    died = saver(5, 10_000, member=member(5, status=Status.DIED))
    borrower = MemberYear(member(6, status=Status.LEFT), (), day_sum=0, interest_paid=100)
    refunding = replace(
        SHARED, lines=(percent(Destination.REFUND, 1_000), line(LineKind.REST, Destination.FUND))
    )
    made = year(members=(*MEMBERS, gone, away, died, borrower))
    plan = preview_close(made, refunding)
    paper = annual_of(made, plan, group=GROUP, printed=PRINTED, proposed=True, spent={})
    assert [row.member.id for row in paper.dividends] == [1, 2, 4, 5, 6]


@pytest.mark.parametrize("dividend", [False, True])
def test_both_kinds_of_savings_stand_on_the_list(dividend: bool) -> None:
    """The credit union's member: where both weigh in the dividend, each is still shown alone."""
    weighed = 980_000 + (3_540_000 if dividend else 0)
    hers = saver(1, weighed, voluntary=3_540_000)
    left = member(2, status=Status.LEFT)
    own = saver(2, 5_000 if dividend else 0, member=left, voluntary=5_000)
    made = year(members=(hers, own))
    voluntary = VoluntaryRules(kept=True, dividend=dividend)
    made = replace(made, rulebook=replace(made.rulebook, voluntary=voluntary))
    rows = statement(made).dividends
    assert [(r.savings, r.voluntary) for r in rows] == [(980_000, 3_540_000), (0, 5_000)]
    totals = dividend_totals_of(rows)
    assert (totals.savings, totals.voluntary) == (980_000, 3_545_000)


def test_members_are_counted_who_are_there_and_each_household_once() -> None:
    people = (
        saver(1, 0, member=member(1, household="ຄຳ")),
        saver(2, 0, member=member(2, household=" ຄຳ ")),
        saver(3, 0),
        saver(4, 0),
        saver(5, 0, member=member(5, status=Status.LEFT)),
    )
    paper = statement(year(members=people))
    assert (paper.members, paper.households) == (4, 1)
    assert households_of(()) == 0


def test_the_excluded_are_marked() -> None:
    made = facts(
        replace(SHARED, exclude_defaulters=True),
        earned=100_000,
        members=(saver(1, 1_000, overdue=5), saver(2, 1_000)),
    )
    assert [row.excluded for row in statement(made).dividends] == [True, False]


def both_sides(plan: ClosingPlan, made: YearFacts) -> tuple[Kip, Kip]:
    sheet = balance_sheet_of(balances_after(made.balances, plan))
    return sheet.total_assets, sheet.total_liabilities + sheet.total_equity


@given(st.lists(st.integers(0, 10**9), max_size=9), st.integers(-(10**6), 10**12))
def test_both_sides_are_equal_whatever_the_year_brought(saved: list[int], earned: Kip) -> None:
    members = [saver(k, kip) for k, kip in enumerate(saved, start=1)]
    made = facts(SHARED, earned=earned, members=members, accounts={RESERVE: 10**6})
    plan = plan_close(made)
    assets, claims = both_sides(plan, made)
    assert assets == claims
    assert income_statement_of(plan).profit == earned
    for row in fund_rows_of(made, plan, spent={WELFARE: 3}):
        assert row.opening + row.received + row.allocated - row.spent == row.closing
