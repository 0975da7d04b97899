"""The home page as values: the group's figures, its last months, and what is still to be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.book.book import Book
from ledger.rules.days import fiscal_year, month_of
from ledger.rules.kip import Kip
from ledger.rules.meeting_day import next_meeting_day
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.statements.lists import Figures
from ledger.statements.months import MonthFigures
from translations import Words
from ui.models.closing import first_open
from ui.models.loans import Pile, lies_on

MONTHS = 12
"""So many months stand in the charts."""


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


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that is still to be done: how many, what they come to (kip), its day or year."""

    kind: Unfinished
    number: int = 0
    kip: Kip = 0
    day: date | None = None
    sheet_kind: SheetKind | None = None


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
    year = book.year(first_open(book, today))
    if year.last < today:
        yield Task(Unfinished.YEAR, number=year.number)


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
}


def item_of(task: Task) -> object:
    """What the page of a task is to show there."""
    if task.kind in _PILES:
        return _PILES[task.kind]
    return task.number if task.kind is Unfinished.YEAR else None


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
        case Unfinished.INTEREST:
            return words.say_many(
                "Interest on savings is to be credited, for {n} time.",
                "Interest on savings is to be credited, for {n} times.",
                task.number,
            )
        case _:
            year = words.year(task.number)
            return words.say("The year {year} is over and can be closed.", year=year)


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
    }[task.kind]


def _sheet_sentence(words: Words, task: Task) -> str:
    day = words.long_day(task.day) if task.day else ""
    if task.sheet_kind is SheetKind.MEETING:
        return words.say("The meeting of {day} is still in pencil.", day=day)
    return words.say("The day sheet of {day} is still in pencil.", day=day)
