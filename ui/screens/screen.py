"""What every screen is: a page that reads the book, says it, and hands acts to the desk.

To write one: make the parts in `__init__` (after `super().__init__(desk)`), give every part its
words in `retranslate`, read the book in `refresh`. All three are called for you: a page that
nobody looks at is read again only when it is next shown.
"""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.refusals import BookUnsound
from translations import Words
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.widgets.banner import Banner, Tone
from ui.widgets.labels import title_label
from ui.widgets.spoken import speak_all


class Screen(QWidget):
    """A page of the window.

    `topics` are the parts of the book it shows; a change of another part leaves it alone (no
    topics: every change is read). `go` asks the window for another page: its name, and what it is
    to show there. The page has a title, a banner under it, `body` for its parts, and `acts` for
    the row of buttons at the bottom: dangerous ones left, the primary one last.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    needs_book: ClassVar[bool] = True

    go = Signal(str, object)
    begin = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.title = title_label()
        self.beside_title = QHBoxLayout()
        self.banner = Banner(desk.words)
        self.body = QVBoxLayout()
        self.acts = QHBoxLayout()
        self._stale = True
        self._spoken: Words | None = None
        self._under = ""
        self._lay_out()
        desk.changed.connect(self._changed)
        desk.refused.connect(self._refused)
        desk.language_changed.connect(self._words_changed)
        desk.opened.connect(self._forget)
        desk.signed_in.connect(self._forget)

    # --- what a screen writes itself -------------------------------------------------------

    def retranslate(self) -> None:
        """Give every part its words."""

    def refresh(self, change: Change | None = None) -> None:
        """Read the book and show it; with `change`, only what an act has just touched."""

    def show_item(self, item: object) -> None:
        """Show the thing (a member's number, a loan's, a day) that was asked for with `go`."""

    def may_leave(self) -> bool:
        """Whether the page may be left; a page with unsaved typing asks first."""
        return True

    def explained(self) -> QDialog | None:
        """The sheet for a figure that is not the book's own; nothing where none is chosen."""
        return None

    # --- what a screen uses ----------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The words that are spoken now."""
        return self.desk.words

    @property
    def book(self) -> Book:
        """The open book."""
        return self.desk.book

    def today(self) -> date:
        """The day on which the work is done."""
        return self.desk.today()

    def tell(self, sentence: str, tone: Tone = Tone.GOOD, *, seconds: int = 10) -> None:
        """Say above the page what has been done."""
        self.banner.say(sentence, tone, seconds=seconds)

    def warn(self, sentence: str) -> None:
        """Say above the page what is wrong; it stays until it is closed."""
        self.banner.say(sentence, Tone.BAD)

    def look_again(self) -> None:
        """Speak and read anew now when the page is seen, otherwise when it is next shown."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    # --- called by Qt and by the desk ------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        self._catch_up()
        super().showEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addLayout(self.beside_title)
        self.body.setSpacing(10)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 12, 18, 12)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(self.banner)
        rows.addLayout(self.body, 1)
        rows.addLayout(self.acts)

    def _catch_up(self) -> None:
        if self._spoken is not self.words:
            self._spoken = self.words
            speak_all(self, self.words)
            self.retranslate()
            self._stale = True
        if self._stale and not (self.needs_book and self.desk.is_empty):
            self._stale = False
            self.refresh()

    def _changed(self, change: Change) -> None:
        if self.banner.text() == self._under and QApplication.activeModalWidget() is not None:
            # Said of a first try in the window in front, which has gone well since.
            self.banner.clear()
        if self.topics and not self.topics & change.topics:
            return
        if self.isVisible() and not self._stale:
            self.refresh(change)
        else:
            self._stale = True

    def _refused(self, sentence: str) -> None:
        if not self.isVisible():
            return
        self._under = "" if QApplication.activeModalWidget() is None else sentence
        if isinstance(self.desk.last_trouble, BookUnsound):
            look = self.words.say("Check the book")
            self.banner.say(sentence, Tone.BAD, act=look, do=self._go_and_check)
        else:
            self.warn(sentence)

    def _go_and_check(self) -> None:
        self.go.emit("books", At(Leaf.CHECK))

    def _words_changed(self) -> None:
        if self.isVisible():
            self._catch_up()

    def _forget(self) -> None:
        self.look_again()
