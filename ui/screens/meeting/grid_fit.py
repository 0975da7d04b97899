"""How large the figures of the grid may be, so that six columns of money and the names all fit."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ui.models.meeting_grid import FIRST_MONEY, NAME, MeetingGrid

_LARGER = 14 / 12
"""Figures of the grid are read across a table."""
_LEAST = 14
"""Figures are never smaller than so many points; below that, the names give way."""
_AIR = 1.2
_BESIDE = 26
"""What a cell leaves free beside its text, in pixels; a title a little less."""
_WIDEST = "0,000,000"
_NAME = "ນາງ ສຸກສະຫວັນ ຂຸ"
"""As much of a name as must be seen at least."""


class GridFit:
    """Sets letters, row heights and column widths of one grid.

    Where large letters would leave no room for the names, the figures grow less than the rest of
    the window: a name that cannot be read is worse than a figure of 14 points.
    """

    def __init__(self, view: QTableView, grid: MeetingGrid) -> None:
        self._view = view
        self._grid = grid
        self._totals: Mapping[int, str] = {}

    def reserve(self, totals: Mapping[int, str]) -> bool:
        """Leave room for these totals; true where a column has become too narrow for its own."""
        self._totals = totals
        widths = self._widths(self._view.font())
        return any(self._view.columnWidth(s) < width for s, width in widths.items())

    def fit(self) -> None:
        """Fit everything anew."""
        if not self._grid.columnCount():
            return
        font = QApplication.font()
        size = font.pointSizeF() * _LARGER
        font.setPointSizeF(size)
        longest = self._longest()
        room = self._view.viewport().width()
        while size > _LEAST and self._need(font, longest) > room:
            size -= 0.5
            font.setPointSizeF(size)
        self._view.setFont(font)
        self._size_titles(_titles(font))
        high = QFontMetrics(font).lineSpacing()
        self._view.verticalHeader().setDefaultSectionSize(round(high * _AIR))
        for section, width in self._widths(font, longest).items():
            self._view.setColumnWidth(section, width)
        self._view.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def _size_titles(self, font: QFont) -> None:
        # The style sheet paints the titles, and it alone can make them smaller.
        sheet = f"QHeaderView::section {{ font-size: {font.pointSizeF():.1f}pt; }}"
        header = self._view.horizontalHeader()
        if header.styleSheet() != sheet:
            header.setStyleSheet(sheet)

    def _need(self, font: QFont, longest: Mapping[int, str]) -> int:
        name = QFontMetrics(font).horizontalAdvance(_NAME) + _BESIDE
        return sum(self._widths(font, longest).values()) + name

    def _widths(self, font: QFont, longest: Mapping[int, str] | None = None) -> dict[int, int]:
        """What each column but the names needs with these letters, in pixels."""
        bold = QFont(font)
        bold.setBold(True)
        metrics, heavy = QFontMetrics(font), QFontMetrics(bold)
        titles = QFontMetrics(_titles(font))
        longest = self._longest() if longest is None else longest
        return {
            section: max(
                metrics.horizontalAdvance(text) + _BESIDE,
                titles.horizontalAdvance(self._title(section)) + 20,
                heavy.horizontalAdvance(self._totals.get(section, "")) + 16,
                40,
            )
            for section, text in longest.items()
        }

    def _longest(self) -> dict[int, str]:
        return {
            section: max(self._texts(section), key=len)
            for section in range(self._grid.columnCount())
            if section != NAME
        }

    def _texts(self, section: int) -> Iterable[str]:
        yield _WIDEST if section >= FIRST_MONEY else ""
        for row in range(self._grid.rowCount()):
            yield str(self._grid.index(row, section).data())

    def _title(self, section: int) -> str:
        return str(self._grid.headerData(section, Qt.Orientation.Horizontal) or "")


def _titles(font: QFont) -> QFont:
    """The letters of the titles over figures of this size."""
    titles = QFont(font)
    titles.setPointSizeF(font.pointSizeF() / _LARGER)
    return titles
