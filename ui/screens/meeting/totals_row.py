"""The row of totals under the grid, which never scrolls away.

It can be reached with the tabulator key or by a click; the arrow keys go from total to total, and
F1 asks where the one in the frame comes from.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QTableView, QWidget

from ledger.statements.figure import Figure
from ui.look import COLOURS
from ui.widgets.pointing import point

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
        self._figures: Mapping[int, Figure] = {}
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        header = view.horizontalHeader()
        header.sectionResized.connect(self.update)
        header.geometriesChanged.connect(self.update)

    def show_totals(self, typed: Mapping[int, str], due: Mapping[int, str]) -> None:
        """The texts of both lines by section; what a screen reader says is the first line."""
        self._typed, self._due = typed, due
        self.setAccessibleName(" · ".join(typed.values()))
        self.updateGeometry()
        self.update()

    def point_totals(self, figures: Mapping[int, Figure]) -> None:
        """Say which figure stands in which section."""
        self._figures = figures
        self._go(self._at if self._at in figures else next(iter(figures), -1))

    def at(self) -> int:
        """The section of the total in the frame; -1 where there is none."""
        return self._at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to the total beside."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self._at + step in self._figures:
            self._go(self._at + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the frame around a total."""
        edge = self._view.viewport().x()
        section = self._view.horizontalHeader().logicalIndexAt(int(event.position().x()) - edge)
        if section in self._figures:
            self._go(section)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, section: int) -> None:
        self._at = section
        point(self, self._figures.get(section))
        self.setAccessibleDescription(self._typed.get(section, ""))
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
        if self.hasFocus() and self._at in self._figures:
            painter.setPen(QPen(QColor(COLOURS["accent"]), 3))
            painter.drawRect(self._cell(self._at, 2, self.height() - 3).adjusted(0, 0, 6, 0))

    def _smaller(self) -> QFont:
        """The letters of the second line."""
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def _write(self, painter: QPainter, texts: Mapping[int, str], top: int, high: int) -> None:
        for section, text in texts.items():
            cell = self._cell(section, top, high)
            side = Qt.AlignmentFlag.AlignLeft if section <= 1 else Qt.AlignmentFlag.AlignRight
            painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _cell(self, section: int, top: int, high: int) -> QRect:
        """Where the text of a section stands, under its column."""
        header = self._view.horizontalHeader()
        left = self._view.viewport().x() + header.sectionViewportPosition(section)
        return QRect(left + _PAD, top, header.sectionSize(section) - _PAD - _BESIDE, high)
