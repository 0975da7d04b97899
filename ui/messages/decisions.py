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
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    DecisionNumberTaken: Told(
        N_("The minutes have a decision № {number} already, of {day}. Take the next number.")
    ),
    DecisionUnknown: Told(N_("The minutes have no decision № {number}. Check the number.")),
    DecisionCorrectedAlready: Told(
        N_("Decision № {number} was corrected before, by № {by}. Correct that one.")
    ),
    DecisionAhead: Told(
        N_("The decision is dated {day}, and today is only {today}. Check the day.")
    ),
    DecisionNotOfThatDay: Told(
        N_("The decision is dated {day}, the meeting was on {meeting}. Check the day.")
    ),
    VotesHalfCounted: Told(N_("Write the votes for and the votes against, or neither.")),
    SecondPersonMissing: Told(
        N_("This takes two officers who are in office. A second one has to confirm it.")
    ),
}
"""Said calmly: nothing was written."""
