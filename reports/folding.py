"""Pages put two on a sheet, so that the printed pile is folded in the middle into a booklet.

The sheets are printed on both sides and turned over the short edge: the first side holds the last
page and the first, the second side the two that stand behind them, and so on to the middle.
"""

from collections.abc import Iterator, Sequence

from reports.page import Paper


def filled(pages: int) -> int:
    """So many pages filled up to a multiple of four: a folded sheet has four."""
    return pages + -pages % 4


def sides_of(pages: int) -> Iterator[tuple[int, int]]:
    """The sides in the order of printing: the page at the left and at the right, from 1.

    A page beyond the last of `pages` stays empty.
    """
    total = filled(pages)
    for sheet in range(0, total // 2, 2):
        yield total - sheet, sheet + 1
        yield sheet + 2, total - sheet - 1


class Fold:
    """Lays out one booklet after the other for folding."""

    def __init__(self, paper: Paper) -> None:
        """`paper` must be twice as wide as a page."""
        self.paper = paper
        self._kept = 0

    def add_booklet(self, pages: Sequence[bytes]) -> None:
        """A whole booklet, cover first, its pages as packed commands."""
        names = []
        for page in pages:
            self._kept += 1
            names.append(f"fold{self._kept}")
            self.paper.document.keep(names[-1], page)
        for side in sides_of(len(names)):
            sheet = self.paper.page()
            for half, number in enumerate(side):
                if number <= len(names):
                    sheet.show(names[number - 1], half * self.paper.width / 2, 0)
            self.paper.add(sheet)
