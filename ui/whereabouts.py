"""Where a book's file lies: on this machine, or where it may be damaged or mixed up.

A network share cannot be relied on to lock, a program that synchronises a folder copies the file in
the midst of a change, and a stick is pulled out. The book belongs into the program's own folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ledger.book.trouble import BookTrouble


class Where(StrEnum):
    """The kinds of places in which no book is written."""

    SHARE = "share"
    SYNCHRONISED = "synchronised"
    STICK = "stick"


@dataclass
class BookElsewhere(BookTrouble):
    """The book lies where it is not safe to write; it was not opened."""

    where: Where


@dataclass(frozen=True, slots=True)
class Volume:
    """What the system says of the disk under a path: its top folder, its kind, what it is."""

    root: str
    kind: str
    removable: bool = False
    remote: bool = False


_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "fuse.davfs", "afpfs", "webdav"}
)
_STICKS = ("/media/", "/run/media/", "/Volumes/")
_NAMES = ("onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive")
_NAMES_WHOLE = frozenset({"nextcloud", "owncloud", "syncthing", "megasync", "pclouddrive"})
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".tmp.drivedownload", ".sync", "._sync.db")
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def where(path: Path, volume: Volume) -> Where | None:
    """In what kind of place a file lies; nothing where it lies well."""
    text = path.as_posix()
    if text.startswith("//") or volume.remote or volume.kind.lower() in _REMOTE:
        return Where.SHARE
    if any(_synchronised(folder) for folder in path.parents):
        return Where.SYNCHRONISED
    if volume.removable or text.startswith(_STICKS):
        return Where.STICK
    return None


def check_place(path: Path, own: Path) -> None:
    """Raise BookElsewhere where the book must not be written; `own` is the program's own folder.

    Where that lies in the same kind of place, there is none better: then it is let be.
    """
    found = where(path.absolute(), volume_of(path))
    if found is not None and found is not where(own.absolute(), volume_of(own)):
        raise BookElsewhere(str(path), where=found)


def volume_of(path: Path) -> Volume:
    """The disk under a path, as Qt and the system tell it."""
    from PySide6.QtCore import QStorageInfo  # noqa: PLC0415 -- asked when a book is opened

    there = next((p for p in (path, *path.parents) if p.exists()), path)
    info = QStorageInfo(str(there))
    kind, root = bytes(info.fileSystemType().data()).decode(errors="replace"), info.rootPath()
    drive = _drive_type(root)
    device = Path(bytes(info.device().data()).decode(errors="replace")).name
    return Volume(root, kind, removable=drive == _REMOVABLE or _is_stick(device), remote=drive == 4)


_REMOVABLE = 2
"""What Windows calls a drive whose disk can be taken out; 4 is one of another machine."""


def _drive_type(root: str) -> int:
    """The kind of a drive by Windows' own count; 0 elsewhere."""
    import ctypes  # noqa: PLC0415 -- only Windows has the question

    windows = getattr(ctypes, "windll", None)
    return 0 if windows is None else int(windows.kernel32.GetDriveTypeW(f"{root.rstrip('/')}\\"))


def _is_stick(device: str) -> bool:
    """Whether Linux says that the disk of a device ("sdb1") can be taken out."""
    for name in _disks(device):
        file = Path("/sys/class/block", name, "removable")
        if file.is_file():
            return file.read_text(encoding="ascii").strip() == "1"
    return False


def _disks(device: str) -> Iterator[str]:
    """The device, and the whole disk of which it is a part."""
    yield device
    yield device.rstrip("0123456789")


def _synchronised(folder: Path) -> bool:
    """Whether a folder is one that another program copies by itself: by its name, or a mark."""
    name = folder.name.lower()
    if name.startswith(_NAMES) or name in _NAMES_WHOLE:
        return True
    roots = (os.environ.get(variable) for variable in _VARIABLES)
    if any(root and folder == Path(root) for root in roots):
        return True
    return any((folder / mark).exists() for mark in _MARKS)
