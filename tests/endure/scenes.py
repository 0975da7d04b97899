"""The committee work that is cut short: each kind of act on one machine, telling what is saved.

What is told is what the program would have shown as saved by then: days that were written, acts by
number and seal, cells in pencil, copies by their file. After the fault all of them must be there.
"""

import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeAlias

from ledger.actions.meeting import count_cash, open_sheet, pencil_cell, sign_sheet
from ledger.actions.record import record_day
from ledger.actions.restoring import Agreed, rescue_book, restore_book
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.book.copies import make_copy
from ledger.book.copying import copies_in
from ledger.book.keeping import Keeping
from ledger.book.known_head import head_of
from ledger.book.snapshot import in_memory, read_copy
from ledger.rules.closing import plan_close
from ledger.rules.lines import Deposit, Spent
from ledger.rules.meeting_values import CashCount, Column, SheetKind
from reports.workbook import write_workbook
from tests.closings import AFTER, HEAD, KEEPER, NOON, YEAR, a_year
from tests.villages import COSTS, MEMBERS
from translations import open_words
from ui.models.exporting import whole_book
from ui.papers.shop import paper_of, ready, work_of
from ui.papers.wish import Wish

Tell: TypeAlias = Callable[[str], None]
Acts: TypeAlias = set[str]
"""Acts as they are told: each by its number and its seal."""

OLD_BOOK = Path(__file__).parent.parent / "old_books" / "v1.book"
AGREED = Agreed(HEAD, KEEPER, AFTER)
SAVERS = MEMBERS[:5]


@dataclass(frozen=True)
class Machine:
    """One laptop: the book, the program's own folder, and a stick that is plugged in."""

    folder: Path

    @property
    def book(self) -> Path:
        return self.folder / "ບ້ານ.book"

    @property
    def keeping(self) -> Keeping:
        return Keeping(self.folder / "own")

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def receipts(self) -> Path:
        return self.folder / "receipts.pdf"

    @property
    def lists(self) -> Path:
        return self.folder / "lists.xlsx"

    def open(self) -> Book:
        """The book as the program opens it at its start."""
        return Book.open(self.book, clock=lambda: NOON, keeping=self.keeping)

    def copies(self) -> list[Path]:
        """The copies on this machine and on the stick that have a name, the newest first."""
        folders = [*self.keeping.copy_folders(), self.stick]
        marks = [folder.name for folder in self.keeping.copy_folders()]
        return [f / name.file for f in folders for mark in marks for name in copies_in(f, mark)]


Work: TypeAlias = Callable[[Machine, Tell, Random], None]


@dataclass(frozen=True)
class Scene:
    """One kind of work: what must be there first, and what is done, with what is told.

    `prepare` says which acts are there before the work begins.
    """

    prepare: Callable[[Machine], Acts]
    work: Work


def fresh(machine: Machine) -> Acts:
    """A village's book after its first year, brought to a machine that has never seen it."""
    machine.stick.mkdir(parents=True)
    a_year(machine.book).close()
    return acts_in(machine.book)


def village(machine: Machine) -> Acts:
    """The same, kept in the program's folder, with one copy."""
    fresh(machine)
    with closing(machine.open()) as book:
        machine.keeping.copy(in_memory(book.shelf.raw, book.path))
    return acts_in(machine.book)


def grown(machine: Machine) -> Acts:
    """The same, three days after the copy."""
    village(machine)
    days_go_by(machine, lambda _: None, Random(7), 3)
    return acts_in(machine.book)


def printed(machine: Machine) -> Acts:
    """The same as the first, and the papers of an earlier day lie there."""
    village(machine)
    print_papers(machine, lambda _: None, Random(7))
    return acts_in(machine.book)


def damaged(machine: Machine) -> Acts:
    """The same, and the second half of the book's file is gone."""
    acts = grown(machine)
    content = machine.book.read_bytes()
    half = len(content) // 2
    machine.book.write_bytes(content[:half] + bytes(len(content) - half))
    return acts


def old_shape(machine: Machine) -> Acts:
    """A book of the first shape, as an old program left it."""
    machine.stick.mkdir(parents=True)
    shutil.copyfile(OLD_BOOK, machine.book)
    return acts_in(machine.book)


def acts_in(file: Path) -> Acts:
    """Every act that stands in a file, in the way in which acts are told.

    What a torn page makes of a seal is no seal: that act does not stand there.
    """
    copy = read_copy(file)
    try:
        acts = copy.rows("SELECT seq, hash FROM event")
        return {f"act {a} {s.hex()}" for a, s in acts if isinstance(s, bytes)}
    finally:
        copy.close()


def record(machine: Machine, tell: Tell, chance: Random) -> None:
    """Days are written into the book one after the other."""
    days_go_by(machine, tell, chance, 12)


def sign(machine: Machine, tell: Tell, chance: Random) -> None:
    """Two meetings: each cell in pencil, the box counted, the sheet signed."""
    with closing(machine.open()) as book:
        day = book.last_day()
        for _ in range(2):
            day = max(AFTER, day) + timedelta(days=30)
            open_sheet(book, KEEPER, day=day, kind=SheetKind.MEETING, opening=None, today=day)
            _told(book, tell)
            sheet = book.open_sheet()
            assert sheet is not None
            for member in SAVERS:
                kip = chance.randint(10, 90) * 1_000
                pencil_cell(
                    book, KEEPER, sheet=sheet.id, member=member.id, column=Column.SAVINGS, kip=kip
                )
                tell(f"cell {sheet.id} {member.id} {kip}")
            expected = book.meeting_sheet(sheet.id).expected
            count = CashCount(((500, expected // 500),))
            count_cash(book, KEEPER, sheet=sheet.id, when="closing", count=count)
            sign_sheet(book, KEEPER, sheet=sheet.id, signers=(HEAD.name,), today=day)
            tell(f"day {day:%Y%m%d}")
            _told(book, tell)


def close(machine: Machine, tell: Tell, chance: Random) -> None:
    """The year is closed, with a copy before it."""
    with closing(machine.open()) as book:
        plan = plan_close(book.year_facts(YEAR, AFTER))
        close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
        _told(book, tell)


def backup(machine: Machine, tell: Tell, chance: Random) -> None:
    """A day, a copy on the machine, a copy on the stick; three times."""
    for _ in range(3):
        days_go_by(machine, tell, chance, 1)
        with closing(machine.open()) as book:
            for folder in (machine.keeping.copies(book.mark), machine.stick):
                snapshot = in_memory(book.shelf.raw, book.path)
                try:
                    made = make_copy(snapshot, folder, clock=lambda: NOON)
                finally:
                    snapshot.close()
                tell(f"copy {made.file.relative_to(machine.folder)}")


def restore(machine: Machine, tell: Tell, chance: Random) -> None:
    """The older copy takes the book's place."""
    *_, oldest = machine.copies()
    done = restore_book(
        machine.book, AGREED, copy=oldest, clock=lambda: NOON, keeping=machine.keeping
    )
    with closing(done.book):
        _told(done.book, tell)


def rescue(machine: Machine, tell: Tell, chance: Random) -> None:
    """A damaged book is mended from the copy and the mirror log."""
    done = rescue_book(machine.book, AGREED, clock=lambda: NOON, keeping=machine.keeping)
    with closing(done.book):
        _told(done.book, tell)


def upgrade(machine: Machine, tell: Tell, chance: Random) -> None:
    """A book of the first shape is opened: copied, and brought up to date."""
    with closing(machine.open()) as book:
        _told(book, tell)


def print_papers(machine: Machine, tell: Tell, chance: Random) -> None:
    """The receipts of a day into a file, over older ones, and the whole book as a spreadsheet."""
    days_go_by(machine, tell, chance, 1)
    with closing(machine.open()) as book:
        words, paper = open_words("lo"), paper_of("receipts-day")
        made = ready(book, Wish(paper.code), AFTER)
        pages = work_of(made, words, machine.receipts)(lambda _, __: None, lambda: False)
        assert paper.printed is not None
        paper.printed(made.value, words, range(pages))(book, KEEPER)
        _told(book, tell)
        write_workbook(whole_book(book, AFTER, words), words, machine.lists)


SCENES: Mapping[str, Scene] = {
    "record": Scene(village, record),
    "sign": Scene(village, sign),
    "close": Scene(village, close),
    "backup": Scene(fresh, backup),
    "restore": Scene(grown, restore),
    "rescue": Scene(damaged, rescue),
    "upgrade": Scene(old_shape, upgrade),
    "print": Scene(printed, print_papers),
}


def days_go_by(machine: Machine, tell: Tell, chance: Random, days: int) -> None:
    with closing(machine.open()) as book:
        day = max(AFTER, book.last_day())
        for _ in range(days):
            day += timedelta(days=1)
            lines = [
                Deposit(member.id, chance.randint(10, 90) * 1_000)
                for member in chance.sample(SAVERS, chance.randint(1, 5))
            ]
            record_day(book, KEEPER, day=day, lines=[*lines, Spent(COSTS, 500, "ຊາ")], today=day)
            tell(f"day {day:%Y%m%d}")
            _told(book, tell)


def _told(book: Book, tell: Tell) -> None:
    head = head_of(book.shelf)
    tell(f"act {head.act} {head.seal}")
