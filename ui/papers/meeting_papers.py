"""The papers of a meeting: what is due tonight, who came, what was counted and decided."""

from dataclasses import replace
from datetime import date

from ledger.actions.collecting import keep_collection_sheet
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.meeting_day import next_meeting_day
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.transfers import MeetingId
from ledger.statements.collection_sheet import CollectionPaper
from ledger.statements.meeting_papers import (
    AttendancePaper,
    CashCountPaper,
    MinutesPaper,
    WallPaper,
)
from ledger.statements.minutes_acts import acts_of_decisions
from ledger.statements.trail import asked_of_claims, asked_of_loans, names_with_titles
from reports.attendance import print_attendance
from reports.cash_count import print_cash_count
from reports.collection_sheet import print_collection_sheet
from reports.minutes import print_minutes
from reports.wall_list import print_wall_list
from translations import Words
from ui.papers.paper import Paper, Shelf, Written, whole
from ui.papers.questions import day, sheet, tick
from ui.papers.wish import Wish

WITHOUT_LOANS = "without-loans"
NUMBERS_ONLY = "numbers-only"


def meeting_of(book: Book, wish: Wish, today: date) -> date:
    """The day that was asked for; else that of the sheet on the table, or of the next meeting."""
    if wish.day is not None:
        return wish.day
    running = book.open_sheet()
    if running is not None:
        return running.day
    held = [one.day for one in book.sheets() if one.kind is SheetKind.MEETING and not one.void]
    return next_meeting_day(
        book.rulebook(today).deposit_day,
        today,
        last=max(held, default=None),
        begin=book.books_begin or today,
    )


def _collection(book: Book, wish: Wish, today: date) -> CollectionPaper:
    return book.collection_paper(meeting_of(book, wish, today), today)


def _remember(given: CollectionPaper, _: Words, __: range) -> Written:
    def act(book: Book, actor: Actor) -> Change:
        return keep_collection_sheet(book, actor, printed=given.sheet)

    return act


def _attendance(book: Book, wish: Wish, today: date) -> AttendancePaper:
    return book.attendance_paper(meeting_of(book, wish, today), today)


def _count(book: Book, wish: Wish, today: date) -> CashCountPaper:
    asked = wish.sheet or MeetingId(0)
    grid = book.meeting_sheet(asked)
    given = book.cash_count_paper(asked, today)
    return replace(given, came=grid.received, went=grid.paid_out)


def _minutes(book: Book, wish: Wish, today: date) -> MinutesPaper:
    members = {member.id: member for member in book.members()}
    return replace(
        book.minutes_paper(wish.sheet or MeetingId(0), today),
        acts=acts_of_decisions(book.minutes().lines, book.loans(), book.claims()),
        loans=asked_of_loans(book.loans(), members),
        claims=asked_of_claims(book.claims(), members),
        names=names_with_titles(members.values()),
    )


def _wall(book: Book, wish: Wish, today: date) -> WallPaper:
    return book.wall_paper(
        wish.day or today,
        today,
        loans=not wish.ticked(WITHOUT_LOANS),
        names=not wish.ticked(NUMBERS_ONLY),
    )


def _held(one: Sheet) -> bool:
    return one.signed and one.kind is SheetKind.MEETING


_DAY = day(lambda words: words.say("Day of the meeting"))

PAPERS: tuple[Paper, ...] = (
    Paper(
        code="collection",
        shelf=Shelf.MEETING,
        title=lambda words: words.say("Collection sheet"),
        hint=lambda words: words.say(
            "Everybody with what is due, and room to write: the meeting goes on without power."
        ),
        short=lambda words: words.say("collection sheet"),
        asks=(_DAY,),
        read=_collection,
        draw=print_collection_sheet,
        picture="cash",
        printed=_remember,
        may=Act.PENCIL,
    ),
    Paper(
        code="attendance",
        shelf=Shelf.MEETING,
        title=lambda words: words.say("Attendance sheet"),
        hint=lambda words: words.say("Everybody with a place for a signature or thumbprint."),
        short=lambda words: words.say("attendance"),
        asks=(_DAY,),
        read=_attendance,
        draw=whole(print_attendance),
        picture="members",
    ),
    Paper(
        code="cash-count",
        shelf=Shelf.MEETING,
        title=lambda words: words.say("Cash count"),
        hint=lambda words: words.say("Every note before and after the meeting, against the book."),
        short=lambda words: words.say("cash count"),
        asks=(sheet(),),
        read=_count,
        draw=whole(print_cash_count),
        picture="cash",
    ),
    Paper(
        code="minutes",
        shelf=Shelf.MEETING,
        title=lambda words: words.say("Minutes of a meeting"),
        hint=lambda words: words.say(
            "Who was there, what was decided, the money, and places to sign."
        ),
        short=lambda words: words.say("minutes"),
        asks=(sheet(_held),),
        read=_minutes,
        draw=whole(print_minutes),
        picture="edit",
    ),
    Paper(
        code="wall",
        shelf=Shelf.MEETING,
        title=lambda words: words.say("Balance list for the wall"),
        hint=lambda words: words.say("What everybody has, to be read and compared by all."),
        short=lambda words: words.say("balance list"),
        asks=(
            day(),
            tick(WITHOUT_LOANS, lambda words: words.say("Without loans")),
            tick(NUMBERS_ONLY, lambda words: words.say("Numbers instead of names")),
        ),
        read=_wall,
        draw=whole(print_wall_list),
        picture="wall",
    ),
)
