"""One figure of the sheet: what it means, what is wrong with it, and what it is added up from."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ledger.rules.accounts import Named, named_kind
from ledger.rules.network import TYPED
from ledger.statements.network_sheet import Behind
from translations import Words
from translations.network_words import figure_meaning, figure_name
from ui.models.network_sheet import FigureRow, Namer, behind_columns
from ui.models.rows import RowsModel
from ui.screens.books.at import At, Leaf
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class BehindPart(QFrame):
    """`go` asks for the page of the thing that was opened, `figure` for another figure."""

    go = Signal(str, object)
    figure = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = line_label("heading")
        self.meaning = WrapLabel()
        self.problem = WrapLabel(role="bad")
        self.table = TableView()
        self.model: RowsModel[Behind] = RowsModel()
        self.table.setModel(self.model)
        self.nothing = WrapLabel(role="muted")
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for part in (self.heading, self.meaning, self.problem, self.nothing):
            rows.addWidget(part)
        rows.addWidget(self.table, 1)
        rows.addStretch(0)
        self.table.opened.connect(self._open)

    def show_figure(self, namer: Namer, row: FigureRow, behind: Sequence[Behind]) -> None:
        """Show one figure."""
        words = namer.words
        self.heading.setText(figure_name(words, row.figure.value))
        self.meaning.setText(figure_meaning(words, row.figure.value))
        self.problem.setText(" ".join(row.problems))
        self.problem.setVisible(bool(row.problems))
        self.model.set_columns(behind_columns(namer, row.figure))
        self.model.show(behind)
        self.table.stretch((0,))
        self.table.setAccessibleName(words.say("What stands behind it"))
        self.table.setVisible(bool(behind))
        self.nothing.setVisible(not behind)
        self.nothing.setText(
            words.say("The group types this figure; it is kept in the book for the next sheet.")
            if row.figure in TYPED
            else words.say("Nothing of this kind is in the book.")
        )

    def take_focus(self) -> None:
        """Put the cursor on the first thing behind the figure."""
        if self.model.rows():
            self.table.select_row(0)
            self.table.setFocus()

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row.figure is not None:
            self.figure.emit(row.figure)
            return
        place = place_of(row)
        if place is not None:
            self.go.emit(*place)


def place_of(row: Behind) -> tuple[str, object] | None:
    """The page of the window where the thing lies open; nothing where it has none."""
    if row.entry is not None:
        return "books", At(Leaf.ENTRIES, entry=row.entry)
    if row.loan is not None:
        return "loan", row.loan
    if row.member is not None:
        return "member", row.member
    if row.account is not None:
        if named_kind(row.account) is Named.FUND:
            return "fund", row.account
        return "books", At(Leaf.TRIAL)
    return None
