"""The books that are measured: an average group of five years, and a large one of ten."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ledger.actions.record import DayRecord, record
from ledger.actions.set_up import start_books
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import Named, named_account
from ledger.rules.closing import plan_close
from ledger.rules.days import Month
from ledger.rules.lines import Deposit, Line, LoanPaidOut, Repaid, WelfarePaid
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.loans import loan_state
from ledger.rules.people import Actor, Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import LoanId
from ui.practice_people import practice_facts

WELFARE = named_account(Named.FUND, 1)


@dataclass(frozen=True)
class Size:
    """How large a book is."""

    name: str
    members: int
    years: int

    @property
    def last_day(self) -> date:
        return date(2020 + self.years, 12, 5)


S = Size("S", 163, 5)
M = Size("M", 800, 10)


def fixed_clock() -> datetime:
    return datetime(2031, 1, 1, tzinfo=UTC)


def make_book(folder: Path, size: Size) -> Path:
    """A book in which everybody saves and pays welfare each month, and one in four borrows."""
    file = folder / f"{size.name}.book"
    facts = practice_facts()
    begin = date(2021, 1, 5)
    rules = _rules(facts.set_up.rulebook)
    members = tuple(_member(n, begin) for n in range(1, size.members + 1))
    set_up = SetUp(
        group=facts.set_up.group,
        begin=begin,
        rulebook=rules,
        officers=facts.set_up.officers,
        members=members,
    )
    book = Book.create(file, group=set_up.group, rulebook=rules, clock=fixed_clock)
    actors = tuple(Actor(o.id, o.name, o.role) for o in set_up.officers[:2])
    start_books(book, actors[0], set_up=set_up)
    for number in range(size.years * 12):
        month = Month(2021, 1).plus(number)
        _live(book, actors, month, members)
    book.close()
    return file


def _live(book: Book, actors: tuple[Actor, ...], month: Month, members: tuple[Member, ...]) -> None:
    day = date(month.year, month.number, 5)
    if month.number == 1 and month.year > 2021:
        today = date(month.year, 1, 2)
        plan = plan_close(book.year_facts(month.year - 1, today))
        close_year(book, actors[0], plan=plan, signers=actors[1:], today=today)
    lines: list[Line] = []
    for member in members:
        lines += [Deposit(member.id, 10_000 + member.id % 5 * 5_000), WelfarePaid(member.id, 1_000)]
    loans = book.loans(open_only=True)
    running = {loan.request.member: loan for loan in loans}
    for loan in loans:
        owed = loan_state(loan, day).settlement
        lines.append(Repaid(loan.id, min(owed, 12_000)))
    new = _new_loans(book, day, members, set(running)) if month.number % 3 == 0 else ()
    first = max((loan.id for loan in book.loans()), default=0) + 1
    lines += [LoanPaidOut(LoanId(first + n)) for n in range(len(new))]
    record(book, actors[0], record=DayRecord(day, tuple(lines), loans=new), today=day)


def _new_loans(
    book: Book, day: date, members: tuple[Member, ...], busy: set[MemberId]
) -> tuple[tuple[LoanRequest, LoanDecision], ...]:
    product = book.rulebook(day).product("trading_loan")
    assert product is not None
    takers = [m for m in members if m.id not in busy and m.id % 12 == day.month][
        : len(members) // 12
    ]
    return tuple(
        (
            LoanRequest(m.id, day, 120_000, "trade", product, 12),
            LoanDecision(day, "1", approved=True, kip=120_000, approvers=("ດາວ", "ບົວ")),
        )
        for m in takers
    )


def _rules(rulebook: Rulebook) -> Rulebook:
    products = tuple(replace(p, guarantors=0) for p in rulebook.loans.products)
    loans = replace(rulebook.loans, products=products, cash_kept=0)
    return replace(rulebook, valid_from=date(2021, 1, 1), loans=loans)


def _member(number: int, begin: date) -> Member:
    return Member(
        id=MemberId(number),
        number=f"{number:04d}",
        name=f"ຄຳ {number}",
        joined=begin,
        welfare_since=begin,
        fee_free=True,
        household=str(number // 2),
    )
