"""The guards of the booklets and of what is printed in them, attacked with plain SQL."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.booklets import Booklet, BookletSize, PrintedRows
from ledger.rules.transfers import EntryNumber
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, ONE, TWO, deposit, entry, new_book, noon, post, strip_guards

SIZE = BookletSize(105, 120, 3)
FIRST = Booklet(1, 0, SIZE, two_kinds=False)
COPY = Booklet(1, 1, SIZE, two_kinds=False)
DAYS = [date(2025, 3, day) for day in range(1, 8)]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "booklets.book"
    book = new_book(path)
    post(book, *(entry(day, deposit(ONE, 1_000)) for day in DAYS))
    post(book, entry(DAYS[-1], deposit(TWO, 1_000)))
    with writing(book, KHAM, "new_booklet") as pen:
        pen.give_booklet(ONE, FIRST)
    with writing(book, KHAM, "print_booklet") as pen:
        pen.print_rows(ONE, FIRST, [(PrintedRows(1, 1, 5, 1, 5), EntryNumber(5))])
    assert book.check() == ()
    book.close()
    return path


INK = {"booklet": "pages = 9", "booklet_print": "last_row = 4"}


@pytest.mark.parametrize(("table", "change"), INK.items())
@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_ink_is_not_written_over(
    attacker: sqlite3.Connection, table: str, change: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"UPDATE {way}{table} SET {change}")


@pytest.mark.parametrize("table", INK)
def test_ink_is_not_rubbed_out(attacker: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", INK)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR ABORT"])
def test_no_row_takes_the_place_of_another(
    attacker: sqlite3.Connection, table: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: this event is sealed"):
        attacker.execute(f"INSERT {way} INTO {table} SELECT * FROM {table} LIMIT 1")


REFUSED = [
    ("booklet", f"1, 1, 0, 105, 120, 3, 0, 0, {NEXT}", "not the next booklet or copy"),
    ("booklet", f"1, 1, 2, 105, 120, 3, 0, 0, {NEXT}", "not the next booklet or copy"),
    ("booklet", f"1, 3, 0, 105, 120, 3, 0, 5, {NEXT}", "not the next booklet or copy"),
    ("booklet", f"2, 1, 1, 105, 120, 3, 0, 0, {NEXT}", "not the next booklet or copy"),
    ("booklet", f"1, NULL, 0, 105, 120, 3, 0, 0, {NEXT}", "not the next booklet or copy"),
    ("booklet", f"1, 2, 0, 105, 120, 3, 0, 4, {NEXT}", "begin where the last one ends"),
    ("booklet", f"1, 1, 1, 105, 120, 3, 0, 5, {NEXT}", "begins where the lost one did"),
    ("booklet_print", f"2, 1, 0, 1, 6, 6, 6, 6, 6, {NEXT}", "not her newest booklet"),
    ("booklet_print", f"1, 1, 1, 1, 6, 6, 6, 6, 6, {NEXT}", "not her newest booklet"),
    ("booklet_print", f"1, 1, 0, 4, 6, 6, 6, 6, 6, {NEXT}", "not on a page of the booklet"),
    ("booklet_print", f"1, 1, 0, 1, 6, 9, 6, 6, 6, {NEXT}", "not on a page of the booklet"),
    ("booklet_print", f"1, 1, 0, 1, 5, 6, 6, 6, 6, {NEXT}", "the row is printed already"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 5, 5, 6, {NEXT}", "not the next line"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 7, 7, 7, {NEXT}", "not the next line"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 6, 6, 8, {NEXT}", "not an entry of hers"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 6, 6, NULL, {NEXT}", "not an entry of hers"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 6, 6, 3, {NEXT}", "a later entry is printed"),
]


@pytest.mark.parametrize(("table", "row", "why"), REFUSED)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR ABORT"])
def test_what_cannot_be_is_refused_under_the_next_event(
    attacker: sqlite3.Connection, table: str, row: str, why: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: .*{why}"):
        attacker.execute(f"INSERT {way} INTO {table} SELECT {row}")


def test_a_page_behind_is_not_printed_any_more(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO booklet_print SELECT 1, 1, 0, 2, 1, 2, 6, 6, 6, {NEXT}")
    with pytest.raises(sqlite3.IntegrityError, match="the row is printed already"):
        attacker.execute(f"INSERT INTO booklet_print SELECT 1, 1, 0, 1, 8, 8, 7, 7, 7, {NEXT}")


def test_an_old_booklet_is_not_printed_on_any_more(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO booklet SELECT 1, 2, 0, 105, 120, 3, 0, 5, {NEXT}")
    with pytest.raises(sqlite3.IntegrityError, match="not her newest booklet"):
        attacker.execute(f"INSERT INTO booklet_print SELECT 1, 1, 0, 1, 6, 6, 6, 6, 6, {NEXT}")


CHECKED = [
    ("booklet", f"1, 2, 0, 94, 120, 3, 0, 5, {NEXT}"),
    ("booklet", f"1, 2, 0, 105, 298, 3, 0, 5, {NEXT}"),
    ("booklet", f"1, 2, 0, 105, 120, 1, 0, 5, {NEXT}"),
    ("booklet", f"1, 2, 0, 105, 120, 3, 2, 5, {NEXT}"),
    ("booklet", f"1, 2, -1, 105, 120, 3, 0, 5, {NEXT}"),
    ("booklet", f"1, 2, 0, 105, 120, 3, 0, -1, {NEXT}"),
    ("booklet_print", f"1, 1, 0, 0, 6, 6, 6, 6, 6, {NEXT}"),
    ("booklet_print", f"1, 1, 0, 1, 7, 6, 6, 6, 6, {NEXT}"),
    ("booklet_print", f"1, 1, 0, 1, 6, 6, 6, 4, 6, {NEXT}"),
]


@pytest.mark.parametrize(("table", "row"), CHECKED)
def test_values_that_nothing_can_have(attacker: sqlite3.Connection, table: str, row: str) -> None:
    attacker.execute("DROP TRIGGER booklet_next")
    attacker.execute("DROP TRIGGER booklet_print_next")
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        attacker.execute(f"INSERT INTO {table} SELECT {row}")


@pytest.mark.parametrize("table", INK)
def test_a_changed_row_is_found_by_the_check(village: Path, tmp_path: Path, table: str) -> None:
    """Whoever takes the guards off and changes a fact breaks the seal of its act."""
    copy = tmp_path / "copy.book"
    copy.write_bytes(village.read_bytes())
    strip_guards(copy, [f"UPDATE {table} SET {INK[table]}"])
    book = Book.open(copy, clock=noon)
    faults = {finding.fault for finding in book.check()}
    book.close()
    assert Fault.EVENT_SEAL in faults


def test_a_copy_is_printed_from_its_first_line_on(village: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.book"
    path.write_bytes(village.read_bytes())
    book = Book.open(path, clock=noon)
    with writing(book, KHAM, "lost_booklet") as pen:
        pen.give_booklet(ONE, COPY)
    with writing(book, KHAM, "print_booklet") as pen:
        pen.print_rows(ONE, COPY, [(PrintedRows(1, 1, 6, 1, 6), EntryNumber(6))])
    assert book.booklet_state(ONE).printed == (PrintedRows(1, 1, 6, 1, 6),)
    assert book.check() == ()
    book.close()
