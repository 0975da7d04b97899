"""Meetings and day sheets, in pencil and in ink, with everything that was typed on them."""

import json
from typing import Any

from ledger.book.plain import day_of, line_of
from ledger.book.sealing import pencil_seal, row_text
from ledger.book.shelf import Shelf
from ledger.rules.meeting_values import (
    Attendance,
    CashCount,
    Column,
    PencilCell,
    PencilLine,
    Sheet,
    SheetKind,
)
from ledger.rules.people import MemberId
from ledger.rules.transfers import MeetingId

PENCIL_TABLES = {
    "attendance": "sheet, member, attendance, officer, name",
    "cell": "sheet, member, col, kip, officer, name",
    "pencil_line": "sheet, number, line, officer, name",
    "cash_count": "sheet, moment, notes, reason, officer, name",
    "welfare_count": "sheet, kip, officer, name",
}
_SHEETS = (
    "SELECT s.id, s.kind, s.number, s.day, g.signed_by, r.next, coalesce(r.reason, a.reason),"
    " v.name, v.second_name FROM sheet AS s"
    " LEFT JOIN sheet_signed AS g ON g.sheet = s.id"
    " LEFT JOIN sheet_reopened AS r ON r.sheet = s.id"
    " LEFT JOIN sheet_away AS a ON a.sheet = s.id"
    " LEFT JOIN event AS v ON v.seq = coalesce(r.event, a.event)"
)


def read_sheets(shelf: Shelf) -> tuple[Sheet, ...]:
    """Every sheet in the book's order, without what was typed on it."""
    return tuple(_bare(row) for row in shelf.rows(f"{_SHEETS} ORDER BY s.id"))


def read_sheet(shelf: Shelf, sheet: MeetingId) -> Sheet:
    """One sheet whole. Raises KeyError where there is none of that id."""
    found = shelf.rows(f"{_SHEETS} WHERE s.id = ?", (sheet,))
    if not found:
        raise KeyError(sheet)
    return _whole(shelf, found[0])


def read_open_sheet(shelf: Shelf) -> Sheet | None:
    """The newest sheet that is still in pencil, whole; nothing where all are signed."""
    unsigned = f"{_SHEETS} WHERE g.sheet IS NULL ORDER BY s.id DESC LIMIT 1"
    found = shelf.rows(unsigned)
    return _whole(shelf, found[0]) if found else None


def sheet_seal(shelf: Shelf, sheet: int) -> bytes:
    """The seal of everything that stands on a sheet in pencil, and of who typed it."""
    return pencil_seal(
        row_text(table, row)
        for table, columns in PENCIL_TABLES.items()
        for row in shelf.rows(f"SELECT {columns} FROM {table} WHERE sheet = ?", (sheet,))
    )


def _bare(row: tuple[Any, ...]) -> Sheet:
    number, kind, of_kind, day, signed_by, follower, reason, *void_by = row
    return Sheet(
        id=MeetingId(number),
        number=of_kind,
        day=day_of(day),
        kind=SheetKind(kind),
        signed_by=() if signed_by is None else tuple(json.loads(signed_by)),
        void_reason=reason or "",
        void_by=tuple(name for name in void_by if name),
        followed_by=None if follower is None else MeetingId(follower),
    )


def _whole(shelf: Shelf, row: tuple[Any, ...]) -> Sheet:
    bare = _bare(row)
    of = (bare.id,)
    marks = shelf.rows("SELECT member, attendance FROM attendance WHERE sheet = ?", of)
    cells = shelf.rows("SELECT member, col, kip FROM cell WHERE sheet = ?", of)
    lines = shelf.rows("SELECT number, line FROM pencil_line WHERE sheet = ?", of)
    counts = shelf.rows("SELECT moment, notes, reason FROM cash_count WHERE sheet = ?", of)
    welfare = shelf.rows("SELECT kip FROM welfare_count WHERE sheet = ?", of)
    counted = {moment: _count(notes) for moment, notes, _ in counts}
    return Sheet(
        id=bare.id,
        number=bare.number,
        day=bare.day,
        kind=bare.kind,
        opening=counted.get("opening"),
        attendance=tuple((MemberId(m), Attendance(a)) for m, a in marks),
        cells=tuple(PencilCell(MemberId(m), Column(c), kip) for m, c, kip in cells),
        lines=tuple(PencilLine(number, line_of(line)) for number, line in lines),
        closing=counted.get("closing"),
        difference_reason=next((why for when, _, why in counts if when == "closing"), ""),
        signed_by=bare.signed_by,
        void_reason=bare.void_reason,
        void_by=bare.void_by,
        followed_by=bare.followed_by,
        welfare_counted=welfare[0][0] if welfare else None,
    )


def _count(notes: str) -> CashCount:
    return CashCount(notes=tuple((note, number) for note, number in json.loads(notes)))
