"""What is typed into the grid is held against the rules at once, one member's row at a time.

A row is refused while its member still stands at the table, and not when the evening ends and
163 rows are signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.meeting import lines_of
from ledger.rules.meeting_values import Attendance, Column, PencilCell, Sheet
from ledger.rules.people import Member, MemberId
from ledger.rules.posting import entries_of
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import AmountOutOfRange, Refusal


@dataclass
class MarkedAbsent(Refusal):
    """She is marked absent, and yet money (kip) was typed for her."""

    member: str
    given: Kip


@dataclass
class AbsentButPaid(Refusal):
    """She is to be marked absent, and money (kip) stands in her row already."""

    member: str
    paid: Kip


@dataclass
class RowRefused(Refusal):
    """The row of one member is refused when the sheet is signed; `why` says by which rule."""

    member: str
    number: str
    why: Refusal


def check_cells(sheet: Sheet, facts: DayFacts, cells: Sequence[PencilCell]) -> None:
    """Refuse amounts that the rules would refuse when the sheet is signed.

    Each member's row is looked at alone, as it will be with the new cells in it. Raises
    MemberUnknown, AmountOutOfRange, MarkedAbsent, and the refusals of `ledger.rules.meeting` and
    `ledger.rules.posting`.
    """
    marks = dict(sheet.attendance)
    rows = _rows(sheet)
    for cell in cells:
        member = member_of(facts, cell.member)
        if not 0 <= cell.kip <= KIP_MAX:
            raise AmountOutOfRange(given=cell.kip, most=KIP_MAX)
        if cell.kip and marks.get(member.id) is Attendance.ABSENT:
            raise MarkedAbsent(member=member.told, given=cell.kip)
        rows.setdefault(member.id, {})[cell.column] = cell
    for number in dict.fromkeys(cell.member for cell in cells):
        _check_row(sheet, facts, tuple(rows[number].values()))


def check_mark(sheet: Sheet, facts: DayFacts, member: MemberId, mark: Attendance | None) -> None:
    """Refuse to mark a member absent while money stands in her row."""
    paid = sum(cell.kip for cell in sheet.cells if cell.member == member)
    if mark is Attendance.ABSENT and paid:
        raise AbsentButPaid(member=member_of(facts, member).name, paid=paid)


def check_rows(sheet: Sheet, facts: DayFacts) -> None:
    """Refuse the first row that the rules do not allow any more, with the name of its member."""
    for number, row in _rows(sheet).items():
        member: Member = member_of(facts, number)
        try:
            _check_row(sheet, facts, tuple(row.values()))
        except Refusal as why:
            raise RowRefused(member=member.name, number=member.number, why=why) from why


def _rows(sheet: Sheet) -> dict[MemberId, dict[Column, PencilCell]]:
    rows: dict[MemberId, dict[Column, PencilCell]] = {}
    for cell in sheet.cells:
        rows.setdefault(cell.member, {})[cell.column] = cell
    return rows


def _check_row(sheet: Sheet, facts: DayFacts, row: tuple[PencilCell, ...]) -> None:
    entries_of(lines_of(replace(sheet, cells=row, lines=()), facts), facts)
