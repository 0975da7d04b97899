"""An approved loan is handed over: how much, which way the money takes, and one button."""

from ledger.actions.loan_money import hand_over
from ui.desk import Desk
from ui.models.money_way import LoanNow, way_text
from ui.screens.loans.panel import Panel
from ui.widgets.labels import WrapLabel, line_label


class PayOutPanel(Panel):
    """The amount in figures and words, and what she holds in her hand after the fee."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "money_out")
        self.amount = line_label("money")
        self.in_words, self.fee = WrapLabel(role="muted"), WrapLabel()
        self._now: LoanNow | None = None
        for label in (self.amount, self.in_words, self.fee):
            self.body.addWidget(label)
        self.body.addStretch(1)

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show what is to be handed over."""
        del anew
        self._now = now
        words, decision = self.words, now.loan.decision
        kip = decision.kip if decision else 0
        fee = now.loan.request.product.fee
        self.heading.setText(words.say("Hand over the money"))
        self.amount.setText(words.money(kip))
        self.in_words.setText(words.in_words(kip))
        self.fee.setText(
            words.say(
                "She pays the fee of {fee} at once and takes {rest} home.",
                fee=words.money(fee),
                rest=words.money(kip - fee),
            )
        )
        self.fee.setVisible(fee > 0)
        self.way.setText(way_text(words, now))
        self.act.setText(words.say("Hand over {kip}", kip=words.money(kip)))

    def do(self) -> None:
        """Hand it over."""
        now = self._now
        if now is None:
            return
        today = self.desk.today()
        written = self.desk.do(
            lambda book, actor: hand_over(book, actor, loan=now.loan.id, today=today)
        )
        if written:
            words = self.words
            self.done.emit(
                words.say("The loan is handed over.")
                if now.sheet is None
                else words.say("The pay-out stands on the open sheet in pencil.")
            )
