"""What is said about people: who may join, leave, be settled with, inherit, or hand over."""

from ledger.rules.admission import (
    AlreadyDecided,
    ApprovalMissing,
    CandidateUnknown,
    GuardianMissing,
    NotOfTheVillage,
    TooYoung,
)
from ledger.rules.committee import HandedToOneself, NobodyChanges, NotInOffice
from ledger.rules.leaving import (
    AlreadyOnLeave,
    DayBeforeJoined,
    LeaveBackwards,
    NotGone,
    NoticeGiven,
    NotOnLeave,
)
from ledger.rules.posting_people import SettlementShort
from ledger.rules.register import BeneficiariesTooMany, StatusByAct
from ledger.rules.settlement import (
    AlreadySettled,
    BeneficiariesMissing,
    DebtsFirst,
    NoticeMissing,
    NoticeRunning,
    SettlementChanged,
    SettlementToCollect,
    SheetOnTable,
    StillGuarantor,
)
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    NotOfTheVillage: Told(N_("By the rules only people of the village may join; {name} is not.")),
    TooYoung: Told(
        N_("By the rules one joins at {least} years or older; {name} is {age} years old.")
    ),
    GuardianMissing: Told(
        N_("{name} is a child. Write down the name of the grown-up who answers for the child.")
    ),
    ApprovalMissing: Told(
        N_("A meeting decides on new members. Write the number of its decision on {name}.")
    ),
    AlreadyDecided: Told(N_("The meeting has decided on {name} already: decision {decision}.")),
    CandidateUnknown: Told(N_("Nobody with number {candidate} has asked to join.")),
    BeneficiariesTooMany: Told(
        N_("By the rules at most {most} people are named as beneficiaries, not {given}.")
    ),
    StatusByAct: Told(
        N_(
            "{member} stays as before: {status}. Leave, exit, death and coming back have a page "
            "of their own."
        )
    ),
    LeaveBackwards: Told(
        N_("The leave ends on {last}, before it begins on {first}. Change a day.")
    ),
    AlreadyOnLeave: Told(N_("{member} has leave from {first} already. Choose other days.")),
    NotOnLeave: Told(N_("On {day} {member} is not on leave, and cannot come back from it.")),
    NoticeGiven: Told(N_("{member} has given notice already, and may leave from {first} on.")),
    NotGone: Told(N_("{member} has not left by a settlement. Only who has left can come back.")),
    DayBeforeJoined: Told(N_("{day} is before {joined}. Choose a later day for {member}.")),
    AlreadySettled: Told(N_("Everything was settled with {member} on {day}.")),
    NoticeMissing: Told(
        N_("{member} gives notice first: {months} months before leaving. Enter the notice.")
    ),
    NoticeRunning: Told(
        N_("The notice of {member} is still running. The member may leave from {first} on.")
    ),
    StillGuarantor: Told(
        N_(
            "{member} stands for these loans: {loans}. They are repaid first, or somebody else "
            "stands for them."
        )
    ),
    DebtsFirst: Told(
        N_("{member} still owes {owed}. By the rules that is paid before a member leaves."),
        kip="owed",
    ),
    BeneficiariesMissing: Told(
        N_(
            "Nobody is written down who is paid for {member}. Enter the member's "
            "beneficiaries first."
        )
    ),
    SettlementToCollect: Told(
        N_("{member} owes {kip} more than there is in savings. The member leaves when it is paid."),
        kip="kip",
    ),
    SettlementChanged: Told(
        N_("Something was written since the settlement was shown. Look at it again.")
    ),
    SheetOnTable: Told(N_("The sheet of {day} is still open. Sign it first.")),
    SettlementShort: Told(
        N_("The group owes the member or the member's family {owed}; {given} is too much."),
        kip="owed given",
    ),
    NotInOffice: Told(N_("{name} is not in office on {day}. Choose somebody who is.")),
    NobodyChanges: Told(N_("Nobody goes and nobody comes. Choose who does.")),
    HandedToOneself: Told(
        N_("Two people confirm the hand-over, one of each side. {name} cannot do both.")
    ),
}
