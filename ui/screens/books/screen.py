"""The books page: its leaves, one at a time."""

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget

from ledger.book.change import Change, Topic
from translations import N_
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.cash import CashLeaf
from ui.screens.books.check import CheckLeaf
from ui.screens.books.earlier import EarlierLeaf
from ui.screens.books.earnings import EarningsLeaf
from ui.screens.books.entries import EntriesLeaf
from ui.screens.books.history import HistoryLeaf
from ui.screens.books.leaf import BookLeaf
from ui.screens.books.minutes import MinutesLeaf
from ui.screens.books.months import MonthsLeaf
from ui.screens.books.saving import save_lists
from ui.screens.books.trial import TrialLeaf
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button

_NAMES: dict[Leaf, str] = {
    Leaf.CASH: N_("Cash book"),
    Leaf.ENTRIES: N_("All entries"),
    Leaf.TRIAL: N_("Trial balance"),
    Leaf.MINUTES: N_("Minutes"),
    Leaf.MONTHS: N_("Months"),
    Leaf.HISTORY: N_("Who did what"),
    Leaf.EARNINGS: N_("What the group earns"),
    Leaf.EARLIER: N_("Earlier days"),
    Leaf.CHECK: N_("Check the book"),
}


class BooksScreen(Screen):
    """`go("books", At(…))` opens a leaf. Only the leaf that is seen reads the book."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFT}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabWidget()
        self.save = Button(picture="save")
        self.cash, self.entries = CashLeaf(desk), EntriesLeaf(desk)
        self.trial, self.history = TrialLeaf(desk), HistoryLeaf(desk)
        self.minutes, self.months = MinutesLeaf(desk), MonthsLeaf(desk)
        self.earlier, self.check = EarlierLeaf(desk), CheckLeaf(desk)
        self.earnings = EarningsLeaf(desk)
        self._leaves: dict[Leaf, BookLeaf] = {
            Leaf.CASH: self.cash,
            Leaf.ENTRIES: self.entries,
            Leaf.TRIAL: self.trial,
            Leaf.MINUTES: self.minutes,
            Leaf.MONTHS: self.months,
            Leaf.HISTORY: self.history,
            Leaf.EARNINGS: self.earnings,
            Leaf.EARLIER: self.earlier,
            Leaf.CHECK: self.check,
        }
        self._wanted: At | None = None
        self.network = Button(picture="right")
        self._arrange()

    def retranslate(self) -> None:
        """Give every leaf its words."""
        self.title.setText(self.words.say("Books"))
        self.save.setText(self.words.say("Save as a spreadsheet"))
        self.network.setText(self.words.say("Sheet for the network"))
        for place, (leaf, part) in enumerate(self._leaves.items()):
            self.tabs.setTabText(place, self.words.say(_NAMES[leaf]))
            part.retranslate()

    def refresh(self, change: Change | None = None) -> None:
        """Read the leaf that is seen."""
        del change
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self._seen().refresh()
            return
        part = self._leaves[wanted.leaf]
        self.tabs.blockSignals(True)
        self.tabs.setCurrentWidget(part)
        self.tabs.blockSignals(False)
        self._show_acts()
        part.show_at(wanted)

    def show_item(self, item: object) -> None:
        """Turn to a leaf, and to something on it."""
        if isinstance(item, At):
            self._wanted = item

    def turn_to(self, leaf: Leaf) -> None:
        """Turn to a leaf."""
        self.tabs.setCurrentWidget(self._leaves[leaf])

    # --- inside ----------------------------------------------------------------------------

    def _seen(self) -> BookLeaf:
        part = self.tabs.currentWidget()
        return part if isinstance(part, BookLeaf) else self.cash

    def _turned(self) -> None:
        self._show_acts()
        self.setFocusProxy(self._seen())
        if not self.desk.is_empty:
            self._seen().refresh()

    def _show_acts(self) -> None:
        seen = self._seen()
        for part in self._leaves.values():
            for button in (*part.left, *part.right):
                button.setVisible(part is seen)

    def _arrange(self) -> None:
        for part in self._leaves.values():
            # Nine names need the whole width: without pictures they all stand in sight.
            self.tabs.addTab(part, "")
            part.go.connect(self._go)
            part.said.connect(self.tell)
            for button in part.left:
                self.acts.addWidget(button)
        self.acts.addStretch(1)
        for part in self._leaves.values():
            for button in part.right:
                self.acts.addWidget(button)
        self.beside_title.addWidget(self.save)
        self.save.clicked.connect(self._save)
        self.beside_title.addWidget(self.network)
        self.network.clicked.connect(lambda: self.go.emit("network_sheet", None))
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turned)
        self._show_acts()
        self.setFocusProxy(self.cash)

    def _save(self) -> None:
        said = save_lists(self, self.desk)
        if said is not None:
            self.tell(said[0], Tone.GOOD if said[1] else Tone.BAD)

    def _go(self, place: str, item: object) -> None:
        if isinstance(item, At):
            # Another leaf of this page.
            self.show_item(item)
            self.look_again()
        else:
            self.go.emit(place, item)
