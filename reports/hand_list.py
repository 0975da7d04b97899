"""A list for the pen that takes several sheets: each carries its sums over to the next.

The rows of sums are called as on the printed lists. On the last sheet the sum up to there is that
of the whole list.
"""

from collections.abc import Sequence

from reports.flow import Flow
from reports.forward import sums_forward
from reports.hand_grid import HandGrid
from reports.style import MM
from reports.tables import Column, blank_cell, words_cell

_SUM = 8 * MM
"""A row of sums needs no room for a thumb."""


def draw_hand_list(
    flow: Flow,
    columns: Sequence[Column],
    *,
    row_height: float,
    below: float = 0.0,
    name: int = 1,
) -> None:
    """As many empty rows as the page has room for, between what is brought forward and the sums.

    So much as `below` (points) is left free under them. What a sum is called stands in the column
    of the `name`, counted from 0.
    """
    told = sums_forward(flow.paper.words)
    grid = HandGrid(flow, columns, row_height=row_height)

    def summed(label: str) -> None:
        grid.row((*[blank_cell()] * name, words_cell(label)), bold=True, height=_SUM)

    grid.head()
    summed(told.brought)
    for _ in range(int((flow.room - below - 2 * _SUM) / row_height)):
        grid.row()
    summed(told.page_total)
    summed(told.running_total)
    grid.end()
