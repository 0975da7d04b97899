"""The invented village's book, begun and open: what most tests of acts are about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.set_up import SetUp
from tests.villages import BEGIN, GROUP, MEMBERS, OFFICERS, RULES

NOON = datetime(2026, 4, 20, 12, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Seven members, five of them with savings of 500,000 each, and 2,500,000 in the box."""
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    book = Book.create(
        tmp_path / "village.book", group=set_up.group, rulebook=RULES, clock=lambda: NOON
    )
    start_books(book, SET_UP, set_up=set_up)
    yield book
    book.close()
