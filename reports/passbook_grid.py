"""The empty grid of a passbook page: a row for each line, with room for two signatures."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from ledger.rules.booklets import A5_BOOKLET, BookletSize
from ledger.rules.rulebook import Group
from reports.page import Page, Paper, whole_line
from reports.stamp import stamp_text
from reports.style import A5, CODE, FINE, FIRM, HAIR, MM, strong, thin
from reports.text.fitting import Line, name_line
from reports.text.ink import Style
from translations.words import Words

ROWS = A5_BOOKLET.rows
"""Rows of the grid on one page of A5, balances brought and carried forward included."""

HEAD_LEFT = 9 * MM
HEAD_RIGHT = A5[0] - 9 * MM
_PADDING = 1.1 * MM
_TOP_SPACE = 22 * MM
_HEAD_HEIGHT = 13 * MM
_ROW_HEIGHT = 9 * MM
FIRST_TEXT = 10.0
"""From the top of a row down to the baseline of its first line of text, in points."""
SECOND_TEXT = 22.0

# Widths of the columns in mm: the text, paid in and out, the balances (savings, voluntary savings
# where a member has them, what is still owed), and the signatures: of both, on a narrow page of
# the treasurer alone.
_WIDE = (33, 17.5, 17.5, 19, 19, 12, 12)
_WIDE_TWO = (29, 15.5, 15.5, 16.5, 16.5, 16, 10.5, 10.5)
_NARROW = (26, 13.5, 13.5, 15.5, 15.5, 9)
_NARROW_TWO = (22, 12.2, 12.2, 12.8, 12.8, 13, 8)


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
        self.balances = tuple(edge - _PADDING for edge in self.edges[4 : 7 if self.two else 6])
        self.text_left = self.edges[0] + _PADDING
        self.text_width = self.widths[0] - 2 * _PADDING
        self.number_right = self.edges[1] - _PADDING
        self.paid_in = self.edges[2] - _PADDING
        self.paid_out = self.edges[3] - _PADDING
        self.figure_drop = 5.5 * MM
        self.paid_room = self.widths[1] - 1.6 * _PADDING
        self.balance_room = self.widths[3] - 1.6 * _PADDING
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
    return Grid(size, _NARROW_TWO if two else _NARROW, margin=6)


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
    for place, text in enumerate(_heads(words, grid)):
        _head(paper, page, grid, text, place, top=grid.top, height=_HEAD_HEIGHT)
    if grid.both_sign:
        _draw_signatures(paper, page, grid)


def _heads(words: Words, grid: Grid) -> tuple[str, ...]:
    return (
        words.say("Date and particulars"),
        words.say("Paid in"),
        words.say("Paid out"),
        words.say("Savings balance"),
        *((words.say("Voluntary savings"),) if grid.two else ()),
        words.say("Still owed"),
        *(() if grid.both_sign else (words.say("Treasurer"),)),
    )


def _draw_signatures(paper: Paper, page: Page, grid: Grid) -> None:
    words, edges = paper.words, grid.edges
    middle = (edges[-3] + edges[-1]) / 2
    room = 2 * grid.widths[-2] - 2 * _PADDING
    page.rule(edges[-3], grid.top - _HEAD_HEIGHT / 2, edges[-1], grid.top - _HEAD_HEIGHT / 2, HAIR)
    both = whole_line(words.say("Signatures"), strong(7.5), room)
    page.centred(middle, grid.top - 4.3 * MM, both)
    half, place = _HEAD_HEIGHT / 2, len(grid.widths) - 2
    _head(paper, page, grid, words.say("Member"), place, top=grid.top - half, height=half)
    _head(paper, page, grid, words.say("Treasurer"), place + 1, top=grid.top - half, height=half)


def draw_title(
    paper: Paper, page: Page, group: Group, grid: Grid, *, with_stamp: bool = True
) -> None:
    """The first line of every page: the group, and in what the amounts are; the stamp below."""
    unit = _unit_line(paper, group)
    room = grid.right - grid.left - unit.width - 12
    # On the smallest sheets a long name is small rather than cut.
    name = name_line(group.name, thin(8.5), room, smallest=0.45)
    page.line(grid.left, grid.top + 9.4 * MM, name)
    page.right(grid.right, grid.top + 9.4 * MM, unit)
    stamp = stamp_text(paper.words)
    if stamp and with_stamp:
        page.line(grid.left, 7 * MM, whole_line(stamp, thin(CODE), grid.right - grid.left))


def draw_name(page: Page, grid: Grid, name: str, place: str) -> None:
    """Whose page it is, and at its right which one."""
    count = whole_line(place, thin(8), 60 * MM)
    page.right(grid.right, grid.name_y, count)
    room = grid.right - grid.left - count.width - 12
    page.line(grid.left, grid.name_y, whole_line(name, strong(9.5), room))


def _unit_line(paper: Paper, group: Group) -> Line:
    words = paper.words
    if group.practice:
        text = words.say("PRACTICE – not a real book")
        return whole_line(text, strong(8.5), 45 * MM)
    return whole_line(words.say("Amounts in {unit}", unit=words.unit), thin(8), 45 * MM)


def _head(
    paper: Paper, page: Page, grid: Grid, text: str, place: int, *, top: float, height: float
) -> None:
    """The head of one column, in the middle of its cell, on as many lines as it needs."""
    room = grid.widths[place] - _PADDING
    style = _head_style(paper, text, room)
    lines = paper.lines(text, style, room)
    leading = style.leading
    first = top - height / 2 + leading * (len(lines) - 1) / 2 - style.size * 0.33
    for number, line in enumerate(lines):
        page.centred(grid.edges[place] + grid.widths[place] / 2, first - number * leading, line)


def _head_style(paper: Paper, text: str, room: float) -> Style:
    """A size at which no word of the head is wider than its cell."""
    style = strong(7.5)
    widest = max(style.width(piece.rstrip(" ")) for piece in paper.words.pieces(text))
    return style if widest <= room else style.at(int(75 * room / widest) / 10)
