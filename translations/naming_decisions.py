"""What a decision is about, and how firm a month is, in words."""

from collections.abc import Mapping

from translations.marks import N_

FINDING_KINDS: Mapping[str, str] = {
    "later_finding": N_("Found later for a closed year"),
    "found_owed_by_her": N_("Found later: the member owes it"),
    "found_owed_to_her": N_("Found later: owed to the member"),
    "finding_settled": N_("Paid of what was found later"),
}

DECISION_CHOICES: Mapping[str, Mapping[str, str]] = {
    "subject": {
        "loan": N_("A loan"),
        "rules": N_("The rules"),
        "write_off": N_("Writing off a debt"),
        "fund": N_("Money of a fund"),
        "welfare": N_("Welfare"),
        "member": N_("A member"),
        "officers": N_("The committee"),
        "closing": N_("The closing of a year"),
        "correction": N_("Putting something right"),
        "other": N_("Other decision"),
    },
    "month_firmness": {
        "open": N_("Still open"),
        "on_hold": N_("On hold"),
        "closed": N_("Closed"),
    },
}
"""The sentence of every value, by topic."""
