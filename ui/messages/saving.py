"""What is said about voluntary savings, notice of a withdrawal, and interest on savings."""

from collections.abc import Mapping

from ledger.rules.contributions import VoluntaryNotKept, VoluntaryOutOfRange
from ledger.rules.saving_notices import (
    NoticeAboveSavings,
    NoticeMissing,
    NoticeNotAsked,
    NoticeUsedUp,
)
from ledger.rules.savings_interest import InterestNotDue, InterestOutdated, LaterInterestStands
from translations import N_, Words
from ui.messages.telling import Table, Told


def _range(no: VoluntaryOutOfRange) -> str:
    if no.most is None:
        return N_("Voluntary savings are {least} or more at a time; {given} is too little.")
    return N_("Voluntary savings are {least} to {most} at a time; {given} does not fit.")


def _most(words: Words, no: VoluntaryOutOfRange) -> Mapping[str, str]:
    return {} if no.most is None else {"most": words.money(no.most)}


def _notice(no: NoticeMissing) -> str:
    if no.from_day is not None:
        return N_(
            "By the notice the member may take {allowed} out on this day, and more from "
            "{from_day} on. {given} is too much."
        )
    return N_(
        "By the group's rules a member says some time before that savings are taken out. By the "
        "notice the member may take {allowed} out; {given} is too much. Write down the notice "
        "first."
    )


TOLD: Table = {
    VoluntaryNotKept: Told(N_("The group has no voluntary savings by its rules.")),
    VoluntaryOutOfRange: Told(_range, kip="least given", more=_most),
    NoticeNotAsked: Told(N_("By the group's rules no notice is needed for these savings.")),
    NoticeAboveSavings: Told(
        N_(
            "The member has saved {savings} and given notice of {noticed} already; {given} more "
            "is too much."
        ),
        kip="savings noticed given",
    ),
    NoticeUsedUp: Told(N_("Nothing is left of this notice that could be taken back.")),
    NoticeMissing: Told(_notice, kip="allowed given"),
    InterestOutdated: Told(
        N_("Something was written since this interest was shown. Look at it again, then credit it.")
    ),
    InterestNotDue: Told(
        N_(
            "For {first} to {last} no interest is to be credited: it has been, or the time is not "
            "over yet."
        )
    ),
    LaterInterestStands: Told(
        N_("The interest for {first} to {last} was worked out from this. Take that back first.")
    ),
}
"""Said calmly: nothing was written."""
