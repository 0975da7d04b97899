"""What the tests of the window stand on: the bundled letters and the words of three languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.set_up import SetUp
from tests.ui.hands import let_go
from tests.villages import BEGIN, GROUP, MEMBERS, OFFICERS, RULES, actor
from translations import Words, open_words
from ui.desk import Desk
from ui.look import dress, load_fonts, points
from ui.settings import Settings


@pytest.fixture(scope="session")
def _letters(qapp: QApplication) -> QApplication:
    qapp.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_US"))
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def dressed(_letters: QApplication) -> QApplication:
    """The program's own look at the usual size, whatever the test before has chosen."""
    if _letters.font().pointSizeF() != points(100) or not _letters.styleSheet():
        dress(_letters)
    return _letters


@pytest.fixture(autouse=True)
def _pages() -> Iterator[None]:
    yield
    let_go()


@pytest.fixture
def words() -> Words:
    """English, so that a test can be read."""
    return open_words("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a machine that has never started the program."""
    return Settings(tmp_path / "machine" / "settings.ini")


NOW = datetime(2026, 4, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture
def book_file(tmp_path: Path) -> Path:
    """The book of the invented village, begun and closed again."""
    file = tmp_path / "village.book"
    savings = tuple((member.id, 500_000) for member in MEMBERS[:5])
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=savings,
        count=CashCount(((50_000, 50),)),
    )
    book = Book.create(file, group=set_up.group, rulebook=RULES, clock=lambda: NOW)
    try:
        start_books(book, SET_UP, set_up=set_up)
    finally:
        book.close()
    return file


@pytest.fixture
def desk(words: Words, settings: Settings) -> Iterator[Desk]:
    """A desk on which nothing lies yet."""
    desk = Desk(words, clock=lambda: NOW, settings=settings)
    yield desk
    desk.close()


@pytest.fixture
def village(desk: Desk, book_file: Path) -> Desk:
    """The desk with the village's book, and its accountant signed in."""
    assert desk.open(book_file)
    desk.sign_in(actor())
    return desk
