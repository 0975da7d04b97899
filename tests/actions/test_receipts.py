"""Prints of receipts are written down: the first is the original, then come its copies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.actions.receipts import receipts_printed
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.rules.refusals import PastIsInk
from ledger.rules.transfers import EntryNumber
from ledger.statements.slip_prints import PrintedMeanwhile
from ledger.statements.slips import NoReceipts
from reports.trail_words import act_sentence
from tests.book.books import KHAM, ONE, TWO, deposit, entry, new_book, post
from translations import open_words

DAY, NEXT, TODAY = date(2025, 3, 1), date(2025, 3, 2), date(2025, 3, 9)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Two members pay on one day, the one who sits second first; nothing happens on the next."""
    opened = new_book(tmp_path / "one.book")
    post(opened, entry(DAY, deposit(TWO, 2_000)), entry(DAY, deposit(ONE, 1_000)))
    yield opened
    opened.close()


def test_a_day_has_its_receipts_as_people_sit(book: Book) -> None:
    slips = book.receipts_of_day(DAY, TODAY, came_in=True)
    assert [(slip.member and slip.member.id, slip.number) for slip in slips] == [(ONE, 2), (TWO, 1)]
    with pytest.raises(NoReceipts):
        book.receipts_of_day(NEXT, TODAY)


def test_the_second_print_is_copy_1(book: Book) -> None:
    original = book.receipt(EntryNumber(1), TODAY)
    assert original.copy == 0
    change = receipts_printed(book, KHAM, slips=[original])
    assert change.topics == {Topic.RECEIPTS}
    assert book.receipt(EntryNumber(1), TODAY).copy == 1
    whole_day = book.receipts_of_day(DAY, TODAY)
    assert [slip.copy for slip in whole_day] == [0, 1]
    receipts_printed(book, KHAM, slips=whole_day)
    assert [slip.copy for slip in book.receipts_of_day(DAY, TODAY)] == [1, 2]
    again, first = (act_sentence(open_words("en"), row) for row in book.history(2))
    assert first == "Receipts and vouchers were printed: No. 1."
    assert again == "Receipts and vouchers were printed: No. 1–2. Copies among them: No. 1."


def test_the_same_print_is_not_written_down_twice(book: Book) -> None:
    original = book.receipt(EntryNumber(1), TODAY)
    receipts_printed(book, KHAM, slips=[original])
    with pytest.raises(PrintedMeanwhile):
        receipts_printed(book, KHAM, slips=[original])
    assert book.times_printed(EntryNumber(1)) == 1


def test_the_auditor_prints_no_receipts(book: Book) -> None:
    slip = book.receipt(EntryNumber(1), TODAY)
    with pytest.raises(NotPermitted):
        receipts_printed(book, replace(KHAM, role=Role.AUDITOR), slips=[slip])
    assert book.times_printed(EntryNumber(1)) == 0


def test_a_book_of_the_past_prints_none(book: Book) -> None:
    """It could not remember that it did, and there would be two originals."""
    past = book.as_of(DAY)
    with pytest.raises(PastIsInk):
        past.receipt(EntryNumber(1), TODAY)
    with pytest.raises(PastIsInk):
        past.receipts_of_day(DAY, TODAY)
    past.close()
