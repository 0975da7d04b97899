"""A decision is written down in place: the dialog for it, and the line that opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.decisions import write_decision
from ledger.book.change import Change, Topic
from ledger.rules.decisions import Decision, Subject, check_new_decision
from ledger.rules.meeting_values import Sheet
from ui.desk import Desk
from ui.messages import sentence
from ui.screens.minutes.form import DecisionForm
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.decision_edit import DecisionEdit
from ui.widgets.labels import line_label
from ui.widgets.margins import dialog_rows


class WriteDecision(QDialog):
    """Asks for a decision and writes it; `written` carries its number."""

    written = Signal(str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        subject: Subject = Subject.OTHER,
        number: str = "",
        sheet: Sheet | None = None,
        corrects: Decision | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.form = DecisionForm(desk)
        self.banner = Banner(desk.words)
        self.act, self.back = PrimaryButton("check"), Button()
        title = line_label("heading")
        words = desk.words
        said = words.say("Write down a decision")
        if corrects is not None:
            said = words.say("Correct decision No. {number}", number=corrects.number)
        title.setText(said)
        self.setWindowTitle(said)
        self.act.setText(words.say("Write down the decision"))
        self.back.setText(words.say("Go back"))
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.act)
        rows = dialog_rows(self)
        for part in (title, self.banner, self.form):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(900, 480)
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self.do)
        self.form.begin(subject=subject, number=number, sheet=sheet, corrects=corrects)

    def do(self) -> None:
        """Write the decision, or say in place why it cannot be one."""
        desk = self.desk
        number = write_form(desk, self.form)
        if number:
            self.written.emit(number)
            self.accept()
        elif desk.last_sentence:
            self.banner.say(desk.last_sentence, Tone.BAD)


def write_form(desk: Desk, form: DecisionForm) -> str:
    """Write what stands in a form; its number, or "" where something is said to be wrong."""
    if not form.is_right():
        return ""
    decision, today = form.typed(), desk.today()
    sheet = None if decision.sheet is None else desk.book.sheet(decision.sheet)
    refusal = desk.try_out(
        lambda book: check_new_decision(decision, known=book.decisions(), sheet=sheet, today=today)
    )
    if refusal is not None:
        form.place(refusal, sentence(desk.words, refusal))
        return ""
    written = desk.do(
        lambda book, actor: write_decision(book, actor, decision=decision, today=today)
    )
    return decision.number if written else ""


class DecisionLine(DecisionEdit):
    """The line for a decision's number that knows the open book, for any form to use.

    It offers what the minutes hold now, and the plus opens the dialog over the form.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        subject: Subject = Subject.OTHER,
        empty: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.words, empty=empty, parent=parent)
        self.desk = desk
        self.subject = subject
        self._offer()
        desk.changed.connect(self._changed)
        desk.opened.connect(self._offer)
        self.new_wanted.connect(self._write_new)

    def _changed(self, change: Change) -> None:
        if Topic.MINUTES in change.topics:
            self._offer()

    def _offer(self) -> None:
        self.offer(() if self.desk.is_empty else self.desk.book.decisions())

    def _write_new(self, number: str) -> None:
        dialog = WriteDecision(self.desk, self.window(), subject=self.subject, number=number)
        dialog.written.connect(self.take)
        dialog.exec()
        dialog.deleteLater()
        self.setFocus()
