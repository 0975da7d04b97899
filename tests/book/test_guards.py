"""Every guard of the book attacked with plain SQL, as any program that opens the file could.

The attacker's connection has none of our settings: triggers that replace rows do not fire, and
references are not looked at, unless the attack turns them on.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.accounts import CASH, Account
from ledger.rules.transfers import Kind, Transfer
from tests.book.books import BEGIN, GROUP, RULES, entry, lived_in, noon, post, raw


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "village.book"
    book = lived_in(path)
    assert book.check() == ()
    book.close()
    return path


@pytest.fixture
def attacker(village: Path) -> Iterator[sqlite3.Connection]:
    """Somebody with an SQLite browser; what she did is taken back for the next attack."""
    connection = raw(village)
    connection.execute("BEGIN")
    yield connection
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.close()


INK = {
    "event": "facts = '{}'",
    "group_version": "facts = '{}'",
    "rulebook": "resolution = '2/2025'",
    "officer_version": "name = 'ນາງ ໃໝ່'",
    "member": "id = 99",
    "member_version": "name = 'ນາງ ໃໝ່'",
    "loan": "kip = 1",
    "loan_decision": "kip = 1",
    "sheet": "day = 20250106",
    "sheet_signed": "signed_by = '[\"ນາງ ໃໝ່\"]'",
    "entry": "note = 'x'",
    "transfer": "kip = 1",
    "closed_year": "last = 20240101",
    "year_opening": "savings = 1",
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
    """INSERT OR REPLACE deletes without asking the delete trigger."""
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT {way} INTO {table} SELECT * FROM {table} LIMIT 1")


# Each sealed row put in once more under the next event, with the key of an old row.
NEXT = "(SELECT max(seq) + 1 FROM event)"
TAKEN = {
    "group_version": f"SELECT 1, 20250101, '{{}}', {NEXT}",
    "rulebook": f"SELECT 1, 20250101, 'x', '{{}}', {NEXT}",
    "officer_version": f"SELECT 1, 1, 'x', 'president', NULL, 1, NULL, NULL, {NEXT}",
    "member": f"SELECT 2, {NEXT}",
    "member_version": (
        "SELECT 1, 1, '1', 'x', 20250101, '', '', '', '', '', 'active', NULL, 0, 0, 0, '[]',"
        f" {NEXT}"
    ),
    "loan_decision": f"SELECT 1, 20250101, '', 1, 1, '[]', '', {NEXT}",
    "sheet_signed": f"SELECT 1, '[\"x\"]', 1, 2, zeroblob(32), {NEXT}",
}


@pytest.mark.parametrize(("table", "row"), TAKEN.items())
def test_a_taken_key_is_refused_under_the_next_event(
    attacker: sqlite3.Connection, table: str, row: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT OR REPLACE INTO {table} {row}")


def an_entry(**changed: object) -> str:
    """The statement for the next entry of the book, right in everything but what is changed."""
    columns: dict[str, object] = {
        "number": "(SELECT max(number) + 1 FROM entry)",
        "day": 20260106,
        "month": "NULL",
        "note": "''",
        "sheet": "NULL",
        "reverses": "NULL",
        "event": NEXT,
        "prev": "(SELECT hash FROM entry ORDER BY number DESC LIMIT 1)",
        "hash": "zeroblob(32)",
    }
    assert changed.keys() <= columns.keys()
    columns |= changed
    return f"INSERT OR REPLACE INTO entry SELECT {', '.join(map(str, columns.values()))}"


A_TRANSFER = (
    "INSERT INTO transfer SELECT max(number) + 1, 0, 'deposit', 1000, 2000, 5, 1, NULL FROM entry"
)


def test_the_attackers_right_entry_is_taken(attacker: sqlite3.Connection) -> None:
    """The control: without it the refusals below could be refusals of anything."""
    attacker.execute(A_TRANSFER)
    attacker.execute(an_entry())
    assert attacker.execute("SELECT note FROM entry ORDER BY number DESC").fetchone() == ("",)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"number": 1}, "not the next number"),
        ({"number": "(SELECT max(number) + 2 FROM entry)"}, "not the next number"),
        ({"number": "NULL"}, "not the next number"),
        ({"prev": "zeroblob(32)"}, "does not follow the newest seal"),
        ({"prev": "(SELECT hash FROM entry WHERE number = 1)"}, "does not follow the newest seal"),
        ({"event": 1}, "this event is sealed"),
        ({"event": "(SELECT max(seq) FROM event)"}, "this event is sealed"),
        ({"event": "(SELECT max(seq) + 2 FROM event)"}, "this event is sealed"),
        ({"day": 20251231}, "the day lies in a closed year"),
        ({"day": 20250101}, "the day lies in a closed year"),
        ({"day": 20241231}, "the day lies in a closed year"),
        ({"sheet": 1}, "the sheet is signed"),
        ({"sheet": 2, "day": 20260107}, "not on the day of its sheet"),
        ({"sheet": 77}, "not on the day of its sheet"),
        ({"reverses": 5}, "already taken back"),
        ({"reverses": 1}, "does not mirror"),
        ({"reverses": "(SELECT max(number) + 1 FROM entry)"}, "does not mirror"),
        ({"day": 20260231}, "CHECK"),
        ({"day": 20261301}, "CHECK"),
        ({"day": 20260100}, "CHECK"),
        ({"day": 21000101}, "CHECK"),
        ({"day": "'2026-01-06'"}, "CHECK|cannot store"),
        ({"month": 202613}, "CHECK"),
        ({"month": 202600}, "CHECK"),
        ({"month": 189912}, "CHECK"),
        ({"hash": "zeroblob(31)"}, "CHECK"),
        ({"hash": "'x'"}, "CHECK|cannot store"),
        ({"note": "NULL"}, "NOT NULL"),
    ],
)
def test_no_wrong_entry_is_taken(
    attacker: sqlite3.Connection, changed: dict[str, object], why: str
) -> None:
    attacker.execute(A_TRANSFER)
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(an_entry(**changed))


def test_the_first_day_after_a_closed_year_is_open(attacker: sqlite3.Connection) -> None:
    attacker.execute(A_TRANSFER)
    attacker.execute(an_entry(day=20260101))


def test_no_entry_without_a_transfer(attacker: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="without a transfer"):
        attacker.execute(an_entry())


MIRROR = "SELECT (SELECT max(number) + 1 FROM entry), line, kind, {}, {}, {}, {}, {} FROM transfer"


@pytest.mark.parametrize(
    ("columns", "right"),
    [
        (("credit", "debit", "kip", "member", "loan"), True),
        (("debit", "credit", "kip", "member", "loan"), False),
        (("credit", "debit", "kip - 1", "member", "loan"), False),
        (("credit", "debit", "kip", "2", "loan"), False),
        (("credit", "debit", "kip", "NULL", "loan"), False),
        (("credit", "debit", "kip", "member", "1"), False),
    ],
)
def test_a_counter_entry_mirrors_to_the_kip(
    attacker: sqlite3.Connection, columns: tuple[str, ...], right: bool
) -> None:
    (open_entry,) = attacker.execute("SELECT max(number) FROM entry").fetchone()
    mirror = MIRROR.format(*columns)
    attacker.execute(f"INSERT INTO transfer {mirror} WHERE entry = {open_entry}")
    if right:
        attacker.execute(an_entry(reverses=open_entry))
        return
    with pytest.raises(sqlite3.IntegrityError, match="does not mirror"):
        attacker.execute(an_entry(reverses=open_entry))


def test_a_counter_entry_has_no_line_more(attacker: sqlite3.Connection) -> None:
    (open_entry,) = attacker.execute("SELECT max(number) FROM entry").fetchone()
    mirror = MIRROR.format("credit", "debit", "kip", "member", "loan")
    attacker.execute(f"INSERT INTO transfer {mirror} WHERE entry = {open_entry}")
    attacker.execute(A_TRANSFER.replace("+ 1, 0,", "+ 1, 1,"))
    with pytest.raises(sqlite3.IntegrityError, match="does not mirror"):
        attacker.execute(an_entry(reverses=open_entry))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1, 9, 'deposit', 1000, 2000, 5, 1, NULL", "this entry is sealed"),
        ("1, 0, 'deposit', 1000, 2000, 5, 1, NULL", "this entry is sealed"),
        ("99, 0, 'deposit', 1000, 2000, 0, 1, NULL", "CHECK"),
        ("99, 0, 'deposit', 1000, 2000, -5, 1, NULL", "CHECK"),
        ("99, 0, 'deposit', 1000, 2000, 10000000000000, 1, NULL", "CHECK"),
        ("99, 0, 'deposit', 1000, 2000, 1.5, 1, NULL", "cannot store"),
        ("99, 0, 'deposit', 1000, 2000, 'five', 1, NULL", "cannot store"),
        ("99, 0, 'deposit', 1000, 1000, 5, 1, NULL", "CHECK"),
        ("99, 0, 'deposit', 999, 2000, 5, 1, NULL", "CHECK"),
        ("99, 0, 'deposit', 1000, 6000, 5, 1, NULL", "CHECK"),
        ("99, 0, '', 1000, 2000, 5, 1, NULL", "CHECK"),
        ("99, -1, 'deposit', 1000, 2000, 5, 1, NULL", "CHECK"),
        ("99, 0, NULL, 1000, 2000, 5, 1, NULL", "NOT NULL"),
        ("99, NULL, 'deposit', 1000, 2000, 5, 1, NULL", "NOT NULL"),
    ],
)
def test_no_wrong_transfer_is_taken(attacker: sqlite3.Connection, row: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR REPLACE INTO transfer VALUES ({row})")


def test_a_line_is_taken_once(attacker: sqlite3.Connection) -> None:
    attacker.execute(A_TRANSFER)
    with pytest.raises(sqlite3.IntegrityError, match="the line is taken"):
        attacker.execute(A_TRANSFER.replace("INSERT", "INSERT OR REPLACE"))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("max(seq) + 1, 'x', 1, '', '', NULL, '', 'a', '{}', zeroblob(32), hash", "newest seal"),
        ("max(seq) + 2, 'x', 1, '', '', NULL, '', 'a', '{}', hash, hash", "next number"),
        ("1, 'x', 1, '', '', NULL, '', 'a', '{}', hash, hash", "next number"),
        ("max(seq) + 1, 'x', 1, '', '', NULL, '', '', '{}', hash, hash", "CHECK"),
        ("max(seq) + 1, 'x', 1, '', '', NULL, '', 'a', 'facts', hash, hash", "CHECK"),
        ("max(seq) + 1, 'x', 1, '', '', NULL, '', 'a', '{}', hash, zeroblob(3)", "CHECK"),
        ("max(seq) + 1, 'x', '', '', '', NULL, '', 'a', '{}', hash, hash", "cannot store"),
    ],
)
def test_no_wrong_event_is_taken(attacker: sqlite3.Connection, row: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR REPLACE INTO event SELECT {row} FROM event")


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        (f"INSERT INTO group_version SELECT 3, NULL, '{{}}', {NEXT}", "the books have begun"),
        (f"INSERT INTO group_version SELECT 3, 20240101, '{{}}', {NEXT}", "the books have begun"),
        (f"INSERT INTO group_version SELECT 9, 20250101, '{{}}', {NEXT}", "not the next version"),
        (f"INSERT INTO rulebook SELECT 2, 20260231, 'x', '{{}}', {NEXT}", "CHECK"),
        (f"INSERT INTO rulebook SELECT 2, 20260101, 'x', 'rules', {NEXT}", "CHECK"),
        (f"INSERT INTO member SELECT 0, {NEXT}", "the id is taken"),
        (
            f"INSERT INTO officer_version SELECT 9, 1, '', 'x', NULL, 1, NULL, NULL, {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO officer_version SELECT 9, 2, 'x', 'x', NULL, 1, NULL, NULL, {NEXT}",
            "not the next version",
        ),
        (
            "INSERT INTO loan SELECT 2, '2025-001', 1, 20260101, 5, '', '{}', 1, '[]', '',"
            f" {NEXT}",
            "the number is taken",
        ),
        (
            "INSERT OR REPLACE INTO loan SELECT 1, 'x', 1, 20260101, 5, '', '{}', 1, '[]', '',"
            f" {NEXT}",
            "not the next id",
        ),
        (
            f"INSERT INTO loan SELECT 2, 'x', 1, 20260101, 0, '', '{{}}', 1, '[]', '', {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO loan_decision SELECT 2, 20260101, '', 2, 1, '[]', '', {NEXT}",
            "CHECK",
        ),
        (f"INSERT INTO sheet SELECT 3, 'meeting', 1, 20260107, {NEXT}", "number of its kind"),
        (f"INSERT INTO sheet SELECT 1, 'meeting', 2, 20260107, {NEXT}", "not the next id"),
        (f"INSERT INTO sheet SELECT 3, 'meeting', 2, 20251231, {NEXT}", "closed year"),
        (f"INSERT INTO sheet_signed SELECT 2, '[]', NULL, NULL, zeroblob(32), {NEXT}", "CHECK"),
        (
            f"INSERT INTO sheet_signed SELECT 2, '[\"x\"]', 3, 2, zeroblob(32), {NEXT}",
            "CHECK",
        ),
        (
            f"INSERT INTO closed_year SELECT 2024, 20240101, 20241231, '[]', '{{}}', {NEXT}",
            "not after the last closed year",
        ),
        (
            f"INSERT INTO closed_year SELECT 2026, 20251231, 20261231, '[]', '{{}}', {NEXT}",
            "not after the last closed year",
        ),
        (
            f"INSERT OR REPLACE INTO closed_year SELECT 2025, 20260101, 20261231, '[]', '{{}}',"
            f" {NEXT}",
            "not after the last closed year",
        ),
        (
            f"INSERT INTO closed_year SELECT 2026, 20260101, 20251231, '[]', '{{}}', {NEXT}",
            "CHECK",
        ),
        ("INSERT INTO year_opening VALUES (2027, 1, 0, 0)", "year before is not closed"),
        ("INSERT OR REPLACE INTO year_opening VALUES (2026, 1, 0, 0)", "already written"),
        ("DELETE FROM month_total", "is never deleted"),
        ("DELETE FROM loan_total", "is never deleted"),
        ("UPDATE month_total SET debit = -1", "CHECK"),
        ("INSERT INTO month_total VALUES (1000, 202613, 0, 0)", "CHECK"),
        ("INSERT INTO draft VALUES ('', '', 1, '')", "CHECK"),
    ],
)
def test_no_other_wrong_row_is_taken(attacker: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(sql)


# --- pencil ---------------------------------------------------------------------------------

PENCIL = {
    "attendance": ("attendance = 'absent'", "1, 3, 'present', 1, ''"),
    "cell": ("kip = 1", "1, 3, 'savings', 5, 1, ''"),
    "pencil_line": ("line = '[]'", "1, 9, '[]', 1, ''"),
    "cash_count": ("notes = '[]'", "1, 'opening', '[]', '', 1, ''"),
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
