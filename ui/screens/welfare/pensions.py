"""The pensions of a month: everybody who is to have one, paid in one go under one decision."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ledger.actions.welfare import pay_pensions
from ledger.book.change import Change, Topic
from ledger.rules.claim_checks import ConfirmationsMissing
from ledger.rules.claims import ClaimDecision, ClaimRequest, Reckoning
from ledger.rules.days import Month, month_of
from ledger.rules.decisions import Subject
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing
from ledger.statements.figure import Asked, Figure, welfare_figure
from ui.desk import Desk
from ui.messages import sentence
from ui.models.claims import benefit_name
from ui.models.members import full_name
from ui.models.rows import Column, RowsModel
from ui.screens.minutes.writing import DecisionLine
from ui.screens.screen import Screen
from ui.screens.welfare.confirmers import Confirmers
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView

_BACK = 6
"""So many months are offered, the running one first."""
_MONTH_LETTERS = 16
"""The longest name of a month with its year."""

Pension = tuple[ClaimRequest, Reckoning]


class PensionsScreen(Screen):
    """The list of a month at the left; the decision, and who confirms it, at the right."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CLAIMS, Topic.ENTRIES, Topic.MEMBERS, Topic.OFFICERS, Topic.RULES, Topic.MEETING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.months = ChoiceBox()
        self.months.setMinimumContentsLength(_MONTH_LETTERS)
        self.table, self.model = TableView(), RowsModel[Pension]()
        self.nothing, self._left = EmptyState("good"), QStackedWidget()
        self.number, self.evidence = DecisionLine(desk, subject=Subject.WELFARE), NameEdit(words)
        self.number_field = Field(words, self.number)
        self.evidence_field = Field(words, self.evidence)
        self.confirmers, self.together = Confirmers(), WrapLabel(role="heading")
        self.back, self.pay = Button(picture="left"), PrimaryButton("money_out")
        self._month: Month | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Pensions of a month"))
        self.months.setAccessibleName(words.say("Month"))
        self.number_field.name(words.say("Number of the decision"))
        self.evidence_field.name(words.say("Evidence: which paper, or who saw it"))
        self.back.setText(words.say("Back to the welfare fund"))
        self.pay.setText(words.say("Pay the pensions"))
        self.nothing.say(words.say("Nobody is to have a pension for this month, or all have it."))

    def refresh(self, change: Change | None = None) -> None:
        """Read who is to have a pension for the month that is chosen."""
        del change
        words, this = self.words, month_of(self.today())
        offered = [this.plus(-k) for k in range(_BACK)]
        self._month = self._month if self._month in offered else this
        self.months.offer([(month, words.month(month)) for month in offered])
        self.months.show_value(self._month)
        # What is still to be typed does not keep anybody off the list.
        due = self.book.pensions(self._month, self.today(), evidence="—")
        self.model.set_columns(self._columns())
        self.model.show(due)
        self.table.stretch((0,))
        self.table.select_row(0)
        self._left.setCurrentIndex(0 if due else 1)
        self.pay.setEnabled(bool(due))
        kip = words.money(sum(reckoning.kip for _, reckoning in due))
        people = words.say_many("{n} member", "{n} members", len(due))
        self.together.setText(f"{people} · {kip}" if due else "")
        self.evidence_field.setVisible(any(r.benefit.evidence for r, _ in due))
        self._show_officers(max((r.benefit.confirmations for r, _ in due), default=1))

    # --- inside ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Pension], ...]:
        words, members = self.words, {m.id: m for m in self.book.members()}
        return (
            Column(
                words.say("Member"),
                lambda row: (
                    f"{members[row[0].member].number} · " + full_name(members[row[0].member])
                ),
            ),
            Column(words.say("For what"), lambda row: benefit_name(words, row[0].benefit)),
            Column(
                words.say("Amount"),
                lambda row: words.kip(row[1].kip),
                figures=True,
                figure=self._figure,
            ),
        )

    def _figure(self, row: Pension) -> Figure | None:
        fund, today = self.book.rulebook(self.today()).welfare.fund, self.today()
        if fund is None or self._month is None:
            return None
        since = self._month.first
        return welfare_figure(Asked.PENSION, row[0].member, fund, today, since)

    def _show_officers(self, wanted: int) -> None:
        serving = [
            officer
            for officer in self.book.officers()
            if officer.serves(self.today())
            and self.book.permits.may(officer.role, Act.DECIDE_CLAIM)
        ]
        self.confirmers.show_officers(self.words, serving, wanted=wanted)

    def _pay(self) -> None:
        self.number_field.problem("")
        self.confirmers.problem("")
        month, rows, today = self._month, self.model.rows(), self.today()
        if month is None or not rows:
            return
        decision = ClaimDecision(
            day=today,
            number=self.number.value() or "",
            approved=True,
            confirmers=self.confirmers.names(),
        )
        members = frozenset(request.member for request, _ in rows)
        evidence = self.evidence.value() or ""
        if not decision.number:
            self.number_field.problem(sentence(self.words, NameMissing(what="decision")))
            self.number.setFocus()
            return
        wanted = max(request.benefit.confirmations for request, _ in rows)
        if len(decision.confirmers) < wanted:
            missing = ConfirmationsMissing(given=len(decision.confirmers), wanted=wanted)
            self.confirmers.problem(sentence(self.words, missing))
            return
        if self.desk.do(
            lambda book, actor: pay_pensions(
                book,
                actor,
                month=month,
                members=members,
                decision=decision,
                evidence=evidence,
                today=today,
            )
        ):
            self.confirmers.clear()
            self.number.show_value(None)
            self.tell(
                self.words.say("The pensions of {month} are paid.", month=self.words.month(month))
            )

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self._left.addWidget(self.table)
        self._left.addWidget(self.nothing)
        right = QVBoxLayout()
        right.setSpacing(12)
        for part in (self.together, self.number_field, self.evidence_field, self.confirmers):
            right.addWidget(part)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self._left, 11)
        both.addLayout(right, 10)
        self.body.addLayout(both, 1)
        self.beside_title.addWidget(self.months)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.pay)
        self.setFocusProxy(self.number)

    def _listen(self) -> None:
        self.months.chosen.connect(self._turn_to)
        self.pay.clicked.connect(self._pay)
        self.back.clicked.connect(lambda: self.go.emit("welfare", None))

    def _turn_to(self, month: Month) -> None:
        self._month = month
        self.refresh()
