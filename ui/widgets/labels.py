"""Words on the screen that wrap where Lao and Thai words end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from translations.breaks import ZWSP, with_zwsp

_FEW = 8
"""So many letters of a line that gives way can always be read."""


class WrapLabel(QLabel):
    """A label of one sentence or more, broken between words in all three scripts.

    Qt looks for spaces, which Lao and Thai do not write between words, so unseen break marks are
    put in on the way to the screen; `text()` gives the sentence back without them.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a sentence."""
        super().setText(with_zwsp(text))

    def text(self) -> str:
        """The sentence as it was given."""
        return super().text().replace(ZWSP, "")


def line_label(role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of one short line that is not wrapped: a heading, a name, an amount."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def title_label(parent: QWidget | None = None) -> QLabel:
    """A page's title. Where buttons leave no room beside them, it goes on in a second line.

    It has no break marks: a name is broken between its words and never within one.
    """
    label = line_label("title", parent)
    label.setWordWrap(True)
    return label


class NarrowLabel(QLabel):
    """A label of one line that gives way: what has no room ends in three dots, whole in the tip."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        whole = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * _FEW
        return QSize(min(few, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        width, text = self.contentsRect().width(), self.text()
        if self.fontMetrics().horizontalAdvance(text) <= width:
            self.setToolTip("")
            super().paintEvent(event)
            return
        self.setToolTip(text)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            True,
            shown,
            self.foregroundRole(),
        )
