"""After a meeting on paper: all as printed except these rows, filled into the grid in one go.

A row of which the book now says something else than the paper is not taken over unseen: she has
left, her dues have changed, or something was typed for her already. It is named, and what she
really paid is typed for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.rules.collection import CollectionSheet, PrintedRow
from ledger.rules.contributions import GONE, due_with, open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.loan_values import Loan
from ledger.rules.meeting_cells import check_rows
from ledger.rules.meeting_values import Attendance, Column, Due, PencilCell, Sheet, SheetKind
from ledger.rules.people import Member, MemberId, Status
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import AmountOutOfRange, Refusal

CAME = frozenset({Attendance.PRESENT, Attendance.BY_NEIGHBOUR})
"""The marks of those whose money is at the table."""


class Otherwise(StrEnum):
    """Why a row cannot be taken over as it is printed."""

    GONE = "gone"  # she has left or died since
    DUE = "due"  # something else is due now
    TYPED = "typed"  # another amount stands in the grid already
    MARKED = "marked"  # she is marked absent in the grid


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row that the book sees otherwise: the amount (kip) on paper and in the book."""

    row: int
    member: str
    why: Otherwise
    column: Column | None = None
    printed: Kip = 0
    now: Kip = 0


@dataclass
class NotAsPrinted(Refusal):
    """Since the sheet was printed, something has changed in these rows."""

    rows: tuple[ChangedRow, ...]


@dataclass
class NoSheetOnTable(Refusal):
    """No meeting lies open in pencil that the paper of `day` could be filled into."""

    day: date


@dataclass
class PrintedForAnotherDay(Refusal):
    """The paper was printed for one day, and the sheet on the table is of another."""

    printed: date
    day: date


@dataclass
class ColumnNotPrinted(Refusal):
    """The paper has no such column; `row` says in which row it was typed."""

    row: int
    column: Column


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A row that is not as printed: she was absent, or paid other amounts (kip) in some columns."""

    row: int
    absent: bool = False
    paid: tuple[tuple[Column, Kip], ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """What is written into the grid: every cell, and who was there."""

    cells: tuple[PencilCell, ...]
    marks: tuple[tuple[MemberId, Attendance], ...]


def paid_in(printed: CollectionSheet, row: int, but: Exceptional | None) -> tuple[Kip, ...]:
    """What was paid in each column of a row (from 1), in kip."""
    return tuple(_paid(printed, row, but).values())


def _paid(printed: CollectionSheet, row: int, but: Exceptional | None) -> Mapping[Column, Kip]:
    """The same by column; without an exception it is what was due."""
    due = dict(zip(printed.columns, printed.rows[row - 1].due, strict=True))
    if but is None:
        return due
    typed = dict(but.paid)
    return {c: 0 if but.absent else typed.get(c, kip) for c, kip in due.items()}


def by_row(
    printed: CollectionSheet, exceptions: Sequence[Exceptional]
) -> Mapping[int, Exceptional]:
    """The exceptions by their row; of two for one row the later counts.

    Raises ColumnNotPrinted, and AmountOutOfRange for an amount that no cell can have.
    """
    for but in exceptions:
        for column, kip in but.paid:
            if column not in printed.columns:
                raise ColumnNotPrinted(row=but.row, column=column)
            if not 0 <= kip <= KIP_MAX:
                raise AmountOutOfRange(given=kip, most=KIP_MAX)
    return {but.row: but for but in exceptions}


def fill_of(
    printed: CollectionSheet, exceptions: Sequence[Exceptional], *, sheet: Sheet, facts: DayFacts
) -> Filling:
    """Everything that the paper writes into the grid of `sheet`.

    Raises PrintedForAnotherDay, ColumnNotPrinted, AmountOutOfRange, MemberUnknown, NotAsPrinted
    with every row that has changed, and RowRefused for a row that the rules do not allow.
    """
    if printed.day != sheet.day:
        raise PrintedForAnotherDay(printed=printed.day, day=sheet.day)
    buts = by_row(printed, exceptions)
    changed = changed_rows(printed, buts, sheet=sheet, facts=facts)
    if changed:
        raise NotAsPrinted(rows=changed)
    cells: list[PencilCell] = []
    marks: list[tuple[MemberId, Attendance]] = []
    had = dict(sheet.attendance)
    for place, row in enumerate(printed.rows, start=1):
        but = buts.get(place)
        hers = _cells(printed, place, row, but)
        cells += hers
        mark = _mark(facts.members[row.member], but, pays=bool(hers))
        # Nobody is called together for a day sheet; who sent her money was not there.
        asked = sheet.kind is SheetKind.MEETING
        if asked and mark and not (mark is Attendance.PRESENT and had.get(row.member) in CAME):
            marks.append((row.member, mark))
    _check(sheet, facts, cells, marks)
    return Filling(cells=tuple(cells), marks=tuple(marks))


def changed_rows(
    printed: CollectionSheet,
    buts: Mapping[int, Exceptional],
    *,
    sheet: Sheet,
    facts: DayFacts,
) -> tuple[ChangedRow, ...]:
    """The rows that the book sees otherwise than the paper, each with the first reason.

    A column that was typed for a row is what was paid, whatever was due; who was absent owes
    nothing tonight.
    """
    loans = open_loans(facts.loans.values())
    typed: dict[MemberId, dict[Column, Kip]] = {}
    for cell in sheet.cells:
        typed.setdefault(cell.member, {})[cell.column] = cell.kip
    absent = {m for m, mark in sheet.attendance if mark is Attendance.ABSENT}
    found: list[ChangedRow] = []
    for place, row in enumerate(printed.rows, start=1):
        asked = _Asked(printed, place, buts.get(place), absent=row.member in absent)
        changed = _changed(asked, member_of(facts, row.member), facts, loans, typed)
        if changed is not None:
            found.append(changed)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One row with what was typed for it, and whether the grid has her as absent."""

    printed: CollectionSheet
    place: int
    but: Exceptional | None
    absent: bool

    @property
    def named(self) -> frozenset[Column]:
        """The columns that were typed: there, the paper and what is due do not matter."""
        return frozenset(column for column, _ in self.but.paid) if self.but else frozenset()

    @property
    def away(self) -> bool:
        return self.but is not None and self.but.absent


def _changed(
    asked: _Asked,
    member: Member,
    facts: DayFacts,
    loans: Mapping[MemberId, tuple[Loan, ...]],
    typed: Mapping[MemberId, Mapping[Column, Kip]],
) -> ChangedRow | None:
    due = due_with(facts, member, loans.get(member.id, ()))
    return (
        _due_changed(asked, member, due)
        or _typed_before(asked, member, typed.get(member.id, {}))
        or _marked_absent(asked, member)
    )


def _due_changed(asked: _Asked, member: Member, due: Due) -> ChangedRow | None:
    if asked.away:
        return None
    for column, printed in _paid(asked.printed, asked.place, None).items():
        now = due.of(column)
        if now != printed and column not in asked.named:
            why = Otherwise.GONE if member.status in GONE else Otherwise.DUE
            return ChangedRow(asked.place, member.told, why, column, printed, now)
    return None


def _typed_before(asked: _Asked, member: Member, typed: Mapping[Column, Kip]) -> ChangedRow | None:
    paid = _paid(asked.printed, asked.place, asked.but)
    for column, stands in typed.items():
        printed = paid.get(column, 0)
        if stands != printed and column not in asked.named:
            return ChangedRow(asked.place, member.told, Otherwise.TYPED, column, printed, stands)
    return None


def _marked_absent(asked: _Asked, member: Member) -> ChangedRow | None:
    if asked.absent and any(paid_in(asked.printed, asked.place, asked.but)):
        return ChangedRow(asked.place, member.told, Otherwise.MARKED)
    return None


def _cells(
    printed: CollectionSheet, place: int, row: PrintedRow, but: Exceptional | None
) -> list[PencilCell]:
    named = {column for column, _ in but.paid} if but is not None and not but.absent else set()
    paid = _paid(printed, place, but).items()
    return [PencilCell(row.member, column, kip) for column, kip in paid if kip or column in named]


def _mark(member: Member, but: Exceptional | None, *, pays: bool) -> Attendance | None:
    if but is not None and but.absent:
        return Attendance.ABSENT if member.status is Status.ACTIVE else None
    return Attendance.PRESENT if pays or member.status is Status.ACTIVE else None


def _check(
    sheet: Sheet,
    facts: DayFacts,
    cells: Sequence[PencilCell],
    marks: Sequence[tuple[MemberId, Attendance]],
) -> None:
    """Hold every row against the rules as it will stand in the grid."""
    stands = {(cell.member, cell.column): cell for cell in sheet.cells}
    stands |= {(cell.member, cell.column): cell for cell in cells}
    attendance = dict(sheet.attendance) | dict(marks)
    whole = replace(sheet, cells=tuple(stands.values()), attendance=tuple(attendance.items()))
    check_rows(whole, facts)
