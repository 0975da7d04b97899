"""Both chains gone through from their first link: every entry, every act with what it wrote."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from ledger.book.schema import INK
from ledger.book.sealing import (
    LINE_TEXT,
    NO_SEAL,
    entry_text,
    event_seal,
    row_text,
    seal_of_lines,
)
from ledger.book.shelf import Shelf
from ledger.book.stroke import insert_of
from ledger.statements.findings import Fault, Finding

_ENTRIES = (
    "SELECT number, day, month, note, sheet, reverses, event, prev, hash FROM entry ORDER BY number"
)
_TRANSFERS = f"SELECT entry, debit, credit, kip, {LINE_TEXT} FROM transfer ORDER BY entry, line"
_EVENTS = (
    "SELECT seq, at, officer, name, role, second, second_name, act, facts, prev, hash"
    " FROM event ORDER BY seq"
)
MonthSums: TypeAlias = defaultdict[tuple[int, int], list[int]]
"""What was moved on each account in each month, in kip: debits, credits."""

Written: TypeAlias = defaultdict[int, list[str]]
"""What each act wrote, as it goes into its seal."""


def check_entries(shelf: Shelf, months: MonthSums, written: Written) -> Iterator[Finding]:
    """Every entry against its number and seal.

    What its transfers move is added to `months`, and the entry itself to what its act has written.
    """
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
        made = seal_of_lines(prev, entry, [text for *_, text in rows])
        if made != kept:
            yield Finding(Fault.ENTRY_SEAL, (number,), expected=kept.hex(), found=made.hex())
        month = entry[1] // 100
        for _, debit, credit, kip, _ in rows:
            months[debit, month][0] += kip
            months[credit, month][1] += kip
        written[entry[6]].append(entry_text(number, kept))
        expected, seal = number + 1, kept
    while waiting is not None:
        yield Finding(Fault.UNSEALED, (waiting[0],))
        waiting = next(transfers, None)


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
