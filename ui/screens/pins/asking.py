"""The question for an officer's PIN, and how long she has to wait after several wrong ones."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.people import Actor
from ledger.rules.pins import PinMustWait, PinWrong, wait_after
from ui.desk import Desk
from ui.messages import sentence
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.labels import line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.pin_edit import PinEdit

_TICK = 500
_SECOND = 1_000


class PinQuestion(QWidget):
    """`right` comes when her PIN was typed, `forgotten` when she says that she forgot it.

    The wait is measured on the clock that nobody can set, and begins anew with the program.
    """

    right = Signal()
    forgotten = Signal()

    def __init__(self, desk: Desk, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.actor = desk, actor
        words = desk.words
        self.heading = line_label("heading")
        self.line = PinEdit()
        self.field = Field(words, self.line)
        self.enter = PrimaryButton("check")
        self.forgot = Button(Look.LINK, "help")
        self._wait, self._since, self._timer = 0, QElapsedTimer(), QTimer(self)
        self.heading.setText(actor.name)
        self.field.name(words.say("PIN"))
        self.enter.setText(words.say("Go on"))
        self.forgot.setText(words.say("I forgot my PIN"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.heading)
        rows.addWidget(self.field)
        rows.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.try_it)
        self.enter.clicked.connect(self.try_it)
        self.forgot.clicked.connect(self.forgotten)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._count_down)
        self._hold(wait_after(desk.wrong_tries(actor)))

    def try_it(self) -> None:
        """Look whether what was typed is her PIN."""
        if self._wait:
            return
        no = self.desk.let_in(self.actor, self.line.take())
        if no is None:
            self.right.emit()
            return
        self.field.problem(sentence(self.desk.words, no))
        if isinstance(no, PinWrong):
            self._hold(no.wait)

    def _hold(self, seconds: int) -> None:
        self._wait = seconds
        if seconds:
            self._since.start()
            self._timer.start()
            self._count_down()

    def _count_down(self) -> None:
        left = self._wait - self._since.elapsed() // _SECOND
        if left <= 0:
            self._wait = 0
            self._timer.stop()
        told = PinMustWait(name=self.actor.name, wait=left)
        self.field.problem(sentence(self.desk.words, told) if left > 0 else "")
        # The cursor stays in the line: an impatient Enter must not land on the next button.
        self.line.setReadOnly(left > 0)
        self.enter.setEnabled(left <= 0)
        if left <= 0:
            self.line.setFocus()


class PinDialog(QDialog):
    """The question in a small window of its own."""

    def __init__(self, desk: Desk, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PinQuestion(desk, actor)
        self.back = Button()
        self.back.setText(desk.words.say("Go back"))
        self.setWindowTitle(desk.words.say("Who is at the desk?"))
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.question.enter)
        rows = dialog_rows(self, 16)
        rows.addWidget(self.question)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(460, 230)
        self.question.setFocus()
        self.question.right.connect(self.accept)
        self.question.forgotten.connect(self._forgot)
        self.back.clicked.connect(self.reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries the PIN and never closes the window by itself."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _forgot(self) -> None:
        from ui.screens.pins.forgotten import ForgottenDialog  # noqa: PLC0415 -- it asks back here

        dialog = ForgottenDialog(self.question.desk, self.question.actor, self)
        if dialog.exec():
            self.accept()
        dialog.deleteLater()


def ask_pin(desk: Desk, actor: Actor, parent: QWidget | None = None) -> bool:
    """Whether she proved who she is; whoever has no PIN need not."""
    if not desk.has_pin(actor):
        return True
    dialog = PinDialog(desk, actor, parent)
    said = bool(dialog.exec())
    dialog.deleteLater()
    return said
