"""Named amounts under one another, with their sum below a line: income, costs, what is written."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import WrapLabel, line_label


class AmountList(QFrame):
    """A card with a heading, rows of name and amount, and the last row set apart as the sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._heading = line_label("heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[str, str]] = []
        self._used = 0
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(10)
        rows.addWidget(self._heading)
        rows.addLayout(self._grid)
        rows.addStretch(1)

    def show_rows(
        self,
        heading: str,
        rows: Iterable[tuple[str, str]],
        *,
        total: tuple[str, str] | None = None,
        empty: str = "",
    ) -> None:
        """Show names with amounts as they are to be written; `empty` where there are none."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._clear()
        self._rows = [*rows]
        for name, amount in self._rows:
            self._add(WrapLabel(name), amount)
        if not self._rows and empty:
            self._add(WrapLabel(empty, "muted"), "")
        if total is not None:
            self._rows.append(total)
            self._add_line()
            label = line_label("heading")
            label.setText(total[0])
            self._add(label, total[1], role="heading")

    def rows(self) -> list[tuple[str, str]]:
        """The names and amounts that stand here, the sum last."""
        return self._rows

    def _add(self, name: QLabel, amount: str, *, role: str = "") -> None:
        row = self._next_row()
        figures = line_label(role)
        figures.setText(amount)
        figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(figures, row, 1)

    def _add_line(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        self._grid.addWidget(line, self._next_row(), 0, 1, 2)

    def _next_row(self) -> int:
        self._used += 1
        return self._used - 1

    def _clear(self) -> None:
        self._used = 0
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
