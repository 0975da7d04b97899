"""A rehearsal of a copy is written down, good or not, so that the year's report can tell of it."""

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.statements.copies import Rehearsal


def note_rehearsal(book: Book, actor: Actor, *, place: str, rehearsal: Rehearsal) -> Change:
    """Write down what came out in a place; "" is this machine. Raises NotPermitted."""
    permit(book, actor, Act.REHEARSE)
    act, outcome = rehearsal.act, rehearsal.outcome.value
    with writing(book, actor, Act.REHEARSE, place=place, copy=act, outcome=outcome) as pen:
        pass
    return pen.change
