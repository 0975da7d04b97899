"""What must be true of a machine after any fault: nothing told is lost, and everything is sound.

The machine is started again as the committee would: the book is opened by the real door, checked
as `check` does it, and written into once more.
"""

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pypdfium2 import PdfDocument, PdfiumError

from ledger.actions.keeping import go_on_with_older
from ledger.actions.record import record_day
from ledger.actions.restoring import rescue_book
from ledger.book.book import Book
from ledger.book.copies import look_into
from ledger.book.known_head import head_of
from ledger.book.trouble import BookTrouble
from ledger.rules.lines import Deposit
from ledger.rules.refusals import Refusal
from ledger.statements.findings import Fault
from tests.closings import AFTER, HEAD, KEEPER, NOON
from tests.endure.scenes import AGREED, SAVERS, Acts, Machine, acts_in


@dataclass
class Left:
    """What was found: what was told and is gone, and what is not sound; `mended` by a rescue."""

    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    mended: bool = False
    missing: int = 0

    @property
    def wrong(self) -> list[str]:
        return [*self.lost, *self.broken]


def look_after(machine: Machine, scene: str, before: Acts, told: Iterable[str]) -> Left:
    """Start again after a fault in the midst of a scene; what is wrong then."""
    left, said = Left(), list(told)
    acts = before | {line for line in said if line.startswith("act ")}
    done = bool(said)
    try:
        book = _opened(machine, scene, left, done=done)
    except (BookTrouble, Refusal) as no:
        left.broken.append(f"{scene}: does not open: {no!r}")
        return left
    try:
        _look(machine, book, left, restoring=scene == "restore")
        _look_for_lines(book, said, left)
        book.close()
        _look_for_acts(machine, scene, acts, left)
    except (BookTrouble, Refusal) as no:
        left.broken.append(f"{scene}: cannot be gone on with: {no!r}")
    finally:
        book.close()
    _look_at_copies(machine, said, left)
    return left


def _opened(machine: Machine, scene: str, left: Left, *, done: bool) -> Book:
    """The book; mended first where it was damaged before the scene began and is so still."""
    try:
        book = machine.open()
        if scene != "rescue" or not book.check():
            return book
        book.close()
    except BookTrouble:
        if scene != "rescue" or done:
            raise
    mended = rescue_book(machine.book, AGREED, clock=lambda: NOON, keeping=machine.keeping)
    left.mended, left.missing = True, mended.missing
    return mended.book


def _look(machine: Machine, book: Book, left: Left, *, restoring: bool) -> None:
    found = book.check()
    if restoring and [finding.fault for finding in found] == [Fault.OLDER_FILE]:
        # A copy was put back, and that could not be noted everywhere: it is named, and two persons
        # go on with it.
        go_on_with_older(book, HEAD, second=KEEPER, reason="ທົດລອງ", today=AFTER)
        found = book.check()
    left.broken += [f"check: {finding!r}" for finding in found]
    if book.watch is None or book.watch.trouble is not None or found:
        left.broken.append("the book is not kept twice")
        return
    lines = machine.keeping.mirror(book.mark).lines()
    if not lines or lines[-1].seal.hex() != head_of(book.shelf).seal:
        left.broken.append("the mirror log does not end as the book does")
    day = max(AFTER, book.last_day()) + timedelta(days=1)
    line = Deposit(SAVERS[0].id, 20_000)
    record_day(book, KEEPER, day=day, lines=[line], today=day)
    left.broken += [f"gone on with: {finding!r}" for finding in book.check()]


def _look_for_acts(machine: Machine, scene: str, acts: Acts, left: Left) -> None:
    kept = acts_in(machine.book)
    if scene == "restore":
        # What a copy that was put back does not have is in the file that was put aside for it.
        for aside in machine.folder.rglob("replaced-*.book"):
            with suppress(BookTrouble):
                kept |= acts_in(aside)
    left.lost += [f"{scene}: told and lost: {act}" for act in sorted(acts - kept)]


def _look_for_lines(book: Book, told: list[str], left: Left) -> None:
    """A day has its entries, and a cell in pencil is saved when the cursor moves on."""
    for line in told:
        if line.startswith("day "):
            (entries,) = book.shelf.one("SELECT count(*) FROM entry WHERE day = ?", (line[4:],))
            left.lost += [] if entries else [f"told and lost: {line}"]
        if line.startswith("cell "):
            sheet, member, kip = line.split()[1:]
            ask = "SELECT kip FROM cell WHERE sheet = ? AND member = ? AND col = 'savings'"
            if book.shelf.rows(ask, (sheet, member)) != [(int(kip),)]:
                left.lost.append(f"told and lost: {line}")


def _look_at_copies(machine: Machine, told: list[str], left: Left) -> None:
    """Whatever has the name of a copy is one, and every copy that was told is there."""
    for line in told:
        if line.startswith("copy ") and not machine.folder.joinpath(line[5:]).is_file():
            left.lost.append(f"told and lost: {line}")
    left.broken += [f"a bad copy: {file.name}" for file in machine.copies() if not _good(file)]
    papers = [file for file in (machine.receipts, machine.lists) if file.exists()]
    left.broken += [f"half a paper: {file.name}" for file in papers if not _whole(file)]


def _good(file: Path) -> bool:
    try:
        return look_into(file, clock=lambda: NOON).good
    except BookTrouble:
        return False


def _whole(paper: Path) -> bool:
    """Whether a paper or a spreadsheet can be read to its end."""
    try:
        if paper.suffix == ".xlsx":
            with ZipFile(paper) as parts:
                return parts.testzip() is None
        with closing(PdfDocument(paper)) as pages:
            return len(pages) > 0 and paper.read_bytes().rstrip().endswith(b"%%EOF")
    except (BadZipFile, PdfiumError):
        return False
