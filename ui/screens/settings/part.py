"""What every part of the settings is: a page that shows the book and lays its acts on the desk."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ledger.book.change import Topic
from translations import Words
from ui.desk import Desk


class Part(QWidget):
    """One page. `told` carries what was done; `go` asks the window for another page."""

    told = Signal(str)
    go = Signal(str, object)
    name: ClassVar[str] = ""
    picture: ClassVar[str] = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.body = QVBoxLayout()
        self.acts = QHBoxLayout()
        self.acts.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(self.body, 1)
        rows.addLayout(self.acts)

    @property
    def words(self) -> Words:
        """The words that are spoken now."""
        return self.desk.words

    def say(self) -> None:
        """Give every part its words."""

    def show_book(self) -> None:
        """Show what the book says; emits nothing."""

    def holds_typing(self) -> bool:
        """Whether something was typed here that has not been written."""
        return False
