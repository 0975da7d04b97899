"""A meeting on paper: the sheet that was printed is remembered, and filled in afterwards."""

from collections.abc import Sequence

from ledger.actions.meeting import SheetSigned
from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.plain import text_of
from ledger.book.table_papers import COLLECTION, EXCEPTIONS
from ledger.book.writing import writing
from ledger.rules.as_printed import Exceptional, by_row, fill_of
from ledger.rules.collection import CollectionSheet, CollectionSheetTaken, sheet_named
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.transfers import MeetingId

KEPT_SHEETS = 24
"""So many printed sheets are remembered: two years of monthly meetings."""


def keep_collection_sheet(book: Book, actor: Actor, *, printed: CollectionSheet) -> Change:
    """Remember a sheet that was printed, with its rows in their order; the oldest is forgotten.

    Raises CollectionSheetTaken where another one was printed under its number in the meantime.
    """
    permit(book, actor, Act.PENCIL)
    kept = book.printed_collections()
    if any(s.number == printed.number and s != printed for s in kept):
        raise CollectionSheetTaken(code=printed.code)
    old = [s.number for s in kept if s.number != printed.number]
    with writing(book, actor, Act.PENCIL) as pen:
        pen.draft(f"{COLLECTION}{printed.number}", text_of(printed))
        for number in old[: max(len(old) + 1 - KEPT_SHEETS, 0)]:
            pen.draft(f"{COLLECTION}{number}", None)
            pen.draft(f"{EXCEPTIONS}{number}", None)
    return pen.change


def keep_exceptions(
    book: Book, actor: Actor, *, code: str, exceptions: Sequence[Exceptional]
) -> Change:
    """Keep the rows that were typed so far, over those that were there.

    `code` is the sheet's number with its check sign. Raises CollectionSheetUnknown,
    CollectionSheetMisread, ColumnNotPrinted or AmountOutOfRange.
    """
    permit(book, actor, Act.PENCIL)
    printed = sheet_named(book.printed_collections(), code)
    kept = tuple(by_row(printed, exceptions).values())
    with writing(book, actor, Act.PENCIL) as pen:
        pen.draft(f"{EXCEPTIONS}{printed.number}", text_of(kept))
    return pen.change


def fill_as_printed(
    book: Book,
    actor: Actor,
    *,
    sheet: MeetingId,
    code: str,
    exceptions: Sequence[Exceptional] = (),
) -> Change:
    """Fill the pencil grid of a sheet in one go: all as printed except these rows.

    Raises CollectionSheetUnknown, CollectionSheetMisread, SheetSigned, and the refusals of
    `ledger.rules.as_printed.fill_of`; then nothing has been written.
    """
    permit(book, actor, Act.PENCIL)
    running = book.sheet(sheet)
    if running.signed:
        raise SheetSigned(day=running.day)
    printed = sheet_named(book.printed_collections(), code)
    facts = book.day_facts(running.day, running.day)
    filling = fill_of(printed, exceptions, sheet=running, facts=facts)
    with writing(book, actor, Act.PENCIL) as pen:
        for member, mark in filling.marks:
            pen.mark(sheet, member, mark)
        for cell in filling.cells:
            pen.pencil_cell(sheet, cell.member, cell.column, cell.kip)
        pen.draft(f"{EXCEPTIONS}{printed.number}", None)
    return pen.change
