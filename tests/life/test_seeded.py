"""Forty members live three years with everything mixed, and both books agree after every act."""

from datetime import timedelta
from pathlib import Path

import pytest

from ledger.book import lending_papers
from ledger.book.pen_funds import FundsPen
from ledger.book.pen_lending import LendingPen
from ledger.book.writing import Pen
from ledger.rules import lending, waiting_list
from tests.life.committee import Committee, found_group
from tests.life.diary import DifferentError
from tests.life.hand_loan import HandLoan

SEED = 2
HAPPENED = {
    *("deposit", "voluntary", "noticed", "interest credited", "welfare", "claim paid", "fee"),
    *("pay-out", "repayment", "guarantor pays", "reschedule", "pause", "waiver", "write-off"),
    *("gift", "fund spent", "network due", "borrowed", "lender paid", "cost", "income"),
    *("settlement", "died", "came back", "joined", "taken back"),
    *("put off", "other guarantors", "taken ahead", "bank compared", "handed over"),
    *("meeting signed", "meeting opened again", "year closed", "dividend in cash"),
}
"""What this seed brings at least once."""


def test_forty_members_live_three_years(folder: Path) -> None:
    committee = found_group(folder, members=40, seed=SEED)
    for _ in range(3):
        committee.year(20)
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
    with pytest.raises(DifferentError, match=r"cash|box"):
        live(committee)
    committee.book.close()


CONTROLS = {
    "a put-off that is forgotten": (LendingPen, "before_pay_out", "put_off", "put off"),
    "guarantors that stay": (LendingPen, "before_pay_out", "other_guarantors", "loan"),
    "a turn that is lost": (LendingPen, "before_pay_out", "ahead", "waiting"),
    "a comparison that is lost": (FundsPen, "compare_bank", "compare_with_bank", "bank"),
    "an election that is lost": (Pen, "set_officers", "elect", "in office"),
}
"""What is planted in the program: its pen writes nothing, at this act, and this must be said."""


@pytest.mark.parametrize("planted", CONTROLS)
def test_an_act_that_is_not_written_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch, planted: str
) -> None:
    pen, verb, act, said = CONTROLS[planted]
    committee = found_group(folder, members=12, seed=SEED)
    committee.meet()
    for _ in range(6):
        committee.ask()
        committee.bank()
    committee.go(committee.day + timedelta(days=1))
    # Once as it is, so that nothing but the fault makes the difference afterwards.
    getattr(committee, act)()
    monkeypatch.setattr(pen, verb, lambda *_, **__: None)
    with pytest.raises(DifferentError, match=said):
        again(committee, act)
    committee.book.close()


def test_a_guarantor_who_may_not_stand_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lending, "check_guarantors", lambda *_: None)
    committee = found_group(folder, members=12, seed=SEED)
    with pytest.raises(DifferentError, match="by hand False"):
        again(committee, "ask")
    committee.book.close()


def test_cash_that_is_called_free_and_is_not_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = waiting_list.waiting_list
    generous = lambda *given, cash, **more: right(*given, cash=cash + 10**9, **more)  # noqa: E731
    monkeypatch.setattr(lending_papers, "waiting_list", generous)
    committee = found_group(folder, members=12, seed=SEED)
    with pytest.raises(DifferentError, match=r"reaches=True.*by hand"):
        again(committee, "ask")
    committee.book.close()


def again(committee: Committee, act: str) -> None:
    """The same act on twenty days."""
    for _ in range(20):
        committee.go(committee.day + timedelta(days=1))
        getattr(committee, act)()


def live(committee: Committee) -> None:
    committee.year(24)
