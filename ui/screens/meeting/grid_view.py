"""The grid on the screen: Enter down, Tab right, Space pays as due, Esc puts back what stood."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ledger.rules.people import MemberId
from translations import Words
from translations.reading import Unreadable, Why
from translations.unreadable import sentence
from ui.models.meeting_grid import FIRST_MONEY, MARK, NAME, NUMBER, MeetingGrid
from ui.screens.meeting.cell_editing import CellEditing
from ui.screens.meeting.grid_fit import GridFit
from ui.screens.meeting.said_here import SaidHere
from ui.widgets.kip_edit import KipEdit
from ui.widgets.spoken import Spoken, restyle

_Index = QModelIndex | QPersistentModelIndex


class GridView(QTableView, Spoken):
    """The members and their money. `marked` asks for another attendance mark of a member."""

    marked = Signal(object)

    def __init__(self, words: Words, model: MeetingGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = model
        self._fit = GridFit(self, model)
        self._editing = CellEditing(words, self)
        self._here = SaidHere(self.viewport())
        self._arrived: tuple[MemberId, int, int | None] | None = None
        self._ending = False
        self._lay_out()
        self.setItemDelegate(self._editing)
        self.setModel(model)
        self._editing.ended.connect(self._ended)
        model.modelReset.connect(self.refit)
        self.refit()

    # --- for the screen --------------------------------------------------------------------

    def jump_to(self, member: MemberId) -> None:
        """Put the cursor on a member's row, in the column where it stood."""
        row = self._grid.row_of(member)
        if row >= 0:
            section = max(self.currentIndex().column(), FIRST_MONEY)
            self.setCurrentIndex(self._grid.index(row, section))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
            self.setFocus()

    def start(self) -> None:
        """Put the cursor on the first amount, where it stands nowhere yet."""
        if not self.currentIndex().isValid() and self._grid.rowCount():
            self.setCurrentIndex(self._grid.index(0, FIRST_MONEY))

    def problem(self, said: str) -> None:
        """Say at the cell why its amount was not taken; "" takes the sentence away."""
        self._here.say(said, self.visualRect(self.currentIndex()))

    def problem_text(self) -> str:
        """The sentence that stands at the cell now."""
        return self._here.text()

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._words = words
        self._editing.words = words
        self.setAccessibleName(words.say("Amounts of the members"))

    def reserve(self, totals: Mapping[int, str]) -> None:
        """Leave room for the totals, which may be longer than any amount above them."""
        if self._fit.reserve(totals):
            self.refit()

    def refit(self) -> None:
        """Make rows as high and columns as wide as their letters need."""
        self._fit.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again when the window is made wider or narrower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key that does something to the cell on which the cursor stands."""
        self.problem("")
        keys = {
            Qt.Key.Key_Return: self._down,
            Qt.Key.Key_Enter: self._down,
            Qt.Key.Key_Space: self._pay,
            Qt.Key.Key_Delete: self._rub_out,
            Qt.Key.Key_Backspace: self._rub_out,
        }
        act = keys.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            if not self._put_back():
                event.ignore()
        elif act is not None:
            act()
        elif self._is_letter(event):
            self.problem(self._words.say("Only figures go here. Look which keyboard is on."))
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes from amount to amount, and on to the next member."""
        if action == QAbstractItemView.CursorAction.MoveNext:
            return self._beside(self.currentIndex(), 1)
        if action == QAbstractItemView.CursorAction.MovePrevious:
            return self._beside(self.currentIndex(), -1)
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Remember what stands in the cell to which the cursor has come."""
        super().currentChanged(current, previous)
        self.problem("")
        self._arrive(current)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the size of the text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.refit()

    # --- acts on a cell --------------------------------------------------------------------

    def _down(self) -> None:
        self._go(self.currentIndex(), (1, 0))

    def _pay(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if index.column() == MARK:
            self.marked.emit(self._grid.rows()[index.row()].member.id)
        elif self._editable(index) or index.column() in {NUMBER, NAME}:
            self._grid.pay_as_due(index)

    def _rub_out(self) -> None:
        index = self.currentIndex()
        if self._editable(index) and index.data(Qt.ItemDataRole.EditRole) is not None:
            self._grid.setData(index, None)

    def _put_back(self) -> bool:
        """Put back what stood in the cell when the cursor came; false where nothing changed."""
        index, arrived = self.currentIndex(), self._arrived
        if arrived is None or not self._editable(index):
            return False
        member, section, kip = arrived
        here = (self._grid.rows()[index.row()].member.id, index.column())
        if here != (member, section) or index.data(Qt.ItemDataRole.EditRole) == kip:
            return False
        return self._grid.setData(index, kip)

    def _arrive(self, current: _Index) -> None:
        self._arrived = None
        if current.isValid():
            member = self._grid.rows()[current.row()].member.id
            kip = current.data(Qt.ItemDataRole.EditRole)
            self._arrived = (member, current.column(), kip)

    def _ended(self, editor: QWidget, index: QModelIndex, step: tuple[int, int] | None) -> None:
        """Write what was typed; the cursor goes on only when it is in the book."""
        if self._ending or not isinstance(editor, KipEdit):
            return
        self._ending = True
        try:
            taken = self._write(editor, index)
            if taken or step is None:
                # Whoever clicks elsewhere finds the old amount in the cell, and the sentence.
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                if taken and step is not None:
                    self._go(index, step)
            else:
                editor.setProperty("wrong", True)
                restyle(editor)
                editor.selectAll()
        finally:
            self._ending = False

    def _write(self, editor: KipEdit, index: QModelIndex) -> bool:
        standing: int | None = index.data(Qt.ItemDataRole.EditRole)
        try:
            kip: int | None = editor.read(editor.text())
        except Unreadable as trouble:
            if trouble.why is not Why.EMPTY:
                self.problem(sentence(self._words, trouble))
                return False
            kip = None
        self.problem("")
        return kip == standing or self._grid.setData(index, kip)

    # --- where the cursor goes -------------------------------------------------------------

    def _go(self, index: _Index, step: tuple[int, int]) -> None:
        down, right = step
        if right:
            place = self._beside(index, right)
        else:
            row = min(max(index.row() + down, 0), self._grid.rowCount() - 1)
            place = self._grid.index(row, index.column())
        self.selectionModel().setCurrentIndex(
            place, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.setFocus()

    def _beside(self, index: _Index, step: int) -> QModelIndex:
        """The next amount to the right or left, in the row below or above after the last."""
        first, last = FIRST_MONEY, self._grid.last_money()
        row, section = index.row(), index.column() + step
        if section > last:
            row, section = row + 1, first
        elif section < first:
            row, section = row - 1, last
        if not 0 <= row < self._grid.rowCount():
            return self._grid.index(index.row(), index.column())
        return self._grid.index(row, section)

    def _editable(self, index: _Index) -> bool:
        return bool(index.isValid() and self._grid.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _is_letter(self, event: QKeyEvent) -> bool:
        """Whether a key writes a letter where only figures can stand."""
        text = event.text()
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        plain = text.isprintable() and text and not event.modifiers() & command
        return bool(plain) and not text[0].isdigit() and self._editable(self.currentIndex())

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(36)
