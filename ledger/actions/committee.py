"""One committee hands over to the next: who goes and who comes, and what both have looked at."""

from datetime import date

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.committee import Election, after_election, check_election
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import DayOutsideBooks
from ledger.rules.settlement import SheetOnTable


def hand_over(book: Book, actor: Actor, *, election: Election, today: date) -> Change:
    """Write an election with the hand-over sheet of its day, as both sides have confirmed it.

    Raises SheetOnTable while a sheet lies open, and the refusals of `check_election`.
    """
    book.permits.check(actor, Act.HAND_OVER)
    if election.day > today:
        raise DayOutsideBooks(day=election.day, first=book.last_day(), last=today)
    sheet = book.open_sheet()
    if sheet is not None:
        raise SheetOnTable(day=sheet.day)
    officers = book.officers()
    signatures = book.rulebook(election.day).closing_signatures
    check_election(officers, election, signatures=signatures)
    after = after_election(officers, election)
    taker = next(o for o in after if o.name == election.taken_by and o.serves(election.day))
    second = Actor(id=taker.id, name=taker.name, role=taker.role)
    day, decision = election.day.isoformat(), election.decision
    with writing(book, actor, Act.HAND_OVER, second=second, day=day, decision=decision) as pen:
        pen.set_officers(after)
        pen.write_hand_over(election, book.hand_over(election.day))
    return pen.change
