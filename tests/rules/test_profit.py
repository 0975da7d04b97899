"""The profit is what came in less what it cost, and nothing else."""

from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    LOANS,
    SAVINGS,
    SAVINGS_INTEREST,
    SEED_MONEY,
    Account,
)
from ledger.rules.profit import expenses_of, income_of, profit_of
from tests.rules.years import COSTS, WELFARE

# The fund of Pakhon had 3,000,000 kip left in 2019 after the interest on savings was paid.
PAKHON = {
    CASH: 1_000_000,
    LOANS: 30_000_000,
    SAVINGS: 20_000_000,
    WELFARE: 500_000,
    SEED_MONEY: 7_500_000,
    LOAN_INTEREST: 4_000_000,
    SAVINGS_INTEREST: 900_000,
    COSTS: 100_000,
}


def test_interest_on_savings_is_a_cost_and_savings_are_no_income() -> None:
    assert profit_of(PAKHON) == 3_000_000


def test_income_and_costs_stand_apart_in_the_order_of_their_accounts() -> None:
    assert income_of(PAKHON) == {LOAN_INTEREST: 4_000_000}
    assert list(expenses_of(PAKHON).items()) == [(SAVINGS_INTEREST, 900_000), (COSTS, 100_000)]


def test_an_account_on_which_nothing_stands_is_left_out() -> None:
    assert income_of({LOAN_INTEREST: 0, Account(4001): 5}) == {Account(4001): 5}


def test_more_cost_than_income_is_a_loss() -> None:
    assert profit_of({LOAN_INTEREST: 10, COSTS: 25}) == -15
