"""Buttons: one primary act for each screen, dangerous ones set apart, links within a sentence."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.look import COLOURS
from ui.widgets.icons import icon

_GAP = 4
"""Between a picture and its word, in twenty-fourths of the picture."""


class Look(StrEnum):
    """What kind of act a button starts."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    LINK = "link"
    BIG = "big"


class Button(QPushButton):
    """A button of verb and object, pressed by mouse, Space or Enter."""

    def __init__(
        self, look: Look = Look.PLAIN, picture: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", look.value)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if picture:
            self.show_picture(picture)
            side = 32 if look is Look.BIG else 22
            self.setIconSize(QSize(side * (24 + _GAP) // 24, side))

    def show_picture(self, name: str) -> None:
        """Show another picture, where the button now does something else."""
        tint = {Look.PRIMARY: "surface", Look.DANGER: "bad"}.get(self._look, "accent")
        self.setIcon(icon(name, COLOURS[tint], gap=_GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button on which the cursor stands, as Space does.

        Enter that is held down presses it once, and nothing that stands there afterwards.
        """
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.isEnabled():
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def with_key(text: str, key: str) -> str:
    """What a button says, with the key that presses it before it: "[F9] Sign".

    Round brackets hold counts; a figure that is a key must not be read as one.
    """
    return f"[{key}] {text}"


class PrimaryButton(Button):
    """The one act that a screen is for; it stands at the bottom right."""

    def __init__(self, picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Look.PRIMARY, picture, parent)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick clicks is meant for the same act: it does nothing."""
        event.accept()


class BigButton(Button):
    """A large choice with a picture, for pages that ask one thing."""

    def __init__(self, picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Look.BIG, picture, parent)
