"""A table model that is given rows, and knows for each column how a row is written there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from ledger.statements.figure import Figure
from ui.widgets.pointing import FIGURE_ROLE

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its title, how a row is written in it, and whether it holds figures.

    `figure` names the figure that a row shows there, so that it can be asked where it comes from.
    `colour` may give a row's text a colour of its own, `icon` a picture before it.
    """

    title: str
    text: Callable[[T], str]
    figures: bool = False
    colour: Callable[[T], QColor | None] | None = None
    icon: Callable[[T], QIcon | None] | None = None
    figure: Callable[[T], Figure | None] | None = None


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind, shown as they were given; nothing is asked of the book here."""

    def __init__(self, columns: Sequence[Column[T]] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[T, ...] = ()

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Write the rows in other columns, or under titles of another language."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def show(self, rows: Sequence[T]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: _Index | int) -> T:
        """The row at an index. IndexError where there is none."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def rows(self) -> tuple[T, ...]:
        """All rows in order."""
        return self._rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many rows there are; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many columns there are; none below a row."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """How one row is written in one column."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.figures else LEFT
        answer = {
            int(Qt.ItemDataRole.ForegroundRole): column.colour,
            int(Qt.ItemDataRole.DecorationRole): column.icon,
            int(FIGURE_ROLE): column.figure,
        }.get(int(role))
        return answer(row) if answer else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The title of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._columns[section].figures else LEFT
        return None
