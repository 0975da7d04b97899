"""The acts of a meeting that was held on paper: all as printed except these rows."""

from ledger.actions.collecting import fill_as_printed
from ledger.book.change import Change
from ledger.rules.as_printed import Exceptional, NoSheetOnTable
from ledger.rules.collection import CollectionSheet, row_named, sheet_named
from ledger.rules.meeting_values import Column
from translations.reading import Unreadable, read_kip
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given

ABSENT = "absent"


def _fill(given: Given) -> Change:
    """Fill the sheet that lies on the table from the paper of this number."""
    code = given.text("sheet")
    printed = sheet_named(given.book.printed_collections(), code)
    running = given.book.open_sheet()
    if running is None:
        raise NoSheetOnTable(day=printed.day)
    exceptions = tuple(_exception(given, printed, text) for text in given.words("except"))
    return fill_as_printed(
        given.book, given.actor, sheet=running.id, code=code, exceptions=exceptions
    )


def _exception(given: Given, printed: CollectionSheet, text: str) -> Exceptional:
    """One row: "12 savings=10,000 welfare=0", or "15 absent"."""
    name, *facts = text.split()
    row = row_named(printed, name)
    if facts == [ABSENT]:
        return Exceptional(row, absent=True)
    paid = []
    for fact in facts:
        column, _, amount = fact.partition("=")
        try:
            paid.append((Column(column), read_kip(amount, given.money)))
        except (ValueError, Unreadable):
            raise given.unclear("except") from None
    if not paid:
        raise given.unclear("except")
    return Exceptional(row, paid=tuple(paid))


DOERS: Doers = {"fill_as_printed": Doer(_fill, ("sheet", "except"))}
