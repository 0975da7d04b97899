"""A rehearsal of a copy is written down, good or not, so that the year's report can tell of it."""

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act, check_permit
from ledger.statements.copies import Rehearsal


def note_rehearsal(book: Book, actor: Actor, *, place: str, rehearsal: Rehearsal) -> Change:
    """Write down what came out in a place; "" is this machine. Raises NotPermitted."""
    check_permit(actor, Act.REHEARSE)
    act, outcome = rehearsal.act, rehearsal.outcome.value
    with writing(book, actor, Act.REHEARSE, place=place, copy=act, outcome=outcome) as pen:
        pass
    return pen.change
