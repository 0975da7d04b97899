"""A copy takes the book's place, and a damaged book is mended from what can still be read."""

import errno
import gc
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from ledger.actions import restoring
from ledger.actions.restoring import (
    Agreed,
    CopyOfOtherBook,
    Restored,
    rescue_book,
    restore_book,
)
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book import putting_back
from ledger.book.book import Book
from ledger.book.checking import check_book
from ledger.book.copies import look_into
from ledger.book.keeping import Keeping
from ledger.book.mirror import Mirror
from ledger.book.salvage import NoSoundCopy, find_salvage
from ledger.book.snapshot import in_memory
from ledger.book.trouble import BookTrouble, CopyFailed, CopyWrong, DiskFailed, DiskFull
from ledger.book.writing import writing
from ledger.rules.permits import Act
from ledger.rules.rulebook import Group
from tests.book.books import (
    BOUN,
    KHAM,
    ONE,
    RULES,
    TWO,
    close,
    deposit,
    entry,
    hold_meeting,
    lived_in,
    noon,
    post,
    strip_guards,
)

DAY = date(2026, 2, 5)
OTHER = Group(name="ກຸ່ມອື່ນ", village="ອື່ນ")
TWO_OFFICERS = Agreed(KHAM, BOUN, DAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ບ້ານ ນາດີ.book"


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "machine")


@pytest.fixture
def copy(path: Path, keeping: Keeping) -> Path:
    """A copy of a lived-in book that then went on: two deposits and a signed meeting."""
    book = lived_in(path)
    book.keep_in(keeping)
    file = keeping.copy(in_memory(book.shelf.raw, path))
    post(book, entry(DAY, deposit(ONE, 1_000)))
    post(book, entry(DAY, deposit(TWO, 2_000)))
    hold_meeting(book, DAY, deposit(ONE, 3_000), deposit(TWO, 4_000))
    book.close()
    return file


def restored(path: Path, copy: Path, keeping: Keeping, who: Agreed = TWO_OFFICERS) -> Restored:
    return restore_book(path, who, copy=copy, clock=noon, keeping=keeping)


def rescued(path: Path, keeping: Keeping, who: Agreed = TWO_OFFICERS) -> Restored:
    return rescue_book(path, who, clock=noon, keeping=keeping)


def everything(path: Path) -> object:
    """All rows of all tables but for what the machine may reckon anew."""
    book = Book.open(path, clock=noon)
    tables = book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    rows = {t: sorted(book.shelf.rows(f"SELECT * FROM {t}"), key=repr) for (t,) in tables}
    assert book.check() == ()
    book.close()
    return rows


class TestRestoring:
    def test_the_book_is_the_copy_s_and_says_so(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        look = look_into(copy, clock=noon)
        done = restored(path, copy, keeping)
        (last,) = done.book.history(1)
        assert (last.act, last.second) == ("restore", "ທ້າວ ບຸນ")
        assert last.facts == {"copy": look.paper.act, "known": look.paper.act + 4}
        assert (done.copy, done.missing) == (look.paper.act, 4)
        assert done.book.figures(DAY).savings == (look.figures.savings if look.figures else 0)
        assert (done.book.setback, done.book.check()) == (None, ())
        post(done.book, entry(DAY, deposit(ONE, 5_000)))
        done.book.close()
        again = Book.open(path, clock=noon, keeping=keeping)
        assert again.setback is None
        again.close()

    def test_what_was_there_is_copied_and_its_file_is_kept(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        before = path.read_bytes()
        restored(path, copy, keeping).book.close()
        (aside,) = copy.parent.glob("replaced-*.book")
        assert aside.read_bytes() == before
        names = {file.name[17:23] for file in copy.parent.glob("*-*-*-*-*.book")}
        assert len(names) == 2

    def test_one_officer_alone_does_not_restore(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        before = path.read_bytes()
        with pytest.raises(SecondPersonMissing):
            restored(path, copy, keeping, Agreed(KHAM, None, DAY))
        assert (path.read_bytes(), [*copy.parent.glob("replaced*")]) == (before, [])

    def test_a_copy_that_was_changed_is_not_put_back(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        strip_guards(copy, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 2"])
        before = path.read_bytes()
        with pytest.raises(CopyWrong):
            restored(path, copy, keeping)
        assert path.read_bytes() == before

    def test_another_group_s_copy_is_not_put_back(
        self, path: Path, copy: Path, keeping: Keeping, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.book"
        Book.create(other, group=OTHER, rulebook=RULES, clock=noon).close()
        with pytest.raises(CopyOfOtherBook):
            restored(other, copy, keeping)
        assert look_into(other, clock=noon).group == "ກຸ່ມອື່ນ"

    def test_a_book_that_is_gone_comes_back(self, path: Path, copy: Path, keeping: Keeping) -> None:
        path.unlink()
        done = restored(path, copy, keeping)
        assert done.book.check() == ()
        done.book.close()

    @pytest.mark.parametrize("call", ["sync_file", "put_in_place"])
    def test_a_disk_that_fails_leaves_the_book_that_was_there(
        self,
        path: Path,
        copy: Path,
        keeping: Keeping,
        monkeypatch: pytest.MonkeyPatch,
        call: str,
    ) -> None:
        before = path.read_bytes()
        calls: list[object] = []

        def fails(*given: Path) -> None:
            calls.append(given)
            if given[0].name.endswith(".part") or call == "put_in_place":
                raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(putting_back, call, fails)
            with pytest.raises(CopyFailed):
                restored(path, copy, keeping)
        assert calls
        assert path.read_bytes() == before
        assert [f.name for f in path.parent.glob("*.part")] == []


def bytes_zeroed(path: Path) -> None:
    """The disk lied: the second half of the file never reached it."""
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[:half] + bytes(len(content) - half))


def cut_off(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])


def overwritten(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def gone(path: Path) -> None:
    path.unlink()


class TestRescue:
    @pytest.mark.parametrize("damage", [bytes_zeroed, cut_off, overwritten, gone])
    def test_with_the_mirror_log_nothing_is_missing(
        self, path: Path, copy: Path, keeping: Keeping, damage: Callable[[Path], None]
    ) -> None:
        before = everything(path)
        damage(path)
        done = rescued(path, keeping)
        assert done.missing == 0
        assert done.from_file + done.from_mirror == 4
        done.book.close()
        after = everything(path)
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        for table, rows in before.items():
            if table == "event":
                # The restoring itself is one act more.
                assert set(rows) < set(after[table])
            else:
                assert after[table] == rows, table

    def test_without_the_mirror_log_the_file_gives_what_can_be_read(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        """An amount of the newest meeting was changed: the acts before it are as they were."""
        for log in keeping.folder.rglob("*.log"):
            log.unlink()
        strip_guards(
            path, ["UPDATE transfer SET kip = 9 WHERE entry = (SELECT max(number) FROM entry)"]
        )
        done = rescued(path, keeping)
        assert (done.from_file, done.from_mirror, done.missing) == (3, 0, 1)
        assert done.book.check() == ()
        done.book.close()

    def test_without_both_the_copy_comes_back_and_what_is_missing_is_counted(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        for log in keeping.folder.rglob("*.log"):
            log.unlink()
        overwritten(path)
        done = rescued(path, keeping)
        assert (done.from_file, done.from_mirror, done.missing) == (0, 0, 4)
        done.book.close()

    @pytest.mark.parametrize(
        ("written", "damage"),
        [(b"create_book", b"create\xffbook"), (b"CREATE TRIGGER", b"CREATE \xa0RIGGER")],
    )
    def test_a_file_of_which_not_even_the_faults_can_be_read_is_mended(
        self, path: Path, copy: Path, keeping: Keeping, written: bytes, damage: bytes
    ) -> None:
        unreadable = path.read_bytes().replace(written, damage)
        path.write_bytes(unreadable)
        done = rescued(path, keeping)
        assert (done.missing, done.book.check()) == (0, ())
        (aside,) = keeping.folder.rglob("replaced-*.book")
        assert aside.read_bytes() == unreadable
        done.book.close()

    def test_a_log_that_cannot_be_read_now_is_not_given_up(
        self, path: Path, copy: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        overwritten(path)
        damaged = path.read_bytes()

        def fails(_: Mirror) -> bytes:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as patch:
            patch.setattr(Mirror, "_content", fails)
            with pytest.raises(DiskFailed):
                rescued(path, keeping)
        assert path.read_bytes() == damaged
        done = rescued(path, keeping)
        assert done.missing == 0
        done.book.close()

    @pytest.mark.parametrize(
        "no_place",
        [
            (os, "mkdir", errno.ENOSPC, DiskFull),
            (os, "mkdir", errno.EDQUOT, DiskFull),
            (os, "mkdir", errno.EIO, DiskFailed),
            (shutil, "copyfile", errno.ENOSPC, DiskFull),
            (shutil, "copyfile", errno.EFBIG, DiskFull),
        ],
        ids=["full", "quota", "bad", "full of the copy", "too large"],
    )
    def test_without_a_place_to_look_at_the_file_it_is_not_given_up(
        self,
        path: Path,
        copy: Path,
        keeping: Keeping,
        monkeypatch: pytest.MonkeyPatch,
        no_place: tuple[object, str, int, type[BookTrouble]],
    ) -> None:
        """It is read from a copy, and the disk for what is only for a moment takes none."""
        overwritten(path)
        damaged = path.read_bytes()
        module, function, number, kind = no_place

        def fails(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr(module, function, fails)
            with pytest.raises(kind):
                rescued(path, keeping)
        assert path.read_bytes() == damaged
        done = rescued(path, keeping)
        assert done.missing == 0
        done.book.close()

    def test_where_it_cannot_be_written_down_the_book_is_let_go_of(
        self, path: Path, copy: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise DiskFull(str(path))

        gc.disable()
        try:
            with monkeypatch.context() as patch:
                patch.setattr(restoring, "note_restored", full)
                with pytest.raises(DiskFull):
                    rescued(path, keeping)
            Book.open(path, clock=noon).close()
        finally:
            gc.enable()

    def test_a_forged_line_of_the_log_is_left_out(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        (log,) = keeping.folder.rglob("*.log")
        log.write_bytes(log.read_bytes().replace(b"deposit", b"depasit"))
        overwritten(path)
        done = rescued(path, keeping)
        assert (done.from_mirror, done.book.check()) == (0, ())
        done.book.close()

    def test_a_bad_newest_copy_is_passed_over(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        book = Book.open(path, clock=noon)
        newest = keeping.copy(in_memory(book.shelf.raw, path))
        book.close()
        newest.write_bytes(b"\x00" * 5_000)
        overwritten(path)
        done = rescued(path, keeping)
        assert (done.copy, done.missing) == (look_into(copy, clock=noon).paper.act, 0)
        done.book.close()

    def test_a_closed_year_is_written_down_again(
        self, tmp_path: Path, path: Path, keeping: Keeping
    ) -> None:
        book = Book.open(path, clock=noon) if path.exists() else lived_in(path)
        book.keep_in(keeping)
        keeping.copy(in_memory(book.shelf.raw, path))
        post(book, entry(DAY, deposit(ONE, 1_000)))
        close(book, 2026)
        book.close()
        overwritten(path)
        done = rescued(path, keeping)
        assert [closed.year.number for closed in done.book.closed_years()] == [2025, 2026]
        assert (done.book.check(), done.missing) == ((), 0)
        done.book.close()

    @pytest.mark.parametrize("damage", [bytes_zeroed, overwritten, gone])
    def test_without_any_copy_the_mirror_log_brings_everything_back(
        self, path: Path, copy: Path, keeping: Keeping, damage: Callable[[Path], None]
    ) -> None:
        copy.unlink()
        book = Book.open(path, clock=noon)
        before = (book.balances(), book.history())
        book.close()
        damage(path)
        done = rescued(path, keeping)
        assert (done.copy, done.missing) == (0, 0)
        assert (done.book.balances(), done.book.history()[1:]) == before
        assert done.book.check() == ()
        done.book.close()

    def test_without_copy_and_log_the_file_gives_what_can_be_read(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        copy.unlink()
        for log in keeping.folder.rglob("*.log"):
            log.unlink()
        strip_guards(path, ["UPDATE transfer SET kip = 9 WHERE entry = 12"])
        done = rescued(path, keeping)
        assert (done.copy, done.from_mirror, done.missing > 0) == (0, 0, True)
        assert done.book.check() == ()
        done.book.close()

    def test_what_the_file_lists_and_nobody_can_save_is_missing_on_a_new_machine_too(
        self, path: Path, copy: Path, keeping: Keeping, tmp_path: Path
    ) -> None:
        copy.unlink()
        with sqlite3.connect(path) as raw:
            (listed,) = raw.execute("SELECT count(*) FROM event").fetchone()
        raw.close()
        strip_guards(path, ["UPDATE transfer SET kip = 9 WHERE entry = 12"])
        new = Keeping(tmp_path / "new")
        salvage = find_salvage(path, keeping=new)
        salvage.base.close()
        assert 0 < salvage.from_file < listed
        assert (salvage.known, salvage.missing) == (listed, listed - salvage.from_file)
        done = rescued(path, new)
        assert (done.known, done.missing) == (salvage.known, salvage.missing)
        done.book.close()

    def test_what_can_be_saved_is_told_without_touching_a_file(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        overwritten(path)
        kept = {file: file.read_bytes() for file in keeping.folder.rglob("*") if file.is_file()}
        salvage = find_salvage(path, keeping=keeping)
        assert (salvage.from_mirror, salvage.missing) == (4, 0)
        assert Book(salvage.base, noon).check() == ()
        salvage.base.close()
        assert set(path.read_bytes()) == {255}
        assert {f: f.read_bytes() for f in keeping.folder.rglob("*") if f.is_file()} == kept

    def test_the_machine_remembers_which_book_lay_where(
        self, path: Path, copy: Path, keeping: Keeping, tmp_path: Path
    ) -> None:
        """Two groups on one laptop: the copies alone would not say whose file is gone."""
        other = Book.create(tmp_path / "other.book", group=OTHER, rulebook=RULES, clock=noon)
        other.keep_in(keeping)
        keeping.copy(in_memory(other.shelf.raw, other.path))
        other.close()
        gone(path)
        done = rescued(path, keeping)
        assert (done.book.group.name, done.missing) == ("ກຸ່ມເງິນທ້ອນ ບ້ານນາດີ", 0)
        done.book.close()

    def test_without_copy_log_and_file_nothing_is_touched(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        copy.unlink()
        for log in keeping.folder.rglob("*.log"):
            log.unlink()
        overwritten(path)
        before = path.read_bytes()
        with pytest.raises(NoSoundCopy):
            rescued(path, keeping)
        assert path.read_bytes() == before

    def test_one_officer_alone_does_not_mend(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        overwritten(path)
        before = path.read_bytes()
        with pytest.raises(SecondPersonMissing):
            rescued(path, keeping, Agreed(KHAM, KHAM, DAY))
        assert path.read_bytes() == before

    def test_random_damage_is_mended_to_what_was_signed(
        self, path: Path, copy: Path, keeping: Keeping
    ) -> None:
        before = path.read_bytes()
        (log,) = keeping.folder.rglob("*.log")
        lines, chance = log.read_bytes(), Random(20260414)
        (note,) = keeping.folder.rglob("*.json")
        known = note.read_bytes()
        for _ in range(25):
            damaged = bytearray(before)
            for _ in range(40):
                damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
            path.write_bytes(damaged)
            for old in keeping.folder.rglob("*.log"):
                old.unlink()
            log.write_bytes(lines)
            note.write_bytes(known)
            done = rescued(path, keeping)
            assert (done.missing, check_book(done.book.shelf)) == (0, ())
            done.book.close()


def test_before_a_year_is_closed_a_copy_is_made(path: Path, keeping: Keeping) -> None:
    book = lived_in(path)
    book.keep_in(keeping)
    folder = keeping.copies(book.mark)
    post(book, entry(DAY, deposit(ONE, 1_000)))
    act = book.paper_code().act
    with writing(book, KHAM, Act.CLOSE_YEAR):
        pass
    (file,) = folder.iterdir()
    assert look_into(file, clock=noon).paper.act == act
    book.close()


def test_where_that_copy_cannot_be_made_the_year_stays_open(
    path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = lived_in(path)
    book.keep_in(keeping)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(BookTrouble):
            close(book, 2026)
    assert [closed.year.number for closed in book.closed_years()] == [2025]
    book.close()


def test_before_an_upgrade_a_copy_of_the_older_shape_is_made(
    tmp_path: Path, keeping: Keeping
) -> None:
    file = tmp_path / "old.book"
    old = Path(__file__).parent.parent / "old_books" / "v1.book"
    file.write_bytes(old.read_bytes())
    Book.open(file, clock=noon, keeping=keeping).close()
    (copy,) = keeping.folder.rglob("*-*-*-*.book")
    assert int.from_bytes(copy.read_bytes()[60:64], "big") == 1
    assert look_into(copy, clock=noon).good
