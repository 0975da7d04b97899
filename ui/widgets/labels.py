"""Words on the screen that wrap where Lao and Thai words end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from translations.breaks import ZWSP, with_zwsp


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
