"""A wrong entry is taken back by a counter-entry with a reason; nothing is ever rubbed out."""

from dataclasses import replace

import pytest

from ledger.actions.counter import AlreadyTakenBack, plan_counter, reverse_entry
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.rules.accounts import CASH
from ledger.rules.lines import Deposit, Line, Spent
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import CashShort, NameMissing
from ledger.rules.taking_back import NotToBeTakenBack
from ledger.rules.transfers import EntryNumber
from tests.villages import COSTS, DAY, KHAM, TODAY, actor

KEEPER = actor()
REASON = "ຂຽນຜິດຄົນ"


def written(book: Book, *lines: Line) -> EntryNumber:
    """The number of what was written on the village's day."""
    (number,) = record_day(book, KEEPER, day=DAY, lines=lines, today=TODAY).entries
    return number


def test_what_is_planned_is_what_is_written(book: Book) -> None:
    number = written(book, Deposit(KHAM.id, 20_000))
    planned = plan_counter(book, number=number, today=TODAY)
    assert (planned.reverses, planned.day, planned.note) == (number, TODAY, "")
    assert book.savings()[KHAM.id] == 520_000
    (counter,) = reverse_entry(
        book, KEEPER, number=number, reason=f" {REASON} ", today=TODAY
    ).entries
    assert book.entry(counter).entry == replace(planned, note=REASON)
    assert book.savings()[KHAM.id] == 500_000
    # What was wrong stays readable.
    assert book.entry(number).entry.transfers[0].kip == 20_000


def test_an_entry_is_taken_back_once(book: Book) -> None:
    number = written(book, Deposit(KHAM.id, 20_000))
    (counter,) = reverse_entry(book, KEEPER, number=number, reason=REASON, today=TODAY).entries
    for again in (number, counter):
        with pytest.raises(AlreadyTakenBack):
            reverse_entry(book, KEEPER, number=again, reason=REASON, today=TODAY)


def test_a_reason_is_asked_for(book: Book) -> None:
    number = written(book, Deposit(KHAM.id, 20_000))
    with pytest.raises(NameMissing):
        reverse_entry(book, KEEPER, number=number, reason="  ", today=TODAY)
    assert not book.is_taken_back(number)


def test_the_box_must_be_able_to_give_it_back(book: Book) -> None:
    number = written(book, Deposit(KHAM.id, 20_000))
    record_day(book, KEEPER, day=TODAY, lines=(Spent(COSTS, 2_510_000),), today=TODAY)
    with pytest.raises(CashShort):
        reverse_entry(book, KEEPER, number=number, reason=REASON, today=TODAY)
    assert book.balances()[CASH] == 10_000


def test_opening_balances_stay(book: Book) -> None:
    with pytest.raises(NotToBeTakenBack):
        plan_counter(book, number=EntryNumber(1), today=TODAY)


def test_only_who_may_takes_back(book: Book) -> None:
    number = written(book, Deposit(KHAM.id, 20_000))
    with pytest.raises(NotPermitted):
        reverse_entry(book, actor(Role.AUDITOR), number=number, reason=REASON, today=TODAY)
