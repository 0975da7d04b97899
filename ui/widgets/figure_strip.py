"""A few figures side by side on one card, each under its name."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.banner import Tone
from ui.widgets.labels import line_label
from ui.widgets.sign import sign_label


class FigureStrip(QFrame):
    """Names and figures from left to right, as in a sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(36)
        self._figures: list[tuple[str, str]] = []
        self._signs: dict[str, Tone] = {}

    def show_figures(
        self,
        figures: Sequence[tuple[str, str]],
        signs: Mapping[str, Tone] = MappingProxyType({}),
    ) -> None:
        """Show these figures and no others; `signs` draws a sign before a figure, by its name."""
        self._figures, self._signs = [*figures], dict(signs)
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
            line = QHBoxLayout()
            line.setSpacing(6)
            if name in signs:
                line.addWidget(sign_label(signs[name], 22))
            line.addWidget(value, 1)
            rows.addLayout(line)
            self._row.addWidget(cell)
        self._row.addStretch(1)
        self.setAccessibleName(" · ".join(f"{name}: {figure}" for name, figure in figures))

    def figures(self) -> list[tuple[str, str]]:
        """What stands here."""
        return self._figures

    def signs(self) -> dict[str, Tone]:
        """Which figures have a sign, by their names."""
        return self._signs
