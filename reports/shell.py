"""The one shell of every paper: a head that says whose it is, and a foot on each page.

A paper is begun with what all its pages say, filled through its flow, and saved:

    shell = Shell(words, Said(group, title, printed=today))
    shell.head(words.long_day(today))
    Table(shell.flow, columns).draw(rows)
    return shell.save(out)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.rules.rulebook import Group
from reports.flow import Flow
from reports.page import Page, Paper, whole_line
from reports.spans import numbers_text
from reports.style import (
    A4,
    BODY,
    FINE,
    FIRM,
    MM,
    NAME,
    SMALL,
    TITLE,
    margin_of,
    strong,
    thin,
)
from translations.money import NO_BREAK
from translations.words import Words

_BY_HAND = "_" * 8
"""Where the pen writes the number of a sheet."""


@dataclass(frozen=True, slots=True)
class Said:
    """What every page of a paper says: whose it is, which paper, and when it was printed.

    `marks` are what must be said of the whole paper ("PROPOSED"); that it is for practice is said
    by itself. `foot` stands at the foot of every page, `later` instead of the title over all pages
    but the first: a loose sheet says of which day it is. A form that waits for the pen has no day
    on which it was printed. A list takes as many sheets of its form as it has members: each that
    is one `of_many` has room for its number.
    """

    group: Group
    title: str
    printed: date | None = None
    marks: tuple[str, ...] = ()
    foot: str = ""
    later: str = ""
    of_many: bool = False


def place_text(group: Group, words: Words) -> str:
    """Where the group is: village, zone, district and province, as far as they are known."""
    parts = (
        (group.village, words.say("{name} village", name=group.village)),
        (group.zone, words.say("zone {name}", name=group.zone)),
        (group.district, words.say("{name} district", name=group.district)),
        (group.province, words.say("{name} province", name=group.province)),
    )
    place = ""
    for given, text in parts:
        if given:
            # A name is not parted from what it is the name of.
            part = text.replace(" ", NO_BREAK)
            place = words.say("{place}, {larger}", place=place, larger=part) if place else part
    return place


class Shell:
    """A paper in the making: its flow from page to page, and what stands on all of them."""

    def __init__(
        self,
        words: Words,
        said: Said,
        *,
        size: tuple[float, float] = A4,
        into: Paper | None = None,
    ) -> None:
        """Begin on the first page, or `into` a paper that holds others already: then `finish` it.

        FontMissing where a typeface of the program is missing.
        """
        self.words = words
        self.said = said
        title = " – ".join(filter(None, (said.title, said.group.name)))
        self.paper = into or Paper(words, size=size, title=title)
        if into is not None:
            into.turn(size)
            into.bookmark_here(f"part{into.pages}", said.title)
        self.flow = Flow(self.paper)
        # Smaller sheets are held nearer to the eye.
        self._scale = 1.0 if min(size) >= A4[0] else 0.78

    def head(self, *under: str) -> None:
        """The head of the first page: the group, where it is, the title, and lines under it."""
        flow, said, scale = self.flow, self.said, self._scale
        flow.y += 12 * MM
        if said.group.name:
            flow.text(said.group.name, strong(NAME * scale))
            flow.place(place_text(said.group, self.words), thin(max(SMALL, BODY * scale)))
            # Not a gap: the head begins above the place where the later pages do.
            flow.y -= 4 * MM * scale
        flow.line(whole_line(said.title, strong(TITLE * scale), flow.width))
        for text in under:
            flow.text(text, thin(max(SMALL, BODY * scale)))
        self._boxed(self.marks())

    def facts(self, *facts: str) -> None:
        """A strip between two rules with what one should know first."""
        flow = self.flow
        flow.gap(3 * MM)
        flow.page.rule(flow.left, flow.y, flow.right, flow.y, FIRM)
        flow.y -= 1.2 * MM
        flow.text("   ·   ".join(facts), thin(max(SMALL, BODY * self._scale)))
        flow.y -= 1.2 * MM
        flow.page.rule(flow.left, flow.y, flow.right, flow.y, FINE)

    def marks(self) -> tuple[str, ...]:
        """What must be said of the whole paper, on every page."""
        if not self.said.group.practice:
            return self.said.marks
        return (*self.said.marks, self.words.say("PRACTICE – not a real book"))

    def save(self, out: Path) -> int:
        """Write heads and feet, then the file; returns the number of pages.

        Raises PrinterTrouble; then the file that was there before is untouched.
        """
        self.finish()
        self.paper.save(out)
        return self.paper.pages

    def finish(self) -> None:
        """Write heads and feet, and hand the pages to the paper."""
        self.flow.finish(self._furniture)

    def _boxed(self, marks: Sequence[str]) -> None:
        """Each mark in a box of its own, side by side as far as they fit."""
        flow, height, between = self.flow, 9 * MM * self._scale, 3 * MM
        left = flow.right
        for mark in marks:
            line = whole_line(mark, strong(12 * self._scale), flow.width - 20)
            width = line.width + 20
            if left + width > flow.right:
                flow.gap(between)
                left, flow.y = flow.left, flow.y - height
            flow.page.box(left, flow.y, width, height, FIRM)
            flow.page.line(left + 10, flow.y + height / 2 - line.style.size * 0.35, line)
            left += width + between

    def _furniture(self, page: Page, number: int, pages: int) -> None:
        """The head of the later pages, and the foot of all."""
        words, said, flow = self.words, self.said, self.flow
        day = words.say("Printed on {day}", day=words.day(said.printed)) if said.printed else ""
        left = "   ".join(filter(None, (day, said.foot, *self.marks())))
        counted = ""
        if said.of_many:
            counted = words.say("Sheet {sheet} of {sheets}", sheet=_BY_HAND, sheets=_BY_HAND)
        flow.page_foot(page, number, pages, left=left, counted=counted)
        if number == 1:
            return
        y = flow.paper.height - margin_of((flow.paper.width, flow.paper.height))
        span = flow.span(number)
        numbers = numbers_text(words, *span) if span else ""
        text = " · ".join(filter(None, (said.later or said.title, numbers)))
        right = whole_line(text, strong(SMALL + 0.5), flow.width * 0.6)
        page.right(flow.right, y, right)
        room = flow.width - right.width - 12
        page.line(flow.left, y, whole_line(said.group.name, thin(SMALL + 0.5), room))
        page.rule(flow.left, y - 2.2 * MM, flow.right, y - 2.2 * MM, FINE)
