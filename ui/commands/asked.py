"""What the command `figures` was asked for, and the book that answers it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.book.book import Book
from ledger.rules.accounts import Account
from ledger.rules.people import Member
from ledger.rules.rulebook import Rulebook
from translations import Words
from translations.naming import account_word
from ui.commands.finding import member_numbered
from ui.commands.refusals import NobodyOfThatName


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, and the book to answer it."""

    book: Book
    day: date
    today: date
    year: int
    member: str
    words: Words
    counted: str | None = None
    rules: str | None = None

    @property
    def rulebook(self) -> Rulebook:
        """The rules in force on the day."""
        return self.book.rulebook(self.day)

    def account(self, account: Account) -> dict[str, Any]:
        """An account by number and name."""
        named = self.rulebook.naming(account)
        name, key = (named.name, named.key) if named else ("", "")
        return {"account": account, "name": account_word(self.words, account, name, key)}


Rows = Iterable[dict[str, Any]]


def member_named(book: Book, number: str) -> Member:
    """The member of that number; NobodyOfThatName where there is none."""
    found = member_numbered(book.members(), number)
    if found is None:
        raise NobodyOfThatName(found=number)
    return found
