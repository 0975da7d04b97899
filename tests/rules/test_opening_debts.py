"""What the group owes when its books begin goes on by the lender's terms."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, OPENING, Named, named_account
from ledger.rules.balances import balances
from ledger.rules.borrowing import (
    Borrowing,
    TermsOutOfRange,
    owed_to,
    schedule_of,
    state_of,
    with_move,
)
from ledger.rules.funds import NameTaken
from ledger.rules.loan_rules import LoanProduct, ScheduleKind
from ledger.rules.meeting_values import CashCount
from ledger.rules.opening_debts import (
    InterestPaidAhead,
    OpeningDebt,
    borrowings_of,
    check_debts,
    with_debts,
)
from ledger.rules.refusals import AmountOutOfRange, NameMissing
from ledger.rules.rulebook import NamedAccount
from ledger.rules.set_up import check_set_up, expected_cash, opening_entries, opening_rules
from ledger.rules.transfers import Kind, LoanId, Transfer
from tests.rules.test_set_up import RULES, WHOLE

EVE = date(2026, 2, 28)
PARTS = LoanProduct(
    key="lender", name="", rate=100, months=3, schedule=ScheduleKind.PRINCIPAL_PARTS
)
BULLET = LoanProduct(key="lender", name="", rate=50, months=12)
DISTRICT = OpeningDebt("ກອງທຶນເມືອງ", 900_000, PARTS, EVE, "4/2025")
HARVEST = OpeningDebt("ກຸ່ມບ້ານໃຕ້", 1_000_000, BULLET, date(2025, 6, 15), "9/2025")


def running(debt: OpeningDebt) -> Borrowing:
    """The debt as the book has it after the opening entry."""
    (borrowing,) = borrowings_of((debt,), RULES)
    return with_move(
        borrowing, Transfer(Kind.OPENING, OPENING, borrowing.account, debt.kip), day=EVE
    )


def test_a_debt_paid_in_parts_goes_on_with_the_parts_that_are_left() -> None:
    rows = schedule_of(running(DISTRICT))
    assert [(row.due, row.principal, row.interest) for row in rows] == [
        (date(2026, 3, 28), 300_000, 9_000),
        (date(2026, 4, 28), 300_000, 6_000),
        (date(2026, 5, 28), 300_000, 3_000),
    ]


def test_a_debt_of_which_nothing_was_paid_keeps_its_day_and_owes_its_interest_from_the_first() -> (
    None
):
    debt = running(HARVEST)
    (row,) = schedule_of(debt)
    assert (row.due, row.principal, row.interest) == (date(2026, 6, 15), 1_000_000, 60_000)
    state = state_of(debt, EVE)
    assert (state.principal, state.interest_due, state.overdue) == (1_000_000, 45_000, 0)
    assert owed_to(debt, date(2026, 6, 15)) == 1_060_000


def test_each_debt_has_an_account_of_its_own_beside_those_of_the_rules() -> None:
    first = named_account(Named.LENDER, 1)
    used = replace(RULES, accounts=(*RULES.accounts, NamedAccount(first, "ທະນາຄານນະໂຍບາຍ")))
    found = borrowings_of((DISTRICT, HARVEST), used)
    assert [one.account for one in found] == [named_account(Named.LENDER, n) for n in (2, 3)]
    rules = with_debts(used, found)
    assert [named.name for named in rules.accounts[-2:]] == [
        "ກອງທຶນເມືອງ · 4/2025",
        "ກຸ່ມບ້ານໃຕ້ · 9/2025",
    ]


@pytest.mark.parametrize(
    ("debts", "refusal"),
    [
        ((replace(DISTRICT, lender=" "),), NameMissing),
        ((replace(DISTRICT, decision=""),), NameMissing),
        ((replace(DISTRICT, kip=0),), AmountOutOfRange),
        ((replace(DISTRICT, terms=replace(PARTS, months=0)),), TermsOutOfRange),
        ((replace(DISTRICT, since=date(2026, 3, 1)),), InterestPaidAhead),
        ((DISTRICT, DISTRICT), NameTaken),
    ],
)
def test_a_debt_that_nobody_lends_so_is_refused(
    debts: tuple[OpeningDebt, ...], refusal: type[Exception]
) -> None:
    check_debts((DISTRICT, HARVEST), RULES, last=EVE)
    with pytest.raises(refusal):
        check_debts(debts, RULES, last=EVE)


@given(st.lists(st.integers(1, 50_000_000), max_size=3))
def test_what_is_owed_is_in_the_box_or_was_lent_on_to_the_kip(owed: list[int]) -> None:
    debts = tuple(replace(DISTRICT, kip=kip, decision=str(n)) for n, kip in enumerate(owed))
    begun = replace(WHOLE, debts=debts)
    assert expected_cash(begun) == expected_cash(WHOLE) + sum(owed)
    begun = replace(begun, count=CashCount(((1, expected_cash(begun)),)))
    check_set_up(begun)
    entries = opening_entries(begun, (LoanId(1),))
    held = balances(t for entry in entries for t in entry.transfers)
    assert held.get(OPENING, 0) == 0
    assert held[CASH] == expected_cash(begun)
    lenders = [one.account for one in borrowings_of(debts, begun.rulebook)]
    assert [held[account] for account in lenders] == owed
    assert all(opening_rules(begun).named(account) for account in lenders)
