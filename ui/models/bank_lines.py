"""The open lines of a bank as a table in which each is ticked: shown by the bank, or on the way."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from ledger.rules.reconciliation import BankLine
from ledger.rules.transfers import EntryNumber
from ledger.statements.figure import Figure, entry_figure
from translations import Words
from translations.naming import word
from ui.models.rows import Column, RowsModel

TICK = 0


class BankLinesModel(RowsModel[BankLine]):
    """The first column holds the tick; `ticked` is told whenever one has changed."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticks: set[EntryNumber] = set()

    def ticks(self) -> tuple[EntryNumber, ...]:
        """The entries that are ticked."""
        return tuple(line.number for line in self.rows() if line.number in self._ticks)

    def show(self, rows: Sequence[BankLine]) -> None:
        """Show these lines; a tick stays with its line."""
        self._ticks &= {line.number for line in rows}
        super().show(rows)

    def clear(self) -> None:
        """Take all ticks away."""
        self._ticks.clear()

    def turn(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        self._ticks ^= {self.row(row).number}
        index = self.index(row, TICK)
        self.dataChanged.emit(index, index)
        self.ticked.emit()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The first column can be ticked."""
        more = Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else Qt.ItemFlag(0)
        return super().flags(index) | more

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A line in its column, and whether it is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            on = self.row(index).number in self._ticks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """A click on the box, or the space bar."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != (
            self.row(index).number in self._ticks
        ):
            self.turn(index.row())
        return True


def columns_of(words: Words) -> Sequence[Column[BankLine]]:
    """The columns of the open lines."""
    return (
        Column(words.say("In the bank's book"), lambda _: ""),
        Column(words.say("Day"), lambda line: words.day(line.day)),
        Column(words.say("Entry"), lambda line: words.number(line.number)),
        Column(words.say("What"), lambda line: _what(words, line)),
        Column(
            words.say("Came in"),
            lambda line: words.kip(line.kip) if line.kip > 0 else "",
            figures=True,
            figure=_figure,
        ),
        Column(
            words.say("Went out"),
            lambda line: words.kip(-line.kip) if line.kip < 0 else "",
            figures=True,
            figure=_figure,
        ),
    )


def _figure(line: BankLine) -> Figure:
    return entry_figure(line.number, line.day)


def _what(words: Words, line: BankLine) -> str:
    kind = word(words, "kind", line.kind.value)
    return f"{kind} – {line.note}" if line.note.strip() else kind
