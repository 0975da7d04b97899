"""Both chains gone through from their first link: every entry, every act with what it wrote."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import Any, TypeAlias

from ledger.book.schema import INK
from ledger.book.sealing import (
    LINE_TEXT,
    NO_SEAL,
    entry_text,
    event_seal,
    row_text,
    seal_of_text,
)
from ledger.book.shelf import Shelf
from ledger.book.stroke import insert_of
from ledger.statements.findings import Fault, Finding

_ENTRIES = (
    "SELECT number, day, month, note, sheet, reverses, event, prev, hash FROM entry ORDER BY number"
)
_TEXTS = f"SELECT entry, group_concat({LINE_TEXT}, '') FROM transfer GROUP BY entry ORDER BY entry"
_LINES = f"SELECT {LINE_TEXT} FROM transfer WHERE entry = ? ORDER BY line"
_NO_MORE: tuple[float, str] = (inf, "")
"""After the last entry's transfers: no entry's number reaches it."""

_EVENTS = (
    "SELECT seq, at, officer, name, role, second, second_name, act, facts, prev, hash"
    " FROM event ORDER BY seq"
)
Written: TypeAlias = defaultdict[int, list[str]]
"""What each act wrote, as it goes into its seal."""


def check_entries(shelf: Shelf, written: Written) -> Iterator[Finding]:
    """Every entry against its number and seal; each is added to what its act has written."""
    texts = shelf.stream(_TEXTS)
    waiting, text = next(texts, _NO_MORE)
    expected, seal = 1, NO_SEAL
    for *entry, prev, kept in shelf.stream(_ENTRIES):
        number: int = entry[0]
        while waiting < number:
            yield Finding(Fault.UNSEALED, (int(waiting),))
            waiting, text = next(texts, _NO_MORE)
        lines = ""
        if waiting == number:
            lines = text
            waiting, text = next(texts, _NO_MORE)
        if number != expected or prev != seal:
            yield Finding(Fault.ENTRY_ORDER, (number,), expected=seal.hex(), found=prev.hex())
        made = seal_of_text(prev, entry, lines)
        if made != kept:
            made = _sealed_line_by_line(shelf, prev, entry)
        if made != kept:
            yield Finding(Fault.ENTRY_SEAL, (number,), expected=kept.hex(), found=made.hex())
        written[entry[6]].append(entry_text(number, kept))
        expected, seal = number + 1, kept
    while waiting is not inf:
        yield Finding(Fault.UNSEALED, (int(waiting),))
        waiting, text = next(texts, _NO_MORE)


def _sealed_line_by_line(shelf: Shelf, prev: bytes, entry: Sequence[Any]) -> bytes:
    """The seal of an entry whose lines are asked for in their order.

    SQLite strings the lines of an entry together as they stand in the file, and promises no order.
    Before an entry is called wrong, its lines are put in order once.
    """
    lines = shelf.rows(_LINES, (entry[0],))
    return seal_of_text(prev, entry, "".join([text for (text,) in lines]))


def check_events(shelf: Shelf, written: Written) -> Iterator[Finding]:
    """Every act against its number and seal, which covers all rows that it wrote.

    `written` has the entries, of which the acts' other rows are added here.
    """
    _add_rows(shelf, written)
    expected, seal = 1, NO_SEAL
    for *event, prev, kept in shelf.stream(_EVENTS):
        number: int = event[0]
        if number != expected or prev != seal:
            yield Finding(Fault.EVENT_ORDER, (number,), expected=seal.hex(), found=prev.hex())
        made = event_seal(prev, event, written.pop(number, ()))
        if made != kept:
            yield Finding(Fault.EVENT_SEAL, (number,), expected=kept.hex(), found=made.hex())
        expected, seal = number + 1, kept
    for number in sorted(written):
        yield Finding(Fault.EVENT_ORDER, (number,))


def _add_rows(shelf: Shelf, written: Written) -> None:
    for kind in INK:
        table, (_, names) = kind.__tablename__, insert_of(kind)
        place = names.index("event")
        for row in shelf.stream(f"SELECT {', '.join(names)} FROM {table}"):
            written[row[place]].append(row_text(table, row))
