"""Blocks one below another, laid before it is known where they will stand, or whether they fit."""

from collections.abc import Callable, Sequence

from reports.page import Page, Paper
from reports.style import FINE, FIRM, HAIR, MM, strong, thin
from reports.text.fitting import Line, name_lines
from reports.text.ink import Style

_Mark = Callable[[Page, float, float], None]
_PADDING = 1 * MM
_TICK = 4 * MM
_PEN = 7 * MM
"""The room to write above a line."""


class Stack:
    """Blocks of one width; all letters and gaps are `scale` times as large as the style says.

    Widths, heights and places are in points, places from the upper left corner of the stack.
    """

    def __init__(self, paper: Paper, width: float, scale: float) -> None:
        """Begin with nothing."""
        self.paper, self.width, self.scale = paper, width, scale
        self.height = 0.0
        self._marks: list[_Mark] = []

    def thin(self, size: float) -> Style:
        """The usual style of a size, at the scale."""
        return thin(size * self.scale)

    def strong(self, size: float) -> Style:
        """The style of heads and totals of a size, at the scale."""
        return strong(size * self.scale)

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """A text on as many lines as it needs."""
        return self.paper.lines(text, style, width)

    def names(self, text: str, style: Style, width: float) -> list[Line]:
        """A name, parted between its words only."""
        return name_lines(text, style, width, most=4, smallest=0.6)

    def space(self, height: float) -> None:
        """Some room."""
        self.height += height * self.scale

    def rule(self, strength: float = HAIR, *, width: float | None = None, left: float = 0) -> None:
        """A line across, or a part of it."""
        y, right = self.height, left + (self.width if width is None else width)
        self._marks.append(
            lambda page, x, top: page.rule(x + left, top - y, x + right, top - y, strength)
        )

    def row(
        self,
        left: Sequence[Line],
        right: Sequence[Line] = (),
        *,
        indent: float = 0,
        high: float = 0,
    ) -> None:
        """Lines that begin at `indent`, and lines that end at the right edge beside them.

        The row is at least `high` (before the scale).
        """
        height = max(_high(left), _high(right), high * self.scale)
        self.place(left, indent, height=height)
        y = self.height + (height - _high(right)) / 2
        for line in right:
            self._put(line, y, self.width - line.width)
            y += line.style.leading
        self.height += height

    def place(
        self,
        lines: Sequence[Line],
        indent: float,
        *,
        height: float = 0,
        beside: Style | None = None,
    ) -> float:
        """Lines at the present height without going on below them; how high they are.

        They stand in the middle of `height` where that is more; or the first of them has one base
        line with the text of another style `beside` it.
        """
        down = 0.0
        if lines and beside is not None:
            down = _base(beside) - _base(lines[0].style)
        high = down + _high(lines)
        y = self.height + down + max(0.0, height - high) / 2
        for line in lines:
            self._put(line, y, indent)
            y += line.style.leading
        return high

    def pen(self, left: float, width: float) -> float:
        """A line to write on, below the present height without going on; how far below."""
        high, before = _PEN * self.scale, self.height
        self.height += high
        self.rule(left=left, width=width)
        self.height = before
        return high

    def boxed(self, texts: Sequence[str], style: Style, *, gap: float) -> None:
        """Texts to be seen first, each in a box of its own, side by side as far as there is room.

        `gap` (before the scale) is the room above each row of boxes, and between them.
        """
        inner, gap = 2 * _PADDING, gap * self.scale
        left, high = 0.0, 0.0
        for text in texts:
            lines = self.lines(text, style, self.width - 2 * inner)
            width = max(line.width for line in lines) + 2 * inner
            if left and left + width > self.width:
                self.height += high
                left = high = 0.0
            if not left:
                self.height += gap
            height = _high(lines) + 2 * _PADDING
            self._box(left, width, height)
            self.place(lines, left + inner, height=height)
            left, high = left + width + gap, max(high, height)
        self.height += high

    def _box(self, left: float, width: float, height: float) -> None:
        top = self.height
        self._marks.append(
            lambda page, x, y: page.box(x + left, y - top - height, width, height, FIRM)
        )

    def tick(self, left: float, height: float) -> None:
        """A small box to be ticked, in the middle of `height` from here."""
        y = self.height + (height + _TICK) / 2
        self._marks.append(lambda page, x, top: page.box(x + left, top - y, _TICK, _TICK, FINE))

    def upright(self, left: float, since: float) -> None:
        """A line from an earlier height down to the present one."""
        y = self.height
        self._marks.append(lambda page, x, top: page.rule(x + left, top - since, x + left, top - y))

    def draw(self, page: Page, left: float, top: float) -> None:
        """Draw everything with the upper left corner at this place of a page."""
        for mark in self._marks:
            mark(page, left, top)

    def _put(self, line: Line, y: float, x: float) -> None:
        base = y + _base(line.style)
        self._marks.append(lambda page, left, top: page.line(left + x, top - base, line))


def _base(style: Style) -> float:
    """How far below the top of a line its letters stand, in points."""
    return style.leading / 2 + style.size * 0.35


def _high(lines: Sequence[Line]) -> float:
    return sum(line.style.leading for line in lines)
