"""Every account has a family and a side, and the group's own are told from the fixed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    CASH,
    FIXED_ACCOUNTS,
    LOAN_INTEREST,
    OPENING,
    SAVINGS,
    Account,
    Family,
    Named,
    Side,
    family,
    named_account,
    named_kind,
    side,
)

FAMILIES = {
    Named.BANK: Family.ASSET,
    Named.NETWORK: Family.LIABILITY,
    Named.LENDER: Family.LIABILITY,
    Named.GROUP: Family.ASSET,
    Named.FUND: Family.EQUITY,
    Named.INCOME: Family.INCOME,
    Named.EXPENSE: Family.EXPENSE,
}


@given(st.sampled_from(Named), st.integers(1, 99))
def test_an_account_of_the_group_is_known_by_its_number(kind: Named, number: int) -> None:
    account = named_account(kind, number)
    assert named_kind(account) is kind
    assert family(account) is FAMILIES[kind]
    assert account not in FIXED_ACCOUNTS


@pytest.mark.parametrize("number", [0, 100, -1])
def test_a_group_has_ninety_nine_of_a_kind(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 99"):
        named_account(Named.FUND, number)


def test_the_numbers_of_two_kinds_never_meet() -> None:
    numbers = [named_account(kind, n) for kind in Named for n in range(1, 100)]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("account", FIXED_ACCOUNTS)
def test_a_fixed_account_is_none_of_the_groups_own(account: Account) -> None:
    assert named_kind(account) is None


@pytest.mark.parametrize("number", [1300, 2100, 2200, 3000, 4100, 5100, 1200, 3100, 2999])
def test_a_number_between_the_kinds_is_none_of_the_groups_own(number: int) -> None:
    assert named_kind(Account(number)) is None


def test_what_the_group_has_and_its_costs_grow_on_the_debit_side() -> None:
    assert side(CASH) is Side.DEBIT
    assert side(named_account(Named.EXPENSE, 1)) is Side.DEBIT
    assert side(SAVINGS) is Side.CREDIT
    assert side(OPENING) is Side.CREDIT
    assert side(LOAN_INTEREST) is Side.CREDIT


@pytest.mark.parametrize("number", [0, 999, 6_000, -1])
def test_a_number_that_is_no_account_has_no_family(number: int) -> None:
    with pytest.raises(ValueError, match="no account"):
        family(Account(number))
