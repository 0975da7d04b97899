"""What can be saved of a damaged book: the newest sound copy, and every later act that is sound.

It is put together in memory and touches no file, so that a group can read first what it would get.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ledger.book.anchors import mark_of
from ledger.book.checking import check_book
from ledger.book.copying import every_copy
from ledger.book.files import Secret
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_or_none
from ledger.book.mirror_lines import MirrorLine
from ledger.book.opening import empty_in_memory
from ledger.book.rescue import add_acts, lines_of_damaged, mark_of_damaged
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble, CopyWrong, DiskFailed
from ledger.rules.copy_plan import CopyName
from ledger.rules.refusals import Refusal


@dataclass
class NoSoundCopy(Refusal):
    """No copy of the book was found that could be built upon."""

    name: str


class FileState(StrEnum):
    """What has become of the file of a damaged book."""

    GONE = "gone"
    READABLE = "readable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Salvage:
    """A whole and sound book in memory, and where its acts come from.

    `copy` is the newest act of the copy, 0 where there was none; `known` the newest act that was
    ever seen on this machine.
    """

    base: Shelf
    copy: int
    from_file: int
    from_mirror: int
    known: int
    state: FileState

    @property
    def missing(self) -> int:
        """How many acts that were known cannot be found again."""
        return max(self.known - self.copy - self.from_file - self.from_mirror, 0)


def find_salvage(path: Path, *, folders: Sequence[Path] = (), keeping: Keeping) -> Salvage:
    """Put together what can be saved of the book at `path`; the caller closes its `base`.

    The acts come from the damaged file and from the mirror log. Copies are looked for in `folders`
    and among this machine's own; where there is none, the first act is looked for as well. Which
    book it is the file says, or else this machine remembers; otherwise all copies must be of one.
    Raises NoSoundCopy, and DiskFailed where the log cannot be read.
    """
    base = _newest_sound([*folders, *keeping.copy_folders()], path, keeping)
    try:
        copy = head_or_none(base).act
        from_file = add_acts(base, lines_of_damaged(path, after=copy))
        mark = mark_of(base) if copy + from_file else keeping.heads.mark_at(path)
        from_mirror = add_acts(base, _lines_of_mirror(keeping, mark))
        newest = copy + from_file + from_mirror
        if not newest:
            raise NoSoundCopy(name=path.name)
    except BaseException:
        base.close()
        raise
    known = keeping.heads.of(mark)
    last = max(newest, known.act if known else 0)
    return Salvage(base, copy, from_file, from_mirror, known=last, state=state_of(path))


def state_of(path: Path) -> FileState:
    """Whether the file is there, and still says which book it is."""
    if not path.exists():
        return FileState.GONE
    return FileState.READABLE if mark_of_damaged(path) else FileState.UNREADABLE


def sound_copy(file: Path, secret: Secret | None = None) -> Shelf:
    """A copy in memory, worked out anew; `secret` opens a locked one.

    Raises CopyWrong where anything is found, and what `read_copy` raises.
    """
    base = read_copy(file, secret)
    if check_book(base):
        base.close()
        raise CopyWrong(str(file))
    return base


def _lines_of_mirror(keeping: Keeping, mark: str) -> list[MirrorLine]:
    """The mirror log; where it cannot be read now, nothing is given up for lost."""
    if not mark:
        return []
    mirror = keeping.mirror(mark)
    try:
        return mirror.lines()
    except OSError as error:
        raise DiskFailed(str(mirror.file), detail=str(error)) from error


def _newest_sound(folders: Sequence[Path], path: Path, keeping: Keeping) -> Shelf:
    """The newest copy that is sound, in memory, or an empty book; a bad one is passed over."""
    found = sorted(((name, folder) for folder in folders for name in every_copy(folder)), key=_act)
    marks = {name.mark for name, _ in found}
    mark = mark_of_damaged(path) or keeping.heads.mark_at(path)
    mark = mark or (marks.pop() if len(marks) == 1 else "")
    for name, folder in reversed(found):
        if name.mark == mark:
            with suppress(BookTrouble):
                return sound_copy(folder.joinpath(name.file))
    return empty_in_memory()


def _act(found: tuple[CopyName, Path]) -> int:
    return found[0].act
