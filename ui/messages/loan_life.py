"""What is said when the rules refuse something about a loan after its decision."""

from ledger.rules.fund_money import FundLentOut
from ledger.rules.loan_acts import (
    EventTooEarly,
    PauseDaysWrong,
    PauseOfSeason,
    PlanDayWrong,
    PlanNotWhole,
    RescheduleNotAllowed,
)
from ledger.rules.loan_parts import ContractMissing, PartTooLate
from ledger.rules.posting_loans import MoreThanLost, NotItsGuarantor, NotWrittenOff
from ledger.rules.rulebook_check import WelfareNotLent
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    ContractMissing: Told(
        N_("The rules ask for a contract. Write down the contract of loan {number} first.")
    ),
    PartTooLate: Told(
        N_(
            "Loan {number} got new due days on {day}. Hand over a further part on a later day, or "
            "set the days anew."
        )
    ),
    FundLentOut: Told(
        N_(
            "{fund} holds {balance}, of which {lent} is lent out; {given} is more than it can give "
            "on that day and later."
        ),
        kip="balance lent given",
        accounts="fund",
    ),
    RescheduleNotAllowed: Told(
        N_("By the rules a loan gets new due days {most} times; loan {number} has had {done}.")
    ),
    PlanNotWhole: Told(
        N_("{owed} is left of loan {number}; the new parts make {planned}."), kip="owed planned"
    ),
    PlanDayWrong: Told(N_("The due day {due} must come after {after}.")),
    PauseDaysWrong: Told(
        N_(
            "A pause begins on {decided} or later and ends after its first day; {first} to {last} "
            "does not."
        )
    ),
    PauseOfSeason: Told(
        N_(
            "Loan {number} pays its interest once for the season: waive some of it instead of "
            "pausing it."
        )
    ),
    EventTooEarly: Told(
        N_("On {last} something was written for loan {number} already; {day} is too early.")
    ),
    NotItsGuarantor: Told(N_("{member} does not stand for loan {loan}.")),
    NotWrittenOff: Told(N_("Nothing of loan {number} was written off by that day.")),
    MoreThanLost: Told(
        N_("{most} of loan {number} is still lost; {given} is more."), kip="most given"
    ),
    WelfareNotLent: Told(
        N_(
            "By these rules the welfare fund is not lent. Choose another fund for this kind of "
            "loan, or allow it."
        )
    ),
}
"""Said calmly: nothing was written."""
