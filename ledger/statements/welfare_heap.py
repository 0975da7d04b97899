"""What must lie in the welfare fund's own heap once a sheet in pencil is signed."""

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.meeting import lines_of
from ledger.rules.meeting_values import Sheet
from ledger.rules.posting import entries_of
from ledger.rules.refusals import Refusal
from ledger.rules.welfare_cash import balances_with, welfare_cash


def heap_expected(sheet: Sheet, facts: DayFacts) -> Kip | None:
    """The welfare fund's part of the box, in kip, after all that stands on the sheet.

    Nothing where it does not lie apart, and while the rules would not let the sheet be signed.
    """
    rules = facts.rulebook.welfare
    if sheet.signed or not rules.apart:
        return None
    try:
        entries = entries_of(lines_of(sheet, facts), facts)
    except Refusal:
        # What is wrong is said where it stands, and again at the signing.
        return None
    return welfare_cash(rules, balances_with(facts, entries))
