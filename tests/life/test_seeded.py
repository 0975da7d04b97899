"""Forty members live three years with everything mixed, and both books agree after every act."""

from pathlib import Path

import pytest

from tests.life.committee import Committee, found_group
from tests.life.diary import DifferentError
from tests.life.hand_loan import HandLoan

SEED = 3
HAPPENED = {
    *("deposit", "voluntary", "noticed", "interest credited", "welfare", "claim paid", "fee"),
    *("pay-out", "repayment", "guarantor pays", "reschedule", "pause", "waiver", "write-off"),
    *("gift", "fund spent", "network due", "borrowed", "lender paid", "cost", "income"),
    *("settlement", "died", "came back", "joined", "taken back"),
    *("meeting signed", "meeting opened again", "year closed", "dividend in cash"),
}
"""What this seed brings at least once."""


def test_forty_members_live_three_years(folder: Path) -> None:
    committee = found_group(folder, members=40, seed=SEED)
    for _ in range(3):
        committee.year(16)
    assert committee.book.check() == ()
    assert committee.done["year closed"] == 3
    assert committee.hand.closed_until.year == 2028
    assert set(committee.done) >= HAPPENED
    assert sum(committee.refused.values()) > 50
    committee.book.close()


def test_one_kip_too_much_of_interest_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a hand ledger that reckons wrong by one kip a month cannot live for long."""
    right = HandLoan._rate
    monkeypatch.setattr(HandLoan, "_rate", lambda page, kip: right(page, kip) + (kip > 0))
    committee = found_group(folder, members=12, seed=SEED)
    with pytest.raises(DifferentError, match="loan"):
        live(committee)
    committee.book.close()


def test_a_line_that_was_not_told_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committee = found_group(folder, members=12, seed=SEED)
    told = committee.hand.cash_in
    monkeypatch.setattr(
        committee.hand, "cash_in", lambda day, key, kip: told(day, key, kip - (kip > 1))
    )
    with pytest.raises(DifferentError, match="box"):
        live(committee)
    committee.book.close()


def live(committee: Committee) -> None:
    committee.year(24)
