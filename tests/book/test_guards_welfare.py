"""The guards of the welfare fund's tables, attacked with plain SQL."""

import sqlite3

import pytest

from tests.book.attack import NEXT

A_CLAIM = (
    "INSERT INTO claim SELECT {id}, '{number}', 1, 20260105, '{{}}', {first}, {last}, {units}, '',"
    " {kip}, '[]', " + NEXT
)


def claim(**facts: object) -> str:
    usual = {
        "id": 2,
        "number": "W2026-001",
        "first": 20260105,
        "last": 20260105,
        "units": 1,
        "kip": 5,
    }
    return A_CLAIM.format(**{**usual, **facts})


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        (claim(id=7), "not the next id"),
        (claim(number="W2025-001"), "the number is taken"),
        (claim(number=""), "CHECK"),
        (claim(last=20260104), "CHECK"),
        (claim(first=20260231, last=20260301), "CHECK"),
        (claim(units=0), "CHECK"),
        (claim(kip=0), "CHECK"),
        (f"INSERT INTO welfare_card SELECT 1, 5, NULL, NULL, '', {NEXT}", "not the next version"),
        (f"INSERT INTO welfare_card SELECT 2, 1, 20260231, NULL, '', {NEXT}", "CHECK"),
        (f"INSERT INTO welfare_card SELECT 2, 1, NULL, 17990101, '', {NEXT}", "CHECK"),
        (f"INSERT INTO claim_decision SELECT 2, 20260105, '', 1, '[]', '', {NEXT}", "CHECK"),
        (f"INSERT INTO claim_decision SELECT 2, 20260105, 'x', 2, '[]', '', {NEXT}", "CHECK"),
        (f"INSERT INTO claim_paid SELECT 2, 1, {NEXT}", "not approved"),
        (f"INSERT INTO claim_paid SELECT 1, 1, {NEXT}", "already paid"),
    ],
)
def test_no_wrong_row_is_taken(attacker: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(sql)


def test_an_entry_that_pays_something_else_pays_no_claim(attacker: sqlite3.Connection) -> None:
    attacker.execute(claim())
    decision = f"INSERT INTO claim_decision SELECT 2, 20260105, 'x', 1, '[]', '', {NEXT}"
    attacker.execute(decision)
    with pytest.raises(sqlite3.IntegrityError, match="the entry does not pay it"):
        attacker.execute(f"INSERT INTO claim_paid SELECT 2, 1, {NEXT}")


@pytest.mark.parametrize("table", ["welfare_card", "claim", "claim_decision", "claim_paid"])
def test_nothing_is_added_to_an_event_of_the_past(attacker: sqlite3.Connection, table: str) -> None:
    rows = {
        "welfare_card": "2, 1, NULL, NULL, '', 2",
        "claim": "2, 'x', 1, 20260105, '{}', 20260105, 20260105, 1, '', 5, '[]', 2",
        "claim_decision": "2, 20260105, 'x', 1, '[]', '', 2",
        "claim_paid": "1, 2, 2",
    }
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: this event is sealed"):
        attacker.execute(f"INSERT INTO {table} VALUES ({rows[table]})")
