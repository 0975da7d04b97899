"""A card of facts: a name at the left of each, the fact itself at the right."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ledger.statements.figure import Figure
from ui.widgets.banner import Tone
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pointing import point
from ui.widgets.sign import sign_label


class FactsCard(QFrame):
    """Names and facts under a heading. Facts that are amounts stand at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.heading = line_label("heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._labels: list[QLabel] = []
        self._pictures: list[QLabel] = []
        self._signs: dict[str, Tone] = {}
        self.below = QVBoxLayout()
        self.below.setSpacing(2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        rows.addWidget(self.heading)
        rows.addLayout(self._grid)
        rows.addLayout(self.below)

    def be_plain(self) -> None:
        """Stand inside another card: without a border and without margins."""
        self.setProperty("card", False)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def show_facts(
        self,
        heading: str,
        facts: Sequence[tuple[str, str]],
        *,
        right: bool = False,
        figures: Mapping[str, Figure] = MappingProxyType({}),
        signs: Mapping[str, Tone] = MappingProxyType({}),
    ) -> None:
        """Show these facts and no others; one without a value is left out.

        `figures` says by the name of a fact which figure it is, so that it can be asked about,
        `signs` which sign is drawn beside its name.
        """
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self._clear()
        for row, (name, fact) in enumerate((n, f) for n, f in facts if f):
            said, value = line_label("muted"), WrapLabel(fact)
            said.setText(name)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            if name in figures:
                point(value, figures[name])
                value.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            value.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 2)
            if name in signs:
                self._sign(name, row, signs[name])
            self._labels += [said, value]

    def _clear(self) -> None:
        for label in (*self._labels, *self._pictures):
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels, self._pictures, self._signs = [], [], {}

    def signs(self) -> dict[str, Tone]:
        """Which facts have a sign, by their names."""
        return self._signs

    def _sign(self, name: str, row: int, tone: Tone) -> None:
        drawn = sign_label(tone, 20)
        self._grid.addWidget(drawn, row, 1, Qt.AlignmentFlag.AlignTop)
        self._pictures.append(drawn)
        self._signs[name] = tone

    def text(self) -> str:
        """All facts in reading order, for whoever cannot see the card."""
        return "\n".join(label.text() for label in self._labels)
