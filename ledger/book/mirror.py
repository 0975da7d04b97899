"""The mirror log: every act once more as a line of text in another folder, on the disk at once.

It is a record and not a second book. When the disk lied and the book is damaged, its lines are put
behind the newest sound copy; and when an older file was put back, it knows what came after.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.book import parts
from ledger.book.files import make_folder, sync_folder
from ledger.book.known_head import Head, head_of
from ledger.book.mirror_text import facts_of
from ledger.book.shelf import Shelf

if TYPE_CHECKING:
    from ledger.book.mirror_lines import MirrorLine

_AT_ONCE = 200
"""So many lines are written in one piece when a log is begun for a book that is there already."""


class Mirror:
    """The log of one book. What can go wrong with it is an OSError; the book is not touched."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._last: Head | None = None
        self._last_at = ""
        self._looked = False
        self._torn = False

    @property
    def last(self) -> Head | None:
        """The last act that stands in the log; nothing while it is empty."""
        if not self._looked:
            content = self._content()
            self._last, self._last_at = _last_of(content)
            # Behind a torn line the next one must not be lost with it.
            self._torn = not content.endswith(b"\n") and bool(content)
            self._looked = True
        return self._last

    @property
    def last_written(self) -> tuple[int, str] | None:
        """The last act that stood in the log when it was opened, and when that was written."""
        return None if self.last is None or not self._last_at else (self.last.act, self._last_at)

    def lines(self) -> "list[MirrorLine]":
        """Every whole line in the order of the file."""
        found = map(parts.mirror_lines.line_of_text, self._content().split(b"\n"))
        return [line for line in found if line is not None]

    def catch_up(self, shelf: Shelf) -> None:
        """Write the acts that the log does not have yet, and wait for the disk.

        The caller has made sure that the book holds the log's last act.
        """
        newest = head_of(shelf)
        for acts in self._behind(newest):
            self._append(b"".join(_texts(parts.mirror_lines.line_of_act(shelf, a) for a in acts)))
        self._last = newest

    def unsound_in(self, shelf: Shelf) -> int | None:
        """The first act that the log does not have yet and that is not what its seals say."""
        line_of = parts.mirror_lines.line_of_act
        behind = (act for acts in self._behind(head_of(shelf)) for act in acts)
        return next((act for act in behind if not line_of(shelf, act).sound), None)

    def _behind(self, newest: Head) -> Iterator[range]:
        """The acts that are not in the log yet, a piece at a time."""
        first = 1 if self.last is None else self.last.act + 1
        for begin in range(first, newest.act + 1, _AT_ONCE):
            yield range(begin, min(begin + _AT_ONCE, newest.act + 1))

    def put_aside(self) -> None:
        """Give a log that no longer fits the book another name; it is kept."""
        if self.file.exists():
            aside = (self.file.with_name(f"{self.file.stem}.{n}.log") for n in range(1, 10_000))
            os.replace(self.file, next(a for a in aside if not a.exists()))  # noqa: PTH105
        self._last, self._looked = None, True

    def _content(self) -> bytes:
        return self.file.read_bytes() if self.file.exists() else b""

    def _append(self, text: bytes) -> None:
        new = not self.file.exists()
        make_folder(self.file.parent)
        with self.file.open("ab") as log:
            log.write(b"\n" + text if self._torn else text)
            log.flush()
            os.fsync(log.fileno())
        self._torn = False
        if new:
            sync_folder(self.file.parent)


def _texts(lines: "Iterable[MirrorLine]") -> Iterator[bytes]:
    return map(parts.mirror_lines.text_of_line, lines)


def _last_of(content: bytes) -> tuple[Head | None, str]:
    """The last act of a log and when it was, read from its end: an old book's log is long."""
    last: tuple[int, str] | None = None
    at = ""
    for raw in reversed(content.split(b"\n")):
        facts = facts_of(raw)
        if facts is None:
            continue
        if last is None:
            last = (int(facts["act"]), str(facts["seal"]))
            at = _when(facts["rows"])
        entries = facts["rows"].get("entry")
        if entries:
            return Head(*last, entry=entries[-1][0]), at
    return (None if last is None else Head(*last, entry=0)), at


def _when(rows: dict[str, Any]) -> str:
    """When the act of a line was written, by the clock of then; "" where it does not say."""
    try:
        ((_, at, *_),) = rows["event"]
        return datetime.fromisoformat(at).isoformat()
    except (KeyError, ValueError, TypeError):
        return ""
