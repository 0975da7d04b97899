"""The frame: where one is, where one can go, whose book this is and who is signed in.

It is painted bare, before anything else is loaded; then it is furnished with the bar and the top
line, and last it is given the desk and the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.rules.people import Actor
    from ledger.rules.permits import Act
    from translations import Words
    from ui.bar import Bar
    from ui.desk import Desk
    from ui.models.headline import Headline
    from ui.screens.places import Place
    from ui.screens.screen import Screen
    from ui.top import Top

_PRACTICE_EDGE = 6
_REMEMBERED = 30
_WITHOUT_A_NAME = {"sign_in", "welcome"}
"""The pages that may be seen before anybody has said who is at the desk."""


class Window(QMainWindow):
    """The one window of the program. `painted` comes once, after it was first seen."""

    painted = Signal()
    bar: Bar
    top: Top

    def __init__(self) -> None:
        super().__init__()
        self._stack = QStackedWidget()
        self._frame = QFrame()
        self._places: dict[str, Place] = {}
        self._screens: dict[str, Screen] = {}
        self._past: list[str] = []
        self._desk: Desk | None = None
        self._was_painted = False
        self.setMinimumSize(960, 600)
        self.resize(1340, 690)

    def furnish(self, words: Words) -> None:
        """Put up the bar, the top line, and room for the pages."""
        # After the first paint: the enumerations of Qt alone cost a third of a bare window.
        from ui.bar import Bar  # noqa: PLC0415
        from ui.top import Top  # noqa: PLC0415

        self.bar = Bar(words)
        self.top = Top(words)
        self._lay_out()
        self.setWindowTitle(words.say("Thon Ngoen"))
        self.bar.chosen.connect(self.go)
        self.top.change_actor.connect(lambda: self.go("sign_in"))
        self.top.come_back.connect(self._come_back)
        self.top.search.connect(self.search)
        self.top.why.connect(self.explain)
        self.top.help.connect(self.help)

    def attach(self, desk: Desk, places: Iterable[Place]) -> None:
        """Give the furnished frame its desk and its pages."""
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 -- as above

        self._desk = desk
        self._places = {place.name: place for place in places}
        self.bar.offer(self._places)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self).activated.connect(
            self.explain
        )
        QShortcut(QKeySequence("Shift+F1"), self).activated.connect(self.help)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search)
        from ui.screens.pins.lock import Lock  # noqa: PLC0415 -- with the book, not before
        from ui.screens.safe.shut import ShutWatch  # noqa: PLC0415 -- as above
        from ui.screens.safe.which_day import DayWatch  # noqa: PLC0415 -- as above

        self.lock = Lock(desk, self)
        self.day_watch = DayWatch(desk, self)
        self.shut_watch = ShutWatch(desk, self)
        self.shut_watch.go.connect(self.go)
        self.day_watch.asked.connect(self._day_asked)
        desk.second_person = self._second_person
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self.back)
        for number, name in enumerate(self.bar.names(), start=1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda name=name: self.go(name))
        desk.changed.connect(self.look_again)
        desk.opened.connect(self.look_again)
        desk.signed_in.connect(self.look_again)
        desk.language_changed.connect(self._words_changed)
        self.look_again()

    def _second_person(self, act: Act) -> Actor | None:
        """Ask who agrees to an act that takes two by what the group has agreed on."""
        from translations.naming import word  # noqa: PLC0415 -- asked long after the start
        from ui.screens.second_person import ask_second  # noqa: PLC0415 -- as above

        desk = self._desk
        assert desk is not None
        return ask_second(desk, act, what=word(desk.words, "act", act.value), parent=self)

    def _nobody_at_desk(self) -> bool:
        """Whether a begun book lies open and nobody has said who is writing in it."""
        desk = self._desk
        if desk is None or desk.is_empty or "sign_in" not in self._places:
            return False
        return desk.book.begun and not desk.actor.id

    def page(self) -> Screen | None:
        """The page that is seen now."""
        name = self.place()
        return self._screens.get(name)

    def place(self) -> str:
        """The name of the page that is seen now; "" before the first."""
        seen = self._stack.currentWidget()
        return next((name for name, screen in self._screens.items() if screen is seen), "")

    def go(self, name: str, item: object = None) -> bool:
        """Open a page; with `item` it shows that thing. False where the last page holds on."""
        if self._nobody_at_desk() and name not in _WITHOUT_A_NAME:
            name, item = "sign_in", None
        seen = self.page()
        if seen is not None and name != self.place():
            if not seen.may_leave():
                self.bar.mark(self.place())
                return False
            self._past = [*self._past[-_REMEMBERED:], self.place()]
        page = self._page(name)
        if item is not None:
            page.show_item(item)
            page.look_again()
        self._stack.setCurrentWidget(page)
        self.bar.mark(name)
        page.setFocus()
        return True

    def begin(self, trouble: str = "") -> None:
        """Go to the first page: signing in, home, or the beginning of a new group.

        `trouble` says why the book that was wanted could not be opened.
        """
        desk = self._desk
        begun = desk is not None and not desk.is_empty and desk.book.begun
        first = ("sign_in", "home") if begun else ("welcome",)
        name = next((name for name in first if name in self._places), "")
        if name:
            self.go(name)
        page = self.page()
        if page is not None and trouble:
            page.warn(trouble)

    def search(self) -> None:
        """Go to the line in which the whole book is searched."""
        desk = self._desk
        if desk is not None and not desk.is_empty and desk.book.begun:
            self.go("search")

    def back(self) -> None:
        """Go to the page before."""
        if self._past:
            before = self._past.pop()
            if self.go(before):
                self._past.pop()
            else:
                self._past.append(before)

    def explain(self) -> None:
        """Say where the figure comes from that somebody points at, or what the page is for."""
        from ui.screens.explaining import explain  # noqa: PLC0415 -- with the book, not before

        page = self.page()
        if self._desk is not None and page is not None:
            explain(self, self._desk, page, self.place())

    def help(self) -> None:
        """Say what the page in front is for."""
        from ui.screens.explaining import help_on  # noqa: PLC0415 -- as above

        page = self.page()
        if self._desk is not None and page is not None:
            help_on(self, self._desk, page, self.place())

    def look_again(self) -> None:
        """Read the top line anew."""
        if self._desk is None:
            return
        begun = not self._desk.is_empty and self._desk.book.begun
        self.bar.setEnabled(begun)
        self._show(self._read(self._desk) if begun else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless the page that is seen holds on to unsaved typing."""
        seen = self.page()
        if seen is not None and not seen.may_leave():
            event.ignore()
            return
        if self._desk is not None:
            self._desk.settings.window = self.saveGeometry()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time, say so."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _day_asked(self) -> None:
        """What the first page says of the clock is said anew."""
        page = self.page()
        if page is not None and self.place() == "home":
            page.look_again()

    def _come_back(self) -> None:
        if self._desk is not None:
            self._desk.come_back()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("inside")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar)
        row.addLayout(right, 1)
        self._frame.setObjectName("frame")
        around = QVBoxLayout(self._frame)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inside)
        self.setCentralWidget(self._frame)

    def _page(self, name: str) -> Screen:
        if name not in self._screens:
            desk = self._desk
            if desk is None:
                raise RuntimeError("the window has no desk yet")
            page = self._places[name].make(desk)
            page.go.connect(self.go)
            page.begin.connect(self.begin)
            self._screens[name] = page
            self._stack.addWidget(page)
        return self._screens[name]

    @staticmethod
    def _read(desk: Desk) -> Headline | None:
        from ui.models.headline import headline_of  # noqa: PLC0415 -- with the book, not before

        return desk.ask(headline_of)

    def _show(self, headline: Headline | None) -> None:
        if self._desk is not None:
            self.top.show_headline(self._desk.words, headline, self._desk.actor)
        practice = headline is not None and headline.practice
        edge = _PRACTICE_EDGE if practice else 0
        layout = self._frame.layout()
        if layout is not None:
            layout.setContentsMargins(edge, edge, edge, edge)
        if self._frame.property("practice") != practice:
            self._frame.setProperty("practice", practice)
            self._frame.style().unpolish(self._frame)
            self._frame.style().polish(self._frame)

    def _words_changed(self) -> None:
        if self._desk is not None:
            self.bar.speak(self._desk.words)
            self.top.speak(self._desk.words)
            self.setWindowTitle(self._desk.words.say("Thon Ngoen"))
        self.look_again()
