"""A sentence at the cell it concerns, beside the figures and never over them."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from translations.breaks import ZWSP, with_zwsp
from ui.look import COLOURS
from ui.widgets.icons import icon

_WIDE = 420
_GAP = 2


class SaidHere(QFrame):
    """One short sentence under a cell; above it where there is no room below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("banner", "bad")
        picture = QLabel()
        picture.setPixmap(icon("bad", COLOURS["bad"]).pixmap(QSize(22, 22)))
        self._text = QLabel()
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 10, 5)
        row.addWidget(picture)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, sentence: str, cell: QRect) -> None:
        """Show a sentence at a cell of the parent; an empty one takes it away."""
        self._text.setText(with_zwsp(sentence))
        if not sentence:
            self.hide()
            return
        self.setFixedWidth(_WIDE)
        self.adjustSize()
        room = self._room.rect()
        under = cell.bottom() + _GAP
        top = under if under + self.height() <= room.bottom() else cell.top() - self.height() - _GAP
        left = min(max(cell.right() - self.width(), 0), max(room.width() - self.width(), 0))
        self.move(QPoint(left, max(top, 0)))
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """The sentence that is shown; "" when there is none."""
        return "" if self.isHidden() else self._text.text().replace(ZWSP, "")
