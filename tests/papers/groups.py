"""The groups whose papers are printed: one like most, one with everything too long, one, many."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from ledger.actions.booklets import new_booklet
from ledger.actions.loan_life import write_event
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import (
    count_cash,
    mark_attendance,
    open_sheet,
    pencil_cells,
    pencil_line,
    sign_sheet,
)
from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import CASH
from ledger.rules.booklets import A5_BOOKLET
from ledger.rules.closing import plan_close
from ledger.rules.kip import Kip
from ledger.rules.lines import LoanPaidOut
from ledger.rules.loan_events import Contract, Rescheduled
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Attendance, Column, PencilCell, SheetKind
from ledger.rules.people import Actor, Member, MemberId, Sex
from ledger.rules.rulebook import Ceiling, Group, Rulebook
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import LoanId
from ui.practice import interest_run_up, make_practice_group, notes_for
from ui.practice_people import PracticeFacts, SettableClock, practice_facts

BEGIN = date(2025, 1, 5)
MEETINGS = (BEGIN, date(2025, 2, 5), date(2025, 12, 5))
CLOSED = date(2026, 1, 3)
LENT = date(2026, 1, 5)
LAST = date(2026, 2, 5)
SET_ANEW = date(2026, 2, 10)
LATE, RELIEVED = MemberId(3), MemberId(4)
_OF_LOANS = frozenset({Column.FINE, Column.INTEREST, Column.PRINCIPAL})
TODAY = date(2026, 2, 20)
PRACTICE_TODAY = date(2026, 10, 20)
MOST: Kip = 2_000_000_000

LONG_NAMES = (
    "ພອນສະຫວັນທິບພະວົງສາ ແກ້ວມະນີລາດສະພັກດີວົງ ສຸວັນນະພູມມະລາດ",
    "ນາງສາວຄຳຜູຍວິໄລວັນ ພະໄຊຍະເສດຖາທິລາດ ເພັດດາວັນສີບຸນເຮືອງ",
    "ทองพูนทรัพย์สินสมบูรณ์ วงศ์ประเสริฐศักดิ์ดา ณ อุบลราชธานี",
    "ສຸພັດຕາວັນນະສິນ ຫຼວງໂພທິສາລາດ ຈັນທະວົງສີວິໄລສັກ",
)
LONG_GROUP = Group(
    name="ກຸ່ມທ້ອນເງິນເພື່ອການພັດທະນາແບບຍືນຍົງຂອງສະຫະພັນແມ່ຍິງ ບ້ານທົ່ງງາມໃຕ້",
    village="ທົ່ງງາມໃຕ້ຫ້ວຍນ້ຳໃສ",
    zone="ເຂດພັດທະນາທົ່ງຫຼວງ",
    district="ໂພນທອງຈຳປາສັກ",
    province="ຈຳປາສັກ",
    practice=True,
)
HOSTILE_NAMES = (
    "<b>ຄຳ&amp;</b><img src=x>%s{0}",
    "</para>&<br/>{name} %(n)d",
    "ບົວ {words.say} $HOME \\n &#x0e81;",
    "=HYPERLINK(1) <font size=99>ທ</font>",
)
HOSTILE_GROUP = Group(
    name="<u>ກຸ່ມ</u> &lt; {0} %s",
    village="<i>ນາ</i>",
    zone="{zone}",
    district="<hr/>",
    province="%d",
)
SMALL_GROUP = Group(name="ກຸ່ມທ້ອນເງິນ ບ້ານນ້ອຍ", village="ນ້ອຍ", district="ໂພນທອງ", province="ຈຳປາສັກ")


@dataclass(frozen=True)
class GroupBook:
    """A group's book and the day on which its papers are printed."""

    name: str
    file: Path
    today: date

    @contextmanager
    def opened(self) -> Iterator[Book]:
        """The book, closed again at the end."""
        book = Book.open(self.file, clock=SettableClock(self.today))
        try:
            yield book
        finally:
            book.close()


def group_book(name: str, folder: Path) -> GroupBook:
    """The book of a group, made when it is not in the folder yet."""
    file, today = folder / f"{name}.book", TODAY
    if name == "practice":
        today = PRACTICE_TODAY
        if not file.exists():
            _practice(file)
    elif not file.exists():
        _GROUPS[name](file)
    return GroupBook(name, file, today)


def _practice(file: Path) -> None:
    """The practice group, whose first member has a booklet."""
    made = Book.open(make_practice_group(file.parent), clock=SettableClock(PRACTICE_TODAY))
    try:
        actor = practice_facts().actor("accountant")
        new_booklet(made, actor, member=made.members()[0].id, size=A5_BOOKLET)
    finally:
        made.close()


def _long(file: Path) -> None:
    """Twelve members with the longest names, one of whom has two thousand million kip.

    In the new year one loan is overdue, and another has got new due days.
    """
    members = tuple(
        replace(_member(n), name=f"{LONG_NAMES[n % 4]} {n}", household="ເຮືອນຫຼັງທີ ໑໒ໜ່ວຍ ໓")
        for n in range(1, 13)
    )
    facts = practice_facts()
    officers = tuple(
        replace(officer, name=LONG_NAMES[n % 4]) for n, officer in enumerate(facts.set_up.officers)
    )
    savings = ((MemberId(1), MOST), (MemberId(2), 0), (MemberId(3), 1))
    facts = replace(facts, set_up=replace(facts.set_up, officers=officers))
    _live(file, LONG_GROUP, facts, members, savings, lent=MOST, late=MOST // 4)


def _hostile(file: Path) -> None:
    """Names that a program which reads markup, patterns or paths in them would fall over."""
    members = tuple(
        replace(_member(n), name=f"{HOSTILE_NAMES[n % len(HOSTILE_NAMES)]} {n}", household="<h1>")
        for n in range(1, 5)
    )
    facts = practice_facts()
    officers = tuple(
        replace(officer, name=f"{HOSTILE_NAMES[n % len(HOSTILE_NAMES)]} {n}")
        for n, officer in enumerate(facts.set_up.officers)
    )
    savings = ((MemberId(1), 500_000), (MemberId(2), 40_000))
    facts = replace(facts, set_up=replace(facts.set_up, officers=officers))
    _live(file, HOSTILE_GROUP, facts, members, savings, lent=300_000)


def _one(file: Path) -> None:
    """A group of one member."""
    _live(file, SMALL_GROUP, practice_facts(), (_member(1),), (), lent=0)


def _many(file: Path) -> None:
    """Five thousand members with names as they come."""
    facts, chance = practice_facts(), Random(7)
    names = [member.name for member in facts.set_up.members]
    members = tuple(
        replace(_member(n), name=chance.choice(names), number=f"{n:04d}") for n in range(1, 5_001)
    )
    savings = tuple((m.id, chance.randint(0, 90) * 10_000) for m in members)
    _live(file, SMALL_GROUP, facts, members, savings, lent=1_000_000)


_GROUPS = {"long": _long, "one": _one, "many": _many, "hostile": _hostile}
NAMES = ("practice", *_GROUPS)


def _member(number: int) -> Member:
    return Member(
        id=MemberId(number),
        number=f"{number:03d}",
        name="ຄຳຫຼ້າ ທອງສະຫວັນ",
        title="ນາງ",
        sex=Sex.FEMALE,
        joined=BEGIN,
        household=str(number // 2),
        welfare_since=BEGIN,
        fee_free=True,
    )


def _live(
    file: Path,
    group: Group,
    facts: PracticeFacts,
    members: tuple[Member, ...],
    savings: tuple[tuple[MemberId, Kip], ...],
    *,
    lent: Kip,
    late: Kip = 0,
) -> None:
    """A year of three meetings, closed, and the first meeting of the next one.

    `late` is lent at the beginning of the next one: half to who does not pay at the meeting, half
    to who gets new due days after it.
    """
    rules = _rules(facts.set_up.rulebook, alone=len(members) == 1)
    clock = SettableClock(BEGIN)
    book = Book.create(file, group=group, rulebook=rules, clock=clock)
    kept = tuple(pair for pair in savings if pair[1])
    cash = sum(kip for _, kip in kept) + sum(kip for _, kip in facts.set_up.accounts)
    set_up = SetUp(
        group=group,
        begin=BEGIN,
        rulebook=rules,
        officers=facts.set_up.officers,
        members=members,
        savings=kept,
        accounts=facts.set_up.accounts,
        count=notes_for(cash, rules.denominations),
    )
    actor, second = facts.actor("accountant"), facts.actor("president")
    start_books(book, actor, set_up=set_up)
    for day in MEETINGS:
        clock.day = day
        _meet(book, actor, second, day, lent=lent if day == MEETINGS[1] else 0)
    clock.day = CLOSED
    plan = plan_close(book.year_facts(2025, CLOSED))
    close_year(book, actor, plan=plan, signers=(second,), today=CLOSED)
    if late:
        clock.day = LENT
        _lend_again(book, actor, second, late // 2)
    clock.day = LAST
    _meet(book, actor, second, LAST, lent=0)
    if late:
        clock.day = SET_ANEW
        _set_anew(book, actor)
    new_booklet(book, actor, member=members[0].id, size=A5_BOOKLET)
    book.close()


def _rules(rulebook: Rulebook, *, alone: bool) -> Rulebook:
    guarantors = 0 if alone else 1
    products = tuple(
        replace(product, guarantors=guarantors, ceiling=Ceiling())
        for product in rulebook.loans.products
    )
    loans = replace(rulebook.loans, products=products, cash_kept=0)
    return replace(rulebook, valid_from=BEGIN, loans=loans)


def _meet(book: Book, actor: Actor, second: Actor, day: date, *, lent: Kip) -> None:
    loan = _lend(book, actor, second, day, lent) if lent else None
    notes = notes_for(book.balances().get(CASH, 0), book.rulebook(day).denominations)
    open_sheet(book, actor, day=day, kind=SheetKind.MEETING, opening=notes, today=day)
    sheet = book.open_sheet()
    assert sheet is not None
    rows = book.meeting_sheet(sheet.id).rows
    marks = tuple((row.member.id, Attendance.PRESENT) for row in rows)
    mark_attendance(book, actor, sheet=sheet.id, marks=marks)
    cells = [PencilCell(row.member.id, Column.SAVINGS, 20_000) for row in rows]
    run_up = interest_run_up(book, day)
    for row in rows:
        for column in (Column.WELFARE, Column.FINE, Column.INTEREST, Column.PRINCIPAL):
            if day == LAST and row.member.id == LATE and column in _OF_LOANS:
                continue
            due = row.due.of(column)
            if column is Column.INTEREST:
                due = run_up[row.member.id]
            if due:
                cells.append(PencilCell(row.member.id, column, due))
    pencil_cells(book, actor, sheet=sheet.id, cells=tuple(cells))
    if loan is not None:
        pencil_line(book, actor, sheet=sheet.id, line=loan)
    expected = book.meeting_sheet(sheet.id).expected
    count = notes_for(expected, book.rulebook(day).denominations)
    count_cash(book, actor, sheet=sheet.id, when="closing", count=count, reason="")
    sign_sheet(book, actor, sheet=sheet.id, signers=(second.name,), today=day)


def _lend(book: Book, actor: Actor, second: Actor, day: date, kip: Kip) -> LoanPaidOut:
    """The first member borrows, and the second stands for her."""
    first = book.rulebook(day).loans.products[0].key
    return LoanPaidOut(_agree(book, (actor, second), day, kip, product=first, member=MemberId(1)))


def _lend_again(book: Book, actor: Actor, second: Actor, kip: Kip) -> None:
    """Two members borrow as much, one for a year and one in parts, each with her contract."""
    both = (actor, second)
    loans = [
        _agree(book, both, LENT, kip, product="trading_loan", member=LATE),
        _agree(book, both, LENT, kip, product="instalment_loan", member=RELIEVED),
    ]
    record_day(book, actor, day=LENT, lines=[LoanPaidOut(loan) for loan in loans], today=LENT)
    for number, loan in enumerate(loans, start=1):
        seen = (LONG_NAMES[0], LONG_NAMES[1])
        contract = Contract(LENT, f"ສກ-{number}/2026", (actor.name, second.name), seen)
        write_event(book, actor, loan=loan, event=contract, today=LENT)


def _set_anew(book: Book, actor: Actor) -> None:
    """What is left of the loan in parts is to be paid back from April on, in smaller parts."""
    (loan,) = [one for one in book.loans() if one.request.member == RELIEVED]
    left = loan_state(loan, SET_ANEW).principal
    plan = plan_by_months(left, first=date(2026, 4, 5), months=14)
    event = Rescheduled(SET_ANEW, "3/2026", plan)
    write_event(book, actor, loan=loan.id, event=event, today=SET_ANEW)


def _agree(
    book: Book, both: tuple[Actor, Actor], day: date, kip: Kip, *, product: str, member: MemberId
) -> LoanId:
    """A loan that both agree to; whoever sits next to the member stands for it."""
    rules = book.rulebook(day)
    purpose = next(one for one in rules.loans.purposes if one.product == product)
    terms = rules.product(product)
    assert terms is not None
    stands = MemberId(member + 1)
    request = LoanRequest(member, day, kip, purpose.code, terms, terms.months, (stands,))
    (loan,) = request_loan(book, both[0], request=request).loans
    decision = LoanDecision(day, "12/2025", True, kip, tuple(one.name for one in both))
    decide_loan(book, both[0], loan=loan, decision=decision)
    return loan
