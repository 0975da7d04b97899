"""A list of the rules: its rows at the left, the chosen one as a form at the right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ledger.rules.accounts import Named
from ledger.rules.rulebook import Rulebook
from translations import Words
from translations.naming import word
from ui.models.rows import RowsModel
from ui.screens.rules.columns import columns_of
from ui.screens.rules.edits import ACCOUNTS, BENEFITS, LINES, PRODUCTS
from ui.screens.rules.form import RuleForm, scrolled
from ui.screens.rules.places import look
from ui.screens.rules.rule import Rule
from ui.widgets.buttons import Button
from ui.widgets.table_view import TableView

_NARROW = frozenset({ACCOUNTS, BENEFITS})
"""Lists whose rows have long names for their fields: one field to a line."""
ADDED = tuple(kind for kind in Named if kind not in {Named.LENDER, Named.GROUP})
"""The kinds of account that are added by hand; a lender's or a group's begins with its terms."""


class _Rows(TableView):
    """Insert adds a row and Delete removes one."""

    add = Signal()
    remove = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a list."""
        if event.key() == Qt.Key.Key_Insert:
            self.add.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove.emit()
        else:
            super().keyPressEvent(event)


class RuleList(QWidget):
    """One list at a place of the rules ("loans.products").

    `added` carries the kind of account to add, or None; `removed` the place of the row that goes;
    `moved` a place and 1 or -1.
    """

    added = Signal(object)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(
        self, listing: str, rules: Sequence[Rule], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.listing = listing
        self.form = RuleForm(rules, words, columns=1 if listing in _NARROW else 2)
        self.rows = _Rows()
        self.add = Button(picture="add")
        self.drop = Button(picture="close")
        self.up = Button(picture="up")
        self.down = Button(picture="down")
        self._model: RowsModel[Any] = RowsModel(parent=self)
        self._rulebook: Rulebook | None = None
        self._words = words
        self._menu = QMenu(self)
        self._lay_out()
        self._connect()

    def show_rules(self, rulebook: Rulebook, words: Words, *, anew: bool = False) -> None:
        """Show the list as it is now; the cursor stays where it stood."""
        if anew:
            self.form.forget()
        self._rulebook, self._words = rulebook, words
        row = self._row()
        self.rows.blockSignals(True)
        self._model.set_columns(columns_of(self.listing, words, rulebook))
        self._model.show(look(rulebook, self.listing))
        self.rows.blockSignals(False)
        self._say(words)
        self.stand_on(min(max(row, 0), self._model.rowCount() - 1))

    def stand_on(self, row: int) -> None:
        """Choose a row and show it in the form."""
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        self.rows.select_row(row)
        selection.blockSignals(False)
        self._show_form()

    def stand_on_last(self) -> None:
        """Choose the row that was just added, ready for its name to be typed."""
        self.stand_on(self._model.rowCount() - 1)
        self.rows.viewport().update()

    def allow(self, allowed: bool) -> None:
        """Let the list be changed, or only be read."""
        self.form.setEnabled(allowed)
        self._buttons.setVisible(allowed)
        self._buttons.setEnabled(allowed)

    def place(self) -> str:
        """The place of the chosen row; "" when the list is empty."""
        return f"{self.listing}[{self._row()}]" if self._row() >= 0 else ""

    def _row(self) -> int:
        return self.rows.currentIndex().row()

    def _show_form(self) -> None:
        place, rulebook = self.place(), self._rulebook
        self._card.setVisible(bool(place))
        for button in (self.drop, self.up, self.down):
            button.setEnabled(bool(place))
        if place and rulebook is not None:
            self.form.show_rules(rulebook, place, self._words)

    def _say(self, words: Words) -> None:
        self.add.setText(words.say("Add"))
        self.drop.setText(words.say("Remove"))
        for button, text in (
            (self.up, words.say("Move up")),
            (self.down, words.say("Move down")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.rows.setAccessibleName(words.say("List"))
        if self.listing == ACCOUNTS:
            for action, kind in zip(self._menu.actions(), ADDED, strict=True):
                action.setText(word(words, "named", kind.value))

    def _lay_out(self) -> None:
        self.rows.setModel(self._model)
        self.rows.stretch((0,))
        self.rows.wrap()
        self.rows.be_whole()
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.drop, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.up.setVisible(self.listing == LINES)
        self.down.setVisible(self.listing == LINES)
        self.left = QVBoxLayout()
        self.left.addWidget(self.rows, 1)
        self.left.addWidget(self._buttons)
        self._card = scrolled(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        # A kind of loan has many fields; a part of the profit has three columns to be read.
        shares = {PRODUCTS: (8, 21), LINES: (11, 7), BENEFITS: (9, 8)}
        for_rows, for_form = shares.get(self.listing, (6, 7))
        row.addLayout(self.left, for_rows)
        row.addWidget(self._card, for_form)

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(self._moved_to)
        self.rows.opened.connect(lambda _: self.form.setFocus())
        if self.listing == ACCOUNTS:
            for kind in ADDED:
                self._menu.addAction("").triggered.connect(
                    lambda _=False, kind=kind: self.added.emit(kind)
                )
            self.add.setMenu(self._menu)
        else:
            self.add.clicked.connect(lambda: self.added.emit(None))
        self.rows.add.connect(self.add.click)
        self.rows.remove.connect(self.drop.click)
        self.drop.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self.moved.emit(self.place(), -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.place(), 1))

    def _remove(self) -> None:
        if self.place():
            self.removed.emit(self.place())

    def _moved_to(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self._show_form()
