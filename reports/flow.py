"""Fills pages from top to bottom: headings, text and tables one below the other, then the feet.

The feet are written last, when it is known how many pages there are.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from reports.page import Page, Paper, whole_line
from reports.stamp import stamp_text
from reports.style import CODE, FINE, HEADING, MM, SMALL, margin_of, strong, thin
from reports.text.fitting import Line, by_spaces, lines
from reports.text.ink import Style

_FOOT = 7 * MM
"""The room above the lower margin for the foot."""
_LOWEST = 18 * MM
"""On a small sheet the foot stands as high as this, where every printer still prints."""

Furniture = Callable[[Page, int, int], None]
"""Draws what every page has, told the page's number and how many there are."""


class Flow:
    """A paper that is written from top to bottom, on as many pages as it takes."""

    def __init__(self, paper: Paper, *, margin: float | None = None, head: float = 12 * MM) -> None:
        """Begin on an empty page; `head` is the room below the upper margin for its furniture."""
        self.paper = paper
        margin = margin_of((paper.width, paper.height)) if margin is None else margin
        self.left = margin
        self.right = paper.width - margin
        self.width = self.right - self.left
        self.bottom = max(margin + _FOOT, _LOWEST)
        self._top = paper.height - margin - head
        self.pages: list[Page] = []
        self._spans: dict[int, tuple[str, str]] = {}
        self._again = ""
        self.y = 0.0
        self.next_page()

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """How much of the page is left, in points."""
        return self.y - self.bottom

    @property
    def whole(self) -> float:
        """How much an empty page has room for, in points."""
        return self._top - self.bottom

    def next_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(self.paper.page())
        self.y = self._top
        if self._again:
            self.heading(self._again)

    @contextmanager
    def going_on(self, heading: str) -> Iterator[None]:
        """Every page that begins meanwhile begins with this heading."""
        self._again = heading
        yield
        self._again = ""

    def stands(self, number: str) -> None:
        """A row with this number stands here: a loose sheet says from which to which it goes."""
        here = len(self.pages)
        first, _ = self._spans.get(here, (number, number))
        self._spans[here] = (first, number)

    def span(self, page: int) -> tuple[str, str] | None:
        """The numbers of the first and of the last row of a page, where its rows have numbers."""
        return self._spans.get(page)

    def need(self, height: float) -> None:
        """Go on with a new page unless so much is left of this one."""
        if self.room < height and self.y < self._top:
            self.next_page()

    def gap(self, height: float) -> None:
        """Leave some room, but none at the top of a page."""
        if self.y < self._top:
            self.y -= height

    def baseline(self, style: Style) -> float:
        """The baseline of a line of text that begins at the present height."""
        return self.y - style.leading / 2 - style.size * 0.35

    def line(self, line: Line, *, indent: float = 0) -> None:
        """One finished line of text."""
        self.need(line.style.leading)
        self.page.line(self.left + indent, self.baseline(line.style), line)
        self.y -= line.style.leading

    def text(self, text: str, style: Style, *, indent: float = 0) -> None:
        """A text on as many lines and pages as it needs; no line of it stands alone on a page."""
        self._lines(self.paper.lines(text, style, self.width - indent), indent=indent)

    def place(self, text: str, style: Style) -> None:
        """Where something is: parted at its spaces only, as the names in it are."""
        self._lines(lines(text, style, self.width, by_spaces))

    def _lines(self, lines: Sequence[Line], *, indent: float = 0) -> None:
        for place, line in enumerate(lines):
            left = len(lines) - place
            # The first two stay together, and so do the last two.
            self.need(line.style.leading * (2 if left == 2 or (place == 0 and left > 1) else 1))
            self.line(line, indent=indent)

    def heading(self, text: str, *, above: float = 7 * MM, below: float = 30 * MM) -> None:
        """A heading, never alone at the foot of a page: `below` must fit under it."""
        style = strong(HEADING)
        self.gap(above)
        self.need(style.leading + below)
        self.line(whole_line(text, style, self.width))
        self.y -= 1.2 * MM

    def finish(self, furniture: Furniture) -> None:
        """Write what every page has, and hand the pages to the paper."""
        for number, page in enumerate(self.pages, start=1):
            furniture(page, number, len(self.pages))
            self.paper.add(page)

    def page_foot(
        self, page: Page, number: int, pages: int, *, left: str = "", counted: str = ""
    ) -> None:
        """The foot of a page: a rule, a note on the left, "Page 2 of 5" on the right, the stamp.

        Another text may stand on the right, where the pages are `counted` otherwise.
        """
        words = self.paper.words
        # On a large sheet it is lower still: a full table does not stand on the rule of the foot.
        y = min(self.bottom - 3 * MM, _LOWEST)
        page.rule(self.left, y, self.right, y, FINE)
        count = words.say(
            "Page {page} of {pages}", page=words.number(number), pages=words.number(pages)
        )
        line = whole_line(counted or count, thin(SMALL), 50 * MM)
        page.right(self.right, y - 4.2 * MM, line)
        room = self.width - line.width - 4 * MM
        page.line(self.left, y - 4.2 * MM, whole_line(left, thin(SMALL), room))
        stamp = stamp_text(words)
        if stamp:
            page.line(self.left, y - 8 * MM, whole_line(stamp, thin(CODE), self.width))
