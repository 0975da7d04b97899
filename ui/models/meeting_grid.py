"""The grid of a meeting as a table: members down, what is due across, each cell one amount.

The model is given the sheet and asked nothing. What the user types becomes one call of `pencil`,
which answers whether it was written; the cell shows a new amount only when the sheet that comes
back from the book has it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Attendance, Column
from ledger.rules.people import MemberId
from ledger.statements.figure import Figure, cell_figure
from ledger.statements.meeting_sheet import MeetingSheet, SheetRow
from translations import Words
from translations.naming import household_word, word
from ui.look import COLOURS
from ui.models.rows import LEFT, RIGHT
from ui.models.saving_told import savings_told
from ui.widgets.icons import icon
from ui.widgets.pointing import FIGURE_ROLE

Pencil: TypeAlias = Callable[[MemberId, Column, Kip | None], bool]
_Index = QModelIndex | QPersistentModelIndex

NUMBER, NAME, MARK = range(3)
FIRST_MONEY = 3
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
CENTRE = Qt.AlignmentFlag.AlignCenter

MARKS: dict[Attendance, tuple[str, str]] = {
    Attendance.PRESENT: ("check", COLOURS["good"]),
    Attendance.BY_NEIGHBOUR: ("members", COLOURS["warn"]),
    Attendance.ABSENT: ("close", COLOURS["bad"]),
}
"""The picture of each mark and its colour; no two pictures have the same shape."""


class CellState(StrEnum):
    """What stands in a cell, for the eye."""

    EMPTY = "empty"
    DUE = "due"  # grey: nobody has confirmed it yet
    AS_DUE = "as_due"
    DIFFERS = "differs"  # typed, and not what was due
    TOTAL = "total"


def mark_icon(mark: Attendance | None) -> QIcon | None:
    """The picture of an attendance mark; none where nothing was marked."""
    return None if mark is None else icon(*MARKS[mark])


class MeetingGrid(QAbstractTableModel):
    """Number, name, mark, the money columns, and what the member pays altogether.

    `pencil` is handed a member, a column and an amount in kip, or None to rub the cell out.
    """

    def __init__(self, words: Words, pencil: Pencil, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pencil = pencil
        self._columns: tuple[Column, ...] = tuple(Column)
        self._rows: tuple[SheetRow, ...] = ()
        self._twins: frozenset[str] = frozenset()
        self._signed = False
        self._answers: dict[int, Callable[[SheetRow, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.EditRole: self._kip,
            Qt.ItemDataRole.TextAlignmentRole: lambda _, section: self._place(section),
            Qt.ItemDataRole.DecorationRole: self._picture,
            Qt.ItemDataRole.ForegroundRole: self._ink,
            Qt.ItemDataRole.ToolTipRole: self._told,
            Qt.ItemDataRole.AccessibleTextRole: self._told,
            STATE_ROLE: self._state,
            FIGURE_ROLE: self._figure,
        }

    # --- for the screen --------------------------------------------------------------------

    def show(self, grid: MeetingSheet, columns: Sequence[Column] = tuple(Column)) -> None:
        """Show a sheet; where the same members stay at the table, only the changed rows are new."""
        rows, columns = grid.rows, tuple(columns)
        same = [r.member.id for r in rows] == [r.member.id for r in self._rows]
        if not same or columns != self._columns or grid.sheet.signed != self._signed:
            self.beginResetModel()
            self._take(grid, columns)
            self.endResetModel()
            return
        changed = [
            n for n, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new
        ]
        self._take(grid, columns)
        last = self.columnCount() - 1
        for n in changed:
            self.dataChanged.emit(self.index(n, 0), self.index(n, last))

    def speak(self, words: Words) -> None:
        """Write everything in these words."""
        self.beginResetModel()
        self._words = words
        self.endResetModel()

    def rows(self) -> tuple[SheetRow, ...]:
        """The members at the table, in order."""
        return self._rows

    def row_of(self, member: MemberId) -> int:
        """In which row a member stands; -1 where she is not at the table."""
        found = (n for n, row in enumerate(self._rows) if row.member.id == member)
        return next(found, -1)

    def column_at(self, section: int) -> Column | None:
        """The money column of a section; nothing for number, name, mark and total."""
        place = section - FIRST_MONEY
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def section_of(self, column: Column) -> int:
        """Where a money column stands. ValueError where the group does not use it."""
        return FIRST_MONEY + self._columns.index(column)

    def last_money(self) -> int:
        """The section of the last money column."""
        return FIRST_MONEY + len(self._columns) - 1

    def pay_as_due(self, index: _Index) -> bool:
        """Write into a cell what is due there; on the name or the total, into her whole row."""
        row = self._rows[index.row()]
        column = self.column_at(index.column())
        if column is not None:
            due = row.due.of(column)
            return bool(due) and self._pencil(row.member.id, column, due)
        open_cells = [c for c in self._columns if row.due.of(c) and row.paid(c) is None]
        return all([self._pencil(row.member.id, c, row.due.of(c)) for c in open_cells])

    # --- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many members are at the table."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Number, name, mark, the money columns, the total."""
        return 0 if parent.isValid() else FIRST_MONEY + len(self._columns) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Only the money of a sheet in pencil can be typed over."""
        flags = super().flags(index)
        if index.isValid() and not self._signed and self.column_at(index.column()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """How one cell is written."""
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return answer(self._rows[index.row()], index.column()) if answer else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write an amount in kip, or None to rub out; false where the rules refuse it."""
        column = self.column_at(index.column()) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or column is None or self._signed:
            return False
        member = self._rows[index.row()].member.id
        return self._pencil(member, column, value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._place(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.DecorationRole and section == MARK:
            return icon("person", COLOURS["accent"])
        return None

    # --- how it is written -----------------------------------------------------------------

    def _take(self, grid: MeetingSheet, columns: tuple[Column, ...]) -> None:
        self._rows, self._columns = grid.rows, columns
        self._signed, self._sheet = grid.sheet.signed, grid.sheet
        names = Counter(row.member.name for row in grid.rows)
        self._twins = frozenset(name for name, times in names.items() if times > 1)

    def _title(self, section: int) -> str:
        column = self.column_at(section)
        if column is not None:
            return word(self._words, "column", column.value)
        titles = {NUMBER: self._words.say("No."), NAME: self._words.say("Name"), MARK: ""}
        return titles[section] if section in titles else self._words.say("Together")

    def _text(self, row: SheetRow, section: int) -> str:
        if section == NUMBER:
            return row.member.number
        if section == NAME:
            return self._name(row)
        if section == MARK:
            return ""
        kip = self._kip(row, section)
        column = self.column_at(section)
        if kip is None and column is not None and not self._signed:
            kip = row.due.of(column) or None
        return "" if kip is None else self._words.kip(kip)

    def _name(self, row: SheetRow, *, home: bool = False) -> str:
        name = f"{row.member.title} {row.member.name}".strip()
        # Two of one name are told apart by their house.
        if not home and row.member.name not in self._twins:
            return name
        return " · ".join(filter(None, (name, household_word(self._words, row.member.household))))

    def _kip(self, row: SheetRow, section: int) -> Kip | None:
        """What was typed in a money column; what she pays altogether in the last."""
        column = self.column_at(section)
        if column is not None:
            return row.paid(column)
        return row.paid_in_all if section > MARK and row.typed else None

    def _state(self, row: SheetRow, section: int) -> CellState:
        column = self.column_at(section)
        if column is None:
            return CellState.TOTAL
        paid, due = row.paid(column), row.due.of(column)
        if paid is None:
            return CellState.DUE if due and not self._signed else CellState.EMPTY
        return CellState.AS_DUE if paid == due or self._signed else CellState.DIFFERS

    def _ink(self, row: SheetRow, section: int) -> QColor | None:
        grey = self._state(row, section) is CellState.DUE
        absent = row.attendance is Attendance.ABSENT and section <= NAME
        return QColor(COLOURS["grey"]) if grey or absent else None

    @staticmethod
    def _place(section: int) -> Qt.AlignmentFlag:
        if section == MARK:
            return CENTRE
        return LEFT if section <= NAME else RIGHT

    def _picture(self, row: SheetRow, section: int) -> QIcon | None:
        if self.column_at(section) is Column.SAVINGS and row.months:
            return icon("calendar", COLOURS["accent"])
        return mark_icon(row.attendance) if section == MARK else None

    def _figure(self, row: SheetRow, section: int) -> Figure | None:
        """What stands behind a cell: what is due by the rules, and what was written."""
        if section < FIRST_MONEY or self._sheet is None:
            return None
        sheet = self._sheet
        return cell_figure(sheet.id, sheet.day, self.column_at(section), row.member.id)

    def _told(self, row: SheetRow, section: int) -> str:
        """What a screen reader says of the cell, and what is shown when the mouse rests on it."""
        if section == MARK and row.attendance is not None:
            return word(self._words, "attendance", row.attendance.value)
        column = self.column_at(section)
        if column is not None:
            due = self._words.say("Due: {kip}", kip=self._words.money(row.due.of(column)))
            paid = row.paid(column)
            said = [due] if paid is None else [self._words.money(paid), due]
            if column is Column.SAVINGS:
                said += savings_told(self._words, row)
            return " · ".join(said)
        if section in {NUMBER, NAME}:
            return self._words.say(
                "{name} · savings {savings} · loans {loans}",
                name=self._name(row, home=bool(row.member.household)),
                savings=self._words.money(row.savings),
                loans=self._words.money(row.loans),
            )
        return self._text(row, section)
