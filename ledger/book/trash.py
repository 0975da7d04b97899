"""The trash: what stood in pencil on a sheet that was put away, each row with who typed it.

It lies among the drafts, under the number of its sheet, and is no ink: after a while it is emptied.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.shelf import Shelf
from ledger.rules.transfers import MeetingId
from ledger.rules.trash import Thrown

PREFIX = "thrown/"
_KEPT = "SELECT key, text, name FROM draft WHERE key GLOB 'thrown/*' ORDER BY key"

Rows = Mapping[str, Sequence[Sequence[Any]]]


def pencil_of(shelf: Shelf, sheet: MeetingId) -> Rows:
    """All that stands in pencil on a sheet, table by table, without the sheet's own number."""
    return {
        table: shelf.rows(f"SELECT {_rest(columns)} FROM {table} WHERE sheet = ?", (sheet,))
        for table, columns in PENCIL_TABLES.items()
    }


def thrown_text(rows: Rows, today: date) -> str:
    """What is kept of a sheet that is thrown away on a day."""
    return json.dumps({"day": today.isoformat(), "rows": rows}, ensure_ascii=False)


def read_thrown(shelf: Shelf) -> tuple[Thrown, ...]:
    """Every sheet that lies in the trash, the older ones first."""
    found = []
    for key, text, name in shelf.rows(_KEPT):
        plain = json.loads(text)
        amounts = [row[2] for row in plain["rows"]["cell"] if row[2]]
        found.append(
            Thrown(
                sheet=MeetingId(int(key.removeprefix(PREFIX))),
                by=name,
                day=date.fromisoformat(plain["day"]),
                cells=len(amounts),
                lines=len(plain["rows"]["pencil_line"]),
                kip=sum(amounts),
            )
        )
    return tuple(sorted(found, key=lambda one: one.sheet))


def lay_back(shelf: Shelf, text: str, to: MeetingId) -> None:
    """Lay what was kept onto a new sheet."""
    rows = json.loads(text)["rows"]
    for table, columns in PENCIL_TABLES.items():
        marks = ", ".join("?" * len(columns.split(", ")))
        for row in rows[table]:
            shelf.rows(f"INSERT INTO {table} VALUES ({marks})", (to, *row))


def _rest(columns: str) -> str:
    return columns.removeprefix("sheet, ")
