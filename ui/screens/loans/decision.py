"""The committee's decision on a request: its number, the amount, and who of them agreed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout

from ledger.actions.lending import put_off_loan
from ledger.actions.loans import decide_loan
from ledger.rules.before_pay_out import Before, BeforePayOut, check_put_off
from ledger.rules.decisions import Subject
from ledger.rules.lending import check_decision
from ledger.rules.loan_decisions import (
    ApprovalsMissing,
    ApproverTwice,
    DecisionTooEarly,
    MoreThanAsked,
)
from ledger.rules.loan_values import Loan, LoanDecision
from ledger.rules.permits import Act
from ledger.rules.refusals import AmountOutOfRange, NameMissing, Refusal
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.money_way import LoanNow
from ui.models.watch import waiting_sentence, watch_lines
from ui.screens.loans.panel import Panel
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.labels import WrapLabel, line_label


class DecisionPanel(Panel):
    """Approve or refuse, with everything that the minutes say about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.yes, self.no, self.later = QRadioButton(), QRadioButton(), QRadioButton()
        self.number, self.reason = DecisionLine(desk, subject=Subject.LOAN), NameEdit(words)
        self.day, self.amount = DayEdit(words, desk.today), KipEdit(words)
        self.until, self.against = DayEdit(words, desk.today), NameEdit(words)
        self.watch = WrapLabel()
        self.agreed_title = line_label()
        self.agreed: dict[str, QCheckBox] = {}
        # One below the other: a long name and office needs the whole width.
        self._boxes = QVBoxLayout()
        self._too_few = WrapLabel(role="bad")
        self._fields = {
            "number": Field(words, self.number),
            "day": Field(words, self.day),
            "reason": Field(words, self.reason),
            "amount": Field(words, self.amount),
            "until": Field(words, self.until),
            "against": Field(words, self.against),
        }
        self._form = Form(columns=2)
        self._loan: Loan | None = None
        self._arrange()

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show the request; nobody has agreed yet."""
        self._loan = now.loan
        if anew:
            self.yes.setChecked(True)
            self.number.show_value(None)
            self.reason.show_value(None)
            self.day.show_value(self.desk.today())
            self.amount.show_value(now.loan.request.kip)
            self.until.show_value(None)
            self.against.show_value(None)
            self._clear()
            for box in self.agreed.values():
                box.setChecked(False)
        self._show_officers()
        self._show_watch(now.loan)
        self._say()
        self._fit()

    def do(self) -> None:
        """Write the decision down."""
        self._clear()
        loan = self._loan
        if loan is None or not self._form.is_right():
            return
        if self.later.isChecked():
            self._put_off(loan)
            return
        decision = self._typed()
        refusal = self.desk.try_out(
            lambda book: check_decision(decision, loan, book.rulebook(decision.day))
        )
        if refusal is not None:
            self._place(refusal)
        elif self.desk.do(
            lambda book, actor: decide_loan(book, actor, loan=loan.id, decision=decision)
        ):
            said = self.words.say("Decision No. {number} is written down.", number=decision.number)
            self.done.emit(said)

    def problem_text(self, where: str) -> str:
        """What is said to be wrong: with a field by its name, or with who "agreed"."""
        if where in self._fields:
            return self._fields[where].problem_text()
        return self._too_few.text() if not self._too_few.isHidden() else ""

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        group = QButtonGroup(self)
        choice = QHBoxLayout()
        for button in (self.yes, self.no, self.later):
            group.addButton(button)
            choice.addWidget(button)
        choice.addStretch(1)
        for field in self._fields.values():
            self._form.add(field)
        self.body.addWidget(self.watch)
        self.body.addLayout(choice)
        self.body.addWidget(self._form)
        self.body.addWidget(self.agreed_title)
        self.body.addLayout(self._boxes)
        self.body.addWidget(self._too_few)
        self.body.addStretch(1)
        self._too_few.hide()
        for button in (self.yes, self.no, self.later):
            button.toggled.connect(self._fit)

    def _say(self) -> None:
        words = self.words
        self.heading.setText(words.say("The committee decides"))
        self.yes.setText(words.say("Approved"))
        self.no.setText(words.say("Refused"))
        self.later.setText(words.say("Put off"))
        self._fields["until"].name(words.say("Until"))
        self._fields["against"].name(words.say("Against it (names with ;)"))
        self._fields["number"].name(words.say("Number of the decision"))
        self._fields["day"].name(words.say("Decided on"))
        self._fields["amount"].name(words.say("Approved amount ({unit})", unit=words.unit))
        self._fields["reason"].name(words.say("Reason or note"))
        self.act.setText(words.say("Write down the decision"))
        wanted = self.desk.book.rulebook(self.desk.today()).loans.approvals
        self.agreed_title.setText(
            words.say_many(
                "Who agreed? {n} has to agree.", "Who agreed? {n} have to agree.", wanted
            )
        )

    def _show_officers(self) -> None:
        """One box for each officer who decides on loans and serves now."""
        words = self.words
        serving = [
            officer
            for officer in self.desk.book.officers()
            if officer.until is None and self.desk.book.permits.may(officer.role, Act.DECIDE_LOAN)
        ]
        if list(self.agreed) != [officer.name for officer in serving]:
            for box in self.agreed.values():
                self._boxes.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.agreed = {officer.name: QCheckBox() for officer in serving}
            for box in self.agreed.values():
                self._boxes.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
                box.toggled.connect(self._too_few.hide)
        for officer in serving:
            role = word(words, "role", officer.role.value)
            self.agreed[officer.name].setText(f"{officer.name} · {role}")

    def _fit(self) -> None:
        """A refusal has no amount and needs nobody's agreement by name."""
        approved = self.yes.isChecked()
        self._fields["amount"].setVisible(approved)
        self._fields["until"].setVisible(self.later.isChecked())
        self._fields["against"].setVisible(not self.later.isChecked())
        self.agreed_title.setVisible(approved)
        for box in self.agreed.values():
            box.setVisible(approved)
        if not approved:
            self._too_few.hide()

    def _typed(self) -> LoanDecision:
        approved = self.yes.isChecked()
        names = (name for name, box in self.agreed.items() if box.isChecked())
        return LoanDecision(
            day=self.day.value() or self.desk.today(),
            number=self.number.value() or "",
            approved=approved,
            kip=(self.amount.value() or 0) if approved else 0,
            approvers=tuple(names) if approved else (),
            reason=self.reason.value() or "",
            against=tuple(
                filter(None, (n.strip() for n in (self.against.value() or "").split(";")))
            ),
        )

    def _show_watch(self, loan: Loan) -> None:
        """Where it stands in the waiting list, and what is to be seen of those who stand for it."""
        words, book = self.words, self.desk.book
        waiting = book.waiting_list(self.desk.today())
        row = waiting.of(loan.id)
        lines = [] if row is None else [waiting_sentence(words, row, waiting)]
        lines += watch_lines(words, book, loan.request, loan=loan.id)
        lines += [
            words.say("Put off: {reason}", reason=act.reason)
            for act in book.before_pay_out(loan.id)
            if act.kind is Before.PUT_OFF
        ]
        self.watch.setText("\n".join(lines))
        self.watch.setVisible(bool(lines))

    def _put_off(self, loan: Loan) -> None:
        act = BeforePayOut(
            loan=loan.id,
            kind=Before.PUT_OFF,
            day=self.day.value() or self.desk.today(),
            reason=self.reason.value() or "",
            decision=self.number.value() or "",
            until=self.until.value(),
        )
        refusal = self.desk.try_out(lambda _: check_put_off(act, loan))
        if refusal is not None:
            self._place(refusal)
        elif self.desk.do(lambda book, actor: put_off_loan(book, actor, act=act)):
            self.done.emit(self.words.say("The decision is put off."))

    def _clear(self) -> None:
        for field in self._fields.values():
            field.problem("")
        self._too_few.hide()

    def _place(self, refusal: Refusal) -> None:
        said = sentence(self.words, refusal)
        if isinstance(refusal, ApprovalsMissing | ApproverTwice):
            self._too_few.setText(said)
            self._too_few.show()
            next(iter(self.agreed.values())).setFocus()
            return
        key = _WHERE.get(type(refusal), "number")
        if isinstance(refusal, NameMissing) and refusal.what == "reason":
            key = "reason"
        self._fields[key].problem(said)
        self._fields[key].editor.setFocus()


def _names(text: str) -> tuple[str, ...]:
    """Names with a semicolon between them."""
    return tuple(name.strip() for name in text.split(";") if name.strip())


_WHERE: dict[type[Refusal], str] = {
    NameMissing: "number",
    DecisionTooEarly: "day",
    AmountOutOfRange: "amount",
    MoreThanAsked: "amount",
}
