"""The steps of entering a group: their list at the left, one page at the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from translations import Words
from ui.look import COLOURS
from ui.screens.first_run.cash_page import CashPage
from ui.screens.first_run.check_page import CheckPage
from ui.screens.first_run.debts_page import DebtsPage
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.group_page import GroupPage
from ui.screens.first_run.money_pages import LoansPage, SavingsPage
from ui.screens.first_run.page import Page
from ui.screens.first_run.people_pages import CommitteePage, MembersPage
from ui.screens.first_run.rules_page import RulesPage
from ui.widgets.icons import icon

STEPS = ("group", "rules", "committee", "members", "savings", "loans", "debts", "cash", "check")
"""The names of the steps, in their order."""


class Steps(QWidget):
    """Holds the draft while it is entered. `kept` carries it after every change.

    `moved` comes when another page is seen.
    """

    kept = Signal(object)
    moved = Signal()

    def __init__(
        self, words: Words, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.draft = Draft()
        self.pages: dict[str, Page] = {
            "group": GroupPage(words, today),
            "rules": RulesPage(words),
            "committee": CommitteePage(words),
            "members": MembersPage(words),
            "savings": SavingsPage(words),
            "loans": LoansPage(words),
            "debts": DebtsPage(words),
            "cash": CashPage(words),
            "check": CheckPage(words),
        }
        self.list = QListWidget()
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self.list.addItem(QListWidgetItem())
            self._stack.addWidget(page)
            page.edited.connect(self._edited)
        self.list.setIconSize(QSize(20, 20))
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.list.currentRowChanged.connect(self._picked)
        self.check.wanted.connect(lambda name: self.go(STEPS.index(name)))

    @property
    def check(self) -> CheckPage:
        """The last page."""
        page = self.pages["check"]
        assert isinstance(page, CheckPage)  # It was made in __init__.
        return page

    def page(self) -> Page:
        """The page that is seen now."""
        return self.pages[STEPS[self.draft.page]]

    def at_end(self) -> bool:
        """Whether the check page is seen."""
        return self.draft.page == len(STEPS) - 1

    def show_draft(self, draft: Draft) -> None:
        """Take a draft up at the page where it was left."""
        last = len(STEPS) - 1
        self.draft = replace(draft, page=min(draft.page, last), reached=min(draft.reached, last))
        self._show()

    def forward(self) -> bool:
        """Go to the next page, if this one is right; otherwise the cursor is at what is wrong."""
        right = self.page().is_right() and not self.at_end()
        if right:
            self.go(self.draft.page + 1)
        return right

    def back(self) -> None:
        """Go to the page before; nothing typed here is lost."""
        if self.draft.page > 0:
            self.go(self.draft.page - 1)

    def go(self, number: int) -> None:
        """Go to a page by its number, having taken down what stands on this one."""
        draft = self.page().taken(self.draft)
        self.draft = replace(draft, page=number, reached=max(draft.reached, number))
        self.kept.emit(self.draft)
        self._show()

    def say(self, words: Words) -> None:
        """Give every part its words, and show the draft in them."""
        self.list.setAccessibleName(words.say("Steps"))
        for number, page in enumerate(self.pages.values()):
            page.say(words)
            self.list.item(number).setText(f"{number + 1}. {words.say(page.name)}")
        self._show()
        self.list.setFixedWidth(max(self.list.sizeHintForColumn(0), 150) + 24)

    def _show(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(self.draft.page)
        self.list.blockSignals(False)
        for number in range(len(STEPS)):
            item = self.list.item(number)
            reached = number <= self.draft.reached
            shown = item.flags() | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(shown if reached else shown & ~Qt.ItemFlag.ItemIsEnabled)
            done = number < self.draft.reached
            item.setIcon(icon("good" if done else "right", COLOURS["good" if done else "edge"]))
        self.page().show_draft(self.draft, self._today())
        self._stack.setCurrentWidget(self.page())
        self.moved.emit()

    def _picked(self, row: int) -> None:
        if row >= 0 and row != self.draft.page:
            self.go(row)

    def _edited(self) -> None:
        self.draft = self.page().taken(self.draft)
        self.kept.emit(self.draft)
