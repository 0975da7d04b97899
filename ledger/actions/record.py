"""One day's money is written into the book in one go: all of the day's lines or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.actions.members import check_new
from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import Pen, writing
from ledger.rules.day_facts import DayFacts
from ledger.rules.lending import check_decision, check_request
from ledger.rules.lines import Line
from ledger.rules.loan_values import Loan, LoanDecision, LoanRequest
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Actor, Member, MemberId
from ledger.rules.permits import Act
from ledger.rules.posting import entries_of
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import Entry, LoanId


@dataclass
class LineRefused(Refusal):
    """One line of the day (counted from 0) is refused; `why` says by which rule."""

    index: int
    why: Refusal


@dataclass(frozen=True, slots=True)
class DayRecord:
    """Everything of one day. Members and loans that are new on the day come first.

    A new member's `id` and a new loan's place in `loans` are what the lines refer to: the book
    numbers them on from the last it has, in the order given here. `admitted` has the number of
    the decision under which a new member was taken in.
    """

    day: date
    lines: tuple[Line, ...]
    members: tuple[Member, ...] = ()
    loans: tuple[tuple[LoanRequest, LoanDecision], ...] = ()
    admitted: Mapping[MemberId, str] = field(default_factory=dict)


def next_member(book: Book) -> MemberId:
    """The id that the next new member will have."""
    return MemberId(max((m.id for m in book.members()), default=0) + 1)


def next_loan(book: Book) -> LoanId:
    """The id that the next new loan will have."""
    return LoanId(max((o.id for o in book.loans()), default=0) + 1)


def record_day(
    book: Book,
    actor: Actor,
    *,
    day: date,
    lines: Sequence[Line],
    today: date,
    second: Actor | None = None,
    reason: str = "",
) -> Change:
    """Check the lines of one day against the rules in their order, and write them."""
    whole = DayRecord(day=day, lines=tuple(lines))
    return record(book, actor, record=whole, today=today, second=second, reason=reason)


def record(
    book: Book,
    actor: Actor,
    *,
    record: DayRecord,
    today: date,
    second: Actor | None = None,
    reason: str = "",
) -> Change:
    """Write one day with its new members and loans; `today` bounds how late the day may be.

    A day of a month that is on hold takes a `second` person and the `reason`. Raises
    LineRefused with the line that the rules refuse, or the refusal of a new member or loan; then
    nothing has been written.
    """
    permit(book, actor, Act.RECORD_DAY, second)
    if second is not None:
        check_two(book, actor, second, Act.RECORD_DAY, today=today)
    checked = checked_day(book, record, today)
    why = {"reason": reason.strip()} if second is not None else {}
    day = record.day.isoformat()
    with writing(book, actor, Act.RECORD_DAY, second=second, day=day, **why) as pen:
        write_day(pen, checked)
    return pen.change


@dataclass(frozen=True, slots=True)
class CheckedDay:
    """A day that the rules have allowed: its new members and loans, and the entries to write."""

    members: tuple[Member, ...]
    loans: tuple[Loan, ...]
    entries: tuple[Entry, ...]
    admitted: Mapping[MemberId, str] = field(default_factory=dict)


def checked_day(book: Book, record: DayRecord, today: date) -> CheckedDay:
    """Hold a day against the rules as the book stands now. Raises what `record` raises."""
    facts = book.day_facts(record.day, today)
    known = list(book.members())
    for member in record.members:
        check_new(book, member, known, decision=record.admitted.get(member.id, ""))
        known.append(member)
    facts = replace(facts, members={m.id: m for m in known})
    loans = _new_loans(book, record, facts)
    facts = replace(facts, loans={**facts.loans, **{loan.id: loan for loan in loans}})
    entries = _entries(record.lines, facts)
    return CheckedDay(record.members, loans, entries, record.admitted)


def write_day(pen: Pen, checked: CheckedDay) -> None:
    """Write a day that was checked."""
    for member in checked.members:
        pen.add_member(member)
        decision = checked.admitted.get(member.id, "")
        if decision:
            day = member.joined
            pen.write_life(LifeEvent(member.id, LifeKind.ADMITTED, day, decision=decision))
    for loan in checked.loans:
        number = pen.request_loan(loan.request, number=loan.number)
        if loan.decision is not None:
            pen.decide_loan(number, loan.decision)
    pen.post(checked.entries)


def _new_loans(book: Book, record: DayRecord, facts: DayFacts) -> tuple[Loan, ...]:
    if not record.loans:
        # Most days have none, and all loans of an old book take longer to read than a day to write.
        return ()
    first = next_loan(book)
    year = record.day.year
    before = sum(1 for loan in book.loans() if loan.request.day.year == year)
    loans = []
    for place, (request, decision) in enumerate(record.loans):
        check_request(request, book.lending_facts(request, new_members=record.members))
        number = f"{year}-{before + place + 1:03d}"
        asked = Loan(id=LoanId(first + place), number=number, request=request)
        check_decision(decision, asked, facts.rulebook)
        loans.append(replace(asked, decision=decision))
    return tuple(loans)


def _entries(lines: tuple[Line, ...], facts: DayFacts) -> tuple[Entry, ...]:
    try:
        return entries_of(lines, facts)
    except Refusal as refusal:
        raise LineRefused(index=_first_refused(lines, facts), why=refusal) from refusal


def _first_refused(lines: tuple[Line, ...], facts: DayFacts) -> int:
    """The first line with which the day is refused; the lines before it would have been taken."""
    for index in range(len(lines) - 1):
        try:
            entries_of(lines[: index + 1], facts)
        except Refusal:
            return index
    return len(lines) - 1
