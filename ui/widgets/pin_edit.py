"""The line in which a PIN is typed: nobody who looks on can read it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ledger.rules.pins import MOST


class PinEdit(QLineEdit):
    """Shows dots; nothing of it can be copied, and no history or keyboard learns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setMaxLength(MOST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def take(self) -> str:
        """What was typed; the line is empty afterwards."""
        typed = self.text()
        self.clear()
        return typed
