"""The locks of the group's sticks, in the program's own folder on this machine.

They are what makes and rehearses locked copies without asking; a stick alone holds no key.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ledger.book.files import write_whole
from ledger.book.plain import encode


@dataclass(frozen=True, slots=True)
class StickLock:
    """The lock of one stick: what stands before each of its copies, and the key."""

    head: bytes
    key: bytes


class StickLocks:
    """One small file for each book, that only whoever uses this machine can read."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, stick: str) -> StickLock | None:
        """The lock of a stick; nothing where its copies are open, or the file cannot be read."""
        try:
            plain = json.loads(self._file.read_bytes())[stick]
            return StickLock(head=bytes.fromhex(plain["head"]), key=bytes.fromhex(plain["key"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, stick: str, lock: StickLock | None) -> None:
        """Keep a lock, or none any more. Raises OSError."""
        try:
            plain = dict(json.loads(self._file.read_bytes()))
        except (OSError, ValueError, TypeError, RecursionError):
            plain = {}
        plain.pop(stick, None)
        if lock is not None:
            plain[stick] = {"head": lock.head.hex(), "key": lock.key.hex()}
        write_whole(self._file, encode(plain).encode())
        with suppress(OSError):
            self._file.chmod(0o600)
