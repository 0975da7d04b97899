"""Receipts and vouchers that were printed are written down, so that a later print is a copy."""

from collections.abc import Sequence

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.statements.slip_prints import check_prints, told_numbers
from ledger.statements.slips import Slip


def receipts_printed(book: Book, actor: Actor, *, slips: Sequence[Slip]) -> Change:
    """Write that these papers are printed, each as the original or the copy that it says it is.

    Raises PrintedMeanwhile, and what the permits raise.
    """
    permit(book, actor, Act.PRINT_RECEIPTS)
    check_prints(slips, {slip.number: book.times_printed(slip.number) for slip in slips})
    facts = {"numbers": told_numbers(slip.number for slip in slips)}
    copies = told_numbers(slip.number for slip in slips if slip.copy)
    if copies:
        facts["copies"] = copies
    with writing(book, actor, Act.PRINT_RECEIPTS, second=None, **facts) as pen:
        pen.print_slips([(slip.number, slip.copy) for slip in slips])
    return pen.change
