"""Room for the pen: ruled lines, and boxes of text that are ruled where nothing is written yet."""

from reports.flow import Flow
from reports.page import whole_line
from reports.style import BODY, HAIR, MM, SUBHEADING, strong, thin

LINE = 8.5 * MM
"""From one ruled line to the next: as far as a hand needs."""


def draw_ruled(flow: Flow, lines: int) -> None:
    """So many empty lines, parted over pages where they must be."""
    for _ in range(lines):
        flow.need(LINE)
        flow.y -= LINE
        flow.page.rule(flow.left, flow.y, flow.right, flow.y, HAIR)


def draw_text_box(flow: Flow, title: str, text: str, *, lines: int = 3) -> None:
    """A heading with what was written under it, or ruled lines to write on."""
    style = strong(SUBHEADING)
    flow.gap(4 * MM)
    flow.need(style.leading + (2 * BODY * 1.6 if text else lines * LINE))
    flow.line(whole_line(title, style, flow.width))
    if text:
        flow.text(text, thin(BODY))
    else:
        draw_ruled(flow, lines)
