"""A blank page of a passbook, to be copied and written on by hand."""

from ledger.rules.booklets import A5_BOOKLET
from reports.form_set import FormFacts
from reports.page import Paper, whole_line
from reports.passbook_grid import draw_grid, grid_of
from reports.style import A5, HAIR, MM, thin
from translations.words import Words


def draw_blank_passbook(words: Words, into: Paper, facts: FormFacts) -> None:
    """One page of A5 with the grid, and lines for the member's number and name."""
    into.turn(A5)
    into.bookmark_here(f"part{into.pages}", words.say("Passbook"))
    page, grid = into.page(), grid_of(A5_BOOKLET, two=False)
    draw_grid(into, page, facts.group, grid)
    parts = [(words.say("No."), 0.2, 3 * MM), (words.say("Name"), 0.8, 0.0)]
    if not facts.group.name:
        # The name of the group stands above the grid; where there is none, there is a line for it.
        page.line(
            grid.left, grid.top + 9.4 * MM, whole_line(words.say("Group"), thin(8.5), 30 * MM)
        )
        page.rule(grid.left + 16 * MM, grid.top + 9 * MM, grid.left + 75 * MM, grid.top + 9 * MM)
    left, width = grid.left, grid.right - grid.left
    # A little higher than a printed name: the pen needs room above the grid.
    y = grid.name_y + 1 * MM
    for name, share, gap in parts:
        label = whole_line(name, thin(8.5), 20 * MM)
        page.line(left, y, label)
        start, end = left + label.width + 1.5 * MM, left + width * share - gap
        page.rule(start, y - 0.6 * MM, end, y - 0.6 * MM, HAIR)
        left += width * share
    into.add(page)
