"""The calls to the disk that the program makes itself: files written, synced, renamed, deleted.

Together with those of SQLite they are all that can reach the disk under one folder.
"""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EIO, ENOSPC
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.endure.disk import CREATE, Call, Hook, watched_sqlite

_NUMBERS = {"EIO": EIO, "ENOSPC": ENOSPC}


@contextmanager
def watched(folder: Path, hook: Hook) -> Iterator[None]:
    """For as long as this is open, `hook` is told of every call under a folder."""
    root = folder.resolve()

    def inside(call: Call) -> str | None:
        return hook(call) if root in (call.path, *call.path.parents) else None

    with watched_sqlite(inside), _Hands(inside).on():
        yield


class _Hands:
    """The functions of the standard library with which the program reaches the disk."""

    def __init__(self, hook: Hook) -> None:
        self.hook = hook
        self.names: dict[int, Path] = {}
        self.open, self.fsync, self.os_open = io.open, os.fsync, os.open

    @contextmanager
    def on(self) -> Iterator[None]:
        with (
            patch.object(io, "open", self._open),
            patch.object(os, "fsync", self._fsync),
            patch.object(os, "open", self._open_number),
            patch.object(os, "replace", self._two("rename", os.replace)),
            patch.object(os, "unlink", self._one("delete", os.unlink)),
            patch.object(os, "mkdir", self._one("folder", os.mkdir)),
            patch.object(shutil, "copyfile", self._copy),
        ):
            yield

    def ask(self, call: Call) -> None:
        """Tell of a call, and refuse it where that is wished."""
        word = self.hook(call)
        if word is not None:
            raise OSError(_NUMBERS[word], os.strerror(_NUMBERS[word]), str(call.path))

    def _open(self, file: Any, mode: str = "r", *given: Any, **more: Any) -> Any:
        if more.get("opener") is not None:
            # A file that `tempfile` makes gets its name below, where it is asked for.
            return self.open(file, mode, *given, **more)
        path = Path(file).absolute()
        makes = CREATE if set(mode) & set("wax") else 0
        self.ask(Call("open" if makes or "+" in mode else "read", path, flags=makes))
        if not set(mode) & set("wax"):
            opened = self.open(file, mode, *given, **more)
            self.names[opened.fileno()] = path
            return opened
        if "w" in mode and path.exists():
            self.ask(Call("truncate", path))
        raw = self.open(file, mode.replace("b", "") + "b", buffering=0)
        self.names[raw.fileno()] = path
        return _File(self, raw, path)

    def _open_number(self, path: Any, flags: int, *given: Any, **more: Any) -> int:
        if flags & os.O_CREAT:
            self.ask(Call("open", Path(path).absolute(), flags=CREATE))
        number = self.os_open(path, flags, *given, **more)
        self.names[number] = Path(path).absolute()
        return number

    def _fsync(self, number: int) -> None:
        path = self.names[number]
        self.ask(Call("sync-folder" if path.is_dir() else "sync", path))
        self.fsync(number)

    def _one(self, kind: str, real: Callable[..., Any]) -> Callable[..., None]:
        def done(path: Any, *given: Any, **more: Any) -> None:
            if kind == "folder" or Path(path).exists():
                self.ask(Call(kind, Path(path).absolute()))
            real(path, *given, **more)

        return done

    def _two(self, kind: str, real: Callable[..., Any]) -> Callable[..., None]:
        def done(one: Any, two: Any) -> None:
            self.ask(Call(kind, Path(one).absolute(), to=Path(two).absolute()))
            real(one, two)

        return done

    def _copy(self, one: Any, two: Any) -> Any:
        Path(two).write_bytes(Path(one).read_bytes())
        return two


class _File:
    """A file that is written to: each piece goes to the disk by a call of its own."""

    def __init__(self, hands: _Hands, raw: Any, path: Path) -> None:
        self.hands, self.raw, self.path = hands, raw, path

    def write(self, data: Any) -> int:
        piece = data.encode() if isinstance(data, str) else bytes(data)
        offset = self.raw.tell()
        half = len(piece) // 2
        self.hands.ask(
            Call("write", self.path, offset, piece, half=lambda: self.raw.write(piece[:half]))
        )
        self.raw.write(piece)
        return len(data)

    def seek(self, offset: int) -> int:
        return int(self.raw.seek(offset))

    def flush(self) -> None:
        """Nothing is held back."""

    def fileno(self) -> int:
        return int(self.raw.fileno())

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self.raw.close()
