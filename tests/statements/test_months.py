"""Savings, loans, income and costs month by month; closing a year is no loss of its last month."""

from ledger.rules.accounts import LOAN_INTEREST, LOANS, SAVINGS, YEAR_RESULT
from ledger.rules.closing import preview_close
from ledger.rules.days import Month
from ledger.rules.rulebook import Destination, LineKind
from ledger.statements.months import MonthFigures, months_of
from tests.rules.years import COSTS, YEAR, facts, line, rules

NOVEMBER, DECEMBER, JANUARY = Month(2025, 11), Month(2025, 12), Month(2026, 1)


def test_balances_grow_on_and_income_stands_in_its_own_month() -> None:
    rows = months_of(
        (NOVEMBER, DECEMBER, JANUARY),
        {
            NOVEMBER: {SAVINGS: 50_000, LOANS: -20_000, LOAN_INTEREST: 4_000},
            JANUARY: {SAVINGS: -10_000, LOAN_INTEREST: 1_000, COSTS: 700},
        },
        before={SAVINGS: 100_000, LOANS: 80_000},
        closings=(),
    )
    assert rows == (
        MonthFigures(NOVEMBER, savings=150_000, loans=60_000, income=4_000, expenses=0),
        MonthFigures(DECEMBER, savings=150_000, loans=60_000, income=0, expenses=0),
        MonthFigures(JANUARY, savings=140_000, loans=60_000, income=1_000, expenses=700),
    )


def test_what_a_closing_emptied_was_earned_all_the_same() -> None:
    """The December of the first closed year once stood below nothing on the page."""
    rest = rules(line(LineKind.REST, Destination.FUND))
    plan = preview_close(facts(rest, earned=40_000), rest)
    last = Month(YEAR.number, 12)
    emptied = {LOAN_INTEREST: -40_001, COSTS: -1, YEAR_RESULT: 0}
    (row,) = months_of((last,), {last: emptied}, before={}, closings=(plan,))
    assert (row.income, row.expenses) == (0, 0)
    (row,) = months_of((last,), {}, before={}, closings=(plan,))
    assert (row.income, row.expenses) == (40_001, 1)
