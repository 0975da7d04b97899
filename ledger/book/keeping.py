"""What the program keeps of a book outside of its file: the newest seal, the mirror log, copies.

All of it lies in the program's own folder, so that a stick pulled out, a file put back or a
damaged one is noticed, and what was written can be found again.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.anchors import mark_of
from ledger.book.known_head import Head, KnownHeads, head_of, setback
from ledger.book.mirror import Mirror
from ledger.book.places import Places
from ledger.book.shelf import Shelf
from ledger.statements.findings import Fault, Finding

if TYPE_CHECKING:
    from ledger.book.stick_locks import StickLocks


@dataclass(frozen=True, slots=True)
class Keeping:
    """The program's own folder, and what lies where in it."""

    folder: Path

    def copies(self, mark: str) -> Path:
        """Where this machine's copies of a book lie."""
        return self.folder.joinpath("copies", mark)

    def copy_folders(self) -> list[Path]:
        """The folders of the copies of every book on this machine."""
        folder = self.folder.joinpath("copies")
        return sorted(f for f in folder.iterdir() if f.is_dir()) if folder.is_dir() else []

    def places(self, mark: str) -> Places:
        """Where copies of a book are kept, and how the newest one in each place is."""
        return Places(self.folder.joinpath("places", f"{mark}.json"))

    def locks(self, mark: str) -> "StickLocks":
        """The locks of the sticks whose copies open with a password."""
        return parts.stick_locks.StickLocks(self.folder.joinpath("locks", f"{mark}.json"))

    def mirror(self, mark: str) -> Mirror:
        """The mirror log of a book."""
        return Mirror(self.folder.joinpath("mirror", f"{mark}.log"))

    def copy(self, snapshot: Shelf) -> Path:
        """Make a copy of a book on this machine, and let go of the snapshot; the copy's file.

        Raises CopyFailed, DiskFull or CopyWrong.
        """
        try:
            file, written = parts.copying.write_copy(snapshot, self.copies(mark_of(snapshot)))
        finally:
            snapshot.close()
        written.close()
        return file

    @property
    def heads(self) -> KnownHeads:
        """The newest seals that were seen."""
        return KnownHeads(self.folder / "heads")


class Watch:
    """Goes along with one open book: hears of every act, and knows whether the file is the one
    that was here before.

    `trouble` is what the machine said when an act could not be written down a second time; the
    act itself stands in the book. `wrong` is an act that was damaged before it could be.
    """

    def __init__(self, shelf: Shelf, keeping: Keeping) -> None:
        self.mark = mark_of(shelf)
        self.trouble: OSError | None = None
        self._shelf = shelf
        self._keeping = keeping
        self._heads = keeping.heads
        self._mirror = keeping.mirror(self.mark)
        self.setback = self._setback()
        self.clock = parts.last_written.LastWritten(
            shelf, mirrored=self._last_written(), places=keeping.places(self.mark).every()
        )
        self.wrong: tuple[Finding, ...] = ()
        self._join()

    def wrote(self) -> None:
        """An act was committed: write it down a second time before anybody is told of it."""
        if self.setback is not None or self.wrong:
            return
        try:
            self._mirror.catch_up(self._shelf)
            self._heads.remember(self.mark, head_of(self._shelf), self._shelf.path)
            self.trouble = None
        except OSError as trouble:
            self.trouble = trouble

    def copy_first(self) -> None:
        """Make a copy on this machine before something that locks for good. Raises CopyFailed."""
        snapshot = parts.snapshot.in_memory(self._shelf.raw, self._shelf.path)
        self._keeping.copy(snapshot)

    def accept(self) -> None:
        """Go on with the book as it is: what was known before is put aside and begun anew."""
        self.setback = None
        try:
            self._mirror.put_aside()
        except OSError as trouble:
            self.trouble = trouble
            return
        self._join()

    def _join(self) -> None:
        """Write down what is not in the log yet, unless it was damaged in the meantime."""
        try:
            act = None if self.setback else self._mirror.unsound_in(self._shelf)
            self.wrong = () if act is None else (Finding(Fault.EVENT_SEAL, (act,)),)
        except OSError as trouble:
            self.trouble = trouble
            return
        self.wrote()

    def _setback(self) -> Finding | None:
        known = [self._heads.of(self.mark), self._last_in_mirror()]
        found = [setback(self._shelf, head) for head in known if head is not None]
        behind = [finding for finding in found if finding is not None]
        return max(behind, key=lambda finding: finding.place[2], default=None)

    def _last_written(self) -> tuple[int, str] | None:
        try:
            return self._mirror.last_written
        except OSError as trouble:
            self.trouble = trouble
            return None

    def _last_in_mirror(self) -> Head | None:
        try:
            return self._mirror.last
        except OSError as trouble:
            self.trouble = trouble
            return None
