"""An approved loan is handed over: how much, which way the money takes, and one button."""

from ledger.actions.loan_money import hand_over
from ui.desk import Desk
from ui.models.money_way import LoanNow, way_text
from ui.one_time import one_time_key
from ui.screens.loans.panel import Panel
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit
from ui.widgets.labels import WrapLabel, line_label


class PayOutPanel(Panel):
    """The amount in figures and words, and what she holds in her hand after the fee."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "money_out")
        self.amount = line_label("money")
        self.in_words, self.fee = WrapLabel(role="muted"), WrapLabel()
        self.part = KipEdit(desk.words)
        self.field = Field(desk.words, self.part)
        self._once = one_time_key()
        self._now: LoanNow | None = None
        for label in (self.amount, self.in_words, self.fee, self.field):
            self.body.addWidget(label)
        self.part.committed.connect(lambda _: self._say_act())
        self.body.addStretch(1)

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show what is to be handed over."""
        self._now = now
        if anew:
            self._once = one_time_key()
            self.part.show_value(None)
            self.field.problem("")
        words, decision = self.words, now.loan.decision
        kip = decision.kip if decision else 0
        fee = now.loan.request.product.fee
        self.heading.setText(words.say("Hand over the money"))
        self.amount.setText(words.money(kip))
        self.in_words.setText(words.in_words(kip))
        self.fee.setText(
            words.say(
                "The borrower pays the fee of {fee} at once and takes {rest} home.",
                fee=words.money(fee),
                rest=words.money(kip - fee),
            )
        )
        self.fee.setVisible(fee > 0)
        self.way.setText(way_text(words, now))
        self.field.name(words.say("Only a part of it now ({unit})", unit=words.unit))
        self._say_act()

    def do(self) -> None:
        """Hand it over."""
        now = self._now
        if now is None or not self.part.is_right():
            return
        today, kip = self.desk.today(), self.part.value() or None
        written = self.desk.do(
            lambda book, actor: hand_over(book, actor, loan=now.loan.id, today=today, kip=kip),
            once=self._once,
        )
        if written:
            self._once = one_time_key()
            self.part.show_value(None)
            words = self.words
            self.done.emit(
                words.say("The loan is handed over.")
                if now.sheet is None
                else words.say("The pay-out stands on the open sheet in pencil.")
            )

    def _say_act(self) -> None:
        decision = self._now.loan.decision if self._now else None
        kip = self.part.value() or (decision.kip if decision else 0)
        self.act.setText(self.words.say("Hand over {kip}", kip=self.words.money(kip)))
