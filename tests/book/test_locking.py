"""A locked copy: only password, sheet and the own machine open it; a changed byte is found."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.book.book import Book
from ledger.book.copies import against_today, look_into, make_copy
from ledger.book.copying import copies_in
from ledger.book.files import LOCKED, is_locked
from ledger.book.locking import locked, new_lock, unlocked
from ledger.book.opening import open_file
from ledger.book.rehearsing import rehearse
from ledger.book.snapshot import in_memory
from ledger.book.stick_locks import StickLocks
from ledger.book.trouble import BookDamaged, BookTrouble, CopyFailed, CopyLocked, PasswordWrong
from ledger.rules.pins import sealed_code
from ledger.statements.copies import Outcome
from tests.book.books import BEGIN, ONE, deposit, entry, lived_in, noon, post

PASSWORD = "ນາ 12 ໄຮ່ ງົວ 3"
CODE, OTHER = sealed_code(7**35), sealed_code(5**42)
LOCK = new_lock(PASSWORD, CODE)
NOWHERE = Path("nowhere")


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    opened = lived_in(path)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def copied(book: Book, folder: Path) -> Path:
    snapshot = in_memory(book.shelf.raw, book.path)
    return make_copy(snapshot, folder, clock=noon, lock=LOCK).file


class TestTheLock:
    @pytest.mark.parametrize(
        "secret",
        [PASSWORD, f"  {PASSWORD} ", CODE, CODE.lower().replace("-", " "), LOCK.key],
        ids=["password", "blanks", "code", "small", "key"],
    )
    def test_what_opens_it(self, secret: str | bytes) -> None:
        assert unlocked(locked(b"the book", LOCK), secret, NOWHERE) == b"the book"

    @pytest.mark.parametrize(
        "secret",
        ["", "ນາ 12 ໄຮ່ ງົວ 4", OTHER, b"x" * 32, CODE[:-1]],
        ids=["nothing", "one sign", "another code", "another key", "a code cut short"],
    )
    def test_what_does_not(self, secret: str | bytes) -> None:
        with pytest.raises(PasswordWrong):
            unlocked(locked(b"the book", LOCK), secret, NOWHERE)

    def test_no_two_copies_and_no_two_locks_look_alike(self) -> None:
        assert locked(b"the book", LOCK) != locked(b"the book", LOCK)
        assert new_lock(PASSWORD, CODE).key != LOCK.key

    @settings(max_examples=60, deadline=None)
    @given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
    def test_one_changed_byte_is_found(self, place: int, change: int) -> None:
        content = bytearray(locked(b"the book" * 40, LOCK))
        content[len(LOCKED) + place % (len(content) - len(LOCKED))] ^= change
        with pytest.raises((PasswordWrong, BookDamaged)):
            unlocked(bytes(content), LOCK.key, NOWHERE)

    @pytest.mark.parametrize("length", [0, 20, 60, 160, 190, 196])
    def test_a_copy_cut_short_is_never_opened(self, length: int) -> None:
        with pytest.raises((PasswordWrong, BookDamaged)):
            unlocked(locked(b"the book", LOCK)[:length], PASSWORD, NOWHERE)


class TestACopy:
    def test_nothing_of_it_can_be_read_from_the_stick(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        content = file.read_bytes()
        assert [one.name for one in stick.iterdir()] == [file.name]
        assert is_locked(file)
        assert b"SQLite" not in content
        assert book.group.name.encode() not in content
        with pytest.raises(sqlite3.DatabaseError):
            sqlite3.connect(file).execute("SELECT * FROM entry")

    def test_it_is_looked_into_and_rehearsed(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        for secret in (PASSWORD, CODE, LOCK.key):
            look = look_into(file, clock=noon, secret=secret)
            assert (look.good, look.paper) == (True, book.paper_code())
        post(book, entry(BEGIN.replace(year=2026), deposit(ONE, 1_000)))
        assert against_today(file, book, PASSWORD).acts == 1
        snapshot = in_memory(book.shelf.raw, book.path)
        assert rehearse(snapshot, stick, secret=LOCK.key).outcome is Outcome.GOOD
        assert rehearse(snapshot, stick).outcome is Outcome.UNREADABLE

    def test_without_or_with_another_password(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        with pytest.raises(CopyLocked):
            look_into(file, clock=noon)
        with pytest.raises(PasswordWrong):
            look_into(file, clock=noon, secret="ນາ 12 ໄຮ່ ງົວ 4")
        with pytest.raises(CopyLocked):
            open_file(file)

    def test_no_open_copy_stays_beside_a_locked_one(self, book: Book, stick: Path) -> None:
        make_copy(in_memory(book.shelf.raw, book.path), stick, clock=noon)
        post(book, entry(BEGIN.replace(year=2026), deposit(ONE, 1_000)))
        copied(book, stick)
        assert [one.locked for one in copies_in(stick, book.mark)] == [True]

    def test_a_damaged_copy_is_never_silent(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        whole, random = file.read_bytes(), Random(5)
        for _ in range(200):
            content = bytearray(whole)
            content[random.randrange(len(content))] ^= random.randrange(1, 256)
            file.write_bytes(content)
            with pytest.raises(BookTrouble):
                look_into(file, clock=noon, secret=LOCK.key)

    def test_a_stick_that_cannot_be_written_keeps_what_it_had(
        self, book: Book, stick: Path
    ) -> None:
        make_copy(in_memory(book.shelf.raw, book.path), stick, clock=noon)
        before = sorted(stick.iterdir())
        blocked = stick / "file"
        blocked.write_bytes(b"")
        with pytest.raises(CopyFailed):
            copied(book, blocked)
        blocked.unlink()
        assert sorted(stick.iterdir()) == before


class TestTheLocksOfThisMachine:
    def test_are_kept_and_taken_away(self, tmp_path: Path) -> None:
        locks = StickLocks(tmp_path / "locks" / "x.json")
        assert locks.of("a1") is None
        locks.put("a1", LOCK)
        locks.put("b2", new_lock(PASSWORD, OTHER))
        assert locks.of("a1") == LOCK
        locks.put("a1", None)
        assert locks.of("a1") is None
        assert locks.of("b2") is not None

    @pytest.mark.parametrize(
        "content", [b"", b"[]", b"{", b'{"a1": {"head": "zz", "key": ""}}', b"[" * 5_000]
    )
    def test_a_damaged_file_is_as_none(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "x.json"
        file.write_bytes(content)
        locks = StickLocks(file)
        assert locks.of("a1") is None
        locks.put("a1", LOCK)
        assert locks.of("a1") == LOCK
