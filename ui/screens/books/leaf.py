"""One leaf of the books page: a part that reads the book when it is turned to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.screens.books.at import At
from ui.widgets.buttons import Button


class BookLeaf(QWidget):
    """`go` asks for another page of the window, `said` for a sentence above this one.

    `left` and `right` are the leaf's own buttons for the bottom row; the last of `right` is its
    primary one.
    """

    go = Signal(str, object)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.left: tuple[Button, ...] = ()
        self.right: tuple[Button, ...] = ()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 8, 0, 0)
        self.rows.setSpacing(8)

    def retranslate(self) -> None:
        """Give every part its words."""

    def refresh(self) -> None:
        """Read the book and show it."""

    def show_at(self, at: At) -> None:
        """Turn to an account or an entry, where the leaf knows any."""
        del at
        self.refresh()
