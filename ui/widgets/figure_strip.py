"""A few figures side by side on one card, each under its name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import line_label


class FigureStrip(QFrame):
    """Names and figures from left to right, as in a sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(36)
        self._figures: list[tuple[str, str]] = []

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show these figures and no others."""
        self._figures = [*figures]
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, figure in figures:
            said, value = line_label("muted"), line_label("heading")
            said.setText(name)
            value.setText(figure)
            cell = QWidget()
            rows = QVBoxLayout(cell)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
            rows.addWidget(said)
            rows.addWidget(value)
            self._row.addWidget(cell)
        self._row.addStretch(1)
        self.setAccessibleName(" · ".join(f"{name}: {figure}" for name, figure in figures))

    def figures(self) -> list[tuple[str, str]]:
        """What stands here."""
        return self._figures
