"""What is said when a decision cannot be written down so, or a second person is missing."""

from ledger.actions.two_persons import SecondPersonMissing
from ledger.rules.decisions import (
    DecisionAhead,
    DecisionCorrectedAlready,
    DecisionNotOfThatDay,
    DecisionNumberTaken,
    DecisionUnknown,
    VotesHalfCounted,
)
from ledger.rules.months import (
    InterestBeforeClosing,
    MonthClosed,
    MonthNotOnHold,
    MonthNotOver,
    MonthOnHold,
    MonthUnsigned,
)
from ledger.rules.reopening import (
    LaterSheet,
    SheetNotSigned,
    SheetVoid,
    StoodOn,
)
from ledger.rules.trash import NotInTrash
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    DecisionNumberTaken: Told(
        N_("The minutes have a decision No. {number} already, of {day}. Take the next number.")
    ),
    DecisionUnknown: Told(N_("The minutes have no decision No. {number}. Check the number.")),
    DecisionCorrectedAlready: Told(
        N_("Decision No. {number} was corrected before, by No. {by}. Correct that one.")
    ),
    DecisionAhead: Told(
        N_("The decision is dated {day}, and today is only {today}. Check the day.")
    ),
    DecisionNotOfThatDay: Told(
        N_("The decision is dated {day}, the meeting was on {meeting}. Check the day.")
    ),
    VotesHalfCounted: Told(N_("Write the votes for and the votes against, or neither.")),
    MonthClosed: Told(
        N_("{month} is closed: nothing is written in it any more. Write it under a later day.")
    ),
    MonthOnHold: Told(
        N_("{month} is on hold: a second officer has to agree, and the reason is written down.")
    ),
    MonthNotOnHold: Told(N_("{month} is open. Put it on hold first.")),
    MonthNotOver: Told(N_("{month} is not over yet.")),
    MonthUnsigned: Told(
        N_("The sheet of {day} still lies in pencil. Sign it or put it away, then close {month}.")
    ),
    InterestBeforeClosing: Told(
        N_("Interest on savings for {first} to {last} comes first. Credit it, then close {month}.")
    ),
    SheetNotSigned: Told(
        N_("The sheet of {day} is still in pencil. Type over what is wrong on it.")
    ),
    SheetVoid: Told(N_("The sheet of {day} is signed, or was opened again or put away before.")),
    LaterSheet: Told(
        N_(
            "After the sheet of {day} there is one of {later}. Only the last one can be opened "
            "again. Take back single entries instead."
        )
    ),
    StoodOn: Told(
        N_(
            "After the sheet of {day} something was written that stands on it: number {act} in "
            "the history. Take back single entries instead."
        )
    ),
    NotInTrash: Told(
        N_("Nothing of the sheet of {day} lies in the trash. It was put back, or is gone too long.")
    ),
    SecondPersonMissing: Told(
        N_("This takes two officers who are in office. A second one has to confirm it.")
    ),
}
"""Said calmly: nothing was written."""
