"""What the top of the window says: whose book this is, which meeting is open, how much cash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.rules.accounts import CASH

if TYPE_CHECKING:
    from datetime import date

    # The window is painted before the book's room is loaded.
    from ledger.book.book import Book
    from ledger.rules.kip import Kip
    from ledger.rules.meeting_values import Sheet


@dataclass(frozen=True, slots=True)
class Headline:
    """The facts of the top line. `cash` is what the box should hold now, in kip.

    `past` is the day whose book lies open, when it is one gone by. `begun` is unset while the
    first pages of a new group are still being filled in.
    """

    group: str
    practice: bool
    begun: bool
    sheet: Sheet | None
    cash: Kip
    past: date | None = None


def headline_of(book: Book) -> Headline:
    """Read the top line from the book: with an open sheet the cash counts what is in pencil."""
    sheet = book.open_sheet()
    cash = book.balances().get(CASH, 0)
    if sheet is not None:
        cash = book.meeting_sheet(sheet.id).expected
    return Headline(
        group=book.group.name,
        practice=book.group.practice,
        begun=book.begun,
        sheet=sheet,
        cash=cash,
        past=book.past,
    )
