"""The whole book as lists, ready for a spreadsheet: each under its name."""

from collections.abc import Iterator
from datetime import date

from ledger.book.book import Book
from ledger.rules.days import FIRST_DAY, fiscal_year
from reports.entries_list import entries_list
from reports.lists import (
    Listing,
    cash_book_list,
    funds_list,
    loans_list,
    members_list,
    trial_balance_list,
)
from translations import Words


def whole_book(book: Book, today: date, words: Words) -> Iterator[tuple[str, Listing]]:
    """Members, loans, funds, both sides, the cash book and every entry, up to a day."""
    rulebook = book.rulebook(today)
    members = {member.id: member for member in book.members()}
    yield words.say("Members"), members_list(book.members_balances(today), words)
    yield words.say("Loans"), loans_list(book.loan_rows(today, open_only=False), words)
    year = book.year(fiscal_year(today, last_month=rulebook.fiscal_year_end).number)
    yield words.say("Funds"), funds_list(book.fund_rows(year), rulebook, words)
    trial = trial_balance_list(book.trial_balance(today), rulebook, words)
    yield words.say("Trial balance"), trial
    yield words.say("Cash book"), cash_book_list(book.cash_book(FIRST_DAY, today), words)
    entries = book.entries(FIRST_DAY, today)
    yield words.say("All entries"), entries_list(entries, members, rulebook, words)
