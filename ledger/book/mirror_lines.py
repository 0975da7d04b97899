"""One act as one line of text: everything that it wrote, with its seal and the seal before it.

Whether a line belongs to a book is decided by its seals and not by its place in the file.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.book.mirror_text import facts_of, text_with_check
from ledger.book.plain import encode
from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.schema import INK, SignedRow
from ledger.book.sealing import entry_seal, entry_text, event_seal, pencil_seal, row_text
from ledger.book.shelf import Shelf
from ledger.book.stroke import insert_of
from ledger.book.trouble import BookDamaged

INK_COLUMNS: Mapping[str, tuple[str, ...]] = {
    kind.__tablename__: insert_of(kind)[1] for kind in INK
}
_ENTRY = "number, day, month, note, sheet, reverses, event, prev, hash"
_TRANSFER = "entry, line, kind, debit, credit, kip, member, loan"
_EVENT = "seq, at, officer, name, role, second, second_name, act, facts, prev, hash"
_SIGNED = SignedRow.__tablename__

COLUMNS: Mapping[str, str] = {
    "transfer": _TRANSFER,
    "entry": _ENTRY,
    **{table: ", ".join(names) for table, names in INK_COLUMNS.items()},
    **PENCIL_TABLES,
    "event": _EVENT,
}
"""Every table that a line can have rows of, with its columns."""

Rows = Mapping[str, Sequence[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class MirrorLine:
    """One act: its number, the seal before it and its own, and all rows that it wrote.

    `shape` is the number of the book's shape at that time.
    """

    act: int
    prev: bytes
    seal: bytes
    shape: int
    rows: Rows

    @property
    def sound(self) -> bool:
        """Whether its seals are those of what it says: of entries, sheets, and the whole."""
        transfers: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
        for row in self.rows.get("transfer", ()):
            transfers[row[0]].append(row)
        told = [
            row_text(table, row)
            for table, rows in self.rows.items()
            if table in INK_COLUMNS
            for row in rows
        ]
        for *entry, prev, kept in self.rows.get("entry", ()):
            if entry_seal(prev, entry, transfers.pop(entry[0], [])) != kept:
                return False
            told.append(entry_text(entry[0], kept))
        ((*event, prev, kept),) = self.rows["event"]
        whole = (prev, kept, event[0]) == (self.prev, self.seal, self.act)
        whole = whole and not transfers and self._pencil_sound()
        return whole and event_seal(prev, event, told) == kept

    def _pencil_sound(self) -> bool:
        """Whether what stood in pencil on each sheet that was signed is what was sealed then."""
        for sheet, *_, pencil, _ in self.rows.get(_SIGNED, ()):
            stood = [
                row_text(table, row)
                for table in PENCIL_TABLES
                for row in self.rows.get(table, ())
                if row[0] == sheet
            ]
            if pencil_seal(stood) != pencil:
                return False
        return True


def line_of_act(shelf: Shelf, act: int) -> MirrorLine:
    """What an act of the book wrote, as a line. Raises BookDamaged where there is no such act."""
    rows: dict[str, Sequence[Sequence[Any]]] = {}
    for table in INK_COLUMNS:
        if found := shelf.rows(f"SELECT {COLUMNS[table]} FROM {table} WHERE event = ?", (act,)):
            rows[table] = found
    if entries := shelf.rows(f"SELECT {_ENTRY} FROM entry WHERE event = ? ORDER BY 1", (act,)):
        rows["entry"] = entries
        bounds = (entries[0][0], entries[-1][0])
        ask = f"SELECT {_TRANSFER} FROM transfer WHERE entry BETWEEN ? AND ? ORDER BY 1, 2"
        rows["transfer"] = shelf.rows(ask, bounds)
    for sheet, *_ in rows.get(_SIGNED, ()):
        # What stood on a sheet is sealed when it is signed, and is pencil before that.
        for table, names in PENCIL_TABLES.items():
            if found := shelf.rows(f"SELECT {names} FROM {table} WHERE sheet = ?", (sheet,)):
                rows[table] = [*rows.get(table, ()), *found]
    (shape,) = shelf.one("PRAGMA user_version")
    match shelf.rows(f"SELECT {_EVENT} FROM event WHERE seq = ?", (act,)):
        case [(*_, bytes(prev), bytes(seal)) as event]:
            rows["event"] = [event]
            return MirrorLine(act=act, prev=prev, seal=seal, shape=shape, rows=rows)
    # The newest act is there and this one is not: a page of the file was lost.
    raise BookDamaged(str(shelf.path), detail="event")


def text_of_line(line: MirrorLine) -> bytes:
    """The line as it stands in the file, with its end."""
    facts = {
        "act": line.act,
        "shape": line.shape,
        "prev": line.prev.hex(),
        "seal": line.seal.hex(),
        "rows": {t: [[_plain(v) for v in row] for row in rows] for t, rows in line.rows.items()},
    }
    return text_with_check(encode(facts))


def line_of_text(raw: bytes) -> MirrorLine | None:
    """The act of one line; nothing where the line was torn or is something else."""
    facts = facts_of(raw)
    try:
        return None if facts is None else _line(facts)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _line(facts: Any) -> MirrorLine:
    rows = {
        table: [tuple(_value(v) for v in row) for row in facts["rows"][table]]
        for table in facts["rows"]
        if table in COLUMNS
    }
    return MirrorLine(
        act=int(facts["act"]),
        prev=bytes.fromhex(facts["prev"]),
        seal=bytes.fromhex(facts["seal"]),
        shape=int(facts["shape"]),
        rows=rows,
    )


def _plain(value: Any) -> Any:
    return {"x": value.hex()} if isinstance(value, bytes) else value


def _value(value: Any) -> Any:
    return bytes.fromhex(value["x"]) if isinstance(value, dict) else value
