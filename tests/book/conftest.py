"""Each test of the book gets a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from tests.book.books import new_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ບ້ານ ນາດີ #1.book"


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    opened = new_book(path)
    yield opened
    opened.close()
