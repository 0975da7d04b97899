"""The acts about what stands in the book already: an entry, or an older file put back."""

from ledger.actions.counter import reverse_entry
from ledger.actions.keeping import go_on_with_older
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


def _go_on(given: Given) -> Change:
    return go_on_with_older(
        given.book,
        given.actor,
        second=given.second,
        reason=given.text("reason"),
        today=given.today,
    )


DOERS: Doers = {
    "take_back": Doer(_reverse, ("entry", "reason")),
    "go_on_with_older": Doer(_go_on, ("reason",)),
}
