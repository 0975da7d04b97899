"""The summary of a sheet on a card: names left, figures right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from ui.models.meeting_facts import facts_of
from ui.widgets.labels import WrapLabel, line_label


class SummaryCard(QFrame):
    """Made anew whenever it is shown; a summary has a dozen lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 10, 18, 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def show_sheet(self, words: Words, sheet: MeetingSheet) -> None:
        """Show the summary of a sheet."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(facts_of(words, sheet)):
            name = line_label("" if fact.strong else "muted")
            name.setText(fact.name)
            value = WrapLabel(fact.value, role="heading" if fact.strong else "")
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(value, row, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def texts(self) -> list[str]:
        """Everything that stands on the card."""
        return [label.text() for label in self.findChildren(WrapLabel) if not label.isHidden()]
