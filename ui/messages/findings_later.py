"""What is said when something found later about a closed year cannot be booked so."""

from ledger.rules.posting_findings import (
    AgainstNobody,
    BankInVain,
    FindingOpen,
    FindingShort,
    YearNotClosed,
)
from translations import N_
from ui.messages.telling import Table, Told


def _short(no: FindingShort) -> str:
    if no.by_her:
        return N_(
            "The member still owes {open} of what was found later, and {given} is more than that."
        )
    return N_(
        "The member is still owed {open} of what was found later, and {given} is more than that."
    )


TOLD: Table = {
    YearNotClosed: Told(
        N_("The year {number} is not closed. Take the wrong entry back, and write the right one."),
        more=lambda words, no: {"number": words.year(no.year)},
    ),
    AgainstNobody: Told(
        N_("Say which fund bears or gets the difference, or which member owes it or is owed it.")
    ),
    BankInVain: Told(
        N_("Between a fund and a member no money moves in the bank. Leave the bank out.")
    ),
    FindingOpen: Told(
        N_(
            "Of what was found later, {kip} are open with {member}. They are paid first: on the "
            "page of the funds, or on a sheet."
        ),
        kip="kip",
    ),
    FindingShort: Told(_short, kip="open given"),
}
"""Said calmly: nothing was written."""
