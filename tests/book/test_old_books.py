"""Books of every shape that was ever handed out still open, and say what they said then."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.book import opening
from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, LOANS, SAVINGS
from ledger.rules.refusals import WrittenAlready
from ledger.rules.transfers import Entry, EntryNumber
from tests.book.books import KHAM, ONE, deposit, noon

OLD_BOOKS = Path(__file__).parent.parent / "old_books"


def copy_of(name: str, tmp_path: Path) -> Path:
    copy = tmp_path / "old.book"
    shutil.copyfile(OLD_BOOKS / name, copy)
    return copy


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return copy_of("v1.book", tmp_path)


def test_every_shape_that_was_handed_out_is_kept() -> None:
    shapes = {f"v{shape}.book" for shape in range(1, len(opening.upgrades()))}
    assert {file.name for file in OLD_BOOKS.iterdir()} == shapes
    for name in shapes:
        raw = sqlite3.connect(OLD_BOOKS / name)
        assert raw.execute("PRAGMA user_version").fetchone() == (int(name[1:-5]),)
        raw.close()


@pytest.mark.parametrize("shape", range(1, len(opening.upgrades())))
def test_an_old_shape_is_brought_up_to_date_and_is_sound(shape: int, tmp_path: Path) -> None:
    book = Book.open(copy_of(f"v{shape}.book", tmp_path), clock=noon)
    assert book.shelf.one("PRAGMA user_version") == (len(opening.upgrades()),)
    assert book.check() == ()
    book.close()


def test_the_first_shape_says_what_it_said(old: Path) -> None:
    book = Book.open(old, clock=noon)
    balances = book.balances()
    assert (balances[CASH], balances[LOANS], balances[SAVINGS]) == (3_176_000, 548_000, 3_780_000)
    assert [member.number for member in book.members()] == [f"{n:03d}" for n in range(1, 8)]
    (year,) = book.closed_years()
    assert (year.year.number, len(year.plan.shares)) == (2026, 6)
    (loan,) = book.loans()
    assert (loan.number, loan.request.kip, len(loan.moves)) == ("2026-001", 1_000_000, 5)
    book.close()


def test_what_was_borrowed_before_groups_could_be_lent_to_is_still_owed(tmp_path: Path) -> None:
    book = Book.open(copy_of("v9.book", tmp_path), clock=noon)
    (row,) = book.borrowing_rows(date(2026, 2, 10))
    assert (row.borrowing.lender, row.state.principal) == ("ກອງທຶນເມືອງ", 500_000)
    assert book.group_loan_rows(date(2026, 2, 10)) == ()
    book.close()


def test_no_receipt_was_printed_before_prints_were_counted(tmp_path: Path) -> None:
    """Its booklet has five lines on paper still, and its first receipts are originals."""
    book = Book.open(copy_of("v10.book", tmp_path), clock=noon)
    state = book.booklet_state(ONE)
    assert (state.has.number, state.spot.line, len(state.fresh)) == (1, 5, 2)
    assert book.times_printed(EntryNumber(1)) == 0
    (slip, *_) = book.receipts_of_day(date(2025, 3, 1), date(2025, 3, 9))
    assert slip.copy == 0
    book.close()


def test_an_act_of_before_the_keys_has_none_and_the_next_one_is_written_once(
    tmp_path: Path,
) -> None:
    book = Book.open(copy_of("v11.book", tmp_path), clock=noon)
    form = replace(KHAM, once="key-of-a-form")
    with writing(book, form, "pay") as pen:
        pen.post((Entry(date(2024, 6, 6), (deposit(ONE, 5_000),)),))
    with pytest.raises(WrittenAlready), writing(book, form, "pay"):
        pass
    assert (book.balances()[SAVINGS], book.check()) == (25_000, ())
    book.close()
