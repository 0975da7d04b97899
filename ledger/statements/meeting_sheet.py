"""The grid of one meeting: members down, what is due across, and the cash that should be there."""

from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Attendance, Column, Due, Sheet
from ledger.rules.people import Member


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member at the table: what is due and what was typed (nothing typed: no value), in kip."""

    member: Member
    attendance: Attendance | None
    due: Due
    typed: tuple[tuple[Column, Kip], ...]
    savings: Kip
    loans: Kip

    def paid(self, column: Column) -> Kip | None:
        """What was typed in one column, in kip; nothing where the cell is still empty."""
        return dict(self.typed).get(column)


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """The whole grid with its totals, in kip.

    `expected` is the cash that the box must hold: what was there before, all that came in, less
    all that went out. `counted` is nothing until the box has been counted again.
    """

    sheet: Sheet
    rows: tuple[SheetRow, ...]
    totals: tuple[tuple[Column, Kip], ...]
    cash_before: Kip
    received: Kip
    paid_out: Kip
    expected: Kip
    counted: Kip | None

    @property
    def difference(self) -> Kip | None:
        """Counted less expected, in kip; nothing until the box has been counted."""
        return None if self.counted is None else self.counted - self.expected
