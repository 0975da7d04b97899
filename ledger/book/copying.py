"""How a copy gets onto a disk or stick: beside its place, synced, read again, and only then named.

A copy that was cut short by a stick pulled out, a full disk or a power cut never gets a name, and
no older copy is thrown away before the newest has been read again and worked out anew.
"""

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from ledger.book import parts
from ledger.book.anchors import mark_of, paper_code_now
from ledger.book.checking import check_book
from ledger.book.files import PART, make_folder, no_room, put_in_place, sync_file
from ledger.book.plain import day_of
from ledger.book.shelf import MACHINE, Shelf
from ledger.book.snapshot import read_copy
from ledger.book.stick_locks import StickLock
from ledger.book.trouble import BookTrouble, CopyFailed, CopyWrong, DiskFull
from ledger.rules.copy_plan import CopyName, copy_name, read_copy_name, superfluous

Progress: TypeAlias = Callable[[int, int], None]
"""Hears how many parts of how many are done."""

_PAGES = 64
"""So many pages are written at a time: a quarter of a megabyte."""

_HEAD = 100
"""The bytes of SQLite's own head of a file."""


def name_of(snapshot: Shelf) -> CopyName:
    """What a copy of the book would be called."""
    (newest,) = snapshot.one("SELECT max(day) FROM entry")
    day = date(2000, 1, 1) if newest is None else day_of(newest)
    return copy_name(paper_code_now(snapshot), mark=mark_of(snapshot), day=day)


def every_copy(folder: Path) -> tuple[CopyName, ...]:
    """The copies in a folder, of whatever books, the newest first; none where it cannot be read."""
    try:
        names = [read_copy_name(file.name) for file in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted((name for name in names if name is not None), reverse=True))


def copies_in(folder: Path, mark: str) -> tuple[CopyName, ...]:
    """The copies of one book in a folder, the newest first."""
    return tuple(name for name in every_copy(folder) if name.mark == mark)


def write_copy(
    snapshot: Shelf,
    folder: Path,
    *,
    progress: Progress | None = None,
    lock: StickLock | None = None,
) -> tuple[Path, Shelf]:
    """Write a copy into a folder, read it again, and thin out the older ones.

    Under a `lock` nothing of it is written openly, and no open copy stays beside it.
    Returns its file and what was read, in memory. Raises CopyFailed, DiskFull or CopyWrong; then
    everything that was in the folder is still there.
    """
    name = replace(name_of(snapshot), locked=lock is not None)
    file = folder.joinpath(name.file)
    written = _there_already(snapshot, file, name, lock)
    if written is None:
        written = _written(snapshot, file, name, progress=progress, lock=lock)
    kept = copies_in(folder, name.mark)
    open_ones = [] if lock is None else [copy for copy in kept if not copy.locked]
    for old in {*superfluous(kept), *open_ones}:
        with suppress(OSError):
            folder.joinpath(old.file).unlink()
    return file, written


def _there_already(
    snapshot: Shelf, file: Path, name: CopyName, lock: StickLock | None
) -> Shelf | None:
    """The copy that lies there, read again, where it holds all that a new one would.

    A drive that lies about syncing could lose a good copy with the one that is put over it.
    """
    if not file.exists():
        return None
    try:
        there = _read_again(file, name, None if lock is None else lock.key)
    except (BookTrouble, OSError, *MACHINE):
        return None
    if _content(there) == _content(snapshot):
        return there
    there.close()
    return None


def _content(shelf: Shelf) -> bytes:
    """All pages; SQLite's own head of a file only counts how often it was written."""
    return shelf.raw.serialize()[_HEAD:]


def _written(
    snapshot: Shelf,
    file: Path,
    name: CopyName,
    *,
    progress: Progress | None,
    lock: StickLock | None,
) -> Shelf:
    """Write the copy beside its place, read it again, and give it its name."""
    part = file.with_name(file.name + PART)
    try:
        make_folder(file.parent)
        part.unlink(missing_ok=True)
        if lock is None:
            _write(snapshot, part, progress)
        else:
            _write_locked(snapshot, part, lock)
        sync_file(part)
        written = _read_again(part, name, None if lock is None else lock.key)
        put_in_place(part, file)
    except (OSError, *MACHINE) as error:
        raise _failed(error, file) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return written


def _write(snapshot: Shelf, part: Path, progress: Progress | None) -> None:
    def told(_: int, left: int, pages: int) -> None:
        if progress is not None:
            progress(pages - left, pages)

    with closing(sqlite3.connect(part, isolation_level=None)) as raw:
        # An unfinished copy is thrown away, never mended: it needs no journal of its own.
        raw.execute("PRAGMA journal_mode = OFF")
        snapshot.raw.backup(raw, pages=_PAGES, progress=told)
        raw.execute("PRAGMA journal_mode = DELETE")


def _write_locked(snapshot: Shelf, part: Path, lock: StickLock) -> None:
    content = snapshot.raw.serialize()
    if len(content) > parts.locking.BYTES_MAX:
        raise OSError(errno.EFBIG, "too large to be locked")
    part.write_bytes(parts.locking.locked(content, lock))


def _read_again(part: Path, name: CopyName, key: bytes | None) -> Shelf:
    """What really stands on the disk, worked out anew from its single amounts."""
    try:
        written = read_copy(part, key)
    except BookTrouble as trouble:
        raise CopyWrong(str(part), detail=str(trouble)) from trouble
    wrong = check_book(written)
    if wrong or name_of(written) != replace(name, locked=False):
        written.close()
        raise CopyWrong(str(part), detail=", ".join(finding.fault.value for finding in wrong))
    return written


def _failed(error: Exception, file: Path) -> BookTrouble:
    code = getattr(error, "sqlite_errorcode", -1) & 0xFF
    if code == sqlite3.SQLITE_FULL or no_room(error):
        return DiskFull(str(file))
    return CopyFailed(str(file), detail=str(error))
