"""What was done to a loan before its pay-out is ink: attacked with plain SQL."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.before_pay_out import Before, BeforePayOut
from tests.book.attack import NEXT
from tests.book.books import KHAM, ONE, TWO, lend, lived_in, noon, raw, strip_guards

DAY = date(2026, 1, 6)


@pytest.fixture(scope="module")
def lending(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which a loan waits and was taken ahead."""
    path = tmp_path_factory.mktemp("guards") / "lending.book"
    book = lived_in(path)
    loan = lend(book, TWO, 5_000, DAY, number="2026-001")
    with writing(book, KHAM, "take_ahead") as pen:
        pen.before_pay_out(BeforePayOut(loan, Before.AHEAD, DAY, "ເຈັບໜັກ"))
        pen.before_pay_out(BeforePayOut(loan, Before.GUARANTORS, DAY, "ຍ້າຍ", guarantors=(ONE,)))
    assert book.check() == ()
    book.close()
    return path


@pytest.fixture
def attacker(lending: Path) -> Iterator[sqlite3.Connection]:
    connection = raw(lending)
    connection.execute("BEGIN")
    yield connection
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.close()


def row(
    *,
    number: str = "3",
    loan: int = 2,
    kind: str = "ahead",
    day: int = 20260106,
    reason: str = "x",
    until: str = "NULL",
    named: str = "[]",
    event: str = NEXT,
) -> str:
    return (
        f"INSERT INTO loan_before SELECT {number}, {loan}, '{kind}', {day}, '', '{reason}',"
        f" {until}, '{named}', {event}"
    )


@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_it_is_not_written_over(attacker: sqlite3.Connection, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="loan_before: is ink"):
        attacker.execute(f"UPDATE {way}loan_before SET reason = 'x'")


def test_it_is_not_rubbed_out(attacker: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="loan_before: is ink"):
        attacker.execute("DELETE FROM loan_before")


@pytest.mark.parametrize("way", ["OR REPLACE", "OR IGNORE", "OR ABORT"])
def test_no_row_takes_the_place_of_another(attacker: sqlite3.Connection, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="loan_before: "):
        attacker.execute(f"INSERT {way} INTO loan_before SELECT * FROM loan_before LIMIT 1")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (row(event="1"), "this event is sealed"),
        (row(number="1"), "not the next id"),
        (row(number="9"), "not the next id"),
        (row(loan=1), "the money was handed over"),
        (row(day=20260105), "before the loan was asked for"),
        (row(day=20260230), "CHECK"),
        (row(until="20260105"), "CHECK"),
        (row(kind="forgiven"), "CHECK"),
        (row(reason=""), "CHECK"),
        (row(reason=" x"), "CHECK"),
        (row(named="1"), "CHECK"),
    ],
)
def test_what_cannot_be_is_not_taken(attacker: sqlite3.Connection, wrong: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(wrong)


def test_what_can_be_is_not_kept_without_its_event(attacker: sqlite3.Connection) -> None:
    attacker.execute("ROLLBACK")
    attacker.execute("PRAGMA foreign_keys = ON")
    attacker.execute("BEGIN")
    attacker.execute(row(until="20260301"))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        attacker.execute("COMMIT")


def test_a_changed_reason_is_found(lending: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.book"
    copy.write_bytes(lending.read_bytes())
    strip_guards(copy, ["UPDATE loan_before SET reason = 'ຍາດ' WHERE id = 1"])
    book = Book.open(copy, clock=noon)
    assert book.check() != ()
    book.close()
