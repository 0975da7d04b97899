"""Where a figure of a loan comes from, whichever money it was lent from."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, LOAN_INTEREST, LOANS, SAVINGS, Account, loans_of
from ledger.rules.closing import plan_close
from ledger.rules.loan_moves import loan_move
from ledger.rules.loan_values import Loan, LoanMove, MoveKind, Split
from ledger.rules.loans import loan_state
from ledger.rules.makers import deposit, loan_fee, pay_out, repayment
from ledger.rules.makers_loans import recovered, written_off
from ledger.rules.rulebook import Destination, LineKind, ProfitRules
from ledger.rules.transfers import Entry, EntryNumber, PostedEntry, Transfer
from ledger.statements.figure import (
    Asked,
    accounts_figure,
    dividend_figure,
    entry_figure,
    loan_figure,
    moves_figure,
    owed_figure,
    profit_figure,
    savings_figure,
)
from ledger.statements.why import (
    Chapter,
    StepName,
    why_accounts,
    why_dividend,
    why_entry,
    why_hers,
    why_loan,
    why_moves,
    why_profit,
)
from tests.rules.years import facts, line, percent, rules, saver
from tests.villages import AGREED, BEGIN, DAY, RESERVE, RULES, RUNNING, SOMPHONE, TODAY

FUNDS = (None, RESERVE)
REST = line(LineKind.REST, Destination.FUND)


def lent(fund: Account | None, *transfers: Transfer) -> tuple[Loan, list[PostedEntry]]:
    """A loan of Somphone's with what moved on it: one entry a day from the 2nd of April on."""
    entries = [
        PostedEntry(EntryNumber(n), Entry(date(2026, 4, n + 1), (t,)), "")
        for n, t in enumerate(transfers, 1)
    ]
    found = (loan_move(t, day=e.entry.day) for e in entries for t in e.entry.transfers)
    moves: tuple[LoanMove, ...] = tuple(move for move in found if move is not None)
    return replace(of(fund), moves=moves), entries


def of(fund: Account | None) -> Loan:
    product = replace(AGREED.request.product, fund=fund, rate=100)
    return replace(AGREED, request=replace(AGREED.request, product=product))


@pytest.mark.parametrize("fund", FUNDS)
@given(principal=st.integers(0, 500_000), interest=st.integers(0, 5_000))
def test_each_figure_is_what_its_entries_come_to(
    fund: Account | None, principal: int, interest: int
) -> None:
    split = Split(fine=0, interest=interest, principal=principal)
    paid = repayment(of(fund), split)
    loan, entries = lent(fund, pay_out(of(fund), 500_000), loan_fee(of(fund), 5_000), *paid)
    state = loan_state(loan, TODAY)
    for asked, kip, moved in (
        (Asked.PRINCIPAL, state.principal, state.principal),
        (Asked.INTEREST_DUE, state.interest_due, interest),
        (Asked.FINE_DUE, state.fine_due, 0),
        (Asked.OVERDUE, state.overdue, state.principal),
    ):
        figure = loan_figure(asked, loan.id, TODAY, fund)
        why = why_loan(figure, entries, loan=loan, state=state, rulebook=RULES)
        assert (why.kip, sum(one.kip for one in why.moved)) == (kip, moved)
        assert (why.chapter, why.product) == (Chapter.LOANS, loan.request.product)
    figure = loan_figure(Asked.INTEREST_DUE, loan.id, TODAY, fund)
    steps = {
        s.name: s.value
        for s in why_loan(figure, entries, loan=loan, state=state, rulebook=RULES).steps
    }
    assert steps[StepName.CHARGED] - steps[StepName.PAID] == steps[StepName.DUE]


@pytest.mark.parametrize("fund", FUNDS)
def test_what_she_owes_is_of_all_funds_together(fund: Account | None) -> None:
    _, entries = lent(fund, pay_out(of(fund), 500_000), deposit(SOMPHONE.id, 5))
    why = why_hers(owed_figure(SOMPHONE.id, TODAY), entries, RULES)
    assert (why.kip, why.chapter) == (500_000, Chapter.LOANS)
    saved = why_hers(savings_figure(SOMPHONE.id, TODAY), entries, RULES)
    assert (saved.kip, saved.chapter) == (5, Chapter.SAVING)
    assert why_hers(savings_figure(RUNNING.request.member, TODAY), entries, RULES).kip == 0
    assert loans_of(fund) in {LOANS, *why.figure.accounts}


@pytest.mark.parametrize("fund", FUNDS)
def test_what_was_lost_and_came_back(fund: Account | None) -> None:
    loan = of(fund)
    _, entries = lent(
        fund,
        pay_out(loan, 300_000),
        pay_out(loan, 200_000),
        written_off(loan, 500_000, fund=fund),
        recovered(loan, 30_000, fund=fund),
        recovered(replace(loan, id=RUNNING.id), 7, fund=fund),
    )

    def comes_to(*kinds: MoveKind, since: date | None = None, day: date = TODAY) -> int:
        return why_moves(moves_figure(loan.id, day, *kinds, since=since), entries, RULES).kip

    assert comes_to(MoveKind.PAY_OUT) == 500_000
    assert comes_to(MoveKind.PAY_OUT, since=date(2026, 4, 3)) == 200_000
    assert comes_to(MoveKind.WRITTEN_OFF) == 500_000
    assert comes_to(MoveKind.RECOVERED) == 30_000
    assert comes_to(MoveKind.WRITTEN_OFF, MoveKind.RECOVERED) == 470_000


def test_accounts_and_single_entries() -> None:
    _, entries = lent(None, pay_out(of(None), 500_000), deposit(SOMPHONE.id, 5))
    before = why_accounts(accounts_figure(DAY, CASH), entries, before=9, rulebook=RULES)
    assert (before.kip, before.before) == (9 - 500_000 + 5, 9)
    first = why_accounts(
        accounts_figure(DAY, CASH, upto=EntryNumber(1)), entries, before=9, rulebook=RULES
    )
    assert first.kip == 9 - 500_000
    assert why_entry(entry_figure(EntryNumber(2), DAY), entries[1], RULES).kip == 5


def test_the_profit_is_income_less_costs() -> None:
    balances = {LOAN_INTEREST: 700, Account(5101): 200, SAVINGS: 9}
    why = why_profit(profit_figure(2026, DAY), balances, RULES)
    assert [step.value for step in why.steps] == [700, 200, 500] == [700, 200, why.kip]


@pytest.mark.parametrize(
    ("profit", "shared"),
    [
        (rules(percent(Destination.DIVIDEND, 7_000), REST), True),
        (rules(line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, 500), REST), False),
    ],
)
def test_a_dividend_and_who_has_none(profit: ProfitRules, *, shared: bool) -> None:
    """A dividend at a fixed rate is no part of a pool, and has no step that divides it."""
    year = facts(profit, earned=100_000, members=[saver(1, 100_000), saver(2, 300_000)])
    plan = plan_close(year)
    hers = dividend_figure(year.members[0].member.id, 2025, BEGIN)
    why = why_dividend(hers, (), plan, year.rulebook)
    assert (StepName.SHARE in {step.name for step in why.steps}) is shared
    assert why.kip == plan.shares[0].dividend > 0
    with pytest.raises(KeyError):
        why_dividend(replace(hers, member=SOMPHONE.id), (), plan, year.rulebook)
