"""One transaction of ink: every row under one event, and the event sealed last over all of them."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import Table

from ledger.book.plain import encode
from ledger.book.schema import Ink, Row
from ledger.book.sealing import NO_SEAL, entry_text, event_seal, row_text
from ledger.book.shelf import Shelf
from ledger.rules.codec import to_plain
from ledger.rules.people import Actor

_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@cache
def insert_of(kind: type[Row]) -> tuple[str, tuple[str, ...]]:
    """The statement that inserts a whole row of a table, and its columns in their order."""
    table = kind.__table__
    assert isinstance(table, Table)
    names = tuple(column.name for column in table.columns)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", names


class Stroke:
    """The rows of one event while they are being written; `event` is its number."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        last = shelf.rows("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
        self._prev: bytes = last[0][1] if last else NO_SEAL
        self.event: int = last[0][0] + 1 if last else 1
        self._rows: list[str] = []

    def write(self, row: Ink) -> None:
        """Write one row of ink."""
        sql, names = insert_of(type(row))
        values = [getattr(row, name) for name in names]
        self.shelf.rows(sql, values)
        self._rows.append(row_text(row.__tablename__, values))

    def wrote_entry(self, number: int, seal: bytes) -> None:
        """Take an entry that was written into the seal of the event."""
        self._rows.append(entry_text(number, seal))

    def seal(
        self,
        actor: Actor,
        act: str,
        *,
        at: datetime,
        second: Actor | None,
        facts: Mapping[str, object],
    ) -> None:
        """Write the event itself, over everything that was written under its number."""
        event = (
            self.event,
            at.isoformat(timespec="seconds"),
            actor.id,
            actor.name,
            actor.role.value,
            None if second is None else second.id,
            "" if second is None else second.name,
            str(act),
            encode({name: to_plain(fact) for name, fact in facts.items()}),
        )
        seal = event_seal(self._prev, event, self._rows)
        self.shelf.rows(_EVENT, (*event, self._prev, seal))
