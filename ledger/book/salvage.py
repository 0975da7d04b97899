"""What can be saved of a damaged book: the newest sound copy, and every later act that is sound.

It is put together in memory and touches no file, so that a group can read first what it would get.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ledger.book.anchors import mark_of
from ledger.book.checking import check_book
from ledger.book.copying import every_copy
from ledger.book.files import Secret, is_locked
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_or_none
from ledger.book.mirror_lines import MirrorLine
from ledger.book.opening import empty_in_memory
from ledger.book.rescue import acts_in_damaged, add_acts, lines_of_damaged, mark_of_damaged
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble, CopyWrong, DiskFailed, PasswordWrong
from ledger.rules.copy_plan import CopyName
from ledger.rules.refusals import Refusal


@dataclass
class NoSoundCopy(Refusal):
    """No copy of the book was found that could be built upon.

    `locked` says that there is one which only its password opens.
    """

    name: str
    locked: bool = False


class FileState(StrEnum):
    """What has become of the file of a damaged book."""

    GONE = "gone"
    READABLE = "readable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Salvage:
    """A whole and sound book in memory, and where its acts come from.

    `copy` is the newest act of the copy, 0 where there was none; `known` the newest act that was
    ever seen on this machine, or that the file lists though it is not sound. `locked` is the newest
    act of a copy that is locked and was passed over, 0 where none was.
    """

    base: Shelf
    copy: int
    from_file: int
    from_mirror: int
    known: int
    state: FileState
    locked: int = 0

    @property
    def asks_password(self) -> bool:
        """Whether a locked copy, opened, could bring back acts that were not found."""
        return self.locked > self.copy + self.from_file + self.from_mirror

    @property
    def missing(self) -> int:
        """How many acts that were known cannot be found again."""
        return max(self.known - self.copy - self.from_file - self.from_mirror, 0)


def find_salvage(
    path: Path, *, folders: Sequence[Path] = (), keeping: Keeping, secret: Secret | None = None
) -> Salvage:
    """Put together what can be saved of the book at `path`; the caller closes its `base`.

    The acts come from the damaged file and from the mirror log. Copies are looked for in `folders`
    and among this machine's own; where there is none, the first act is looked for as well. Which
    book it is the file says, or else this machine remembers; otherwise all copies must be of one.
    `secret` opens those that are locked. Raises NoSoundCopy, PasswordWrong where the secret is not
    the one of the newest locked copy, DiskFailed where the log cannot be read, and this or DiskFull
    where there is no place to look at the damaged file.
    """
    base, locked = _newest_sound([*folders, *keeping.copy_folders()], path, keeping, secret)
    try:
        copy = head_or_none(base).act
        from_file = add_acts(base, lines_of_damaged(path, after=copy))
        mark = mark_of(base) if copy + from_file else keeping.heads.mark_at(path)
        from_mirror = add_acts(base, _lines_of_mirror(keeping, mark))
        newest = copy + from_file + from_mirror
        if not newest:
            raise NoSoundCopy(name=path.name, locked=locked > 0)
    except BaseException:
        base.close()
        raise
    known = keeping.heads.of(mark)
    last = max(newest, known.act if known else 0, acts_in_damaged(path))
    state = state_of(path)
    return Salvage(base, copy, from_file, from_mirror, known=last, state=state, locked=locked)


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


def _newest_sound(
    folders: Sequence[Path], path: Path, keeping: Keeping, secret: Secret | None
) -> tuple[Shelf, int]:
    """The newest copy that is sound, in memory, or an empty book; a bad one is passed over.

    Beside it the newest act of a locked copy that nobody gave the password of, or 0.
    """
    found = sorted(((name, folder) for folder in folders for name in every_copy(folder)), key=_act)
    marks = {name.mark for name, _ in found}
    mark = mark_of_damaged(path) or keeping.heads.mark_at(path)
    mark = mark or (marks.pop() if len(marks) == 1 else "")
    passed_over = 0
    for name, folder in reversed(found):
        file = folder.joinpath(name.file)
        if name.mark != mark:
            continue
        if secret is None and is_locked(file):
            passed_over = max(passed_over, name.act)
            continue
        try:
            return sound_copy(file, secret), passed_over
        except PasswordWrong:
            raise
        except BookTrouble:
            continue
    return empty_in_memory(), passed_over


def _act(found: tuple[CopyName, Path]) -> int:
    return found[0].act
