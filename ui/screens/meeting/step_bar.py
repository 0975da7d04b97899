"""The steps of a meeting in one row: all of them at once, those that are done with a tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ledger.rules.meeting_values import SheetKind
from ledger.statements.meeting_progress import STEPS, Step
from translations import N_, Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.spoken import Spoken

NAMES = {
    Step.OPEN: N_("Count the box"),
    Step.WHO: N_("Who is here"),
    Step.COLLECT: N_("Collect"),
    Step.PAY: N_("Lend and pay"),
    Step.COUNT: N_("Count again"),
    Step.SIGN: N_("Sign"),
}
_PICTURES = {
    Step.OPEN: "cash",
    Step.WHO: "members",
    Step.COLLECT: "money_in",
    Step.PAY: "money_out",
    Step.COUNT: "cash",
    Step.SIGN: "edit",
}


class StepBar(QWidget, Spoken):
    """One button for each step; any of them may be gone to at any time. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._done: Collection[Step] = ()
        self._steps: Sequence[Step] = ()
        self._group = QButtonGroup(self)
        self._buttons = {step: self._button(step) for step in Step}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button)
        self.show_kind(SheetKind.MEETING)

    def show_kind(self, kind: SheetKind) -> None:
        """Show the steps of this kind of sheet."""
        self._steps = STEPS[kind]
        for step, button in self._buttons.items():
            button.setVisible(step in self._steps)
        self.speak(self._words)

    def show_done(self, done: Collection[Step]) -> None:
        """Tick these steps."""
        self._done = done
        self.speak(self._words)

    def mark(self, step: Step) -> None:
        """Show at which step one is."""
        self._buttons[step].setChecked(True)

    def steps(self) -> Sequence[Step]:
        """The steps that are shown, in order."""
        return self._steps

    def button(self, step: Step) -> QToolButton:
        """The button of a step."""
        return self._buttons[step]

    def is_ticked(self, step: Step) -> bool:
        """Whether a step is shown as done."""
        return step in self._done

    def speak(self, words: Words) -> None:
        """Name the steps in these words."""
        self._words = words
        for number, step in enumerate(self._steps, start=1):
            button = self._buttons[step]
            text = words.say(NAMES[step])
            done = step in self._done
            button.setText(f"{words.number(number)}  {text}")
            button.setIcon(
                icon("good", COLOURS["good"], gap=6)
                if done
                else icon(_PICTURES[step], COLOURS["accent"], gap=6)
            )
            button.setAccessibleName(words.say("{step}, done", step=text) if done else text)

    def _button(self, step: Step) -> QToolButton:
        button = QToolButton()
        button.setProperty("step", True)
        button.setCheckable(True)
        button.setIconSize(QSize(27, 22))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.chosen.emit(step))
        self._group.addButton(button)
        return button
