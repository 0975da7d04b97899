"""The reading door of the book: every question that a window, a paper or an act may ask, one each.

What comes back are values of `ledger.rules` and `ledger.statements`, never a row. Rules, members
and the like are read once and kept until something is written; sums are added up when they are
asked for. The pen is not here: it is `ledger.book.writing`, and only acts may take it up.
"""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.anchors import act_of_code, paper_code_now, time_of_act
from ledger.book.booklets_book import BookletsBook
from ledger.book.change import Topic
from ledger.book.keeping import Keeping, Watch
from ledger.book.lending_papers import LendingPapers
from ledger.book.network import NetworkPapers
from ledger.book.opening import BeforeUpgrade, make_file, open_file
from ledger.book.papers_year import YearPapers
from ledger.book.pins_book import PinsBook
from ledger.book.records import Clock
from ledger.book.table_papers import TablePapers
from ledger.book.trouble import BookExists, BookLocked
from ledger.book.whys import Whys
from ledger.rules.paper_code import PaperCode, read_paper_code
from ledger.rules.rulebook import Group, Rulebook
from ledger.statements.comparison import Comparison, HeldThen
from ledger.statements.figure import Figure
from ledger.statements.findings import Finding

if TYPE_CHECKING:
    from ledger.rules.clock import ClockDoubt
    from ledger.statements.why import Why


class Book(PinsBook, BookletsBook, LendingPapers, NetworkPapers, YearPapers, Whys, TablePapers):
    """One group's book, open. Made by `Book.create` or `Book.open`; close it when done."""

    @classmethod
    def create(cls, path: Path, *, group: Group, rulebook: Rulebook, clock: Clock) -> "Book":
        """Make a new book with the group's name and first rules, and open it.

        Raises BookExists where a file is there already, and what `open` raises. The file gets its
        name when it is whole; an attempt that was cut short leaves no book.
        """
        if path.exists():
            raise BookExists(str(path))
        part = path.with_name(path.name + ".part")
        shelf = make_file(part)
        try:
            parts.beginning.write_first_event(shelf, group, rulebook, clock())
            shelf.commit()
        finally:
            shelf.close()
        os.replace(part, path)  # noqa: PTH105 -- named for what it does on every system
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, clock: Clock, keeping: Keeping | None = None) -> "Book":
        """Open the book at `path`; raises the family of BookTrouble, see `ledger.book.opening`.

        With `keeping` an older shape is copied before it is upgraded, and every act is written
        down a second time; a practice group may be played with, and is not watched.
        """
        before = None if keeping is None else _copying(keeping, path)
        try:
            shelf = open_file(path, before_upgrade=before)
        except BookLocked as locked:
            raise parts.holder.with_holder(locked) from locked
        book = cls(shelf, clock)
        try:
            if keeping is not None:
                book.held = parts.holder.hold(path, clock())
                if not book.group.practice:
                    book.keep_in(keeping)
        except BaseException:
            # A damaged file that nobody closes could not be mended.
            book.close()
            raise
        return book

    def keep_in(self, keeping: Keeping) -> None:
        """Write every act down there as well from now on.

        `setback` says from then on whether the file is an older one than was here before.
        """
        self.watch = Watch(self.shelf, keeping)

    def as_of(self, day: date) -> "Book":
        """The book as it stood on a day, held in memory, only to be read; close it when done."""
        book = Book(
            parts.past.past_shelf(self.shelf, parts.past.last_act(self.shelf, day)), self.clock
        )
        book.past = day
        return book

    def why(self, figure: Figure) -> "Why":
        """Where a figure comes from, as `Whys.why`; asked of the book of then where it says so."""
        if figure.written is None or self.past is not None:
            return super().why(figure)
        past = self.as_of(figure.written)
        try:
            return past.why(figure)
        finally:
            past.close()

    def close(self) -> None:
        """Let go of the file; what was kept for reading is dropped."""
        self.forget(*Topic)
        # Before the lock: behind it the file may be another program's already.
        if self.held:
            parts.holder.let_go(self.path, self.held)
        self.shelf.close()

    @property
    def path(self) -> Path:
        """Where the book's file lies."""
        return self.shelf.path

    def paper_code(self) -> PaperCode:
        """What a paper says of the book it was printed from: its code, and how long it is."""
        return paper_code_now(self.shelf)

    def compare_with_paper(self, code: str) -> Comparison:
        """Whether the book still holds what it held when this code was printed on a paper.

        The book of then is taken out of the book of now and gone through from its first seal, so
        a change is named wherever it is. Raises PaperCodeMisread for what cannot be a code.
        """
        wanted = read_paper_code(code)
        now, act = self.paper_code(), act_of_code(self.shelf, wanted)
        if act is None:
            return Comparison(code=wanted, now=now)
        past = Book(parts.past.past_shelf(self.shelf, act), self.clock)
        try:
            changed = past.check()
            # Sums of a book that was changed would say what somebody wants them to say.
            figures = None if changed else past.figures(past.last_day())
            then = HeldThen(past.paper_code(), time_of_act(past.shelf, act), figures)
        finally:
            past.close()
        return Comparison(code=wanted, now=now, then=then, changed=changed)

    def check(self) -> tuple[Finding, ...]:
        """Work everything out anew and compare; nothing found means the book is sound.

        Where something is found, the book is only read from then on.
        """
        self.found = found = parts.checking.check_book(self.shelf)
        return found if self.setback is None else (self.setback, *found)

    @property
    def setback(self) -> Finding | None:
        """What is wrong where the file is not the one that was here before on this machine."""
        return None if self.watch is None else self.watch.setback

    @property
    def clock_doubt(self) -> "ClockDoubt | None":
        """Why the day of the machine's clock cannot be taken as it is; nothing where it fits."""
        return None if self.watch is None else self.watch.clock.doubt(self.clock())

    def wrote(self) -> None:
        """Hear from the pen that an act was committed."""
        if self.watch is not None:
            self.watch.wrote()


def _copying(keeping: Keeping, path: Path) -> BeforeUpgrade:
    """Copies an older shape before anything in it is changed."""
    return lambda raw: keeping.copy(parts.snapshot.in_memory(raw, path))
