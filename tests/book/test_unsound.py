"""A book with something wrong in it is only read, from the moment that somebody knows."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_of
from ledger.book.mirror_lines import line_of_act
from ledger.rules.refusals import BookUnsound
from ledger.statements.findings import Fault, Finding
from tests.book.books import ONE, deposit, entry, hold_meeting, new_book, noon, post, strip_guards

DAY = date(2025, 3, 5)
AMOUNT = "UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "ໂປຣແກຣມ")


@pytest.fixture
def written(path: Path, keeping: Keeping) -> Path:
    """The file of a closed book with three entries, each of which stands in the log as well."""
    book = new_book(path)
    book.keep_in(keeping)
    for kip in (1_000, 2_000, 3_000):
        save(book, kip)
    book.close()
    return path


def save(book: Book, kip: int) -> None:
    post(book, entry(DAY, deposit(ONE, kip)))


def forget_log(keeping: Keeping) -> None:
    for file in keeping.folder.rglob("*.log"):
        file.unlink()


def acts_in_log(keeping: Keeping, book: Book) -> list[int]:
    return [line.act for line in keeping.mirror(book.watch.mark if book.watch else "").lines()]


def test_after_a_check_that_found_something_nothing_more_is_written(written: Path) -> None:
    strip_guards(written, [AMOUNT])
    with closing(Book.open(written, clock=noon)) as book:
        newest = head_of(book.shelf)
        assert book.wrong == ()
        found = book.check()
        assert book.wrong == found
        with pytest.raises(BookUnsound) as no:
            save(book, 4_000)
        assert no.value.number == len(found) > 0
        assert head_of(book.shelf) == newest


def test_a_check_that_finds_nothing_lets_the_work_go_on(written: Path) -> None:
    with closing(Book.open(written, clock=noon)) as book:
        book.found = (Finding(Fault.FILE, found="a page that could not be read just then"),)
        with pytest.raises(BookUnsound):
            save(book, 4_000)
        assert book.check() == ()
        save(book, 4_000)


def test_a_damaged_act_is_not_written_to_the_log_and_the_book_is_only_read(
    written: Path, keeping: Keeping
) -> None:
    """Without any check: what the log does not have yet is looked at before it is written down."""
    forget_log(keeping)
    strip_guards(written, [AMOUNT])
    with closing(Book.open(written, clock=noon, keeping=keeping)) as book:
        ((spoilt,),) = book.shelf.rows("SELECT event FROM entry WHERE number = 1")
        assert book.wrong == (Finding(Fault.EVENT_SEAL, (spoilt,)),)
        assert acts_in_log(keeping, book) == []
        with pytest.raises(BookUnsound):
            save(book, 4_000)


def test_a_sound_book_whose_log_is_lost_gets_a_new_one(written: Path, keeping: Keeping) -> None:
    forget_log(keeping)
    with closing(Book.open(written, clock=noon, keeping=keeping)) as book:
        assert book.wrong == ()
        assert acts_in_log(keeping, book) == [*range(1, head_of(book.shelf).act + 1)]
        save(book, 4_000)


def test_what_stood_in_pencil_on_a_signed_sheet_is_a_part_of_its_line(
    path: Path, keeping: Keeping
) -> None:
    with closing(new_book(path)) as book:
        hold_meeting(book, DAY, deposit(ONE, 3_000))
        ((act,),) = book.shelf.rows("SELECT event FROM sheet_signed")
        assert line_of_act(book.shelf, act).sound
    strip_guards(path, ["UPDATE cell SET kip = kip + 1000 WHERE member = 1"])
    with closing(Book.open(path, clock=noon, keeping=keeping)) as book:
        assert not line_of_act(book.shelf, act).sound
        assert book.wrong == (Finding(Fault.EVENT_SEAL, (act,)),)
