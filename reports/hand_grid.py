"""A grid for the pen: every row of the same height, with printed amounts small and room to write.

Rows never grow, so that a page holds as many as it is meant to hold: a long name gets smaller
letters and a second line instead.
"""

from collections.abc import Iterable, Sequence

from reports.flow import Flow
from reports.page import whole_line
from reports.style import FINE, FIRM, HAIR, MM, SMALL, TABLE, strong, thin
from reports.tables import Cell, CellKind, Column
from reports.text.fitting import Line, name_lines
from reports.text.ink import Style

_PADDING = 1.2 * MM
_LABEL, _HALF_LABEL = 0.45, 0.52
HAND_LINE = 8.5 * MM
LINE_BASE = 6.1 * MM
"""How far below its top a line to write on has its baseline, in points."""
_LEAST = 0.5
"""A name gets half as large before it is cut."""
_READABLE = 7.0
"""So large are names that stand one under the other, in points."""


class HandGrid:
    """A grid on a flow, drawn row by row between a head and an end."""

    def __init__(
        self, flow: Flow, columns: Sequence[Column], *, row_height: float, upper: bool = False
    ) -> None:
        """Prepare a grid whose rows are `row_height` points high.

        With `upper`, amounts stand in the upper part of a row: what was really paid is written
        below them.
        """
        self._upper = upper
        self.flow = flow
        self.columns = columns
        self.row_height = row_height
        self._top = 0.0
        self._sizes: dict[int, float] = {}
        self._edges = [flow.left]
        for column in columns:
            self._edges.append(self._edges[-1] + column.width)

    def head(self) -> None:
        """The heads of the columns; where one says so itself it goes on in the next line."""
        flow, style = self.flow, strong(SMALL)
        heads = [self._broken(column, style) for column in self.columns]
        height = max(map(len, heads)) * style.leading + 2 * MM
        self._top = flow.y
        for column, left, lines in zip(self.columns, self._edges, heads, strict=False):
            y = flow.y - height / 2 + style.leading * (len(lines) - 1) / 2 - style.size * 0.35
            for number, line in enumerate(lines):
                self._place(line, column, left, y - number * style.leading, right=column.amounts)
        flow.page.rule(flow.left, flow.y, self._edges[-1], flow.y, FIRM)
        flow.y -= height
        flow.page.rule(flow.left, flow.y, self._edges[-1], flow.y, FINE)

    def row(
        self, cells: Sequence[Cell] = (), *, bold: bool = False, height: float | None = None
    ) -> None:
        """One row; without cells it is left to the pen. It may have another `height`, in points."""
        flow, high = self.flow, self.row_height if height is None else height
        style = strong(TABLE) if bold else thin(TABLE)
        # What a sum is of stands beside the sum.
        upper = bold and self._upper and any(cell.kind is CellKind.AMOUNT for cell in cells)
        for place, cell in enumerate(cells):
            column, left = self.columns[place], self._edges[place]
            room = column.width - 2 * _PADDING
            if cell.kind is CellKind.AMOUNT:
                line = whole_line(cell.text, style.at(TABLE - self._upper), room)
                y = flow.y - line.style.size * 1.15
                if not self._upper:
                    y = flow.y - high / 2 - line.style.size * 0.35
                self._place(line, column, left, y, right=True)
            elif cell.text:
                sized = style if bold else style.at(self._sizes.get(place, style.size))
                self._words(cell.text, sized, column, left, high, upper=upper)
        flow.y -= high
        flow.page.rule(flow.left, flow.y, self._edges[-1], flow.y, FINE if bold else HAIR)

    def one_size(self, place: int, texts: Iterable[str]) -> None:
        """The texts of a column, counted from 0, get the one size at which each has its place.

        One that is longer than any should be does not make the others too small to read.
        """
        column, style = self.columns[place], thin(TABLE)
        high = self.row_height
        sizes = [self._fitted(text, style, column, high)[0].style.size for text in texts]
        self._sizes[place] = max(min(sizes, default=style.size), _READABLE)

    def end(self) -> None:
        """The rule below the grid, and the lines between its columns."""
        page, bottom = self.flow.page, self.flow.y
        page.rule(self.flow.left, bottom, self._edges[-1], bottom, FIRM)
        for place, edge in enumerate(self._edges):
            outer = place in {0, len(self.columns)}
            page.rule(edge, self._top, edge, bottom, FINE if outer else HAIR)

    def _fitted(self, text: str, style: Style, column: Column, height: float) -> list[Line]:
        """The text on one line, or smaller on two."""
        room = column.width - 2 * _PADDING
        if style.width(text) <= room:
            return [whole_line(text, style, room)]
        small = style.at(min(style.size, height / 2.9))
        return name_lines(text, small, room, most=2, smallest=_LEAST)

    def _words(
        self,
        text: str,
        style: Style,
        column: Column,
        left: float,
        height: float,
        *,
        upper: bool,
    ) -> None:
        lines = self._fitted(text, style, column, height)
        leading = lines[0].style.size * 1.4
        y = self.flow.y - height / 2 + leading * (len(lines) - 1) / 2
        if upper:
            y = self.flow.y - (TABLE - 1) * 1.15 + lines[0].style.size * 0.35
        for number, line in enumerate(lines):
            base = y - number * leading - line.style.size * 0.35
            self._place(line, column, left, base, right=False)

    def _broken(self, column: Column, style: Style) -> list[Line]:
        style, room = self._narrow(style, column), column.width - 2 * _PADDING
        parts = column.head.split("\n")
        return [line for part in parts for line in self.flow.paper.lines(part, style, room)]

    def _narrow(self, style: Style, column: Column) -> Style:
        """A size at which no word of the head is wider than its column."""
        pieces = self.flow.paper.words.pieces(column.head.replace("\n", " ")) or ("",)
        widest = max(style.width(piece.rstrip(" ")) for piece in pieces)
        room = column.width - 2 * _PADDING
        return style if widest <= room else style.at(int(style.size * 10 * room / widest) / 10)

    def _place(self, line: Line, column: Column, left: float, y: float, *, right: bool) -> None:
        if right:
            self.flow.page.right(left + column.width - _PADDING, y, line)
        else:
            self.flow.page.line(left + _PADDING, y, line)


def write_on(
    flow: Flow,
    label: str,
    width: float,
    *,
    indent: float = 0,
    text: str = "",
    part: float = _LABEL,
) -> None:
    """A label with a line to write on behind it, `width` points altogether; `text` fills it in.

    `part` of the width is the label's: the lines of labels below each other begin at one place.
    """
    flow.need(HAND_LINE)
    base = flow.y - LINE_BASE
    left, start = flow.left + indent, flow.left + indent + width * part
    flow.page.line(left, base, whole_line(label, thin(), width * part - 2 * MM))
    flow.page.rule(start, base - 1 * MM, left + width, base - 1 * MM, HAIR)
    if text:
        room = width * (1 - part) - 2 * MM
        flow.page.right(left + width - 1 * MM, base, whole_line(text, strong(), room))
    flow.y -= HAND_LINE


def write_two(flow: Flow, left: tuple[str, str], right: tuple[str, str]) -> None:
    """Two labels side by side, each with its line to write on and the text that fills it in."""
    half = flow.width / 2 - 4 * MM
    y = flow.y
    write_on(flow, left[0], half, text=left[1], part=_HALF_LABEL)
    flow.y = y
    write_on(flow, right[0], half, indent=flow.width - half, text=right[1], part=_HALF_LABEL)
