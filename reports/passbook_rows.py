"""The rows of a passbook: the lines and balances that stand in its grid.

A text that is longer than its place goes on in the next row of the grid, as one would write it by
hand. Rows are written as ready commands, because nearly all of them is figures, and the passbooks
of a large group are two hundred thousand rows.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ledger.rules.booklets import MOST_ROWS
from ledger.statements.passbook import PassbookLine
from reports.page import Page, Paper, strong, thin, whole_line
from reports.passbook_grid import FIRST_TEXT, SECOND_TEXT, Grid
from reports.text.fitting import ELLIPSIS, Line, lines
from translations.naming import word
from translations.words import Words

_MOST_TEXTS = 2 * MOST_ROWS - 1
_SMALLER = 0.86
"""How small a text may be for one row to hold it: 6 points on the narrow pages."""
_LEAST = 6.5
"""No figure is smaller, in points: one that is still too wide for its place becomes narrower."""

_APART = 3.0
"""At least so far from a line's day to its number, in points."""


class Fit(NamedTuple):
    """The size of figures in points, and how wide they are in percent of their usual shape."""

    size: float
    wide: int = 100

    def shown(self, font: str) -> str:
        """The commands with which figures of this size begin."""
        return f"/{font} {self.size:g} Tf" + (f" {self.wide} Tz" if self.wide < 100 else "")

    @property
    def ended(self) -> str:
        """The commands after which other text has its usual shape again."""
        return " 100 Tz" if self.wide < 100 else ""


def fit_of(width: float, size: float, room: float) -> Fit:
    """How figures that are `width` points wide at this size come into a place, as large as can be.

    In tenths of a point, so that pages one behind the other seldom differ.
    """
    least = min(size, _LEAST)
    found = max(least, int(size * min(1.0, room / width) * 10) / 10)
    return Fit(found, min(100, int(100 * room * size / (width * found))))


def what_text(line: PassbookLine, words: Words) -> str:
    """What a line was, for which month, what it takes back, and what was written beside it."""
    text = word(words, "kind", line.kind)
    if line.month is not None:
        text = words.say("{what} for {month}", what=text, month=words.short_month(line.month))
    if line.reverses is not None:
        text = words.say("{what}: no.\u00a0{number} taken back", what=text, number=line.reverses)
    return f"{text} – {line.note}" if line.note.strip() else text


def text_lines(line: PassbookLine, words: Words, grid: Grid, *, whole: bool = False) -> list[Line]:
    """What a line was, broken to its place; shortened to `MOST_ROWS` rows unless it is `whole`.

    It is a little smaller where it then needs no second row: that would look like another line.
    """
    text, style = what_text(line, words), thin(grid.text_size)
    broken = lines(text, style, grid.text_width, words.pieces)
    if len(broken) > 1:
        # As large as it can be: beside its neighbours nobody sees that it is smaller.
        fitting = int(10 * style.size * grid.text_width / style.width(text)) / 10
        size = max(fitting, style.size * _SMALLER)
        smaller = lines(text, style.at(size), grid.text_width, words.pieces)
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
        self.carried = whole_line(words.say("Carried forward"), head, grid.text_width)
        self.brought = whole_line(words.say("Brought forward"), head, grid.text_width)
        self.no = whole_line(words.say("no."), thin(grid.figure_size), grid.text_width)
        self.usual = Fit(grid.figure_size)
        self._nos: dict[float, str] = {}
        self._amounts: dict[int, tuple[str, float]] = {}
        self._days: dict[date, tuple[str, float]] = {}
        self._whats: dict[tuple[object, ...], tuple[str, ...]] = {}

    def what(self, line: PassbookLine) -> tuple[str, ...]:
        """What a line was, as ready commands; the same few texts come back all the time."""
        key = (line.kind, line.month, line.reverses, line.note)
        kept = self._whats.get(key)
        if kept is None:
            broken = text_lines(line, self.words, self.grid, whole=self.whole)
            kept = self._whats[key] = tuple(self.ink.commands(b.style, b.pieces) for b in broken)
        return kept

    def fit_of(
        self, lines: Iterable[PassbookLine], balances: Iterable[int], *, paid: Iterable[int] = ()
    ) -> Fit:
        """The one size of all amounts of a page: the largest at which each fits into its column.

        `balances` and `paid` are amounts that stand in no line: what is carried forward, or is
        still to come.
        """
        grid, all_kip = self.grid, [0, *paid, *balances]
        for line in lines:
            all_kip += (line.paid_in, line.paid_out, *balances_of(line, grid))
        widest = max(self._written(kip)[1] for kip in all_kip)
        return fit_of(widest, grid.figure_size, grid.room)

    def forward(
        self, page: Page, place: int, label: Line, balances: Sequence[int], fit: Fit
    ) -> None:
        """A row of balances brought or carried forward, its amounts of the page's one size."""
        grid = self.grid
        page.line(grid.text_left, grid.row_top(place) - grid.figure_drop, label)
        middle = f"{grid.row_top(place) - grid.figure_drop:.2f}"
        parts = [fit.shown(self.figures.name)]
        for right, kip in zip(grid.balances, balances, strict=True):
            parts.append(self._amount(right, middle, kip, fit))
        page.ready(" ".join(parts) + fit.ended)

    def begin(
        self, page: Page, place: int, line: PassbookLine, texts: Sequence[str], fit: Fit
    ) -> None:
        """The first row of a line: day, number, amounts of this size, and the first of its text."""
        grid, top = self.grid, self.grid.row_top(place)
        middle = f"{top - grid.figure_drop:.2f}"
        parts = [self._day_and_number(line, f"{top - FIRST_TEXT:.2f}")]
        parts.append(fit.shown(self.figures.name))
        if line.paid_in:
            parts.append(self._amount(grid.paid_in, middle, line.paid_in, fit))
        if line.paid_out:
            parts.append(self._amount(grid.paid_out, middle, line.paid_out, fit))
        for right, kip in zip(grid.balances, balances_of(line, grid), strict=True):
            parts.append(self._amount(right, middle, kip, fit))
        parts[-1] += fit.ended
        second = f"{top - SECOND_TEXT:.2f}"
        parts += [f"1 0 0 1 {grid.text_left:.2f} {second} Tm {text}" for text in texts]
        page.ready(" ".join(parts))

    def _day_and_number(self, line: PassbookLine, baseline: str) -> str:
        """The day at the left, the number with its word at the right, as large as both fit."""
        grid, name = self.grid, self.figures.name
        day, of_day = self._day(line.day)
        number, of_number = self._figures_of(f" {line.number}")
        widest = of_day + _APART + self.no.width + of_number
        fit = self.usual
        if widest > grid.text_width:
            fit = fit_of(widest, grid.figure_size, grid.text_width)
        left = grid.number_right - self._width(of_number, fit)
        word = left - self._width(self.no.width, fit)
        return (
            f"{fit.shown(name)} 1 0 0 1 {grid.text_left:.2f} {baseline} Tm <{day}> Tj"
            f" 1 0 0 1 {word:.2f} {baseline} Tm {self._no(fit.size)}"
            f" /{name} {fit.size:g} Tf 1 0 0 1 {left:.2f} {baseline} Tm <{number}> Tj{fit.ended}"
        )

    def _no(self, size: float) -> str:
        """The commands for the word before a number; there are only so many sizes."""
        known = self._nos.get(size)
        if known is None:
            known = self._nos[size] = self.ink.commands(self.no.style.at(size), self.no.pieces)
        return known

    def go_on(self, page: Page, place: int, texts: Sequence[str]) -> None:
        """A further row of a line whose text is long."""
        top = self.grid.row_top(place)
        for drop, text in zip((FIRST_TEXT, SECOND_TEXT), texts, strict=False):
            page.ready(f"1 0 0 1 {self.grid.text_left:.2f} {top - drop:.2f} Tm {text}")

    def _figures_of(self, text: str) -> tuple[str, float]:
        return text.translate(self.figures.codes), self.figures.width(text)

    def _day(self, day: date) -> tuple[str, float]:
        """The codes of a day and its width; a whole group's passbooks have only so many days."""
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._figures_of(self.words.day(day))
        return known

    def _written(self, kip: int) -> tuple[str, float]:
        """The codes of an amount, and how wide it is in the usual size."""
        known = self._amounts.get(kip)
        if known is None:
            known = self._amounts[kip] = self._figures_of(self.words.kip(kip))
        return known

    def _amount(self, right: float, baseline: str, kip: int, fit: Fit) -> str:
        """The commands for an amount of this size that ends at `right`."""
        codes, width = self._written(kip)
        left = right - self._width(width, fit)
        return f"1 0 0 1 {left:.2f} {baseline} Tm <{codes}> Tj"

    def _width(self, usual: float, fit: Fit) -> float:
        """How wide figures are that in their usual size and shape are `usual` points wide."""
        return usual * fit.size / self.grid.figure_size * fit.wide / 100
