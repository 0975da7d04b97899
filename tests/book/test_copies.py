"""Copies: read again before they get a name, kept by a plan, and nothing harms an older one."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from ledger.book import copying
from ledger.book.book import Book
from ledger.book.copies import against_today, look_into, make_copy
from ledger.book.copying import copies_in, write_copy
from ledger.book.shelf import Shelf
from ledger.book.snapshot import in_memory
from ledger.book.trouble import (
    BookDamaged,
    BookLocked,
    BookMissing,
    BookTooNew,
    CopyFailed,
    CopyWrong,
    DiskFull,
    NotABook,
)
from ledger.book.writing import writing
from ledger.rules.copy_plan import NEWEST
from ledger.rules.meeting_values import Column
from ledger.rules.rulebook import Group
from ledger.rules.transfers import MeetingId
from ledger.statements.findings import Fault
from tests.book.books import (
    KHAM,
    ONE,
    RULES,
    TWO,
    deposit,
    entry,
    lived_in,
    new_book,
    noon,
    post,
    raw,
    strip_guards,
)

DAY = date(2025, 3, 5)


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    opened = lived_in(path)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "ແຟລດໄດຣ໌"


def copied(book: Book, folder: Path) -> Path:
    return make_copy(in_memory(book.shelf.raw, book.path), folder, clock=noon).file


def of_another_group(folder: Path) -> Book:
    name = Group(name="ກຸ່ມອື່ນ", village="ອື່ນ")
    return Book.create(folder / "other.book", group=name, rulebook=RULES, clock=noon)


def save(book: Book, day: date, kip: int = 1_000) -> None:
    post(book, entry(day, deposit(ONE, kip)))


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_copy_holds_everything_and_needs_no_second_file(book: Book, stick: Path) -> None:
    made = make_copy(in_memory(book.shelf.raw, book.path), stick, clock=noon)
    assert made.look.good
    assert made.look.paper == book.paper_code()
    assert made.look.group == book.group.name
    assert made.look.figures == book.figures(book.last_day())
    assert (made.look.meeting, made.look.day) == (date(2025, 1, 5), date(2026, 1, 5))
    (name,) = files(stick)
    assert name == made.file.name
    assert name.startswith(f"{book.mark}-{book.paper_code().act:06d}-")
    tables = book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    copy = Book.open(made.file, clock=noon)
    for (table,) in tables:
        ask = f"SELECT * FROM {table}"
        assert copy.shelf.rows(ask) == book.shelf.rows(ask), table
    copy.close()


def test_progress_is_told_up_to_the_end(book: Book, stick: Path) -> None:
    told: list[tuple[int, int]] = []
    snapshot = in_memory(book.shelf.raw, book.path)
    write_copy(snapshot, stick, progress=lambda done, of: told.append((done, of)))[1].close()
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_writing_goes_on_beside_a_copy(book: Book, stick: Path) -> None:
    """What is written while a copy is on its way is in the next one."""
    snapshot = in_memory(book.shelf.raw, book.path)
    before = book.paper_code()
    save(book, date(2026, 2, 5))
    assert make_copy(snapshot, stick, clock=noon).look.paper == before


def test_the_same_book_copied_twice_is_one_copy(book: Book, stick: Path) -> None:
    assert copied(book, stick) == copied(book, stick)
    assert len(files(stick)) == 1


def test_a_good_copy_is_not_written_over_by_the_same(
    book: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drive that lies about syncing may lose what was written last, and with it the older one."""

    def written(*_: object) -> None:
        raise OSError(5, "Input/output error")

    file = copied(book, stick)
    with monkeypatch.context() as patched:
        patched.setattr(copying, "put_in_place", written)
        assert copied(book, stick) == file


@pytest.mark.parametrize("damaged", [True, False])
def test_a_bad_copy_and_one_without_the_newest_pencil_is_written_over(
    book: Book, stick: Path, *, damaged: bool
) -> None:
    file = copied(book, stick)
    if damaged:
        file.write_bytes(file.read_bytes()[:9_000])
    else:
        with writing(book, KHAM, "pencil") as pen:
            pen.pencil_cell(MeetingId(2), TWO, Column.SAVINGS, 3_000)
    assert copied(book, stick) == file
    with closing(raw(file)) as copy:
        cells = copy.execute("SELECT member, kip FROM cell WHERE sheet = 2").fetchall()
    assert (TWO in dict(cells)) is not damaged
    assert look_into(file, clock=noon).good


def test_older_copies_go_by_the_plan_and_foreign_files_stay(tmp_path: Path, stick: Path) -> None:
    book = new_book(tmp_path / "many.book")
    stick.mkdir()
    (stick / "ຮູບ.jpg").write_bytes(b"x")
    other = copied(of_another_group(tmp_path), stick)
    for number in range(NEWEST + 15):
        save(book, date(2025, 1, 5) + timedelta(days=number // 5))
        copied(book, stick)
    left = copies_in(stick, book.mark)
    # The newest twenty, and one of each of the three meetings before them.
    assert len(left) == NEWEST + 3
    assert left[0].act == book.paper_code().act
    assert {"ຮູບ.jpg", other.name} <= set(files(stick))
    book.close()


Fault_ = Callable[[pytest.MonkeyPatch, Path], object]


def stick_pulled_out(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    patch.setattr(copying, "sync_file", gone)


def stick_gone_before_the_name(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file")

    patch.setattr(os, "replace", gone)


def pulled_out_while_writing(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def gone(*_: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
        raise error

    patch.setattr(copying, "_write", gone)


def stick_full(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    patch.setattr(copying, "_write", full)


def stick_full_at_the_end(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(copying, "sync_file", full)


def stick_that_lies(patch: pytest.MonkeyPatch, stick: Path) -> None:
    """It says that everything was written, and loses the second half."""
    write = copying._write

    def half(snapshot: Shelf, part: Path, progress: object) -> None:
        write(snapshot, part, None)
        content = part.read_bytes()
        part.write_bytes(content[: len(content) // 2])

    patch.setattr(copying, "_write", half)


def stick_that_flips_a_bit(patch: pytest.MonkeyPatch, stick: Path) -> None:
    write = copying._write

    def flipped(snapshot: Shelf, part: Path, progress: object) -> None:
        write(snapshot, part, None)
        connection = raw(part)
        connection.execute("DROP TRIGGER transfer_no_update")
        connection.execute("UPDATE transfer SET kip = kip + 1 WHERE entry = 1")
        connection.close()

    patch.setattr(copying, "_write", flipped)


def stick_with_a_quota(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    patch.setattr(copying, "sync_file", full)


def stick_that_takes_no_larger_file(patch: pytest.MonkeyPatch, stick: Path) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.EFBIG, "File too large")

    patch.setattr(copying, "sync_file", full)


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (stick_with_a_quota, DiskFull),
        (stick_that_takes_no_larger_file, DiskFull),
        (stick_pulled_out, CopyFailed),
        (stick_gone_before_the_name, CopyFailed),
        (pulled_out_while_writing, CopyFailed),
        (stick_full, DiskFull),
        (stick_full_at_the_end, DiskFull),
        (stick_that_lies, CopyWrong),
        (stick_that_flips_a_bit, CopyWrong),
    ],
    ids=lambda value: value.__name__,
)
def test_a_bad_copy_never_gets_a_name_and_takes_no_older_one_along(
    book: Book,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault_,
    trouble: type[Exception],
) -> None:
    copied(book, stick)
    older = {name: (stick / name).read_bytes() for name in files(stick)}
    save(book, date(2026, 2, 5))
    with monkeypatch.context() as patch:
        fault(patch, stick)
        with pytest.raises(trouble):
            copied(book, stick)
    assert {name: (stick / name).read_bytes() for name in files(stick)} == older
    save(book, date(2026, 3, 5))
    assert copied(book, stick).exists()


def test_nothing_is_thrown_away_while_the_newest_is_not_good(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = new_book(tmp_path / "many.book")
    for _ in range(NEWEST):
        save(book, DAY)
        copied(book, stick)
    with monkeypatch.context() as patch:
        stick_that_lies(patch, stick)
        for _ in range(5):
            save(book, DAY)
            with pytest.raises(CopyWrong):
                copied(book, stick)
    assert len(files(stick)) == NEWEST
    book.close()


def test_a_leaving_of_a_power_cut_is_no_copy_and_goes_with_the_next(
    book: Book, stick: Path
) -> None:
    stick.mkdir()
    name = f"{copying.name_of(book.shelf).file}.part"
    (stick / name).write_bytes(b"half")
    assert copies_in(stick, book.mark) == ()
    copied(book, stick)
    assert name not in files(stick)


def test_a_folder_that_cannot_be_read_has_no_copies(book: Book, stick: Path) -> None:
    assert copies_in(stick, book.mark) == ()
    stick.write_bytes(b"")
    assert copies_in(stick, book.mark) == ()
    with pytest.raises(CopyFailed):
        copied(book, stick)


class TestALookInside:
    def test_a_changed_copy_is_named_and_its_sums_are_not_told(
        self, book: Book, stick: Path
    ) -> None:
        file = copied(book, stick)
        strip_guards(file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 2"])
        look = look_into(file, clock=noon)
        assert (look.good, look.figures, look.group) == (False, None, "")
        assert (Fault.ENTRY_SEAL, (2,)) in {(f.fault, f.place) for f in look.wrong}

    def test_the_copy_itself_stays_as_it_is(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        before = file.read_bytes()
        file.chmod(0o444)
        assert look_into(file, clock=noon).good
        assert (file.read_bytes(), files(stick)) == (before, [file.name])

    def test_the_open_book_is_not_looked_into_as_a_copy(
        self, book: Book, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("ledger.book.opening.LOCK_WAIT", 0)
        with pytest.raises(BookLocked):
            look_into(book.path, clock=noon)

    def test_a_book_of_the_first_shape_is_looked_into_and_not_changed(self, tmp_path: Path) -> None:
        old = Path(__file__).parent.parent / "old_books" / "v1.book"
        file = tmp_path / "old.book"
        copyfile(old, file)
        look = look_into(file, clock=noon)
        assert look.good
        assert look.figures is not None
        assert look.figures.savings == 3_780_000
        assert file.read_bytes() == old.read_bytes()

    @pytest.mark.parametrize(
        ("make", "trouble"),
        [
            (lambda _: None, BookMissing),
            (lambda file: file.write_bytes(b"not a book at all" * 100), NotABook),
            (lambda file: sqlite3.connect(file).execute("CREATE TABLE x (y)"), NotABook),
        ],
    )
    def test_what_is_no_book_is_refused(
        self, tmp_path: Path, make: Callable[[Path], object], trouble: type[Exception]
    ) -> None:
        file = tmp_path / "x.book"
        make(file)
        with pytest.raises(trouble):
            look_into(file, clock=noon)

    def test_a_newer_book_and_one_with_foreign_guards_are_refused(
        self, book: Book, stick: Path
    ) -> None:
        file = copied(book, stick)
        connection = raw(file)
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON entry BEGIN SELECT 1; END")
        with pytest.raises(BookDamaged):
            look_into(file, clock=noon)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        with pytest.raises(BookTooNew):
            look_into(file, clock=noon)

    def test_an_enormous_file_is_not_read(
        self, book: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = copied(book, stick)
        monkeypatch.setattr("ledger.book.snapshot.BYTES_MAX", 1_000)
        with pytest.raises(NotABook):
            look_into(file, clock=noon)


class TestAgainstToday:
    def test_what_would_be_lost_stands_line_by_line(self, book: Book, stick: Path) -> None:
        file = copied(book, stick)
        save(book, date(2026, 2, 5), 3_000)
        save(book, date(2026, 3, 5), 4_000)
        lost = against_today(file, book)
        assert (lost.same_book, lost.same_history, lost.acts) == (True, True, 2)
        assert [(line.day, line.kip, line.member) for line in lost.entries] == [
            (date(2026, 2, 5), 3_000, "001 ນາງ 1"),
            (date(2026, 3, 5), 4_000, "001 ນາງ 1"),
        ]
        assert [line.number for line in lost.entries] == [13, 14]

    def test_a_copy_of_now_loses_nothing(self, book: Book, stick: Path) -> None:
        lost = against_today(copied(book, stick), book)
        assert (lost.same_history, lost.acts, lost.entries) == (True, 0, ())

    def test_another_group_s_copy_and_one_that_went_on_otherwise_are_told(
        self, book: Book, stick: Path, tmp_path: Path
    ) -> None:
        lost = against_today(copied(of_another_group(tmp_path), stick), book)
        assert (lost.same_book, lost.same_history, lost.entries) == (False, False, ())
        book.close()
        copyfile(book.path, tmp_path / "twin.book")
        twin, today = (Book.open(file, clock=noon) for file in (tmp_path / "twin.book", book.path))
        save(twin, date(2026, 2, 5), 1_000)
        save(today, date(2026, 2, 5), 2_000)
        lost = against_today(copied(twin, stick), today)
        assert (lost.same_book, lost.same_history, lost.entries) == (True, False, ())
        twin.close()
        today.close()
