"""The typed rows and the frozen SQL say the same."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Integer, LargeBinary, Table, Text

from ledger.book import opening
from ledger.book.book import Book
from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.schema import INK, Row

TABLES = {mapper.class_.__tablename__: mapper.class_.__table__ for mapper in Row.registry.mappers}
KINDS = {Integer: "INTEGER", Text: "TEXT", LargeBinary: "BLOB"}


def test_every_table_has_its_row(book: Book) -> None:
    tables = book.shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    assert {name for (name,) in tables} == set(TABLES)


@pytest.mark.parametrize("table", sorted(TABLES.values(), key=str), ids=str)
def test_columns_agree(book: Book, table: Table) -> None:
    in_sql = [
        (name, kind, bool(filled) or bool(key), bool(key))
        for _, name, kind, filled, _, key, _ in book.shelf.rows(f"PRAGMA table_xinfo({table})")
    ]
    in_rows = [
        (column.name, KINDS[type(column.type)], not column.nullable, column.primary_key)
        for column in table.columns
    ]
    assert in_sql == in_rows


def test_every_table_is_strict(book: Book) -> None:
    tables = book.shelf.rows("PRAGMA table_list")
    loose = [name for _, name, _, _, _, strict in tables if not strict]
    assert [name for name in loose if not name.startswith("sqlite_")] == []


def test_every_ink_table_is_sealed_by_its_event() -> None:
    with_event = {name for name, table in TABLES.items() if "event" in table.columns}
    assert with_event == {kind.__tablename__ for kind in INK} | {"entry"}


def test_the_seal_of_a_sheet_covers_every_column_in_pencil() -> None:
    for name, columns in PENCIL_TABLES.items():
        assert columns.split(", ") == [column.name for column in TABLES[name].columns]


def test_every_table_says_how_it_is_guarded(book: Book) -> None:
    """Ink is never changed or deleted, pencil is locked by its signature; three tables are free."""
    guards = book.shelf.rows("SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger'")
    for name in TABLES.keys() - {"draft", "month_total", "loan_total"}:
        of_table = {guard for table, guard in guards if table == name}
        both = {f"{name}_no_update", f"{name}_no_delete"}
        pencil = {f"{name}_insert", f"{name}_update", f"{name}_delete"}
        assert pencil == of_table if name in PENCIL_TABLES else both < of_table


FROZEN = (
    "9e720646837630415d7274899e386e848f16a92d7a05937a58f36966b0c59566",
    "e46c6b8d54370f7dad1acba9c5ac319fe2f2c7e4a53e6c2db50541c2580f4052",
    "d939611424d4ff7be23d86e62a19384a0902480842bc1a2da26433068b37640b",
    "48ea190493077828d76ed47fabcd84d24614091791f2fa4af0c7c50f5762f4b4",
    "faaa6e4a7f41a545f28f43d79482ad336202021bb696aa9b752547647f79dc0c",
    "a476760149ddc74edd1fa2ce179df23eb5ab275cef4ec89009d43f1d5748b473",
    "9dcb5e890cc49c595e00b2f6b2c5e3e042e165d42f4ef323eaebd6c6b35d36a9",
    "7ab4faffd2136635e6d0c84b33ed4e1c46ac2003e8d2afa483d262ecb28dcdee",
    "5fc1885ffe436baf612e0f8b8fb082266279e36bd7d71690ecba285c62afc877",
    "84fbd51edd340a5543c1b58a1f073e08e8f429e30a278c50fc52d18236febe6f",
    "fb80eb67831c29260f54615b545e516fb7550e2e1a68e193973328e7c5fb7628",
    "10792b49580afb7ab2d45c3359a7f11e80f794a066eec6270703d19a8afe93e1",
)
"""The shape of a book after each upgrade."""


def test_the_upgrades_are_frozen() -> None:
    """Books are out there with these shapes: what comes later goes into the next file."""
    steps = opening.upgrades()
    shapes = [opening.expected_fingerprint(steps[:n]).hex() for n in range(1, len(steps) + 1)]
    assert shapes[: len(FROZEN)] == list(FROZEN)


def test_the_upgrades_count_themselves(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    for number, step in enumerate(opening.upgrades(), start=1):
        connection.executescript(step)
        assert connection.execute("PRAGMA user_version").fetchone() == (number,)
    connection.close()
