"""A transfer cannot be unbalanced, and a counter-entry takes back exactly what was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, FIXED_ACCOUNTS, SAVINGS
from ledger.rules.balances import balances
from ledger.rules.kip import KIP_MAX
from ledger.rules.people import MemberId
from ledger.rules.transfers import (
    Entry,
    EntryNumber,
    Kind,
    LoanId,
    PostedEntry,
    Transfer,
    counter_entry,
)

DAY = date(2026, 4, 5)

transfers = st.builds(
    Transfer,
    kind=st.sampled_from(Kind),
    debit=st.sampled_from(FIXED_ACCOUNTS[:5]),
    credit=st.sampled_from(FIXED_ACCOUNTS[5:]),
    kip=st.integers(1, KIP_MAX),
    member=st.none() | st.just(MemberId(3)),
    loan=st.none() | st.just(LoanId(8)),
)


@pytest.mark.parametrize("kip", [0, -1, KIP_MAX + 1])
def test_a_transfer_moves_something_and_not_everything(kip: int) -> None:
    with pytest.raises(ValueError, match="a transfer moves 1 to"):
        Transfer(Kind.DEPOSIT, CASH, SAVINGS, kip)


def test_an_account_does_not_pay_itself() -> None:
    with pytest.raises(ValueError, match="cannot pay itself"):
        Transfer(Kind.DEPOSIT, CASH, CASH, 1_000)


def test_an_entry_says_something() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        Entry(DAY, ())


@given(st.lists(transfers, min_size=1, max_size=8))
def test_an_entry_and_its_counter_entry_leave_nothing(moved: list[Transfer]) -> None:
    posted = PostedEntry(EntryNumber(7), Entry(DAY, tuple(moved)), seal="")
    counter = counter_entry(posted, day=date(2026, 4, 20), reason="ພິມຜິດ")
    assert counter.reverses == 7
    assert counter.note == "ພິມຜິດ"
    assert counter.day == date(2026, 4, 20)
    assert set(balances((*moved, *counter.transfers)).values()) == {0}
    assert [(t.kind, t.member, t.loan) for t in counter.transfers] == [
        (t.kind, t.member, t.loan) for t in moved
    ]
