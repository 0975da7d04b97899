"""A meeting is held: everything in pencil, each cell on disk at once, until it is signed."""

from dataclasses import dataclass
from datetime import date

from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import month_of
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.lines import Line
from ledger.rules.meeting import check_sign, difference_line, lines_of
from ledger.rules.meeting_cells import check_cells, check_mark, check_rows
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, Sheet, SheetKind
from ledger.rules.months import MonthClosed, MonthState
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act
from ledger.rules.posting import entries_of
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks, NameMissing, Refusal
from ledger.rules.transfers import MeetingId
from ledger.rules.welfare_cash import check_welfare_count


@dataclass
class SheetStillOpen(Refusal):
    """Another meeting or day sheet is still in pencil; `day` is its day."""

    day: date


@dataclass
class SheetSigned(Refusal):
    """The sheet is ink: only a counter-entry corrects it now."""

    day: date


def open_sheet(
    book: Book, actor: Actor, *, day: date, kind: SheetKind, opening: CashCount | None, today: date
) -> Change:
    """Open a meeting, or a day sheet, for one day; one at a time. `opening` is the first count."""
    permit(book, actor, Act.OPEN_SHEET)
    check_opening(book, day=day, today=today)
    with writing(book, actor, Act.OPEN_SHEET, day=day.isoformat()) as pen:
        sheet = pen.open_sheet(day, kind)
        if opening is not None:
            pen.count(sheet, "opening", opening)
    return pen.change


def check_opening(book: Book, *, day: date, today: date) -> None:
    """Refuse a sheet beside one in pencil, outside the open days, or in a month that is closed."""
    running = book.open_sheet()
    if running is not None:
        raise SheetStillOpen(day=running.day)
    facts = book.day_facts(day, today)
    if not facts.first_day <= day <= facts.last_day:
        raise DayOutsideBooks(day=day, first=facts.first_day, last=facts.last_day)
    if book.month_states().of(month_of(day)) is MonthState.CLOSED:
        raise MonthClosed(month=month_of(day))


def mark_attendance(
    book: Book,
    actor: Actor,
    *,
    sheet: MeetingId,
    marks: tuple[tuple[MemberId, Attendance | None], ...],
) -> Change:
    """Mark who is there; a mark of nothing rubs an earlier one out.

    Raises AbsentButPaid for one who is to be absent while money stands in her row.
    """
    running = _pencil(book, actor, sheet)
    for member, mark in marks:
        check_mark(running, _facts(book, running), member, mark)
    with writing(book, actor, Act.PENCIL) as pen:
        for member, mark in marks:
            pen.mark(sheet, member, mark)
    return pen.change


def pencil_cell(
    book: Book, actor: Actor, *, sheet: MeetingId, member: MemberId, column: Column, kip: Kip
) -> Change:
    """Write one cell of the grid (kip, zero for "nothing today"); it may be typed over.

    Raises the refusals of `ledger.rules.meeting_cells`: the amount is held against the rules now.
    """
    return pencil_cells(book, actor, sheet=sheet, cells=(PencilCell(member, column, kip),))


def pencil_cells(
    book: Book, actor: Actor, *, sheet: MeetingId, cells: tuple[PencilCell, ...]
) -> Change:
    """Write many cells in one go ("all as due except these"), each of which may be typed over."""
    running = _pencil(book, actor, sheet)
    check_cells(running, _facts(book, running), cells)
    with writing(book, actor, Act.PENCIL) as pen:
        for cell in cells:
            pen.pencil_cell(sheet, cell.member, cell.column, cell.kip)
    return pen.change


def rub_out_cell(
    book: Book, actor: Actor, *, sheet: MeetingId, member: MemberId, column: Column
) -> Change:
    """Empty one cell of the grid again."""
    return rub_out_cells(book, actor, sheet=sheet, cells=((member, column),))


def rub_out_cells(
    book: Book, actor: Actor, *, sheet: MeetingId, cells: tuple[tuple[MemberId, Column], ...]
) -> Change:
    """Empty many cells of the grid in one go."""
    _pencil(book, actor, sheet)
    with writing(book, actor, Act.PENCIL) as pen:
        for member, column in cells:
            pen.rub_out_cell(sheet, member, column)
    return pen.change


def pencil_line(book: Book, actor: Actor, *, sheet: MeetingId, line: Line) -> Change:
    """Write one line outside the grid; refused at once when the rules would refuse it alone."""
    running = _pencil(book, actor, sheet)
    facts = _facts(book, running)
    entries_of([*lines_of(running, facts), line], facts)
    with writing(book, actor, Act.PENCIL) as pen:
        pen.pencil_line(sheet, line)
    return pen.change


def rub_out_line(book: Book, actor: Actor, *, sheet: MeetingId, number: int) -> Change:
    """Take back one line outside the grid."""
    _pencil(book, actor, sheet)
    with writing(book, actor, Act.PENCIL) as pen:
        pen.rub_out_line(sheet, number)
    return pen.change


def count_cash(
    book: Book,
    actor: Actor,
    *,
    sheet: MeetingId,
    when: str,
    count: CashCount,
    reason: str = "",
) -> Change:
    """Write down the count of the box, `when` "opening" or "closing"; `reason` if it differs."""
    _pencil(book, actor, sheet)
    with writing(book, actor, Act.PENCIL) as pen:
        pen.count(sheet, when, count, reason=reason)
    return pen.change


def count_welfare(book: Book, actor: Actor, *, sheet: MeetingId, kip: Kip) -> Change:
    """Write down how much of the box (kip, zero or more) was counted as the welfare fund's."""
    _pencil(book, actor, sheet)
    if not 0 <= kip <= KIP_MAX:
        raise AmountOutOfRange(given=kip, most=KIP_MAX)
    with writing(book, actor, Act.PENCIL) as pen:
        pen.count_welfare(sheet, kip)
    return pen.change


def sign_sheet(
    book: Book,
    actor: Actor,
    *,
    sheet: MeetingId,
    signers: tuple[str, ...],
    today: date,
    second: Actor | None = None,
    reason: str = "",
) -> Change:
    """Turn the pencil into ink: every entry in one transaction, and the sheet locked.

    `signers` are the names of those who signed; the actor's comes first. A day of a month that is
    on hold takes a `second` person and the `reason`. Raises RowRefused for the
    row of one member, and the refusals of `ledger.rules.meeting` and `ledger.rules.posting`; then
    nothing has been written.
    """
    permit(book, actor, Act.SIGN_SHEET, second)
    if second is not None:
        check_two(book, actor, second, Act.SIGN_SHEET, today=today)
    signed_by = tuple(dict.fromkeys(filter(None, (actor.name, *signers))))
    if not signed_by:
        raise NameMissing(what="signer")
    running = _open(book, sheet)
    facts = book.day_facts(running.day, max(today, running.day))
    expected = book.meeting_sheet(sheet).expected
    check_sign(running, expected=expected)
    check_rows(running, facts)
    lines = [*lines_of(running, facts)]
    difference = difference_line(running, expected=expected)
    if difference is not None:
        lines.append(difference)
    entries = entries_of(lines, facts, meeting=sheet)
    check_welfare_count(running, facts, entries)
    why = {"reason": reason.strip()} if second is not None else {}
    day = running.day.isoformat()
    with writing(book, actor, Act.SIGN_SHEET, second=second, day=day, **why) as pen:
        pen.post(entries)
        pen.sign(sheet, signed_by=signed_by)
    return pen.change


def _pencil(book: Book, actor: Actor, sheet: MeetingId) -> Sheet:
    permit(book, actor, Act.PENCIL)
    return _open(book, sheet)


def _open(book: Book, sheet: MeetingId) -> Sheet:
    running = book.sheet(sheet)
    if running.signed:
        raise SheetSigned(day=running.day)
    return running


def _facts(book: Book, running: Sheet) -> DayFacts:
    return book.day_facts(running.day, running.day)
