"""How far a member's booklet is printed, and which of her lines are not on paper yet."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.booklets import (
    Booklet,
    BookletBlank,
    BookletFull,
    BookletSize,
    NoBooklet,
    NothingNew,
    PrintedRows,
    Spot,
    is_full,
    next_spot,
)
from ledger.rules.kip import Kip
from ledger.statements.passbook import Passbook, PassbookLine


@dataclass(frozen=True, slots=True)
class BookletState:
    """All of a member's lines, the booklet she has now, and what is printed in it.

    Only what stands in ink is among the lines. A sheet that was opened again leaves its entries
    and their counter-entries in the ink, and both are printed, whether or not the first was on
    paper: the booklet shows every line that the book has, under the same numbers.
    """

    passbook: Passbook
    booklet: Booklet | None = None
    printed: tuple[PrintedRows, ...] = ()

    @property
    def has(self) -> Booklet:
        """Her booklet. Raises NoBooklet where she was given none."""
        if self.booklet is None:
            raise NoBooklet(member=self.passbook.member.told)
        return self.booklet

    @property
    def spot(self) -> Spot:
        """The next free row, and the last line on paper. Raises NoBooklet."""
        return next_spot(self.has, self.printed)

    @property
    def full(self) -> bool:
        """Whether no row of her booklet is free; she may have none."""
        return self.booklet is not None and is_full(self.booklet, self.spot)

    @property
    def fresh(self) -> tuple[PassbookLine, ...]:
        """Her lines that are in no booklet yet."""
        line = 0 if self.booklet is None else self.spot.line
        return self.passbook.lines[line:]

    def is_new_since(self, day: date) -> bool:
        """Whether one of her lines that are in no booklet yet is of that day or a later one."""
        return any(line.day >= day for line in self.fresh)

    @property
    def needs_new(self) -> bool:
        """Whether her next line has no place in the booklet that she has."""
        booklet, fresh = self.booklet, self.fresh
        if booklet is None or not fresh:
            return False
        return self.full or (fresh[0].voluntary > 0 and not booklet.two_kinds)

    def check_fresh(self) -> None:
        """Raise NoBooklet, NothingNew or BookletFull where no new line can be printed."""
        told = self.passbook.member.told
        if self.booklet is None:
            raise NoBooklet(member=told)
        if not self.fresh:
            raise NothingNew(member=told)
        if self.needs_new:
            raise BookletFull(member=told)

    def balances_after(self, line: int) -> tuple[Kip, Kip, Kip]:
        """Savings, voluntary savings and loans (kip) after so many of her lines."""
        if line == 0:
            before = self.passbook
            return before.savings_before, before.voluntary_before, before.loans_before
        row = self.passbook.lines[line - 1]
        return row.savings, row.voluntary, row.loans

    def next_booklet(self, size: BookletSize, *, lines_elsewhere: int = 0) -> Booklet:
        """The booklet after this one; of a first one, so many lines stand elsewhere already."""
        two = self.passbook.two_products
        if self.booklet is None:
            lines = min(lines_elsewhere, len(self.passbook.lines))
            return Booklet(1, 0, size, two, lines_before=lines)
        return Booklet(self.booklet.number + 1, 0, size, two, lines_before=self.spot.line)

    def copy_of_lost(self) -> Booklet:
        """The booklet that stands for her lost one: the same number, one copy more.

        Raises NoBooklet, and BookletBlank where nothing was printed in it.
        """
        lost = self.has
        if not self.printed:
            raise BookletBlank(member=self.passbook.member.told)
        return Booklet(
            lost.number, lost.copy + 1, lost.size, self.passbook.two_products, lost.lines_before
        )
