"""Where to look when the box is off: a short list, each line opens the place that it speaks of."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from translations import Words
from ui.look import COLOURS
from ui.models.suspects import Place
from ui.widgets.icons import icon
from ui.widgets.labels import line_label


class SuspectList(QFrame):
    """Enter or a click opens a line; `wanted` carries its suspect. Empty, it is not seen."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(130)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setAlternatingRowColors(True)
        self._places: tuple[Place, ...] = ()
        self._heading = line_label("heading")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 8, 20, 10)
        rows.setSpacing(4)
        rows.addWidget(self._heading)
        rows.addWidget(self.list, 1)
        self.list.itemClicked.connect(self._open)
        self.list.installEventFilter(self)
        self.hide()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show where to look, the likeliest place first."""
        self.setVisible(bool(places))
        if tuple(places) == self._places:
            return
        self._places = tuple(places)
        self.list.clear()
        for place in places:
            self.list.addItem(QListWidgetItem(icon("search", COLOURS["accent"]), place.sentence))
        self.list.setCurrentRow(0)

    def speak(self, words: Words) -> None:
        """Say the heading in these words."""
        self._heading.setText(words.say("Where to look (Enter opens the place)"))
        self.list.setAccessibleName(words.say("Where to look"))

    def said(self) -> list[str]:
        """The sentences that stand here."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter opens the line on which the cursor stands."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
        if watched is self.list and isinstance(event, QKeyEvent) and event.key() in keys:
            if event.type() == QEvent.Type.KeyPress and self.list.currentItem() is not None:
                self._open(self.list.currentItem())
            return True
        return False

    def _open(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self._places[self.list.row(item)].suspect)
