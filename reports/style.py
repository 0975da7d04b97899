"""The style sheet of every paper: sizes of sheets and text, strengths of rules, margins, one grey.

Papers are printed black on worn-out printers and copied in shops: no rule is thinner than half a
point, and nothing is lighter than 60 % black.
"""

from reports.fonts import bold, regular
from reports.text.ink import Style

MM = 72 / 25.4
"""Points in a millimetre."""

A4 = (210 * MM, 297 * MM)
A4_WIDE = (297 * MM, 210 * MM)
A5 = (148 * MM, 210 * MM)
A5_WIDE = (210 * MM, 148 * MM)
A6 = (105 * MM, 148 * MM)

HAIR, FINE, FIRM = 0.5, 0.8, 1.3
"""The three strengths of a rule, in points: between rows, under heads, around the whole."""

GREY = 0.4
"""The lightest ink, as PDF counts: 0 is black, 1 is white. For areas of a chart, never for text."""

MARGIN = 16 * MM
"""Free on every side of a sheet as large as A4."""
MARGIN_SMALL = 9 * MM
"""Free on every side of the smaller sheets."""

# The type scale, in points: what is larger is read first.
TITLE = 22.0
NAME = 15.0
HEADING = 13.0
SUBHEADING = 11.0
LETTER = 11.0
BODY = 10.0
TABLE = 9.5
SMALL = 8.5
CODE = 7.5
CAPTION = 7.5


def thin(size: float = BODY) -> Style:
    """The text style of a size in points."""
    return Style(regular(), size)


def strong(size: float = BODY) -> Style:
    """The style of heads and totals, of a size in points."""
    return Style(bold(), size)


def margin_of(size: tuple[float, float]) -> float:
    """The margin of a sheet of this width and height, in points."""
    return MARGIN if min(size) >= A4[0] else MARGIN_SMALL
