"""What is on a disk when the power goes: what was synced, and any part of what was not.

One recording of the calls gives any number of disks. What was written since a file was last synced
may be there, or not, or in another order, or only some sectors of it; a name is there when its
folder was synced, or as the file system has it. A drive that lies has synced nothing of late.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

from tests.endure.disk import CREATE, JOURNAL, Call

SECTOR = 512
LIES = 64
"""A drive that lies holds so many of the last changes back, whatever it says."""


class Model(StrEnum):
    """What a system promises of names; two drives that lie, in order and without any; and no power
    cut at all: only the program has ended, and the system keeps what it was given.
    """

    KILLED = "killed"
    POSIX = "posix"
    EXT4 = "ext4"
    NTFS = "ntfs"
    LIE_IN_ORDER = "lying, in order"
    LIE_AT_RANDOM = "lying, at random"


HONEST = (Model.POSIX, Model.EXT4, Model.NTFS)
LYING = (Model.LIE_IN_ORDER, Model.LIE_AT_RANDOM)


@dataclass
class _File:
    """One file under whatever name: what is on the disk, and what was written since."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Call] = field(default_factory=list)
    syncs_its_name: bool = False


@dataclass
class Platter:
    """The disk while a recording is played to it."""

    model: Model
    chance: Random
    files: dict[Path, _File] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    kept: dict[Path, _File] = field(default_factory=dict)
    kept_folders: set[Path] = field(default_factory=set)
    names: list[tuple[Call, _File | None]] = field(default_factory=list)

    def lay(self, contents: Mapping[Path, bytes], folders: Iterable[Path]) -> None:
        """What lies on the disk before anything happens."""
        self.files = {path: _File(bytearray(content)) for path, content in contents.items()}
        self.folders = set(folders)
        self._all_on_disk()

    def play(self, calls: Sequence[Call]) -> None:
        """Let the calls happen, up to the moment of the power cut."""
        lying = max(0, len(calls) - LIES) if self.model in LYING else len(calls)
        for number, call in enumerate(calls):
            if number == lying:
                self._all_on_disk()
            getattr(self, "_" + call.kind.replace("-", "_"))(call)

    def left(self) -> tuple[dict[Path, bytes], set[Path]]:
        """What is found when the power, or the program, is back."""
        if self.model is Model.KILLED:
            self._all_on_disk()
        names, folders = dict(self.kept), set(self.kept_folders)
        for call, file in self._names_that_came_through():
            _rename(names, folders, call, file)
        contents = {}
        for path, file in names.items():
            if all(p in folders for p in path.parents if p != Path()):
                contents[path] = self._content_that_came_through(file)
        return contents, folders

    # --- what each call does --------------------------------------------------------------------

    def _open(self, call: Call) -> None:
        if call.path not in self.files and call.flags & CREATE:
            file = _File(syncs_its_name=bool(call.flags & JOURNAL))
            self.files[call.path] = file
            self.names.append((call, file))

    def _write(self, call: Call) -> None:
        self.files[call.path].waiting.append(call)

    _truncate = _write

    def _sync(self, call: Call) -> None:
        file = self.files[call.path]
        if self.model in LYING:
            return
        _apply(file.content, file.waiting)
        file.waiting.clear()
        if self.model is not Model.POSIX:
            self._keep_names(None)
        elif file.syncs_its_name:
            # SQLite syncs the folder of a new journal together with it.
            self._keep_names(call.path.parent)

    def _sync_folder(self, call: Call) -> None:
        if self.model is Model.POSIX:
            self._keep_names(call.path)
        elif self.model is Model.EXT4:
            self._keep_names(None)

    def _delete(self, call: Call) -> None:
        if self.files.pop(call.path, None) is not None:
            self.names.append((call, None))

    def _rename(self, call: Call) -> None:
        assert call.to is not None
        self.files[call.to] = self.files.pop(call.path)
        self.names.append((call, self.files[call.to]))

    def _folder(self, call: Call) -> None:
        if call.path not in self.folders:
            self.folders.add(call.path)
            self.names.append((call, None))

    def _read(self, call: Call) -> None:
        """Nothing of it reaches the disk."""

    _size = _read

    # --- what came through ----------------------------------------------------------------------

    def _keep_names(self, folder: Path | None) -> None:
        """The names of one folder, or all of them, are on the disk."""
        waiting = []
        for call, file in self.names:
            if folder is None or folder in {call.path.parent, (call.to or call.path).parent}:
                _rename(self.kept, self.kept_folders, call, file)
            else:
                waiting.append((call, file))
        self.names = waiting

    def _all_on_disk(self) -> None:
        for file in self.files.values():
            _apply(file.content, file.waiting)
            file.waiting.clear()
        self.kept, self.kept_folders, self.names = dict(self.files), set(self.folders), []

    def _names_that_came_through(self) -> list[tuple[Call, _File | None]]:
        if self.model in {Model.POSIX, Model.LIE_AT_RANDOM}:
            way = self.chance.choice(("none", "all", "some"))
            often = {"none": 0.0, "all": 1.0, "some": 0.5}[way]
            return [name for name in self.names if self.chance.random() < often]
        # A file system with a journal of its own keeps the order of its names.
        return self.names[: self.chance.randint(0, len(self.names))]

    def _content_that_came_through(self, file: _File) -> bytes:
        content, waiting = bytearray(file.content), list(file.waiting)
        way = self.chance.choice(("none", "all", "first", "mess", "mess"))
        if self.model is Model.LIE_IN_ORDER:
            way = "first"
        if way == "none":
            waiting = []
        elif way == "first":
            waiting = waiting[: self.chance.randint(0, len(waiting))]
        elif way == "mess":
            waiting = [self._torn(call) for call in waiting if self.chance.random() < 0.6]
            self.chance.shuffle(waiting)
        _apply(content, waiting)
        return bytes(content)

    def _torn(self, call: Call) -> Call:
        """Only some sectors of a write, up to one place."""
        if len(call.data) <= SECTOR or self.chance.random() < 0.6:
            return call
        sectors = self.chance.randint(1, len(call.data) // SECTOR)
        if self.chance.random() < 0.5:
            return Call(call.kind, call.path, call.offset, call.data[: sectors * SECTOR])
        skipped = sectors * SECTOR
        return Call(call.kind, call.path, call.offset + skipped, call.data[skipped:])


def _apply(content: bytearray, calls: Iterable[Call]) -> None:
    for call in calls:
        if call.kind == "truncate":
            del content[call.size :]
            content.extend(bytes(call.size - len(content)))
        else:
            content.extend(bytes(max(0, call.offset - len(content))))
            content[call.offset : call.offset + len(call.data)] = call.data


def _rename(names: dict[Path, _File], folders: set[Path], call: Call, file: _File | None) -> None:
    """Do what a call does to the names."""
    if call.kind == "folder":
        folders.add(call.path)
    elif call.kind == "delete":
        names.pop(call.path, None)
    else:
        assert file is not None
        if call.kind == "rename":
            names.pop(call.path, None)
        names[call.to or call.path] = file
