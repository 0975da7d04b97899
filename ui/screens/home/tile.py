"""One large figure that opens the page it comes from."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look import COLOURS
from ui.widgets.banner import Tone
from ui.widgets.icons import icon
from ui.widgets.labels import NarrowLabel, line_label
from ui.widgets.sign import sign_label


class Tile(QPushButton):
    """A picture, a name, the figure, and a line below it. Enter, Space or a click opens it."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tile")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        drawing = QLabel()
        drawing.setPixmap(icon(picture, COLOURS["accent"]).pixmap(QSize(26, 26)))
        self._name = line_label("muted")
        self._figure = line_label("money")
        self._below = NarrowLabel(role="muted")
        self._sign = sign_label(Tone.WARN, 18, "bad")
        self._sign.hide()
        last = QHBoxLayout()
        last.setSpacing(5)
        last.addWidget(self._sign)
        last.addWidget(self._below, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(drawing)
        head.addWidget(self._name)
        head.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 10, 16, 10)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addWidget(self._figure)
        rows.addLayout(last)
        rows.addStretch(1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_figure(
        self, name: str, figure: str, below: str = "", *, said: str = "", bad: bool = False
    ) -> None:
        """Show a name, its figure, and what is to be said of it; `bad` where it is a worry.

        `said` is the line below in full, for whoever points at the tile or hears it read aloud.
        """
        self._name.setText(name)
        self._figure.setText(figure)
        self._below.setText(below)
        self._sign.setVisible(bad)
        self._below.setStyleSheet(f"color: {COLOURS['bad' if bad else 'muted']}")
        self.setAccessibleName(". ".join(filter(None, (name, figure, said or below))))
        self.setToolTip(said or below)
        self.updateGeometry()

    def figure(self) -> str:
        """The figure that is shown."""
        return self._figure.text()

    def below(self) -> str:
        """The line below the figure."""
        return self._below.text()

    def is_worry(self) -> bool:
        """Whether the sign of a worry is drawn beside that line."""
        return not self._sign.isHidden()

    def sizeHint(self) -> QSize:
        """As large as what stands on it."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what stands on it."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the page, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
