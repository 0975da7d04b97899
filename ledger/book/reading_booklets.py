"""The members' newest booklets, and what is printed in them."""

from collections import defaultdict
from collections.abc import Mapping

from ledger.book.shelf import Shelf
from ledger.rules.booklets import Booklet, BookletSize, PrintedRows
from ledger.rules.people import MemberId

_BOOKLETS = (
    "SELECT member, number, copy, width, height, pages, two_kinds, lines_before FROM booklet"
    " ORDER BY member, number, copy"
)
_PRINTED = (
    "SELECT member, booklet, copy, page, first_row, last_row, first_line, last_line"
    " FROM booklet_print ORDER BY member, booklet, copy, page, first_row"
)


def read_booklets(shelf: Shelf) -> Mapping[MemberId, tuple[Booklet, tuple[PrintedRows, ...]]]:
    """The booklet that each member has now, with its printed rows from the first page on."""
    newest = {
        MemberId(member): Booklet(
            number, copy, BookletSize(width, height, pages), bool(two), lines_before
        )
        for member, number, copy, width, height, pages, two, lines_before in shelf.rows(_BOOKLETS)
    }
    printed: defaultdict[MemberId, list[PrintedRows]] = defaultdict(list)
    for member, number, copy, *rows in shelf.rows(_PRINTED):
        booklet = newest[MemberId(member)]
        if (number, copy) == (booklet.number, booklet.copy):
            printed[MemberId(member)].append(PrintedRows(*rows))
    return {member: (booklet, tuple(printed[member])) for member, booklet in newest.items()}
