"""The committee's decision on a request: its number, the amount, and who of them agreed."""

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QRadioButton

from ledger.actions.loans import decide_loan
from ledger.rules.lending import check_decision
from ledger.rules.loan_decisions import (
    ApprovalsMissing,
    ApproverTwice,
    DecisionTooEarly,
    MoreThanAsked,
)
from ledger.rules.loan_values import Loan, LoanDecision
from ledger.rules.permits import Act, may
from ledger.rules.refusals import AmountOutOfRange, NameMissing, Refusal
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.money_way import LoanNow
from ui.screens.loans.panel import Panel
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.labels import WrapLabel, line_label


class DecisionPanel(Panel):
    """Approve or refuse, with everything that the minutes say about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.yes, self.no = QRadioButton(), QRadioButton()
        self.number, self.reason = NameEdit(words), NameEdit(words)
        self.day, self.amount = DayEdit(words, desk.today), KipEdit(words)
        self.agreed_title = line_label()
        self.agreed: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._too_few = WrapLabel(role="bad")
        self._fields = {
            "number": Field(words, self.number),
            "day": Field(words, self.day),
            "reason": Field(words, self.reason),
            "amount": Field(words, self.amount),
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
            self._clear()
            for box in self.agreed.values():
                box.setChecked(False)
        self._show_officers()
        self._say()
        self._fit()

    def do(self) -> None:
        """Write the decision down."""
        self._clear()
        loan = self._loan
        if loan is None or not self._form.is_right():
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
            said = self.words.say("Decision № {number} is written down.", number=decision.number)
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
        for button in (self.yes, self.no):
            group.addButton(button)
            choice.addWidget(button)
        choice.addStretch(1)
        for field in self._fields.values():
            self._form.add(field)
        self._grid.setHorizontalSpacing(14)
        self.body.addLayout(choice)
        self.body.addWidget(self._form)
        self.body.addWidget(self.agreed_title)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._too_few)
        self.body.addStretch(1)
        self._too_few.hide()
        self.yes.toggled.connect(self._fit)

    def _say(self) -> None:
        words = self.words
        self.heading.setText(words.say("The committee decides"))
        self.yes.setText(words.say("Approved"))
        self.no.setText(words.say("Refused"))
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
            if officer.until is None and may(officer.role, Act.DECIDE_LOAN)
        ]
        if list(self.agreed) != [officer.name for officer in serving]:
            for box in self.agreed.values():
                self._grid.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.agreed = {officer.name: QCheckBox() for officer in serving}
            for place, box in enumerate(self.agreed.values()):
                self._grid.addWidget(box, place // 2, place % 2)
                box.toggled.connect(self._too_few.hide)
        for officer in serving:
            role = word(words, "role", officer.role.value)
            self.agreed[officer.name].setText(f"{officer.name} · {role}")

    def _fit(self) -> None:
        """A refusal has no amount and needs nobody's agreement by name."""
        approved = self.yes.isChecked()
        self._fields["amount"].setVisible(approved)
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
        )

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
        self._fields[key].problem(said)
        self._fields[key].editor.setFocus()


_WHERE: dict[type[Refusal], str] = {
    NameMissing: "number",
    DecisionTooEarly: "day",
    AmountOutOfRange: "amount",
    MoreThanAsked: "amount",
}
