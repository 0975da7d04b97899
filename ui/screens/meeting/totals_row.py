"""The row of totals under the grid, which never scrolls away."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from ui.look import COLOURS

_PAD = 4
_BESIDE = 10
_SMALLER = 12 / 14


class TotalsRow(QWidget):
    """Two lines of figures, each exactly under its column: what was typed, and what is due."""

    def __init__(self, view: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._typed: Mapping[int, str] = {}
        self._due: Mapping[int, str] = {}
        header = view.horizontalHeader()
        header.sectionResized.connect(self.update)
        header.geometriesChanged.connect(self.update)

    def show_totals(self, typed: Mapping[int, str], due: Mapping[int, str]) -> None:
        """The texts of both lines by section; what a screen reader says is the first line."""
        self._typed, self._due = typed, due
        self.setAccessibleName(" · ".join(typed.values()))
        self.updateGeometry()
        self.update()

    def typed(self) -> Mapping[int, str]:
        """What stands in the first line, by section."""
        return self._typed

    def sizeHint(self) -> QSize:
        """High enough for both lines."""
        large = self._view.fontMetrics().lineSpacing()
        return QSize(200, large + QFontMetrics(self._smaller()).lineSpacing() + 2 * _PAD + 2)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its two lines."""
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines under the columns of the grid."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(COLOURS["accent_soft"]))
        painter.setPen(QPen(QColor(COLOURS["accent"]), 2))
        painter.drawLine(0, 1, self.width(), 1)
        bold = self._view.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(COLOURS["ink"]))
        high = painter.fontMetrics().lineSpacing()
        self._write(painter, self._typed, _PAD, high)
        painter.setFont(self._smaller())
        painter.setPen(QColor(COLOURS["muted"]))
        self._write(painter, self._due, _PAD + high, painter.fontMetrics().lineSpacing())

    def _smaller(self) -> QFont:
        """The letters of the second line."""
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def _write(self, painter: QPainter, texts: Mapping[int, str], top: int, high: int) -> None:
        header = self._view.horizontalHeader()
        edge = self._view.viewport().x()
        for section, text in texts.items():
            left = edge + header.sectionViewportPosition(section)
            cell = QRect(left + _PAD, top, header.sectionSize(section) - _PAD - _BESIDE, high)
            side = Qt.AlignmentFlag.AlignLeft if section <= 1 else Qt.AlignmentFlag.AlignRight
            painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, text)
