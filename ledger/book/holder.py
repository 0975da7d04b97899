"""Who has a book open, and since when: a small file beside it for as long as it lies open.

It locks nothing: the lock is the database's own and goes with the program that held it, also when
that was killed. The file is only read where the lock says no, and written over by the next opener.
"""

import json
import os
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ledger.book.plain import encode
from ledger.book.trouble import BookLocked

END = ".open"
_BYTES_MAX = 4_096


def hold(path: Path, at: datetime) -> str:
    """Write down that this program has the book open; what tells this opening from any other."""
    token = secrets.token_hex(8)
    plain = {"who": _me(), "since": at.isoformat(timespec="seconds"), "token": token}
    with suppress(OSError):
        _file(path).write_text(encode(plain), encoding="utf-8")
    return token


def let_go(path: Path, token: str) -> None:
    """Take the file away, unless another program has opened the book since."""
    if token and _read(path).get("token") == token:
        with suppress(OSError):
            _file(path).unlink()


def with_holder(locked: BookLocked) -> BookLocked:
    """The same trouble, with who has the book open and since when, where that can be read."""
    plain = _read(Path(locked.path))
    try:
        return replace(
            locked, who=str(plain["who"])[:80], since=datetime.fromisoformat(str(plain["since"]))
        )
    except (KeyError, ValueError):
        return locked


def _me() -> str:
    """The user of the machine and the machine, as the system calls them."""
    user = os.environ.get("USERNAME") or os.environ.get("USER") or "?"
    machine = os.environ.get("COMPUTERNAME") or (os.uname().nodename if os.name == "posix" else "?")
    return f"{user} ({machine})"


def _file(path: Path) -> Path:
    return path.with_name(path.name + END)


def _read(path: Path) -> dict[str, object]:
    file = _file(path)
    try:
        plain = json.loads(file.read_bytes()) if file.stat().st_size <= _BYTES_MAX else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}
