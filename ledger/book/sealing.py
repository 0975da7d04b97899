"""The seals: what each entry and each event is hashed from, so that no fact changes unnoticed.

A seal is SHA-256 over a tag that names the way it is made, the seal before it, and the facts. Every
text stands after its own length, so no two different books can give the same input. Should the way
ever change, the tag changes with it; what was sealed under an older tag is checked in the older
way and never sealed again.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from ledger.book.plain import encode

NO_SEAL = bytes(32)
"""What stands before the first seal of a chain."""

_ENTRY = "thon-ngoen entry 1"
_EVENT = b"thon-ngoen event 1"
_PENCIL = b"thon-ngoen pencil 1"


LINE_TEXT = (
    "printf('\n%d %d %s %d %d %d %s %s', line, length(CAST(kind AS BLOB)), kind,"
    " debit, credit, kip, coalesce(member, 'None'), coalesce(loan, 'None'))"
)
"""A row of the transfers as it goes into the seal of its entry, put together by SQLite.

The check reads all of them, and a row in one piece comes in half the time of a row in eight. Here
a text ends at its first zero byte; its length does not, so what hides behind one is found.
"""


def entry_seal(prev: bytes, entry: Sequence[Any], transfers: Sequence[Sequence[Any]]) -> bytes:
    """The seal of an entry: its columns before `prev`, and the columns of its transfers.

    A meeting seals hundreds, so the text is put together here and not as JSON. All of it are whole
    numbers, or None, but for the note and the kinds, which bring their lengths.
    """
    lines = [
        f"\n{line} {len(kind)} {kind} {debit} {credit} {kip} {member} {loan}"
        for _, line, kind, debit, credit, kip, member, loan in transfers
    ]
    return seal_of_text(prev, entry, "".join(lines))


def seal_of_text(prev: bytes, entry: Sequence[Any], lines: str) -> bytes:
    """The seal of an entry whose transfers are one text already, in the way of `LINE_TEXT`."""
    number, day, month, note, sheet, reverses, event = entry
    facts = f"{number} {day} {month} {sheet} {reverses} {event} {len(note)} {note}{lines}"
    return sha256(f"{_ENTRY} {prev.hex()} {facts}".encode()).digest()


def entry_text(number: int, seal: bytes) -> str:
    """An entry as it goes into the seal of its event, in the way of `row_text`."""
    return f'["entry",{number},"{seal.hex()}"]'


def row_text(table: str, values: Iterable[object]) -> str:
    """One row of an ink table as it goes into the seal of its event."""
    return encode([table, *(v.hex() if isinstance(v, bytes) else v for v in values)])


def event_seal(prev: bytes, event: Sequence[object], rows: Iterable[str]) -> bytes:
    """The seal of an event: its columns before `prev`, and every row that it wrote."""
    return _seal(_EVENT, prev, encode(event).encode(), *[row.encode() for row in sorted(rows)])


def pencil_seal(rows: Iterable[str]) -> bytes:
    """The seal of everything that stood on a sheet in pencil when it was signed."""
    return _seal(_PENCIL, *[row.encode() for row in sorted(rows)])


def _seal(*parts: bytes) -> bytes:
    return sha256(b"".join([len(p).to_bytes(8, "big") + p for p in parts])).digest()
