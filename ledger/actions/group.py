"""The group's own facts and its committee change; what was there before stays readable."""

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor, Officer
from ledger.rules.permits import Act, check_permit
from ledger.rules.refusals import NameMissing
from ledger.rules.rulebook import Group
from ledger.rules.set_up import CommitteeTooSmall


def change_group(book: Book, actor: Actor, *, group: Group) -> Change:
    """Write new facts of the group: name, village, how numbers are printed."""
    check_permit(actor, Act.CHANGE_GROUP)
    if not group.name.strip():
        raise NameMissing(what="group")
    with writing(book, actor, Act.CHANGE_GROUP) as pen:
        pen.set_group(group)
    return pen.change


def set_officers(book: Book, actor: Actor, *, officers: tuple[Officer, ...]) -> Change:
    """Write down who is on the committee now; refused when too few are left to sign a closing."""
    check_permit(actor, Act.SET_OFFICERS)
    if any(not officer.name.strip() for officer in officers):
        raise NameMissing(what="officer")
    needed = book.rulebook(book.last_day()).closing_signatures
    serving = [o for o in officers if o.until is None]
    if len(serving) < needed:
        raise CommitteeTooSmall(given=len(serving), needed=needed)
    with writing(book, actor, Act.SET_OFFICERS) as pen:
        pen.set_officers(officers)
    return pen.change
