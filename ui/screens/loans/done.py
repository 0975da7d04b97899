"""What is said of a loan with which nothing more can be done, or nothing before the signing."""

from ledger.rules.loan_values import LoanStage
from translations import N_, Words
from ui.desk import Desk
from ui.models.loan_acts import left_to_hand_over
from ui.models.money_way import LoanNow, way_text
from ui.screens.loans.panel import Panel
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel

_SAID = {
    LoanStage.REPAID: (N_("Paid back"), N_("Nothing is owed any more.")),
    LoanStage.REFUSED: (N_("Refused"), N_("The committee has refused this request.")),
    LoanStage.WRITTEN_OFF: (
        N_("Written off"),
        N_("The group has given this loan up. What comes back of it is written down as such."),
    ),
    LoanStage.PASSED_ON: (
        N_("Passed to a guarantor"),
        N_("A guarantor owes the rest now, as a loan by itself."),
    ),
}


class DonePanel(Panel):
    """A finished or refused loan, with what it brought the group; or one that waits in pencil."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "right")
        self.facts, self.said = FactsCard(), WrapLabel()
        self.facts.be_plain()
        self.body.addWidget(self.said)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Say how it ended."""
        del anew
        words, state = self.words, now.state
        self.act.setText(words.say("Go to the open sheet"))
        self.act.setVisible(now.in_pencil)
        repaid = state.stage is not LoanStage.REFUSED
        heading, said = _SAID[state.stage]
        self.heading.setText(words.say(heading))
        reason = now.loan.decision.reason if now.loan.decision else ""
        self.said.setText(way_text(words, now) if repaid and now.in_pencil else words.say(said))
        self.facts.show_facts(
            "",
            (
                (words.say("Interest paid"), words.money(state.interest_paid) if repaid else ""),
                (words.say("Fines paid"), words.money(state.fine_paid) if state.fine_paid else ""),
                (
                    words.say("Written off"),
                    words.money(state.written_off) if state.written_off else "",
                ),
                (words.say("Came back"), words.money(state.recovered) if state.written_off else ""),
                (words.say("Approved and never handed over"), _never(words, now)),
                (words.say("Reason"), reason),
            ),
            right=repaid,
        )

    def do(self) -> None:
        """Go where it is signed."""
        self.meeting_wanted.emit()


def _never(words: Words, now: LoanNow) -> str:
    """What lapsed of a loan that ended before all of it was handed over."""
    left = left_to_hand_over(now)
    ended = now.state.stage not in {LoanStage.REFUSED, LoanStage.PASSED_ON}
    return words.money(left) if ended and left > 0 else ""
