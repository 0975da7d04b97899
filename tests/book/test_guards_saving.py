"""The guards of notices and of interest on savings, attacked with plain SQL."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import SAVINGS, SAVINGS_INTEREST
from ledger.rules.days import Month
from ledger.rules.rulebook import InterestBasis
from ledger.rules.saving_notices import Notice, NoticeId
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import InterestPlan, Span
from ledger.rules.transfers import Entry, EntryNumber, Kind, Transfer, counter_entry
from tests.book.attack import NEXT
from tests.book.books import KHAM, ONE, new_book, raw

JAN, DEC = Month(2025, 1), Month(2025, 12)
INTEREST = Transfer(Kind.SAVINGS_INTEREST, SAVINGS_INTEREST, SAVINGS, 500, member=ONE)


def credit(book: Book, span: Span) -> None:
    plan = InterestPlan(span=span, basis=InterestBasis.MONTH_END, rows=(), odd=0)
    with writing(book, KHAM, "credit_interest") as pen:
        (number,) = pen.post((Entry(day=span.last.last, transfers=(INTEREST,)),))
        pen.credit_interest(plan, entry=number)


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A book with a notice and the interest of one month."""
    path = tmp_path / "saving.book"
    book = new_book(path)
    day = date(2025, 1, 5)
    notice = Notice(NoticeId(0), ONE, SavingsProduct.VOLUNTARY, 5, day, date(2025, 2, 5))
    with writing(book, KHAM, "give_notice") as pen:
        assert pen.give_notice(notice) == 1
    credit(book, Span(JAN, JAN))
    with writing(book, KHAM, "take_back_notice") as pen:
        (standing,) = book.notices()[ONE]
        pen.take_back_notice(replace(standing, kip=3), day=day, reason="no longer")
    assert [n.left for n in book.notices()[ONE]] == [2]
    assert book.check() == ()
    book.close()
    connection = raw(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE withdrawal_notice SET kip = 1", "is ink"),
        ("UPDATE OR REPLACE savings_interest SET last = 202502", "is ink"),
        ("DELETE FROM withdrawal_notice", "is ink"),
        ("UPDATE notice_taken_back SET reason = 'another'", "is ink"),
        ("DELETE FROM notice_taken_back", "is ink"),
        (
            f"INSERT OR REPLACE INTO notice_taken_back SELECT 1, 1, 20250105, 'x', {NEXT}",
            "was taken back before",
        ),
        (
            "INSERT INTO notice_taken_back SELECT 1, 1, 20250105, 'x', 1",
            "this event is sealed",
        ),
        (
            f"INSERT INTO notice_taken_back SELECT 1, 6, 20250105, 'x', {NEXT}",
            "not of that notice",
        ),
        (
            f"INSERT INTO notice_taken_back SELECT 2, 1, 20250105, 'x', {NEXT}",
            "not of that notice",
        ),
        ("DELETE FROM savings_interest", "is ink"),
        (
            f"INSERT OR REPLACE INTO withdrawal_notice SELECT 1, 1, 'voluntary', 1, 20250105,"
            f" 20250205, {NEXT}",
            "not the next id",
        ),
        (
            "INSERT INTO withdrawal_notice SELECT 2, 1, 'voluntary', 1, 20250105, 20250205, 1",
            "this event is sealed",
        ),
        (
            f"INSERT INTO withdrawal_notice SELECT 2, 1, 'voluntary', 0, 20250105, 20250205,"
            f" {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO withdrawal_notice SELECT 2, 1, 'voluntary', 1, 20250231, 20250305,"
            f" {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO withdrawal_notice SELECT 2, 1, 'voluntary', 1, 20250105, 20250104,"
            f" {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO withdrawal_notice SELECT 2, 1, '', 1, 20250105, 20250205, {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT OR REPLACE INTO savings_interest SELECT 1, 202502, 202502, NULL, '{{}}',"
            f" {NEXT}",
            "not the next id",
        ),
        (
            "INSERT INTO savings_interest SELECT 2, 202502, 202502, NULL, '{}', 1",
            "this event is sealed",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202501, 202501, NULL, '{{}}', {NEXT}",
            "was credited for one of these months",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202412, 202503, NULL, '{{}}', {NEXT}",
            "was credited for one of these months",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202502, 202502, 1, '{{}}', {NEXT}",
            "not the entry of this event",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202503, 202502, NULL, '{{}}', {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202513, 202513, NULL, '{{}}', {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO savings_interest SELECT 2, 202502, 202502, NULL, 'plan', {NEXT}",
            "CHECK",
        ),
    ],
)
def test_no_wrong_row_is_taken(attacked: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacked.execute(sql)


def test_the_months_are_free_again_when_the_interest_was_taken_back(tmp_path: Path) -> None:
    book = new_book(tmp_path / "again.book")
    credit(book, Span(JAN, DEC))
    (posted,) = book.interest_posted()
    assert (posted.entry, posted.kip) == (1, 500)
    back = counter_entry(book.entry(EntryNumber(1)), day=date(2026, 1, 5), reason="wrong rate")
    with writing(book, KHAM, "reverse_entry") as pen:
        pen.post((back,))
    assert book.interest_posted() == ()
    credit(book, Span(JAN, DEC))
    assert len(book.interest_posted()) == 1
    assert book.check() == ()
    book.close()
