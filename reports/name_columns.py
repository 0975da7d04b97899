"""Names in columns, each behind its member number: one can count them, and find one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.flow import Flow
from reports.page import whole_line
from reports.style import MM
from reports.text.fitting import Line, name_lines
from reports.text.ink import Style

_ACROSS = 3
_BETWEEN = 5 * MM
_BEHIND = 2 * MM
"""Between a number and its name."""
_FIVE = 1.4 * MM
"""More room below every fifth row, so that one counts in fives."""
_SHORT = 10
"""So few rows are not parted over two pages."""
_TAKEN = 2
"""So many of more rows go over to the next page with what must stand below names."""

Numbered = tuple[str, str]
"""A member's number and name."""


@dataclass(frozen=True, slots=True)
class _Named:
    number: str
    name: tuple[Line, ...]


class NameColumns:
    """Names from top to bottom, column after column, in the order in which they are given."""

    def __init__(self, flow: Flow, names: Sequence[Numbered], style: Style) -> None:
        """Lay the names out; a long one is parted between its words only."""
        self.flow, self.style = flow, style
        self._column = (flow.width - (_ACROSS - 1) * _BETWEEN) / _ACROSS
        numbers = max((style.width(number) for number, _ in names), default=0.0)
        self._number = min(numbers + _BEHIND, self._column / 3)
        room = self._column - self._number
        self._names = [
            _Named(number, tuple(name_lines(name, style, room, most=4))) for number, name in names
        ]

    def least(self, below: float = 0.0) -> float:
        """How much must be free where the names begin, in points; `below` comes under the last."""
        rows = _rows(self._names)
        if rows > _SHORT:
            return self._height(self._names[: _ACROSS * _TAKEN], _TAKEN)
        height = self._height(self._names, rows)
        return height + below if height + below < self.flow.whole * 0.9 else height

    def draw(self, below: float = 0.0) -> None:
        """Draw the names; some of them are on the page on which there is room for what is below."""
        left, flow = self._names, self.flow
        while left:
            rows = _rows(left)
            height = self._height(left, rows)
            # What no page can hold with a name comes on pages of its own.
            if height + (below if below < flow.whole else 0.0) <= flow.room:
                break
            fit = sum(
                1 for n in range(1, rows) if self._height(left[: _ACROSS * n], n) <= flow.room
            )
            if height <= flow.room:
                fit = min(fit, rows - _TAKEN)
            if fit > 0:
                self._block(left[: _ACROSS * fit], fit)
                left = left[_ACROSS * fit :]
            elif height <= flow.room and flow.room == flow.whole:
                break
            flow.next_page()
        self._block(left, _rows(left))

    def _block(self, names: Sequence[_Named], rows: int) -> None:
        """So many rows of names at the present height."""
        flow, top = self.flow, self.flow.y
        for column in range(_ACROSS):
            x = flow.left + column * (self._column + _BETWEEN)
            for row, named in enumerate(names[column * rows : (column + 1) * rows]):
                flow.y = top - self._height(names, rows, before=row)
                y = flow.baseline(self.style)
                flow.page.line(x, y, whole_line(named.number, self.style, self._number))
                for number, line in enumerate(named.name):
                    down = number * self.style.leading
                    flow.page.line(x + self._number, y - down, line)
        flow.y = top - self._height(names, rows)

    def _height(self, names: Sequence[_Named], rows: int, *, before: int | None = None) -> float:
        """How high so many rows of these names are, or those `before` one of them, in points."""
        count = rows if before is None else before
        lines = sum(
            max((len(named.name) for named in names[row::rows]), default=0) for row in range(count)
        )
        fives = count // 5 if before is not None else (count - 1) // 5
        return lines * self.style.leading + max(0, fives) * _FIVE


def _rows(names: Sequence[_Named]) -> int:
    return -(-len(names) // _ACROSS)
