"""The home page as values: the group's figures, its last months, and what is still to be done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.book.book import Book
from ledger.rules.committee import terms_over
from ledger.rules.days import fiscal_year, month_of
from ledger.rules.kip import Kip
from ledger.rules.leaving import about_to_go, leaves_over
from ledger.rules.meeting_day import next_meeting_day
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.member_life import LifeEvent
from ledger.rules.people import Member, MemberId
from ledger.statements.lists import Figures
from ledger.statements.months import MonthFigures
from translations import Words
from ui.models.closing import first_open
from ui.models.loans import Pile, lies_on
from ui.models.members import shown_names

MONTHS = 12
"""So many months stand in the charts."""

_NAMED = 3
"""So many people are named in one task."""


class Unfinished(StrEnum):
    """What can be left half done."""

    SHEET = "sheet"
    ASKED = "asked"
    WAITING = "waiting"
    OVERDUE = "overdue"
    DIVIDENDS = "dividends"
    INTEREST = "interest"
    YEAR = "year"
    MINUTES = "minutes"
    CANDIDATES = "candidates"
    LEAVE_OVER = "leave_over"
    GOING = "going"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is still to be done: how many, what they come to (kip), its day or year.

    `names` are those whom it is about, and `member` the first of them.
    """

    kind: Unfinished
    number: int = 0
    kip: Kip = 0
    day: date | None = None
    sheet_kind: SheetKind | None = None
    names: tuple[str, ...] = ()
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page shows. `meeting` is the day of the next one, `year` the group's."""

    figures: Figures
    months: tuple[MonthFigures, ...]
    meeting: date
    sheet: Sheet | None
    tasks: tuple[Task, ...]
    year: int


def read_home(book: Book, today: date) -> HomeView:
    """Read the home page of a day from the book."""
    sheet = book.open_sheet()
    last_month = book.rulebook(today).fiscal_year_end
    return HomeView(
        figures=book.figures(today),
        months=book.months(month_of(today), MONTHS),
        meeting=_next_meeting(book, today),
        sheet=sheet,
        year=fiscal_year(today, last_month=last_month, books_begin=book.books_begin).number,
        tasks=tuple(_tasks(book, today, sheet)),
    )


def _next_meeting(book: Book, today: date) -> date:
    # A meeting that was put away was not held; one opened again was, by the sheet that follows.
    meetings = [sheet for sheet in book.sheets() if sheet.kind is SheetKind.MEETING]
    held = [sheet.day for sheet in meetings if not sheet.void]
    return next_meeting_day(
        book.rulebook(today).deposit_day,
        today,
        last=max(held, default=None),
        begin=book.books_begin or today,
    )


def _tasks(book: Book, today: date, sheet: Sheet | None) -> Iterator[Task]:
    if sheet is not None:
        yield Task(Unfinished.SHEET, day=sheet.day, sheet_kind=sheet.kind)
    rows = book.loan_rows(today)
    for kind, pile in _PILES.items():
        here = [row for row in rows if lies_on(row, pile)]
        if here:
            kip = sum(
                row.state.overdue if pile is Pile.OVERDUE else row.loan.request.kip for row in here
            )
            yield Task(kind, number=len(here), kip=kip)
    owed = book.dividends_owed()
    if owed:
        yield Task(Unfinished.DIVIDENDS, number=len(owed), kip=sum(owed.values()))
    due = book.interest_due(today)
    if due:
        yield Task(Unfinished.INTEREST, number=len(due))
    if book.decisions() and (missing := book.minutes().missing):
        # A group that keeps no minutes here is not reminded of them.
        yield Task(Unfinished.MINUTES, number=len(missing))
    yield from _about_people(book, today)
    year = book.year(first_open(book, today))
    if year.last < today:
        yield Task(Unfinished.YEAR, number=year.number)


def _about_people(book: Book, today: date) -> Iterator[Task]:
    asked = [a.candidate.person.name for a in book.asked() if a.admission is None]
    if asked:
        yield Task(Unfinished.CANDIDATES, number=len(asked), names=tuple(asked))
    life: defaultdict[MemberId, list[LifeEvent]] = defaultdict(list)
    for event in book.life():
        life[event.member].append(event)
    if life:
        members = book.members()
        yield from _of_members(book, Unfinished.LEAVE_OVER, leaves_over(members, life, today))
        yield from _of_members(book, Unfinished.GOING, about_to_go(members, life, today))
    over = terms_over(book.officers(), book.rulebook(today).people.term_years, today)
    if over:
        yield Task(Unfinished.TERMS, number=len(over), names=tuple(o.name for o in over))


def _of_members(book: Book, kind: Unfinished, whom: Sequence[Member]) -> Iterator[Task]:
    if whom:
        shown = shown_names(book.members())
        names = tuple(shown[member.id] for member in whom)
        yield Task(kind, number=len(whom), names=names, member=whom[0].id)


_PILES = {
    Unfinished.ASKED: Pile.ASKED,
    Unfinished.WAITING: Pile.WAITING,
    Unfinished.OVERDUE: Pile.OVERDUE,
}
PLACES: dict[Unfinished, str] = {
    Unfinished.SHEET: "meeting",
    Unfinished.ASKED: "loans",
    Unfinished.WAITING: "loans",
    Unfinished.OVERDUE: "arrears",
    Unfinished.DIVIDENDS: "dividends",
    Unfinished.INTEREST: "savings_interest",
    Unfinished.YEAR: "year_end",
    Unfinished.MINUTES: "books",
    Unfinished.CANDIDATES: "candidates",
    Unfinished.LEAVE_OVER: "member_life",
    Unfinished.GOING: "member_life",
    Unfinished.TERMS: "hand_over",
}
PICTURES: dict[Unfinished, str] = {
    Unfinished.SHEET: "edit",
    Unfinished.ASKED: "person",
    Unfinished.WAITING: "cash",
    Unfinished.OVERDUE: "warn",
    Unfinished.DIVIDENDS: "money_out",
    Unfinished.INTEREST: "passbook",
    Unfinished.YEAR: "year",
    Unfinished.MINUTES: "edit",
    Unfinished.CANDIDATES: "person",
    Unfinished.LEAVE_OVER: "calendar",
    Unfinished.GOING: "money_out",
    Unfinished.TERMS: "members",
}


def item_of(task: Task) -> object:
    """What the page of a task is to show there."""
    if task.kind in _PILES:
        return _PILES[task.kind]
    return task.number if task.kind is Unfinished.YEAR else task.member


def task_sentence(words: Words, task: Task) -> str:
    """What is still to be done, with its figures."""
    n, kip = task.number, words.money(task.kip)
    match task.kind:
        case Unfinished.SHEET:
            return _sheet_sentence(words, task)
        case Unfinished.ASKED:
            return words.say_many(
                "{n} loan is asked for: {kip}.", "{n} loans are asked for: {kip}.", n, kip=kip
            )
        case Unfinished.WAITING:
            return words.say_many(
                "{n} loan is approved and not paid out: {kip}.",
                "{n} loans are approved and not paid out: {kip}.",
                n,
                kip=kip,
            )
        case Unfinished.OVERDUE:
            return words.say_many(
                "{n} loan is overdue with {kip}.", "{n} loans are overdue with {kip}.", n, kip=kip
            )
        case Unfinished.DIVIDENDS:
            return words.say_many(
                "{n} member has not taken her dividend: {kip}.",
                "{n} members have not taken their dividends: {kip}.",
                n,
                kip=kip,
            )
        case _:
            return _other_sentence(words, task)


def _other_sentence(words: Words, task: Task) -> str:
    """What is still to be done where it is no sum of money."""
    match task.kind:
        case Unfinished.MINUTES:
            return words.say_many(
                "{n} decision is named and is not in the minutes.",
                "{n} decisions are named and are not in the minutes.",
                task.number,
            )
        case Unfinished.CANDIDATES | Unfinished.LEAVE_OVER | Unfinished.GOING | Unfinished.TERMS:
            return _people_sentence(words, task)
        case Unfinished.INTEREST:
            return words.say_many(
                "Interest on savings is to be credited, for {n} time.",
                "Interest on savings is to be credited, for {n} times.",
                task.number,
            )
        case _:
            year = words.year(task.number)
            return words.say("The year {year} is over and can be closed.", year=year)


def _people_sentence(words: Words, task: Task) -> str:
    """Whom it is about; of many only the first."""
    names = ", ".join(task.names[:_NAMED]) + (" …" if task.number > _NAMED else "")
    if task.kind is Unfinished.CANDIDATES:
        return words.say("Asked to join, and the meeting decides: {names}.", names=names)
    if task.kind is Unfinished.LEAVE_OVER:
        return words.say("Her leave is over: {names}. Is she back?", names=names)
    if task.kind is Unfinished.GOING:
        return words.say("The notice is over; settle with {names}.", names=names)
    return words.say("The term of office is over: {names}.", names=names)


def task_act(words: Words, task: Task) -> str:
    """The button that goes to where it is done."""
    return {
        Unfinished.SHEET: words.say("Go on with it"),
        Unfinished.ASKED: words.say("Decide"),
        Unfinished.WAITING: words.say("See the loans"),
        Unfinished.OVERDUE: words.say("See who"),
        Unfinished.DIVIDENDS: words.say("Pay them"),
        Unfinished.INTEREST: words.say("See the interest"),
        Unfinished.YEAR: words.say("Close the year"),
        Unfinished.MINUTES: words.say("See the minutes"),
        Unfinished.CANDIDATES: words.say("See who has asked"),
        Unfinished.LEAVE_OVER: words.say("Write down that she is back"),
        Unfinished.GOING: words.say("See her settlement"),
        Unfinished.TERMS: words.say("Election and hand-over"),
    }[task.kind]


def _sheet_sentence(words: Words, task: Task) -> str:
    day = words.long_day(task.day) if task.day else ""
    if task.sheet_kind is SheetKind.MEETING:
        return words.say("The meeting of {day} is still in pencil.", day=day)
    return words.say("The day sheet of {day} is still in pencil.", day=day)
