"""How one cell of the grid is painted and typed over."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from translations import Words
from ui.look import COLOURS
from ui.models.meeting_grid import STATE_ROLE, CellState
from ui.widgets.kip_edit import KipEdit

_Index = QModelIndex | QPersistentModelIndex
_CORNER = 9
_RING = 3
_SMALLER = 12 / 14

STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Where the cursor goes with each key that ends the typing: rows down, columns right."""


class CellEditing(QStyledItemDelegate):
    """Typing in a cell. `ended` carries the editor, its cell, and where the cursor is to go.

    Whoever hears it writes the amount and closes the editor, or leaves it open where the amount
    was refused.
    """

    ended = Signal(QWidget, QModelIndex, object)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._cells: dict[QObject, QPersistentModelIndex] = {}

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line for an amount, as large as the figures of the grid."""
        editor = KipEdit(self.words, parent=parent)
        editor.setFont(option.font)
        self._cells[editor] = QPersistentModelIndex(index)
        editor.destroyed.connect(lambda _=None, key=editor: self._cells.pop(key, None))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show what was typed before, so that typing replaces it."""
        if isinstance(editor, KipEdit):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Nothing is written behind the grid's back: it is all done when the typing has ended."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the typing with Enter, Tab and the arrows; Esc puts back what was there."""
        if not isinstance(watched, KipEdit):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._end(watched, step)
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._end(watched, None)
            return False
        return super().eventFilter(watched, event)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """What differs stands on another ground, what is only due in smaller figures."""
        super().initStyleOption(option, index)
        state = index.data(STATE_ROLE)
        view = option.widget
        current = view.currentIndex() if isinstance(view, QAbstractItemView) else QModelIndex()
        if state == CellState.DIFFERS:
            option.backgroundBrush = QBrush(QColor(COLOURS["warn_soft"]))
        elif current.isValid() and current.row() == index.row() and current != index:
            option.backgroundBrush = QBrush(QColor(COLOURS["accent_soft"]))
        if state == CellState.DUE:
            option.font.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        # The cursor is a ring around the cell, so that the figure in it stays as it is.
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the cell, with a filled corner where it differs: a sign without colour."""
        super().paint(painter, option, index)
        view = option.widget
        painter.save()
        if index.data(STATE_ROLE) == CellState.DIFFERS:
            corner = option.rect.topLeft()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS["warn"]))
            painter.drawPolygon(
                QPolygon([corner, corner + QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
            )
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            ring = COLOURS["focus" if view.hasFocus() else "edge"]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ring), _RING))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _end(self, editor: KipEdit, step: tuple[int, int] | None) -> None:
        cell = self._cells.get(editor)
        if cell is not None and cell.isValid():
            self.ended.emit(editor, cell.model().index(cell.row(), cell.column()), step)
