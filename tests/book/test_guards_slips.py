"""The guards of the prints of receipts, attacked with plain SQL."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.transfers import EntryNumber
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, ONE, deposit, entry, new_book, noon, post, strip_guards

FIRST = EntryNumber(1)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three entries, of the first of which a receipt and a copy were printed."""
    path = tmp_path_factory.mktemp("guards") / "slips.book"
    book = new_book(path)
    post(book, *(entry(date(2025, 3, day), deposit(ONE, 1_000)) for day in (1, 2, 3)))
    for copy in (0, 1):
        with writing(book, KHAM, "print_receipts") as pen:
            pen.print_slips([(FIRST, copy)])
    assert book.check() == ()
    assert book.times_printed(FIRST) == 2
    book.close()
    return path


@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_ink_is_not_written_over(attacker: sqlite3.Connection, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="slip_print: is ink"):
        attacker.execute(f"UPDATE {way}slip_print SET copy = 7")


def test_ink_is_not_rubbed_out(attacker: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="slip_print: is ink"):
        attacker.execute("DELETE FROM slip_print")


@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR ABORT"])
def test_no_row_takes_the_place_of_another(attacker: sqlite3.Connection, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="slip_print: this event is sealed"):
        attacker.execute(f"INSERT {way} INTO slip_print SELECT * FROM slip_print LIMIT 1")


@pytest.mark.parametrize("way", ["OR REPLACE", "OR ABORT"])
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1, 0", "not the next print"),  # a second original
        ("1, 3", "not the next print"),
        ("2, 1", "not the next print"),  # a copy of what was never printed
        ("2, NULL", "not the next print"),
        ("4, 0", "not an entry of the book"),
        ("NULL, 0", "not an entry of the book"),
    ],
)
def test_only_the_next_print_of_an_entry_is_written(
    attacker: sqlite3.Connection, row: str, why: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"slip_print: .*{why}"):
        attacker.execute(f"INSERT {way} INTO slip_print SELECT {row}, {NEXT}")


def test_a_changed_row_is_found_by_the_check(village: Path, tmp_path: Path) -> None:
    """Whoever takes the guards off and makes an original of a copy breaks the seal of its act."""
    copy = tmp_path / "copy.book"
    copy.write_bytes(village.read_bytes())
    strip_guards(copy, ["DELETE FROM slip_print WHERE copy = 1"])
    book = Book.open(copy, clock=noon)
    faults = {finding.fault for finding in book.check()}
    book.close()
    assert Fault.EVENT_SEAL in faults
