"""How a book is made, opened, locked and refused."""

import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from ledger.book import opening
from ledger.book.book import Book
from ledger.book.trouble import (
    BookDamaged,
    BookExists,
    BookLocked,
    BookMissing,
    BookShut,
    BookTooNew,
    DiskFull,
    NotABook,
)
from ledger.book.writing import writing
from tests.book.books import BEGIN, GROUP, KHAM, RULES, new_book, noon, raw


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_new_book_holds_its_name_and_rules_and_has_not_begun(path: Path) -> None:
    book = Book.create(path, group=GROUP, rulebook=RULES, clock=noon)
    assert (book.group, book.rulebooks, book.begun) == (GROUP, (RULES,), False)
    assert book.path == path
    assert [row.act for row in book.history()] == ["create_book"]
    book.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_what_was_written_is_there_after_opening_again(book: Book, path: Path) -> None:
    before = (book.group, book.members(), book.officers(), book.history())
    book.close()
    again = Book.open(path, clock=noon)
    assert (again.group, again.members(), again.officers(), again.history()) == before
    assert again.books_begin == BEGIN
    again.close()


def test_a_file_that_is_there_is_not_made_into_a_book(path: Path) -> None:
    path.write_text("the minutes of the meeting", encoding="utf-8")
    with pytest.raises(BookExists):
        Book.create(path, group=GROUP, rulebook=RULES, clock=noon)
    assert path.read_text(encoding="utf-8") == "the minutes of the meeting"


def test_an_attempt_that_was_cut_short_leaves_no_book(path: Path) -> None:
    def stopped() -> None:
        raise RuntimeError("no clock")

    with pytest.raises(RuntimeError):
        Book.create(path, group=GROUP, rulebook=RULES, clock=stopped)  # type: ignore[arg-type]
    assert not path.exists()
    book = Book.create(path, group=GROUP, rulebook=RULES, clock=noon)
    book.close()


def test_a_folder_without_room_gets_no_book(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step = "PRAGMA max_page_count = 2; " + opening.upgrades()[0]
    monkeypatch.setattr(opening, "upgrades", lambda: (step,))
    with pytest.raises(DiskFull):
        Book.create(path, group=GROUP, rulebook=RULES, clock=noon)
    assert not path.exists()


def test_a_name_that_does_not_exist_makes_no_book(path: Path) -> None:
    with pytest.raises(BookMissing):
        Book.open(path, clock=noon)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a book at all, but long enough to look at" * 30])
def test_another_kind_of_file_is_refused_and_left(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotABook):
        Book.open(path, clock=noon)
    assert path.read_bytes() == content


def test_the_file_of_another_program_is_refused_and_left(path: Path) -> None:
    connection = raw(path)
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    before = digest(path)
    with pytest.raises(NotABook):
        Book.open(path, clock=noon)
    assert digest(path) == before


def test_a_newer_book_is_refused_byte_for_byte(book: Book, path: Path) -> None:
    book.close()
    connection = raw(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = digest(path)
    with pytest.raises(BookTooNew) as caught:
        Book.open(path, clock=noon)
    assert (caught.value.found, caught.value.known) == (99, len(opening.upgrades()))
    assert digest(path) == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_opening_and_reading_leaves_the_file_as_it_is(book: Book, path: Path) -> None:
    book.close()
    before = digest(path)
    again = Book.open(path, clock=noon)
    assert again.check() == ()
    again.close()
    assert digest(path) == before


@pytest.mark.parametrize(
    "work",
    [
        "DROP TRIGGER transfer_no_update",
        "DROP INDEX entry_reverses",
        "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN DELETE FROM draft; END",
        "CREATE TABLE notes (text TEXT)",
    ],
)
def test_a_shape_that_is_not_ours_is_not_opened(book: Book, path: Path, work: str) -> None:
    book.close()
    connection = raw(path)
    connection.execute(work)
    connection.close()
    with pytest.raises(BookDamaged):
        Book.open(path, clock=noon)


def test_a_damaged_page_is_told(book: Book, path: Path) -> None:
    book.close()
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)
    with pytest.raises(BookDamaged):
        Book.open(path, clock=noon)


OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from ledger.book import opening
from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
opening.LOCK_WAIT = 0
try:
    Book.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC)).close()
except BookTrouble as trouble:
    print(type(trouble).__name__)
else:
    print("opened")
"""


def elsewhere(path: Path) -> str:
    """What another process meets when it opens the book."""
    here = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", OTHER, str(path), here], capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def test_one_book_one_window(book: Book, path: Path) -> None:
    assert elsewhere(path) == "BookLocked"
    book.close()
    assert elsewhere(path) == "opened"


def test_nobody_reads_beside_us_even_before_we_write(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LOCK_WAIT", 0)
    with pytest.raises(BookLocked):
        Book.open(path, clock=noon)
    connection = sqlite3.connect(path, timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        connection.execute("SELECT * FROM member")
    connection.close()


@pytest.mark.parametrize("lets_go", [True, False])
def test_two_that_look_into_it_at_one_moment_do_not_keep_each_other_out(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch, *, lets_go: bool
) -> None:
    """Each reads while the other wants to lock: who waits and tries again finds it free."""
    book.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM event").fetchone()
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if lets_go:
            other.execute("ROLLBACK")

    monkeypatch.setattr(opening, "LOCK_WAIT", 0)
    monkeypatch.setattr(opening, "sleep", pause)
    if lets_go:
        again = Book.open(path, clock=noon)
        assert again.check() == ()
        again.close()
    else:
        with pytest.raises(BookLocked):
            Book.open(path, clock=noon)
    assert len(pauses) == 1
    assert 0 <= 1_000 * pauses[0] < opening.APART
    other.close()


def test_a_book_that_was_closed_says_so(book: Book) -> None:
    book.close()
    book.close()
    with pytest.raises(BookShut):
        book.balances()
    with pytest.raises(BookShut):
        book.group  # noqa: B018
    with pytest.raises(BookShut), writing(book, KHAM, "nothing"):
        pass


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("application_id", opening.APPLICATION_ID),
        ("user_version", len(opening.upgrades())),
    ],
)
def test_every_setting_is_on(book: Book, setting: str, value: object) -> None:
    assert book.shelf.one(f"PRAGMA {setting}") == (value,)


def test_nothing_is_mapped_into_memory(book: Book) -> None:
    # Where SQLite was built without it there is no answer at all.
    assert book.shelf.rows("PRAGMA mmap_size") in ([(0,)], [])


def test_an_older_book_is_brought_up_to_date(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    newest = len(opening.upgrades()) + 1
    step = f"CREATE TABLE song (title TEXT) STRICT; PRAGMA user_version = {newest};"
    steps = (*opening.upgrades(), step)
    monkeypatch.setattr(opening, "upgrades", lambda: steps)
    again = Book.open(path, clock=noon)
    assert again.shelf.one("PRAGMA user_version") == (newest,)
    assert again.shelf.rows("SELECT * FROM song") == []
    assert again.shelf.one("PRAGMA foreign_keys") == (1,)
    again.close()


@pytest.mark.parametrize(
    "step",
    [
        "CREATE TABLE song (title TEXT) STRICT; CREATE TABLE song (title TEXT) STRICT;",
        "CREATE TABLE song (who INTEGER REFERENCES member (id)); INSERT INTO song VALUES (999);",
    ],
)
def test_an_upgrade_that_fails_leaves_the_old_book(
    book: Book, path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    book.close()
    before = digest(path)
    steps = opening.upgrades()
    with monkeypatch.context() as patched:
        patched.setattr(opening, "upgrades", lambda: (*steps, step))
        with pytest.raises(sqlite3.Error):
            Book.open(path, clock=noon)
    assert digest(path) == before
    Book.open(path, clock=noon).close()


def test_a_second_book_has_nothing_of_the_first(book: Book, path: Path) -> None:
    other = new_book(path.with_name("other.book"), members=1)
    assert (len(book.members()), len(other.members())) == (3, 1)
    other.close()
