"""The newest seal that this machine has seen of each book: it finds an older file put back.

The chain of an older file is whole, so the file alone cannot tell. It is one small file for each
book, in the program's own folder and not beside the book.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.book.files import PART
from ledger.book.plain import decode, encode
from ledger.book.sealing import NO_SEAL
from ledger.book.shelf import Shelf
from ledger.book.trouble import BookDamaged
from ledger.statements.findings import Fault, Finding

_HEAD = (
    "SELECT seq, hash, (SELECT coalesce(max(number), 0) FROM entry)"
    " FROM event ORDER BY seq DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The newest act with its seal (hexadecimal), and the number of the newest entry."""

    act: int
    seal: str
    entry: int


def head_of(shelf: Shelf) -> Head:
    """The newest act of a book. Raises BookDamaged where what is read cannot be an act."""
    match shelf.rows(_HEAD):
        case [(int(act), bytes(seal), int(entry))]:
            return Head(act=act, seal=seal.hex(), entry=entry)
    raise BookDamaged(str(shelf.path), detail="event")


def head_or_none(shelf: Shelf) -> Head:
    """The newest act of a book that may be empty: then act 0, under the seal of nothing."""
    some = shelf.rows("SELECT 1 FROM event LIMIT 1")
    return head_of(shelf) if some else Head(act=0, seal=NO_SEAL.hex(), entry=0)


def setback(shelf: Shelf, known: Head) -> Finding | None:
    """What is wrong where the book does not hold an act that it held before.

    `place` says the newest act and entry of the file, then those that were known.
    """
    found = shelf.rows("SELECT hash FROM event WHERE seq = ?", (known.act,))
    if found and found[0][0].hex() == known.seal:
        return None
    now = head_of(shelf)
    fault = Fault.OTHER_HISTORY if found else Fault.OLDER_FILE
    return Finding(fault, (now.act, now.entry, known.act, known.entry))


class KnownHeads:
    """The folder of the small files, one for each book by its mark."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, mark: str) -> Head | None:
        """The newest act seen of a book; nothing where none was, or it cannot be read."""
        try:
            plain = decode(self._file(mark).read_bytes())
            return Head(act=int(plain["act"]), seal=str(plain["seal"]), entry=int(plain["entry"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def mark_at(self, path: Path) -> str:
        """The mark of the book that was open last in a file; "" where this machine does not know.

        It tells which book a file was that cannot be read any more, or is gone.
        """
        return next((file.stem for file in self._at(str(path.resolve()))), "")

    def remember(self, mark: str, head: Head, path: Path | None = None) -> None:
        """Write down the newest act of a book, and where its file lies. Raises OSError.

        The disk is not waited for: after a power cut the mirror log still knows it.
        """
        place, file = "" if path is None else str(path.resolve()), self._file(mark)
        if place and _place(file) != place:
            # Another book may have lain there before. In one place lies one book, whatever the
            # clock says of when it came there.
            for other in self._at(place):
                _write(other, {**decode(other.read_bytes()), "place": ""})
        _write(file, {"act": head.act, "seal": head.seal, "entry": head.entry, "place": place})

    def _at(self, place: str) -> list[Path]:
        """The small files of the books that lay in a place when they were written to last."""
        files = self._folder.glob("*.json") if self._folder.is_dir() else ()
        return sorted(file for file in files if _place(file) == place)

    def _file(self, mark: str) -> Path:
        return self._folder.joinpath(f"{mark}.json")


def _write(file: Path, plain: Mapping[str, object]) -> None:
    part = file.with_name(file.name + PART)
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(encode(plain), encoding="utf-8")
    os.replace(part, file)  # noqa: PTH105 -- named for what it does on every system


def _place(file: Path) -> str:
    try:
        return str(decode(file.read_bytes())["place"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
