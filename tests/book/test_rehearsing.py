"""A rehearsal: the newest copy opens and is right, or it is named why it would not help."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.actions.rehearsing import note_rehearsal
from ledger.book.book import Book
from ledger.book.copies import make_copy
from ledger.book.rehearsing import rehearse
from ledger.book.snapshot import in_memory
from ledger.rules.people import Role
from ledger.rules.permits import NotPermitted
from ledger.statements.copies import Outcome, Rehearsal
from tests.book.books import BEGIN, KHAM, ONE, deposit, entry, lived_in, noon, post, strip_guards


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    opened = lived_in(path)
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def copied(book: Book, folder: Path) -> Path:
    return make_copy(in_memory(book.shelf.raw, book.path), folder, clock=noon).file


def rehearsed(book: Book, folder: Path, act: int = 0) -> Rehearsal:
    return rehearse(in_memory(book.shelf.raw, book.path), folder, act=act)


def save(book: Book, kip: int) -> None:
    post(book, entry(BEGIN.replace(year=2026), deposit(ONE, kip)))


def test_a_good_copy_is_good_even_when_the_book_went_on(book: Book, stick: Path) -> None:
    copied(book, stick)
    act = book.paper_code().act
    save(book, 1_000)
    assert rehearsed(book, stick) == Rehearsal(Outcome.GOOD, act)
    assert rehearsed(book, stick, act) == Rehearsal(Outcome.GOOD, act)


def test_the_newest_copy_that_was_made_is_missed(book: Book, stick: Path) -> None:
    assert rehearsed(book, stick) == Rehearsal(Outcome.MISSING)
    copied(book, stick)
    save(book, 1_000)
    copied(book, stick).unlink()
    assert rehearsed(book, stick, book.paper_code().act) == Rehearsal(Outcome.MISSING)


def test_a_copy_cut_short_cannot_be_opened(book: Book, stick: Path) -> None:
    file = copied(book, stick)
    file.write_bytes(file.read_bytes()[:9_000])
    assert rehearsed(book, stick).outcome is Outcome.UNREADABLE
    file.write_bytes(b"")
    assert rehearsed(book, stick).outcome is Outcome.UNREADABLE


def test_one_changed_amount_is_found(book: Book, stick: Path) -> None:
    strip_guards(copied(book, stick), ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1"])
    assert rehearsed(book, stick).outcome is Outcome.WRONG


def test_another_history_is_strange(book: Book, stick: Path, tmp_path: Path) -> None:
    older = copied(book, tmp_path)
    save(book, 1_000)
    copied(book, stick)
    other = Book.open(older, clock=noon)
    save(other, 2_000)
    assert rehearsed(other, stick).outcome is Outcome.STRANGE
    assert rehearsed(book, stick).outcome is Outcome.GOOD
    other.close()


def test_what_came_out_stands_in_the_trail(book: Book) -> None:
    note_rehearsal(book, KHAM, place="ແຟລດ", rehearsal=Rehearsal(Outcome.WRONG, 7))
    (act,) = book.history(1)
    assert act.facts == {"place": "ແຟລດ", "copy": 7, "outcome": "wrong"}
    assert book.check() == ()


def test_the_auditor_writes_nothing(book: Book) -> None:
    auditor = replace(KHAM, role=Role.AUDITOR)
    with pytest.raises(NotPermitted):
        note_rehearsal(book, auditor, place="", rehearsal=Rehearsal(Outcome.GOOD, 1))
