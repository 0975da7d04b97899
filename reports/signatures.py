"""Places to sign: a line for each officer, with the role and the name below it."""

from collections.abc import Sequence

from ledger.rules.people import Officer
from reports.flow import Flow
from reports.page import whole_line
from reports.style import BODY, HAIR, MM, TABLE, strong, thin
from reports.text.fitting import name_lines
from translations.naming import word

_ACROSS = 3
_HEIGHT = 30 * MM


def draw_signatures(flow: Flow, officers: Sequence[Officer], sentence: str) -> None:
    """What is signed for, and a place for each officer, three in a row, never parted from it."""
    words = flow.paper.words
    rows = [officers[start : start + _ACROSS] for start in range(0, len(officers), _ACROSS)]
    flow.gap(6 * MM)
    # Who signs stands together, where the page can hold them all.
    flow.need(12 * MM + _HEIGHT * min(len(rows), 5))
    flow.text(sentence, thin(BODY))
    width = flow.width / _ACROSS
    room = width - 8 * MM
    for row in rows:
        flow.need(_HEIGHT)
        y = flow.y - 14 * MM
        for place, officer in enumerate(row):
            left = flow.left + place * width
            flow.page.rule(left, y, left + room, y, HAIR)
            role = whole_line(word(words, "role", officer.role), strong(9), room)
            flow.page.line(left, y - 4.6 * MM, role)
            below = y - 9.6 * MM
            for line in name_lines(officer.name, thin(TABLE), room, most=3, smallest=0.7):
                flow.page.line(left, below, line)
                below -= line.style.size * 1.4
        flow.y -= _HEIGHT
