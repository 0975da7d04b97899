"""The group's rules in short on the first pages of a passbook, spread so that no page is a scrap.

They are set as large as they can be on the fewest pages. Where one page is too small, the pages
are filled alike, and parted between two chapters if that takes no page more.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger.rules.rulebook import Group, Rulebook
from reports.page import MM, Page, Paper, strong, thin, whole_line
from reports.passbook_grid import Grid, draw_title
from reports.rules_in_short import rules_in_short
from reports.text.fitting import Line

_WIDE_SIZES, _NARROW_SIZES = (9.5, 9.0, 8.5), (8.0, 7.6)
"""The sizes of the text that are tried, in points: small booklets are held nearer to the eye."""
_INDENT = 4 * MM
_TOP, _BOTTOM = 30 * MM, 14 * MM
_LONGEST = 8
"""A sentence of more lines may be parted between two pages."""
_STEP = 3.0


class _Set(NamedTuple):
    """A line, the space above it and its indent in points; a sentence begins with a dot."""

    above: float
    indent: float
    line: Line

    @property
    def height(self) -> float:
        return self.above + self.line.style.leading


_Block = tuple[_Set, ...]
"""Lines that stay together on one page."""


def rule_pages(paper: Paper, rulebook: Rulebook, group: Group, grid: Grid) -> list[Page]:
    """The rules in short, on as few pages as they need, without the head of the page."""
    sizes = _WIDE_SIZES if grid.both_sign else _NARROW_SIZES
    tried = [_spread(_chapters(paper, rulebook, grid, size), grid) for size in sizes]
    fewest = min(map(len, tried))
    best = next(pages for pages in tried if len(pages) == fewest)
    return [_page(paper, lines, group, grid) for lines in best]


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
    above += [_Set(4, 0, line) for line in paper.lines(since, thin(8.5), width)]
    chapters = []
    for chapter in rules_in_short(rulebook, words):
        head = _Set(10, 0, whole_line(chapter.heading, strong(body + 1), width))
        sentences = [
            tuple(_Set(2 if n == 0 else 0, _INDENT, line) for n, line in enumerate(broken))
            for broken in (
                paper.lines(sentence, thin(body), width - _INDENT) for sentence in chapter.sentences
            )
        ]
        chapters.append(tuple(_blocks((*above, head), sentences)))
        above = []
    return chapters


def _blocks(head: _Block, sentences: Sequence[_Block]) -> Iterator[_Block]:
    """A heading goes with its first sentence, and the last two sentences go together."""
    blocks = [*sentences]
    if len(blocks) > 2:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    blocks[0] = head + blocks[0]
    for block in blocks:
        if len(block) > _LONGEST:
            yield block[:_LONGEST]
            yield from ((one,) for one in block[_LONGEST:])
        else:
            yield block


def _spread(chapters: list[tuple[_Block, ...]], grid: Grid) -> list[_Block]:
    """The lines of each page: the fewest pages, and none of them much fuller than another."""
    room = grid.height - _TOP - _BOTTOM
    blocks = [block for chapter in chapters for block in chapter]
    fewest = len(_filled(blocks, room))
    whole = [tuple(one for block in chapter for one in block) for chapter in chapters]
    fits = all(sum(one.height for one in chapter) <= room for chapter in whole)
    if fits and len(_filled(whole, room)) == fewest:
        blocks = whole
    while fewest > 1 and len(_filled(blocks, room - _STEP)) == fewest:
        room -= _STEP
    return _filled(blocks, room)


def _filled(blocks: Sequence[_Block], room: float) -> list[_Block]:
    """The blocks laid on pages of this height, one after the other."""
    pages: list[list[_Set]] = [[]]
    left = room
    for block in blocks:
        height = sum(one.height for one in block)
        if height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1] += block
        left -= height
    return [tuple(page) for page in pages]


def _page(paper: Paper, lines: _Block, group: Group, grid: Grid) -> Page:
    page, y = paper.page(), grid.height - _TOP
    for place, (above, indent, line) in enumerate(lines):
        y -= above if place else 0
        page.line(grid.left + indent, y, line)
        if indent and above:
            page.line(grid.left, y, whole_line("•", line.style, grid.width))
        y -= line.style.leading
    draw_title(paper, page, group, grid)
    return page
