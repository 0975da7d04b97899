"""The line of sums under a table, each sum exactly under its column; it never scrolls away."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.look import COLOURS

_PAD = 8


class SumLine(QWidget):
    """One line of figures below a table."""

    def __init__(self, view: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._texts: Mapping[int, str] = {}
        header = view.horizontalHeader()
        header.sectionResized.connect(self.update)
        header.geometriesChanged.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)

    def show_sums(self, texts: Mapping[int, str]) -> None:
        """The texts by column; a screen reader says them one after another."""
        self._texts = texts
        self._make_room()
        self.setAccessibleName(" · ".join(texts.values()))
        self.update()

    def texts(self) -> Mapping[int, str]:
        """What stands in the line, by column."""
        return self._texts

    def _make_room(self) -> None:
        """A sum has more figures than any row above it: its column becomes as wide as it needs."""
        header = self._view.horizontalHeader()
        for column, text in self._texts.items():
            needed = self.fontMetrics().horizontalAdvance(text) + 2 * _PAD + 2
            free = header.sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch
            if free and header.sectionSize(column) < needed:
                header.resizeSection(column, needed)

    def sizeHint(self) -> QSize:
        """High enough for its letters."""
        return QSize(200, round(self.fontMetrics().lineSpacing() * 1.35) + 4)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its letters."""
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sums under the columns of the table."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(COLOURS["accent_soft"]))
        painter.setPen(QPen(QColor(COLOURS["accent"]), 2))
        painter.drawLine(0, 1, self.width(), 1)
        painter.setPen(QColor(COLOURS["ink"]))
        header, model = self._view.horizontalHeader(), self._view.model()
        edge = self._view.viewport().x()
        for column, text in self._texts.items():
            left = edge + header.sectionViewportPosition(column)
            cell = QRect(left + _PAD, 2, header.sectionSize(column) - 2 * _PAD, self.height() - 2)
            side = model.headerData(
                column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
            )
            painter.drawText(cell, side or Qt.AlignmentFlag.AlignLeft, text)
