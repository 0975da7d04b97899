"""The rows of a day file that are about the welfare fund's claims."""

from ledger.book.book import Book
from ledger.rules.lines_welfare import ClaimPaid
from ui.commands.day_file import Row
from ui.commands.finding import claim_named
from ui.commands.refusals import CellUnreadable


def claim_paid(book: Book, row: Row) -> ClaimPaid:
    """The money of the claim whose number stands in the row; it is paid whole."""
    claim = claim_named(book, row["claim"])
    if claim is None:
        raise CellUnreadable(row=row.number, column="claim", found=row["claim"])
    return ClaimPaid(claim.id, claim.kip)
