"""The test page: a frame and a cross on plain paper, to be held against the booklet.

On a new printer it shows whether lines will stand in their rows, and by how many millimetres they
do not.
"""

from pathlib import Path

from ledger.rules.booklets import BookletSize
from reports.booklet import Feed
from reports.page import FINE, FIRM, HAIR, MM, Page, Paper, strong, thin
from reports.passbook_grid import Grid, grid_of
from translations.words import Words

_ARM = 12 * MM


def print_test_page(size: BookletSize, words: Words, out: Path, feed: Feed) -> int:
    """Print the outline of a page of the booklet, of its grid, and a cross at its first row.

    It is as large as what is put into the printer, and shifted as the lines will be. Raises
    PrinterTrouble; returns the number of pages, which is one.
    """
    grid = grid_of(size, two=False)
    sheet = (grid.width * (2 if feed.open else 1), grid.height)
    paper = Paper(words, size=sheet, title=words.say("Test page for the booklet"))
    page = paper.page()
    _draw(paper, page, grid, size)
    paper.keep("test", page)
    shown = paper.page()
    right, up = feed.shift
    shown.show("test", (grid.width if feed.open else 0) + right, up)
    paper.add(shown)
    paper.save(out)
    return paper.pages


def _draw(paper: Paper, page: Page, grid: Grid, size: BookletSize) -> None:
    words = paper.words
    inset = 2 * MM
    page.box(inset, inset, grid.width - 2 * inset, grid.height - 2 * inset, FIRM)
    page.box(grid.left, grid.row_top(grid.rows), grid.right - grid.left, _high(grid), FINE)
    x, y = grid.left, grid.row_top(0)
    # The outer frame is a measure of its own: the cross stays clear of it.
    out = min(4 * MM, x - inset - 1 * MM)
    page.rule(x - out, y, x + _ARM, y, FIRM)
    page.rule(x, y - _ARM, x, y + 4 * MM, FIRM)
    _scale(page, grid)
    room = grid.right - grid.left - 2 * 12 * MM
    y = grid.row_top(2)
    for text, style in (
        (words.say("Test page for the booklet"), strong(12)),
        (
            words.say(
                "The outer frame is 2 mm inside the edge of a page of {width} × {height} mm.",
                width=size.width,
                height=size.height,
            ),
            thin(9),
        ),
        (
            words.say(
                "Hold it together with the open booklet against the light. The cross must lie on "
                "the upper left corner of the first row. If it does not, read off how many "
                "millimetres it is away, and shift the print by as much."
            ),
            thin(9),
        ),
    ):
        for line in paper.lines(text, style, room):
            page.line(grid.left + 12 * MM, y, line)
            y -= style.leading
        y -= 2 * MM


def _scale(page: Page, grid: Grid) -> None:
    """Strokes of a millimetre, from the cross to the right and downwards."""
    x, y = grid.left, grid.row_top(0)
    for mm in range(1, 11):
        arm = (3 if mm in {5, 10} else 1.5) * MM
        page.rule(x + mm * MM, y, x + mm * MM, y - arm, HAIR)
        page.rule(x, y - mm * MM, x + arm, y - mm * MM, HAIR)


def _high(grid: Grid) -> float:
    return grid.row_top(0) - grid.row_top(grid.rows)
