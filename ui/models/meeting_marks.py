"""Who is here: the members with their attendance marks, as rows of a table."""

from collections.abc import Sequence

from ledger.rules.meeting_values import Attendance
from ledger.rules.people import MemberId
from ledger.statements.meeting_sheet import SheetRow
from translations import Words
from translations.naming import word
from ui.models.meeting_grid import mark_icon
from ui.models.rows import Column, RowsModel

MARK_SECTION = 3


class MarksModel(RowsModel[SheetRow]):
    """Number, name, household, mark."""

    def speak(self, words: Words) -> None:
        """Write the columns in these words."""

        def mark(row: SheetRow) -> str:
            if row.attendance is None:
                return words.say("Not asked yet")
            return word(words, "attendance", row.attendance.value)

        self.set_columns(
            (
                Column(words.say("No."), lambda row: row.member.number),
                Column(
                    words.say("Name"), lambda row: f"{row.member.title} {row.member.name}".strip()
                ),
                Column(words.say("Household"), lambda row: row.member.household),
                Column(
                    words.context("attendance", "Here?"),
                    mark,
                    icon=lambda row: mark_icon(row.attendance),
                ),
            )
        )

    def renew(self, rows: Sequence[SheetRow]) -> None:
        """Show the rows; where the same members stand in them, the cursor stays where it is."""
        same = [row.member.id for row in rows] == [row.member.id for row in self.rows()]
        if not same:
            self.show(rows)
            return
        before, self._rows = self.rows(), tuple(rows)
        last = self.columnCount() - 1
        for n, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(n, 0), self.index(n, last))

    def row_of(self, member: MemberId) -> int:
        """In which row a member stands; -1 where she does not."""
        return next((n for n, row in enumerate(self.rows()) if row.member.id == member), -1)


NEXT_MARK: dict[Attendance | None, Attendance | None] = {
    None: Attendance.PRESENT,
    Attendance.PRESENT: Attendance.BY_NEIGHBOUR,
    Attendance.BY_NEIGHBOUR: Attendance.ABSENT,
    Attendance.ABSENT: None,
}
"""What Space makes of a mark."""
