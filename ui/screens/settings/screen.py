"""The settings: six parts under one another at the left, the chosen one at the right."""

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ui.desk import Desk
from ui.look import COLOURS
from ui.screens.screen import Screen
from ui.screens.settings.committee_part import CommitteePart
from ui.screens.settings.group_part import GroupPart
from ui.screens.settings.machine_part import MachinePart
from ui.screens.settings.part import Part
from ui.screens.settings.permits_part import PermitsPart
from ui.screens.settings.pin_part import PinPart
from ui.screens.settings.rules_part import RulesPart
from ui.widgets.asking import confirm
from ui.widgets.icons import icon


class SettingsScreen(Screen):
    """Group, committee and rules stand in the book; language and size of the text do not."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.GROUP, Topic.OFFICERS, Topic.RULES, Topic.PINS}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group = GroupPart(desk)
        self.committee = CommitteePart(desk)
        self.permits = PermitsPart(desk)
        self.rules = RulesPart(desk)
        self.machine = MachinePart(desk)
        self.pin = PinPart(desk)
        self.parts: tuple[Part, ...] = (
            *(self.group, self.committee, self.permits, self.pin, self.rules, self.machine),
        )
        self.list = QListWidget()
        self.list.setIconSize(QSize(22, 22))
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        for part in self.parts:
            self.list.addItem(QListWidgetItem(icon(part.picture, COLOURS["accent"]), ""))
            self._stack.addWidget(part)
            part.told.connect(self.tell)
            part.go.connect(self.go)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._book: Book | None = None
        self.setFocusProxy(self.list)

    def show_item(self, item: object) -> None:
        """Show the part whose picture has this name: "rules" for the rules."""
        wanted = next((part for part in self.parts if part.picture == item), None)
        if wanted is not None:
            self.show_part(wanted)

    def show_part(self, part: Part) -> None:
        """Show one of the six."""
        self.list.setCurrentRow(self.parts.index(part))

    def retranslate(self) -> None:
        """Give every part its words."""
        self.title.setText(self.words.say("Settings"))
        self.list.setAccessibleName(self.words.say("Settings"))
        for number, part in enumerate(self.parts):
            self.list.item(number).setText(self.words.say(part.name))
            part.say()
        self.list.setFixedWidth(max(self.list.sizeHintForColumn(0), 100) + 24)

    def refresh(self, change: Change | None = None) -> None:
        """Read anew what was touched; what is being typed stays, also when the language changes."""
        same = self._book is self.book
        self._book = self.book
        for part in self.parts:
            touched = change is not None and part.topics & change.topics
            if touched or not (same and part.holds_typing()):
                part.show_book()

    def may_leave(self) -> bool:
        """Ask before typing is lost that was not written."""
        if not any(part.holds_typing() for part in self.parts):
            return True
        words = self.words
        return confirm(
            self,
            words,
            title=words.say("Settings"),
            sentence=words.say("Something was changed here and not saved yet."),
            detail=words.say("It is gone when you leave this page."),
            do=words.say("Leave without saving"),
            danger=True,
        )
