"""What is left of a damaged book: copies that are locked or bad, a disk that fails meanwhile."""

import errno
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.book import rescue
from ledger.book.anchors import mark_of
from ledger.book.book import Book
from ledger.book.copies import make_copy
from ledger.book.keeping import Keeping
from ledger.book.known_head import Head
from ledger.book.locking import new_lock
from ledger.book.mirror_lines import MirrorLine, line_of_act, line_of_text
from ledger.book.mirror_text import text_with_check
from ledger.book.putting_back import keep_aside
from ledger.book.rescue import acts_in_damaged, lines_of_damaged, mark_of_damaged
from ledger.book.salvage import FileState, NoSoundCopy, Salvage, find_salvage, state_of
from ledger.book.shelf import Shelf
from ledger.book.snapshot import in_memory
from ledger.book.trouble import CopyFailed, DiskFull, PasswordWrong
from ledger.book.writing import writing
from ledger.rules.meeting_values import Column, SheetKind
from ledger.rules.pins import sealed_code
from ledger.rules.rulebook import Group
from tests.book.books import (
    KHAM,
    ONE,
    RULES,
    deposit,
    entry,
    hold_meeting,
    lived_in,
    noon,
    post,
    raw,
    strip_guards,
)

DAY = date(2026, 2, 5)
PASSWORD = "ນາ 12 ໄຮ່ ງົວ 3"
LOCK = new_lock(PASSWORD, sealed_code(7**35))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ບ້ານ ນາດີ.book"


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "machine")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def copied(path: Path, keeping: Keeping) -> tuple[Book, int]:
    """A book that is kept, with one copy, and the newest act of both."""
    book = lived_in(path)
    book.keep_in(keeping)
    keeping.copy(in_memory(book.shelf.raw, path))
    return book, book.history(1)[0].number


def forget_mirror(keeping: Keeping) -> None:
    """The mirror log is gone."""
    for log in keeping.folder.rglob("*.log"):
        log.unlink()


@pytest.fixture
def first(path: Path, keeping: Keeping, stick: Path) -> int:
    """The newest act of an open copy; a locked one on the stick is newer by an act.

    The file is gone, and so is the mirror log.
    """
    book, act = copied(path, keeping)
    post(book, entry(DAY, deposit(ONE, 1_000)))
    make_copy(in_memory(book.shelf.raw, path), stick, clock=noon, lock=LOCK)
    book.close()
    path.unlink()
    forget_mirror(keeping)
    return act


def found(path: Path, keeping: Keeping, **more: Any) -> Salvage:
    salvage = find_salvage(path, keeping=keeping, **more)
    salvage.base.close()
    return salvage


class TestALockedCopy:
    def test_without_its_password_the_open_one_is_taken_and_it_is_asked_for(
        self, path: Path, keeping: Keeping, stick: Path, first: int
    ) -> None:
        salvage = found(path, keeping, folders=[stick])
        assert (salvage.copy, salvage.locked, salvage.missing) == (first, first + 1, 1)
        assert salvage.asks_password

    def test_with_its_password_nothing_is_missing(
        self, path: Path, keeping: Keeping, stick: Path, first: int
    ) -> None:
        salvage = found(path, keeping, folders=[stick], secret=PASSWORD)
        assert (salvage.copy, salvage.locked, salvage.missing) == (first + 1, 0, 0)
        assert not salvage.asks_password

    def test_with_another_password_nothing_is_begun(
        self, path: Path, keeping: Keeping, stick: Path, first: int
    ) -> None:
        with pytest.raises(PasswordWrong):
            found(path, keeping, folders=[stick], secret="x")


def test_a_newer_copy_that_is_bad_is_passed_over(path: Path, keeping: Keeping, first: int) -> None:
    (copy,) = keeping.folder.rglob(f"*-{first:06d}-*.book")
    newer = copy.with_name(copy.name.replace(f"-{first:06d}-", f"-{first + 1:06d}-"))
    newer.write_bytes(copy.read_bytes()[:-4_096])
    assert found(path, keeping).copy == first


def test_the_copies_of_another_book_are_not_looked_at(
    path: Path, keeping: Keeping, stick: Path, first: int
) -> None:
    group = Group(name="ກຸ່ມອື່ນ", village="ອື່ນ")
    other = Book.create(stick.with_name("other.book"), group=group, rulebook=RULES, clock=noon)
    mark = other.mark
    copy = make_copy(in_memory(other.shelf.raw, path), stick, clock=noon).file
    # As if it were the newest of all.
    copy.rename(copy.with_name(copy.name.replace("-000001-", "-000099-", 1)))
    other.close()
    salvage = find_salvage(path, folders=[stick], keeping=keeping)
    assert salvage.copy == first
    assert mark_of(salvage.base) != mark
    salvage.base.close()


def test_where_nobody_knows_of_any_book_there_is_no_copy(path: Path, keeping: Keeping) -> None:
    with pytest.raises(NoSoundCopy) as no:
        find_salvage(path, keeping=keeping)
    assert not no.value.locked


def test_acts_that_the_check_does_not_bear_are_left_alone(
    path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They continue the chain, and still something in the whole would be wrong with them."""
    book, act = copied(path, keeping)
    post(book, entry(DAY, deposit(ONE, 1_000)))
    book.close()
    assert found(path, keeping).from_file == 1
    monkeypatch.setattr(rescue, "check_book", lambda _: ("something",))
    salvage = find_salvage(path, keeping=keeping)
    assert (salvage.copy, salvage.from_file, salvage.from_mirror) == (act, 0, 0)
    assert salvage.base.one("SELECT max(seq) FROM event") == (act,)
    assert not salvage.base.raw.in_transaction
    salvage.base.close()


@pytest.mark.parametrize("good", [0, 1, 2, 3, 4, 5])
def test_an_act_that_the_check_does_not_bear_takes_none_before_it_with_it(
    path: Path, keeping: Keeping, good: int
) -> None:
    """What a signed sheet said is torn: that act and those behind it fall out, and no other."""
    book, copy = copied(path, keeping)
    book.close()
    forget_mirror(keeping)
    # Nobody writes these down a second time.
    book = Book.open(path, clock=noon)
    for n in range(good):
        post(book, entry(DAY, deposit(ONE, 1_000 + n)))
    with writing(book, KHAM, "open_sheet") as pen:
        sheet = pen.open_sheet(DAY, SheetKind.DAY_SHEET)
        pen.pencil_cell(sheet, ONE, Column.SAVINGS, 5_000)
    with writing(book, KHAM, "sign_sheet") as pen:
        pen.post([entry(DAY, deposit(ONE, 5_000), meeting=sheet)])
        pen.sign(sheet, signed_by=("ນາງ ຄຳ", "ທ້າວ ບຸນ"))
    post(book, entry(DAY, deposit(ONE, 9)))
    last = book.history(1)[0].number
    book.close()
    strip_guards(path, [f"UPDATE cell SET kip = 4000 WHERE sheet = {sheet}"])
    salvage = found(path, keeping)
    # The sheet was opened; signing it, and what came after, is not there.
    assert (salvage.copy, salvage.from_file) == (copy, good + 1)
    assert salvage.missing == last - copy - good - 1


@pytest.mark.parametrize(
    "torn", [None, 2**70, "x", b"\xff"], ids=["none", "large", "text", "bytes"]
)
@pytest.mark.parametrize("sealed", [False, True], ids=["torn", "sealed as it is"])
def test_what_cannot_stand_in_a_book_takes_nothing_before_it_with_it(
    path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch, torn: object, *, sealed: bool
) -> None:
    """A torn page gives values that no row may have: that act falls out, and no other.

    So it is too where somebody sealed what cannot be.
    """
    book, copy = copied(path, keeping)
    for n in range(2):
        post(book, entry(DAY, deposit(ONE, 1_000 + n)))
    hold_meeting(book, DAY, deposit(ONE, 5_000))
    book.close()

    def line_of(shelf: Shelf, act: int) -> MirrorLine:
        line = line_of_act(shelf, act)
        if "sheet_signed" not in line.rows:
            return line
        counts = [(*row[:-1], torn) for row in line.rows["cash_count"]]
        return replace(line, rows={**line.rows, "cash_count": counts})

    monkeypatch.setattr(rescue, "line_of_act", line_of)
    if sealed:
        monkeypatch.setattr(MirrorLine, "_pencil_sound", lambda _: True)
    forget_mirror(keeping)
    salvage = found(path, keeping)
    assert (salvage.copy, salvage.from_file, salvage.missing) == (copy, 3, 1)


class TestTheDamagedFile:
    def test_it_no_longer_says_which_book_it_is(self, path: Path) -> None:
        lived_in(path).close()
        assert state_of(path) is FileState.READABLE
        connection = raw(path)
        connection.execute("DROP TABLE event")
        connection.close()
        assert state_of(path) is FileState.UNREADABLE
        assert (mark_of_damaged(path), acts_in_damaged(path)) == ("", 0)
        assert [*lines_of_damaged(path, after=0)] == []

    def test_a_disk_that_does_not_give_it_back_leaves_the_copies(
        self, path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        book = lived_in(path)
        book.keep_in(keeping)
        keeping.copy(in_memory(book.shelf.raw, path))
        act = book.history(1)[0].number
        book.close()

        def fails(*_: object) -> None:
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr(shutil, "copyfile", fails)
        assert found(path, keeping).copy == act
        assert mark_of_damaged(path) == ""

    def test_where_the_disk_fills_while_it_is_read_it_is_not_given_up(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lived_in(path).close()

        def full(there: Path) -> None:
            raise DiskFull(str(there))

        monkeypatch.setattr(rescue, "connect_to_mend", full)
        with pytest.raises(DiskFull):
            mark_of_damaged(path)

    def test_where_it_cannot_be_put_aside_it_stays(self, path: Path, tmp_path: Path) -> None:
        path.write_bytes(b"damaged")
        no_folder = tmp_path / "a file"
        no_folder.write_bytes(b"")
        with pytest.raises(CopyFailed):
            keep_aside(path, no_folder)
        assert path.read_bytes() == b"damaged"


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        '{"act": 1, "seal": 5, "rows": {}}',
        '{"act": Infinity, "seal": "ab", "rows": {}}',
        '{"act": 9223372036854775808, "seal": "ab", "rows": {}}',
        '{"act": 1}',
        "[" * 5_000,
    ],
)
def test_a_line_that_is_whole_and_says_nothing_is_no_act(text: str) -> None:
    line = text_with_check(text).removesuffix(b"\n")
    assert line_of_text(line) is None


def test_a_note_that_says_no_place_is_nobody_s(path: Path, keeping: Keeping) -> None:
    book = lived_in(path)
    book.keep_in(keeping)
    mark = book.mark
    (keeping.folder / "heads" / "other.json").write_bytes(b"{")
    assert keeping.heads.mark_at(path) == mark
    book.close()


def test_in_one_place_lies_the_book_that_was_opened_there_last(
    path: Path, keeping: Keeping, tmp_path: Path
) -> None:
    """Whatever the machine's clock says of the notes."""
    heads, elsewhere = keeping.heads, tmp_path / "elsewhere.book"
    for mark in ("first", "second", "first"):
        heads.remember(mark, Head(3, "ab", 1), path)
        assert heads.mark_at(path) == mark
        os.utime(keeping.folder / "heads" / f"{mark}.json", (1, 1))
    heads.remember("first", Head(4, "cd", 1), elsewhere)
    assert (heads.mark_at(path), heads.mark_at(elsewhere)) == ("", "first")
    assert heads.of("second") == Head(3, "ab", 1)
