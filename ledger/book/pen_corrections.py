"""The pen's part for corrections: a sheet opened again or put away, and how firm the months are."""

from collections.abc import Sequence
from datetime import date

from ledger.book.change import Topic
from ledger.book.pen_decisions import DecisionPen
from ledger.book.plain import month_number
from ledger.book.reading_sheets import PENCIL_TABLES
from ledger.book.schema.decisions import AwayRow, MonthStateRow, ReopenedRow
from ledger.book.trash import PREFIX, lay_back, pencil_of, thrown_text
from ledger.rules.days import Month
from ledger.rules.months import MonthState, check_writing
from ledger.rules.transfers import Entry, MeetingId


class CorrectionPen(DecisionPen):
    """Writes what puts something right. `two` says that a second person agrees to the act."""

    two: bool = False
    reason: str = ""

    def check_months(self, entries: Sequence[Entry]) -> None:
        """Raise MonthClosed or MonthOnHold where an entry's month is too firm for this act."""
        check_writing(entries, self.book.month_states(), two=self.two, reason=self.reason)

    def copy_pencil(self, sheet: MeetingId, to: MeetingId) -> None:
        """Lay all that stands on a sheet onto a new one, each row with who typed it."""
        for table, columns in PENCIL_TABLES.items():
            rest = columns.removeprefix("sheet, ")
            self.shelf.rows(
                f"INSERT INTO {table} SELECT ?, {rest} FROM {table} WHERE sheet = ?", (to, sheet)
            )
        self.pencilled = True

    def throw_pencil(self, sheet: MeetingId, today: date) -> None:
        """Put all that stands on a sheet into the trash, and empty the sheet."""
        rows = pencil_of(self.shelf, sheet)
        if any(rows.values()):
            self.draft(f"{PREFIX}{sheet}", thrown_text(rows, today))
        for table in PENCIL_TABLES:
            self.shelf.rows(f"DELETE FROM {table} WHERE sheet = ?", (sheet,))
        self.pencilled = True

    def empty_trash(self, sheet: MeetingId) -> None:
        """Let go of what was kept of a sheet."""
        self.draft(f"{PREFIX}{sheet}", None)

    def lay_back(self, sheet: MeetingId, to: MeetingId) -> None:
        """Lay what was kept of a sheet onto a new one, each row with who typed it."""
        lay_back(self.shelf, self.book.draft(f"{PREFIX}{sheet}") or "", to)
        self.empty_trash(sheet)

    def void_reopened(self, sheet: MeetingId, *, followed_by: MeetingId, reason: str) -> None:
        """Write that a signed sheet was opened again, after its entries were taken back."""
        self.stroke.write(
            ReopenedRow(sheet=sheet, next=followed_by, reason=reason, event=self.stroke.event)
        )
        self._touch(Topic.MEETING)

    def void_empty(self, sheet: MeetingId, *, reason: str) -> None:
        """Write that a sheet was put away, by now empty; the same act must have signed it."""
        self.stroke.write(AwayRow(sheet=sheet, reason=reason, event=self.stroke.event))
        self._touch(Topic.MEETING)

    def set_month(self, month: Month, state: MonthState, *, reason: str) -> None:
        """Write how firm a month is from now on, and all before it."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM month_state")
        self.stroke.write(
            MonthStateRow(
                id=last + 1,
                month=month_number(month),
                state=state.value,
                reason=reason,
                event=self.stroke.event,
            )
        )
        self._touch(Topic.YEAR)
