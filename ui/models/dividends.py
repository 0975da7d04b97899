"""The list of dividends not yet taken, with the way that each member chooses today."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from ledger.rules.accounts import DIVIDENDS_PAYABLE
from ledger.rules.days import LAST_DAY
from ledger.rules.dividend_ways import DividendDue
from ledger.rules.kip import Kip
from ledger.rules.lines import DividendTaken, DividendWay
from ledger.rules.people import MemberId
from ledger.statements.figure import Asked, Figure
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.members import shown_names
from ui.models.rows import LEFT, RIGHT
from ui.widgets.icons import icon
from ui.widgets.pointing import FIGURE_ROLE

_Index = QModelIndex | QPersistentModelIndex
_PICTURES = {
    DividendWay.CASH: "cash",
    DividendWay.SAVINGS: "passbook",
    DividendWay.OFFSET: "loans",
}


class Section(IntEnum):
    """The columns."""

    NUMBER = 0
    NAME = 1
    OWED = 2
    WAY = 3
    TAKEN = 4


class DividendList(QAbstractTableModel):
    """One row for each member to whom a dividend is owed."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._dues: tuple[DividendDue, ...] = ()
        self._names: Mapping[MemberId, str] = {}
        self._ways: dict[MemberId, DividendWay] = {}

    # --- for the screen --------------------------------------------------------------------

    def show(self, dues: Sequence[DividendDue], words: Words) -> None:
        """Show these members; who had chosen a way that is still open to her keeps it."""
        self.beginResetModel()
        self._dues, self._words = tuple(dues), words
        self._names = shown_names(due.member for due in dues)
        open_ways = {due.member.id: due.takings for due in dues}
        self._ways = {m: w for m, w in self._ways.items() if w in open_ways.get(m, {})}
        self.endResetModel()

    def dues(self) -> tuple[DividendDue, ...]:
        """The rows."""
        return self._dues

    def way(self, row: int) -> DividendWay | None:
        """What a member has chosen; nothing where hers stays on the list."""
        return self._ways.get(self._dues[row].member.id)

    def choose(self, rows: Iterable[int], way: DividendWay | None) -> int:
        """Choose a way for these rows where it is open to them; how many took it."""
        taken = 0
        for row in rows:
            due = self._dues[row]
            if way is None:
                self._ways.pop(due.member.id, None)
            elif way in due.takings:
                self._ways[due.member.id] = way
            else:
                continue
            taken += 1
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Section) - 1))
        return taken

    def forget(self) -> None:
        """Nobody has chosen anything."""
        self.choose(range(len(self._dues)), None)

    def lines(self, way: DividendWay | None = None) -> list[DividendTaken]:
        """What is to be written for everybody who has chosen, or only for those of one way."""
        return [
            line
            for row, due in enumerate(self._dues)
            for line in due.lines(self.way(row))
            if way in {None, line.way}
        ]

    def chosen(self) -> int:
        """How many members have chosen."""
        return len(self._ways)

    # --- what Qt asks ----------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """How many members are owed something."""
        return 0 if parent.isValid() else len(self._dues)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Number, name, what is owed, the way, what is taken now."""
        return 0 if parent.isValid() else len(Section)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """How one cell is written."""
        if not index.isValid():
            return None
        section = Section(index.column())
        if role == FIGURE_ROLE:
            return self._figure(index.row()) if section is Section.OWED else None
        return self._look(index.row(), section, role)

    def _look(self, row: int, section: Section, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(row, section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if section in {Section.OWED, Section.TAKEN} else LEFT
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(row) if section is Section.WAY else None
            case Qt.ItemDataRole.ForegroundRole:
                muted = section is Section.WAY and self.way(row) is None
                return QColor(COLOURS["muted"]) if muted else None
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in {Section.OWED, Section.TAKEN} else LEFT
        return None

    def _titles(self) -> tuple[str, ...]:
        words = self._words
        return (
            words.say("No."),
            words.say("Name"),
            words.say("Not yet fetched"),
            words.say("How the member takes it"),
            words.say("Taken now"),
        )

    def _text(self, row: int, section: Section) -> str:
        due, way = self._dues[row], self.way(row)
        match section:
            case Section.NUMBER:
                return due.member.number
            case Section.NAME:
                return self._names[due.member.id]
            case Section.OWED:
                return self._words.kip(due.owed)
            case Section.WAY:
                return way_name(self._words, way)
            case Section.TAKEN:
                return self._kip(due.taken(way)) if way is not None else ""

    def _figure(self, row: int) -> Figure:
        """What she is owed is added up on her dividends alone."""
        return Figure(
            Asked.SAVINGS,
            LAST_DAY,
            accounts=(DIVIDENDS_PAYABLE,),
            member=self._dues[row].member.id,
        )

    def _kip(self, kip: Kip) -> str:
        return self._words.kip(kip)

    def _picture(self, row: int) -> QIcon | None:
        way = self.way(row)
        return None if way is None else icon(_PICTURES[way], COLOURS["accent"])


def way_name(words: Words, way: DividendWay | None) -> str:
    """What a way is called; what is not chosen stays on the list."""
    if way is None:
        return words.say("stays on the list")
    if way is DividendWay.OFFSET:
        return words.say("Against overdue debt")
    return word(words, "dividend_way", way.value)
