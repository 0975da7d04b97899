"""The guards of PINs and sealed codes, attacked with plain SQL."""

import sqlite3
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.people import Officer, OfficerId
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, new_book, noon, strip_guards

HASH = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "pins.book"
    book = new_book(path)
    officer = OfficerId(1)
    with writing(book, KHAM, "set_officers") as pen:
        pen.set_officers((Officer(officer, KHAM.name, KHAM.role),))
    with writing(book, KHAM, "set_pin") as pen:
        pen.write_pin(officer, HASH)
    with writing(book, KHAM, "give_out_codes") as pen:
        pen.write_codes([HASH] * 3)
    assert book.check() == ()
    assert (list(book.pins()), len(book.sealed_codes())) == ([officer], 3)
    book.close()
    return path


@pytest.mark.parametrize("table", ["pin", "sealed_code"])
@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_ink_is_not_written_over(attacker: sqlite3.Connection, table: str, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"UPDATE {way}{table} SET hash = '{HASH}'")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("pin VALUES (1, 2, '', 1)", "this event is sealed"),
        (f"pin VALUES (1, 1, '{HASH}', {NEXT})", "not the next version"),
        (f"pin VALUES (1, 3, '{HASH}', {NEXT})", "not the next version"),
        (f"pin VALUES (99, 1, '{HASH}', {NEXT})", "nobody of the committee"),
        (f"pin VALUES (1, 2, '739152', {NEXT})", "CHECK"),
        (f"sealed_code VALUES (2, 1, '{HASH}', 1)", "this event is sealed"),
        (f"sealed_code VALUES (1, 2, '{HASH}', {NEXT})", "not the next code"),
        (f"sealed_code VALUES (3, 1, '{HASH}', {NEXT})", "not the next code"),
        (f"sealed_code VALUES (2, 2, '{HASH}', {NEXT})", "not the next code"),
        (f"sealed_code VALUES (2, 1, 'open', {NEXT})", "CHECK"),
    ],
)
@pytest.mark.parametrize("way", ["ABORT", "REPLACE"])
def test_only_the_next_row_of_the_next_event(
    attacker: sqlite3.Connection, row: str, why: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR {way} INTO {row}")


@pytest.mark.parametrize("table", ["pin", "sealed_code"])
def test_a_row_without_its_event_is_not_kept(attacker: sqlite3.Connection, table: str) -> None:
    attacker.execute("ROLLBACK")
    # A foreign program has no setting of ours on; with them on, the file itself refuses.
    attacker.execute("PRAGMA foreign_keys = ON")
    attacker.execute("BEGIN")
    row = f"(1, 2, '{HASH}', {NEXT})" if table == "pin" else f"(2, 1, '{HASH}', {NEXT})"
    attacker.execute(f"INSERT INTO {table} VALUES {row}")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        attacker.execute("COMMIT")


@pytest.mark.parametrize("table", ["pin", "sealed_code"])
def test_the_seal_finds_what_was_changed_without_guards(
    village: Path, table: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.book"
    copy.write_bytes(village.read_bytes())
    strip_guards(copy, [f"UPDATE {table} SET hash = '{HASH}x'"])
    book = Book.open(copy, clock=noon)
    found = {finding.fault for finding in book.check()}
    book.close()
    assert Fault.EVENT_SEAL in found
