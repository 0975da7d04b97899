"""The guards of what is decided about a loan, attacked with plain SQL."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.loan_events import Contract, Waived
from ledger.rules.transfers import LoanId
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, lived_in, noon, raw

LOAN = LoanId(1)


def decided(path: Path) -> None:
    """A book that was lived in, with a contract and a waiver."""
    book = lived_in(path)
    day = book.last_day()
    with writing(book, KHAM, "waive_loan") as pen:
        pen.write_loan_event(LOAN, Contract(day, "7", ("ນາງ ດາວ",)))
        pen.write_loan_event(LOAN, Waived(day, "8", interest=5))
    assert [type(e) for e in book.loan(LOAN).events] == [Contract, Waived]
    assert book.check() == ()
    book.close()


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "loans.book"
    decided(path)
    connection = raw(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE loan_act SET decision = '9'", "is ink"),
        ("UPDATE OR REPLACE loan_act SET facts = '{}'", "is ink"),
        ("DELETE FROM loan_act", "is ink"),
        (
            f"INSERT OR REPLACE INTO loan_act SELECT 1, 1, 'waiver', 20260105, '9', '{{}}', {NEXT}",
            "not the next id",
        ),
        (
            "INSERT INTO loan_act SELECT 3, 1, 'waiver', 20290105, '9', '{}', max(seq) FROM event",
            "this event is sealed",
        ),
        (
            f"INSERT INTO loan_act SELECT 3, 1, 'waiver', 20260231, '9', '{{}}', {NEXT}",
            "CHECK",
        ),
        (f"INSERT INTO loan_act SELECT 3, 1, '', 20290105, '9', '{{}}', {NEXT}", "CHECK"),
        (f"INSERT INTO loan_act SELECT 3, 1, 'waiver', 20290105, '9', 'x', {NEXT}", "CHECK"),
        (
            f"INSERT INTO loan_act SELECT 3, 1, 'waiver', 19910105, '9', '{{}}', {NEXT}",
            "closed year",
        ),
    ],
)
def test_what_was_decided_is_ink(attacked: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacked.execute(sql)


def test_a_changed_row_breaks_the_seal(tmp_path: Path) -> None:
    path = tmp_path / "changed.book"
    decided(path)
    connection = raw(path)
    (guard,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'loan_act_no_update'"
    ).fetchone()
    connection.execute("DROP TRIGGER loan_act_no_update")
    connection.execute("""UPDATE loan_act SET decision = '99' WHERE kind = 'waiver'""")
    connection.execute(guard)
    connection.commit()
    connection.close()
    book = Book.open(path, clock=noon)
    assert Fault.EVENT_SEAL in {finding.fault for finding in book.check()}
    book.close()
