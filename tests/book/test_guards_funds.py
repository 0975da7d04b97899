"""The guards of funds, banks and lenders, attacked with plain SQL."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.accounts import CASH, Account
from ledger.rules.borrowing import Borrowing
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.reconciliation import reconcile
from ledger.rules.transfers import Entry, EntryNumber, Kind, Proof, Transfer
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, close, new_book, noon, strip_guards

BANK, LENDER, WELFARE = Account(1001), Account(2201), Account(3001)
OTHER = Account(1301)
DAY = date(2025, 3, 5)
TERMS = LoanProduct(key="lender", name="", rate=100, months=4)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "funds.book"
    book = new_book(path)
    with writing(book, KHAM, "record_day") as pen:
        gift = Transfer(Kind.FUND_GIFT, CASH, WELFARE, 9_000)
        pen.post([Entry(DAY, (gift,), proof=Proof(partner="ວັດ"))])
        pen.post([Entry(DAY, (Transfer(Kind.BANK_IN, BANK, CASH, 5_000),))])
    close(book, 2025)
    with writing(book, KHAM, "borrow") as pen:
        pen.agree_borrowing(Borrowing(LENDER, "ເມືອງ", date(2026, 1, 9), 500, TERMS, "2/2026"))
    with writing(book, KHAM, "lend_group") as pen:
        pen.agree_borrowing(Borrowing(OTHER, "ບ້ານໃຕ້", date(2026, 1, 9), 500, TERMS, "3/2026"))
    with writing(book, KHAM, "compare_bank") as pen:
        found = reconcile(book.open_lines(BANK), day=DAY, kip=5_000, ticks=[EntryNumber(2)])
        pen.compare_bank(found, reason="")
    assert book.check() == ()
    book.close()
    return path


INK = {
    "entry_proof": "partner = 'x'",
    "borrowing": "kip = 1",
    "group_loan": "kip = 1",
    "bank_statement": "kip = 1",
    "bank_tick": "entry = 1",
}


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
    ("entry_proof", f"1, 'x', '', {NEXT}", "the entry has its papers"),
    ("entry_proof", f"NULL, 'x', '', {NEXT}", "not an entry of this event"),
    ("entry_proof", f"2, 'x', '', {NEXT}", "not an entry of this event"),
    ("borrowing", f"2201, 'x', 20260109, 5, '{{}}', '2', {NEXT}", "the account is taken"),
    ("borrowing", f"NULL, 'x', 20260109, 5, '{{}}', '2', {NEXT}", "the account is taken"),
    ("borrowing", f"2202, 'x', 20251231, 5, '{{}}', '2', {NEXT}", "lies in a closed year"),
    ("group_loan", f"1301, 'x', 20260109, 5, '{{}}', '2', {NEXT}", "the account is taken"),
    ("group_loan", f"NULL, 'x', 20260109, 5, '{{}}', '2', {NEXT}", "the account is taken"),
    ("group_loan", f"1302, 'x', 20251231, 5, '{{}}', '2', {NEXT}", "lies in a closed year"),
    ("bank_statement", f"3, 1001, 20260109, 5, 0, '', {NEXT}", "not the next id"),
    ("bank_statement", f"1, 1001, 20260109, 5, 0, '', {NEXT}", "not the next id"),
    ("bank_statement", f"2, 1001, 20250304, 5, 0, '', {NEXT}", "a later one is written"),
    ("bank_tick", f"1001, 2, 1, {NEXT}", "ticked before"),
    ("bank_tick", f"1001, NULL, 1, {NEXT}", "ticked before"),
    ("bank_tick", f"1001, 1, 1, {NEXT}", "not a statement of this bank and event"),
]


@pytest.mark.parametrize(("table", "row", "why"), REFUSED)
@pytest.mark.parametrize("way", ["OR REPLACE", "OR ABORT"])
def test_what_cannot_be_is_refused_under_the_next_event(
    attacker: sqlite3.Connection, table: str, row: str, why: str, way: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: .*{why}"):
        attacker.execute(f"INSERT {way} INTO {table} SELECT {row}")


def test_an_entry_that_does_not_touch_the_bank_is_not_ticked(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO bank_statement SELECT 2, 1001, 20260109, 5, 0, '', {NEXT}")
    with pytest.raises(sqlite3.IntegrityError, match="bank_tick: the entry does not touch"):
        attacker.execute(f"INSERT INTO bank_tick SELECT 1001, 1, 2, {NEXT}")


CHECKED = [
    ("entry_proof", f"3, '', '', {NEXT}"),
    ("borrowing", f"2300, 'x', 20260109, 5, '{{}}', '2', {NEXT}"),
    ("borrowing", f"2202, '', 20260109, 5, '{{}}', '2', {NEXT}"),
    ("borrowing", f"2202, 'x', 20260231, 5, '{{}}', '2', {NEXT}"),
    ("borrowing", f"2202, 'x', 20260109, 0, '{{}}', '2', {NEXT}"),
    ("borrowing", f"2202, 'x', 20260109, 5, '{{}}', '', {NEXT}"),
    ("group_loan", f"2201, 'x', 20260109, 5, '{{}}', '2', {NEXT}"),
    ("group_loan", f"1302, '', 20260109, 5, '{{}}', '2', {NEXT}"),
    ("group_loan", f"1302, 'x', 20260231, 5, '{{}}', '2', {NEXT}"),
    ("group_loan", f"1302, 'x', 20260109, 0, '{{}}', '2', {NEXT}"),
    ("group_loan", f"1302, 'x', 20260109, 5, '{{}}', '', {NEXT}"),
    ("bank_statement", f"2, 2201, 20260109, 5, 0, '', {NEXT}"),
    ("bank_statement", f"2, 1001, 20260230, 5, 0, '', {NEXT}"),
    ("bank_statement", f"2, 1001, 20260109, -1, 0, '', {NEXT}"),
    ("bank_statement", f"2, 1001, 20260109, 5, 1, '', {NEXT}"),
]


@pytest.mark.parametrize(("table", "row"), CHECKED)
def test_values_that_nothing_can_have(attacker: sqlite3.Connection, table: str, row: str) -> None:
    attacker.execute("DROP TRIGGER entry_proof_once")
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
