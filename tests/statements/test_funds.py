"""Funds, banks and debts through a year, and an account's own page."""

from dataclasses import replace

from ledger.rules import makers
from ledger.rules.accounts import (
    CASH,
    COMMITTEE_PAYABLE,
    YEAR_RESULT,
    Named,
    named_account,
)
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer
from ledger.statements.annual import FundRow
from ledger.statements.funds import funds_of, is_set_apart, set_apart
from ledger.statements.lists import cash_book_of
from tests.villages import BANK, COSTS, DAY, KHAM, NETWORK, RESERVE, RULES, WELFARE


def posted(number: int, *transfers: Transfer, reverses: int | None = None) -> PostedEntry:
    back = None if reverses is None else EntryNumber(reverses)
    return PostedEntry(EntryNumber(number), Entry(DAY, transfers, reverses=back), seal="")


def back(transfer: Transfer) -> Transfer:
    return replace(transfer, debit=transfer.credit, credit=transfer.debit)


def test_the_accounts_that_are_set_apart() -> None:
    old = named_account(Named.FUND, 9)
    assert set_apart(RULES, (CASH, COMMITTEE_PAYABLE, old, COSTS)) == (
        BANK,
        COMMITTEE_PAYABLE,
        NETWORK,
        WELFARE,
        RESERVE,
        old,
    )
    assert not is_set_apart(CASH)


def test_a_fund_through_the_year() -> None:
    entries = [
        posted(1, makers.welfare(KHAM.id, 1_000, fund=WELFARE), makers.fund_gift(WELFARE, 50_000)),
        posted(2, makers.benefit(WELFARE, 20_000, member=KHAM.id)),
        posted(3, Transfer(Kind.ALLOCATION, YEAR_RESULT, WELFARE, 7_000)),
        posted(4, makers.fund_spent(RESERVE, 100)),
        posted(5, Transfer(Kind.ALLOCATION, RESERVE, YEAR_RESULT, 40)),
    ]
    welfare, reserve = funds_of(entries, accounts=(WELFARE, RESERVE), opening={WELFARE: 300_000})
    assert welfare == FundRow(
        WELFARE, opening=300_000, received=51_000, allocated=7_000, spent=20_000, closing=338_000
    )
    assert reserve == FundRow(
        RESERVE, opening=0, received=0, allocated=-40, spent=100, closing=-140
    )


def test_what_was_taken_back_was_neither_received_nor_spent() -> None:
    gift, spent = makers.fund_gift(WELFARE, 500), makers.fund_spent(WELFARE, 200)
    entries = [
        posted(1, gift),
        posted(2, spent),
        posted(3, back(gift), reverses=1),
        posted(4, back(spent), reverses=2),
    ]
    (row,) = funds_of(entries, accounts=(WELFARE,), opening={})
    assert row == FundRow(WELFARE, opening=0, received=0, allocated=0, spent=0, closing=0)


def test_a_bank_grows_on_its_other_side() -> None:
    entries = [posted(1, makers.to_bank(BANK, 900)), posted(2, makers.from_bank(BANK, 300))]
    (row,) = funds_of(entries, accounts=(BANK,), opening={BANK: 50})
    assert (row.received, row.spent, row.closing) == (900, 300, 650)


def test_a_fund_has_a_page_of_its_own() -> None:
    entries = [
        posted(1, makers.fund_gift(WELFARE, 500)),
        posted(2, makers.spent(COSTS, 1)),
        posted(3, makers.benefit(WELFARE, 200, member=KHAM.id)),
    ]
    rows = cash_book_of(entries, {KHAM.id: KHAM}, before=100, account=WELFARE)
    assert [(row.number, row.received, row.paid, row.balance) for row in rows] == [
        (1, 500, 0, 600),
        (3, 0, 200, 400),
    ]
    assert rows[1].member is KHAM
