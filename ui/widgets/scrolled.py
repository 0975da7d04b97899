"""Room for what may grow higher than its place: it scrolls up and down, and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


def scrolled_card(card: QWidget) -> QScrollArea:
    """A card at the top of a scrolling area: as high as its facts, with free ground below."""
    ground = QWidget()
    rows = QVBoxLayout(ground)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(card)
    rows.addStretch(1)
    return scrolled(ground)


def scrolled(inside: QWidget) -> QScrollArea:
    """A part in a scrolling area without edges; the ground behind it shines through.

    Tab walks its parts and brings each into sight; the area itself takes no place in that walk.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
