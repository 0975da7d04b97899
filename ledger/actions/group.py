"""The group's own facts and its committee change; what was there before stays readable."""

from dataclasses import replace

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor, Officer, Role
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import Group
from ledger.rules.set_up import CommitteeTooSmall


def change_group(book: Book, actor: Actor, *, group: Group) -> Change:
    """Write new facts of the group: name, village, how numbers are printed."""
    permit(book, actor, Act.CHANGE_GROUP)
    if not group.name.strip():
        raise NameMissing(what="group")
    with writing(book, actor, Act.CHANGE_GROUP) as pen:
        # Who may do what is agreed on by two, in an act of its own.
        pen.set_group(replace(group, permits=book.group.permits))
    return pen.change


def set_officers(book: Book, actor: Actor, *, officers: tuple[Officer, ...]) -> Change:
    """Write down who is on the committee now, with a second person who agrees.

    Raises SecondPersonMissing, and CommitteeTooSmall when too few are left to sign a closing.
    """
    book.permits.check(actor, Act.SET_OFFICERS)
    if any(not officer.name.strip() for officer in officers):
        raise NameMissing(what="officer")
    needed = book.rulebook(book.last_day()).closing_signatures
    # An adviser comes from outside, and signs no closing.
    serving = [o for o in officers if o.until is None and o.role is not Role.ADVISER]
    if len(serving) < needed:
        raise CommitteeTooSmall(given=len(serving), needed=needed)
    # Asked for last: nobody is called to the table for what cannot be written anyway.
    permit(book, actor, Act.SET_OFFICERS)
    with writing(book, actor, Act.SET_OFFICERS) as pen:
        pen.set_officers(officers)
    return pen.change
