"""The places in which copies of a book are kept: this machine, and each stick the group named."""

import json
from pathlib import Path
from typing import Any

from ledger.book.files import write_whole
from ledger.book.plain import encode
from ledger.rules.codec import from_plain, to_plain
from ledger.rules.refusals import Refusal
from ledger.statements.copies import KeptPlace

HERE = ""
"""The key of this machine."""


class Places:
    """One small file; one that cannot be read is as if it were not there."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def every(self) -> tuple[KeptPlace, ...]:
        """This machine first, then the sticks in the order in which they were named."""
        found = {place.key: place for place in self._read()}
        here = found.pop(HERE, KeptPlace(key=HERE, name=""))
        return (here, *found.values())

    def of(self, key: str) -> KeptPlace | None:
        """One place; nothing where none of that key was named."""
        return next((place for place in self.every() if place.key == key), None)

    def put(self, place: KeptPlace) -> None:
        """Write a place down, over what was known of it. Raises OSError."""
        kept = {known.key: known for known in self.every()} | {place.key: place}
        self._write([*kept.values()])

    def forget(self, key: str) -> None:
        """Strike a stick off the list; the copies on it stay. Raises OSError."""
        self._write([place for place in self.every() if place.key != key])

    def _read(self) -> list[KeptPlace]:
        try:
            plain: Any = json.loads(self._file.read_bytes())
            return [from_plain(KeptPlace, one) for one in plain]
        except (OSError, ValueError, TypeError, RecursionError, Refusal):
            return []

    def _write(self, places: list[KeptPlace]) -> None:
        write_whole(self._file, encode([to_plain(place) for place in places]).encode())
