"""The empty grid of a passbook page: a row for each line, with room for two signatures."""

from dataclasses import dataclass

from ledger.rules.rulebook import Group
from reports.page import A5, FINE, FIRM, HAIR, MM, Page, Paper, strong, thin, whole_line
from reports.text.fitting import Line
from reports.text.ink import Style

ROWS = 18
"""Rows of the grid on one page, balances brought and carried forward included."""

HEAD_LEFT = 9 * MM
HEAD_RIGHT = A5[0] - 9 * MM
_WIDTHS = tuple(mm * MM for mm in (33, 17.5, 17.5, 19, 19, 12, 12))
_PADDING = 1.1 * MM
_TOP = A5[1] - 22 * MM
_HEAD_HEIGHT = 13 * MM
_ROW_HEIGHT = 9 * MM
FIRST_TEXT = 10.0
"""From the top of a row down to the baseline of its first line of text, in points."""
SECOND_TEXT = 22.0
TEXT_WIDTH = _WIDTHS[0] - 2 * _PADDING


def _edges() -> tuple[float, ...]:
    edges = [HEAD_LEFT]
    for width in _WIDTHS:
        edges.append(edges[-1] + width)
    return tuple(edges)


_EDGES = _edges()


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand in a row: right edges of the amounts and the room they have, in points."""

    text_left: float = _EDGES[0] + _PADDING
    number_right: float = _EDGES[1] - _PADDING
    paid_in: float = _EDGES[2] - _PADDING
    paid_out: float = _EDGES[3] - _PADDING
    savings: float = _EDGES[4] - _PADDING
    loans: float = _EDGES[5] - _PADDING
    figure_drop: float = 5.5 * MM
    paid_room: float = _WIDTHS[1] - 1.6 * _PADDING
    balance_room: float = _WIDTHS[3] - 1.6 * _PADDING


GRID = Grid()


def row_top(place: int) -> float:
    """The upper edge of a row, counted from 0, in points."""
    return _TOP - _HEAD_HEIGHT - place * _ROW_HEIGHT


def name_lines_y() -> float:
    """The baseline of the member's name above the grid."""
    return _TOP + 2.6 * MM


def draw_grid(paper: Paper, page: Page, group: Group) -> None:
    """Draw the grid with its heads, and the group's name above it."""
    words = paper.words
    draw_title(paper, page, group)
    bottom = row_top(ROWS)
    left, right = _EDGES[0], _EDGES[-1]
    for place in range(1, ROWS):
        page.rule(left, row_top(place), right, row_top(place), HAIR)
    for edge in _EDGES[1:-1]:
        top = _TOP if edge != _EDGES[6] else _TOP - _HEAD_HEIGHT / 2
        page.rule(edge, top, edge, bottom, HAIR)
    page.rule(_EDGES[5], _TOP - _HEAD_HEIGHT / 2, right, _TOP - _HEAD_HEIGHT / 2, HAIR)
    page.rule(left, row_top(0), right, row_top(0), FINE)
    page.box(left, bottom, right - left, _TOP - bottom, FIRM)
    heads = (
        words.say("Date and particulars"),
        words.say("Paid in"),
        words.say("Paid out"),
        words.say("Savings balance"),
        words.say("Still owed"),
    )
    for place, text in enumerate(heads):
        _head(paper, page, text, place, top=_TOP, height=_HEAD_HEIGHT)
    middle = (_EDGES[5] + _EDGES[7]) / 2
    both = whole_line(words.say("Signatures"), strong(7.5), 2 * _WIDTHS[5] - 2 * _PADDING)
    page.centred(middle, _TOP - 4.3 * MM, both)
    half = _HEAD_HEIGHT / 2
    _head(paper, page, words.say("Member"), 5, top=_TOP - half, height=half)
    _head(paper, page, words.say("Treasurer"), 6, top=_TOP - half, height=half)


def draw_title(paper: Paper, page: Page, group: Group) -> None:
    """The first line of every page: the group, and in what the amounts are."""
    unit = _unit_line(paper, group)
    room = HEAD_RIGHT - HEAD_LEFT - unit.width - 12
    page.line(HEAD_LEFT, _TOP + 9.4 * MM, whole_line(group.name, thin(8.5), room))
    page.right(HEAD_RIGHT, _TOP + 9.4 * MM, unit)


def _unit_line(paper: Paper, group: Group) -> Line:
    words = paper.words
    if group.practice:
        text = words.say("PRACTICE – not a real book")
        return whole_line(text, strong(8.5), 45 * MM)
    return whole_line(words.say("Amounts in {unit}", unit=words.unit), thin(8), 45 * MM)


def _head(paper: Paper, page: Page, text: str, place: int, *, top: float, height: float) -> None:
    """The head of one column, in the middle of its cell, on as many lines as it needs."""
    room = _WIDTHS[place] - _PADDING
    style = _head_style(paper, text, room)
    lines = paper.lines(text, style, room)
    leading = style.leading
    first = top - height / 2 + leading * (len(lines) - 1) / 2 - style.size * 0.33
    for number, line in enumerate(lines):
        page.centred(_EDGES[place] + _WIDTHS[place] / 2, first - number * leading, line)


def _head_style(paper: Paper, text: str, room: float) -> Style:
    """A size at which no word of the head is wider than its cell."""
    style = strong(7.5)
    widest = max(style.width(piece.rstrip(" ")) for piece in paper.words.pieces(text))
    return style if widest <= room else style.at(int(75 * room / widest) / 10)


def head_line(text: str, style: Style) -> Line:
    """A short text of the head of a page."""
    return whole_line(text, style, 60 * MM)
