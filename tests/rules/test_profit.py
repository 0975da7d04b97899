"""The profit is what came in less what it cost, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    LOANS,
    SAVINGS,
    SAVINGS_INTEREST,
    SEED_MONEY,
    YEAR_RESULT,
    Account,
)
from ledger.rules.profit import expenses_of, income_of, profit_of, year_alone
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


# --- while an earlier year is not closed ------------------------------------------------------

ON_THE_EVE = {CASH: 500, SAVINGS: 30, LOAN_INTEREST: 600, COSTS: 130}


def test_what_an_earlier_year_earned_is_not_this_years_income() -> None:
    standing = {CASH: 900, SAVINGS: 30, LOAN_INTEREST: 1_000, COSTS: 130}
    alone = year_alone(standing, ON_THE_EVE)
    assert income_of(alone) == {LOAN_INTEREST: 400}
    assert expenses_of(alone) == {}
    assert profit_of(alone) == 400
    assert alone[YEAR_RESULT] == 470
    assert (alone[CASH], alone[SAVINGS]) == (900, 30)


def test_income_that_was_taken_back_lessens_the_year_in_which_it_was() -> None:
    alone = year_alone({CASH: -100, YEAR_RESULT: 5}, ON_THE_EVE)
    assert income_of(alone) == {LOAN_INTEREST: -600}
    assert expenses_of(alone) == {COSTS: -130}
    assert alone[YEAR_RESULT] == 475


def test_after_a_closing_the_year_has_all_that_stands_there() -> None:
    assert income_of(year_alone(PAKHON, {CASH: 4, SAVINGS: 4})) == income_of(PAKHON)


@given(
    *2 * [st.dictionaries(st.sampled_from([CASH, SAVINGS, LOAN_INTEREST, COSTS]), st.integers())]
)
def test_no_kip_is_lost_between_the_years(
    standing: dict[Account, int], eve: dict[Account, int]
) -> None:
    alone = year_alone(standing, eve)
    assert profit_of(alone) + profit_of(eve) == profit_of(standing)
    assert profit_of(alone) + alone[YEAR_RESULT] == profit_of(standing)
    others = [CASH, SAVINGS]
    assert [alone.get(a, 0) for a in others] == [standing.get(a, 0) for a in others]
