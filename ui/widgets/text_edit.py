"""The box in which a few lines of text are typed; Tab goes on to the next field."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from translations.reading import normalise

_LINES = 4


class TextEdit(QPlainTextEdit):
    """Room for some lines. What is read has its marks in order, and no spaces around it."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = _LINES) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)

    def value(self) -> str:
        """What was typed; empty where nothing was."""
        return normalise(self.toPlainText()).strip()

    def show_value(self, text: str) -> None:
        """Put a text into the box."""
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """As wide as the form wants it."""
        return QSize(200, self.height())
