"""Reads the sheets of many groups out of a folder, one file after another, and trusts none."""

from collections.abc import Callable
from dataclasses import dataclass
from os import scandir
from pathlib import Path

from ledger.rules.refusals import Refusal
from ledger.statements.network_file import BYTES_MAX, NotASheet, SheetFile, read_file
from ledger.statements.network_pile import Pile, pile_of

FILES_MAX = 10_000
"""More files than any network has groups: then it is another folder that was meant."""

Progress = Callable[[int, int], None]


@dataclass
class FolderUnreadable(Refusal):
    """There is no folder of that name, or it cannot be looked into."""

    name: str


@dataclass
class FolderTooFull(Refusal):
    """There are more files in the folder than sheets there can be."""

    name: str
    most: int


@dataclass
class FolderWithoutSheets(Refusal):
    """No file of the folder is a sheet that counts (of that year, where one was asked for)."""

    name: str


def read_folder(
    folder: Path,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pile:
    """Every sheet in a folder, and every file that is none, by name; folders in it are left alone.

    Raises FolderUnreadable or FolderTooFull. What was read until it is cancelled is handed back.
    """
    names = _names(folder)
    found: dict[str, SheetFile | Refusal] = {}
    for number, name in enumerate(names, start=1):
        if cancelled():
            break
        found[_shown(name)] = _read(folder / name)
        progress(number, len(names))
    return pile_of(found)


def _names(folder: Path) -> list[str]:
    names: list[str] = []
    try:
        with scandir(folder) as entries:
            for entry in entries:
                # What begins with a point belongs to the system, and only real files are opened:
                # a pipe would wait for ever.
                if entry.name.startswith(".") or not entry.is_file(follow_symlinks=False):
                    continue
                names.append(entry.name)
                if len(names) > FILES_MAX:
                    raise FolderTooFull(name=folder.name, most=FILES_MAX)
    except OSError:
        raise FolderUnreadable(name=_shown(folder.name or str(folder))) from None
    return sorted(names)


def _read(file: Path) -> SheetFile | Refusal:
    try:
        with file.open("rb") as opened:
            raw = opened.read(BYTES_MAX + 1)
        return read_file(raw)
    except OSError:
        return NotASheet(why="unreadable")
    except Refusal as why:
        return why


def _shown(name: str) -> str:
    """A file's name that can be printed, whatever its bytes were."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() else "?" for sign in clean)
