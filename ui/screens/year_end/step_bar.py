"""The steps of closing a year in one row; each can be gone to at any time, only to look."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from translations import N_, Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.spoken import Spoken


class Step(StrEnum):
    """One step, in the order in which they are walked."""

    READY = "ready"
    PROFIT = "profit"
    SHARES = "shares"
    DIVIDENDS = "dividends"
    ENTRIES = "entries"
    CONFIRM = "confirm"


STEPS = tuple(Step)
NAMES = {
    Step.READY: N_("Still to finish"),
    Step.PROFIT: N_("Profit"),
    Step.SHARES: N_("Sharing"),
    Step.DIVIDENDS: N_("Dividends"),
    Step.ENTRIES: N_("Entries"),
    Step.CONFIRM: N_("Two confirm"),
}
_PICTURES = {
    Step.READY: "check",
    Step.PROFIT: "money_in",
    Step.SHARES: "funds",
    Step.DIVIDENDS: "members",
    Step.ENTRIES: "books",
    Step.CONFIRM: "lock",
}


class StepBar(QWidget, Spoken):
    """One button for each step. `chosen` carries the step; arrow keys walk along the row."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._closed = False
        self._group = QButtonGroup(self)
        self._buttons = {step: self._button(step) for step in STEPS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button)
        self.speak(words)

    def mark(self, step: Step) -> None:
        """Show at which step one is."""
        self._buttons[step].setChecked(True)

    def show_closed(self, closed: bool) -> None:
        """Of a closed year the last step says what was written."""
        self._closed = closed
        self.speak(self._words)

    def button(self, step: Step) -> QToolButton:
        """The button of a step."""
        return self._buttons[step]

    def speak(self, words: Words) -> None:
        """Name the steps in these words."""
        self._words = words
        for number, (step, button) in enumerate(self._buttons.items(), start=1):
            text = step_name(words, step, closed=self._closed)
            button.setText(f"{words.number(number)}  {text}")
            button.setAccessibleName(text)

    def _button(self, step: Step) -> QToolButton:
        button = QToolButton()
        button.setProperty("step", True)
        button.setCheckable(True)
        button.setIcon(icon(_PICTURES[step], COLOURS["accent"], gap=6))
        button.setIconSize(QSize(27, 22))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.chosen.emit(step))
        self._group.addButton(button)
        return button


def step_name(words: Words, step: Step, *, closed: bool = False) -> str:
    """What a step is called."""
    if closed and step is Step.CONFIRM:
        return words.say("Closed")
    return words.say(NAMES[step])
