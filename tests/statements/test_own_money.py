"""Gifts, network, banks and borrowings as the annual statement and the funds page tell them."""

from dataclasses import replace
from datetime import date

from ledger.rules.accounts import CASH, SEED_MONEY, YEAR_RESULT
from ledger.rules.borrowing import Borrowing, with_move
from ledger.rules.fund_rules import Level
from ledger.rules.kip import Kip
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.makers import fund_gift, payable_paid, seed_money
from ledger.rules.makers_funds import borrowed, network_due
from ledger.rules.reconciliation import BankStatement
from ledger.rules.rulebook import NamedAccount
from ledger.rules.transfers import (
    Entry,
    EntryNumber,
    Kind,
    PostedEntry,
    Proof,
    Transfer,
    counter_entry,
)
from ledger.statements.banks import bank_rows_of
from ledger.statements.borrowings import borrowing_rows_of
from ledger.statements.gifts import GiftRow, gifts_of
from ledger.statements.network import NetworkPayment, network_rows_of
from tests.villages import BANK, DAY, LENDER, NETWORK, RULES, WELFARE


def posted(number: int, *transfers: Transfer, **facts: str) -> PostedEntry:
    note = facts.pop("note", "")
    return PostedEntry(
        EntryNumber(number), Entry(DAY, transfers, note=note, proof=Proof(**facts)), ""
    )


def taken_back(one: PostedEntry, number: int) -> PostedEntry:
    return PostedEntry(EntryNumber(number), counter_entry(one, day=DAY, reason="x"), "")


class TestGifts:
    def test_each_says_who_gave_what_for_which_fund(self) -> None:
        gift = posted(1, fund_gift(WELFARE, 5_000), note="ຢາ", partner="ວັດ")
        grant = posted(2, seed_money(9_000, place=BANK), partner="ໂຄງການ")
        assert gifts_of([gift, grant]) == (
            GiftRow(EntryNumber(1), DAY, WELFARE, "ວັດ", "ຢາ", 5_000, CASH),
            GiftRow(EntryNumber(2), DAY, SEED_MONEY, "ໂຄງການ", "", 9_000, BANK),
        )

    def test_what_was_taken_back_was_never_given(self) -> None:
        gift = posted(1, fund_gift(WELFARE, 5_000))
        assert gifts_of([gift, taken_back(gift, 2)]) == ()
        assert gifts_of([posted(3, network_due(NETWORK, 5))]) == ()


class TestNetwork:
    def test_owed_paid_and_still_owed(self) -> None:
        named = replace(RULES.accounts[3], level=Level.DISTRICT, monthly=2_000)
        rules = replace(RULES, accounts=(*RULES.accounts[:3], named, *RULES.accounts[4:]))
        paid = posted(3, payable_paid(NETWORK, 30_000), receipt="77")
        wrong = posted(4, payable_paid(NETWORK, 1_000))
        entries = [
            posted(1, Transfer(Kind.ALLOCATION, YEAR_RESULT, NETWORK, 40_000)),
            posted(2, network_due(NETWORK, 2_000)),
            paid,
            wrong,
            taken_back(wrong, 5),
            posted(6, fund_gift(WELFARE, 5)),
        ]
        (row,) = network_rows_of(entries, rulebook=rules, opening={NETWORK: 500})
        assert (row.level, row.monthly) == (Level.DISTRICT, 2_000)
        assert (row.opening, row.from_profit, row.contributed) == (500, 40_000, 2_000)
        assert (row.paid, row.owed) == (30_000, 12_500)
        assert row.payments[0] == NetworkPayment(EntryNumber(3), DAY, 30_000, "77")
        assert [payment.kip for payment in row.payments] == [30_000, 1_000, -1_000]

    def test_what_a_proposed_closing_gives_counts(self) -> None:
        given = Transfer(Kind.ALLOCATION, YEAR_RESULT, NETWORK, 40_000)
        closing = Entry(DAY, (given, Transfer(Kind.ALLOCATION, YEAR_RESULT, WELFARE, 7)))
        owed = [posted(1, network_due(NETWORK, 2_000))]
        (row,) = network_rows_of(owed, rulebook=RULES, opening={}, planned=(closing,))
        assert (row.from_profit, row.contributed, row.owed) == (40_000, 2_000, 42_000)


class TestBanks:
    def test_a_deposit_with_the_network_is_an_asset_that_is_confirmed(self) -> None:
        """Khao Khram: what stood with the network was never compared with anything."""
        deposit = replace(RULES.accounts[2], level=Level.ZONE, rate=300)
        rules = replace(RULES, accounts=(deposit, NamedAccount(NETWORK, "x")))
        (row,) = bank_rows_of(rules, balances={BANK: 7}, statements=(), day=DAY)
        assert (row.level, row.rate, row.balance, row.newest, row.days) == (
            Level.ZONE,
            300,
            7,
            None,
            None,
        )

    def test_how_long_ago_it_was_compared(self) -> None:
        seen = BankStatement(1, BANK, date(2026, 3, 31), 9, 0)
        later = BankStatement(2, BANK, date(2026, 4, 6), 9, 0)
        (row,) = bank_rows_of(RULES, balances={}, statements=(seen, later), day=DAY)
        assert (row.newest, row.days, row.balance) == (seen, 5, 0)


class TestBorrowings:
    def test_where_each_stands_and_when_the_next_part_is_due(self) -> None:
        terms = LoanProduct(key="lender", name="", rate=100, months=4)
        agreed = Borrowing(LENDER, "ເມືອງ", DAY, 1_000_000, terms, "2/2026")
        running = with_move(agreed, _came(1_000_000), day=DAY)
        waiting, row = borrowing_rows_of([agreed, running], DAY)
        assert waiting.next_due is None
        assert row.next_due is not None
        assert (row.state.principal, row.next_due.due) == (1_000_000, date(2026, 8, 5))
        assert borrowing_rows_of([agreed], date(2026, 4, 4)) == ()


def _came(kip: Kip) -> Transfer:
    return borrowed(LENDER, kip, place=CASH)
