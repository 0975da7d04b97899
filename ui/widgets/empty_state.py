"""What an empty page shows: a picture, one sentence, and the button that fills it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.look import COLOURS
from ui.widgets.buttons import PrimaryButton
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel


class EmptyState(QWidget):
    """Says what would stand here and how it gets here; `pressed` is the button."""

    pressed = Signal()

    def __init__(self, picture: str = "empty", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drawing = QLabel()
        drawing.setPixmap(icon(picture, COLOURS["edge"]).pixmap(QSize(72, 72)))
        self._text = WrapLabel()
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMinimumWidth(440)
        self._button = PrimaryButton()
        self._button.clicked.connect(self.pressed)
        self._button.hide()
        rows = QVBoxLayout(self)
        rows.setSpacing(14)
        rows.addStretch(1)
        rows.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._text)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)

    def say(self, sentence: str, button: str = "") -> None:
        """The sentence, and the button's verb where there is something to press."""
        self._text.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
