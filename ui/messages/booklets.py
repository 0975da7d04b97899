"""What is said when something cannot be printed into a booklet."""

from ledger.rules.booklets import (
    BookletBlank,
    BookletFull,
    BookletOutOfRange,
    NoBooklet,
    NothingNew,
    NotTheNextRow,
)
from translations import N_
from ui.messages.telling import Table, Told

TOLD: Table = {
    BookletOutOfRange: Told(
        N_(
            "No booklet is {width} × {height} mm with {pages} pages. The width is 95 to 210 mm, "
            "the height 120 to 297 mm, and 2 to 96 pages are for lines."
        )
    ),
    NoBooklet: Told(N_("{member} has no booklet yet. Give out a new booklet first.")),
    BookletBlank: Told(
        N_("Nothing is printed in the booklet of {member} yet. Print the new lines into it.")
    ),
    NothingNew: Told(N_("{member} has no new line: all of them are in the booklet.")),
    BookletFull: Told(N_("The booklet of {member} is full. Give out a new booklet first.")),
    NotTheNextRow: Told(
        N_(
            "The next free line of {member} is line {row} on page {page} now. Look at the booklet, "
            "and print the new lines again."
        )
    ),
}
"""Said calmly: nothing was written."""
