"""How a book's file is made, opened, locked and brought up to date; every setting in one place.

The journal is truncated and not a write-ahead log, and each commit waits for the disk: of forty
thousand simulated power cuts none lost an entry, and a copy of the file made by hand while the
program stands idle is whole. The file is held exclusively from the first moment: nobody else reads
a half state or writes beside us. A book is never made by opening a name that does not exist.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from secrets import randbelow
from time import sleep
from typing import TypeAlias
from urllib.parse import quote

from ledger.book.files import is_locked, make_folder, no_room
from ledger.book.shelf import MACHINE, Shelf, trouble_of
from ledger.book.trouble import (
    BookDamaged,
    BookLocked,
    BookMissing,
    BookReadOnly,
    BookTooNew,
    CopyLocked,
    DiskFull,
    NotABook,
)

APPLICATION_ID = 0x544E676F
"""Marks the file as a book of this program: "TNgo"."""

LOCK_WAIT = 3
"""Seconds to wait for a lock at opening: a virus scanner may hold the file for a moment."""

APART = 500
"""So many thousandths of a second, at most, until those that kept each other out try again."""

BeforeUpgrade: TypeAlias = Callable[[sqlite3.Connection], object]

_SETTINGS = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA cell_size_check = ON;
PRAGMA trusted_schema = OFF;
PRAGMA mmap_size = 0;
PRAGMA temp_store = MEMORY;
PRAGMA fullfsync = ON;
PRAGMA synchronous = EXTRA;
"""


def upgrades() -> tuple[str, ...]:
    """The steps of the book's shape in their order; the first makes an empty book."""
    folder = files("ledger.book") / "upgrades"
    steps = sorted((p for p in folder.iterdir() if p.name.endswith(".sql")), key=lambda p: p.name)
    return tuple(p.read_text(encoding="utf-8") for p in steps)


def made_with() -> tuple[str, str]:
    """The version of SQLite, and the newest shape of a book, for whoever helps."""
    return f"sqlite {sqlite3.sqlite_version}", f"shape {len(upgrades())}"


def open_file(path: Path, *, before_upgrade: BeforeUpgrade | None = None) -> Shelf:
    """Open the book at `path`, lock it, and bring an older shape up to date.

    `before_upgrade` is handed an older shape before anything in it is changed. Raises BookMissing,
    NotABook, BookTooNew (the file stays as it is, byte for byte), BookLocked, BookReadOnly, and
    BookDamaged where the shape is not the one that this program writes.
    """
    if not path.is_file():
        raise BookMissing(str(path))
    try:
        raw = _opened(path, before_upgrade)
    except (NotABook, BookDamaged):
        # Asked only of what SQLite has let go of: whoever opens and closes a live book beside it
        # takes its lock away.
        if is_locked(path):
            raise CopyLocked(str(path)) from None
        raise
    shelf = Shelf(raw, path)
    shelf.stay_home()
    return shelf


def _opened(path: Path, before_upgrade: BeforeUpgrade | None) -> sqlite3.Connection:
    """The file as it was opened and locked, in its newest shape.

    Two programs that look into it at one moment keep each other from locking it, and both would be
    told that the other has it. So both let go, and try once more after waiting unequally long.
    """
    for pause in (randbelow(APART), None):
        raw = _connect(path)
        try:
            with _told(path):
                steps = upgrades()
                version = _look(raw, path, newest=len(steps))
                if _lock(raw):
                    if version < len(steps) and before_upgrade is not None:
                        before_upgrade(raw)
                    bring_up_to_date(raw, path)
                    return raw
        except BaseException:
            raw.close()
            raise
        raw.close()
        if pause is not None:
            sleep(timedelta(milliseconds=pause).total_seconds())
    raise BookLocked(str(path))


def bring_up_to_date(raw: sqlite3.Connection, path: Path) -> None:
    """Take an older shape through the steps it lacks. Raises BookDamaged for a foreign shape."""
    steps = upgrades()
    with _told(path):
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        # A shape that somebody changed is not built upon.
        if fingerprint(raw) != expected_fingerprint(steps[:version]):
            raise BookDamaged(str(path), detail="schema")
        if version < len(steps):
            _upgrade(raw, steps[version:])


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, for files that are not the open book."""
    raw = _connect(path, mode="ro")
    with _told(path):
        raw.execute("PRAGMA query_only = ON")
    return raw


def connect_to_mend(path: Path) -> sqlite3.Connection:
    """A connection to a scratch copy of a damaged book; its own journal is rolled back first."""
    raw = _connect(path)
    with _told(path):
        _look(raw, path, newest=len(upgrades()))
    return raw


def look_at(raw: sqlite3.Connection, path: Path) -> None:
    """Raise NotABook or BookTooNew where the file is not one that this program can read."""
    with _told(path):
        _look(raw, path, newest=len(upgrades()))


def make_file(path: Path) -> Shelf:
    """Make an empty book at `path` inside a transaction that the caller commits."""
    try:
        make_folder(path.parent)
        # A leaving of an earlier attempt that never became a book.
        path.unlink(missing_ok=True)
    except OSError as error:
        full = no_room(error)
        raise DiskFull(str(path)) if full else BookReadOnly(str(path)) from error
    shelf = Shelf(_connect(path, mode="rwc"), path)
    try:
        with _told(path):
            shelf.meet()
            shelf.raw.execute("PRAGMA journal_mode = TRUNCATE")
            shelf.raw.executescript("BEGIN EXCLUSIVE;" + "".join(upgrades()))
    except BaseException:
        shelf.close()
        raise
    return shelf


def empty_in_memory() -> Shelf:
    """A book of the newest shape without a single act, for what is to be put together anew."""
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.executescript("".join(upgrades()))
    return Shelf(raw, Path(":memory:"))


def fingerprint(raw: sqlite3.Connection) -> bytes:
    """A digest of every table, index and trigger as the file has them."""
    shapes = raw.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
    ).fetchall()
    return sha256("\x00".join(str(part) for shape in shapes for part in shape).encode()).digest()


# It says nothing of any file: the same steps make the same shape. Opening asks, and a check again.
@lru_cache(maxsize=16)
def expected_fingerprint(steps: tuple[str, ...]) -> bytes:
    """The digest of a book that went through these steps, tried on one that is only in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        for step in steps:
            raw.executescript(step)
        return fingerprint(raw)


def _connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    # A "?" or "#" in a folder's name must stay part of the name.
    uri = f"file:{quote(path.resolve().as_posix())}?mode={mode}"
    with _told(path):
        raw = sqlite3.connect(uri, uri=True, timeout=LOCK_WAIT, isolation_level=None)
        try:
            raw.executescript(_SETTINGS)
        except BaseException:
            # It would hold the damaged file, and no copy could take its place.
            raw.close()
            raise
    return raw


def _look(raw: sqlite3.Connection, path: Path, *, newest: int) -> int:
    (mark,) = raw.execute("PRAGMA application_id").fetchone()
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID:
        raise NotABook(str(path))
    if version > newest:
        raise BookTooNew(str(path), found=version, known=newest)
    return int(version)


def _lock(raw: sqlite3.Connection) -> bool:
    """Lock the file until the book is closed; not where somebody else looks into it as well."""
    try:
        raw.execute("PRAGMA journal_mode = TRUNCATE")
        # Under the exclusive mode the lock stays. Writing the number that is there already, and
        # taking it back, shows now and not at the first act whether we may write.
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _upgrade(raw: sqlite3.Connection, steps: tuple[str, ...]) -> None:
    """All steps or none, in one transaction; every reference must still hold at its end."""
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        raw.executescript("BEGIN EXCLUSIVE;" + "".join(steps))
        if raw.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError("an upgrade left a reference without its row")
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raw.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except MACHINE as error:
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from error
