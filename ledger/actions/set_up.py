"""The books begin: everything that the first-run pages gathered is written in one go."""

from contextlib import suppress
from pathlib import Path

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.records import Clock
from ledger.book.trouble import BookExists
from ledger.book.writing import writing
from ledger.rules.group_permits import Permits
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.set_up import (
    SetUp,
    check_set_up,
    opening_borrowings,
    opening_entries,
    opening_request,
    opening_rules,
)
from ledger.rules.transfers import LoanId


def start_books(book: Book, actor: Actor, *, set_up: SetUp) -> Change:
    """Write group, rules, committee, members, what is lent and owed, balances: all or nothing.

    Raises the refusals of `ledger.rules.set_up` and of the rulebook's own check.
    """
    book.permits.check(actor, Act.START_BOOKS)
    check_set_up(set_up)
    with writing(book, actor, Act.START_BOOKS) as pen:
        pen.set_group(set_up.group, books_begin=set_up.begin)
        pen.adopt(opening_rules(set_up))
        for member in set_up.members:
            pen.add_member(member)
        # After the members, for an officer may be one of them.
        pen.set_officers(set_up.officers)
        loans: list[LoanId] = []
        for loan in set_up.loans:
            request, decision = opening_request(set_up, loan)
            number = pen.request_loan(request, number=f"0-{len(loans) + 1:03d}")
            pen.decide_loan(number, decision)
            loans.append(number)
        for borrowing in opening_borrowings(set_up):
            pen.agree_borrowing(borrowing)
        pen.post(opening_entries(set_up, tuple(loans)))
    return pen.change


def begin_book(path: Path, actor: Actor, *, set_up: SetUp, clock: Clock) -> Book:
    """Make the file of a new group's book, start the books in it, and hand it over open.

    Raises what `start_books` raises, BookExists where a file is there already, and the other
    troubles of the disk. The file gets its name when the books have begun: a beginning that was
    refused, or that the power cut short, leaves nothing in the way of the next one.
    """
    Permits().check(actor, Act.START_BOOKS)
    check_set_up(set_up)
    if path.exists():
        raise BookExists(str(path))
    unnamed = path.with_name(path.name + ".new")
    with suppress(OSError):
        # What cannot be cleared away here is met, and named, by the making of the file.
        unnamed.unlink(missing_ok=True)
    book = Book.create(unnamed, group=set_up.group, rulebook=set_up.rulebook, clock=clock)
    try:
        start_books(book, actor, set_up=set_up)
    except BaseException:
        book.close()
        unnamed.unlink(missing_ok=True)
        raise
    book.close()
    unnamed.replace(path)
    return Book.open(path, clock=clock)
