"""The empty grid of a passbook page: a row for each line, with room for two signatures."""

from collections.abc import Sequence
from itertools import accumulate

from ledger.rules.rulebook import Group
from reports.page import Page, Paper, whole_line
from reports.stamp import stamp_text
from reports.style import A5, CODE, FINE, FIRM, HAIR, MM, strong, thin
from reports.text.fitting import Line
from reports.text.ink import Style
from translations.words import Words

ROWS = 18
"""Rows of the grid on one page, balances brought and carried forward included."""

HEAD_LEFT = 9 * MM
HEAD_RIGHT = A5[0] - 9 * MM
_PADDING = 1.1 * MM
_TOP = A5[1] - 22 * MM
_HEAD_HEIGHT = 13 * MM
_ROW_HEIGHT = 9 * MM
FIRST_TEXT = 10.0
"""From the top of a row down to the baseline of its first line of text, in points."""
SECOND_TEXT = 22.0


class Grid:
    """Where things stand in a row: right edges of the amounts and the room they have, in points.

    `widths` are those of the columns in mm: the text, paid in and out, the balances (savings,
    voluntary savings where a member has them, what is still owed), and two signatures.
    """

    def __init__(self, widths: Sequence[float]) -> None:
        self.widths = tuple(mm * MM for mm in widths)
        self.edges = tuple(accumulate(self.widths, initial=HEAD_LEFT))
        self.balances = tuple(edge - _PADDING for edge in self.edges[4:-2])
        self.text_left = self.edges[0] + _PADDING
        self.text_width = self.widths[0] - 2 * _PADDING
        self.number_right = self.edges[1] - _PADDING
        self.paid_in = self.edges[2] - _PADDING
        self.paid_out = self.edges[3] - _PADDING
        self.figure_drop = 5.5 * MM
        self.paid_room = self.widths[1] - 1.6 * _PADDING
        self.balance_room = self.widths[3] - 1.6 * _PADDING


GRID = Grid((33, 17.5, 17.5, 19, 19, 12, 12))
TWO_KINDS = Grid((29, 15.5, 15.5, 16.5, 16.5, 16, 10.5, 10.5))
"""With a column more for voluntary savings."""


def grid_for(*, two: bool) -> Grid:
    """The grid of a passbook, with one or two kinds of savings."""
    return TWO_KINDS if two else GRID


def row_top(place: int) -> float:
    """The upper edge of a row, counted from 0, in points."""
    return _TOP - _HEAD_HEIGHT - place * _ROW_HEIGHT


def name_lines_y() -> float:
    """The baseline of the member's name above the grid."""
    return _TOP + 2.6 * MM


def draw_grid(paper: Paper, page: Page, group: Group, grid: Grid = GRID) -> None:
    """Draw the grid with its heads, and the group's name above it."""
    words = paper.words
    draw_title(paper, page, group)
    bottom = row_top(ROWS)
    edges = grid.edges
    left, right = edges[0], edges[-1]
    for place in range(1, ROWS):
        page.rule(left, row_top(place), right, row_top(place), HAIR)
    for edge in edges[1:-1]:
        top = _TOP if edge != edges[-2] else _TOP - _HEAD_HEIGHT / 2
        page.rule(edge, top, edge, bottom, HAIR)
    page.rule(edges[-3], _TOP - _HEAD_HEIGHT / 2, right, _TOP - _HEAD_HEIGHT / 2, HAIR)
    page.rule(left, row_top(0), right, row_top(0), FINE)
    page.box(left, bottom, right - left, _TOP - bottom, FIRM)
    for place, text in enumerate(_heads(words, two=len(grid.balances) > 2)):
        _head(paper, page, grid, text, place, top=_TOP, height=_HEAD_HEIGHT)
    _draw_signatures(paper, page, grid)


def _heads(words: Words, *, two: bool) -> tuple[str, ...]:
    return (
        words.say("Date and particulars"),
        words.say("Paid in"),
        words.say("Paid out"),
        words.say("Savings balance"),
        *((words.say("Voluntary savings"),) if two else ()),
        words.say("Still owed"),
    )


def _draw_signatures(paper: Paper, page: Page, grid: Grid) -> None:
    words, edges = paper.words, grid.edges
    middle = (edges[-3] + edges[-1]) / 2
    room = 2 * grid.widths[-2] - 2 * _PADDING
    both = whole_line(words.say("Signatures"), strong(7.5), room)
    page.centred(middle, _TOP - 4.3 * MM, both)
    half, place = _HEAD_HEIGHT / 2, len(grid.widths) - 2
    _head(paper, page, grid, words.say("Member"), place, top=_TOP - half, height=half)
    _head(paper, page, grid, words.say("Treasurer"), place + 1, top=_TOP - half, height=half)


def draw_title(paper: Paper, page: Page, group: Group) -> None:
    """The first line of every page: the group, and in what the amounts are; the stamp below."""
    unit = _unit_line(paper, group)
    room = HEAD_RIGHT - HEAD_LEFT - unit.width - 12
    page.line(HEAD_LEFT, _TOP + 9.4 * MM, whole_line(group.name, thin(8.5), room))
    page.right(HEAD_RIGHT, _TOP + 9.4 * MM, unit)
    stamp = stamp_text(paper.words)
    if stamp:
        page.line(HEAD_LEFT, 7 * MM, whole_line(stamp, thin(CODE), HEAD_RIGHT - HEAD_LEFT))


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


def head_line(text: str, style: Style) -> Line:
    """A short text of the head of a page."""
    return whole_line(text, style, 60 * MM)
