"""The acts about entries that stand in the book already."""

from ledger.actions.counter import reverse_entry
from ledger.book.change import Change
from ledger.rules.transfers import EntryNumber
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _reverse(given: Given) -> Change:
    return reverse_entry(
        given.book,
        given.actor,
        number=EntryNumber(given.number("entry")),
        reason=given.text("reason"),
        today=given.today,
    )


DOERS: Doers = {"take_back": Doer(_reverse, ("entry", "reason"))}
