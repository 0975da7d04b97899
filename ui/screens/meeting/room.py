"""Room for a part of a page that may be higher than the screen, with large letters above all."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

_LEAST = 160


class Room(QScrollArea):
    """Scrolls up and down where the screen is too low, and never sideways."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self._inside = inside
        inside.setObjectName("inside")
        layout.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(layout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when the words inside grow longer."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is inside, and low."""
        wide = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, _LEAST)

    def sizeHint(self) -> QSize:
        """As large as what is inside."""
        inside = self._inside.sizeHint()
        wide = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.width() + wide, inside.height())
