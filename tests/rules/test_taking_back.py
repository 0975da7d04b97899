"""A wrong entry can be taken back as long as nothing goes below zero by it."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    LOANS,
    LOANS_WRITTEN_OFF,
    OPENING,
    SAVINGS,
    Account,
    Named,
    loans_of,
    named_account,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import FundLentOut
from ledger.rules.funds import AccountClosed
from ledger.rules.loan_values import Loan, LoanMove, LoanRequest, MoveKind
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import CashShort, DayOutsideBooks
from ledger.rules.rulebook import LoanProduct, Rulebook
from ledger.rules.taking_back import NotToBeTakenBack, WouldGoBelowZero, check_counter
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
TODAY = date(2026, 4, 20)
WELFARE = named_account(Named.FUND, 1)
NOY = Member(id=MemberId(1), number="1", name="ນ້ອຍ", joined=date(2026, 1, 1))
LOAN = Loan(
    LoanId(1),
    "2026-001",
    LoanRequest(NOY.id, DAY, 900_000, "trade", LoanProduct("t", "ຄ້າຂາຍ", 300), 12),
    moves=(LoanMove(DAY, MoveKind.PAY_OUT, 900_000), LoanMove(DAY, MoveKind.PRINCIPAL, 100_000)),
)
FACTS = DayFacts(
    day=TODAY,
    rulebook=Rulebook(valid_from=DAY, resolution="1"),
    first_day=date(2026, 1, 1),
    last_day=TODAY,
    books_begin=date(2026, 1, 1),
    balances={CASH: 50_000, WELFARE: 1_000, SAVINGS: 40_000},
    cash_low=50_000,
    members={NOY.id: NOY},
    savings={NOY.id: 40_000},
    loans={LOAN.id: LOAN},
)


def counter(*transfers: Transfer, day: date = TODAY) -> Entry:
    posted = PostedEntry(EntryNumber(3), Entry(DAY, transfers), seal="")
    return counter_entry(posted, day=day, reason="ພິມຜິດ")


def test_a_deposit_is_taken_back_with_its_reason_and_number() -> None:
    entry = counter(Transfer(Kind.DEPOSIT, CASH, SAVINGS, 40_000, member=NOY.id))
    check_counter(entry, FACTS)
    assert (entry.day, entry.reverses, entry.note) == (TODAY, 3, "ພິມຜິດ")
    assert (entry.transfers[0].debit, entry.transfers[0].credit) == (SAVINGS, CASH)


def test_cash_that_is_gone_cannot_be_given_back() -> None:
    entry = counter(Transfer(Kind.INTEREST, CASH, LOAN_INTEREST, 50_001))
    with pytest.raises(CashShort) as refused:
        check_counter(entry, FACTS)
    assert (refused.value.cash, refused.value.wanted) == (50_000, 50_001)


def test_savings_already_withdrawn_cannot_be_taken_back() -> None:
    entry = counter(Transfer(Kind.DEPOSIT, CASH, SAVINGS, 40_001, member=NOY.id))
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(entry, FACTS)
    assert (refused.value.member, refused.value.left) == (NOY.id, -1)


@pytest.mark.parametrize("account", [WELFARE, named_account(Named.BANK, 1)])
def test_no_fund_and_no_bank_goes_below_zero(account: Account) -> None:
    debit, credit = (CASH, account) if account == WELFARE else (account, CASH)
    entry = counter(Transfer(Kind.FUND_GIFT, debit, credit, 2_000))
    with pytest.raises(WouldGoBelowZero):
        check_counter(entry, FACTS)


def test_a_pay_out_that_has_been_repaid_in_part_stands() -> None:
    entry = counter(Transfer(Kind.PAY_OUT, LOANS, CASH, 900_000, NOY.id, LOAN.id))
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(entry, FACTS)
    assert refused.value.left == -100_000
    with pytest.raises(WouldGoBelowZero):
        check_counter(entry, replace(FACTS, loans={}))


def test_a_repayment_is_taken_back_and_the_debt_grows() -> None:
    entry = counter(Transfer(Kind.PRINCIPAL, CASH, LOANS, 50_000, NOY.id, LOAN.id))
    check_counter(entry, FACTS)


def test_a_cost_of_the_group_is_taken_back() -> None:
    check_counter(
        counter(Transfer(Kind.EXPENSE, named_account(Named.EXPENSE, 1), CASH, 900)), FACTS
    )


def test_money_of_a_fund_that_is_lent_out_stays() -> None:
    """Of 1,000 in the fund 800 are lent: a gift of 300 cannot be given back, one of 200 can."""
    lent = replace(FACTS, balances={**FACTS.balances, loans_of(WELFARE): 800})
    with pytest.raises(FundLentOut) as refused:
        check_counter(counter(Transfer(Kind.FUND_GIFT, CASH, WELFARE, 300)), lent)
    assert (refused.value.lent, refused.value.given) == (800, 300)
    check_counter(counter(Transfer(Kind.FUND_GIFT, CASH, WELFARE, 200)), lent)


def test_a_repayment_to_a_fund_is_not_taken_back_once_it_is_spent() -> None:
    """Taken back, 900 would be lent again out of a fund that holds only 1,000 with 800 lent."""
    lent = replace(FACTS, balances={**FACTS.balances, loans_of(WELFARE): 800})
    paid = Transfer(Kind.PRINCIPAL, CASH, loans_of(WELFARE), 201, NOY.id, LOAN.id)
    with pytest.raises(FundLentOut):
        check_counter(counter(paid), lent)
    out = Transfer(Kind.PAY_OUT, loans_of(WELFARE), CASH, 700, NOY.id, LOAN.id)
    check_counter(counter(out), lent)


def test_a_closed_account_takes_nothing_back() -> None:
    closed = replace(FACTS, closed=frozenset({WELFARE}))
    with pytest.raises(AccountClosed):
        check_counter(counter(Transfer(Kind.FUND_GIFT, CASH, WELFARE, 1)), closed)


@pytest.mark.parametrize(("back", "stays"), [(0, False), (1, True)])
def test_a_write_off_stays_while_something_came_back_of_it(back: int, *, stays: bool) -> None:
    moves = (*LOAN.moves, LoanMove(DAY, MoveKind.WRITTEN_OFF, 800_000))
    if back:
        moves = (*moves, LoanMove(DAY, MoveKind.RECOVERED, back))
    facts = replace(FACTS, loans={LOAN.id: replace(LOAN, moves=moves)})
    entry = counter(Transfer(Kind.WRITTEN_OFF, LOANS_WRITTEN_OFF, LOANS, 800_000, NOY.id, LOAN.id))
    if not stays:
        check_counter(entry, facts)
        return
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(entry, facts)
    assert (refused.value.account, refused.value.left) == (LOANS_WRITTEN_OFF, -1)


def test_a_write_off_that_was_got_back_whole_stays() -> None:
    """The loan is finished then, and no longer among those that are open."""
    entry = counter(Transfer(Kind.WRITTEN_OFF, LOANS_WRITTEN_OFF, LOANS, 5, NOY.id, LOAN.id))
    with pytest.raises(WouldGoBelowZero):
        check_counter(entry, replace(FACTS, loans={}))


def test_opening_balances_stay() -> None:
    with pytest.raises(NotToBeTakenBack):
        check_counter(counter(Transfer(Kind.OPENING, OPENING, SAVINGS, 1, member=NOY.id)), FACTS)


def test_a_closed_year_is_not_touched() -> None:
    deposit = Transfer(Kind.DEPOSIT, CASH, SAVINGS, 1, member=NOY.id)
    with pytest.raises(DayOutsideBooks):
        check_counter(counter(deposit, day=date(2025, 12, 31)), FACTS)
    check_counter(counter(deposit, day=date(2026, 1, 1)), FACTS)


def test_all_that_a_fund_holds_can_be_given_back_and_not_a_kip_more() -> None:
    gift = Transfer(Kind.FUND_GIFT, CASH, WELFARE, 1_000)
    check_counter(counter(gift), FACTS)
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(counter(replace(gift, kip=1)), replace(FACTS, balances={CASH: 50_000}))
    assert (refused.value.account, refused.value.left) == (WELFARE, -1)
    lent = replace(FACTS, balances={**FACTS.balances, loans_of(WELFARE): 1_000})
    with pytest.raises(FundLentOut):
        check_counter(counter(replace(gift, kip=1)), lent)


def test_who_has_nothing_has_not_a_kip_to_give_back() -> None:
    entry = counter(Transfer(Kind.DEPOSIT, CASH, SAVINGS, 1, member=NOY.id))
    with pytest.raises(WouldGoBelowZero) as refused:
        check_counter(entry, replace(FACTS, savings={}))
    assert refused.value.left == -1


def test_what_an_entry_does_not_touch_does_not_keep_it() -> None:
    """Whatever an old book says of her savings, or of a loan that was repaid too often."""
    below = replace(FACTS, savings={NOY.id: -5})
    check_counter(counter(Transfer(Kind.FUND_GIFT, CASH, WELFARE, 5, member=NOY.id)), below)
    moves = (*LOAN.moves, LoanMove(DAY, MoveKind.PRINCIPAL, 900_000))
    over = replace(FACTS, loans={LOAN.id: replace(LOAN, moves=moves)})
    check_counter(counter(Transfer(Kind.INTEREST, CASH, LOAN_INTEREST, 5, NOY.id, LOAN.id)), over)


def test_a_pay_out_of_which_nothing_is_repaid_is_taken_back_whole() -> None:
    entry = counter(Transfer(Kind.PAY_OUT, LOANS, CASH, 900_000, NOY.id, LOAN.id))
    check_counter(entry, replace(FACTS, loans={LOAN.id: replace(LOAN, moves=LOAN.moves[:1])}))
