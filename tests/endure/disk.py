"""Every call that SQLite makes to the disk, one by one: watched, refused, or the last one there is.

It stands inside the very SQLite that the program uses. SQLite reaches the disk through a table of
functions that may be exchanged; here that is done with `ctypes`, found through the driver's own
file. So nothing has to be compiled or installed, and no other driver takes the real one's place:
the journal, the pragmas and the locks are those of the program. A Python whose SQLite hides its
functions says so by an AttributeError; none is left out in silence.
"""

import _sqlite3
import ctypes
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

_INT, _LONG, _PTR = ctypes.c_int, ctypes.c_int64, ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(_INT, _PTR, _PTR, _PTR, _INT, _PTR)
_DELETE = ctypes.CFUNCTYPE(_INT, _PTR, _PTR, _INT)
_CLOSE = ctypes.CFUNCTYPE(_INT, _PTR)
_MOVE = ctypes.CFUNCTYPE(_INT, _PTR, _PTR, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _PTR, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _PTR, _INT)
_SIZE = ctypes.CFUNCTYPE(_INT, _PTR, _PTR)

JOURNAL = 0x00000800
CREATE = 0x00000004
"""What SQLite says of a file that it opens: a book's journal; one that may have to be made."""


class _Methods(ctypes.Structure):
    """What SQLite does with an open file; the further functions are taken over as they are."""

    _fields_ = (
        ("version", _INT),
        ("close", _CLOSE),
        ("read", _MOVE),
        ("write", _MOVE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("size", _SIZE),
        ("others", _PTR * 12),
    )


class _Vfs(ctypes.Structure):
    """What SQLite asks of a system: only opening and deleting are looked at here."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_name", _INT),
        ("next", _PTR),
        ("name", ctypes.c_char_p),
        ("data", _PTR),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", _PTR * 14),
    )


@dataclass(frozen=True)
class Call:
    """One call to the disk that is about to happen.

    `kind` is open, read, write, truncate, sync, delete, rename, folder (made), or sync-folder;
    `size` is what a truncation leaves. `half` writes the first half of the data now.
    """

    kind: str
    path: Path
    offset: int = 0
    data: bytes = b""
    size: int = 0
    to: Path | None = None
    flags: int = 0
    half: Callable[[], object] = field(default=lambda: None, compare=False)


Hook: TypeAlias = Callable[[Call], str | None]
"""Is told of each call; a word (EIO or ENOSPC) makes it fail, nothing lets it through."""

_FAILED = {
    "open": sqlite3.SQLITE_CANTOPEN,
    "read": sqlite3.SQLITE_IOERR_READ,
    "write": sqlite3.SQLITE_IOERR_WRITE,
    "truncate": sqlite3.SQLITE_IOERR_TRUNCATE,
    "sync": sqlite3.SQLITE_IOERR_FSYNC,
    "delete": sqlite3.SQLITE_IOERR_DELETE,
    "size": sqlite3.SQLITE_IOERR_FSTAT,
    "sync-folder": sqlite3.SQLITE_IOERR_DIR_FSYNC,
}
"""What SQLite's own table of functions answers when the system refuses a call."""


def answer(kind: str, word: str) -> int:
    """SQLite's number for a refused call: only a write can meet a full disk."""
    return sqlite3.SQLITE_FULL if (kind, word) == ("write", "ENOSPC") else _FAILED[kind]


@contextmanager
def watched_sqlite(hook: Hook) -> Iterator[None]:
    """For as long as this is open, every connection that is made tells `hook` of its calls."""
    _Shim.hook = hook
    _shim().put_in()
    try:
        yield
    finally:
        _shim().take_out()
        _Shim.hook = None


@cache
def _shim() -> "_Shim":
    # Made once: files that were opened through it may be closed long after it was taken out.
    return _Shim()


class _Shim:
    """The table of functions in the middle, over the one that SQLite would use."""

    hook: Hook | None = None

    def __init__(self) -> None:
        self.library = ctypes.CDLL(_sqlite3.__file__)
        self.library.sqlite3_vfs_find.restype = _PTR
        self.library.sqlite3_vfs_register.argtypes = [_PTR, _INT]
        self.library.sqlite3_vfs_unregister.argtypes = [_PTR]
        self.under = ctypes.cast(self.library.sqlite3_vfs_find(None), ctypes.POINTER(_Vfs)).contents
        self.ours = _Vfs()
        ctypes.memmove(ctypes.byref(self.ours), ctypes.byref(self.under), ctypes.sizeof(_Vfs))
        self.ours.name = b"watched"
        self.kept = (_OPEN(self._open), _DELETE(self._delete))
        self.ours.open, self.ours.delete = self.kept
        self.tables: dict[int, tuple[_Methods, _Methods]] = {}
        self.files: dict[int, tuple[Path, _Methods]] = {}

    def put_in(self) -> None:
        self.library.sqlite3_vfs_register(ctypes.byref(self.ours), 1)

    def take_out(self) -> None:
        self.library.sqlite3_vfs_unregister(ctypes.byref(self.ours))
        self.library.sqlite3_vfs_register(ctypes.byref(self.under), 1)

    def _refused(self, call: Call) -> int:
        word = None if _Shim.hook is None else _Shim.hook(call)
        return sqlite3.SQLITE_OK if word is None else answer(call.kind, word)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = Path(ctypes.string_at(name).decode() if name else "")
        no = self._refused(Call("open", path, flags=flags))
        if no:
            # A file that was not opened has no functions; SQLite looks for that.
            ctypes.cast(file, ctypes.POINTER(_PTR))[0] = None
            return no
        done = int(self.under.open(vfs, name, file, flags, out))
        slot = ctypes.cast(file, ctypes.POINTER(_PTR))
        if done == sqlite3.SQLITE_OK and slot[0]:
            under, ours = self._table(slot[0])
            self.files[file] = (path, under)
            slot[0] = ctypes.addressof(ours)
        return done

    def _delete(self, vfs: int, name: int, folder: int) -> int:
        path = Path(ctypes.string_at(name).decode())
        no = self._refused(Call("delete", path))
        if no:
            return no
        done = int(self.under.delete(vfs, name, folder))
        if folder and done == sqlite3.SQLITE_OK:
            return self._refused(Call("sync-folder", path.parent))
        return done

    def _table(self, address: int) -> tuple[_Methods, _Methods]:
        """The functions under ours for one kind of file, and the exchanged ones."""
        if address not in self.tables:
            under = ctypes.cast(address, ctypes.POINTER(_Methods)).contents
            ours = _Methods()
            ctypes.memmove(ctypes.byref(ours), ctypes.byref(under), ctypes.sizeof(_Methods))
            ours.close = _CLOSE(self._close)
            ours.read, ours.write = _MOVE(self._read), _MOVE(self._write)
            ours.truncate, ours.sync = _TRUNCATE(self._truncate), _SYNC(self._sync)
            ours.size = _SIZE(self._size)
            self.tables[address] = (under, ours)
        return self.tables[address]

    def _close(self, file: int) -> int:
        _, under = self.files.pop(file)
        return int(under.close(file))

    def _read(self, file: int, to: int, length: int, offset: int) -> int:
        path, under = self.files[file]
        return self._refused(Call("read", path, offset)) or int(
            under.read(file, to, length, offset)
        )

    def _size(self, file: int, to: int) -> int:
        path, under = self.files[file]
        return self._refused(Call("size", path)) or int(under.size(file, to))

    def _write(self, file: int, data: int, length: int, offset: int) -> int:
        path, under = self.files[file]
        call = Call(
            "write",
            path,
            offset,
            ctypes.string_at(data, length),
            half=lambda: under.write(file, data, length // 2, offset),
        )
        return self._refused(call) or int(under.write(file, data, length, offset))

    def _truncate(self, file: int, size: int) -> int:
        path, under = self.files[file]
        return self._refused(Call("truncate", path, size=size)) or int(under.truncate(file, size))

    def _sync(self, file: int, flags: int) -> int:
        path, under = self.files[file]
        return self._refused(Call("sync", path)) or int(under.sync(file, flags))
