"""What happened to memberships, attacked with plain SQL, as any program could."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ledger.book.writing import writing
from ledger.rules.admission import Admission, Candidate, CandidateId
from ledger.rules.committee import Election
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Member, MemberId
from ledger.statements.hand_over import HandOver
from tests.book.attack import NEXT
from tests.book.books import BEGIN, KHAM, ONE, new_book, raw

CHILD = Member(MemberId(9), "9", "ນ້ອຍ", BEGIN, birth_year=2015, pupil=True, guardian="ນາງ ຄຳ")
ELECTION = Election(BEGIN, "3", goes=(), comes=(), handed_by="ຄຳ", taken_by="ດາ")


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("people") / "village.book"
    book = new_book(path)
    gone = Settlement(ONE, BEGIN, savings=0)
    with writing(book, KHAM, "people") as pen:
        pen.add_member(CHILD)
        pen.write_life(LifeEvent(ONE, LifeKind.LEAVE, BEGIN, until=date(2025, 3, 1), decision="1"))
        pen.write_life(LifeEvent(ONE, LifeKind.SETTLED, BEGIN, settlement=gone))
        candidate = pen.write_candidate(Candidate(CandidateId(0), BEGIN, CHILD))
        pen.write_admission(Admission(candidate, BEGIN, "2", approved=True, member=CHILD.id))
        pen.write_candidate(Candidate(CandidateId(0), BEGIN, CHILD))
        pen.write_hand_over(ELECTION, HandOver(BEGIN, cash=5))
    assert book.member(CHILD.id) == CHILD
    assert [asked.admission is None for asked in book.asked()] == [False, True]
    assert book.hand_overs() == (HandOver(BEGIN, cash=5),)
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


INK = {
    "member_person": "guardian = 'x'",
    "member_life": "decision = 'x'",
    "candidate": "lives_here = 0",
    "admission": "decision = 'x'",
    "hand_over": "decision = 'x'",
}


@pytest.mark.parametrize(("table", "change"), INK.items())
@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_it_is_ink(attacker: sqlite3.Connection, table: str, change: str, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"UPDATE {way}{table} SET {change}")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: is ink"):
        attacker.execute(f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"INSERT {way or 'OR ABORT '}INTO {table} SELECT * FROM {table} LIMIT 1")


DAY = 20250105
RIGHT = {
    "member_person": (9, 2, 2015, 0, "'x'"),
    "member_life": (3, 1, "'leave'", DAY, "NULL", "'4'", "''", "NULL"),
    "candidate": (3, DAY, "'{}'", 1),
    "admission": (2, DAY, "'4'", 0, "'far'", "NULL"),
    "hand_over": (2, DAY, "'4'", "'a'", "'b'", "'{}'"),
}


def insert(attacker: sqlite3.Connection, table: str, *values: object, event: str = NEXT) -> None:
    shown = ", ".join(str(value) for value in (*values, event))
    attacker.execute(f"INSERT OR REPLACE INTO {table} SELECT {shown}")


@pytest.mark.parametrize(("table", "values"), RIGHT.items())
def test_a_right_row_goes_in_and_under_no_old_event(
    attacker: sqlite3.Connection, table: str, values: tuple[object, ...]
) -> None:
    insert(attacker, table, *values)
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: this event is sealed"):
        insert(attacker, table, *values, event="1")


@pytest.mark.parametrize(
    ("table", "place", "value", "why"),
    [
        ("member_person", 1, 1, "not the next version"),
        ("member_person", 2, 1700, "CHECK"),
        ("member_person", 3, 2, "CHECK"),
        ("member_life", 0, 1, "not the next number"),
        ("member_life", 2, "''", "CHECK"),
        ("member_life", 3, 20250230, "CHECK"),
        ("member_life", 4, 20251301, "CHECK"),
        ("member_life", 7, "'{}'", "CHECK"),
        ("candidate", 0, 7, "not the next number"),
        ("candidate", 1, 20250230, "CHECK"),
        ("candidate", 2, "'x'", "CHECK"),
        ("candidate", 3, 2, "CHECK"),
        ("admission", 0, 1, "was decided before"),
        ("admission", 1, 20250230, "CHECK"),
        ("admission", 2, "''", "CHECK"),
        ("admission", 3, 1, "CHECK"),
        ("admission", 4, "''", "CHECK"),
        ("hand_over", 0, 9, "not the next number"),
        ("hand_over", 1, 20250230, "CHECK"),
        ("hand_over", 2, "''", "CHECK"),
        ("hand_over", 3, "''", "CHECK"),
        ("hand_over", 4, "'a'", "CHECK"),
        ("hand_over", 5, "''", "CHECK"),
    ],
)
def test_a_wrong_row_is_refused(
    attacker: sqlite3.Connection, table: str, place: int, value: object, why: str
) -> None:
    values: list[object] = list(RIGHT[table])
    values[place] = value
    with pytest.raises(sqlite3.IntegrityError, match=why):
        insert(attacker, table, *values)


def test_a_settlement_without_its_sheet_is_none(attacker: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        insert(attacker, "member_life", 3, 1, "'settled'", DAY, "NULL", "'4'", "''", "NULL")
