"""Entries and transfers attacked with plain SQL: number, seal, day, mirror, amount."""

import sqlite3

import pytest

from tests.book.attack import A_TRANSFER, NEXT


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
