"""The meeting sheet while it is still in pencil: who came, what was typed, what was counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.lines import Line
from ledger.rules.people import MemberId
from ledger.rules.transfers import MeetingId


class SheetKind(StrEnum):
    """A meeting of the group, or the sheet for money that moves between meetings."""

    MEETING = "meeting"
    DAY_SHEET = "day_sheet"


class Attendance(StrEnum):
    """How a member was there."""

    PRESENT = "present"
    BY_NEIGHBOUR = "by_neighbour"  # her money came, she did not
    ABSENT = "absent"


class Column(StrEnum):
    """The columns of the grid: what a member can pay at the table."""

    SAVINGS = "savings"
    VOLUNTARY = "voluntary"
    WELFARE = "welfare"
    INTEREST = "interest"
    PRINCIPAL = "principal"
    FINE = "fine"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class CashCount:
    """The notes that were counted: (denomination, how many), each denomination once."""

    notes: tuple[tuple[Kip, int], ...] = ()

    @property
    def total(self) -> Kip:
        """What they come to, in kip."""
        return sum(note * number for note, number in self.notes)


@dataclass(frozen=True, slots=True)
class PencilCell:
    """One cell of the grid as it was typed (kip; zero is "typed: nothing")."""

    member: MemberId
    column: Column
    kip: Kip


@dataclass(frozen=True, slots=True)
class PencilLine:
    """One line outside the grid, in the order it was written: a pay-out, a cost, a benefit."""

    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """One meeting or day sheet as it lies on the table.

    `opening` and `closing` are the counts of the box before and after; `difference_reason` is
    what the committee wrote when the box and the book did not agree. `signed_by` is empty while
    everything is in pencil. A sheet that no longer counts says why in `void_reason` and by whom in
    `void_by`: it was opened again, and `followed_by` took its place, or it was put away empty.
    `welfare_counted` is how much of the closing count is the welfare
    fund's (kip), where its money lies apart.
    """

    id: MeetingId
    number: int
    day: date
    kind: SheetKind = SheetKind.MEETING
    opening: CashCount | None = None
    attendance: tuple[tuple[MemberId, Attendance], ...] = ()
    cells: tuple[PencilCell, ...] = ()
    lines: tuple[PencilLine, ...] = ()
    closing: CashCount | None = None
    difference_reason: str = ""
    signed_by: tuple[str, ...] = ()
    void_reason: str = ""
    void_by: tuple[str, ...] = ()
    followed_by: MeetingId | None = None
    welfare_counted: Kip | None = None

    @property
    def void(self) -> bool:
        """Whether it was opened again or put away, and counts no more."""
        return bool(self.void_reason)

    @property
    def signed(self) -> bool:
        """Whether it is ink."""
        return bool(self.signed_by)


@dataclass(frozen=True, slots=True)
class Due:
    """What one member has to pay on the day, column by column, in kip; the grid shows it grey."""

    member: MemberId
    savings: Kip = 0
    welfare: Kip = 0
    interest: Kip = 0
    principal: Kip = 0
    fine: Kip = 0
    fee: Kip = 0
    voluntary: Kip = 0

    def of(self, column: Column) -> Kip:
        """The amount of one column, in kip."""
        amount: Kip = getattr(self, column.value)
        return amount
