"""The last signed meeting is opened again by two people; a sheet is put away, and put back."""

from datetime import date

from ledger.actions.meeting import check_opening
from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.meeting_values import Sheet
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.reopening import check_put_away, check_reopen
from ledger.rules.transfers import MeetingId, counter_entry
from ledger.rules.trash import NotInTrash, is_kept

_HARMLESS = tuple(
    act.value
    for act in (
        *(Act.WRITE_DECISION, Act.ADD_MEMBER, Act.CHANGE_MEMBER, Act.CHANGE_GROUP),
        *(Act.SET_OFFICERS, Act.ADOPT_RULES, Act.REQUEST_LOAN, Act.DECIDE_LOAN),
        *(Act.OPEN_SHEET, Act.PUT_AWAY_SHEET, Act.PUT_BACK_SHEET, Act.HOLD_MONTH, Act.REOPEN_MONTH),
        # A receipt in somebody's hand is void from then on, and the list of numbers says so.
        *(Act.PRINT_RECEIPTS, Act.PRINT_CONTRACT),
    )
)
"""What may be done after a meeting without standing on it; whatever else comes later does."""


def check_reopening(book: Book, *, sheet: MeetingId, reason: str) -> Sheet:
    """The sheet, where it can be opened again now. Raises the refusals of `rules.reopening`.

    KeyError for no sheet's id.
    """
    signed = book.sheet(sheet)
    later = next((s for s in book.sheets() if s.id > sheet and (not s.void or s.followed_by)), None)
    stands = book.stands_on(sheet, harmless=_HARMLESS) if signed.signed else None
    check_reopen(signed, later=later, stands=stands, reason=reason)
    return signed


def reopen_sheet(
    book: Book,
    actor: Actor,
    *,
    sheet: MeetingId,
    second: Actor | None,
    reason: str,
    today: date,
) -> Change:
    """Take back all entries of the last signed sheet and lay a new one of its day on the table.

    Everything that was typed stands on the new one, in pencil. Raises SecondPersonMissing and the
    refusals of `rules.reopening` and of months that are closed or on hold.
    """
    agreed = check_two(book, actor, second, Act.REOPEN_SHEET, today=today)
    signed = check_reopening(book, sheet=sheet, reason=reason)
    why = reason.strip()
    mirrors = [
        counter_entry(posted, day=signed.day, reason=why) for posted in book.entries_of_sheet(sheet)
    ]
    day = signed.day.isoformat()
    with writing(book, actor, Act.REOPEN_SHEET, second=agreed, day=day, reason=why) as pen:
        # The newest first: what was paid out of a deposit is back before the deposit is undone.
        pen.post(mirrors[::-1])
        fresh = pen.open_sheet(signed.day, signed.kind)
        pen.void_reopened(sheet, followed_by=fresh, reason=why)
        pen.copy_pencil(sheet, fresh)
    return pen.change


def put_away_sheet(
    book: Book, actor: Actor, *, sheet: MeetingId, reason: str, today: date
) -> Change:
    """Put away a sheet in pencil. What stands on it lies in the trash and can be put back.

    What has lain there too long is let go. Raises SheetVoid for ink, and NameMissing.
    """
    permit(book, actor, Act.PUT_AWAY_SHEET)
    running = book.sheet(sheet)
    check_put_away(running, reason=reason)
    old = [one.sheet for one in book.thrown() if not is_kept(one, today)]
    why = reason.strip()
    day = running.day.isoformat()
    with writing(book, actor, Act.PUT_AWAY_SHEET, day=day, reason=why) as pen:
        for one in old:
            pen.empty_trash(one)
        pen.throw_pencil(sheet, today)
        pen.sign(sheet, signed_by=(actor.name,))
        pen.void_empty(sheet, reason=why)
    return pen.change


def put_back_sheet(book: Book, actor: Actor, *, sheet: MeetingId, today: date) -> Change:
    """Lay a sheet that was put away on the table again, as a new one of its day.

    All that stood on it is there in pencil, each row with who typed it. Raises NotInTrash, and
    what opening a sheet of that day raises.
    """
    permit(book, actor, Act.PUT_BACK_SHEET)
    thrown = book.sheet(sheet)
    if sheet not in {one.sheet for one in book.thrown() if is_kept(one, today)}:
        raise NotInTrash(day=thrown.day)
    check_opening(book, day=thrown.day, today=today)
    with writing(book, actor, Act.PUT_BACK_SHEET, day=thrown.day.isoformat()) as pen:
        pen.lay_back(sheet, pen.open_sheet(thrown.day, thrown.kind))
    return pen.change
