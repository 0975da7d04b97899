"""What the program did and what went wrong, for whoever helps: without names and amounts.

The files lie on this machine and go nowhere by themselves. The oldest are thrown away: five of one
megabyte each are kept. Each line has a number of its own, since the clock may be wrong.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ui.hard_crash import HARD_CRASH

_BYTES_MAX, _OLDER = 1_000_000, 4
_PLAIN = re.compile(r"[A-Za-z0-9_.:/+-]{1,80}")
_OF_CODE = (AttributeError, TypeError, NameError, ImportError, UnicodeDecodeError)
"""Mistakes whose own text speaks of the program's parts and never of what somebody typed."""

_OF_BOOK = "sqlite3"
"""So do those of this module; it is known by name, for the first window comes before any book."""

_ROOT = Path(__file__).resolve().parent.parent


class _Quiet(RotatingFileHandler):
    """A full disk, or a file that another program holds, must not bring up a second mistake."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing."""


class Logbook:
    """One for each start of the program. `note` takes words of the program only."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._now = now
        self._number = count(1)
        self._logger = logging.Logger("thon-ngoen")
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            handler = _Quiet(
                folder / "program.log",
                maxBytes=_BYTES_MAX,
                backupCount=_OLDER,
                encoding="utf-8",
                delay=True,
            )
            self._logger.addHandler(handler)

    def note(self, what: str, **facts: str | int) -> None:
        """Write one line: what happened, and facts that are numbers or words of the program.

        Anything else, a text that somebody typed above all, is left out and stands as "?".
        """
        told = " ".join(f"{name}={_plain(fact)}" for name, fact in facts.items())
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        offset = self._now().strftime("%z")
        self._logger.info("%06d %s %s %s %s", next(self._number), at, offset, what, told)

    def note_mistake(self, mistake: BaseException) -> None:
        """Write down where a mistake of ours happened, frame by frame."""
        for line in frames(mistake):
            self._logger.info("       %s", line)

    def files(self) -> list[Path]:
        """Everything that was written, the newest first."""
        found = [self.folder / "program.log", self.folder / HARD_CRASH]
        found += [self.folder / f"program.log.{number}" for number in range(1, _OLDER + 1)]
        return [file for file in found if file.is_file()]

    def close(self) -> None:
        """Let go of the file."""
        for handler in [*self._logger.handlers]:
            handler.close()
            self._logger.removeHandler(handler)


def frames(mistake: BaseException) -> Iterator[str]:
    """The way to a mistake: files, lines and functions; of its own text only what is the code's."""
    yield kind_of(mistake)
    for frame in traceback.extract_tb(mistake.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
    before = mistake.__cause__ or mistake.__context__
    if before is not None:
        yield "after:"
        yield from frames(before)


def kind_of(mistake: BaseException) -> str:
    """The kind of a mistake."""
    name = type(mistake).__name__
    speaks = isinstance(mistake, _OF_CODE) or type(mistake).__module__ == _OF_BOOK
    return f"{name}: {mistake}" if speaks else name


def _plain(fact: str | int) -> str:
    text = str(fact)
    return text if _PLAIN.fullmatch(text) else "?"


def _short(file: str) -> str:
    """A file of the program below its folder; of others only the name."""
    path = Path(file)
    with suppress(ValueError):
        return path.relative_to(_ROOT).as_posix()
    return path.name


def about_machine() -> list[str]:
    """The versions of everything that the program stands on."""
    import platform  # noqa: PLC0415 -- only a help file needs it

    from PySide6 import __version__ as qt  # noqa: PLC0415 -- as above

    from ledger.book.opening import made_with  # noqa: PLC0415 -- as above

    return [
        f"python {platform.python_version()}",
        f"qt {qt}",
        *made_with(),
        f"system {platform.system()} {platform.release()} {platform.machine()}",
        f"encoding {sys.getfilesystemencoding()}",
    ]
