"""The waiting list: whose need comes first, what the cash serves, and who is taken ahead."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.loan_rules import LoanRules, Purpose
from ledger.rules.loan_values import Loan, LoanDecision
from ledger.rules.transfers import LoanId
from ledger.rules.waiting_list import (
    OutOfTurn,
    WaitingList,
    check_turn,
    rank_of,
    waiting_list,
)
from tests.rules.loan_makers import JAN_5, RICE, after, loan, request

RULES = LoanRules(
    purposes=(
        Purpose("p1", "ປິ່ນປົວ", "rice", "illness"),
        Purpose("agriculture", "ກະສິກຳ", "rice"),
        Purpose("handicraft", "ຫັດຖະກຳ", "rice"),
    ),
    cash_kept=300_000,
)
DAY = after(JAN_5, 30)


def asked(number: int, purpose: str, kip: int = 1_000_000, *, days: int = 0) -> Loan:
    wish = replace(request(RICE, kip), purpose=purpose, day=after(JAN_5, days))
    return Loan(LoanId(number), f"2026-{number:03d}", wish)


def agreed(loan: Loan, *, kip: int | None = None, approved: bool = True, day: date = JAN_5) -> Loan:
    amount = loan.request.kip if kip is None else kip
    return replace(loan, decision=LoanDecision(max(day, loan.request.day), "3", approved, amount))


def listed(*loans: Loan, cash: int = 2_300_000, ahead: tuple[int, ...] = ()) -> WaitingList:
    taken = tuple(LoanId(number) for number in ahead)
    return waiting_list(loans, RULES, day=DAY, cash=cash, ahead=taken)


def test_illness_before_emergency_before_agriculture_before_trade_before_the_rest() -> None:
    order = ["illness", "emergency", "agriculture", "trade", "handicraft"]
    assert [rank_of(purpose, RULES) for purpose in order] == [0, 1, 2, 3, 4]
    assert rank_of("p1", RULES) == 0, "a purpose of the group's own, by its key"
    assert rank_of("other", RULES) == rank_of("", RULES) == 4


def test_a_group_has_an_order_of_its_own() -> None:
    rules = replace(RULES, priority=("handicraft", "other", "illness"))
    assert [rank_of(p, rules) for p in ("handicraft", "trade", "p1")] == [0, 1, 2]
    assert rank_of("trade", replace(rules, priority=("p1",))) == 1
    assert rank_of("trade", replace(rules, priority=())) == 0


def test_within_a_purpose_the_earlier_request_comes_first() -> None:
    found = listed(asked(1, "trade", days=2), asked(2, "trade", days=1), asked(3, "p1", days=9))
    assert [row.loan.id for row in found.rows] == [3, 2, 1]
    assert [row.place for row in found.rows] == [1, 2, 3]


def test_the_cash_less_what_is_kept_serves_them_in_their_order() -> None:
    half = agreed(asked(2, "agriculture"), kip=500_000)
    found = listed(asked(1, "p1", 1_400_000), half, asked(3, "trade", 200_000))
    assert found.cash == 2_000_000
    assert [(row.together, row.reaches) for row in found.rows] == [
        (1_400_000, True),
        (1_900_000, True),
        (2_100_000, False),
    ]
    assert listed(asked(1, "p1"), cash=100_000).cash == 0
    whole, short = (listed(asked(1, "p1"), cash=cash) for cash in (1_300_000, 1_299_999))
    assert [found.rows[0].reaches for found in (whole, short)] == [True, False], "to the last kip"


def test_who_was_refused_or_has_her_money_or_asks_later_does_not_wait() -> None:
    gone = loan(RICE, 1_000_000)
    refused = agreed(asked(2, "p1"), approved=False)
    later = asked(3, "p1", days=31)
    found = listed(gone, refused, later)
    assert found.rows == ()
    assert found.of(LoanId(2)) is None


def test_who_is_taken_ahead_stands_first() -> None:
    found = listed(asked(1, "p1"), asked(2, "trade"), asked(3, "other"), ahead=(3, 2))
    assert [row.loan.id for row in found.rows] == [3, 2, 1]
    assert [row.ahead for row in found.rows] == [True, True, False]


def test_nobody_is_paid_while_an_approved_loan_before_her_would_go_without() -> None:
    first, second = agreed(asked(1, "p1")), agreed(asked(2, "trade", 1_500_000))
    check_turn(first, listed(first, second))
    check_turn(second, listed(first, second, cash=2_800_000))
    with pytest.raises(OutOfTurn) as refused:
        check_turn(second, listed(first, second))
    assert refused.value == OutOfTurn("2026-002", "2026-001", cash=2_000_000, wanted=2_500_000)
    check_turn(second, listed(first, second, ahead=(2,)))
    with pytest.raises(OutOfTurn):
        check_turn(second, listed(agreed(asked(1, "p1"), day=DAY), second))


def test_what_is_only_asked_for_holds_nobody_up() -> None:
    second = agreed(asked(2, "trade", 1_500_000))
    check_turn(second, listed(asked(1, "p1"), second))
    decided_later = agreed(asked(1, "p1"), day=after(DAY, 1))
    check_turn(second, listed(decided_later, second))


def test_alone_there_is_no_turn_to_keep() -> None:
    check_turn(agreed(asked(1, "p1", 9_000_000)), listed(agreed(asked(1, "p1", 9_000_000))))
    check_turn(agreed(asked(2, "p1")), listed(asked(1, "trade")))


waiting_loans = st.lists(
    st.builds(
        lambda purpose, kip, days, approved: (purpose, kip, days, approved),
        st.sampled_from(["p1", "emergency", "agriculture", "trade", "handicraft"]),
        st.integers(1, 3_000_000),
        st.integers(0, 30),
        st.booleans(),
    ),
    max_size=9,
)


@given(waiting_loans, st.integers(0, 9_000_000), st.lists(st.integers(1, 9), max_size=3))
def test_everybody_has_one_place_and_the_cash_is_lent_once(
    some: list[tuple[str, int, int, bool]], cash: int, ahead: list[int]
) -> None:
    loans = [asked(n, p, kip, days=d) for n, (p, kip, d, _) in enumerate(some, start=1)]
    loans = [agreed(o) if yes else o for o, (*_, yes) in zip(loans, some, strict=True)]
    found = listed(*loans, cash=cash, ahead=tuple(dict.fromkeys(ahead)))
    assert sorted(row.loan.id for row in found.rows) == [o.id for o in loans]
    assert [row.place for row in found.rows] == list(range(1, len(loans) + 1))
    assert sum(row.kip for row in found.rows if row.reaches) <= max(0, cash - RULES.cash_kept)
    assert [row.reaches for row in found.rows] == sorted(
        (row.reaches for row in found.rows), reverse=True
    )
