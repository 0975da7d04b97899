"""Plain bar charts: two bars for each year, dark and framed, with their figures beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from reports.flow import Flow
from reports.page import whole_line
from reports.style import FINE, MM, SMALL, SUBHEADING, strong, thin

_BAR = 4.4 * MM
_GAP = 2.2 * MM
_NAME = 20 * MM
_FIGURE = 42 * MM


class Bars(NamedTuple):
    """Two amounts that stand beside each other, and the same two written out."""

    name: str
    first: int
    second: int
    first_text: str
    second_text: str


def draw_bars(
    flow: Flow, title: str, kinds: tuple[str, str], rows: Sequence[Bars], note: str = ""
) -> None:
    """A chart, never parted over two pages; what is below zero has a figure and no bar.

    The note under it says what a mark beside one of its names means.
    """
    style = strong(SUBHEADING)
    flow.gap(4 * MM)
    noted = thin(SMALL).leading if note else 0
    flow.need(style.leading + 8 * MM + len(rows) * (2 * _BAR + _GAP) + noted)
    flow.line(whole_line(title, style, flow.width))
    _legend(flow, kinds)
    most = max((1, *(row.first for row in rows), *(row.second for row in rows)))
    left = flow.left + _NAME
    room = flow.width - _NAME - _FIGURE
    top = flow.y
    for row in rows:
        y = flow.y - _BAR - SMALL * 0.35
        flow.page.line(flow.left, y, whole_line(row.name, strong(SMALL), _NAME - 2 * MM))
        for place, (kip, text) in enumerate(
            ((row.first, row.first_text), (row.second, row.second_text))
        ):
            width = room * max(0, kip) / most
            bottom = flow.y - (place + 1) * _BAR
            if width:
                _bar(flow, left, bottom, width, filled=not place)
            line = whole_line(text, thin(SMALL), _FIGURE - 3 * MM)
            flow.page.line(left + width + 2 * MM, bottom + _BAR / 2 - SMALL * 0.35, line)
        flow.y -= 2 * _BAR + _GAP
    flow.page.rule(left, top, left, flow.y + _GAP, FINE)
    if note:
        flow.line(whole_line(note, thin(SMALL), flow.width))


def _legend(flow: Flow, kinds: tuple[str, str]) -> None:
    style = thin(SMALL)
    left = flow.left
    for place, kind in enumerate(kinds):
        bottom = flow.y - style.leading / 2 - 1.4 * MM
        _bar(flow, left, bottom, 6 * MM, filled=not place, height=2.8 * MM)
        line = whole_line(kind, style, flow.width / 2 - 12 * MM)
        flow.page.line(left + 8 * MM, flow.baseline(style), line)
        left += line.width + 18 * MM
    flow.y -= style.leading + 1.5 * MM


def _bar(
    flow: Flow, left: float, bottom: float, width: float, *, filled: bool, height: float = _BAR
) -> None:
    """A bar: full black-grey, or a frame only; both come out of a worn printer."""
    inset = 0.5 * MM
    if filled:
        flow.page.area(left, bottom + inset, width, height - 2 * inset)
    flow.page.box(left, bottom + inset, width, height - 2 * inset, FINE)
