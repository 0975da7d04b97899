"""The group month by month, its funds through a year, and the story of an entry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.accounts import Account
from ledger.rules.days import Month
from ledger.rules.transfers import EntryNumber, Kind, Transfer
from ledger.statements.annual import FundRow
from tests.book.books import BEGIN, KHAM, entry, lived_in, post

FUND, BANK, CASH = Account(3001), Account(1001), Account(1000)


@pytest.fixture
def lived(path: Path) -> Iterator[Book]:
    book = lived_in(path)
    yield book
    book.close()


def test_months_begin_with_the_books_and_a_closing_is_no_loss(lived: Book) -> None:
    months = lived.months(Month(2026, 1), 24)
    assert (months[0].month, len(months)) == (Month(2025, 1), 13)
    assert [(m.savings, m.loans) for m in months[:4]] == [
        (50_000, 0),
        (50_000, 10_000),
        (50_000, 6_000),
        (50_000, 6_000),
    ]
    # The entry of April was taken back in April.
    assert [m.income for m in months] == [0, 0, 200, 0, 5_000, *[0] * 8]
    assert months[-1].savings == 57_000


def test_the_last_months_are_those_that_were_asked_for(lived: Book) -> None:
    months = lived.months(Month(2025, 5), 2)
    assert [m.month.number for m in months] == [4, 5]
    assert (months[0].loans, months[1].income) == (6_000, 5_000)


def test_funds_through_the_year_in_which_they_moved(lived: Book) -> None:
    day = BEGIN.replace(year=2026, day=7)
    post(
        lived,
        entry(day, Transfer(Kind.FUND_GIFT, CASH, FUND, 9_000)),
        entry(day, Transfer(Kind.BANK_IN, BANK, CASH, 4_000)),
        entry(day, Transfer(Kind.FUND_SPENT, FUND, CASH, 2_000)),
    )
    rows = {row.account: row for row in lived.fund_rows(lived.year(2026))}
    assert rows[FUND] == FundRow(
        FUND, opening=0, received=9_000, allocated=0, spent=2_000, closing=7_000
    )
    assert rows[BANK].closing == 4_000
    before = {row.account: row for row in lived.fund_rows(lived.year(2025))}
    assert before[FUND].closing == 0
    (came, went) = lived.cash_book(day, day, account=FUND)
    assert (came.balance, went.balance) == (9_000, 7_000)


def test_an_entry_knows_who_wrote_it_and_what_takes_it_back(lived: Book) -> None:
    backs = {
        p.entry.reverses: p.number
        for p in lived.entries(BEGIN, BEGIN.replace(month=12))
        if p.entry.reverses is not None
    }
    ((wrong, back),) = backs.items()
    assert lived.counter_of(wrong) == back
    assert lived.counter_of(back) is None
    act = lived.act_of(wrong)
    assert (act.act, act.name) == ("record_day", KHAM.name)
    with pytest.raises(KeyError):
        lived.act_of(EntryNumber(9_999))
