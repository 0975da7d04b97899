"""The papers of a meeting, and the collection sheets that were printed: pencil in the book."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.papers import Papers
from ledger.book.plain import value_of
from ledger.rules.as_printed import Exceptional
from ledger.rules.codec import from_plain
from ledger.rules.collection import CollectionSheet
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.people import Officer
from ledger.rules.refusals import PastIsInk
from ledger.rules.transfers import EntryNumber, MeetingId
from ledger.statements.meeting_sheet import sheet_of

if TYPE_CHECKING:
    from ledger.statements.collection_sheet import CollectionPaper
    from ledger.statements.meeting_papers import (
        AttendancePaper,
        CashCountPaper,
        MinutesPaper,
        WallPaper,
    )
    from ledger.statements.pay_outs import PayOutPaper
    from ledger.statements.slip_numbers import NumbersPaper
    from ledger.statements.slips import Slip

COLLECTION = "collection_sheet:"
"""Before the number of a sheet: the draft under which it is remembered."""
EXCEPTIONS = "as_printed:"
"""Before the number of a sheet: the rows that were typed as not as printed, so far."""

_NOBODY = MeetingId(0)
_KEPT = "SELECT text FROM draft WHERE substr(key, 1, ?) = ?"


class TablePapers(Papers):
    """The part of the reading door that answers about papers for the table."""

    def collection_sheet(self, day: date) -> CollectionSheet:
        """The sheet for a meeting on a day, with what is due by the book as it stands.

        The newest one that was printed is the same paper where nothing has changed; otherwise it
        has the next number. Raises PastIsInk in a book of the past, which can remember nothing.
        """
        self._check_remembers()
        kept = self.printed_collections()
        newest = kept[-1] if kept else None
        grid = sheet_of(Sheet(_NOBODY, 0, day), self.day_facts(day, day))
        columns = parts.collection_sheet.columns_of(self.rulebook(day))
        same = parts.collection_sheet.collection_of(
            grid, columns, number=newest.number if newest else 1
        )
        if newest is None or same == newest:
            return same
        return parts.collection_sheet.collection_of(grid, columns, number=newest.number + 1)

    def collection_paper(self, day: date, today: date) -> CollectionPaper:
        """The sheet with all that its paper says."""
        return parts.collection_sheet.CollectionPaper(
            group=self.group,
            sheet=self.collection_sheet(day),
            cash=self.day_facts(day, day).cash,
            officers=self._serving(day),
            printed=today,
        )

    def attendance_paper(self, day: date, today: date) -> AttendancePaper:
        """The list to sign at a meeting of a day, before or after it was held."""
        held = [s for s in self.sheets() if s.day == day and not s.void]
        held = [s for s in held if s.kind is SheetKind.MEETING]
        if held:
            grid = self.meeting_sheet(held[-1].id)
        else:
            grid = sheet_of(Sheet(_NOBODY, 0, day), self.day_facts(day, day))
        return parts.meeting_papers.AttendancePaper(
            self.group, day, parts.meeting_papers.attendance_rows(grid), today
        )

    def cash_count_paper(self, sheet: MeetingId, today: date) -> CashCountPaper:
        """The count of the box at a meeting, as far as it was counted; KeyError for no sheet."""
        grid = self.meeting_sheet(sheet)
        whole = grid.sheet
        return parts.meeting_papers.CashCountPaper(
            group=self.group,
            day=whole.day,
            notes=parts.meeting_papers.note_rows(
                self.rulebook(whole.day).denominations, whole.opening, whole.closing
            ),
            before=grid.cash_before,
            opening=None if whole.opening is None else whole.opening.total,
            expected=grid.expected,
            closing=grid.counted,
            reason=whole.difference_reason,
            officers=self._serving(whole.day),
            printed=today,
        )

    def minutes_paper(self, sheet: MeetingId, today: date) -> MinutesPaper:
        """The minutes of a signed meeting. Raises KeyError for no sheet's id."""
        grid = self.meeting_sheet(sheet)
        return parts.meeting_papers.MinutesPaper(
            group=self.group,
            grid=grid,
            there=parts.meeting_papers.attendance_rows(grid),
            decisions=parts.meeting_papers.decisions_at(self.decisions(), grid),
            money=parts.meeting_papers.money_rows(
                [one.entry for one in self.entries_of_sheet(sheet)]
            ),
            officers=self._serving(grid.sheet.day),
            printed=today,
            watched=parts.trail_papers.watched_until_sheet(
                self.shelf, sheet, grid.sheet.day, self.officers()
            ),
        )

    def wall_paper(
        self, day: date, today: date, *, loans: bool = True, names: bool = True
    ) -> WallPaper:
        """What everybody has at the end of a day; with what she owes, and with names, or not."""
        rulebook = self.rulebook(day)
        return parts.meeting_papers.WallPaper(
            group=self.group,
            day=day,
            rows=parts.meeting_papers.wall_rows(
                self.members_balances(day), self.day_facts(day, today)
            ),
            voluntary=rulebook.voluntary.kept,
            welfare=rulebook.welfare.fund is not None,
            loans=loans,
            names=names,
            printed=today,
        )

    def receipt(self, number: EntryNumber, today: date) -> Slip:
        """The receipt or voucher of an entry. Raises NoMoneyMoved, and KeyError for no entry.

        PastIsInk in a book of the past, which can remember no print.
        """
        self._check_remembers()
        return parts.reading_slips.slips(self, [self.entry(number)], today)[0]

    def receipts(self, sheet: MeetingId, today: date, *, came_in: bool = False) -> tuple[Slip, ...]:
        """The receipts and vouchers of a signed sheet, as people sit; or the receipts alone.

        Raises NoReceipts where it has none, and what `receipt` raises.
        """
        self._check_remembers()
        return parts.reading_slips.slips_of_sheet(self, sheet, today, came_in=came_in)

    def receipts_of_day(self, day: date, today: date, *, came_in: bool = False) -> tuple[Slip, ...]:
        """The same of everything that stands in ink under a day, on whatever sheet or on none."""
        self._check_remembers()
        return parts.reading_slips.slips_of_day(self, day, today, came_in=came_in)

    def times_printed(self, number: EntryNumber) -> int:
        """How often the receipt of an entry was printed: the first was the original."""
        return parts.reading_slips.times_printed(self.shelf, number)

    def pay_outs(self, sheet: MeetingId, today: date) -> PayOutPaper:
        """Who is handed money on a sheet, in pencil or signed.

        Raises the refusals of what is in pencil and cannot be signed so.
        """
        return parts.reading_slips.pay_outs(self, sheet, today)

    def receipt_numbers(
        self, first: date, last: date, today: date, *, void_only: bool = False
    ) -> NumbersPaper:
        """Every number between two days with its paper, and which of them are void."""
        return parts.reading_slips.numbers(self, first, last, today, void_only=void_only)

    def _check_remembers(self) -> None:
        if self.past is not None:
            raise PastIsInk(day=self.past)

    def _serving(self, day: date) -> tuple[Officer, ...]:
        return tuple(officer for officer in self.officers() if officer.serves(day))

    def printed_collections(self) -> tuple[CollectionSheet, ...]:
        """The sheets that were printed and are still remembered, the oldest first."""
        rows = self.shelf.rows(_KEPT, (len(COLLECTION), COLLECTION))
        sheets = (value_of(CollectionSheet, text) for (text,) in rows)
        return tuple(sorted(sheets, key=lambda sheet: sheet.number))

    def exceptions_typed(self, number: int) -> tuple[Exceptional, ...]:
        """The rows of sheet `number` that were typed as not as printed, so far."""
        plain = json.loads(self.draft(f"{EXCEPTIONS}{number}") or "[]")
        return from_plain(tuple[Exceptional, ...], plain)
