"""What every command needs first: the book, the day that counts as today, and who is acting."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from getpass import getpass
from pathlib import Path

from ledger.actions.pins import check_secret
from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.rules.people import SET_UP, Actor, Officer, Role
from translations import MoneyFormat, Words
from translations.reading import Unreadable, read_day
from ui.commands.refusals import NobodyOfThatName, OptionUnreadable
from ui.settings import data_folder


def now() -> datetime:
    """The clock on this machine's wall, for the audit trail."""
    return datetime.now(tz=UTC)


def day_option(text: str | None, option: str, default: date) -> date:
    """The day behind an option, or the default when it was not given."""
    if not text:
        return default
    try:
        return read_day(text)
    except Unreadable:
        raise OptionUnreadable(option=option, found=text) from None


def today_of(options: Namespace) -> date:
    """The day that counts as today: the machine's, unless `--today` says another."""
    return day_option(options.today, "--today", now().astimezone().date())


@contextmanager
def opened(file: Path, *, as_of: date | None = None) -> Iterator[Book]:
    """The book of a file, closed again whatever happens; with `as_of` as it stood on that day."""
    book = Book.open(file, clock=now, keeping=Keeping(data_folder()))
    try:
        if as_of is None:
            yield book
        else:
            past = book.as_of(as_of)
            try:
                yield past
            finally:
                past.close()
    finally:
        book.close()


def as_of(options: Namespace) -> date | None:
    """The day behind `--as-of`, when it was given."""
    return day_option(options.as_of, "--as-of", date.min) if options.as_of else None


def money_of(book: Book) -> MoneyFormat:
    """How this group writes its amounts."""
    group = book.group
    return MoneyFormat(points=group.points, decimals=group.decimals, currency=group.currency)


def words_of(book: Book, words: Words) -> Words:
    """The same words, with amounts as this group writes them."""
    return replace(words, money_format=money_of(book))


def actor_of(officer: Officer) -> Actor:
    """An officer as the one who acts."""
    return Actor(id=officer.id, name=officer.name, role=officer.role)


def keeper_of(book: Book) -> Actor:
    """Who acts when no name is given: the accountant, else the first officer of the committee."""
    officers = book.officers()
    for officer in officers:
        if officer.role is Role.ACCOUNTANT:
            return proved(book, actor_of(officer))
    return proved(book, actor_of(officers[0])) if officers else SET_UP


def officer_named(book: Book, name: str) -> Actor:
    """The officer of that name, or of that role; NobodyOfThatName where there is none."""
    for officer in book.officers():
        if name in {officer.name, officer.role.value}:
            return proved(book, actor_of(officer))
    raise NobodyOfThatName(found=name)


def proved(book: Book, actor: Actor) -> Actor:
    """The same officer, once she has typed her PIN; whoever has none need not.

    The PIN is never read from the command itself, where others would see it. Raises PinWrong.
    """
    if actor.id in book.pins():
        asked = getpass if sys.stdin.isatty() else _from_input
        check_secret(book, actor, asked(f"PIN ({actor.name}): "))
    return actor


def _from_input(_: str) -> str:
    """The PIN where nobody sits at a keyboard: the next line that comes in."""
    return sys.stdin.readline()
