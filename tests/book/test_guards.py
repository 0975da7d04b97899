"""Every guard of the book attacked with plain SQL, as any program that opens the file could.

The attacker's connection has none of our settings: triggers that replace rows do not fire, and
references are not looked at, unless the attack turns them on.
"""

import sqlite3

import pytest

from tests.book.attack import NEXT

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
    "welfare_card": "born = 19600101",
    "claim": "kip = 1",
    "claim_decision": "approved = 0",
    "claim_paid": "entry = 1",
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
TAKEN = {
    "group_version": f"SELECT 1, 20250101, '{{}}', {NEXT}",
    "rulebook": f"SELECT 1, 20250101, 'x', '{{}}', {NEXT}",
    "officer_version": f"SELECT 1, 1, 'x', 'president', NULL, 1, NULL, NULL, {NEXT}",
    "member": f"SELECT 2, {NEXT}",
    "member_version": (
        "SELECT 1, 1, '1', 'x', 20250101, '', '', '', '', '', 'active', NULL, 0, 0, 0, '[]',"
        f" {NEXT}"
    ),
    "welfare_card": f"SELECT 1, 1, NULL, NULL, '', {NEXT}",
    "claim": (f"SELECT 1, 'x', 1, 20260101, '{{}}', 20260101, 20260101, 1, '', 5, '[]', {NEXT}"),
    "claim_decision": f"SELECT 1, 20260101, 'x', 1, '[]', '', {NEXT}",
    "claim_paid": f"SELECT claim, entry, {NEXT} FROM claim_paid",
    "loan_decision": f"SELECT 1, 20250101, '', 1, 1, '[]', '', {NEXT}",
    "sheet_signed": f"SELECT 1, '[\"x\"]', 1, 2, zeroblob(32), {NEXT}",
}


@pytest.mark.parametrize(("table", "row"), TAKEN.items())
def test_a_taken_key_is_refused_under_the_next_event(
    attacker: sqlite3.Connection, table: str, row: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT OR REPLACE INTO {table} {row}")


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
        ("INSERT INTO year_opening VALUES (2027, 1, 0, 0, 0)", "year before is not closed"),
        ("INSERT OR REPLACE INTO year_opening VALUES (2026, 1, 0, 0, 0)", "already written"),
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
