"""The minutes: every decision by its number, what rests on it, and what is missing."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.decisions import Decision
from ui.desk import Desk
from ui.models.minutes import MinutesRow, columns_of, facts_of, find, rows_of
from ui.models.rows import RowsModel
from ui.screens.books.at import At
from ui.screens.books.leaf import BookLeaf
from ui.screens.minutes.writing import WriteDecision
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView

_TEXT = 3


class MinutesLeaf(BookLeaf):
    """A decision is written here, or a wrong one corrected by a new one that names it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchEdit(self)
        self.table = TableView()
        self.model: RowsModel[MinutesRow] = RowsModel()
        self.card = FactsCard()
        self.nothing = WrapLabel(role="muted")
        self.correct, self.write = Button(picture="edit"), PrimaryButton("add")
        self.left, self.right = (self.correct,), (self.write,)
        self._rows: list[MinutesRow] = []
        self.table.setModel(self.model)
        self._arrange()
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._show)
        self.search.left_down.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.correct.clicked.connect(self._correct)
        self.write.clicked.connect(self._write)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self.search.name(words.say("Search: number, text, a name, or what rests on it"))
        self.table.setAccessibleName(words.say("Minutes"))
        self.correct.setText(words.say("Correct this decision"))
        self.model.set_columns(columns_of(words))
        self.table.stretch((_TEXT,))
        self._chosen()

    def refresh(self) -> None:
        """Read the minutes."""
        self._rows = rows_of(self.desk.book.minutes())
        self._show()

    def show_at(self, at: At) -> None:
        """Stand on a decision, where one is named."""
        if at.decision:
            self.search.clear()
        self.refresh()
        numbers = [row.number for row in self.model.rows()]
        if at.decision in numbers:
            self.table.select_row(numbers.index(at.decision))
            self._chosen()

    def chosen(self) -> MinutesRow | None:
        """The row on which one stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    # --- inside ----------------------------------------------------------------------------

    def _show(self) -> None:
        words, text = self.desk.words, self.search.text()
        rows = find(words, self._rows, text)
        self.model.show(rows)
        self.table.stretch((_TEXT,))
        self.table.select_row(0)
        self.nothing.setText(
            words.say("No decision fits “{text}”.", text=text)
            if self._rows
            else words.say(
                "Nothing stands in the minutes yet. Write down what was decided, with its number: "
                "loans, changes of the rules and what a fund pays for point to it."
            )
        )
        self.nothing.setVisible(not rows)
        self._chosen()

    def _chosen(self, _now: QModelIndex | None = None) -> None:
        words, row = self.desk.words, self.chosen()
        known = row is not None and row.line is not None
        self.card.setVisible(row is not None)
        self.correct.setEnabled(known and not (row and row.line and row.line.corrected_by))
        if row is not None:
            title = words.say("Decision No. {number}", number=row.number)
            self.card.show_facts(title, facts_of(words, row))
        self.write.setText(
            words.say("Write down decision No. {number}", number=row.number)
            if row is not None and row.line is None
            else words.say("Write down a decision")
        )

    def _write(self) -> None:
        row = self.chosen()
        number = row.number if row is not None and row.line is None else ""
        self._ask(WriteDecision(self.desk, self.window(), number=number))

    def _correct(self) -> None:
        row = self.chosen()
        if row is not None and row.line is not None:
            wrong: Decision = row.line.decision
            self._ask(WriteDecision(self.desk, self.window(), corrects=wrong))

    def _ask(self, dialog: WriteDecision) -> None:
        dialog.written.connect(self._written)
        dialog.exec()
        dialog.deleteLater()

    def _written(self, number: str) -> None:
        words = self.desk.words
        self.said.emit(words.say("Decision No. {number} is written down.", number=number))

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.nothing)
        left.addWidget(self.table, 1)
        beside = QWidget()
        room = QVBoxLayout(beside)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.card)
        room.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 3)
        both.addWidget(scrolled(beside), 2)
        self.rows.addWidget(self.search)
        self.rows.addLayout(both, 1)
