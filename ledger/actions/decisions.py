"""What was decided is written into the minutes, and stays there as it was written."""

from dataclasses import replace
from datetime import date

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.decisions import Decision, check_new_decision
from ledger.rules.people import Actor
from ledger.rules.permits import Act


def write_decision(book: Book, actor: Actor, *, decision: Decision, today: date) -> Change:
    """Write a decision down, or the correction of an earlier one.

    Raises the refusals of `ledger.rules.decisions`, and KeyError for a meeting of no such id.
    """
    permit(book, actor, Act.WRITE_DECISION)
    names = tuple(name.strip() for name in decision.present if name.strip())
    clean = replace(
        decision, number=decision.number.strip(), text=decision.text.strip(), present=names
    )
    sheet = None if clean.sheet is None else book.sheet(clean.sheet)
    check_new_decision(clean, known=book.decisions(), sheet=sheet, today=today)
    number, corrects = clean.number, clean.corrects
    with writing(book, actor, Act.WRITE_DECISION, decision=number, corrects=corrects) as pen:
        pen.write_decision(clean)
    return pen.change
