"""Each test of the book gets a file of its own."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from tests.book.books import lived_in, new_book, raw


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ບ້ານ ນາດີ #1.book"


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    opened = new_book(path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "village.book"
    book = lived_in(path)
    assert book.check() == ()
    book.close()
    return path


@pytest.fixture
def attacker(village: Path) -> Iterator[sqlite3.Connection]:
    """Somebody with an SQLite browser; what she did is taken back for the next attack."""
    connection = raw(village)
    connection.execute("BEGIN")
    yield connection
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.close()
