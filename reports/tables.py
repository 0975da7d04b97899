"""Ruled tables: a head that is repeated on every page, amounts on the right, sums carried forward.

A cell is never a bare text: it says whether it is words that may take several lines, a name that
is parted only between its words, an amount, or a place for a pen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reports.flow import Flow
from reports.forward import Forward, Sums, plus
from reports.style import FINE, FIRM, HAIR, MM, TABLE, strong, thin
from reports.text.fitting import Line, figures_line, name_lines, phrase_lines
from reports.text.ink import Style

_PADDING = 1.4 * MM


class CellKind(Enum):
    """What stands in a cell."""

    WORDS = auto()
    NAME = auto()
    PHRASE = auto()
    AMOUNT = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; made by the five functions below."""

    kind: CellKind
    text: str = ""


def words_cell(text: str) -> Cell:
    """Words, on as many lines as they need."""
    return Cell(CellKind.WORDS, text)


def phrase_cell(text: str) -> Cell:
    """Names and short words, parted at their spaces; only what is wider than the cell is broken."""
    return Cell(CellKind.PHRASE, text)


def name_cell(text: str) -> Cell:
    """A name on up to three lines: made smaller, then cut between words, when it is too long."""
    return Cell(CellKind.NAME, text)


def amount_cell(text: str) -> Cell:
    """An amount, at the right edge; made smaller rather than cut."""
    return Cell(CellKind.AMOUNT, text)


def blank_cell() -> Cell:
    """An empty place, for a signature or a thumbprint."""
    return Cell(CellKind.BLANK)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points, and whether its head stands over amounts.

    Where it `counts` its figures are no money: members, loans.
    """

    head: str
    width: float
    amounts: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `sums` are the amounts that are carried forward, one for each column (or none).

    The head of a page says from which `number` to which its rows go, where they have one.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    sums: Sums = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn: the size of its text, the least height of a row, lines between columns.

    Sizes and heights are in points.
    """

    size: float = TABLE
    row_height: float = 6.4 * MM
    grid: bool = False


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row whose cells are broken into lines: the lines of each cell, and how high it is."""

    row: Row
    cells: tuple[tuple[Line, ...], ...]
    height: float


class Table:
    """A table on a flow; rows are drawn one by one, and the head again on each new page."""

    def __init__(self, flow: Flow, columns: Sequence[Column], look: Look = Look()) -> None:
        """Prepare a table that begins at the present height of the flow."""
        self.flow = flow
        self.columns = columns
        self.look = look
        self._top = 0.0

    def draw(
        self,
        rows: Sequence[Row],
        forward: Forward | None = None,
        *,
        below: float = 0.0,
        together: int = 2,
    ) -> None:
        """Draw the whole table; with `forward`, each page ends with its sums, and all but the first
        with the running ones.

        The only sums made here are those of one page and of the pages up to it. The last row never
        stands alone on a page, nor does the first; the last two, or so many as stay `together`, are
        on one page with what comes `below` (points): nobody signs a page on which nothing stands.
        """
        self._head()
        running, page_sum, turned = _nothing(rows), _nothing(rows), False
        laid = [part for row in rows for part in self._parts(row)]
        for place, part in enumerate(laid):
            wanted = part.height
            if place == len(laid) - together:
                wanted += sum(later.height for later in laid[place + 1 :]) + below
            # On the first page the sum of the page is that of all up to it: it is said once.
            sums = 0 if forward is None else 2 if turned else 1
            if self.flow.room < wanted + sums * self.look.row_height:
                self._turn(page_sum, running, forward, first=not turned)
                page_sum, turned = _nothing(rows), True
            self._row(part)
            page_sum, running = plus(page_sum, part.row.sums), plus(running, part.row.sums)
        if forward is not None and laid:
            if turned:
                self._sum(forward.page_total, page_sum, forward)
            self._sum(forward.total, running, forward)
        self._end()

    # --- sums ------------------------------------------------------------------------------

    def _turn(self, page_sum: Sums, running: Sums, forward: Forward | None, *, first: bool) -> None:
        """End the page with its sums, and go on upon the next."""
        if forward is not None:
            self._sum(forward.page_total, page_sum, forward)
            if not first:
                self._sum(forward.running_total, running, forward)
        self._end()
        self.flow.next_page()
        self._head()
        if forward is not None:
            self._sum(forward.brought, running, forward)

    def _sum(self, label: str, sums: Sums, forward: Forward) -> None:
        cells = [
            blank_cell() if figure is None else amount_cell(forward.text(figure, counts=c.counts))
            for figure, c in zip(sums, self.columns, strict=True)
        ]
        cells[1 if sums[1] is None else 0] = name_cell(label)
        self._row(self._laid(Row(tuple(cells), strong=True)))

    def height(self, rows: Sequence[Row]) -> float:
        """How high a table of these rows is with its head, in points: to keep it on one page."""
        heads = max(map(len, self._heads()))
        head = heads * strong(self.look.size - 0.5).leading + 2.4 * MM
        least = 2 * self.look.row_height
        return head + max(least, sum(self._laid(row).height for row in rows))

    # --- heads -----------------------------------------------------------------------------

    def _head(self) -> None:
        """The heads of the columns, each on as many lines as it needs."""
        style, heads = strong(self.look.size - 0.5), self._heads()
        leading = style.leading
        height = max(map(len, heads)) * leading + 2.4 * MM
        self.flow.need(height + 2 * self.look.row_height)
        self._top = self.flow.y
        left = self.flow.left
        for column, lines in zip(self.columns, heads, strict=True):
            y = self._top - height / 2 + leading * (len(lines) - 1) / 2 - style.size * 0.35
            for number, line in enumerate(lines):
                self._place(line, column, left, y - number * leading, right=column.amounts)
            left += column.width
        self.flow.y -= height
        page = self.flow.page
        page.rule(self.flow.left, self._top, left, self._top, FIRM)
        page.rule(self.flow.left, self.flow.y, left, self.flow.y, FINE)

    def _heads(self) -> list[list[Line]]:
        style, broken = strong(self.look.size - 0.5), self.flow.paper.lines
        return [
            broken(c.head, self._narrow(style, c), c.width - 2 * _PADDING) for c in self.columns
        ]

    def _narrow(self, style: Style, column: Column) -> Style:
        """A size at which no word of the head is wider than its column."""
        pieces = self.flow.paper.words.pieces(column.head) or ("",)
        widest = max(style.width(piece.rstrip(" ")) for piece in pieces)
        room = column.width - 2 * _PADDING
        return style if widest <= room else style.at(int(style.size * 10 * room / widest) / 10)

    # --- rows ------------------------------------------------------------------------------

    def _lines(self, style: Style, cell: Cell, column: Column) -> list[Line]:
        room = column.width - 2 * _PADDING
        match cell.kind:
            case CellKind.BLANK:
                return []
            case CellKind.WORDS:
                return self.flow.paper.lines(cell.text, style, room)
            case CellKind.PHRASE:
                return phrase_lines(cell.text, style, room, self.flow.paper.words.pieces)
            case CellKind.NAME:
                return name_lines(cell.text, style, room, most=3)
            case CellKind.AMOUNT:
                return [figures_line(cell.text, style, room)]

    def _laid(self, row: Row) -> _Laid:
        style = strong(self.look.size) if row.strong else thin(self.look.size)
        pairs = zip(row.cells, self.columns, strict=True)
        cells = tuple(tuple(self._lines(style, cell, column)) for cell, column in pairs)
        return self._as_high(row, cells, style)

    def _as_high(self, row: Row, cells: tuple[tuple[Line, ...], ...], style: Style) -> _Laid:
        text = max(map(len, cells)) * style.leading + 0.6 * MM
        return _Laid(row, cells, max(self.look.row_height, text))

    def _parts(self, row: Row) -> list[_Laid]:
        """The row as it is laid; one that no page could hold goes on in rows below it."""
        laid = self._laid(row)
        whole = self.flow.whole - 5 * self.look.row_height
        if laid.height <= whole:
            return [laid]
        style = strong(self.look.size) if row.strong else thin(self.look.size)
        most = int(whole / style.leading)
        parts = []
        for start in range(0, max(map(len, laid.cells)), most):
            cells = tuple(lines[start : start + most] for lines in laid.cells)
            # The sums of a row belong to its first part only.
            own = row if start == 0 else replace(row, sums=_nothing([row]))
            parts.append(self._as_high(own, cells, style))
        return parts

    def _row(self, laid: _Laid) -> None:
        if laid.row.number:
            self.flow.stands(laid.row.number)
        left, size = self.flow.left, self.look.size
        for lines, cell, column in zip(laid.cells, laid.row.cells, self.columns, strict=True):
            leading = lines[0].style.leading if lines else 0.0
            middle = self.flow.y - laid.height / 2 - size * 0.35
            y = middle + leading * (len(lines) - 1) / 2
            for number, line in enumerate(lines):
                right = cell.kind is CellKind.AMOUNT
                self._place(line, column, left, y - number * leading, right=right)
            left += column.width
        if laid.row.strong:
            self.flow.page.rule(self.flow.left, self.flow.y, left, self.flow.y, FINE)
        self.flow.y -= laid.height
        self.flow.page.rule(self.flow.left, self.flow.y, left, self.flow.y, HAIR)

    def _place(self, line: Line, column: Column, left: float, y: float, *, right: bool) -> None:
        if right:
            self.flow.page.right(left + column.width - _PADDING, y, line)
        else:
            self.flow.page.line(left + _PADDING, y, line)

    def _end(self) -> None:
        """The rule below the table, and the lines between its columns."""
        page, bottom = self.flow.page, self.flow.y
        edge = self.flow.left
        edges = [edge := edge + column.width for column in self.columns]
        page.rule(self.flow.left, bottom, edges[-1], bottom, FIRM)
        if self.look.grid:
            page.rule(self.flow.left, self._top, self.flow.left, bottom, FINE)
            for right in edges[:-1]:
                page.rule(right, self._top, right, bottom, HAIR)
            page.rule(edges[-1], self._top, edges[-1], bottom, FINE)


def _nothing(rows: Sequence[Row]) -> Sums:
    return tuple(None if s is None else 0 for s in rows[0].sums) if rows else ()
