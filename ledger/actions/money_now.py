"""Money of one line moves now: onto the sheet that lies open in pencil, or into the book at once.

What stands on a sheet counts when that is signed; what is written at once carries today's date.
"""

from datetime import date

from ledger.actions.meeting import pencil_line
from ledger.actions.record import LineRefused, record_day
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.lines import Line
from ledger.rules.people import Actor


def money_day(book: Book, today: date) -> date:
    """The day that money moved now carries: the open sheet's, otherwise today."""
    sheet = book.open_sheet()
    return today if sheet is None else sheet.day


def move_now(book: Book, actor: Actor, *, line: Line, today: date) -> Change:
    """Write one line. Raises the refusals of `ledger.rules.posting`."""
    sheet = book.open_sheet()
    if sheet is not None:
        return pencil_line(book, actor, sheet=sheet.id, line=line)
    try:
        return record_day(book, actor, day=today, lines=(line,), today=today)
    except LineRefused as refused:
        # There is one line only; what matters is why.
        raise refused.why from refused
