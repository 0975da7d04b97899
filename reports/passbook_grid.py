"""The empty grid of a passbook page: a row for each line, with room for two signatures."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from ledger.rules.booklets import A5_BOOKLET, BookletSize
from ledger.rules.rulebook import Group
from reports.page import Page, Paper, whole_line
from reports.stamp import stamp_text
from reports.style import A5, CODE, FINE, FIRM, HAIR, MM, strong, thin
from reports.text.fitting import name_lines
from reports.text.ink import Style
from translations.words import Words

ROWS = A5_BOOKLET.rows
"""Rows of the grid on one page of A5, balances brought and carried forward included."""

HEAD_LEFT = 9 * MM
HEAD_RIGHT = A5[0] - 9 * MM
_HEAD_PADDING = 1 * MM
_TOP_SPACE = 22 * MM
_HEAD_HEIGHT = 13 * MM
_ROW_HEIGHT = 9 * MM
FIRST_TEXT = 9.6
"""From the top of a row down to the baseline of its first line of text, in points."""
SECOND_TEXT = 21.2

# Widths of the columns in mm: the text, paid in and out, the balances (savings, voluntary savings
# where a member has them, what is still owed), and the signatures: of both, on a narrow page of
# the treasurer alone. A thumb needs the width of its column.
_WIDE = (29.5, 17, 17, 17.5, 17, 16, 16)
_WIDE_TWO = (26, 15.4, 15.4, 15.4, 15.4, 15.4, 13, 14)
_NARROW = (23.96, 14.24, 14.24, 14.24, 14.24, 13.08)
_NARROW_TWO = (20.8, 12, 12, 12, 12, 12, 13.2)


class Grid:
    """Where things stand on a page and in its rows, in points, for one size of page."""

    def __init__(self, size: BookletSize, widths: Sequence[float], *, margin: float) -> None:
        self.width, self.height = size.width * MM, size.height * MM
        self.rows = size.rows
        self.left, self.right = margin * MM, self.width - margin * MM
        self.top = self.height - _TOP_SPACE
        stretch = (size.width - 2 * margin) / sum(widths)
        self.widths = tuple(mm * MM * stretch for mm in widths)
        self.edges = tuple(accumulate(self.widths, initial=self.left))
        self.both_sign = widths in (_WIDE, _WIDE_TWO)
        self.two = widths in (_WIDE_TWO, _NARROW_TWO)
        padding = (1 if self.both_sign else 0.8) * MM
        self.balance_places = range(3, 6 if self.two else 5)
        self.balances = tuple(self.edges[place + 1] - padding for place in self.balance_places)
        self.text_left = self.edges[0] + padding
        self.text_width = self.widths[0] - 2 * padding
        self.number_right = self.edges[1] - padding
        self.paid_in = self.edges[2] - padding
        self.paid_out = self.edges[3] - padding
        self.figure_drop = 5.5 * MM
        self.room = min(self.widths[1 : 6 if self.two else 5]) - 2 * padding
        self.figure_size, self.text_size = (8.0, 7.5) if self.both_sign else (7.0, 7.0)

    def row_top(self, place: int) -> float:
        """The upper edge of a row, counted from 0."""
        return self.top - _HEAD_HEIGHT - place * _ROW_HEIGHT

    @property
    def name_y(self) -> float:
        """The baseline of the member's name above the grid."""
        return self.top + 2.6 * MM


@cache
def grid_of(size: BookletSize, *, two: bool) -> Grid:
    """The grid of a booklet's pages, with one or two kinds of savings."""
    if size.width >= 125:
        return Grid(size, _WIDE_TWO if two else _WIDE, margin=9)
    return Grid(size, _NARROW_TWO if two else _NARROW, margin=5.5)


def draw_grid(
    paper: Paper, page: Page, group: Group, grid: Grid, *, with_stamp: bool = True
) -> None:
    """Draw the grid with its heads, and the group's name above it.

    A page that is filled later has no stamp: it would speak of the book as it is now.
    """
    words, edges = paper.words, grid.edges
    draw_title(paper, page, group, grid, with_stamp=with_stamp)
    bottom = grid.row_top(grid.rows)
    left, right = edges[0], edges[-1]
    for place in range(1, grid.rows):
        page.rule(left, grid.row_top(place), right, grid.row_top(place), HAIR)
    for edge in edges[1:-1]:
        between = grid.both_sign and edge == edges[-2]
        top = grid.top - _HEAD_HEIGHT / 2 if between else grid.top
        page.rule(edge, top, edge, bottom, HAIR)
    page.rule(left, grid.row_top(0), right, grid.row_top(0), FINE)
    page.box(left, bottom, right - left, grid.top - bottom, FIRM)
    heads = _heads(words, grid)
    signers = (words.say("Member"), words.say("Treasurer")) if grid.both_sign else ()
    style = _head_style(paper, grid, (*heads, *signers))
    of_balances = _balance_lines(paper, grid, heads, style)
    for place, text in enumerate(heads):
        least = of_balances if place in grid.balance_places else 1
        _head(paper, page, grid, text, place, style=style, height=_HEAD_HEIGHT, least=least)
    if signers:
        _draw_signatures(paper, page, grid, style, signers)


def _heads(words: Words, grid: Grid) -> tuple[str, ...]:
    return (
        words.say("Date and particulars"),
        words.say("Paid in"),
        words.say("Paid out"),
        words.say("Savings balance"),
        *((words.say("Voluntary savings"),) if grid.two else ()),
        words.say("Still owed"),
        *(() if grid.both_sign else (words.say("Treasurer signs"),)),
    )


def _balance_lines(paper: Paper, grid: Grid, heads: Sequence[str], style: Style) -> int:
    """On how many lines the heads of the balances stand: all on as many as the longest needs."""
    rooms = {place: grid.widths[place] - 2 * _HEAD_PADDING for place in grid.balance_places}
    return max(len(paper.lines(heads[place], style, room)) for place, room in rooms.items())


def _draw_signatures(
    paper: Paper, page: Page, grid: Grid, style: Style, signers: Sequence[str]
) -> None:
    words, edges = paper.words, grid.edges
    middle = (edges[-3] + edges[-1]) / 2
    room = 2 * grid.widths[-2] - 2 * _HEAD_PADDING
    page.rule(edges[-3], grid.top - _HEAD_HEIGHT / 2, edges[-1], grid.top - _HEAD_HEIGHT / 2, HAIR)
    both = whole_line(words.say("Signatures"), style, room)
    page.centred(middle, grid.top - 4.3 * MM, both)
    half = _HEAD_HEIGHT / 2
    for place, text in enumerate(signers, start=len(grid.widths) - 2):
        _head(paper, page, grid, text, place, style=style, height=half, down=half)


def draw_title(
    paper: Paper,
    page: Page,
    group: Group,
    grid: Grid,
    *,
    with_unit: bool = True,
    with_stamp: bool = True,
) -> None:
    """The first line of every page: the group, and in what the amounts are; the stamp below.

    The pages of a practice group say at their top what they are.
    """
    words, y = paper.words, grid.top + 9.4 * MM
    size, marks = (8 if grid.both_sign else 7), []
    # On pages with and without a unit the mark stands in the same line.
    if group.practice:
        marks.append(whole_line(words.say("PRACTICE – not a real book"), strong(size), 45 * MM))
    if with_unit:
        unit = words.say("Amounts in {unit}", unit=words.unit)
        marks.append(whole_line(unit, thin(size), 45 * MM))
    for place, mark in enumerate(marks):
        page.right(grid.right, y + place * 4.2 * MM, mark)
    room = grid.right - grid.left - max((mark.width for mark in marks), default=0) - 12
    name = name_lines(group.name, thin(8.5), room)
    y = grid.top + (9.4 if len(name) == 1 else 8) * MM
    for line in reversed(name):
        page.line(grid.left, y, line)
        y += line.style.leading
    stamp = stamp_text(words)
    if stamp and with_stamp:
        page.line(grid.left, 7 * MM, whole_line(stamp, thin(CODE), grid.right - grid.left))


def draw_name(page: Page, grid: Grid, name: str, place: str) -> None:
    """Whose page it is, and at its right which one."""
    count = whole_line(place, thin(8), 60 * MM)
    page.right(grid.right, grid.name_y, count)
    room = grid.right - grid.left - count.width - 12
    page.line(grid.left, grid.name_y, whole_line(name, strong(9.5), room))


def _head(
    paper: Paper,
    page: Page,
    grid: Grid,
    text: str,
    place: int,
    *,
    style: Style,
    height: float,
    down: float = 0,
    least: int = 1,
) -> None:
    """The head of one column, in the middle of its cell, on as many lines as it needs.

    The cell is `down` from the top; on `least` lines the head stands where it can be parted so.
    """
    room = grid.widths[place] - 2 * _HEAD_PADDING
    parted = (paper.lines(text, style, room * tenths / 10) for tenths in range(10, 4, -1))
    whole = paper.lines(text, style, room)
    lines = next((found for found in parted if len(found) == least), whole)
    leading = style.leading
    first = grid.top - down - height / 2 + leading * (len(lines) - 1) / 2 - style.size * 0.33
    for number, line in enumerate(lines):
        page.centred(grid.edges[place] + grid.widths[place] / 2, first - number * leading, line)


def _head_style(paper: Paper, grid: Grid, heads: Sequence[str]) -> Style:
    """The one size of all heads, at which no word of any is wider than its cell."""
    style, pieces = strong(7.5), paper.words.pieces
    least = 1.0
    for text, width in zip(heads, grid.widths, strict=True):
        widest = max(style.width(piece.rstrip(" ")) for piece in pieces(text))
        least = min(least, (width - 2 * _HEAD_PADDING) / widest)
    return style.at(int(75 * least) / 10)
