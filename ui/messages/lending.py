"""What is said when a loan cannot be asked for, agreed to, handed over or repaid so."""

from collections.abc import Mapping

from ledger.rules.lending import (
    GuarantorForHerself,
    GuarantorNotActive,
    GuarantorOverstretched,
    GuarantorTwice,
    LoanKindUnknown,
    LoanOverCeiling,
    MonthsOutOfRange,
    PurposeUnknown,
    TermsNotOfRules,
    TooFewGuarantors,
    TooManyLoans,
    WaitingTime,
)
from ledger.rules.loan_decisions import (
    ApprovalsMissing,
    ApproverTwice,
    DecisionTooEarly,
    LoanDecidedAlready,
    LoanNotApproved,
    LoanPaidOutAlready,
    MoreThanAsked,
)
from ledger.rules.loans import LoanNotRunning, MoreThanOwed
from ledger.rules.posting_loans import LoanOfAnother, LoanUnknown, PartAboveDue
from ledger.rules.rulebook import CeilingKind
from translations import N_, Words
from ui.messages import waiting
from ui.messages.telling import Table, Told


def _over(no: LoanOverCeiling) -> str:
    match no.ceiling.kind:
        case CeilingKind.SAVINGS_TIMES:
            return N_(
                "The member's savings of {savings} allow a loan of up to {most}, {times} times as "
                "much; {given} is more."
            )
        case CeilingKind.STEPS:
            return N_(
                "The member's loan number {loan_number} may be up to {most}; {given} is more."
            )
        case _:
            return N_("A loan of this kind may be up to {most}; {given} is more.")


def _times(words: Words, no: LoanOverCeiling) -> Mapping[str, str]:
    # Hundredths, written as a percentage of itself would be: 300 is "3".
    return {"times": words.percent(no.ceiling.times).removesuffix("%")}


TOLD: Table = {
    **waiting.TOLD,
    LoanKindUnknown: Told(
        N_("The group gives no loan of the kind “{product}”. Choose one of its own.")
    ),
    TermsNotOfRules: Told(
        N_("The rules have changed: “{product}” has other terms now. Begin the request again.")
    ),
    PurposeUnknown: Told(
        N_("“{purpose}” is not in the group's list of purposes. Choose one of the list.")
    ),
    MonthsOutOfRange: Told(N_("A loan of this kind runs for 1 to {most} months, not {given}.")),
    LoanOverCeiling: Told(_over, kip="given most savings", more=_times),
    WaitingTime: Told(
        N_(
            "The member has to save for {months} months first, and may ask for a loan from "
            "{until} on."
        )
    ),
    TooManyLoans: Told(
        N_("The member has {running} loans of this kind already, and may have {most} at once.")
    ),
    TooFewGuarantors: Told(
        N_("{wanted} guarantors are needed, and {given} are named. Name the others.")
    ),
    GuarantorForHerself: Told(
        N_("{member} asks for this loan and cannot stand for it. Name somebody else.")
    ),
    GuarantorTwice: Told(N_("{member} is named twice as a guarantor. Name somebody else.")),
    GuarantorNotActive: Told(
        N_("{member} cannot stand for a loan now: {status}. Name somebody else.")
    ),
    GuarantorOverstretched: Told(
        N_(
            "{member} stands for {running} loans already, and nobody stands for more than {most}. "
            "Name somebody else."
        )
    ),
    LoanDecidedAlready: Told(N_("The committee has decided on loan {number} before.")),
    DecisionTooEarly: Told(
        N_("The decision is dated {decided}, before the request of {requested}. Check the day.")
    ),
    MoreThanAsked: Told(N_("The member asked for {asked}; {given} is more."), kip="given asked"),
    ApproverTwice: Told(N_("{name} is named twice, and counts once. Name another officer.")),
    ApprovalsMissing: Told(
        N_("{wanted} officers have to agree, and {given} are named. Name the others.")
    ),
    LoanNotApproved: Told(
        N_("Loan {number} has not been approved by that day: {stage}. Decide on it first.")
    ),
    LoanPaidOutAlready: Told(N_("The money of loan {number} was handed over before.")),
    LoanNotRunning: Told(N_("Nothing can be repaid on loan {number}: {stage}.")),
    MoreThanOwed: Told(
        N_("{most} ends loan {number} on that day; {given} is more."), kip="given most"
    ),
    LoanUnknown: Told(
        N_(
            "No such loan is open. A loan that is paid back whole has ended, with what was not "
            "handed over of it: for more the member asks for a new one."
        )
    ),
    LoanOfAnother: Told(N_("Loan {loan} is not a loan of {member}.")),
    PartAboveDue: Told(
        N_("Loan {loan}, {part}: {owed} is owed; {given} is more."), kip="owed given"
    ),
}
"""Said calmly: nothing was written."""
