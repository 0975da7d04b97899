"""Who may do what as a table to tick: an act in each row, a column for each role, and the second
person at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from ledger.rules.group_permits import CHOICES, EDITABLE, Permit, Permits, permit_of
from ledger.rules.people import Role
from ledger.rules.permits import NEVER_ALONE, usual_roles
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.rows import Column, RowsModel

_Index = QModelIndex | QPersistentModelIndex
TWO = len(CHOICES) + 1
"""The column of the second person."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the table: whether it is ticked, and whether a group may change it."""

    ticked: bool
    free: bool


class PermitsModel(RowsModel[Permit]):
    """`ticked` is told whenever a box has changed; boxes change only while `editing`."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editing = False

    def show_permits(self, permits: Permits) -> None:
        """Show what holds for each act."""
        self.show([permits.of(act) for act in EDITABLE])

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A box that nobody may change is grey."""
        flags = super().flags(index)
        if index.column() == 0:
            return flags
        able = self.editing and box_of(self.row(index), index.column()).free
        return flags | Qt.ItemFlag.ItemIsUserCheckable if able else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says, and whether a box is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() > 0:
            on = box_of(self.row(index), index.column()).ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.BackgroundRole and index.column() > 0:
            free = box_of(self.row(index), index.column()).free
            return None if free else QColor(COLOURS["line"])
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the box, or the space bar."""
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.CheckStateRole or column == 0 or not self.editing:
            return False
        permit, on = self.row(index), Qt.CheckState(value) is Qt.CheckState.Checked
        if not box_of(permit, column).free:
            return False
        rows = list(self.rows())
        rows[row] = _turned(permit, column, on=on)
        self._rows = tuple(rows)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


def box_of(permit: Permit, column: int) -> Box:
    """The box of an act in a column."""
    if column == TWO:
        always = permit.act in NEVER_ALONE
        return Box(ticked=always or permit.two, free=not always)
    role = CHOICES[column - 1]
    free = role is not Role.AUDITOR or role in usual_roles(permit.act)
    return Box(ticked=role in permit.roles, free=free)


def columns_of(words: Words) -> Sequence[Column[Permit]]:
    """The act, the roles, and the second person."""
    return (
        Column(words.say("What is done"), lambda p: word(words, "act", p.act.value)),
        *(Column(word(words, "role_short", role.value), lambda _: "") for role in CHOICES),
        Column(words.say("Two"), lambda _: ""),
    )


def _turned(permit: Permit, column: int, *, on: bool) -> Permit:
    if column == TWO:
        return permit_of(permit.act, permit.roles, two=on)
    role = {CHOICES[column - 1]}
    roles = set(permit.roles) | role if on else set(permit.roles) - role
    return permit_of(permit.act, roles, two=permit.two)
