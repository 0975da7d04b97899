"""The sheets on which receipts stand: how many copies each holds, and where it is cut apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.slip_half import Box
from reports.style import A4, MARGIN_SMALL, MM

_CUT_EDGE = 7 * MM
"""No printer prints nearer to the edge of a sheet: there the line to cut along ends."""
_DASH = 1.6 * MM
LARGE = tuple(n / 100 for n in range(120, 65, -5))
USUAL = tuple(n / 100 for n in range(100, 65, -5))
EVER_SMALLER = tuple(n / 100 for n in range(120, 20, -5))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet (points), how many copies it holds beside and below each other, and their scales."""

    size: tuple[float, float]
    across: int
    down: int
    scales: tuple[float, ...] = USUAL

    def boxes(self) -> list[Box]:
        """The parts of the sheet, from the upper left one on."""
        width, height = self.size[0] / self.across, self.size[1] / self.down
        return [
            Box(
                column * width + MARGIN_SMALL,
                (self.down - 1 - row) * height + MARGIN_SMALL,
                width - 2 * MARGIN_SMALL,
                height - 2 * MARGIN_SMALL,
            )
            for row in range(self.down)
            for column in range(self.across)
        ]


ONE_ON_A4 = Sheet(A4, 1, 2, LARGE)
"""One paper on A4: a half for each side."""


def cuts(sheet: Sheet, copies: int | None = None) -> Iterator[tuple[float, float, float, float]]:
    """The dashes to cut along; with fewer `copies` than it holds, none between its empty places."""
    width, height = sheet.size
    if sheet.down > 1:
        for x in _dashes(width):
            yield x, height / 2, x + _DASH, height / 2
    if sheet.across > 1:
        rows = sheet.down if copies is None else -(-copies // sheet.across)
        lowest = height * (1 - rows / sheet.down)
        for y in _dashes(height):
            if y < lowest:
                continue
            yield width / 2, y, width / 2, y + _DASH


def _dashes(length: float) -> Iterator[float]:
    """Where dashes begin between the edges, the last one as far from its edge as the first."""
    count = int((length - 2 * _CUT_EDGE - _DASH) / (2 * _DASH))
    for number in range(count + 1):
        yield _CUT_EDGE + number * (length - 2 * _CUT_EDGE - _DASH) / count
