"""The machine's failures get the names that the window knows."""

import errno
import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ledger.book.anchors import mark_of
from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_of
from ledger.book.opening import make_file
from ledger.book.shelf import Shelf, trouble_of
from ledger.book.trouble import (
    BookDamaged,
    BookLocked,
    BookReadOnly,
    BookShut,
    BookTrouble,
    DiskFailed,
    DiskFull,
    NotABook,
)
from ledger.book.writing import writing
from tests.book.books import BEGIN, KHAM, ONE, deposit, entry, noon, post


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (sqlite3.SQLITE_BUSY, BookLocked),
        (sqlite3.SQLITE_LOCKED, BookLocked),
        (sqlite3.SQLITE_READONLY, BookReadOnly),
        (sqlite3.SQLITE_CANTOPEN, BookReadOnly),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFailed),
        (sqlite3.SQLITE_IOERR_SHORT_READ, DiskFailed),
        (sqlite3.SQLITE_CORRUPT_INDEX, BookDamaged),
        (sqlite3.SQLITE_NOTADB, NotABook),
        (sqlite3.SQLITE_TOOBIG, BookDamaged),
        (sqlite3.SQLITE_CONSTRAINT_TRIGGER, type(None)),
        (sqlite3.SQLITE_MISUSE, type(None)),
    ],
)
def test_each_code_of_the_driver_has_its_trouble(
    code: int, trouble: type[BookTrouble | None]
) -> None:
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code
    found = trouble_of(error, Path("a.book"))
    assert type(found) is trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EIO, DiskFailed),
        (0, DiskFailed),
    ],
)
def test_a_write_that_failed_for_want_of_room_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: type[BookTrouble]
) -> None:
    """SQLite says the same of a quota, of a limit to a file and of a dying disk."""
    path = tmp_path / "a.book"
    path.write_bytes(b"book")

    def refused(_: int) -> None:
        if number:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert type(trouble_of(error, path)) is trouble
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], b"book")


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, BookReadOnly)],
)
def test_a_folder_for_a_new_book_that_the_disk_has_no_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: type[BookTrouble]
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(trouble):
        make_file(tmp_path / "new" / "a.book")


def test_an_error_without_a_code_is_our_own() -> None:
    assert trouble_of(sqlite3.ProgrammingError("closed"), Path("a.book")) is None


def test_a_trouble_says_where() -> None:
    assert str(DiskFailed("a.book", detail="I/O")) == "DiskFailed(path='a.book', detail='I/O')"


def test_a_full_disk_keeps_nothing_and_the_book_goes_on(book: Book) -> None:
    post(book, entry(BEGIN, deposit(ONE, 1_000)))
    before = (book.balances(), book.history())
    (pages,) = book.shelf.one("PRAGMA page_count")
    book.shelf.rows(f"PRAGMA max_page_count = {pages}")
    many = [entry(BEGIN, *[deposit(ONE, 5) for _ in range(200)]) for _ in range(20)]
    with pytest.raises(DiskFull):
        post(book, *many)
    assert (book.balances(), book.history()) == before
    book.shelf.rows("PRAGMA max_page_count = 1000000")
    post(book, *many)
    assert book.balances()[deposit(ONE, 5).debit] == 1_000 + 20 * 200 * 5
    assert book.check() == ()


def test_a_file_that_may_only_be_read_is_told_before_the_first_act(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    real = sqlite3.connect

    def read_only(name: str, /, **options: object) -> sqlite3.Connection:
        return real(name.replace("mode=rw", "mode=ro"), **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(BookReadOnly):
        Book.open(path, clock=noon)


@contextmanager
def _ordinary_user() -> Iterator[None]:
    """Permissions do not bind the administrator: be somebody else for a moment, if we are her."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


def test_a_file_without_leave_to_write_is_read_only(book: Book, path: Path) -> None:
    book.close()
    with TemporaryDirectory() as open_to_all:
        Path(open_to_all).chmod(0o755)
        copy = Path(shutil.copy(path, open_to_all))
        copy.chmod(0o444)
        before = copy.read_bytes()
        with _ordinary_user(), pytest.raises(BookReadOnly):
            Book.open(copy, clock=noon)
        assert copy.read_bytes() == before
        # Windows deletes no file that is marked so.
        copy.chmod(0o644)


class FailingDisk(sqlite3.Connection):
    """A connection whose disk stops answering when it is told to."""

    fails = False

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        if self.fails and sql == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error
        return super().execute(sql, parameters)  # type: ignore[arg-type]


def test_after_a_failed_write_the_book_is_shut(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows what a failed sync left: it must be opened again and looked at."""
    before = book.history()
    book.close()
    real = sqlite3.connect

    def failing(name: str, /, **options: object) -> sqlite3.Connection:
        return real(name, factory=FailingDisk, **options)  # type: ignore[call-overload,no-any-return]

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", failing)
        again = Book.open(path, clock=noon)
    assert isinstance(again.shelf.raw, FailingDisk)
    again.shelf.raw.fails = True
    with pytest.raises(DiskFailed):
        post(again, entry(BEGIN, deposit(ONE, 1_000)))
    with pytest.raises(BookShut):
        again.balances()
    third = Book.open(path, clock=noon)
    assert third.history() == before
    assert third.check() == ()
    third.close()


def test_our_own_mistake_is_no_trouble_of_the_machine(book: Book) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        book.shelf.rows("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.IntegrityError), writing(book, KHAM, "twice") as pen:
        pen.add_member(book.member(ONE))
    assert book.check() == ()


@pytest.mark.parametrize(
    ("written", "damage"),
    [
        (b"CREATE TRIGGER", b"CREATE TRIGOER"),
        (b"CREATE INDEX", b"CREATE \xffNDEX"),
        (b"deposit", b"depos\xfft"),
        (b"record_day", b"record\xffday"),
    ],
)
def test_a_damaged_book_is_let_go_of_at_once(
    book: Book, path: Path, written: bytes, damage: bytes
) -> None:
    """A sound copy takes its place; on Windows no file is replaced that somebody still holds."""
    for kip in (1_000, 2_000, 3_000):
        post(book, entry(BEGIN, deposit(ONE, kip)))
    book.close()
    sound = path.read_bytes()
    parts = sound.split(written)
    gc.disable()
    try:
        for place in range(1, min(len(parts), 12)):
            path.write_bytes(written.join(parts[:place]) + damage + written.join(parts[place:]))
            with pytest.raises(BookDamaged):
                Book.open(path, clock=noon).check()
            path.write_bytes(sound)
            again = Book.open(path, clock=noon)
            assert again.check() == ()
            again.close()
    finally:
        gc.enable()


@pytest.mark.parametrize("row", ["", "INSERT INTO event VALUES (1, NULL)"])
def test_a_newest_act_without_a_seal_is_damage(row: str) -> None:
    """What a damaged page gives back is not always refused by SQLite itself."""
    raw = sqlite3.connect(":memory:")
    raw.executescript(f"CREATE TABLE event (seq, hash); CREATE TABLE entry (number); {row}")
    shelf = Shelf(raw, Path("damaged.book"))
    with pytest.raises(BookDamaged):
        head_of(shelf)
    with pytest.raises(BookDamaged):
        mark_of(shelf)
    shelf.close()


def test_a_book_that_cannot_be_kept_is_let_go_of(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()

    def damaged(*_: object) -> None:
        raise BookDamaged(str(path))

    gc.disable()
    try:
        with monkeypatch.context() as patched:
            patched.setattr(Book, "keep_in", damaged)
            with pytest.raises(BookDamaged):
                Book.open(path, clock=noon, keeping=Keeping(path.parent / "own"))
        Book.open(path, clock=noon).close()
    finally:
        gc.enable()


class Unreadable(sqlite3.Connection):
    """A connection to pages of which the driver cannot read the error's own text."""

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        raise UnicodeDecodeError("utf-8", b"\xa0", 0, 1, "invalid start byte")


def test_closing_does_not_fail_of_an_error_that_cannot_be_read() -> None:
    raw = sqlite3.connect(":memory:", factory=Unreadable)
    shelf = Shelf(raw, Path("damaged.book"))
    shelf.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        raw.cursor()
