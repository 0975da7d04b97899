"""What is said when the welfare fund cannot give, take or let go."""

from ledger.rules.claim_checks import (
    ClaimDaysMisfit,
    ClaimDecidedAlready,
    ClaimDecisionTooEarly,
    ClaimDoubled,
    ClaimUnitsMissing,
    ConfirmationsMissing,
    ConfirmerTwice,
    ConfirmerUnknown,
    EvidenceMissing,
    NothingLeftToClaim,
)
from ledger.rules.posting_welfare import (
    ClaimNotApproved,
    ClaimPaidAlready,
    ClaimPaidOtherwise,
    ClaimUnknown,
)
from ledger.rules.reckoning import BelowLadder, BirthDayMissing, TooYoung
from ledger.rules.welfare_cash import WelfareCashApart, WelfareCountDiffers, WelfareNotCounted
from ledger.rules.welfare_dues import (
    BenefitTooEarly,
    NotInWelfare,
    WelfareForEverybody,
    WelfareLeftOutOfOrder,
    WelfareNotKept,
)
from ledger.rules.welfare_spending import ClaimNeeded, WelfareCostsAboveLimit
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    WelfareNotKept: Told(N_("The group has no welfare fund by its rules.")),
    NotInWelfare: Told(
        N_("On {day} {member} is not in the welfare fund. Enter it first on the member's page.")
    ),
    BenefitTooEarly: Told(
        N_("{member} has not been in the welfare fund long enough. The first day is {first}.")
    ),
    WelfareForEverybody: Told(
        N_("By the rules every member is in the welfare fund. {member} cannot leave it alone.")
    ),
    WelfareLeftOutOfOrder: Told(
        N_(
            "{day} cannot be the member's last day in the welfare fund: it is a day from "
            "{since} to {last}."
        )
    ),
    ClaimDaysMisfit: Told(
        N_(
            "The event is from {first} to {last}, and the claim is of {day}. The first day comes "
            "first, and the claim after the last."
        )
    ),
    ClaimUnitsMissing: Told(
        N_("Nothing is asked for yet. Write how many days, nights, weeks, months or years.")
    ),
    EvidenceMissing: Told(
        N_("The rules ask for evidence. Write which paper was seen for {member}, or who saw it.")
    ),
    ClaimDoubled: Told(
        N_("Claim {number} is about the same days already. One event is paid for once.")
    ),
    NothingLeftToClaim: Told(
        N_("Nothing is left of this benefit: {limit} a year, and {used} has been used."),
        kip="limit used",
    ),
    ClaimDecidedAlready: Told(N_("Claim {number} has been decided on already.")),
    ClaimDecisionTooEarly: Told(
        N_("The claim is of {asked}. It cannot be decided on {decided}, before it was asked for.")
    ),
    ConfirmerTwice: Told(N_("{name} stands there twice. Each officer confirms once.")),
    ConfirmerUnknown: Told(
        N_("{name} holds no office on that day. Only officers of the group confirm a claim.")
    ),
    ConfirmationsMissing: Told(
        N_("{given} officers have confirmed the claim; the rules ask for {wanted}.")
    ),
    BirthDayMissing: Told(
        N_("This benefit goes by age. Write first on which day {member} was born.")
    ),
    TooYoung: Told(N_("{member} is {years} years old; the benefit begins at {least}.")),
    BelowLadder: Told(
        N_("{member} has {years} years; the first step of the benefit is {least} years.")
    ),
    ClaimUnknown: Told(
        N_("No approved claim {claim} waits for its money. Ask for it and decide on it first.")
    ),
    ClaimPaidAlready: Told(N_("The money of claim {number} has been handed over already.")),
    ClaimNotApproved: Told(
        N_("Claim {number} is not approved by that day. Decide on it before it is paid.")
    ),
    ClaimPaidOtherwise: Told(
        N_("Claim {number} comes to {kip} and is paid whole; {given} is another amount."),
        kip="kip given",
    ),
    ClaimNeeded: Told(
        N_("For {member} the welfare fund pays on a claim. Enter the claim on the welfare page.")
    ),
    WelfareCostsAboveLimit: Told(
        N_(
            "The welfare fund may spend {limit} a year on its own costs. {spent} was spent; "
            "{given} more is too much."
        ),
        kip="limit spent given",
    ),
    WelfareNotCounted: Told(
        N_("Say how much of the counted box is the welfare fund's: it is counted by itself.")
    ),
    WelfareCountDiffers: Told(
        N_(
            "The welfare fund's part of the box must be {expected}, and {counted} was counted. "
            "Count both heaps again, or write the reason."
        ),
        kip="counted expected",
    ),
    WelfareCashApart: Told(
        N_(
            "On {day} the group has {free} of its own in the box; the rest is the welfare fund's. "
            "{wanted} cannot be paid out."
        ),
        kip="free wanted",
    ),
}
"""Said calmly: nothing was written."""
