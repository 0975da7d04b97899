"""One writer: the second is told who has the book since when; a killed one holds nothing."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.holder import END, let_go
from ledger.book.keeping import Keeping
from ledger.book.trouble import BookLocked
from tests.book.books import new_book, noon

HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from ledger.book.book import Book
from ledger.book.keeping import Keeping
noon = datetime.fromisoformat("2025-01-01T12:00:00+07:00")
path = Path(sys.argv[1])
book = Book.open(path, clock=lambda: noon, keeping=Keeping(path.parent / "machine"))
print("open", flush=True)
time.sleep(600)
"""


@pytest.fixture
def closed(path: Path) -> Path:
    new_book(path).close()
    return path


def sidecar(path: Path) -> Path:
    return path.with_name(path.name + END)


@contextmanager
def holder(path: Path) -> Iterator[None]:
    """Another program that has the book open, and is killed at the end."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        try:
            yield
        finally:
            other.kill()


def test_the_second_is_told_who_has_it_and_since_when(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERNAME", "ນາງ ດາວ")
    monkeypatch.setenv("COMPUTERNAME", "LAPTOP")
    with holder(closed), pytest.raises(BookLocked) as no:
        Book.open(closed, clock=noon)
    assert (no.value.who, no.value.since) == ("ນາງ ດາວ (LAPTOP)", noon())


def test_whoever_was_killed_holds_nothing_and_the_next_start_writes(closed: Path) -> None:
    with holder(closed):
        assert sidecar(closed).exists()
    # What it wrote down still lies there; nobody is kept out by it.
    assert sidecar(closed).exists()
    later = noon() + timedelta(days=1)
    book = Book.open(closed, clock=lambda: later, keeping=Keeping(closed.parent / "machine"))
    assert json.loads(sidecar(closed).read_bytes())["since"] == later.isoformat()
    assert book.check() == ()
    book.close()
    assert not sidecar(closed).exists()


def test_while_it_lies_closed_there_is_one_file(closed: Path) -> None:
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_what_another_wrote_down_is_not_taken_away(closed: Path) -> None:
    book = Book.open(closed, clock=noon, keeping=Keeping(closed.parent / "machine"))
    sidecar(closed).write_text('{"token": "another"}', encoding="utf-8")
    book.close()
    let_go(closed, "mine")
    assert sidecar(closed).exists()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"who": 1}', b'{"who": "x", "since": "once"}', b" " * 9_000]
)
def test_a_note_that_cannot_be_read_says_nothing(closed: Path, content: bytes) -> None:
    with holder(closed):
        sidecar(closed).write_bytes(content)
        with pytest.raises(BookLocked) as no:
            Book.open(closed, clock=noon)
    assert (no.value.who, no.value.since) == ("", None)


def test_a_clock_that_is_wrong_locks_nobody_out(closed: Path) -> None:
    for year in (1999, 2085):
        at = datetime(year, 1, 1, tzinfo=noon().tzinfo)
        sidecar(closed).write_text(
            json.dumps({"who": "x", "since": at.isoformat(), "token": "t"}), encoding="utf-8"
        )
        Book.open(closed, clock=noon, keeping=Keeping(closed.parent / "machine")).close()
