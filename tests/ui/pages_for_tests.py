"""Two small pages, for tests of the frame that must not depend on any real one."""

from typing import ClassVar

from PySide6.QtWidgets import QLabel

from ledger.book.change import Change, Topic
from ui.desk import Desk
from ui.screens.places import Place
from ui.screens.screen import Screen
from ui.widgets.kip_edit import KipEdit


class FirstPage(Screen):
    """Shows how many members there are, and counts how often it read the book."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.count = QLabel()
        self.kip = KipEdit(desk.words)
        self.kip.show_value(20_000)
        self.body.addWidget(self.count)
        self.body.addWidget(self.kip)
        self.read = 0
        self.spoken = 0
        self.item: object = None
        self.holds = False

    def retranslate(self) -> None:
        self.spoken += 1
        self.title.setText(self.words.say("Members"))

    def refresh(self, change: Change | None = None) -> None:
        self.read += 1
        self.count.setText(str(len(self.book.members())))

    def show_item(self, item: object) -> None:
        self.item = item

    def may_leave(self) -> bool:
        return not self.holds


class SecondPage(FirstPage):
    """Reads every change."""

    topics: ClassVar[frozenset[Topic]] = frozenset()


class WelcomePage(FirstPage):
    """Needs no book."""

    needs_book: ClassVar[bool] = False

    def refresh(self, change: Change | None = None) -> None:
        self.read += 1


class TestPlace(Place):
    """A place whose page is one of these."""

    __test__ = False
    __slots__ = ()

    def make(self, desk: Desk) -> Screen:
        pages = {"FirstPage": FirstPage, "SecondPage": SecondPage, "WelcomePage": WelcomePage}
        return pages[self.screen](desk)


PLACES = (
    TestPlace("home", "", "FirstPage"),
    TestPlace("members", "", "SecondPage"),
    TestPlace("member", "", "SecondPage"),
    TestPlace("welcome", "", "WelcomePage"),
)
