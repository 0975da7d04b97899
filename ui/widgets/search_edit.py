"""The line in which a list is searched while one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import COLOURS
from ui.widgets.icons import icon


class SearchEdit(QLineEdit):
    """Every letter searches. Esc empties the line; arrow down goes on to the list (`left_down`).

    Enter says that the one that fits is meant (`taken`). F3 comes here from anywhere on the page;
    Ctrl+F searches the whole book.
    """

    searched = Signal(str)
    left_down = Signal()
    taken = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.addAction(icon("search", COLOURS["muted"]), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self.searched)
        found = QShortcut(QKeySequence("F3"), page)
        found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        found.activated.connect(self.setFocus)
        found.activated.connect(self.selectAll)

    def name(self, text: str) -> None:
        """Say what is searched for."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties, arrow down leaves for the list, Enter takes."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)
