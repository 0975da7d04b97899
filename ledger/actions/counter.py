"""A wrong entry is taken back by a counter-entry, dated today and with the reason."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.savings_interest import LaterInterestStands
from ledger.rules.taking_back import check_counter
from ledger.rules.transfers import Entry, EntryNumber, counter_entry


@dataclass
class AlreadyTakenBack(Refusal):
    """The entry has been taken back before, or is itself a counter-entry."""

    number: EntryNumber


def plan_counter(book: Book, *, number: EntryNumber, today: date) -> Entry:
    """The counter-entry that would take entry `number` back today, still without its reason.

    Nothing is written. Raises KeyError for an unknown entry, AlreadyTakenBack, and the refusals of
    `ledger.rules.taking_back` when savings, a fund or the cash box cannot give it back.
    """
    posted = book.entry(number)
    if posted.entry.reverses is not None or book.is_taken_back(number):
        raise AlreadyTakenBack(number=number)
    _check_interest(book, number)
    entry = counter_entry(posted, day=today, reason="")
    check_counter(entry, book.day_facts(today, today))
    return entry


def reverse_entry(
    book: Book, actor: Actor, *, number: EntryNumber, reason: str, today: date
) -> Change:
    """Write the counter-entry of entry `number`, dated today, with the reason.

    Raises NameMissing for an empty reason, and what `plan_counter` raises.
    """
    permit(book, actor, Act.REVERSE_ENTRY)
    if not reason.strip():
        raise NameMissing(what="reason")
    entry = replace(plan_counter(book, number=number, today=today), note=reason.strip())
    with writing(book, actor, Act.REVERSE_ENTRY, number=number) as pen:
        pen.post((entry,))
    return pen.change


def _check_interest(book: Book, number: EntryNumber) -> None:
    """Refuse to take interest on savings back while that of later months was reckoned on it."""
    standing = book.interest_posted()
    spans = [posted.span for posted in standing if posted.entry == number]
    for posted in standing:
        if spans and posted.span.first > spans[0].last:
            raise LaterInterestStands(first=posted.span.first, last=posted.span.last)
