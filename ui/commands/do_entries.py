"""The acts about what stands there already: an entry, an older file put back, the clock."""

from ledger.actions.counter import reverse_entry
from ledger.actions.keeping import confirm_day, go_on_with_older
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


def _day_is_right(given: Given) -> Change:
    return confirm_day(given.book, given.actor, day=given.day("clock"))


DOERS: Doers = {
    "take_back": Doer(_reverse, ("entry", "reason")),
    "confirm_day": Doer(_day_is_right, ("clock",)),
    "go_on_with_older": Doer(_go_on, ("reason",)),
}
