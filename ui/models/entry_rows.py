"""Rows that are being typed: every cell keeps what was typed, also where it cannot be read yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from ui.look import COLOURS
from ui.models.rows import LEFT, RIGHT
from ui.widgets.icons import icon

_Index = QModelIndex | QPersistentModelIndex
Texts = tuple[str, ...]


class CellWrong(Exception):  # noqa: N818 -- nobody erred: it can be typed again
    """What was typed in a cell cannot be taken; the text of it is the sentence."""


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """One column. `read` gives how a typed text is shown, or raises CellWrong with a sentence.

    `choices` are stored texts with their words. `derived` fills the cell from its row; such a
    cell, and a `fixed` one, is not typed in. `hidden` columns keep their place in the row.
    """

    title: str
    read: Callable[[str], str] = str
    choices: tuple[tuple[str, str], ...] = ()
    figures: bool = False
    fixed: bool = False
    hidden: bool = False
    derived: Callable[[Texts], str] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that cannot be taken as it is."""

    row: int
    column: int
    sentence: str


class EntryRows(QAbstractTableModel):
    """A table to type in. With `grows` an empty row always waits at the end.

    `edited` comes after the user has changed something. Rows that are empty throughout are not
    there for anybody but the user.
    """

    edited = Signal()

    def __init__(self, *, grows: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grows = grows
        self._columns: tuple[EntryColumn, ...] = ()
        self._rows: list[list[str]] = []
        self._wrong: dict[tuple[int, int], str] = {}
        self._also: Callable[[Sequence[Texts]], Sequence[Problem]] = lambda _: ()
        self._answers: dict[Qt.ItemDataRole, Callable[[_Index], Any]] = {
            Qt.ItemDataRole.EditRole: lambda at: self._rows[at.row()][at.column()],
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.AccessibleTextRole: self._shown,
            Qt.ItemDataRole.TextAlignmentRole: self._side,
            Qt.ItemDataRole.ToolTipRole: self.problem,
            Qt.ItemDataRole.BackgroundRole: self._ground,
            Qt.ItemDataRole.ForegroundRole: self._ink,
            Qt.ItemDataRole.DecorationRole: self._picture,
        }

    def show(
        self,
        columns: Sequence[EntryColumn],
        rows: Sequence[Texts],
        also: Callable[[Sequence[Texts]], Sequence[Problem]] | None = None,
    ) -> None:
        """Show these rows; `also` finds problems between rows, such as a number given twice."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = [self._fitted(row) for row in rows]
        self._also = also or (lambda _: ())
        self._grow()
        self._check()
        self.endResetModel()

    def rows(self) -> tuple[Texts, ...]:
        """What was typed, without the empty rows."""
        return tuple(tuple(row) for row in self._rows if any(row))

    def column(self, number: int) -> EntryColumn:
        """One column."""
        return self._columns[number]

    def problems(self) -> tuple[Problem, ...]:
        """Every cell that cannot be taken, from the top."""
        return tuple(Problem(*place, said) for place, said in sorted(self._wrong.items()))

    def problem(self, index: _Index) -> str:
        """What is wrong with a cell; "" when nothing is."""
        return self._wrong.get((index.row(), index.column()), "")

    def put(self, row: int, column: int, texts: Sequence[Sequence[str]]) -> None:
        """Put rows of texts from a cell on, as from a spreadsheet; rows are added as needed."""
        free = [n for n in range(column, len(self._columns)) if self._typed(n)]
        self.beginResetModel()
        for offset, line in enumerate(texts):
            while self._grows and row + offset >= len(self._rows):
                self._rows.append(self._fitted(()))
            if row + offset < len(self._rows):
                for number, text in zip(free, line, strict=False):
                    self._rows[row + offset][number] = text.strip()
        self._grow()
        self._check()
        self.endResetModel()
        self.edited.emit()

    def remove(self, row: int) -> None:
        """Take a row out."""
        if not self._grows or not 0 <= row < len(self._rows):
            return
        self.beginResetModel()
        del self._rows[row]
        self._grow()
        self._check()
        self.endResetModel()
        self.edited.emit()

    def _fitted(self, row: Sequence[str]) -> list[str]:
        width = len(self._columns)
        return [*row[:width], *[""] * (width - len(row))]

    def _typed(self, column: int) -> bool:
        shown = self._columns[column]
        return not (shown.fixed or shown.hidden or shown.derived)

    def _grow(self) -> None:
        if self._grows and (not self._rows or any(self._rows[-1])):
            self._rows.append(self._fitted(()))

    def _check(self) -> None:
        self._wrong = {}
        for number, row in enumerate(self._rows):
            for place, column in enumerate(self._columns):
                if any(row) and not column.derived and not column.hidden:
                    self._check_cell(number, place, row[place])
        filled = [tuple(row) for row in self._rows if any(row)]
        numbers = [number for number, row in enumerate(self._rows) if any(row)]
        for problem in self._also(filled):
            self._wrong.setdefault((numbers[problem.row], problem.column), problem.sentence)

    def _check_cell(self, row: int, place: int, text: str) -> None:
        try:
            self._columns[place].read(text)
        except CellWrong as wrong:
            self._wrong[row, place] = str(wrong)

    # --- Qt --------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many rows there are, the waiting one included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Which cells can be typed in."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._typed(index.column()) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """How a cell is shown: what was typed in the group's way, or as typed where it is wrong."""
        answer = self._answers.get(Qt.ItemDataRole(role))
        return answer(index) if answer else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what the user has typed into a cell."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not self._typed(index.column()):
            return False
        if text == self._rows[index.row()][index.column()]:
            return True
        self._rows[index.row()][index.column()] = text
        if self._grows and index.row() == len(self._rows) - 1:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._grow()
            self.endInsertRows()
        self._check()
        self.dataChanged.emit(
            self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1)
        )
        self.edited.emit()
        return True

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

    def _shown(self, index: _Index) -> str:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if column.derived:
            return column.derived(tuple(row))
        text = row[index.column()]
        try:
            return column.read(text) if text else ""
        except CellWrong:
            return text

    def _side(self, index: _Index) -> Qt.AlignmentFlag:
        return RIGHT if self._columns[index.column()].figures else LEFT

    def _ground(self, index: _Index) -> QColor | None:
        return QColor(COLOURS["bad_soft"]) if self.problem(index) else None

    def _picture(self, index: _Index) -> QIcon | None:
        return icon("bad", COLOURS["bad"]) if self.problem(index) else None

    def _ink(self, index: _Index) -> QColor | None:
        if self.problem(index):
            return QColor(COLOURS["bad"])
        return None if self._typed(index.column()) else QColor(COLOURS["muted"])
