"""The one connection to the book's file; the machine's failures get their names here.

Two ways lead to the rows over the same connection and the same transaction: single records are read
through SQLAlchemy's typed columns (`fetch`), sums and whole meetings by plain SQL (`rows`, `many`),
which costs a third. Nothing outside `ledger.book` sees this class.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVarTuple
from weakref import WeakSet

from ledger.book import parts
from ledger.book.files import may_not_grow
from ledger.book.trouble import (
    BookDamaged,
    BookGone,
    BookLocked,
    BookReadOnly,
    BookShut,
    BookTrouble,
    DiskFailed,
    DiskFull,
    NotABook,
)

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Row

    from ledger.book.typed import TypedColumns

Ts = TypeVarTuple("Ts")
Parameters: TypeAlias = Sequence[object] | Mapping[str, object]
"""The values of a statement's marks: in their order, or by name where one is used twice."""

_TROUBLES: Mapping[int, type[BookTrouble]] = {
    sqlite3.SQLITE_BUSY: BookLocked,
    sqlite3.SQLITE_LOCKED: BookLocked,
    sqlite3.SQLITE_READONLY: BookReadOnly,
    sqlite3.SQLITE_CANTOPEN: BookReadOnly,
    sqlite3.SQLITE_PERM: BookReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_NOTADB: NotABook,
    sqlite3.SQLITE_IOERR: DiskFailed,
    sqlite3.SQLITE_NOLFS: DiskFailed,
    sqlite3.SQLITE_CORRUPT: BookDamaged,
    sqlite3.SQLITE_FORMAT: BookDamaged,
    sqlite3.SQLITE_TOOBIG: BookDamaged,
}
MACHINE = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: of damaged pages it cannot always even read the error's own text."""


def trouble_of(error: Exception, path: Path) -> BookTrouble | None:
    """The trouble that an error of the driver stands for; nothing when it is our own mistake."""
    if isinstance(error, UnicodeDecodeError) or "decode" in str(error):
        return BookDamaged(str(path), detail="text")
    # The low byte is the family; the rest says where inside SQLite it was noticed.
    code = getattr(error, "sqlite_errorcode", -1)
    trouble = _TROUBLES.get(code & 0xFF)
    if code == sqlite3.SQLITE_IOERR_WRITE and may_not_grow(path):
        trouble = DiskFull
    if trouble is DiskFailed or trouble is BookDamaged:
        return trouble(str(path), detail=str(error))
    return None if trouble is None else trouble(str(path))


class Shelf:
    """One open file. `raw` is the driver's connection; SQLAlchemy's stands on the same one."""

    def __init__(self, raw: sqlite3.Connection, path: Path) -> None:
        self.raw = raw
        self.path = path
        self.shut = False
        self._home: tuple[int, int] | None = None
        self._streams: WeakSet[sqlite3.Cursor] = WeakSet()

    @cached_property
    def typed(self) -> "TypedColumns":
        """SQLAlchemy over this connection; it rolls back once, when it first meets it."""
        return parts.typed.TypedColumns(self.raw)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of one question in plain SQL."""
        try:
            return self.raw.execute(sql, parameters).fetchall()
        except MACHINE as error:
            self._fail(error)
            raise

    def one(self, sql: str, parameters: Parameters = ()) -> tuple[Any, ...]:
        """The only row of a question that always has one."""
        (row,) = self.rows(sql, parameters)
        return row

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one question one after the other, for questions about the whole book."""
        try:
            rows = self.raw.execute(sql)
            self._streams.add(rows)
            for row in rows:  # noqa: UP028 -- handed through whole it would be closed twice
                yield row
        except MACHINE as error:
            self._fail(error)
            raise

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """The same statement for each of the rows."""
        try:
            self.raw.executemany(sql, rows)
        except MACHINE as error:
            self._fail(error)
            raise

    def fetch(self, question: "Select[*Ts]") -> "Sequence[Row[*Ts]]":
        """All rows of one question in SQLAlchemy's terms, with their types."""
        try:
            return self.typed.fetch(question)
        except MACHINE as error:
            self._fail(error)
            raise

    def meet(self) -> None:
        """Let SQLAlchemy meet the connection now, while no transaction is under way."""
        _ = self.typed

    def stay_home(self) -> None:
        """Remember which file this is: nothing is begun when it has gone, or is another one."""
        self._home = _identity(self.path)

    def begin(self) -> None:
        """Begin a transaction, as the only writer from the first moment."""
        self._find_home()
        # What SQLAlchemy rolls back when it meets the connection must not be this transaction.
        self.meet()
        self.rows("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep everything since `begin`: on disk when this returns."""
        self.rows("COMMIT")

    def roll_back(self) -> None:
        """Forget everything since `begin`; what fails here is rolled back at the next opening."""
        if not self.shut and self.raw.in_transaction:
            with suppress(*MACHINE):
                self.raw.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten. Closing twice does no harm."""
        if self.shut:
            return
        self.roll_back()
        self.shut = True
        for rows in list(self._streams):
            # A question that was broken off would hold the file, and lock it against us as well.
            rows.close()
        with suppress(*MACHINE):
            # The journal is empty by now: taken away, it leaves one file to be copied by hand.
            self.raw.execute("PRAGMA journal_mode = DELETE")
        self.raw.close()

    def _find_home(self) -> None:
        """Raise BookGone where the file does not lie where it lay.

        An open file that was deleted can be written to for ever on some systems, into nothing.
        """
        if self._home is not None and not self.shut and _identity(self.path) != self._home:
            self.close()
            raise BookGone(str(self.path))

    def _fail(self, error: Exception) -> None:
        """Raise the trouble that the error stands for, if it stands for one."""
        if self.shut:
            raise BookShut(str(self.path)) from error
        trouble = trouble_of(error, self.path)
        if trouble is None:
            return
        if isinstance(trouble, DiskFailed | BookDamaged):
            # After a failed write nobody knows what reached the disk: the next opening finds out.
            self.close()
        raise trouble from error


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of that name; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    # Windows lets nobody take an open file away, and numbers those of some sticks anew.
    return (found.st_dev, found.st_ino) if os.name == "posix" else (0, 0)
