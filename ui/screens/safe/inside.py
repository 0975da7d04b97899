"""What is inside a copy, and what today's book has that it lacks, in one card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.labels import WrapLabel

_MANY = 300
"""So many lines are shown one by one."""


class Inside(QScrollArea):
    """A card of sentences; empty until somebody looks into a copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame()
        card.setProperty("card", True)
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(18, 14, 18, 14)
        self._rows.setSpacing(8)
        self._said: list[str] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(card)

    def show_lines(self, inside: Sequence[str], lost: Sequence[str], *, good: bool) -> None:
        """Show what a copy holds, and below it what would be lost."""
        self.clear()
        self._said = [*inside, *lost]
        for line in inside:
            self._rows.addWidget(WrapLabel(line, "" if good else "bad"))
        for number, line in enumerate(lost[:_MANY]):
            self._rows.addWidget(WrapLabel(line, "heading" if number == 0 else ""))
        if len(lost) > _MANY:
            # A whole year may be lost; the last line says what today's book has.
            self._rows.addWidget(WrapLabel("…"))
            self._rows.addWidget(WrapLabel(lost[-1]))
        self._rows.addStretch(1)

    def said(self) -> list[str]:
        """The sentences that stand here."""
        return self._said

    def clear(self) -> None:
        """Say nothing."""
        self._said = []
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
