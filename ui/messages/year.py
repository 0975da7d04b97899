"""What is said when a year cannot be closed, or a book cannot begin, as it stands."""

from ledger.actions.year_end import PlanOutdated, SignaturesMissing
from ledger.rules.allocation import FundTooSmall, ProfitTooSmall
from ledger.rules.closing import (
    EarlierYearOpen,
    InterestNotCredited,
    UnsignedMeetings,
    YearAlreadyClosed,
    YearNotOver,
)
from ledger.rules.opening_debts import InterestPaidAhead
from ledger.rules.set_up import (
    CommitteeTooSmall,
    MemberNumberTaken,
    OpeningDiffers,
    OpeningLoanUnknown,
)
from ledger.rules.year_texts import YearTextTooLong
from translations import N_, Words
from ui.messages.telling import Table, Told


def _year(
    words: Words, no: PlanOutdated | YearAlreadyClosed | YearNotOver | InterestNotCredited
) -> dict[str, str]:
    return {"year": words.year(no.year)}


def _years(words: Words, no: EarlierYearOpen) -> dict[str, str]:
    return {"year": words.year(no.year), "earlier": words.year(no.earlier)}


def _opening(no: OpeningDiffers) -> str:
    if no.counted > no.expected:
        return N_(
            "The counted cash is {counted}; savings, funds and loans leave {expected}. "
            "{difference} is too much: look for a balance that was left out."
        )
    return N_(
        "The counted cash is {counted}; savings, funds and loans leave {expected}. {difference} is "
        "missing: count again, or look for a balance that is too large."
    )


TOLD: Table = {
    YearTextTooLong: Told(
        N_("This part has {given} letters; there is room for {most}. Make it shorter.")
    ),
    PlanOutdated: Told(
        N_("Something was written since this plan for {year} was made. Look at it again."),
        more=_year,
    ),
    SignaturesMissing: Told(
        N_("{needed} different officers have to sign, and {given} have. Let the others sign.")
    ),
    ProfitTooSmall: Told(
        N_(
            "“{line}” needs {needed}, and {available} of the profit is left for it. Lower it, or "
            "put it later."
        ),
        kip="needed available",
        lines="line",
    ),
    FundTooSmall: Told(
        N_("{fund} holds {available}, and {needed} is needed from it. Choose another fund."),
        kip="needed available",
        accounts="fund",
    ),
    UnsignedMeetings: Told(
        N_("Meetings of this year are still in pencil: {days}. Sign them first.")
    ),
    YearAlreadyClosed: Told(N_("The year {year} is closed and stays closed."), more=_year),
    EarlierYearOpen: Told(N_("The year {earlier} is closed first, then {year}."), more=_years),
    YearNotOver: Told(
        N_("The year {year} ends on {last}. It can be closed from the day after."), more=_year
    ),
    InterestNotCredited: Told(
        N_(
            "Interest on savings for {first} to {last} is still to be credited: {kip} (members: "
            "{members}). Credit it first, then close {year}; afterwards it would be lost."
        ),
        kip="kip",
        more=_year,
    ),
    OpeningDiffers: Told(
        _opening,
        kip="expected counted",
        more=lambda words, no: {"difference": words.money(abs(no.counted - no.expected))},
    ),
    InterestPaidAhead: Told(
        N_(
            "{lender}: interest can be paid until {last} at most, the day of the opening balances; "
            "{day} is later. Put the day right."
        )
    ),
    MemberNumberTaken: Told(N_("Member number {number} is taken. Give another one.")),
    CommitteeTooSmall: Told(
        N_("{needed} officers sign a closing, and {given} are entered. Enter the others.")
    ),
    OpeningLoanUnknown: Told(
        lambda no: (
            N_("A running loan of {member} is of a kind that the rules do not have: “{product}”.")
            if no.member
            else N_("A running loan (“{product}”) belongs to nobody in the list of members.")
        )
    ),
}
"""Said calmly: nothing was written."""
