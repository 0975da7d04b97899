"""The bar at the left: eight places, each a picture and a word."""

from collections.abc import Container

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from translations import N_, Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.spoken import Spoken

PLACES: dict[str, str] = {
    "home": N_("Home"),
    "meeting": N_("Meeting"),
    "members": N_("Members"),
    "loans": N_("Loans"),
    "funds": N_("Funds"),
    "books": N_("Books"),
    "papers": N_("Print"),
    "settings": N_("Settings"),
}
"""What stands in the bar, in this order; each has a picture of the same name."""


class Bar(QFrame, Spoken):
    """Always there, never scrolled. `chosen` carries the name of a place."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 10, 0, 10)
        rows.setSpacing(2)
        for name in PLACES:
            button = self._button(name)
            if name == "settings":
                rows.addStretch(1)
            rows.addWidget(button)
        self.speak(words)

    def offer(self, places: Container[str]) -> None:
        """Let those places be chosen that there are."""
        for name, button in self._buttons.items():
            button.setEnabled(name in places)

    def names(self) -> tuple[str, ...]:
        """The places in their order."""
        return tuple(self._buttons)

    def mark(self, name: str) -> None:
        """Show where one is; a page that is not in the bar leaves the mark where it was."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def button(self, name: str) -> QToolButton:
        """The button of a place."""
        return self._buttons[name]

    def speak(self, words: Words) -> None:
        """Name the places in these words."""
        for number, (name, button) in enumerate(self._buttons.items(), start=1):
            text = words.say(PLACES[name])
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} (Ctrl+{number})")

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, COLOURS["surface"], gap=6))
        button.setIconSize(QSize(32, 26))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button
