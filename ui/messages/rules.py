"""What is said when a set of rules cannot be adopted: which figure, and what it may be."""

from collections.abc import Mapping

from ledger.actions.rulebook import AccountStillNeeded, RulesTooEarly
from ledger.rules.allocation_check import (
    AccountUnknown,
    AllocationNotWhole,
    LineMisfit,
    LineNeedsRest,
    RuleDoubled,
    RuleMissing,
)
from ledger.rules.kip import WHOLE
from ledger.rules.refusals import FactUnreadable, NameMissing
from ledger.rules.rulebook_check import AccountMisplaced, ProductUnknown, RuleOutOfRange
from translations import N_, Words
from ui.messages.places import figure, place
from ui.messages.telling import Table, Told

_MISSING = {
    "reason": N_("Write down the reason."),
    "contract": N_("Write the number of the contract."),
    "guarantor": N_("Choose the guarantor."),
    "signer": N_("Name who signs."),
    "resolution": N_("Write the number of the decision under which the rules change."),
    "group": N_("Give the group a name."),
    "officer": N_("Give every officer a name."),
    "member": N_("Give the member a name and a number."),
    "decision": N_("Write the number of the committee's decision."),
    "decision_text": N_("Write what was decided."),
    "account": N_("Give the account a name."),
    "fund": N_("Choose the fund that gets what is left."),
    "lender": N_("Write who lends the money."),
    "candidate": N_("Write the name of who asks to join."),
    "payee": N_("Write the name of who takes the money."),
    "hand_over": N_("Name who hands over and who takes over."),
}


def _name(no: NameMissing) -> str:
    return _MISSING.get(no.what, N_("{what}: give it a name."))


def _whole(no: AllocationNotWhole) -> str:
    if no.difference > 0:
        return N_("The lines share out {total}: {difference} too much. Lower a line.")
    return N_("The lines share out {total}: {difference} is left. Raise a line, or add one.")


def _at(words: Words, no: RuleMissing | RuleDoubled | AccountUnknown) -> Mapping[str, str]:
    return {"place": place(words, no.place)}


def _range(words: Words, no: RuleOutOfRange) -> Mapping[str, str]:
    ends = {"given": no.given, "least": no.least, "most": no.most}
    # A line of the sharing-out is a percentage or an amount; only an amount can be so large.
    amount = no.place.endswith(".amount") and no.most > WHOLE
    shown = {
        name: words.money(value) if amount else figure(words, no.place, value)
        for name, value in ends.items()
    }
    return {"place": place(words, no.place)} | shown


TOLD: Table = {
    NameMissing: Told(_name, more=lambda words, no: {"what": place(words, no.what)}),
    FactUnreadable: Told(
        N_("The file cannot be read at “{place}”: {found}. Choose another file, or ask for help.")
    ),
    RuleOutOfRange: Told(
        N_("{place}: it can be from {least} to {most}, not {given}."), more=_range
    ),
    RuleMissing: Told(N_("{place}: this has to be set."), more=_at),
    RuleDoubled: Told(N_("{place}: two of them are called “{key}”. Change one."), more=_at),
    AccountUnknown: Told(
        N_("{place}: the group has no such account ({needed}). Choose one of its own."), more=_at
    ),
    AccountMisplaced: Told(
        N_("{place}: an account of the group's own cannot have this number."),
        more=lambda words, no: {"place": place(words, no.place)},
    ),
    ProductUnknown: Told(
        N_("“{purpose}” belongs to a kind of loan that the rules do not have: {product}")
    ),
    AllocationNotWhole: Told(_whole, points="total difference"),
    LineNeedsRest: Told(
        N_("With “{line}” the rest is not known before. Add a line that takes the rest.")
    ),
    LineMisfit: Told(N_("“{line}”: {kind} cannot go to {to}. Choose another way.")),
    RulesTooEarly: Told(
        N_("New rules can begin on {earliest} at the earliest, not on {valid_from}.")
    ),
    AccountStillNeeded: Told(N_("“{name}” has been used and has to stay in the list of accounts.")),
}
"""Said calmly: nothing was written."""
