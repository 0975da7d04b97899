"""What can still be read behind a sound copy: from the damaged file, and from the mirror log.

Every act is sealed with the one before it, so each act that is found is either exactly the one
that was written or it is left alone. Nothing is guessed, and the sums are worked out anew.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.book.anchors import mark_of
from ledger.book.checking import check_book
from ledger.book.files import no_room
from ledger.book.known_head import head_or_none
from ledger.book.mirror_lines import COLUMNS, MirrorLine, line_of_act
from ledger.book.opening import connect_to_mend, upgrades
from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.shelf import MACHINE, Shelf
from ledger.book.trouble import BookTrouble, DiskFailed, DiskFull
from ledger.book.unguarded import add_up, open_years, unguarded

_NO_ROW = (BookTrouble, ValueError, OverflowError, *MACHINE)
"""What is raised where something that was read cannot stand in a book at all."""


@contextmanager
def _scratch(path: Path) -> Iterator[Shelf | None]:
    """A copy of a damaged file to read from, its journal rolled back; nothing where none opens.

    Raises DiskFull and DiskFailed where this machine has no place for the copy.
    """
    with _folder() as folder:
        shelf = _opened_copy(path, folder / "damaged.book")
        try:
            yield shelf
        finally:
            if shelf is not None:
                shelf.close()


@contextmanager
def _folder() -> Iterator[Path]:
    try:
        made = TemporaryDirectory(ignore_cleanup_errors=True)
    except OSError as error:
        where = error.filename or ""
        full = no_room(error)
        raise DiskFull(where) if full else DiskFailed(where, detail=str(error)) from error
    with made as folder:
        yield Path(folder)


def _opened_copy(path: Path, copy: Path) -> Shelf | None:
    try:
        for end in ("", "-journal"):
            there = path.with_name(path.name + end)
            if there.exists():
                shutil.copyfile(there, copy.with_name(copy.name + end))
        return Shelf(connect_to_mend(copy), copy)
    except DiskFull:
        # The damaged file may well be readable: nothing in it is given up for lost.
        raise
    except OSError as error:
        if no_room(error):
            raise DiskFull(str(copy)) from error
    except (BookTrouble, *MACHINE):
        pass
    return None


def mark_of_damaged(path: Path) -> str:
    """Which book a damaged file is; "" where it does not say any more."""
    with _scratch(path) as shelf, suppress(BookTrouble, ValueError, *MACHINE):
        return "" if shelf is None else mark_of(shelf)
    return ""


def acts_in_damaged(path: Path) -> int:
    """How many acts a damaged file still lists, sound or not; 0 where that cannot be read."""
    with _scratch(path) as shelf, suppress(BookTrouble, ValueError, *MACHINE):
        return 0 if shelf is None else int(shelf.one("SELECT count(*) FROM event")[0])
    return 0


def lines_of_damaged(path: Path, *, after: int) -> Iterator[MirrorLine]:
    """The acts behind `after` that can still be read from a damaged file, up to the first bad one.

    The file itself is not touched: a scratch copy of it is read, with its journal. Raises DiskFull
    and DiskFailed where there is no place for that copy.
    """
    with _scratch(path) as shelf:
        while shelf is not None:
            after += 1
            try:
                line = line_of_act(shelf, after)
            except (BookTrouble, ValueError, *MACHINE):
                return
            yield line


def add_acts(base: Shelf, lines: Iterable[MirrorLine]) -> int:
    """Write the acts that continue the chain behind a sound copy in memory; how many.

    Lines that are not sound, of a newer shape, or of another history are left out. The book is
    checked as a whole with them: an act with which anything is found is left out, and all behind
    it, but none before it.
    """
    chain = list(_continuing(base, lines))
    added, spoilt, upto = 0, len(chain) + 1, len(chain)
    while spoilt - added > 1:
        if _sound_with(base, chain[added:upto]):
            added = upto
        else:
            spoilt = upto
        # Most often all are sound; else the first that is not is found by halves.
        upto = (added + spoilt) // 2
    return added


def _continuing(base: Shelf, lines: Iterable[MirrorLine]) -> Iterator[MirrorLine]:
    """The lines that are sound and go on where the book ends, each behind the one before it."""
    head = head_or_none(base)
    act, seal = head.act, bytes.fromhex(head.seal)
    for line in lines:
        fits = (line.act, line.prev) == (act + 1, seal) and line.shape <= len(upgrades())
        if fits and line.sound:
            yield line
            act, seal = line.act, line.seal


def _sound_with(base: Shelf, lines: Iterable[MirrorLine]) -> bool:
    """Write these acts where the whole book is sound with them, or else none of them."""
    base.rows("BEGIN")
    try:
        with unguarded(base):
            for line in lines:
                _insert(base, line)
            add_up(base)
            open_years(base)
        sound = not check_book(base)
    except _NO_ROW:
        sound = False
    base.rows("COMMIT" if sound else "ROLLBACK")
    return sound


def _insert(base: Shelf, line: MirrorLine) -> None:
    for sheet, *_ in line.rows.get("sheet_signed", ()):
        # What stood there in pencil when the copy was made is older than what was signed.
        for table in PENCIL_TABLES:
            base.rows(f"DELETE FROM {table} WHERE sheet = ?", (sheet,))
    for table, rows in line.rows.items():
        marks = ", ".join("?" * len(COLUMNS[table].split(", ")))
        base.many(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({marks})", rows)
