"""The question before an act that needs a reason, and a second person where it takes two."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ui.desk import Desk
from ui.screens.second_person import ask_second
from ui.widgets.buttons import Button, Look
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: the reason, and who agreed where two were asked for."""

    reason: str
    second: Actor | None = None


class Reasoned(QDialog):
    """Says what will happen and asks why; then a second person picks her name, if it takes two."""

    def __init__(
        self,
        desk: Desk,
        act: Act,
        *,
        title: str,
        detail: str = "",
        two: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._act, self._title, self._two = desk, act, title, two
        self.answer: Answer | None = None
        words = desk.words
        heading, what = line_label("heading"), WrapLabel(detail)
        heading.setText(title)
        self.setWindowTitle(title)
        what.setVisible(bool(detail))
        self.reason = NameEdit(words)
        self.field = Field(words, self.reason)
        self.field.name(words.say("Reason (it stays in the history)"))
        self.act, self.back = Button(Look.DANGER, "undo"), Button()
        self.act.setText(title)
        self.back.setText(words.say("Go back"))
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = dialog_rows(self, 12)
        for part in (heading, what, self.field):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(640, 260)
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._go_on)
        self.reason.returnPressed.connect(self.act.setFocus)
        self.reason.setFocus()

    def _go_on(self) -> None:
        self.reason.is_right()
        reason = self.reason.value() or ""
        if not reason:
            self.field.problem(self.desk.words.say("Write down the reason."))
            self.reason.setFocus()
            return
        self.field.problem("")
        second = None
        if self._two:
            what = self.desk.words.say("{act}: {reason}", act=self._title, reason=reason)
            second = ask_second(self.desk, self._act, what=what, parent=self)
            if second is None:
                return
        self.answer = Answer(reason, second)
        self.accept()


def ask_reason(
    desk: Desk,
    act: Act,
    *,
    title: str,
    detail: str = "",
    two: bool = False,
    parent: QWidget | None = None,
) -> Answer | None:
    """Ask; nothing where the act was left."""
    dialog = Reasoned(desk, act, title=title, detail=detail, two=two, parent=parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
