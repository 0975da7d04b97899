"""What is said between a request and its pay-out: of guarantors, and of the waiting list."""

from ledger.rules.before_pay_out import FirstAlready, NotWaiting, SameGuarantors
from ledger.rules.guarantors import GuarantorOverSavings
from ledger.rules.waiting_list import OutOfTurn
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    GuarantorOverSavings: Told(
        N_(
            "{member} would stand for {given}; with savings of {savings} that can be {most}. Name "
            "somebody else."
        ),
        kip="given savings most",
    ),
    SameGuarantors: Told(N_("The same people stand for loan {number} already. Name others.")),
    NotWaiting: Told(
        N_("Loan {number} does not wait for its money: it was refused or handed over.")
    ),
    FirstAlready: Told(
        N_("Loan {number} stands first already, or was taken ahead before. Nothing is to be done.")
    ),
    OutOfTurn: Told(
        N_(
            "Loan {first} stands before loan {number}, and {cash} can be lent, not {wanted}. "
            "Hand that one over first, or take this one ahead and write why."
        ),
        kip="cash wanted",
    ),
}
"""Said calmly: nothing was written."""
