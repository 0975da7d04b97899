"""The sheets that every paper is drawn on: their size, their lines of text and rules, and the file.

A page is a list of drawing commands. It is handed to the paper when it is full, and the paper hands
the finished document to the disk in one piece. How things look is in reports/style.py.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from reports.document import Document, packed
from reports.fonts import bold, regular
from reports.style import A4, A5, FINE, FIRM, GREY, HAIR, MM, strong, thin
from reports.text.document_fonts import plain
from reports.text.fitting import Line, line_of, lines, name_line
from reports.text.ink import Ink, Style
from reports.troubles import FontMissing, MissingGlyph, PaperNotWritten, PrinterTrouble
from reports.writing import write_whole
from translations.words import Words

__all__ = [
    "A4",
    "A5",
    "FINE",
    "FIRM",
    "HAIR",
    "MM",
    "Cancelled",
    "FontMissing",
    "MissingGlyph",
    "Page",
    "Paper",
    "PaperNotWritten",
    "PrinterTrouble",
    "Progress",
    "strong",
    "thin",
]

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many parts of how many are drawn."""
Cancelled: TypeAlias = Callable[[], bool]
"""Asked now and then whether to stop."""


_DOTS = 2.4
"""From dot to dot of a dotted line, in points."""


class Page:
    """One page as drawing commands; all places are points from its lower left corner."""

    def __init__(self, ink: Ink) -> None:
        """An empty page of a document."""
        self.ink = ink
        self.forms: list[str] = []
        self._text: list[str] = []
        self._rules: list[str] = []

    def commands(self) -> str:
        """Everything on the page: kept drawings, rules, then the text."""
        forms = [f"/{name} Do" for name in self.forms]
        text = f"BT {' '.join(self._text)} ET" if self._text else ""
        return " ".join([*forms, *self._rules, text])

    def show(self, name: str, x: float, y: float, scale: float = 1.0) -> None:
        """A kept drawing with its lower left corner at (x, y), `scale` times as large."""
        place = f"{plain(scale)} 0 0 {plain(scale)} {plain(x)} {plain(y)}"
        self._rules.append(f"q {place} cm /{name} Do Q")

    def rule(self, x1: float, y1: float, x2: float, y2: float, strength: float = HAIR) -> None:
        """A straight line."""
        self._rules.append(
            f"{plain(strength)} w {plain(x1)} {plain(y1)} m {plain(x2)} {plain(y2)} l S"
        )

    def dotted(self, x1: float, x2: float, y: float) -> None:
        """A line of dots from left to right, on which a name is written."""
        ends = f"{plain(x1)} {plain(y)} m {plain(x2)} {plain(y)} l"
        self._rules.append(f"q 1 J [0 {plain(_DOTS)}] 0 d {plain(FINE)} w {ends} S Q")

    def box(self, x: float, y: float, width: float, height: float, strength: float = FINE) -> None:
        """The outline of a box whose lower left corner is (x, y)."""
        corner = f"{plain(x)} {plain(y)} {plain(width)} {plain(height)}"
        self._rules.append(f"{plain(strength)} w {corner} re S")

    def area(self, x: float, y: float, width: float, height: float, ink: float = GREY) -> None:
        """A filled box whose lower left corner is (x, y), never lighter than the style's grey."""
        corner = f"{plain(x)} {plain(y)} {plain(width)} {plain(height)}"
        self._rules.append(f"{plain(min(ink, GREY))} g {corner} re f 0 g")

    def line(self, x: float, y: float, line: Line) -> None:
        """A line of text whose baseline begins at (x, y)."""
        code = self.ink.commands(line.style, line.pieces)
        if code:
            self._text.append(f"1 0 0 1 {plain(x)} {plain(y)} Tm {code}")

    def right(self, x: float, y: float, line: Line) -> None:
        """A line of text that ends at x."""
        self.line(x - line.width, y, line)

    def centred(self, x: float, y: float, line: Line) -> None:
        """A line of text with its middle at x."""
        self.line(x - line.width / 2, y, line)

    def ready(self, commands: str) -> None:
        """Text commands that somebody put together for speed."""
        self._text.append(commands)


class Paper:
    """One PDF document in the making: its pages, its typefaces, and what viewers say about it."""

    def __init__(
        self, words: Words, *, size: tuple[float, float], title: str, common: bool = False
    ) -> None:
        """Begin a document. FontMissing where a typeface of the program is not in its place.

        The pages of one with `common` typefaces may be put into any other such document.
        """
        families = (regular(), bold())
        self.words = words
        self.width, self.height = size
        self.document = Document(size, title, words.language)
        self.ink = Ink(self.document.inner, families if common else ())

    @property
    def pages(self) -> int:
        """How many pages it has so far."""
        return self.document.pages

    def page(self) -> Page:
        """An empty page; it counts when it is handed back to `add`."""
        return Page(self.ink)

    def turn(self, size: tuple[float, float]) -> None:
        """The coming pages are as large as `size`, in points: a set of forms has several sizes."""
        self.width, self.height = size
        self.document.turn(size)

    def keep(self, name: str, page: Page, *, size: tuple[float, float] | None = None) -> None:
        """Keep a page's drawing under a name, so that many pages can show it and hold it once.

        `size` (points) is the drawing's own where it is not that of the pages.
        """
        self.document.keep(name, packed(page.commands()), size=size)

    def add(self, page: Page) -> None:
        """The page is full: it becomes the next one of the document."""
        self.document.add(packed(page.commands()))

    def label_from_here(self, prefix: str) -> None:
        """Viewers number the coming pages from 1 behind a prefix: "012-1", "012-2" …"""
        self.document.label_from_here(prefix)

    def bookmark_here(self, key: str, title: str) -> None:
        """Viewers show the coming page under this title in their list of contents."""
        self.document.bookmark_here(key, title)

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """The text broken into lines between the words of its language."""
        return lines(text, style, width, self.words.pieces)

    def content(self) -> bytes:
        """The finished document."""
        return self.document.content()

    def save(self, out: Path) -> None:
        """Write the document. PaperNotWritten leaves the old file as it was."""
        write_whole(out, self.content())


def whole_line(text: str, style: Style, width: float) -> Line:
    """A text on one line, made smaller when it is too long, and cut between words at last."""
    return name_line(text, style, width, smallest=0.7)


def plain_line(text: str, style: Style) -> Line:
    """A short text on one line as it is."""
    return line_of(style, [text])
