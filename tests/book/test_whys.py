"""Every figure is the sum of the entries behind it, on whatever day it is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.accounts import CASH, LOANS, SAVINGS
from ledger.rules.closing import preview_close
from ledger.rules.loans import loan_state
from ledger.rules.transfers import Kind, LoanId
from ledger.rules.what_if import with_percents
from ledger.statements.figure import (
    Asked,
    Figure,
    accounts_figure,
    as_written,
    cell_figure,
    dividend_figure,
    example_figure,
    headline_figures,
    hers_figure,
    line_figure,
    loan_figure,
    profit_figure,
    savings_figure,
    share_figure,
)
from ledger.statements.why import Chapter, StepName
from tests.book.books import ONE, THREE, TWO, lived_in

DAYS = (date(2025, 1, 5), date(2025, 2, 28), date(2025, 12, 31), date(2026, 1, 31))
LOAN = LoanId(1)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    book = lived_in(Path(tmp_path_factory.mktemp("whys")) / "old.book")
    yield book
    book.close()


@pytest.mark.parametrize("day", DAYS)
def test_every_account_is_what_stood_there_and_what_moved(book: Book, day: date) -> None:
    for account, kip in book.balances(day).items():
        why = book.why(accounts_figure(day, account))
        assert why.kip == kip
        assert why.before + sum(one.kip for one in why.moved) == kip


@pytest.mark.parametrize("day", DAYS)
def test_accounts_together_and_since_a_day(book: Book, day: date) -> None:
    balances = book.balances(day)
    wanted = balances.get(CASH, 0) + balances.get(LOANS, 0)
    assert book.why(accounts_figure(day, CASH, LOANS)).kip == wanted
    since = book.why(accounts_figure(day, CASH, since=day))
    assert since.kip == balances[CASH]
    assert all(one.posted.entry.day == day for one in since.moved)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("member", [ONE, TWO, THREE])
def test_savings_are_all_of_her_entries(book: Book, day: date, member: int) -> None:
    why = book.why(savings_figure(member, day))  # type: ignore[arg-type]
    assert why.kip == book.savings(day).get(member, 0)  # type: ignore[call-overload]
    assert (why.before, why.chapter) == (0, Chapter.SAVING)
    assert sum(one.kip for one in why.moved) == why.kip


@pytest.mark.parametrize("since", [None, date(2025, 1, 5)])
def test_her_movements_of_one_kind_between_two_days(book: Book, since: date | None) -> None:
    last = date(2025, 12, 31)
    why = book.why(hers_figure(ONE, last, SAVINGS, Kind.DEPOSIT, since=since))
    deposits = [
        t.kip
        for posted in book.entries(since or date(1990, 1, 1), last)
        for t in posted.entry.transfers
        if t.member == ONE and t.kind is Kind.DEPOSIT
    ]
    assert deposits
    assert (why.kip, why.before, why.chapter) == (sum(deposits), 0, None)


@pytest.mark.parametrize("day", DAYS)
def test_what_is_owed_on_a_loan(book: Book, day: date) -> None:
    state = loan_state(book.loan(LOAN), day)
    principal = book.why(loan_figure(Asked.PRINCIPAL, LOAN, day))
    assert principal.kip == state.principal == sum(one.kip for one in principal.moved)
    assert principal.product == book.loan(LOAN).request.product
    interest = book.why(loan_figure(Asked.INTEREST_DUE, LOAN, day))
    steps = {step.name: step.value for step in interest.steps}
    assert steps[StepName.CHARGED] - steps[StepName.PAID] == steps[StepName.DUE] == interest.kip
    assert steps[StepName.PAID] == sum(one.kip for one in interest.moved)
    fine = book.why(loan_figure(Asked.FINE_DUE, LOAN, day))
    assert fine.kip == state.fine_due
    overdue = book.why(loan_figure(Asked.OVERDUE, LOAN, day))
    assert overdue.kip == state.overdue


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_profit_is_income_less_costs(book: Book, year: int) -> None:
    why = book.why(profit_figure(year, date(2026, 2, 1)))
    income, costs, profit = (step.value for step in why.steps)
    assert income - costs == profit == why.kip
    assert why.chapter is Chapter.PROFIT


def test_a_dividend_shows_its_division(book: Book) -> None:
    for year in (2025, 2026):
        why = book.why(dividend_figure(ONE, year, date(2026, 2, 1)))
        steps = {step.name: step.value for step in why.steps}
        assert steps[StepName.DIVIDEND] == why.kip
        assert steps[StepName.WEIGHT] <= steps[StepName.ALL_WEIGHTS]


def test_what_is_not_there_is_not_explained(book: Book) -> None:
    for figure in (
        Figure(Asked.PRINCIPAL, DAYS[0]),
        loan_figure(Asked.PRINCIPAL, LoanId(99), DAYS[0]),
        dividend_figure(99, 2025, DAYS[0]),  # type: ignore[arg-type]
    ):
        with pytest.raises(KeyError):
            book.why(figure)


def test_only_the_entries_of_the_figure_are_named(book: Book) -> None:
    why = book.why(savings_figure(TWO, DAYS[-1]))
    moved = [(one.posted.number, one.kip) for one in why.moved]
    assert [kip for _, kip in moved] == [20_000, 999, -999]
    assert {SAVINGS} == set(why.figure.accounts)


@pytest.mark.parametrize("day", DAYS)
def test_what_was_overdue_on_all_loans(book: Book, day: date) -> None:
    rulebook = book.rulebook(day)
    why = book.why(headline_figures(rulebook, 2025, day).overdue)
    assert why.kip == sum(loan_state(loan, day).overdue for loan in book.loans())


@pytest.mark.parametrize("day", DAYS)
def test_a_figure_of_then_is_asked_of_the_book_of_then(book: Book, day: date) -> None:
    past = book.as_of(day)
    then = as_written(accounts_figure(day, CASH), day)
    assert then is not None
    assert book.why(then) == past.why(then)
    assert book.why(then).kip == past.balances(day).get(CASH, 0)
    past.close()


def test_an_example_has_no_entries_that_tell_who_it_is(book: Book) -> None:
    known = savings_figure(ONE, DAYS[-1])
    why = book.why(example_figure(known))
    assert (why.kip, why.moved) == (book.why(known).kip, ())
    assert [step.name for step in why.steps] == [StepName.SAVED]


def test_a_year_by_rules_that_are_tried_out(book: Book) -> None:
    year = book.year_facts(2026, DAYS[-1]).year
    rules = book.rulebook(year.last)
    lines = rules.profit.lines
    points = tuple(line.amount if n else 5_000 for n, line in enumerate(lines))
    tried = replace(rules, profit=with_percents(rules.profit, points))
    plan = preview_close(book.year_under(tried, 2026, DAYS[-1]), tried.profit)
    for number, share in enumerate(plan.lines):
        assert book.why(line_figure(number, 2026, DAYS[-1], tried)).kip == share.kip
    for hers in plan.shares:
        figure = share_figure(Asked.SHARE, hers.member, 2026, DAYS[-1])
        assert book.why(replace(figure, rules=tried)).kip == hers.dividend + hers.refund


def test_the_cells_of_every_sheet(book: Book) -> None:
    sheets = book.sheets()
    assert sheets
    for sheet in sheets:
        grid = book.meeting_sheet(sheet.id)
        everything = book.why(cell_figure(sheet.id, sheet.day))
        assert everything.kip == sum(kip for _, kip in grid.totals)
        for row in grid.rows:
            for column, kip in row.typed:
                why = book.why(cell_figure(sheet.id, sheet.day, column, row.member.id))
                assert why.kip == kip
    with pytest.raises(KeyError):
        book.why(Figure(Asked.CELL, DAYS[0]))
