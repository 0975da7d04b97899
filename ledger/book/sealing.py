"""The seals: what each entry and each event is hashed from, so that no fact changes unnoticed.

A seal is SHA-256 over a tag that names the way it is made, and then each part after its length in
eight bytes: no two different books can give the same input. The parts are the seal before, and
the facts as compact JSON. Should the way ever change, the tag changes with it; what was sealed
under an older tag is checked in the older way and never sealed again.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from ledger.book.plain import encode

NO_SEAL = bytes(32)
"""What stands before the first seal of a chain."""

_ENTRY = b"thon-ngoen entry 1"
_EVENT = b"thon-ngoen event 1"
_PENCIL = b"thon-ngoen pencil 1"


def _seal(*parts: bytes) -> bytes:
    return sha256(b"".join([len(p).to_bytes(8, "big") + p for p in parts])).digest()


def entry_seal(
    prev: bytes, entry: Sequence[object], transfers: Sequence[Sequence[object]]
) -> bytes:
    """The seal of an entry: its columns before `prev`, and the columns of its transfers."""
    return _seal(_ENTRY, prev, encode([entry, transfers]).encode())


def row_text(table: str, values: Iterable[object]) -> str:
    """One row of an ink table as it goes into the seal of its event."""
    return encode([table, *(v.hex() if isinstance(v, bytes) else v for v in values)])


def event_seal(prev: bytes, event: Sequence[object], rows: Iterable[str]) -> bytes:
    """The seal of an event: its columns before `prev`, and every row that it wrote, in order."""
    return _seal(_EVENT, prev, encode(event).encode(), *[row.encode() for row in sorted(rows)])


def pencil_seal(rows: Iterable[str]) -> bytes:
    """The seal of everything that stood on a sheet in pencil when it was signed."""
    return _seal(_PENCIL, *[row.encode() for row in sorted(rows)])
