"""The words for what happens to memberships, and for the rules about them."""

from collections.abc import Mapping

from translations.marks import N_

PEOPLE_KINDS: Mapping[str, str] = {
    "settled_savings": N_("Savings into the settlement"),
    "settled_dividend": N_("Dividend into the settlement"),
    "exit_dividend": N_("Dividend of this year at leaving"),
    "settlement_paid": N_("Settlement paid out"),
    "settlement_collected": N_("Paid in for the settlement"),
}

PEOPLE_CHOICES: Mapping[str, Mapping[str, str]] = {
    "exit_dividend": {
        "at_close": N_("With everybody else, at year's end"),
        "pro_rata": N_("At once, for the months until the member leaves"),
        "none": N_("None"),
    },
    "death_loan": {
        "offset": N_("Set off against the member's savings"),
        "guarantors": N_("The guarantors take them over"),
        "fund": N_("A fund of the group bears them"),
    },
    "life": {
        "admitted": N_("Taken in"),
        "leave": N_("Goes on leave"),
        "back": N_("Back from leave"),
        "notice": N_("Gives notice"),
        "settled": N_("Settled and left"),
        "died": N_("Died"),
        "rejoined": N_("Joined again"),
    },
}
