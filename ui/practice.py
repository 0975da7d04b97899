"""The practice group: an invented village with three years of books, for learning without fear.

The same figures come out every time. Everything is done through the same acts that the window
uses: meetings are opened, filled in pencil, counted and signed; years are closed.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random

from ledger.actions.meeting import (
    count_cash,
    mark_attendance,
    open_sheet,
    pencil_cells,
    pencil_line,
    sign_sheet,
)
from ledger.actions.members import add_member
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.set_up import start_books
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import CASH, Named, named_account
from ledger.rules.closing import plan_close
from ledger.rules.days import Month
from ledger.rules.decisions import Subject
from ledger.rules.kip import Kip, divide
from ledger.rules.lines import (
    DividendTaken,
    DividendWay,
    FundSpent,
    Line,
    LoanPaidOut,
    Spent,
    ToBank,
    Withdrawal,
)
from ledger.rules.loan_values import LoanRequest
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, SheetKind
from ledger.rules.people import Actor, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId, MeetingId
from ledger.statements.meeting_sheet import MeetingSheet
from ui.practice_minutes import ask_and_decide, minute, set_new_days
from ui.practice_people import PracticeFacts, SettableClock, joining, practice_facts

FIRST = Month(2023, 1)
LAST = Month(2026, 10)
MEETING_DAY = 5
WELFARE = named_account(Named.FUND, 1)
BANK = named_account(Named.BANK, 1)
GENERAL_COSTS = named_account(Named.EXPENSE, 1)
# Purposes as often as the network's groups lent in 2008: so many of each in a hundred loans.
PURPOSES: tuple[str, ...] = (
    *(("agriculture",) * 52),
    *(("trade",) * 23),
    *(("handicraft",) * 7),
    *(("illness",) * 7),
    *(("emergency",) * 11),
)
MEAN: dict[str, Kip] = {
    "agriculture": 1_990_000,
    "trade": 3_270_000,
    "handicraft": 1_900_000,
    "illness": 1_370_000,
    "emergency": 1_100_000,
}
CASH_ALWAYS_LEFT: Kip = 3_000_000
CASH_TOO_MUCH: Kip = 40_000_000


@dataclass
class Village:
    """The invented village while its years are being lived."""

    book: Book
    clock: SettableClock
    facts: PracticeFacts
    chance: Random
    progress: Callable[[Month], None] = field(default=lambda _: None)

    @property
    def actor(self) -> Actor:
        """The accountant keeps the book."""
        return self.facts.actor("accountant")

    @property
    def second(self) -> Actor:
        """The president signs beside her."""
        return self.facts.actor("president")


def make_practice_group(folder: Path, progress: Callable[[Month], None] = lambda _: None) -> Path:
    """Make the practice group's book in a folder and say where it is.

    Refuses, through the book's own door, to write over a book that is already there.
    """
    facts = practice_facts()
    clock = SettableClock(facts.set_up.begin)
    file = folder / "practice.book"
    book = Book.create(file, group=facts.set_up.group, rulebook=facts.set_up.rulebook, clock=clock)
    try:
        village = Village(book, clock, facts, Random(4), progress=progress)
        start_books(book, village.actor, set_up=facts.set_up)
        number = facts.set_up.rulebook.resolution
        minute(book, facts, facts.set_up.begin, Subject.RULES, number=number)
        month = FIRST
        while month <= LAST:
            _live_month(village, month)
            month = month.plus(1)
        set_new_days(book, facts, clock.day)
    finally:
        book.close()
    return file


def _live_month(village: Village, month: Month) -> None:
    if month.number == 1 and FIRST.year < month.year <= FIRST.year + 2:
        _new_year(village, month.year - 1)
    day = date(month.year, month.number, MEETING_DAY)
    village.clock.day = day
    village.progress(month)
    _welcome(village, month, day)
    loans = _decide_loans(village, day)
    _hold_meeting(village, day, loans)
    if month.number == 2 and month.year > FIRST.year and month.year <= FIRST.year + 2:
        _hand_out_dividends(village, date(month.year, 2, 12))


def _welcome(village: Village, month: Month, day: date) -> None:
    """Every third month somebody joins, and pays the fees at the table."""
    place, between = divmod(month - FIRST, 3)
    if between == 2 and place < len(village.facts.newcomers):
        newcomer = joining(village.facts.newcomers[place], day)
        add_member(village.book, village.actor, member=newcomer)


def _new_year(village: Village, year: int) -> None:
    """In the first days of January the old year is closed; in 2024 the group has new rules."""
    today = date(year + 1, 1, 3)
    village.clock.day = today
    plan = plan_close(village.book.year_facts(year, today))
    minute(village.book, village.facts, today, Subject.CLOSING, year=str(year))
    close_year(village.book, village.actor, plan=plan, signers=(village.second,), today=today)
    if year == FIRST.year:
        rules = replace(village.facts.second_rules, valid_from=date(year + 1, 1, 4))
        minute(village.book, village.facts, today, Subject.RULES, number=rules.resolution)
        both = replace(village.actor, beside=village.second)
        adopt_rulebook(village.book, both, rulebook=rules)


def _decide_loans(village: Village, day: date) -> list[LoanId]:
    """Some members ask, and the committee says yes as far as the cash goes."""
    agreed: list[LoanId] = []
    book, chance = village.book, village.chance
    free = book.balances().get(CASH, 0) - CASH_ALWAYS_LEFT
    members = [m for m in book.members() if m.joined <= day]
    for _ in range(chance.randint(5, 11)):
        member = chance.choice(members)
        purpose = chance.choice(PURPOSES)
        product = book.rulebook(day).product(
            next(p.product for p in book.rulebook(day).loans.purposes if p.code == purpose)
        )
        mean = MEAN[purpose]
        kip = divide(mean, chance.randint(40, 160), 100, step=100_000)
        if product is None or kip > free:
            continue
        guarantors = tuple(
            m.id for m in chance.sample(members, product.guarantors + 1) if m.id != member.id
        )[: product.guarantors]
        request = LoanRequest(
            member=member.id,
            day=day,
            kip=kip,
            purpose=purpose,
            product=product,
            months=product.months,
            guarantors=guarantors,
        )
        loan = ask_and_decide(village.book, village.facts, request)
        if loan is not None:
            agreed.append(loan)
            free -= kip
    return agreed


def _hold_meeting(village: Village, day: date, loans: list[LoanId]) -> None:
    book, actor = village.book, village.actor
    cash = book.balances().get(CASH, 0)
    opening = notes_for(cash, book.rulebook(day).denominations)
    open_sheet(book, actor, day=day, kind=SheetKind.MEETING, opening=opening, today=day)
    sheet = book.open_sheet()
    assert sheet is not None  # It was opened in the line above.
    grid = book.meeting_sheet(sheet.id)
    marks = tuple((row.member.id, _comes(village)) for row in grid.rows)
    mark_attendance(book, actor, sheet=sheet.id, marks=marks)
    here = {member for member, mark in marks if mark is not Attendance.ABSENT}
    pencil_cells(book, actor, sheet=sheet.id, cells=_cells(village, grid, here))
    for line in [*_other_lines(village, day), *(LoanPaidOut(loan) for loan in loans)]:
        _pencil(village, sheet.id, line)
    expected = book.meeting_sheet(sheet.id).expected
    # Once a year somebody has given change for a note that was not there.
    short = 1_000 if day.month == 7 else 0
    closing = notes_for(expected - short, book.rulebook(day).denominations)
    reason = village.facts.reason if short else ""
    count_cash(book, actor, sheet=sheet.id, when="closing", count=closing, reason=reason)
    sign_sheet(book, actor, sheet=sheet.id, signers=(village.second.name,), today=day)


def _comes(village: Village) -> Attendance:
    chance = village.chance.random()
    if chance < 0.90:
        return Attendance.PRESENT
    return Attendance.BY_NEIGHBOUR if chance < 0.97 else Attendance.ABSENT


def _cells(village: Village, grid: MeetingSheet, here: set[MemberId]) -> tuple[PencilCell, ...]:
    """Whoever is there saves what she usually saves; most borrowers pay what is due.

    Their interest they pay as it runs up, those as well who may leave it to the end.
    """
    cells, run_up = [], interest_run_up(village.book, grid.sheet.day)
    for row in grid.rows:
        member = row.member.id
        if member not in here:
            continue
        cells.append(PencilCell(member, Column.SAVINGS, village.facts.habit[member]))
        pays = village.chance.random() < 0.93
        for column in (Column.WELFARE, Column.FEE, Column.FINE, Column.INTEREST, Column.PRINCIPAL):
            due = run_up[member] if column is Column.INTEREST else row.due.of(column)
            if due and (pays or column in {Column.WELFARE, Column.FEE}):
                cells.append(PencilCell(member, column, due))
    return tuple(cells)


def interest_run_up(book: Book, day: date) -> Counter[MemberId]:
    """The interest that has run up on each borrower's loans, asked for already or not, in kip."""
    run_up = Counter[MemberId]()
    for loan in book.loans(open_only=True):
        run_up[loan.request.member] += loan_state(loan, day).interest_due
    return run_up


def _other_lines(village: Village, day: date) -> list[Line]:
    """School fees before the school year, tea and pens, a visit to the sick, the bank."""
    chance = village.chance
    lines: list[Line] = [Spent(GENERAL_COSTS, chance.randint(20, 60) * 1_000, village.facts.cost)]
    savers = sorted(village.book.savings().items())
    for member, kip in chance.sample(savers, 8 if day.month == 9 else 3):
        most = divide(kip, 1, 3, step=10_000)
        if most >= 50_000:
            lines.append(Withdrawal(member, most))
    if chance.random() < 0.5:
        sick = chance.choice([m for m in village.book.members() if m.welfare_since is not None])
        lines.append(FundSpent(WELFARE, 100_000, village.facts.benefit, sick.id))
    cash = village.book.balances().get(CASH, 0)
    if cash > CASH_TOO_MUCH:
        lines.append(ToBank(BANK, 5_000_000))
    return lines


def _pencil(village: Village, sheet: MeetingId, line: Line) -> None:
    try:
        pencil_line(village.book, village.actor, sheet=sheet, line=line)
    except Refusal:
        return  # What the rules do not allow stays undone, as at a real table.


def _hand_out_dividends(village: Village, day: date) -> None:
    """Two in three leave the dividend in their savings; some never come for it."""
    village.clock.day = day
    lines: list[Line] = []
    for member, kip in sorted(village.book.dividends_owed().items()):
        chance = village.chance.random()
        if chance < 0.96:
            way = DividendWay.SAVINGS if chance < 0.64 else DividendWay.CASH
            lines.append(DividendTaken(member, kip, way))
    record_day(village.book, village.actor, day=day, lines=lines, today=day)


def notes_for(kip: Kip, denominations: tuple[Kip, ...]) -> CashCount:
    """The fewest notes that make an amount (kip), as the treasurer would count it out.

    Dividends are whole thousands and interest is rounded by the rules, so that nothing smaller
    than the smallest note is left; if it is, it is counted in units of one.
    """
    notes: list[tuple[Kip, int]] = []
    for note in sorted((*denominations, 1), reverse=True):
        number = divide(kip, 1, note)
        kip -= number * note
        if number:
            notes.append((note, number))
    return CashCount(notes=tuple(notes))
