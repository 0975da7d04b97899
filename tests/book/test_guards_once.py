"""The guards of the one-time keys, attacked with plain SQL."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.book.writing import writing
from ledger.rules.people import MemberId
from ledger.rules.refusals import WrittenAlready
from ledger.statements.findings import Fault
from tests.book.attack import NEXT
from tests.book.books import KHAM, member, new_book, noon, strip_guards

INK_KEY, PENCIL_KEY, OTHER = "key-of-a-form", "key-of-a-line", "key-of-another"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guards") / "once.book"
    book = new_book(path)
    with writing(book, replace(KHAM, once=INK_KEY), "add_member") as pen:
        pen.add_member(member(4))
    with writing(book, replace(KHAM, once=PENCIL_KEY), "pencil") as pen:
        pen.draft("page", "half")
    assert book.check() == ()
    book.close()
    return path


@pytest.mark.parametrize("table", ["act_once", "pencil_once"])
@pytest.mark.parametrize("way", ["", "OR REPLACE ", "OR IGNORE "])
def test_a_key_is_not_taken_back(attacker: sqlite3.Connection, table: str, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"UPDATE {way}{table} SET key = '{OTHER}'")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table}: "):
        attacker.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"act_once VALUES ('{OTHER}', 1)", "this event is sealed"),
        (f"act_once VALUES ('{INK_KEY}', {NEXT})", "this key was used"),
        (f"act_once VALUES ('{PENCIL_KEY}', {NEXT})", "this key was used"),
        (f"act_once VALUES ('short', {NEXT})", "CHECK"),
        (f"act_once VALUES ('{'x' * 65}', {NEXT})", "CHECK"),
        (f"pencil_once VALUES ('{INK_KEY}')", "this key was used"),
        (f"pencil_once VALUES ('{PENCIL_KEY}')", "this key was used"),
        ("pencil_once VALUES ('short')", "CHECK"),
    ],
)
@pytest.mark.parametrize("way", ["ABORT", "REPLACE"])
def test_a_key_is_used_once(attacker: sqlite3.Connection, row: str, why: str, way: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        attacker.execute(f"INSERT OR {way} INTO {row}")


def test_an_act_has_one_key(attacker: sqlite3.Connection) -> None:
    attacker.execute(f"INSERT INTO act_once VALUES ('{OTHER}', {NEXT})")
    with pytest.raises(sqlite3.IntegrityError, match="this key was used"):
        attacker.execute(f"INSERT INTO act_once VALUES ('{OTHER} still', {NEXT})")


def test_a_key_without_its_act_is_not_kept(attacker: sqlite3.Connection) -> None:
    attacker.execute("ROLLBACK")
    attacker.execute("PRAGMA foreign_keys = ON")
    attacker.execute("BEGIN")
    attacker.execute(f"INSERT INTO act_once VALUES ('{OTHER}', {NEXT})")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        attacker.execute("COMMIT")


def test_the_seal_finds_a_key_that_was_changed_without_guards(
    village: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.book"
    copy.write_bytes(village.read_bytes())
    strip_guards(copy, [f"UPDATE act_once SET key = '{OTHER}'"])
    book = Book.open(copy, clock=noon)
    found = {finding.fault for finding in book.check()}
    book.close()
    assert Fault.EVENT_SEAL in found


@pytest.mark.parametrize("key", [INK_KEY, PENCIL_KEY])
def test_the_pen_says_that_it_was_written(tmp_path: Path, village: Path, key: str) -> None:
    copy = tmp_path / "copy.book"
    copy.write_bytes(village.read_bytes())
    book = Book.open(copy, clock=noon)
    act = 3 if key == INK_KEY else None
    with (
        pytest.raises(WrittenAlready) as refused,
        writing(book, replace(KHAM, once=key), "add_member") as pen,
    ):
        pen.add_member(member(5))
    assert refused.value.act == act
    assert MemberId(5) not in {one.id for one in book.members()}
    book.close()


def test_what_failed_has_not_used_the_key_up(tmp_path: Path) -> None:
    book = new_book(tmp_path / "village.book")
    act = replace(KHAM, once=OTHER)

    def torn() -> None:
        with writing(book, act, "add_member") as pen:
            pen.add_member(member(4))
            raise KeyError

    with pytest.raises(KeyError):
        torn()
    with writing(book, act, "add_member") as pen:
        pen.add_member(member(4))
    assert MemberId(4) in {one.id for one in book.members()}
    book.close()
