"""The minutes attacked with plain SQL, as any program that opens the file could."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.decisions import Decision, Subject
from tests.book.attack import A_TRANSFER, NEXT
from tests.book.books import BEGIN, KHAM, ONE, deposit, entry, hold_meeting, new_book, noon, raw
from tests.book.test_guards_entries import an_entry


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("minutes") / "village.book"
    book = new_book(path)
    sheet = hold_meeting(book, BEGIN, deposit(ONE, 5_000))
    first = Decision("1/2025", BEGIN, Subject.OTHER, "ຕົກລົງ", present=("ນາງ ຄຳ",), sheet=sheet)
    resting = replace(entry(BEGIN, deposit(ONE, 1_000)), decisions=("1/2025", "2/2025"))
    with writing(book, KHAM, "write_decision") as pen:
        pen.write_decision(first)
        pen.write_decision(replace(first, number="2/2025", corrects="1/2025"))
        pen.post((resting,))
    assert book.check() == ()
    book.close()
    return path


@pytest.fixture
def attacker(village: Path) -> Iterator[sqlite3.Connection]:
    connection = raw(village)
    connection.execute("BEGIN")
    yield connection
    connection.execute("ROLLBACK")
    connection.close()


@pytest.mark.parametrize(
    ("table", "change"), [("decision", "text = 'x'"), ("entry_decision", "number = 'x'")]
)
@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_the_minutes_are_ink(
    attacker: sqlite3.Connection, table: str, change: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"UPDATE {way}{table} SET {change}")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT {way or 'OR ABORT '}INTO {table} SELECT * FROM {table} LIMIT 1")


def row(
    *,
    number_of_row: int = 3,
    number: str = "3/2025",
    day: int = 20250101,
    votes: str = "NULL, NULL",
    sheet: str = "NULL",
    corrects: str = "NULL",
    event: str = NEXT,
) -> str:
    facts = f"{number_of_row}, '{number}', {day}, 'other', 'x', '[]'"
    return f"{facts}, {votes}, {sheet}, {corrects}, {event}"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (row(event="1"), "this event is sealed"),
        (row(number_of_row=9), "not the next id"),
        (row(number="1/2025"), "the number is taken"),
        (row(corrects="1"), "already corrected"),
        (row(sheet="1", day=20250102), "not on the day of its meeting"),
        (row(day=20250230), "CHECK"),
        (row(number=" 3/2025"), "CHECK"),
        (row(votes="NULL, 4"), "CHECK"),
        (row(votes="4, NULL"), "CHECK"),
        (row(votes="-1, 4"), "CHECK"),
        (row(corrects="3"), "CHECK"),
    ],
)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR ABORT"])
def test_a_decision_is_written_in_its_turn(
    attacker: sqlite3.Connection, values: str, why: str, way: str
) -> None:
    if why == "CHECK" and way == "OR IGNORE":
        attacker.execute(f"INSERT {way} INTO decision SELECT {values}")
        assert attacker.execute("SELECT count(*) FROM decision").fetchone() == (2,)
        return
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT {way} INTO decision SELECT {values}")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1, '9/2025', 1", "this event is sealed"),
        (f"1, '9/2025', {NEXT}", "not of the event that wrote the entry"),
        (f"99, '9/2025', {NEXT}", "not of the event that wrote the entry"),
    ],
)
def test_nothing_is_put_under_an_entry_later(
    attacker: sqlite3.Connection, row: str, why: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR REPLACE INTO entry_decision SELECT {row}")


@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE"])
def test_a_decision_is_put_under_an_entry_once(attacker: sqlite3.Connection, way: str) -> None:
    attacker.execute(A_TRANSFER)
    attacker.execute(an_entry())
    row = f"INTO entry_decision SELECT max(number), '1/2025', {NEXT} FROM entry"
    attacker.execute(f"INSERT {row}")
    with pytest.raises(sqlite3.IntegrityError, match="entry_decision: already written"):
        attacker.execute(f"INSERT {way} {row}")


def test_what_was_added_behind_the_guards_is_found(village: Path) -> None:
    connection = raw(village)
    (trigger,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'decision_no_update'"
    ).fetchone()
    connection.execute("DROP TRIGGER decision_no_update")
    connection.execute("UPDATE decision SET text = 'x' WHERE id = 1")
    connection.execute(trigger)
    connection.close()
    book = Book.open(village, clock=noon)
    assert book.check() != ()
    book.close()
