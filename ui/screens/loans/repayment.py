"""A repayment of any amount, with its parts shown before it is taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.actions.loan_money import repay, split_now
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Split
from ledger.rules.refusals import Refusal
from translations.reading import Unreadable
from ui.desk import Desk
from ui.messages import sentence
from ui.models.loan_acts import left_to_hand_over
from ui.models.money_way import LoanNow, way_text
from ui.one_time import one_time_key
from ui.screens.loans.panel import Panel
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.facts_card import FactsCard
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit


class RepaymentPanel(Panel):
    """What is due, the amount that is paid, and how the rules divide it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "money_in")
        words = desk.words
        self.due, self.parts = FactsCard(), FactsCard()
        self.amount = KipEdit(words)
        self.field = Field(words, self.amount)
        self.pay_due, self.pay_all = Button(Look.LINK), Button(Look.LINK)
        self._once = one_time_key()
        self._now: LoanNow | None = None
        self._arrange()

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show what is due of the loan, and nothing typed where it is another one."""
        self._now = now
        if anew:
            self._once = one_time_key()
            self.amount.show_value(None)
            self.field.problem("")
        self._say(now)
        self._show_due(now)
        self._show_parts(self.amount.value())

    def do(self) -> None:
        """Take the repayment."""
        now = self._now
        if now is None or not self.amount.is_right():
            self.amount.setFocus()
            return
        kip, today = self.amount.value() or 0, self.desk.today()
        refusal = self._why_not(now, kip)
        if refusal is not None:
            self.field.problem(sentence(self.words, refusal))
            self.amount.setFocus()
            return
        written = self.desk.do(
            lambda book, actor: repay(book, actor, loan=now.loan.id, kip=kip, today=today),
            once=self._once,
        )
        if written:
            self._once = one_time_key()
            self.amount.show_value(None)
            self._show_parts(None)
            words, money = self.words, self.words.money(kip)
            self.done.emit(
                words.say("The repayment of {kip} is written down.", kip=money)
                if now.sheet is None
                else words.say("The repayment of {kip} stands on the open sheet.", kip=money)
            )

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        links = QVBoxLayout()
        links.setSpacing(0)
        links.addStretch(1)
        for link in (self.pay_due, self.pay_all):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        links.addStretch(1)
        paying = QHBoxLayout()
        paying.addWidget(self.field, 1)
        paying.addLayout(links, 1)
        self.due.be_plain()
        self.parts.be_plain()
        self.body.addWidget(self.due)
        self.body.addLayout(paying)
        self.body.addWidget(self.parts)
        self.body.addStretch(1)
        self.amount.textEdited.connect(self._typing)
        self.amount.committed.connect(self._committed)
        self.amount.returnPressed.connect(self.act.setFocus)
        self.pay_due.clicked.connect(lambda: self._fill(self._due()))
        self.pay_all.clicked.connect(lambda: self._fill(self._all()))

    def _say(self, now: LoanNow) -> None:
        words = self.words
        self.heading.setText(words.say("The borrower pays back"))
        self.field.name(words.say("The borrower pays now ({unit})", unit=words.unit))
        self.pay_due.setText(words.say("What is due: {kip}", kip=words.kip(self._due())))
        self.pay_all.setText(words.say("Everything: {kip}", kip=words.kip(self._all())))
        self.pay_due.setVisible(self._due() > 0)
        self.act.setText(words.say("Take the repayment"))
        self.way.setText(way_text(words, now))

    def _show_due(self, now: LoanNow) -> None:
        words, state = self.words, now.state
        overdue = state.overdue_since and words.say(
            "{kip} since {day}", kip=words.money(state.overdue), day=words.day(state.overdue_since)
        )
        self.due.show_facts(
            "",
            (
                (words.say("Fine due"), words.money(state.fine_due) if state.fine_due else ""),
                (words.say("Interest due"), words.money(state.interest_due)),
                (words.say("Principal due"), words.money(state.principal_due)),
                (words.say("Of this, overdue"), overdue or ""),
            ),
            right=True,
            signs={words.say("Of this, overdue"): Tone.WARN},
        )

    def _typing(self, text: str) -> None:
        """Divide what stands in the line as soon as it can be read."""
        self.field.problem("")
        try:
            self._show_parts(self.amount.read(text))
        except Unreadable:
            self._show_parts(None)

    def _committed(self, kip: Kip | None) -> None:
        self._show_parts(kip)
        now = self._now
        if now is not None and kip is not None:
            refusal = self._why_not(now, kip)
            self.field.problem("" if refusal is None else sentence(self.words, refusal))

    def _fill(self, kip: Kip) -> None:
        self.amount.choose(kip)
        self.amount.setFocus()

    def _show_parts(self, kip: Kip | None) -> None:
        words, now = self.words, self._now
        split = None if now is None or not kip else self._split(now, kip)
        if now is None or split is None:
            self.parts.show_facts("", ())
            return
        left = now.state.principal - split.principal
        self.parts.show_facts(
            words.say("How it is divided"),
            (
                (words.say("Fine"), words.money(split.fine)),
                (words.say("Interest"), words.money(split.interest)),
                (words.say("Principal"), words.money(split.principal)),
                (words.say("Still owed after it"), words.money(left)),
                (words.say("Ends with it, never handed over"), self._lapses(now, kip)),
            ),
            right=True,
        )

    def _lapses(self, now: LoanNow, kip: Kip | None) -> str:
        """What was approved and is not handed over, where this repayment ends the loan."""
        never = left_to_hand_over(now)
        ends = kip == now.state.settlement
        return self.words.money(never) if ends and never > 0 else ""

    def _split(self, now: LoanNow, kip: Kip) -> Split | None:
        found: list[Split] = []
        today = self.desk.today()
        self.desk.try_out(
            lambda book: found.append(split_now(book, loan=now.loan.id, kip=kip, today=today))
        )
        return found[0] if found else None

    def _why_not(self, now: LoanNow, kip: Kip) -> Refusal | None:
        today = self.desk.today()
        return self.desk.try_out(
            lambda book: split_now(book, loan=now.loan.id, kip=kip, today=today)
        )

    def _due(self) -> Kip:
        state = self._now.state if self._now else None
        return state.fine_due + state.interest_due + state.principal_due if state else 0

    def _all(self) -> Kip:
        return self._now.state.settlement if self._now else 0
