"""Which figure somebody points at: the cell the cursor stands on, or the part that shows it.

A table's model answers for its cells under FIGURE_ROLE; any other part is told which figure it
shows. The window asks here when F1 is pressed.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ledger.statements.figure import Figure

FIGURE_ROLE = Qt.ItemDataRole.UserRole + 40
_NAME = "figure"


def point(part: QWidget, figure: Figure | None) -> None:
    """Say which figure a part shows; it can be reached with the tabulator key then."""
    part.setProperty(_NAME, figure)


def pointed_at(part: QWidget | None) -> Figure | None:
    """The figure of a part, of the cell chosen in it, or of what it stands in."""
    while part is not None:
        if isinstance(part, QAbstractItemView):
            found = part.currentIndex().data(FIGURE_ROLE)
        else:
            found = part.property(_NAME)
        if isinstance(found, Figure):
            return found
        part = part.parentWidget()
    return None
