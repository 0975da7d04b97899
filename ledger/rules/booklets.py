"""Where the next line of a passbook is printed: on which row, of which page, of which booklet.

A booklet is filled as one would write it by hand: line below line, the last row of each page kept
for what is carried forward, the first row of the next for what is brought forward. Where a line
stands depends on the lines before it alone, so it is the same whether all are printed at once or a
few after each meeting. What is printed is never changed; what was wrong gets a line of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ledger.rules.refusals import Refusal

MOST_ROWS = 4
"""Rows that one line takes up at most."""

_HEAD_AND_FOOT = 48
_ROW = 9
_WIDTHS = range(95, 211)
_HEIGHTS = range(120, 298)
_PAGES = range(2, 97)


@dataclass(frozen=True, slots=True)
class BookletSize:
    """One page of a booklet, closed, in millimetres, and how many of its pages are for lines."""

    width: int
    height: int
    pages: int

    @property
    def rows(self) -> int:
        """How many rows a page has: each is 9 mm high, below the head and above the foot."""
        return len(range(_HEAD_AND_FOOT + _ROW, self.height + 1, _ROW))


A5_BOOKLET = BookletSize(148, 210, 12)
A6_BOOKLET = BookletSize(105, 148, 12)


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet that a member was given; `copy` is above 0 where it stands for a lost one.

    `lines_before` of her lines stand in earlier booklets; `two_kinds` says whether it has a column
    for voluntary savings.
    """

    number: int
    copy: int
    size: BookletSize
    two_kinds: bool
    lines_before: int = 0


@dataclass(frozen=True, slots=True)
class PrintedRows:
    """Rows of one page that are on paper, and which of her lines stand in them, all from 1.

    Where only a balance was carried forward, `last_line` is the line before `first_line`.
    """

    page: int
    first_row: int
    last_row: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Spot:
    """The next free row, and the last line that is printed; a full page's row is one too many."""

    page: int
    row: int
    line: int


class LineNeeds(NamedTuple):
    """What a line needs: 1 to `MOST_ROWS` rows, and the column of voluntary savings or not."""

    rows: int
    voluntary: bool = False


class PlacedLine(NamedTuple):
    """One of her lines, from 1, and the row in which it begins."""

    line: int
    row: int


@dataclass(frozen=True, slots=True)
class PageRows:
    """What is to be printed on one page; `brought` stands in its first row, `carried` its last."""

    page: int
    brought: bool
    lines: tuple[PlacedLine, ...]
    carried: bool
    printed: PrintedRows


@dataclass(frozen=True, slots=True)
class BookletPlan:
    """What is printed next, page by page; `left` lines need another booklet."""

    pages: tuple[PageRows, ...]
    spot: Spot
    left: int


@dataclass
class BookletOutOfRange(Refusal):
    """No booklet has this size (mm) or so many pages."""

    width: int
    height: int
    pages: int


@dataclass
class NoBooklet(Refusal):
    """The member has been given no booklet yet."""

    member: str


@dataclass
class BookletBlank(Refusal):
    """Nothing is printed in her booklet yet, so there is nothing of it to be lost."""

    member: str


@dataclass
class NothingNew(Refusal):
    """All that can be printed in her booklet is on paper."""

    member: str


@dataclass
class BookletFull(Refusal):
    """Her next line needs a new booklet: this one is full, or has no column for it."""

    member: str


@dataclass
class NotTheNextRow(Refusal):
    """What was printed does not begin at the next free row, which is this one."""

    member: str
    page: int
    row: int


def check_size(size: BookletSize) -> None:
    """Raise BookletOutOfRange for a booklet that cannot be printed."""
    right = size.width in _WIDTHS and size.height in _HEIGHTS and size.pages in _PAGES
    if not right:
        raise BookletOutOfRange(width=size.width, height=size.height, pages=size.pages)


def next_spot(booklet: Booklet, printed: Sequence[PrintedRows]) -> Spot:
    """Where the next line goes, after all that is printed in the booklet."""
    if not printed:
        return Spot(page=1, row=1, line=booklet.lines_before)
    newest = printed[-1]
    return Spot(page=newest.page, row=newest.last_row + 1, line=newest.last_line)


def is_full(booklet: Booklet, spot: Spot) -> bool:
    """Whether no row is left in the booklet."""
    return spot.page == booklet.size.pages and spot.row > booklet.size.rows


def plan_rows(booklet: Booklet, spot: Spot, needs: Sequence[LineNeeds]) -> BookletPlan:
    """Where the lines behind the spot are printed; `needs` are theirs, in their order.

    A line that needs a column which the booklet has not waits for the next one.
    """
    sheet = _Filling(booklet, spot)
    placed = 0
    for need in needs:
        if (need.voluntary and not booklet.two_kinds) or not sheet.take(need.rows):
            break
        placed += 1
    return BookletPlan(tuple(sheet.pages()), sheet.spot, left=len(needs) - placed)


def check_printed(
    booklet: Booklet, spot: Spot, printed: Sequence[PrintedRows], *, member: str, lines: int
) -> None:
    """Raise NotTheNextRow unless what was printed goes on from the spot; NothingNew for nothing.

    `lines` is how many lines she has in ink: what stands in pencil is never on paper.
    """
    if not printed:
        raise NothingNew(member=member)
    size, page, row, line = booklet.size, spot.page, spot.row, spot.line
    for rows in printed:
        if rows.page == page + 1:
            page, row = rows.page, 1
        lined = rows.first_line == line + 1 and max(line, 1) <= rows.last_line <= lines
        placed = rows.page == page <= size.pages and row <= rows.first_row
        if not (lined and placed and rows.first_row <= rows.last_row <= size.rows):
            raise NotTheNextRow(member=member, page=spot.page, row=spot.row)
        row, line = rows.last_row + 1, rows.last_line


class _Filling:
    """A booklet while its rows are being filled in thought."""

    def __init__(self, booklet: Booklet, spot: Spot) -> None:
        self.booklet, self.spot = booklet, spot
        self._pages: dict[int, list[PlacedLine]] = {}
        self._brought: set[int] = set()
        self._ends: dict[int, int] = {}
        self._carried: set[int] = set()
        self._before: dict[int, int] = {}

    def take(self, rows: int) -> bool:
        """Place the next line; nothing is placed where the booklet is full."""
        last = self.booklet.size.rows
        page, row, line = self.spot.page, self.spot.row, self.spot.line
        if row + rows > last:
            if row <= last:
                self._carry(page, line)
            if page == self.booklet.size.pages:
                return False
            page, row = page + 1, 1
        placed = self._open(page, line)
        if row == 1 and (page > 1 or self.booklet.lines_before):
            self._brought.add(page)
            row += 1
        placed.append(PlacedLine(line + 1, row))
        self._ends[page] = row + rows - 1
        self.spot = Spot(page, row + rows, line + 1)
        if self.spot.row == last:
            self._carry(page, line + 1)
        return True

    def pages(self) -> list[PageRows]:
        """What stands on each page that was touched."""
        return [self._page(page) for page in sorted(self._pages)]

    def _open(self, page: int, line: int) -> list[PlacedLine]:
        self._before.setdefault(page, line)
        return self._pages.setdefault(page, [])

    def _carry(self, page: int, line: int) -> None:
        """The page is full: the balances stand in its last row."""
        self._open(page, line)
        self._carried.add(page)
        self._ends[page] = self.booklet.size.rows
        self.spot = Spot(page, self.booklet.size.rows + 1, line)

    def _page(self, page: int) -> PageRows:
        lines, before = tuple(self._pages[page]), self._before[page]
        first = lines[0].row if lines else self.booklet.size.rows
        printed = PrintedRows(
            page=page,
            first_row=1 if page in self._brought else first,
            last_row=self._ends[page],
            first_line=before + 1,
            last_line=before + len(lines),
        )
        return PageRows(page, page in self._brought, lines, page in self._carried, printed)
