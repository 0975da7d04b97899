"""One search line for the whole book: what fits stands below by kind, and Enter opens it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget

from ledger.book.change import Change, Topic
from ledger.rules.transfers import EntryNumber
from translations import Words
from ui.desk import Desk
from ui.models.rows import Column, RowsModel
from ui.models.search import KINDS, Hit, HitKind, find
from ui.screens.books.at import At, Leaf
from ui.screens.screen import Screen
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView


class SearchScreen(Screen):
    """`go("search", text)` looks for a text. Ctrl+F comes here from every page."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFT}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.line = SearchEdit(self)
        self.table = TableView()
        self.model: RowsModel[Hit] = RowsModel()
        self.nothing = EmptyState("search")
        self.pages = QStackedWidget()
        self.open = PrimaryButton("right")
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        self.body.addWidget(self.line)
        self.body.addWidget(self.pages, 1)
        self.acts.addStretch(1)
        self.acts.addWidget(self.open)
        self.setFocusProxy(self.line)
        self.line.searched.connect(lambda _text: self.refresh())
        self.line.left_down.connect(self.table.setFocus)
        self.line.taken.connect(self._open_chosen)
        self.table.opened.connect(self._open)
        self.open.clicked.connect(self._open_chosen)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Search the whole book"))
        self.line.name(words.say("Name, member number, amount, receipt, loan or decision number"))
        self.table.setAccessibleName(words.say("What was found"))
        self.open.setText(words.say("Open what was found"))
        self.model.show(())
        self.model.set_columns(columns_of(words))

    def refresh(self, change: Change | None = None) -> None:
        """Look for what stands in the line."""
        del change
        words, text = self.words, self.line.text().strip()
        hits = find(self.book, words, text)
        self.model.show(hits)
        self.table.stretch((1,))
        self.table.select_row(0)
        self.pages.setCurrentIndex(0 if hits else 1)
        self.open.setEnabled(bool(hits))
        self.nothing.say(
            words.say("Nothing in the book fits “{text}”.", text=text)
            if text
            else words.say("Type a part of a name, or a number. What fits is shown here at once.")
        )

    def show_item(self, item: object) -> None:
        """Look for a text."""
        if isinstance(item, str):
            self.line.setText(item)

    # --- inside ----------------------------------------------------------------------------

    def _open_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        hit = self.model.row(index)
        match hit.kind:
            case HitKind.MEMBER:
                self.go.emit("member", hit.number)
            case HitKind.LOAN:
                self.go.emit("loan", hit.number)
            case HitKind.ENTRY:
                self.go.emit("books", At(Leaf.ENTRIES, entry=EntryNumber(hit.number)))
            case HitKind.DECISION:
                self.go.emit("books", At(Leaf.MINUTES, decision=hit.decision))


def columns_of(words: Words) -> Sequence[Column[Hit]]:
    """The columns of what was found."""
    return (
        Column(words.say("What"), lambda hit: words.say(KINDS[hit.kind])),
        Column(words.say("Found"), lambda hit: hit.text),
        Column(words.say("Beside it"), lambda hit: hit.beside, figure=lambda hit: hit.figure),
    )
