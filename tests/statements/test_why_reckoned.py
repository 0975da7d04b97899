"""Figures that stand on no account are reckoned in steps that anybody can do again."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import SAVINGS
from ledger.rules.closing import plan_close
from ledger.rules.days import Month
from ledger.rules.loan_moves import loan_move
from ledger.rules.loan_values import Loan, Split
from ledger.rules.loans import loan_state
from ledger.rules.makers import pay_out, repayment, welfare
from ledger.rules.pensions import pensions_due
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Destination, LineKind
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer
from ledger.statements.earnings import earnings_of
from ledger.statements.figure import (
    Asked,
    at_stake_figure,
    due_figure,
    headline_figures,
    lender_figure,
    line_figure,
    share_figure,
    welfare_figure,
)
from ledger.statements.loan_schedule import due_rows
from ledger.statements.why import Chapter, StepName, Why, dividend_steps
from ledger.statements.why_reckoned import (
    why_at_stake,
    why_due,
    why_late,
    why_lender,
    why_line,
    why_pension,
    why_share,
    why_welfare_due,
)
from tests.rules.welfare_makers import DAO, TRAT
from tests.rules.years import facts, line, percent, rules, saver
from tests.villages import AGREED, BEGIN, DAY, KHAM, MEMBERS, RULES, RUNNING, TODAY, WELFARE
from tests.villages import day_facts as facts_of_day

NOBODY = MemberId(99)


def posted(*days_and_transfers: tuple[date, tuple[Transfer, ...]]) -> list[PostedEntry]:
    return [
        PostedEntry(EntryNumber(n), Entry(day, transfers), "")
        for n, (day, transfers) in enumerate(days_and_transfers, 1)
    ]


def lived() -> tuple[Loan, list[PostedEntry]]:
    """Two million kip handed over in January, 300,000 of it paid back in March with interest."""
    paid = repayment(RUNNING, Split(fine=0, interest=80_000, principal=300_000))
    entries = posted(
        (date(2026, 1, 5), (pay_out(RUNNING, 2_000_000),)), (date(2026, 3, 5), tuple(paid))
    )
    moves = (loan_move(t, day=e.entry.day) for e in entries for t in e.entry.transfers)
    return replace(RUNNING, moves=tuple(m for m in moves if m is not None)), entries


def steps_of(why: Why) -> dict[StepName, int]:
    return {step.name: step.value for step in why.steps}


def test_what_is_at_stake_on_loans_that_run_and_on_one_that_waits() -> None:
    loan, entries = lived()
    figure = at_stake_figure(TODAY, loan.id, AGREED.id)
    why = why_at_stake(figure, (loan, AGREED), entries, RULES)
    assert steps_of(why) == {
        StepName.LENT_OUT: 1_700_000,
        StepName.ASKED_FOR: 500_000,
        StepName.AT_STAKE: 2_200_000,
    }
    assert (why.kip, why.chapter) == (2_200_000, Chapter.LOANS)
    assert [one.kip for one in why.moved] == [2_000_000, -300_000]


def test_entries_of_other_loans_are_not_behind_it() -> None:
    loan, entries = lived()
    why = why_at_stake(at_stake_figure(TODAY, AGREED.id), (AGREED,), entries, RULES)
    assert (why.kip, why.moved) == (500_000, ())
    assert loan.id not in why.figure.loans


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (Asked.DUE_PRINCIPAL, StepName.DUE_PRINCIPAL),
        (Asked.DUE_INTEREST, StepName.DUE_INTEREST),
        (Asked.DUE_TOGETHER, StepName.DUE_TOGETHER),
        (Asked.DUE_PAID, StepName.PAID_HERE),
    ],
)
def test_each_due_day_and_what_was_paid_of_it(asked: Asked, name: StepName) -> None:
    loan, entries = lived()
    rows = due_rows(loan, TODAY)
    seen = 0
    for row in rows:
        figure = due_figure(asked, loan.id, row.due, TODAY)
        why = why_due(figure, rows, entries, loan=loan, rulebook=RULES)
        value = {
            Asked.DUE_PRINCIPAL: row.principal,
            Asked.DUE_INTEREST: row.interest,
            Asked.DUE_TOGETHER: row.kip,
            Asked.DUE_PAID: row.paid,
        }[asked]
        assert (why.kip, why.steps[-1].name, why.steps[-1].value) == (value, name, value)
        assert why.product == loan.request.product
        assert [one.kip for one in why.moved] == [380_000 if asked is Asked.DUE_PAID else 2_000_000]
        seen += value
    assert seen > 0


def test_what_was_paid_of_a_due_day_is_all_that_was_paid_less_the_others() -> None:
    loan, entries = lived()
    rows = due_rows(loan, TODAY)
    figures = [due_figure(Asked.DUE_PAID, loan.id, row.due, TODAY) for row in rows]
    steps = [steps_of(why_due(one, rows, entries, loan=loan, rulebook=RULES)) for one in figures]
    for each in steps:
        paid = each[StepName.PAID_ALL] - each[StepName.PAID_ELSEWHERE]
        assert paid == each[StepName.PAID_HERE]
        together = each[StepName.DUE_PRINCIPAL] + each[StepName.DUE_INTEREST]
        assert together == each[StepName.DUE_TOGETHER] >= paid
    assert sum(each[StepName.PAID_HERE] for each in steps) == steps[0][StepName.PAID_ALL] == 380_000


def test_a_day_on_which_nothing_falls_due_is_not_explained() -> None:
    loan, entries = lived()
    figure = due_figure(Asked.DUE_PAID, loan.id, BEGIN, TODAY)
    with pytest.raises(KeyError):
        why_due(figure, due_rows(loan, TODAY), entries, loan=loan, rulebook=RULES)


def test_dividend_and_refund_together() -> None:
    profit = rules(
        percent(Destination.DIVIDEND, 4_000),
        percent(Destination.REFUND, 2_000),
        line(LineKind.REST, Destination.FUND),
    )
    year = facts(
        profit,
        earned=1_000_000,
        members=(saver(1, 100_000, interest_paid=30_000), saver(2, 300_000)),
    )
    plan = plan_close(year)
    share = plan.shares[0]
    assert share.refund
    both = why_share(share_figure(Asked.SHARE, share.member, 2026, DAY), (), plan, RULES)
    assert both.kip == share.dividend + share.refund
    assert [step.value for step in both.steps][-3:] == [share.dividend, share.refund, both.kip]
    assert both.steps[:-2] == dividend_steps(share, plan, RULES)
    alone = why_share(share_figure(Asked.REFUND, share.member, 2026, DAY), (), plan, RULES)
    assert (alone.kip, alone.chapter) == (share.refund, Chapter.PROFIT)
    with pytest.raises(KeyError):
        why_share(share_figure(Asked.SHARE, NOBODY, 2026, DAY), (), plan, RULES)


def test_what_a_line_of_the_rules_gets() -> None:
    profit = rules(percent(Destination.DIVIDEND, 4_000), line(LineKind.REST, Destination.FUND))
    plan = plan_close(facts(profit, earned=1_000_000, members=(saver(1, 100_000),)))
    first, rest = (why_line(line_figure(n, 2026, DAY), plan, RULES) for n in range(2))
    assert (first.kip, rest.kip) == (400_000, 600_000)
    assert [step.name for step in first.steps] == [StepName.PROFIT, StepName.LINE]
    for number in (-1, 2):
        with pytest.raises(KeyError):
            why_line(line_figure(number, 2026, DAY), plan, RULES)


def test_what_is_overdue_on_all_loans() -> None:
    loan, _ = lived()
    states = [loan_state(loan, TODAY), replace(loan_state(loan, TODAY), overdue=70_000)]
    why = why_late(headline_figures(RULES, 2026, TODAY).overdue, states, RULES)
    late = [state.overdue for state in states if state.overdue]
    assert [step.value for step in why.steps] == [len(late), sum(late)]
    assert why.kip == sum(late)


def test_what_a_moneylender_would_have_taken_and_what_she_spared() -> None:
    loan, entries = lived()
    people = {member.id: member for member in MEMBERS}
    rows = earnings_of([loan], people, first=BEGIN, last=DAY, rate=1_000).rows
    lender = lender_figure(Asked.LENDER, KHAM.id, BEGIN, DAY)
    why = why_lender(lender, rows, entries, RULES)
    assert (why.kip, steps_of(why)[StepName.KIP_DAYS]) == (rows[0].lender, rows[0].kip_days)
    spared = why_lender(lender_figure(Asked.SPARED, KHAM.id, BEGIN, DAY), rows, (), RULES)
    values = steps_of(spared)
    assert values[StepName.LENDER] - values[StepName.PAID_GROUP] == spared.kip == rows[0].saved
    with pytest.raises(KeyError):
        why_lender(lender_figure(Asked.SPARED, NOBODY, BEGIN, DAY), rows, (), RULES)


def test_what_is_missing_in_the_welfare_fund_beside_what_was_given() -> None:
    known = facts_of_day(welfare_paid={KHAM.id: {Month(2026, 4): 400}})
    given = posted((DAY, (welfare(KHAM.id, 400, fund=WELFARE),)))
    figure = welfare_figure(Asked.WELFARE_DUE, KHAM.id, WELFARE, DAY)
    why = why_welfare_due(figure, known, given)
    assert steps_of(why) == {StepName.GIVEN: 400, StepName.MISSING: why.kip}
    assert why.kip == known.rulebook.welfare.contribution - 400
    assert ([one.kip for one in why.moved], why.chapter) == ([400], Chapter.WELFARE)
    with pytest.raises(KeyError):
        why_welfare_due(welfare_figure(Asked.WELFARE_DUE, NOBODY, WELFARE, DAY), known, ())


def test_a_pension_by_its_table() -> None:
    month = Month(2026, 7)
    old = replace(DAO, born=date(1950, 1, 1))
    due = pensions_due(TRAT, [old], {}, month=month, day=date(2026, 7, 5))
    (request, reckoning), *_ = due
    figure = welfare_figure(Asked.PENSION, old.id, WELFARE, date(2026, 7, 5), month.first)
    why = why_pension(figure, due, (), TRAT)
    assert (why.kip, why.benefit, why.moved) == (reckoning.kip, request.benefit, ())
    assert steps_of(why)[StepName.BENEFIT] == reckoning.kip > 0
    assert figure.kinds == (Kind.BENEFIT,)
    with pytest.raises(KeyError):
        why_pension(replace(figure, member=NOBODY), due, (), TRAT)


def test_the_large_figures_of_the_first_page() -> None:
    behind = headline_figures(RULES, 2026, DAY)
    assert SAVINGS in behind.savings.accounts
    assert WELFARE in behind.funds.accounts
    assert (behind.profit.year, behind.profit.asked) == (2026, Asked.PROFIT)
    assert all(one.day == DAY for one in (behind.cash, behind.banks, behind.loans))
