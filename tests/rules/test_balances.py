"""Balances are added up from the transfers, each account on its own side."""

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, FIXED_ACCOUNTS, LOAN_INTEREST, SAVINGS, Side, side
from ledger.rules.balances import balance_of, balances
from ledger.rules.kip import KIP_MAX
from ledger.rules.transfers import Kind, Transfer

MOVED = (
    Transfer(Kind.DEPOSIT, CASH, SAVINGS, 20_000),
    Transfer(Kind.INTEREST, CASH, LOAN_INTEREST, 3_000),
    Transfer(Kind.WITHDRAWAL, SAVINGS, CASH, 5_000),
)


def test_each_account_grows_on_its_own_side() -> None:
    assert balances(MOVED) == {CASH: 18_000, SAVINGS: 15_000, LOAN_INTEREST: 3_000}
    assert balance_of(CASH, MOVED) == 18_000
    assert balance_of(SAVINGS, MOVED) == 15_000
    assert balance_of(LOAN_INTEREST, ()) == 0


PAIRS = st.lists(st.sampled_from(FIXED_ACCOUNTS), min_size=2, max_size=2, unique=True)


@given(st.lists(st.tuples(PAIRS, st.integers(1, KIP_MAX)), max_size=40))
def test_both_sides_of_the_book_are_always_equal(moves: list[tuple[list[int], int]]) -> None:
    moved = [Transfer(Kind.CLOSING, a, b, kip) for (a, b), kip in moves]  # type: ignore[arg-type]
    found = balances(moved)
    on = {s: sum(k for a, k in found.items() if side(a) is s) for s in Side}
    assert on[Side.DEBIT] == on[Side.CREDIT]
    assert all(balance_of(account, moved) == kip for account, kip in found.items())
