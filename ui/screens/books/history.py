"""The trail: who did what and when, the newest first; nothing can be taken out of it."""

from ledger.statements.history import HistoryRow
from ui.desk import Desk
from ui.models.history import columns_of, find
from ui.models.rows import RowsModel
from ui.screens.books.leaf import BookLeaf
from ui.widgets.labels import WrapLabel
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView

_WHAT = 2
_MANY = 2_000
"""So many of the newest acts are shown."""


class HistoryLeaf(BookLeaf):
    """One plain sentence for each act."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchEdit(self)
        self.table = TableView()
        self.model: RowsModel[HistoryRow] = RowsModel()
        self.nothing = WrapLabel(role="muted")
        self._rows: tuple[HistoryRow, ...] = ()
        self.table.setModel(self.model)
        self.rows.addWidget(self.search)
        self.rows.addWidget(self.nothing)
        self.rows.addWidget(self.table, 1)
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._show)
        self.search.left_down.connect(self.table.setFocus)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self.search.name(words.say("Search: what was done, who, or a day"))
        self.table.setAccessibleName(words.say("Who did what"))
        self.model.set_columns(columns_of(words))
        self.table.stretch((_WHAT,))

    def refresh(self) -> None:
        """Read the newest acts."""
        self._rows = self.desk.book.history(_MANY)
        self._show()

    def _show(self) -> None:
        words, text = self.desk.words, self.search.text()
        rows = find(words, self._rows, text)
        self.model.show(rows)
        self.table.stretch((_WHAT,))
        self.table.select_row(0)
        self.nothing.setText(words.say("No act fits “{text}”.", text=text))
        self.nothing.setVisible(not rows)
