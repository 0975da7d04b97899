"""The whole book as it is at one moment, in memory: for long work beside the window.

It is taken through the book's own connection, by SQLite's own copying, in a few thousandths of a
second. Nobody else ever opens the live file: reading it beside SQLite would loosen its lock.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from ledger.book import parts
from ledger.book.files import Secret, is_locked
from ledger.book.opening import bring_up_to_date, connect_to_read, look_at
from ledger.book.shelf import MACHINE, Shelf, trouble_of
from ledger.book.trouble import BookDamaged, BookMissing, CopyLocked, NotABook

BYTES_MAX = 1 << 30
"""A copy above this size is not one of ours: an old book has a few megabytes."""


def in_memory(raw: sqlite3.Connection, path: Path) -> Shelf:
    """A copy of everything in a file; another thread may go on with it. Raises BookTrouble."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        raw.backup(copy)
        copy.execute("PRAGMA trusted_schema = OFF")
    except MACHINE as error:
        copy.close()
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error
    return Shelf(copy, path)


def read_copy(path: Path, secret: Secret | None = None) -> Shelf:
    """A copy that lies in a file, in memory and brought up to date; the file is only read.

    `secret` opens one that is locked: CopyLocked without it, PasswordWrong with another. Raises
    BookMissing, NotABook, BookTooNew, BookLocked where it is the open book itself, and BookDamaged
    where its pages or its shape are not those of a book of this program.
    """
    if not path.is_file():
        raise BookMissing(str(path))
    if path.stat().st_size > BYTES_MAX:
        raise NotABook(str(path))
    with closing(_unlocked(path, secret) if is_locked(path) else connect_to_read(path)) as raw:
        look_at(raw, path)
        copy = in_memory(raw, path)
    try:
        bring_up_to_date(copy.raw, path)
    except BaseException:
        copy.close()
        raise
    return copy


def _unlocked(path: Path, secret: Secret | None) -> sqlite3.Connection:
    """What lies under a lock, in memory alone: nothing of it is ever written to a disk."""
    if secret is None:
        raise CopyLocked(str(path))
    try:
        content = parts.locking.unlocked(path.read_bytes(), secret, path)
    except OSError as error:
        raise BookDamaged(str(path), detail=str(error)) from error
    raw = sqlite3.connect(":memory:", isolation_level=None)
    raw.deserialize(content)
    return raw
