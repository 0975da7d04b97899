"""How far a meeting has come: who is still to be marked, what is still to be collected."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Attendance, Column, PencilCell, SheetKind
from ledger.rules.people import MemberId, Status
from ledger.statements.meeting_sheet import MeetingSheet, SheetRow


class Step(StrEnum):
    """The steps of a meeting, in order."""

    OPEN = "open"
    WHO = "who"
    COLLECT = "collect"
    PAY = "pay"
    COUNT = "count"
    SIGN = "sign"


STEPS = {
    SheetKind.MEETING: tuple(Step),
    # Nobody is called together for a day sheet, and the box was counted at the last meeting.
    SheetKind.DAY_SHEET: (Step.COLLECT, Step.PAY, Step.COUNT, Step.SIGN),
}
"""The steps of each kind of sheet."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How many members are marked in each way; `unmarked` are those nobody has asked for yet."""

    present: int
    by_neighbour: int
    absent: int
    unmarked: int


def presence_of(grid: MeetingSheet) -> Presence:
    """How many members are there, sent their money, stayed away, or are not marked yet."""
    marks = [row.attendance for row in grid.rows if expected_to_come(row)]
    return Presence(
        present=marks.count(Attendance.PRESENT),
        by_neighbour=marks.count(Attendance.BY_NEIGHBOUR),
        absent=marks.count(Attendance.ABSENT),
        unmarked=marks.count(None),
    )


def unmarked(grid: MeetingSheet) -> tuple[MemberId, ...]:
    """The members who are to come and are not marked yet."""
    return tuple(
        row.member.id for row in grid.rows if expected_to_come(row) and row.attendance is None
    )


def expected_to_come(row: SheetRow) -> bool:
    """Whether a member is asked for at a meeting; one on leave is not, and may pay all the same."""
    return row.member.status is Status.ACTIVE


def dues_open(
    grid: MeetingSheet, columns: tuple[Column, ...] = tuple(Column)
) -> tuple[PencilCell, ...]:
    """What is due from those who came or sent money, and stands in no cell yet (kip).

    At a day sheet nobody is marked: there, nothing is collected from everybody.
    """
    return tuple(
        PencilCell(row.member.id, column, row.due.of(column))
        for row in grid.rows
        if pays(row)
        for column in columns
        if row.due.of(column) and row.paid(column) is None
    )


def pays(row: SheetRow) -> bool:
    """Whether her money is at the table: she came, or sent it with a neighbour."""
    return row.attendance in {Attendance.PRESENT, Attendance.BY_NEIGHBOUR}


def total_of(cells: Iterable[PencilCell]) -> Kip:
    """What cells come to, in kip."""
    return sum(cell.kip for cell in cells)


def due_total(grid: MeetingSheet, *columns: Column) -> Kip:
    """What is due in these columns from all members, in kip."""
    return sum(row.due.of(column) for row in grid.rows for column in columns)


def collected(grid: MeetingSheet) -> Kip:
    """All that was typed in the grid, in kip."""
    return sum(kip for _, kip in grid.totals)


def lines_written(grid: MeetingSheet) -> int:
    """How many members pay something, and how many other lines stand on the sheet, together."""
    return sum(1 for row in grid.rows if row.paid_in_all) + len(grid.sheet.lines)


def steps_done(grid: MeetingSheet) -> frozenset[Step]:
    """The steps with nothing left to do; paying is done when the box has been counted after it."""
    sheet = grid.sheet
    done = {
        Step.OPEN: sheet.opening is not None,
        Step.WHO: not presence_of(grid).unmarked,
        Step.COLLECT: bool(sheet.cells) and not dues_open(grid),
        Step.PAY: bool(sheet.lines) or sheet.closing is not None,
        Step.COUNT: bool(grid.difference == 0 or (grid.difference and sheet.difference_reason)),
        Step.SIGN: sheet.signed,
    }
    return frozenset(step for step, is_done in done.items() if is_done)
