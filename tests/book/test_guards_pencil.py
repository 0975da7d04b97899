"""Pencil on a signed sheet, and what is only looked at when it is to be kept."""

import sqlite3
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.accounts import CASH, Account
from ledger.rules.transfers import Kind, Transfer
from tests.book.attack import A_TRANSFER, NEXT
from tests.book.books import BEGIN, GROUP, RULES, entry, noon, post

# --- pencil ---------------------------------------------------------------------------------

PENCIL = {
    "attendance": ("attendance = 'absent'", "1, 3, 'present', 1, ''"),
    "cell": ("kip = 1", "1, 3, 'savings', 5, 1, ''"),
    "pencil_line": ("line = '[]'", "1, 9, '[]', 1, ''"),
    "cash_count": ("notes = '[]'", "1, 'opening', '[]', '', 1, ''"),
    "welfare_count": ("kip = 1", "1, 5, 1, ''"),
}


@pytest.mark.parametrize(("table", "change", "row"), [(t, *p) for t, p in PENCIL.items()])
def test_pencil_of_a_signed_sheet_is_locked(
    attacker: sqlite3.Connection, table: str, change: str, row: str
) -> None:
    for sql in (
        f"UPDATE {table} SET {change} WHERE sheet = 1",
        f"UPDATE {table} SET sheet = 2 WHERE sheet = 1",
        f"DELETE FROM {table} WHERE sheet = 1",
        f"INSERT INTO {table} VALUES ({row})",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE sheet = 1 LIMIT 1",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=f"{table}: the sheet is signed"):
            attacker.execute(sql)


@pytest.mark.parametrize(("table", "row"), [(t, p[1]) for t, p in PENCIL.items()])
def test_pencil_of_an_open_sheet_is_free_but_moves_into_no_signed_one(
    attacker: sqlite3.Connection, table: str, row: str
) -> None:
    attacker.execute(f"INSERT INTO {table} VALUES ({row.replace('1', '2', 1)})")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: the sheet is signed"):
        attacker.execute(f"UPDATE {table} SET sheet = 1 WHERE sheet = 2")
    assert attacker.execute(f"DELETE FROM {table} WHERE sheet = 2").rowcount >= 1


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("INSERT INTO cell VALUES (2, 3, 'savings', -1, 1, '')", "CHECK"),
        ("INSERT INTO welfare_count VALUES (2, -1, 1, '')", "CHECK"),
        ("INSERT INTO cell VALUES (2, 3, '', 1, 1, '')", "CHECK"),
        ("INSERT INTO cash_count VALUES (2, 'later', '[]', '', 1, '')", "CHECK"),
        ("INSERT INTO pencil_line VALUES (2, 0, '[]', 1, '')", "CHECK"),
    ],
)
def test_pencil_has_its_bounds_too(attacker: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(sql)


# --- what is only looked at when it is to be kept ------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        A_TRANSFER,
        f"INSERT INTO member SELECT 50, {NEXT}",
        f"INSERT INTO rulebook SELECT 2, 20260101, 'x', '{{}}', {NEXT}",
    ],
)
def test_nothing_unsealed_is_kept(attacker: sqlite3.Connection, sql: str) -> None:
    attacker.execute("ROLLBACK")
    attacker.execute("PRAGMA foreign_keys = ON")
    attacker.execute("BEGIN")
    attacker.execute(sql)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        attacker.execute("COMMIT")


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO transfer SELECT max(number) + 1, 0, 'x', 1000, 2000, 5, 77, NULL FROM entry",
        "INSERT INTO transfer SELECT max(number) + 1, 0, 'x', 1000, 2000, 5, 1, 77 FROM entry",
        f"INSERT INTO loan_decision SELECT 77, 20260101, '', 1, 1, '[]', '', {NEXT}",
        "INSERT INTO cell VALUES (77, 1, 'savings', 1, 1, '')",
    ],
)
def test_a_reference_leads_somewhere(attacker: sqlite3.Connection, sql: str) -> None:
    attacker.execute("ROLLBACK")
    attacker.execute("PRAGMA foreign_keys = ON")
    attacker.execute("BEGIN")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        attacker.execute(sql)


def test_before_the_books_begin_there_is_no_entry(tmp_path: Path) -> None:
    book = Book.create(tmp_path / "new.book", group=GROUP, rulebook=RULES, clock=noon)
    expense = Transfer(Kind.EXPENSE, Account(5101), CASH, 5)
    with pytest.raises(sqlite3.IntegrityError, match="the books have not begun"):
        post(book, entry(BEGIN, expense))
    assert len(book.history()) == 1
    book.close()
