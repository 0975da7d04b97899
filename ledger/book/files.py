"""Bringing a small file to the disk whole: written beside, synced, and then put into its place.

After the renaming the file itself is synced once more: on Windows no folder can be synced, and a
power cut would otherwise bring the old name back. Elsewhere the folder is synced as well.
"""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

LOCKED = b"Thon Ngoen locked copy 1\n"
"""How a copy begins that is locked with a password."""

Secret: TypeAlias = str | bytes
"""What opens such a copy: a password or the code of the recovery sheet as typed, or its key."""

PART = ".part"
"""What the name of an unfinished file ends in; one that lies about is a leaving of a power cut."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_TRIED = 256 * 1024


def no_room(error: BaseException) -> bool:
    """Whether the system refused for want of room: on the disk, of a quota, or in the file."""
    return getattr(error, "errno", None) in _NO_ROOM


def may_not_grow(path: Path) -> bool:
    """Whether the system lets a file grow no further than this one: tried on one beside it.

    SQLite says of a quota, and of a limit to the size of a file, only that a write failed.
    """
    beside = path.with_name(f"{path.name}.room{PART}")
    try:
        size, free = path.stat().st_size, shutil.disk_usage(path.parent).free
        with beside.open("wb") as file:
            # Where a file cannot have holes, the trial itself must not fill the disk.
            file.seek(size if free > size + 2 * _TRIED else 0)
            file.write(bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return no_room(error)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return False


def is_locked(path: Path) -> bool:
    """Whether a file is a copy that is locked with a password."""
    try:
        with path.open("rb") as file:
            return file.read(len(LOCKED)) == LOCKED
    except OSError:
        return False


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, all of it or none. Raises OSError; what was there is kept then."""
    part = path.with_name(path.name + PART)
    try:
        make_folder(path.parent)
        part.write_bytes(content)
        sync_file(part)
        put_in_place(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, over an older one, and have that on the disk."""
    os.replace(part, path)  # noqa: PTH105 -- named for what it does on every system
    sync_file(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until the file is on the disk."""
    # Windows flushes only a file that was opened for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def make_folder(folder: Path) -> None:
    """Make a folder with those it lies in, and have their names on the disk. Raises OSError.

    A file that is synced is lost all the same where the name of its folder was not.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
