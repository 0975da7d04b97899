"""The rows of a passbook: the lines and balances that stand in its grid.

A text that is longer than its place goes on in the next row of the grid, as one would write it by
hand. Rows are written as ready commands, because nearly all of them is figures, and the passbooks
of a large group are two hundred thousand rows.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ledger.rules.booklets import MOST_ROWS
from ledger.statements.passbook import PassbookLine
from reports.page import Page, Paper, strong, thin
from reports.passbook_grid import FIRST_TEXT, SECOND_TEXT, Grid
from reports.text.fitting import ELLIPSIS, Line, lines
from translations.naming import word
from translations.words import Words

_MOST_TEXTS = 2 * MOST_ROWS - 1
_SMALLER = 0.86
"""How small a text may be for one row to hold it: 6 points on the narrow pages."""


def what_text(line: PassbookLine, words: Words) -> str:
    """What a line was, for which month, what it takes back, and what was written beside it."""
    text = word(words, "kind", line.kind)
    if line.month is not None:
        text = words.say("{what} for {month}", what=text, month=words.short_month(line.month))
    if line.reverses is not None:
        text = words.say("{what}: №\u00a0{number} taken back", what=text, number=line.reverses)
    return f"{text} – {line.note}" if line.note.strip() else text


def text_lines(line: PassbookLine, words: Words, grid: Grid, *, whole: bool = False) -> list[Line]:
    """What a line was, broken to its place; shortened to `MOST_ROWS` rows unless it is `whole`.

    It is a little smaller where it then needs no second row: that would look like another line.
    """
    text, style = what_text(line, words), thin(grid.text_size)
    broken = lines(text, style, grid.text_width, words.pieces)
    if len(broken) > 1:
        smaller = lines(text, style.at(style.size * _SMALLER), grid.text_width, words.pieces)
        if len(smaller) == 1:
            return smaller
    if whole or len(broken) <= _MOST_TEXTS:
        return broken
    kept = "".join(piece.text for piece in broken[: _MOST_TEXTS - 1])
    end = broken[_MOST_TEXTS - 1].text
    while len(lines(kept + end + ELLIPSIS, style, grid.text_width, words.pieces)) > _MOST_TEXTS:
        end = end[:-1]
    return lines(kept + end + ELLIPSIS, style, grid.text_width, words.pieces)


def rows_of_texts(count: int) -> int:
    """How many rows so many lines of text take up: the first stands below the day."""
    return 1 + count // 2


def balances_of(line: PassbookLine, grid: Grid) -> tuple[int, ...]:
    """The balances (kip) that stand in a row after a line, from left to right."""
    if grid.two:
        return line.savings, line.voluntary, line.loans
    return line.savings, line.loans


class RowPen:
    """Writes rows of one grid into the pages of one document."""

    def __init__(self, paper: Paper, grid: Grid, *, whole: bool = False) -> None:
        """`whole` writes texts of any length; a booklet has no row to spare for them."""
        words = paper.words
        self.words, self.grid, self.ink, self.whole = words, grid, paper.ink, whole
        self.figures = paper.ink.figures(thin(grid.figure_size))
        head = strong(grid.figure_size)
        self.carried = paper.lines(words.say("Carried forward"), head, grid.text_width)[0]
        self.brought = paper.lines(words.say("Brought forward"), head, grid.text_width)[0]
        self._amounts: dict[int, tuple[str, float]] = {}
        self._days: dict[date, str] = {}
        self._whats: dict[tuple[object, ...], tuple[str, ...]] = {}

    def what(self, line: PassbookLine) -> tuple[str, ...]:
        """What a line was, as ready commands; the same few texts come back all the time."""
        key = (line.kind, line.month, line.reverses, line.note)
        kept = self._whats.get(key)
        if kept is None:
            broken = text_lines(line, self.words, self.grid, whole=self.whole)
            kept = self._whats[key] = tuple(self.ink.commands(b.style, b.pieces) for b in broken)
        return kept

    def size_of(
        self, lines: Iterable[PassbookLine], balances: Iterable[int], *, paid: Iterable[int] = ()
    ) -> float:
        """The one size of all amounts of a page: the largest at which each fits into its column.

        `balances` and `paid` are amounts that stand in no line: what is carried forward, or is
        still to come.
        """
        grid, moved, left = self.grid, [0, *paid], [0, *balances]
        for line in lines:
            moved += (line.paid_in, line.paid_out)
            left += balances_of(line, grid)
        of_moved = grid.paid_room / max(self._written(kip)[1] for kip in moved)
        of_left = grid.balance_room / max(self._written(kip)[1] for kip in left)
        # In tenths of a point, so that pages one behind the other seldom differ.
        return int(grid.figure_size * min(1.0, of_moved, of_left) * 10) / 10

    def forward(
        self, page: Page, place: int, label: Line, balances: Sequence[int], size: float
    ) -> None:
        """A row of balances brought or carried forward, its amounts of the page's one size."""
        grid = self.grid
        page.line(grid.text_left, grid.row_top(place) - grid.figure_drop, label)
        middle = f"{grid.row_top(place) - grid.figure_drop:.2f}"
        parts = [f"/{self.figures.name} {size:g} Tf"]
        for right, kip in zip(grid.balances, balances, strict=True):
            parts.append(self._amount(right, middle, kip, size))
        page.ready(" ".join(parts))

    def begin(
        self, page: Page, place: int, line: PassbookLine, texts: Sequence[str], size: float
    ) -> None:
        """The first row of a line: day, number, amounts of this size, and the first of its text."""
        grid, top = self.grid, self.grid.row_top(place)
        font = f"/{self.figures.name} {grid.figure_size:g} Tf"
        first, middle = f"{top - FIRST_TEXT:.2f}", f"{top - grid.figure_drop:.2f}"
        number, width = self._figures_of(f"№ {line.number}")
        parts = [
            f"{font} 1 0 0 1 {grid.text_left:.2f} {first} Tm <{self._day(line.day)}> Tj",
            f"1 0 0 1 {grid.number_right - width:.2f} {first} Tm <{number}> Tj",
        ]
        if size != grid.figure_size:
            parts.append(f"/{self.figures.name} {size:g} Tf")
        if line.paid_in:
            parts.append(self._amount(grid.paid_in, middle, line.paid_in, size))
        if line.paid_out:
            parts.append(self._amount(grid.paid_out, middle, line.paid_out, size))
        for right, kip in zip(grid.balances, balances_of(line, grid), strict=True):
            parts.append(self._amount(right, middle, kip, size))
        second = f"{top - SECOND_TEXT:.2f}"
        parts += [f"1 0 0 1 {grid.text_left:.2f} {second} Tm {text}" for text in texts]
        page.ready(" ".join(parts))

    def go_on(self, page: Page, place: int, texts: Sequence[str]) -> None:
        """A further row of a line whose text is long."""
        top = self.grid.row_top(place)
        for drop, text in zip((FIRST_TEXT, SECOND_TEXT), texts, strict=False):
            page.ready(f"1 0 0 1 {self.grid.text_left:.2f} {top - drop:.2f} Tm {text}")

    def _figures_of(self, text: str) -> tuple[str, float]:
        return text.translate(self.figures.codes), self.figures.width(text)

    def _day(self, day: date) -> str:
        """The codes of a day; a whole group's passbooks have only so many days."""
        codes = self._days.get(day)
        if codes is None:
            codes = self._days[day] = self._figures_of(self.words.day(day))[0]
        return codes

    def _written(self, kip: int) -> tuple[str, float]:
        """The codes of an amount, and how wide it is in the usual size."""
        known = self._amounts.get(kip)
        if known is None:
            known = self._amounts[kip] = self._figures_of(self.words.kip(kip))
        return known

    def _amount(self, right: float, baseline: str, kip: int, size: float) -> str:
        """The commands for an amount of this size that ends at `right`."""
        codes, width = self._written(kip)
        left = right - width * size / self.grid.figure_size
        return f"1 0 0 1 {left:.2f} {baseline} Tm <{codes}> Tj"
