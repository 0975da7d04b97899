"""The drawn sign beside a word that is a worry or all right: colour never says it alone.

A sign is drawn and never typed: a "!" before a sentence would be said twice beside its picture.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.look import COLOURS
from ui.widgets.banner import TINTS, Tone
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import restyle


def sign(tone: Tone, side: int, tint: str = "") -> QPixmap:
    """The sign of a tone, so many points wide; `tint` where the words have another colour."""
    return icon(tone.value, COLOURS[tint or TINTS[tone]]).pixmap(QSize(side, side))


def sign_label(tone: Tone, side: int, tint: str = "") -> QLabel:
    """A label that shows nothing but the sign."""
    label = QLabel()
    label.setPixmap(sign(tone, side, tint))
    return label


class SignLine(QWidget):
    """A sentence with its sign before it, in the colour of the sign; `one_line` does not wrap."""

    def __init__(
        self, side: int = 20, *, one_line: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._tone: Tone | None = None
        self._picture, self._text = QLabel(), WrapLabel()
        self._text.setWordWrap(not one_line)
        # The sign stands on the middle of the first line, however many follow.
        drop = max(0, (self._text.sizeHint().height() - side) // 2)
        self._picture.setContentsMargins(0, drop, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def say(self, sentence: str, tone: Tone | None = None) -> None:
        """Show a sentence with the sign of its tone, or without any."""
        self._tone = tone
        self._picture.setVisible(tone is not None)
        if tone is not None:
            self._picture.setPixmap(sign(tone, self._side))
        self._text.setText(sentence)
        self._text.setProperty("role", tone.value if tone is not None else "")
        restyle(self._text)
        self.setAccessibleName(sentence)

    def text(self) -> str:
        """The sentence that stands here."""
        return self._text.text()

    def tone(self) -> Tone | None:
        """Which sign is drawn before it."""
        return self._tone
