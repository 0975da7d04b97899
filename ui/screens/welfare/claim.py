"""One claim: what was asked, its reckoning, and the one thing that is to be done with it now."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ledger.actions.welfare import decide_claim, pay_claim
from ledger.book.change import Change, Topic
from ledger.rules.claim_checks import (
    ClaimDecisionTooEarly,
    ConfirmationsMissing,
    check_claim_decision,
)
from ledger.rules.claims import Claim, ClaimDecision, ClaimStage
from ledger.rules.decisions import Subject
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import ClaimId
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.claims import benefit_name, reckoning_lines
from ui.models.members import full_name
from ui.screens.minutes.writing import DecisionLine
from ui.screens.screen import Screen
from ui.screens.welfare.confirmers import Confirmers
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.day_edit import DayEdit
from ui.widgets.facts_card import FactsCard
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel


class ClaimScreen(Screen):
    """`go("claim", its id)` opens it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.CLAIMS, Topic.ENTRIES, Topic.MEMBERS, Topic.OFFICERS, Topic.MEETING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.facts, self.reckoning = FactsCard(), FactsCard()
        self.number, self.reason = DecisionLine(desk, subject=Subject.WELFARE), NameEdit(words)
        self.day = DayEdit(words, desk.today)
        editors: dict[str, QWidget] = {
            "number": self.number,
            "day": self.day,
            "reason": self.reason,
        }
        self.fields = {name: Field(words, editor) for name, editor in editors.items()}
        self.form = Form(columns=2)
        self.confirmers = Confirmers()
        self.state = WrapLabel()
        self._right = QStackedWidget()
        self.back = Button(picture="left")
        self.see_member = Button(picture="person")
        self.refuse = Button(Look.DANGER, "close")
        self.approve, self.pay = PrimaryButton("check"), PrimaryButton("money_out")
        self._id: ClaimId | None = None
        self._claim: Claim | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.back.setText(words.say("Back to the welfare fund"))
        self.see_member.setText(words.say("The member's page"))
        self.refuse.setText(words.say("Refuse the claim"))
        self.approve.setText(words.say("Approve the claim"))
        self.pay.setText(words.say("Pay the claim"))
        self.fields["number"].name(words.say("Number of the decision"))
        self.fields["day"].name(words.say("Decided on"))
        self.fields["reason"].name(words.say("Reason or note"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the claim anew."""
        del change
        if self._id is None:
            return
        anew = self._claim is None or self._claim.id != self._id
        self._claim = claim = self.book.claim(self._id)
        self.title.setText(self.words.say("Welfare claim {number}", number=claim.number))
        if anew:
            self._begin()
        self._show_facts(claim)
        self._show_state(claim)

    def show_item(self, item: object) -> None:
        """Open a claim."""
        if isinstance(item, int):
            self._id = ClaimId(item)

    # --- inside ----------------------------------------------------------------------------

    def _begin(self) -> None:
        self.number.show_value(None)
        self.reason.show_value(None)
        self.day.show_value(self.today())
        self.confirmers.clear()
        self._clear()

    def _show_facts(self, claim: Claim) -> None:
        words, request = self.words, claim.request
        member = self.book.member(request.member)
        days = words.day(request.first)
        if request.last != request.first:
            days = f"{days} – {words.day(request.last)}"
        self.facts.show_facts(
            words.say("What is asked for"),
            (
                (words.say("Member"), f"{member.number} · {full_name(member)}"),
                (words.say("For what"), benefit_name(words, request.benefit)),
                (words.say("When it was"), days),
                (words.say("Claimed on"), words.day(request.day)),
                (words.say("Evidence"), request.evidence),
                (words.say("Paid to"), word(words, "benefit_to", request.benefit.to.value)),
            ),
        )
        lines = reckoning_lines(words, request.benefit, claim.reckoning)
        steps = [(f"{place}.", line) for place, line in enumerate(lines, start=1)]
        total = (words.say("What it comes to"), words.money(claim.kip))
        self.reckoning.show_facts(words.say("How it is worked out"), (*steps, total))

    def _show_state(self, claim: Claim) -> None:
        words, stage = self.words, claim.stage
        asked, waiting = stage is ClaimStage.ASKED, stage is ClaimStage.APPROVED
        self._right.setCurrentIndex(0 if asked else 1)
        for button in (self.approve, self.refuse):
            button.setVisible(asked)
        self.pay.setVisible(waiting)
        serving = [
            officer
            for officer in self.book.officers()
            if officer.serves(self.today())
            and self.book.permits.may(officer.role, Act.DECIDE_CLAIM)
        ]
        wanted = claim.request.benefit.confirmations
        self.confirmers.show_officers(words, serving, wanted=wanted)
        if not asked:
            self.state.setText(self._said(claim))

    def _said(self, claim: Claim) -> str:
        words, decision = self.words, claim.decision
        if decision is None:
            return ""
        facts = {"number": decision.number, "day": words.day(decision.day)}
        if claim.stage is ClaimStage.REFUSED:
            return words.say(
                "Refused on {day} with decision {number}: {reason}",
                reason=decision.reason,
                **facts,
            )
        said = words.say(
            "Approved on {day} with decision {number}. Confirmed by: {names}.",
            names=", ".join(decision.confirmers),
            **facts,
        )
        if claim.paid is not None:
            return said + "\n" + words.say("Paid on {day}.", day=words.day(claim.paid))
        sheet = self.book.open_sheet()
        if sheet is None:
            return said + "\n" + words.say("The money has not been handed over yet.")
        return (
            said
            + "\n"
            + words.say("A sheet is on the table: paid now, the money stands there in pencil.")
        )

    def _decide(self, *, approved: bool) -> None:
        self._clear()
        claim = self._claim
        if claim is None or not self.form.is_right():
            return
        decision = ClaimDecision(
            day=self.day.value() or self.today(),
            number=self.number.value() or "",
            approved=approved,
            confirmers=self.confirmers.names() if approved else (),
            reason=self.reason.value() or "",
        )
        officers = self.book.officers()
        refusal = self.desk.try_out(lambda _: check_claim_decision(decision, claim, officers))
        if refusal is not None:
            self._place(refusal)
        elif self.desk.do(
            lambda book, actor: decide_claim(book, actor, claim=claim.id, decision=decision)
        ):
            said = self.words.say("Decision No. {number} is written down.", number=decision.number)
            self.tell(said)

    def _pay(self) -> None:
        claim = self._claim
        if claim is None:
            return
        today = self.today()
        if self.desk.do(lambda book, actor: pay_claim(book, actor, claim=claim.id, today=today)):
            kip = self.words.money(claim.kip)
            self.tell(self.words.say("{kip} out of the welfare fund is written down.", kip=kip))

    def _clear(self) -> None:
        for field in self.fields.values():
            field.problem("")
        self.confirmers.problem("")

    def _place(self, refusal: Refusal) -> None:
        said = sentence(self.words, refusal)
        if isinstance(refusal, ConfirmationsMissing):
            self.confirmers.problem(said)
            return
        where = "day" if isinstance(refusal, ClaimDecisionTooEarly) else "number"
        if isinstance(refusal, NameMissing) and refusal.what == "reason":
            where = "reason"
        self.fields[where].problem(said)
        self.fields[where].editor.setFocus()

    def _arrange(self) -> None:
        for name, field in self.fields.items():
            self.form.add(field, wide=name == "reason")
        deciding = QWidget()
        rows = QVBoxLayout(deciding)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.form)
        rows.addWidget(self.confirmers)
        rows.addStretch(1)
        decided = QWidget()
        told = QVBoxLayout(decided)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.state)
        told.addStretch(1)
        self._right.addWidget(deciding)
        self._right.addWidget(decided)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.facts)
        left.addWidget(self.reckoning)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 1)
        both.addWidget(self._right, 1)
        self.body.addLayout(both, 1)
        for button in (self.refuse, self.back, self.see_member):
            self.acts.addWidget(button)
        self.acts.addStretch(1)
        self.acts.addWidget(self.approve)
        self.acts.addWidget(self.pay)
        self.setFocusProxy(self.number)

    def _listen(self) -> None:
        self.approve.clicked.connect(lambda: self._decide(approved=True))
        self.refuse.clicked.connect(lambda: self._decide(approved=False))
        self.pay.clicked.connect(self._pay)
        self.back.clicked.connect(lambda: self.go.emit("welfare", None))
        self.see_member.clicked.connect(
            lambda: self.go.emit("member", self._claim.request.member if self._claim else None)
        )
