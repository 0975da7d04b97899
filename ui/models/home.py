"""The home page as values: the group's figures, its last months, and what is still to be done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.book.book import Book
from ledger.rules.borrowing import owed_to
from ledger.rules.claims import ClaimStage
from ledger.rules.committee import terms_over
from ledger.rules.days import add_months, fiscal_year, month_of
from ledger.rules.leaving import about_to_go, leaves_over
from ledger.rules.meeting_day import next_meeting_day
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.member_life import LifeEvent
from ledger.rules.people import Member, MemberId
from ledger.statements.borrowings import BorrowingRow
from ledger.statements.lists import Figures
from ledger.statements.months import MonthFigures
from ui.models.closing import first_open
from ui.models.home_tasks import PILES, Task, Unfinished
from ui.models.loans import Pile, lies_on
from ui.models.members import shown_names

MONTHS = 12
"""So many months stand in the charts."""


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
        tasks=(*_first_steps(book, today), *_tasks(book, today, sheet)),
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


def _first_steps(book: Book, today: date) -> Iterator[Task]:
    """What a group does between beginning its book and its first meeting."""
    begin = book.books_begin
    late = begin is None or today > add_months(begin, 1)
    if late or not book.members() or any(sheet.signed for sheet in book.sheets()):
        return
    yield Task(Unfinished.FIRST_PAPERS)
    if not any(state.booklet for state in book.booklet_states()):
        yield Task(Unfinished.FIRST_BOOKLETS)


def _tasks(book: Book, today: date, sheet: Sheet | None) -> Iterator[Task]:
    if sheet is not None:
        yield Task(Unfinished.SHEET, day=sheet.day, sheet_kind=sheet.kind)
    rows = book.loan_rows(today)
    for kind, pile in PILES.items():
        here = [row for row in rows if lies_on(row, pile)]
        if here:
            kip = sum(
                row.state.overdue if pile is Pile.OVERDUE else row.loan.request.kip for row in here
            )
            yield Task(kind, number=len(here), kip=kip)
    owed = book.dividends_owed()
    if owed:
        yield Task(Unfinished.DIVIDENDS, number=len(owed), kip=sum(owed.values()))
    yield from _of_funds(book, today)
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


def _of_funds(book: Book, today: date) -> Iterator[Task]:
    """Welfare claims that wait, and what lenders are to get, or groups to pay, within a month."""
    waiting = [c for c in book.claims() if c.stage in {ClaimStage.ASKED, ClaimStage.APPROVED}]
    if waiting:
        yield Task(Unfinished.CLAIMS, number=len(waiting), kip=sum(c.kip for c in waiting))
    yield from _agreed(Unfinished.LENDER, book.borrowing_rows(today), today)
    yield from _agreed(Unfinished.GROUP, book.group_loan_rows(today), today)


def _agreed(kind: Unfinished, rows: Sequence[BorrowingRow], today: date) -> Iterator[Task]:
    """What is overdue, or falls due within a month, by the schedules of lenders or groups."""
    until = add_months(today, 1)
    for row in rows:
        late, coming = row.state.overdue, row.next_due
        soon = 0
        if coming is not None and coming.due <= until:
            # Whoever has paid ahead owes less on that day than the schedule says.
            most = owed_to(row.borrowing, coming.due)
            soon = min(most, coming.principal + coming.interest)
        if kip := min(row.state.settlement, late) or soon:
            day = row.state.overdue_since or (coming.due if coming else None)
            yield Task(kind, kip=kip, day=day, names=(row.borrowing.lender,))


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
