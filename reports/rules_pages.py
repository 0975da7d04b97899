"""The group's rules in short on the first pages of a passbook, spread so that no page is a scrap.

They are set as large as they can be on the fewest pages. Where one page is too small, the pages
are filled alike, and parted between two chapters if that takes no page more; a chapter that is
parted has its heading on the next page again.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger.rules.rulebook import Group, Rulebook
from reports.page import MM, Page, Paper, strong, thin, whole_line
from reports.passbook_grid import Grid, draw_title
from reports.rules_in_short import rules_in_short
from reports.text.fitting import Line, lines
from reports.text.ink import Style

_WIDE_SIZES, _NARROW_SIZES = (9.5, 9.0, 8.5), (8.0, 7.6)
"""The sizes of the text that are tried, in points: small booklets are held nearer to the eye."""
_INDENT = 4 * MM
_TOP, _BOTTOM = 30 * MM, 10.5 * MM
_LONGEST = 8
"""A sentence of more lines may be parted between two pages."""
_STEP = 3.0
_NUMBER = re.compile(r"[0-9%] ?$")


class _Set(NamedTuple):
    """A line, the space above it and its indent in points; a sentence begins with a dot."""

    above: float
    indent: float
    line: Line

    @property
    def height(self) -> float:
        return self.above + self.line.style.leading


class _Block(NamedTuple):
    """Lines that stay together on one page; `again` is above them where they begin one."""

    lines: tuple[_Set, ...]
    again: tuple[_Set, ...] = ()


def rule_pages(paper: Paper, rulebook: Rulebook, group: Group, grid: Grid) -> list[Page]:
    """The rules in short, on as few pages as they need, without the head of the page."""
    sizes = _WIDE_SIZES if grid.both_sign else _NARROW_SIZES
    tried = [_spread(_chapters(paper, rulebook, grid, size), grid) for size in sizes]
    fewest = min(map(len, tried))
    best = next(pages for pages in tried if len(pages) == fewest)
    return [_page(paper, found, group, grid) for found in best]


def _chapters(
    paper: Paper, rulebook: Rulebook, grid: Grid, body: float
) -> list[tuple[_Block, ...]]:
    """The chapters in a size of text, each as blocks; the title stands above the first one."""
    words, width = paper.words, grid.right - grid.left
    since = words.say(
        "In force since {day}, decided under number {number}",
        day=words.day(rulebook.valid_from),
        number=rulebook.resolution or "–",
    )
    above = [_Set(0, 0, whole_line(words.say("Our rules in short"), strong(14), width))]
    above += [_Set(4, 0, line) for line in paper.lines(since, thin(min(8.5, body)), width)]
    chapters = []
    for chapter in rules_in_short(rulebook, words):
        again = words.say("{heading} (continued)", heading=chapter.heading)
        head, next_head = (
            _Set(10, 0, whole_line(text, strong(body + 1), width))
            for text in (chapter.heading, again)
        )
        sentences = [
            tuple(_Set(2 if n == 0 else 0, _INDENT, line) for n, line in enumerate(broken))
            for broken in (
                _sentence(paper, sentence, thin(body), width - _INDENT)
                for sentence in chapter.sentences
            )
        ]
        chapters.append(tuple(_blocks((*above, head), next_head, sentences)))
        above = []
    return chapters


def _sentence(paper: Paper, sentence: str, style: Style, width: float) -> list[Line]:
    """A sentence broken to the width."""

    def pieces(text: str) -> list[str]:
        """The parts of a text; a number stays with what is counted."""
        parts: list[str] = []
        for piece in paper.words.pieces(text):
            if parts and _NUMBER.search(parts[-1]):
                parts[-1] += piece
            else:
                parts.append(piece)
        return parts

    return lines(sentence, style, width, pieces)


def _blocks(
    head: tuple[_Set, ...], again: _Set, sentences: Sequence[tuple[_Set, ...]]
) -> Iterator[_Block]:
    """A heading goes with its first two sentences, and the last two sentences go together."""
    groups = [*sentences]
    if len(groups) == 3 and sum(map(len, groups)) <= _LONGEST:
        groups = [groups[0] + groups[1] + groups[2]]
    if len(groups) > 2:
        groups[-2:] = [groups[-2] + groups[-1]]
    if len(groups) > 2:
        groups[:2] = [groups[0] + groups[1]]
    groups[0] = head + groups[0]
    for place, group in enumerate(groups):
        longest = _LONGEST if place else _LONGEST + len(head)
        parts = [group[:longest], *((one,) for one in group[longest:])]
        for part, found in enumerate(parts):
            yield _Block(found, (again,) if place or part else ())


def _spread(chapters: list[tuple[_Block, ...]], grid: Grid) -> list[tuple[_Set, ...]]:
    """The lines of each page: the fewest pages, and none of them much fuller than another."""
    room = grid.height - _TOP - _BOTTOM
    blocks = [block for chapter in chapters for block in chapter]
    fewest = len(_filled(blocks, room))
    whole = [_Block(tuple(one for block in chapter for one in block.lines)) for chapter in chapters]
    fits = all(_height(chapter.lines) <= room for chapter in whole)
    if fits and len(_filled(whole, room)) == fewest:
        blocks = whole
    while fewest > 1 and len(_filled(blocks, room - _STEP)) == fewest:
        room -= _STEP
    return _filled(blocks, room)


def _height(found: tuple[_Set, ...]) -> float:
    return sum(one.height for one in found)


def _filled(blocks: Sequence[_Block], room: float) -> list[tuple[_Set, ...]]:
    """The blocks laid on pages of this height, one after the other."""
    pages: list[tuple[_Set, ...]] = [()]
    for block in blocks:
        if pages[-1] and _height(pages[-1] + block.lines) > room:
            pages.append(block.again)
        pages[-1] += block.lines
    return pages


def _page(paper: Paper, found: tuple[_Set, ...], group: Group, grid: Grid) -> Page:
    page, y = paper.page(), grid.height - _TOP
    for place, (above, indent, line) in enumerate(found):
        y -= above if place else 0
        page.line(grid.left + indent, y, line)
        if indent and above:
            page.line(grid.left, y, whole_line("•", line.style, grid.width))
        y -= line.style.leading
    draw_title(paper, page, group, grid, with_unit=False)
    return page
