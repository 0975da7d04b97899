"""Others stand for a loan than before: who, and why, before its money is handed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.lending import change_guarantors
from ledger.rules.before_pay_out import Before, BeforePayOut
from ledger.rules.loan_values import Loan
from ledger.rules.people import Status
from ui.desk import Desk
from ui.screens.loans.guarantors import Guarantors
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import line_label
from ui.widgets.margins import dialog_rows


class NewGuarantors(QDialog):
    """`written` carries the loan's number. A refusal stays in the dialog with what was typed."""

    written = Signal(str)

    def __init__(self, desk: Desk, loan: Loan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.loan = desk, loan
        words = desk.words
        self.heading = line_label("heading")
        self.banner = Banner(words)
        self.guarantors = Guarantors(words)
        self.reason = NameEdit(words)
        self.field = Field(words, self.reason)
        self.back = Button()
        self.act = PrimaryButton("check")
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.act)
        rows = dialog_rows(self)
        for part in (self.heading, self.banner, self.guarantors, self.field):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(620, 380)
        self._fill()
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._write)

    def _fill(self) -> None:
        words, request = self.desk.words, self.loan.request
        title = words.say("Other guarantors")
        self.setWindowTitle(title)
        self.heading.setText(f"{title} · {self.loan.number}")
        active = [m for m in self.desk.book.members() if m.status is Status.ACTIVE]
        self.guarantors.set_members([m for m in active if m.id != request.member])
        self.guarantors.ask_for(max(request.product.guarantors, len(request.guarantors)))
        for picker, member in zip(self.guarantors.pickers, request.guarantors, strict=False):
            picker.show_member(member)
        self.field.name(words.say("Why do others stand for it?"))
        self.act.setText(words.say("Write down the guarantors"))
        self.back.setText(words.say("Go back"))

    def _write(self) -> None:
        if not (self.guarantors.is_right() and self.reason.is_right()):
            return
        act = BeforePayOut(
            loan=self.loan.id,
            kind=Before.GUARANTORS,
            day=self.desk.today(),
            reason=self.reason.value() or "",
            guarantors=self.guarantors.chosen(),
        )
        if self.desk.do(lambda book, actor: change_guarantors(book, actor, act=act)):
            self.written.emit(self.loan.number)
            self.accept()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)
