"""What the closing page shows of one year: what hinders it, and its plan in plain words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.book.book import Book
from ledger.rules.accounts import CARRIED_FORWARD, Account
from ledger.rules.allocation import account_of
from ledger.rules.allocation_check import check_allocation
from ledger.rules.closing import InterestNotCredited, check_interest, preview_close
from ledger.rules.closing_values import ClosedYear, ClosingPlan, LineShare, YearFacts
from ledger.rules.days import fiscal_year
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Sheet
from ledger.rules.people import MemberId, Officer
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import AllocationLine, LineKind, Rulebook
from ledger.statements.annual import DividendRow, IncomeStatement, dividend_rows_of
from ledger.statements.annual import income_statement_of as income_of
from ledger.statements.dividend_totals import DividendTotals, dividend_totals_of
from translations import Words
from translations.naming import account_word, key_word, word
from ui.models.members import shown_names


class Hinders(StrEnum):
    """What must be finished before a year can be closed."""

    UNSIGNED = "unsigned"
    EARLIER = "earlier"
    NOT_OVER = "not_over"
    INTEREST = "interest"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing that hinders, with the day, the year, the sheet or the refusal it is about."""

    kind: Hinders
    day: date | None = None
    year: int = 0
    refusal: Refusal | None = None
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class YearView:
    """One year as the page shows it.

    `plan` is missing only where the rules cannot carry the year at all; `rows` are the members
    with what each is to get, `names` what each is called in a list. `closed` is set for a year
    that is closed for good. `interest_due`: interest on savings is still to be credited, a cost
    that is missing in the plan; a year that is over cannot be closed before.
    """

    facts: YearFacts
    plan: ClosingPlan | None
    income: IncomeStatement | None
    rows: tuple[DividendRow, ...]
    totals: DividendTotals
    names: Mapping[MemberId, str]
    hindrances: tuple[Hindrance, ...]
    closed: ClosedYear | None
    officers: tuple[Officer, ...]
    interest_due: bool = False

    @property
    def rulebook(self) -> Rulebook:
        """The rules by which the year is closed: those of its last day."""
        return self.facts.rulebook

    @property
    def number(self) -> int:
        """The year's number."""
        return self.facts.year.number


def read_year(book: Book, number: int, today: date) -> YearView:
    """Read one year, whether it is closed, can be closed, or is still running."""
    facts = book.year_facts(number, today)
    closed = next((c for c in book.closed_years() if c.year.number == number), None)
    plan, refusal = (closed.plan, None) if closed else _planned(facts)
    rows = dividend_rows_of(facts, plan) if plan else ()
    return YearView(
        facts=facts,
        plan=plan,
        income=income_of(plan) if plan else None,
        rows=rows,
        totals=dividend_totals_of(rows),
        names=shown_names(row.member for row in rows),
        hindrances=() if closed else tuple(_hindrances(facts, refusal, book.sheets())),
        closed=closed,
        officers=_signers(book, today),
        interest_due=_interest_due(book, facts),
    )


def _interest_due(book: Book, facts: YearFacts) -> bool:
    """Of a year that runs whether any month is due; of one that is over, what would be lost."""
    year = facts.year
    if facts.today > year.last:
        return facts.interest_due is not None
    return any(span.last.last <= year.last for span in book.interest_due(facts.today))


def _signers(book: Book, day: date) -> tuple[Officer, ...]:
    """Who, on that day, may put her name under a closing."""
    permits = book.permits
    return tuple(
        officer
        for officer in book.officers()
        if officer.serves(day) and permits.may(officer.role, Act.CLOSE_YEAR)
    )


def years_of(book: Book, today: date) -> tuple[int, ...]:
    """Every year of the group up to the one that is running, the newest first."""
    begin = book.books_begin or today
    first = fiscal_year(begin, last_month=book.rulebook(begin).fiscal_year_end).number
    last = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    return tuple(range(max(first, last), first - 1, -1))


def first_open(book: Book, today: date) -> int:
    """The year whose turn it is: the earliest that is not closed."""
    closed = {c.year.number for c in book.closed_years()}
    years = years_of(book, today)
    return next((year for year in reversed(years) if year not in closed), years[0])


def _planned(facts: YearFacts) -> tuple[ClosingPlan | None, Refusal | None]:
    try:
        check_allocation(facts.rulebook)
        return preview_close(facts, facts.rulebook.profit), None
    except Refusal as refusal:
        return None, refusal


def _hindrances(
    facts: YearFacts, refusal: Refusal | None, sheets: Iterable[Sheet]
) -> Iterator[Hindrance]:
    if facts.earlier_open is not None:
        yield Hindrance(Hinders.EARLIER, year=facts.earlier_open)
    if facts.today <= facts.year.last:
        yield Hindrance(Hinders.NOT_OVER, day=facts.year.last)
    try:
        check_interest(facts)
    except InterestNotCredited as due:
        yield Hindrance(Hinders.INTEREST, refusal=due)
    for sheet in sheets:
        if not sheet.signed and sheet.day in facts.unsigned:
            yield Hindrance(Hinders.UNSIGNED, day=sheet.day, sheet=sheet)
    if refusal is not None:
        yield Hindrance(Hinders.RULES, refusal=refusal)


# --- the plan in plain words --------------------------------------------------------------


def account_name(words: Words, rulebook: Rulebook, account: Account) -> str:
    """What an account of the group is called."""
    named = rulebook.naming(account)
    return account_word(words, account, named.name if named else "", named.key if named else "")


def line_name(words: Words, line: AllocationLine) -> str:
    """What a line of the sharing-out is called."""
    return key_word(words, line.key, line.name)


def line_size(words: Words, line: AllocationLine) -> str:
    """How large the rules make a line: "70%", "5,000 kip", "The rest"."""
    if line.kind is LineKind.REST:
        return word(words, "line_kind", line.kind.value)
    if line.kind is LineKind.FIXED:
        return words.money(line.amount)
    if line.kind is LineKind.PERCENT:
        return words.percent(line.amount)
    kind = word(words, "line_kind", line.kind.value)
    return f"{kind}: {words.percent(line.amount)}"


def line_place(words: Words, rulebook: Rulebook, line: AllocationLine) -> str:
    """Where a line goes: to a fund by its name, or to people."""
    if line.account is not None:
        return account_name(words, rulebook, line.account)
    return word(words, "destination", line.to.value)


def remainder_name(words: Words, view: YearView) -> str:
    """Where the odd rest goes."""
    fund = view.plan.remainder_fund if view.plan else None
    return account_name(words, view.rulebook, CARRIED_FORWARD if fund is None else fund)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of what will be written, and its amount in kip."""

    sentence: str
    kip: Kip


def entries_said(words: Words, view: YearView) -> Iterator[Said]:
    """What closing writes, as the committee would say it."""
    plan, income, totals = view.plan, view.income, view.totals
    if plan is None or income is None:
        return
    yield Said(words.say("The income of the year is put into its result"), income.total_income)
    yield Said(words.say("The costs of the year are taken out of it"), income.total_expenses)
    for share in plan.lines:
        yield from _line_said(words, view.rulebook, share)
    if totals.members:
        text = words.say_many(
            "{n} member is owed a dividend", "{n} members are owed their dividends",
            totals.members,
        )  # fmt: skip
        yield Said(text, totals.total)
    if plan.odd:
        name = remainder_name(words, view)
        if plan.profit < 0:
            yield Said(words.say("The loss is borne by: {place}", place=name), plan.odd)
        else:
            yield Said(words.say("What rounding leaves goes to: {place}", place=name), plan.odd)


def _line_said(words: Words, rulebook: Rulebook, share: LineShare) -> Iterator[Said]:
    if account_of(share.line) is not None and share.reached:
        place = line_place(words, rulebook, share.line)
        yield Said(words.say("To: {place}", place=place), share.reached)
