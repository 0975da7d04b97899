"""What the group lends to another village's group: its terms, its money, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, GROUP_INTEREST, OPENING
from ledger.rules.borrowing import (
    Borrowing,
    BorrowingNotRunning,
    BorrowingReceived,
    MoreThanBorrowed,
    borrowing_move,
    is_lent,
    owed_to,
    schedule_of,
    split_payment,
    state_of,
    with_move,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import add_months
from ledger.rules.lines_funds import Borrowed, GroupLent, GroupPaid, LenderPaid
from ledger.rules.loan_rules import LoanProduct, ScheduleKind
from ledger.rules.loan_values import MoveKind
from ledger.rules.makers_funds import group_lent, group_paid
from ledger.rules.opening_debts import OpeningDebt, Owing, borrowings_of, check_debts
from ledger.rules.posting_funds import AccountNotOurs, BankShort, NotAsAgreed
from ledger.rules.refusals import CashShort, DayOutsideBooks
from ledger.rules.rulebook import NamedAccount
from ledger.rules.set_up import check_set_up, expected_cash, opening_entries, opening_rules
from ledger.rules.transfers import Kind, LoanId, Transfer
from tests.rules.posting_makers import moved, one, refusal_of
from tests.rules.test_set_up import RULES as NEW_RULES
from tests.rules.test_set_up import WHOLE
from tests.villages import BANK, DAY, LENDER, NEXT_VILLAGE, RULES, day_facts

JANUARY = date(2026, 1, 5)
TERMS = LoanProduct(
    key="lender", name="ກຸ່ມບ້ານເໜືອ", rate=100, months=4, schedule=ScheduleKind.PRINCIPAL_PARTS
)
AGREED = Borrowing(NEXT_VILLAGE, "ກຸ່ມບ້ານເໜືອ", JANUARY, 1_000_000, TERMS, "2/2026")
GONE = with_move(AGREED, group_lent(NEXT_VILLAGE, 1_000_000, place=CASH), day=JANUARY)


def facts_with(borrowing: Borrowing = AGREED, **changed: Any) -> DayFacts:
    """The village with the account of another group, and money in box and bank."""
    accounts = (*RULES.accounts, NamedAccount(NEXT_VILLAGE, "ກຸ່ມບ້ານເໜືອ"))
    facts = day_facts(
        rulebook=replace(RULES, accounts=accounts), borrowings={NEXT_VILLAGE: borrowing}
    )
    balances = {**facts.balances, BANK: 500_000, CASH: 5_000_000}
    return replace(facts, **{"balances": balances, "cash_low": 5_000_000, **changed})


def sides(t: Transfer) -> tuple[Kind, int, int, int]:
    return t.kind, t.debit, t.credit, t.kip


def paid(borrowing: Borrowing, kip: int, day: date) -> Borrowing:
    for t in group_paid(NEXT_VILLAGE, split_payment(borrowing, kip, day=day), place=CASH):
        borrowing = with_move(borrowing, t, day=day)
    return borrowing


def test_the_account_tells_who_owes_whom() -> None:
    assert is_lent(AGREED)
    assert not is_lent(replace(AGREED, account=LENDER))


def test_it_has_the_schedule_that_a_borrowing_has() -> None:
    rows = schedule_of(GONE)
    assert [(r.due, r.principal, r.interest) for r in rows] == [
        (date(2026, 2, 5), 250_000, 10_000),
        (date(2026, 3, 5), 250_000, 7_500),
        (date(2026, 4, 5), 250_000, 5_000),
        (date(2026, 5, 5), 250_000, 2_500),
    ]
    assert state_of(GONE, date(2026, 2, 6)).overdue == 260_000
    assert state_of(paid(GONE, 260_000, date(2026, 2, 5)), date(2026, 2, 6)).overdue == 0


@given(
    st.lists(st.tuples(st.integers(1, 800_000), st.integers(0, 9)), max_size=5).map(
        lambda found: sorted(found, key=lambda one: one[1])
    )
)
def test_what_came_back_is_principal_and_interest_to_the_kip(steps: list[tuple[int, int]]) -> None:
    now, given_ = GONE, 0
    for kip, months in steps:
        day = add_months(JANUARY, months)
        most = owed_to(now, day)
        if kip > most:
            with pytest.raises((MoreThanBorrowed, BorrowingNotRunning)):
                split_payment(now, kip, day=day)
            continue
        now, given_ = paid(now, kip, day), given_ + kip
        assert owed_to(now, day) == most - kip
    state = state_of(now, add_months(JANUARY, 9))
    assert 1_000_000 - state.principal + state.interest_paid == given_


def test_what_is_taken_back_counts_below_zero() -> None:
    back = Transfer(Kind.GROUP_LENT, CASH, NEXT_VILLAGE, 5)
    assert borrowing_move(back, day=JANUARY) == replace(GONE.moves[0], kip=-5)
    unpaid = Transfer(Kind.GROUP_INTEREST, NEXT_VILLAGE, CASH, 5)
    move = borrowing_move(unpaid, day=JANUARY)
    assert move is not None
    assert (move.kind, move.kip) == (MoveKind.INTEREST, -5)
    income = Transfer(Kind.GROUP_INTEREST, NEXT_VILLAGE, GROUP_INTEREST, 5)
    assert borrowing_move(income, day=JANUARY) is None


class TestLines:
    def test_the_money_goes_whole_and_once(self) -> None:
        whole = GroupLent(NEXT_VILLAGE, 1_000_000)
        assert one(whole, facts=facts_with())[:3] == (Kind.GROUP_LENT, NEXT_VILLAGE, CASH)
        assert refusal_of(whole, whole, facts=facts_with()) == BorrowingReceived(NEXT_VILLAGE)
        assert refusal_of(GroupLent(NEXT_VILLAGE, 5), facts=facts_with()) == NotAsAgreed(
            NEXT_VILLAGE, 5, 1_000_000
        )
        early = facts_with(day=date(2026, 1, 4))
        assert isinstance(refusal_of(whole, facts=early), DayOutsideBooks)

    def test_never_more_than_box_or_bank_hold(self) -> None:
        whole = GroupLent(NEXT_VILLAGE, 1_000_000)
        assert isinstance(refusal_of(whole, facts=facts_with(cash_low=999_999)), CashShort)
        through = replace(whole, bank=BANK)
        assert refusal_of(through, facts=facts_with()) == BankShort(BANK, 500_000, 1_000_000)

    def test_what_it_pays_is_interest_first_and_then_principal(self) -> None:
        later = DAY.replace(month=DAY.month + 1)
        gone = with_move(
            replace(AGREED, day=DAY), group_lent(NEXT_VILLAGE, 1_000_000, place=CASH), day=DAY
        )
        owed = facts_with(gone, day=later, last_day=later)
        income, interest, principal = moved(GroupPaid(NEXT_VILLAGE, 110_000), facts=owed)
        assert sides(income) == (Kind.GROUP_INTEREST, NEXT_VILLAGE, GROUP_INTEREST, 10_000)
        assert sides(interest) == (Kind.GROUP_INTEREST, CASH, NEXT_VILLAGE, 10_000)
        assert sides(principal) == (Kind.GROUP_PRINCIPAL, CASH, NEXT_VILLAGE, 100_000)
        through = moved(GroupPaid(NEXT_VILLAGE, 110_000, bank=BANK), facts=owed)
        assert [t.debit for t in through[1:]] == [BANK, BANK]
        more = GroupPaid(NEXT_VILLAGE, 1_010_001)
        assert refusal_of(more, facts=owed) == MoreThanBorrowed(NEXT_VILLAGE, 1_010_001, 1_010_000)

    def test_nothing_comes_back_before_it_went(self) -> None:
        paid_early = GroupPaid(NEXT_VILLAGE, 5)
        assert refusal_of(paid_early, facts=facts_with()) == BorrowingNotRunning(NEXT_VILLAGE)

    def test_a_lender_is_no_group_and_a_group_no_lender(self) -> None:
        for line in (Borrowed(NEXT_VILLAGE, 1_000_000), LenderPaid(NEXT_VILLAGE, 5)):
            assert isinstance(refusal_of(line, facts=facts_with()), AccountNotOurs)
        unknown = facts_with(borrowings={})
        assert isinstance(refusal_of(GroupLent(NEXT_VILLAGE, 5), facts=unknown), AccountNotOurs)
        assert isinstance(refusal_of(GroupPaid(LENDER, 5), facts=unknown), AccountNotOurs)


class TestBeginning:
    LENT = OpeningDebt("ກຸ່ມບ້ານເໜືອ", 400_000, TERMS, date(2026, 2, 28), "3/2025", owing=Owing.LENT)
    OWED = replace(LENT, lender="ກອງທຶນເມືອງ", kip=900_000, owing=Owing.OWED)

    def test_both_ways_have_accounts_of_their_own(self) -> None:
        found = borrowings_of((self.LENT, self.OWED), NEW_RULES)
        assert [one.account for one in found] == [NEXT_VILLAGE, LENDER]
        check_debts((self.LENT, self.OWED), NEW_RULES, last=date(2026, 2, 28))

    def test_what_was_lent_is_not_in_the_box(self) -> None:
        begun = replace(WHOLE, debts=(self.LENT, self.OWED))
        assert expected_cash(begun) == expected_cash(WHOLE) + 900_000 - 400_000
        begun = replace(begun, count=replace(WHOLE.count, notes=((1, expected_cash(begun)),)))
        check_set_up(begun)
        assert opening_rules(begun).named(NEXT_VILLAGE) is not None
        written = [t for e in opening_entries(begun, (LoanId(1),)) for t in e.transfers]
        assert Transfer(Kind.OPENING, NEXT_VILLAGE, OPENING, 400_000) in written
        assert Transfer(Kind.OPENING, OPENING, LENDER, 900_000) in written

    def test_it_goes_on_from_the_day_until_which_interest_was_paid(self) -> None:
        (agreed,) = borrowings_of((self.LENT,), NEW_RULES)
        opened = Transfer(Kind.OPENING, NEXT_VILLAGE, OPENING, 400_000)
        running = with_move(agreed, opened, day=date(2026, 2, 28))
        assert state_of(running, date(2026, 3, 1)).principal == 400_000
        assert schedule_of(running)[0].due == date(2026, 3, 28)
