"""The newest seal and the mirror log: an older file is noticed, and every act stands twice."""

import json
import os
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest

from ledger.actions.keeping import go_on_with_older
from ledger.actions.two_persons import SecondPersonMissing
from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.book.known_head import Head, head_of
from ledger.book.mirror import Mirror
from ledger.book.mirror_lines import line_of_act, line_of_text, text_of_line
from ledger.book.trouble import BookDamaged
from ledger.book.writing import writing
from ledger.rules.refusals import BookSetBack, NameMissing
from ledger.statements.findings import Fault
from tests.book.books import (
    BOUN,
    KHAM,
    ONE,
    deposit,
    entry,
    hold_meeting,
    lived_in,
    new_book,
    noon,
    post,
    raw,
    strip_guards,
)

DAY = date(2025, 3, 5)


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "ໂປຣແກຣມ")


@pytest.fixture
def kept(path: Path, keeping: Keeping) -> Iterator[Book]:
    book = new_book(path)
    book.keep_in(keeping)
    yield book
    book.close()


def again(path: Path, keeping: Keeping) -> Book:
    book = Book.open(path, clock=noon)
    book.keep_in(keeping)
    return book


def save(book: Book, kip: int) -> None:
    post(book, entry(DAY, deposit(ONE, kip)))


class TestAnOlderFilePutBack:
    @pytest.fixture
    def older(self, kept: Book, path: Path, keeping: Keeping, tmp_path: Path) -> Iterator[Book]:
        """Three acts were written after the copy that was put back."""
        save(kept, 1_000)
        kept.close()
        copyfile(path, tmp_path / "stick.book")
        later = again(path, keeping)
        for kip in (2_000, 3_000, 4_000):
            save(later, kip)
        later.close()
        copyfile(tmp_path / "stick.book", path)
        book = again(path, keeping)
        yield book
        book.close()

    def test_it_is_found_and_named(self, older: Book) -> None:
        finding = older.setback
        assert finding is not None
        assert (finding.fault, finding.place) == (Fault.OLDER_FILE, (3, 1, 6, 4))
        assert older.check() == (finding,)

    def test_nothing_is_written_into_it(self, older: Book) -> None:
        with pytest.raises(BookSetBack) as no:
            save(older, 5_000)
        assert (no.value.act, no.value.known) == (3, 6)
        assert head_of(older.shelf).act == 3

    def test_it_is_found_with_the_newest_seal_deleted_too(
        self, older: Book, path: Path, keeping: Keeping
    ) -> None:
        """The mirror log is a second witness."""
        older.close()
        for file in keeping.folder.rglob("*.json"):
            file.unlink()
        book = again(path, keeping)
        assert book.setback is not None
        book.close()

    def test_it_is_found_with_the_mirror_log_deleted_too(
        self, older: Book, path: Path, keeping: Keeping
    ) -> None:
        older.close()
        for file in keeping.folder.rglob("*.log"):
            file.unlink()
        book = again(path, keeping)
        assert book.setback is not None
        book.close()

    def test_two_officers_go_on_with_it(self, older: Book, path: Path, keeping: Keeping) -> None:
        go_on_with_older(older, KHAM, second=BOUN, reason="ທົດລອງ", today=DAY)
        assert older.setback is None
        save(older, 7_000)
        (last, accepted, *_) = older.history(2)
        assert (accepted.act, accepted.second) == ("go_on_with_older", "ທ້າວ ບຸນ")
        assert accepted.facts == {"known": 6, "entry": 4, "reason": "ທົດລອງ"}
        older.close()
        book = again(path, keeping)
        assert (book.setback, book.history(1)[0].number) == (None, last.number)
        assert [f.name[-6:] for f in keeping.folder.rglob("*.log")] != []
        assert len([*keeping.folder.rglob("*.log")]) == 2
        book.close()

    def test_one_officer_alone_does_not(self, older: Book) -> None:
        with pytest.raises(SecondPersonMissing):
            go_on_with_older(older, KHAM, second=KHAM, reason="x", today=DAY)
        with pytest.raises(NameMissing):
            go_on_with_older(older, KHAM, second=BOUN, reason=" ", today=DAY)
        assert older.setback is not None


def test_a_hundred_older_files_put_back_are_all_noticed(
    path: Path, keeping: Keeping, tmp_path: Path
) -> None:
    book = new_book(path)
    book.keep_in(keeping)
    for kip in range(1, 101):
        book.close()
        copyfile(path, tmp_path / f"{kip}.older")
        book = again(path, keeping)
        assert book.setback is None
        save(book, kip)
    book.close()
    order = [*range(1, 101)]
    Random(20260414).shuffle(order)
    for kip in order:
        copyfile(tmp_path / f"{kip}.older", path)
        book = again(path, keeping)
        assert book.setback is not None
        assert book.setback.place == (kip + 1, kip - 1, 102, 100)
        book.close()


def test_a_book_written_anew_is_noticed(
    kept: Book, path: Path, keeping: Keeping, tmp_path: Path
) -> None:
    """The same beginning, and then other acts: as long as the old one."""
    kept.close()
    copyfile(path, tmp_path / "begun.book")
    book = again(path, keeping)
    save(book, 1_000)
    book.close()
    copyfile(tmp_path / "begun.book", path)
    forger = Book.open(path, clock=noon)
    save(forger, 9_000)
    forger.close()
    book = again(path, keeping)
    assert book.setback is not None
    assert (book.setback.fault, book.setback.place[2]) == (Fault.OTHER_HISTORY, 3)
    book.close()


def test_a_book_that_went_on_without_the_program_s_folder_is_followed(
    kept: Book, path: Path, keeping: Keeping
) -> None:
    kept.close()
    elsewhere = Book.open(path, clock=noon)
    save(elsewhere, 1_000)
    elsewhere.close()
    book = again(path, keeping)
    assert book.setback is None
    assert keeping.mirror(book.mark).last == head_of(book.shelf)
    book.close()


def test_where_nothing_was_put_back_nothing_is_gone_on_with(kept: Book) -> None:
    change = go_on_with_older(kept, KHAM, second=BOUN, reason="x", today=DAY)
    assert (change.topics, kept.history(1)[0].number) == (frozenset(), 2)


def test_a_log_that_cannot_be_put_aside_is_told_and_the_book_is_gone_on_with(
    kept: Book, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.watch is not None
    trouble = OSError(5, "Input/output error")

    def fails(_: Mirror) -> None:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(Mirror, "put_aside", fails)
        kept.watch.accept()
    assert (kept.watch.setback, kept.watch.trouble) == (None, trouble)
    save(kept, 1_000)
    assert keeping.mirror(kept.mark).last == head_of(kept.shelf)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"act": "x", "seal": 1, "entry": 0}',
        b'{"act": Infinity, "seal": "ab", "entry": 0}',
        b'{"act": 1e999, "seal": "ab", "entry": 0}',
        b'{"act": 9223372036854775808, "seal": "ab", "entry": 0}',
        b"[" * 5_000,
    ],
)
def test_a_damaged_note_of_the_newest_seal_is_as_if_it_were_not_there(
    kept: Book, keeping: Keeping, content: bytes
) -> None:
    mark = kept.mark
    assert keeping.heads.of(mark) == head_of(kept.shelf)
    (keeping.folder / "heads" / f"{mark}.json").write_bytes(content)
    assert keeping.heads.of(mark) is None
    keeping.heads.remember(mark, Head(7, "ab", 3))
    assert keeping.heads.of(mark) == Head(7, "ab", 3)


class TestTheMirrorLog:
    def test_every_act_stands_in_it_with_all_that_it_wrote(
        self, path: Path, keeping: Keeping
    ) -> None:
        book = lived_in(path)
        book.keep_in(keeping)
        lines = keeping.mirror(book.mark).lines()
        acts = book.history(1)[0].number
        assert [line.act for line in lines] == [*range(1, acts + 1)]
        assert all(line.sound for line in lines)
        written = {table for line in lines for table in line.rows}
        for (table,) in book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            (count,) = book.shelf.one(f"SELECT count(*) FROM {table}")
            sums = {"month_total", "loan_total", "year_opening", "draft"}
            assert not count or table in written | sums, table
        book.close()

    def test_an_act_is_in_it_before_anybody_is_told(self, kept: Book, keeping: Keeping) -> None:
        for kip in (1_000, 2_000):
            save(kept, kip)
            last = keeping.mirror(kept.mark).last
            assert last == head_of(kept.shelf)

    def test_a_meeting_brings_what_stood_on_its_sheet(self, kept: Book, keeping: Keeping) -> None:
        hold_meeting(kept, DAY, deposit(ONE, 1_000))
        last = keeping.mirror(kept.mark).lines()[-1]
        assert {"cell", "attendance", "cash_count", "sheet_signed", "transfer"} <= set(last.rows)

    def test_a_refused_act_is_not_in_it(self, kept: Book, keeping: Keeping) -> None:
        before = keeping.mirror(kept.mark).lines()
        with pytest.raises(ZeroDivisionError):
            _breaks_off(kept)
        assert keeping.mirror(kept.mark).lines() == before

    def test_a_torn_line_falls_out_and_the_next_one_does_not(
        self, kept: Book, path: Path, keeping: Keeping
    ) -> None:
        save(kept, 1_000)
        file = keeping.mirror(kept.mark).file
        kept.close()
        file.write_bytes(file.read_bytes()[:-20])
        book = again(path, keeping)
        save(book, 2_000)
        lines = keeping.mirror(book.mark).lines()
        assert [line.act for line in lines] == [1, 2, 3, 4]
        book.close()

    def test_a_book_that_has_lost_an_act_is_damaged(self, path: Path, keeping: Keeping) -> None:
        """A disk that lied may lose one page of many: that is told, and never a fault of ours."""
        book = new_book(path)
        save(book, 1_000)
        save(book, 2_000)
        book.close()
        strip_guards(path, ["PRAGMA foreign_keys = OFF", "DELETE FROM event WHERE seq = 3"])
        with pytest.raises(BookDamaged):
            Book.open(path, clock=noon, keeping=keeping)
        # Whoever opened it has let go of it again.
        assert raw(path).execute("SELECT count(*) FROM event").fetchone() == (3,)

    def test_no_flipped_bit_makes_another_line(self, kept: Book) -> None:
        save(kept, 1_000)
        text = text_of_line(line_of_act(kept.shelf, 3))
        assert line_of_text(text.strip()) == line_of_act(kept.shelf, 3)
        chance = Random(5)
        for _ in range(300):
            flipped = bytearray(text.strip())
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            assert line_of_text(bytes(flipped)) is None

    @pytest.mark.parametrize(
        "change",
        [
            lambda rows: rows["transfer"][0].__setitem__(5, 1_001),
            lambda rows: rows["entry"][0].__setitem__(1, 20250306),
            lambda rows: rows["event"][0].__setitem__(3, "x"),
            lambda rows: rows["transfer"].append([99, 0, "deposit", 1000, 2000, 5, 1, None]),
            lambda rows: rows.update(member=[[9, 3]]),
        ],
    )
    def test_a_line_that_was_forged_is_not_sound(self, kept: Book, change: object) -> None:
        save(kept, 1_000)
        assert callable(change)
        text = text_of_line(line_of_act(kept.shelf, 3)).strip()
        plain = json.loads(text.partition(b" ")[2])
        change(plain["rows"])
        forged = json.dumps(plain, separators=(",", ":")).encode()
        line = line_of_text(b"%08x %s" % (zlib.crc32(forged), forged))
        assert line is not None
        assert not line.sound

    def test_a_log_that_cannot_be_written_does_not_stop_the_act(
        self, kept: Book, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", full)
            save(kept, 1_000)
        assert kept.watch is not None
        assert kept.watch.trouble is not None
        assert kept.history(1)[0].number == 3
        save(kept, 2_000)
        assert kept.watch.trouble is None
        assert {line.act for line in keeping.mirror(kept.mark).lines()} == {1, 2, 3, 4}

    def test_a_log_that_cannot_be_read_does_not_keep_the_book_shut(
        self, kept: Book, path: Path, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept.close()

        def unreadable(*_: object) -> bytes:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as broken:
            broken.setattr(Mirror, "_content", unreadable)
            book = again(path, keeping)
        assert book.watch is not None
        assert book.watch.trouble is not None
        save(book, 1_000)
        assert book.watch.trouble is None
        assert keeping.mirror(book.mark).lines()[-1].seal.hex() == head_of(book.shelf).seal
        book.close()


def _breaks_off(book: Book) -> None:
    with writing(book, KHAM, "record_day") as pen:
        pen.post([entry(DAY, deposit(ONE, 1_000))])
        raise ZeroDivisionError
