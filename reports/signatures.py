"""Places to sign: a line for each officer, with the role and the name below it.

Where nobody knows yet who signs, a dotted line for the name stands below the role.
"""

from collections.abc import Sequence
from typing import TypeAlias

from ledger.rules.people import Officer
from reports.flow import Flow
from reports.page import whole_line
from reports.style import BODY, HAIR, MM, TABLE, strong, thin
from reports.text.fitting import Line, name_lines
from translations.naming import word
from translations.words import Words

_ACROSS = 3
_ACROSS_WIDE = 4
_WIDE = 200 * MM
_HEIGHT = 30 * MM
_BETWEEN = 8 * MM
_ABOVE = 6 * MM
CLOSE = 1 * MM
"""Room above places to sign that stand under lines with room of their own, in points."""
_SENTENCE = 12 * MM
_BY_HAND = 24 * MM
"""The height of a row with a name to be written by hand."""

_ROLE, _NAME = 4.6 * MM, 9.6 * MM
"""How far below the line to sign on the role stands, and the name."""
_DOTS = 10.4 * MM
"""The same of the dots on which a name is written by hand: they need its height above them."""
_TO_SIGN, _TO_SIGN_BY_HAND = 14 * MM, 12.5 * MM
"""Room to sign above a line; the names on dots take a little of it."""

Place: TypeAlias = tuple[str, str | None]
"""Who signs, and her name: an empty one is written by hand, and where it is None there is none."""


def draw_signatures(flow: Flow, officers: Sequence[Officer], sentence: str) -> None:
    """What is signed for, and a place for each officer, never parted from it."""
    words = flow.paper.words
    draw_places(flow, [(word(words, "role", one.role), one.name) for one in officers], sentence)


def draw_places(
    flow: Flow,
    places: Sequence[Place],
    sentence: str = "",
    *,
    height: float = _HEIGHT,
    above: float = _ABOVE,
) -> None:
    """A place to sign for each (who, name), in rows; the sentence above is never alone.

    A row is `height` points high, and so much as `above` is left free before the first. It has
    three places, on a wide sheet four; where they do not come out even no row has one only: four
    are two and two.
    """
    rows = _rows(flow, places)
    flow.gap(above)
    # Who signs stands together, where the page can hold them all.
    flow.need((_SENTENCE if sentence else 0) + height * min(len(rows), 5))
    if sentence:
        flow.text(sentence, thin(BODY))
    room = _room(flow, rows)
    to_sign = _TO_SIGN_BY_HAND if _by_hand(places) else _TO_SIGN
    for row in rows:
        flow.need(height)
        y = flow.y - to_sign
        for place, (who, name) in enumerate(row):
            left = flow.left + place * (room + _BETWEEN)
            flow.page.rule(left, y, left + room, y, HAIR)
            flow.page.line(left, y - _ROLE, whole_line(who, strong(9), room))
            if name == "":
                flow.page.dotted(left, left + room, y - _DOTS)
            below = y - _NAME
            for line in _names(name, room):
                flow.page.line(left, below, line)
                below -= line.style.size * 1.4
        flow.y -= height


def _by_hand(places: Sequence[Place]) -> bool:
    """Whether a name of these is to be written by hand."""
    return any(name == "" for _, name in places)


def _names(name: str | None, room: float) -> list[Line]:
    """A name on as many lines as it needs."""
    return name_lines(name, thin(TABLE), room, most=3, smallest=0.7) if name else []


def usual_places(words: Words) -> list[tuple[str, str]]:
    """Where the three who keep the book and the box sign a form, in their order; without names."""
    return [(word(words, "role", role), "") for role in ("president", "accountant", "treasurer")]


def places_height(count: int) -> float:
    """How much `draw_places` needs for so many places with a sentence above them, in points."""
    return _ABOVE + _SENTENCE + _HEIGHT * min(-(-count // _ACROSS), 5)


def close_height(flow: Flow, places: Sequence[Place]) -> tuple[float, float]:
    """How high a row of these places must be, and all of them with the gap above, in points."""
    rows = _rows(flow, places)
    room = _room(flow, rows)
    names = max(len(_names(name, room)) for _, name in places) * TABLE * 1.4
    height = max(20 * MM + names, _BY_HAND if _by_hand(places) else 0)
    return height, _ABOVE + height * len(rows)


def close_room(flow: Flow, places: Sequence[Place]) -> float:
    """How much these places need on a form with the sentence over them, in points."""
    return close_height(flow, places)[1] + _SENTENCE


def _rows(flow: Flow, places: Sequence[Place]) -> list[Sequence[Place]]:
    """The places in as few rows as there can be, each as long as the others or one shorter."""
    most = _ACROSS_WIDE if flow.width > _WIDE else _ACROSS
    left = places
    rows: list[Sequence[Place]] = []
    for still in range(-(-len(places) // most), 0, -1):
        count = -(-len(left) // still)
        rows.append(left[:count])
        left = left[count:]
    return rows


def _room(flow: Flow, rows: Sequence[Sequence[Place]]) -> float:
    """How wide a place is, in points: the last of a whole row ends at the margin."""
    longest = max(map(len, rows), default=0)
    across = longest if len(rows) > 1 else max(_ACROSS, longest)
    return (flow.width - (across - 1) * _BETWEEN) / across
