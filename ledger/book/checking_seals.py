"""Both chains gone through from their first link: every entry, every act with what it wrote."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from ledger.book.schema import INK
from ledger.book.sealing import NO_SEAL, entry_seal, entry_text, event_seal, row_text
from ledger.book.shelf import Shelf
from ledger.book.stroke import insert_of
from ledger.statements.findings import Fault, Finding

_ENTRIES = (
    "SELECT number, day, month, note, sheet, reverses, event, prev, hash FROM entry ORDER BY number"
)
_TRANSFERS = (
    "SELECT entry, line, kind, debit, credit, kip, member, loan FROM transfer ORDER BY entry, line"
)
_EVENTS = (
    "SELECT seq, at, officer, name, role, second, second_name, act, facts, prev, hash"
    " FROM event ORDER BY seq"
)
MonthSums = defaultdict[tuple[int, int], list[int]]


def check_entries(shelf: Shelf, months: MonthSums) -> Iterator[Finding]:
    """Every entry against its number and seal; what its transfers move is added to `months`."""
    groups = groupby(shelf.stream(_TRANSFERS), key=itemgetter(0))
    transfers = ((number, list(rows)) for number, rows in groups)
    waiting = next(transfers, None)
    expected, seal = 1, NO_SEAL
    for *entry, prev, kept in shelf.stream(_ENTRIES):
        number: int = entry[0]
        while waiting is not None and waiting[0] < number:
            yield Finding(Fault.UNSEALED, (waiting[0],))
            waiting = next(transfers, None)
        rows = waiting[1] if waiting is not None and waiting[0] == number else []
        if rows:
            waiting = next(transfers, None)
        if number != expected or prev != seal:
            yield Finding(Fault.ENTRY_ORDER, (number,), expected=seal.hex(), found=prev.hex())
        made = entry_seal(prev, entry, rows)
        if made != kept:
            yield Finding(Fault.ENTRY_SEAL, (number,), expected=kept.hex(), found=made.hex())
        _add(months, entry[1] // 100, rows)
        expected, seal = number + 1, kept
    while waiting is not None:
        yield Finding(Fault.UNSEALED, (waiting[0],))
        waiting = next(transfers, None)


def _add(months: MonthSums, month: int, rows: list[tuple[Any, ...]]) -> None:
    for _, _, _, debit, credit, kip, _, _ in rows:
        months[debit, month][0] += kip
        months[credit, month][1] += kip


def check_events(shelf: Shelf) -> Iterator[Finding]:
    """Every act against its number and seal, which covers all rows that it wrote."""
    written = _written(shelf)
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


def _written(shelf: Shelf) -> dict[int, list[str]]:
    """What each act wrote, as it goes into its seal."""
    written: defaultdict[int, list[str]] = defaultdict(list)
    for kind in INK:
        table, (_, names) = kind.__tablename__, insert_of(kind)
        place = names.index("event")
        for row in shelf.stream(f"SELECT {', '.join(names)} FROM {table}"):
            written[row[place]].append(row_text(table, row))
    for number, event, seal in shelf.stream("SELECT number, event, hash FROM entry"):
        written[event].append(entry_text(number, seal))
    return written
