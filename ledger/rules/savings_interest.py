"""Fixed interest on savings: a cost of the year, reckoned for each member and credited in one act.

Each month earns by the rate that the rules have on its last day. What rounding down leaves over
stays with the group and is shown. What was credited to a member by hand within the time (one who
left, for example) is taken off what she is still to get.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from ledger.rules import makers
from ledger.rules.closing import UnsignedMeetings
from ledger.rules.closing_values import InterestDue
from ledger.rules.contributions import GONE
from ledger.rules.days import FiscalYear, Month, fiscal_year, month_of
from ledger.rules.kip import WHOLE, BasisPoints, Kip, divide
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook, rulebook_of
from ledger.rules.saving_notices import terms_of
from ledger.rules.saving_rules import InterestBasis, InterestPeriod, SavingsProduct
from ledger.rules.transfers import Entry, EntryNumber

_COMMON, _LEAP = 365, 366


@dataclass
class InterestOutdated(Refusal):
    """Something was written since the interest was shown; it must be looked at again."""

    first: Month
    last: Month


@dataclass
class InterestNotDue(Refusal):
    """For these months there is no interest to credit: it was credited, or they are not over."""

    first: Month
    last: Month


@dataclass
class LaterInterestStands(Refusal):
    """Interest for later months was reckoned on this; that must be taken back first."""

    first: Month
    last: Month


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The months from `first` to `last`, both among them."""

    first: Month
    last: Month

    @property
    def months(self) -> tuple[Month, ...]:
        """Each of them, in order."""
        return tuple(self.first.plus(k) for k in range(self.last - self.first + 1))

    def meets(self, other: "Span") -> bool:
        """Whether they have a month in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class InterestPosted:
    """Interest that stands in the book for some months; `entry` is none where nobody earned any."""

    span: Span
    entry: EntryNumber | None
    kip: Kip


@dataclass(frozen=True, slots=True)
class Moved:
    """What one member had saved before the months (kip), and what was added on which day."""

    opening: Kip = 0
    moves: tuple[tuple[date, Kip], ...] = ()
    credited: Kip = 0


@dataclass(frozen=True, slots=True)
class InterestFacts:
    """What the interest of some months is reckoned from.

    `saved` has each member's savings of each kind; `unsigned` the days of sheets in pencil.
    """

    span: Span
    rulebooks: tuple[Rulebook, ...]
    members: Mapping[MemberId, Member]
    saved: Mapping[tuple[MemberId, SavingsProduct], Moved]
    unsigned: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class InterestRow:
    """One member's interest on one kind of savings.

    `base` is the sum of what stood at each month's end (kip), or of each day (kip times days);
    `rates` the rates of the months, each once. `earned` is what they come to, rounded down, and
    `kip` what is still to be credited: less what was `credited` by hand.
    """

    member: Member
    product: SavingsProduct
    base: int
    rates: tuple[BasisPoints, ...]
    earned: Kip
    credited: Kip

    @property
    def kip(self) -> Kip:
        """What is to be credited now, in kip."""
        return max(self.earned - self.credited, 0)


@dataclass(frozen=True, slots=True)
class InterestPlan:
    """The interest of some months, shown before it is written: all rows, and the odd kip (kip).

    `odd` is what rounding down leaves with the group.
    """

    span: Span
    basis: InterestBasis
    rows: tuple[InterestRow, ...]
    odd: Kip

    @property
    def kip(self) -> Kip:
        """What is credited altogether, in kip."""
        return sum(row.kip for row in self.rows)

    @property
    def entry(self) -> Entry | None:
        """The entry that credits it, on the last day of the months; none where it is nothing."""
        transfers = tuple(
            makers.savings_interest(row.member.id, row.kip, to=row.product.account)
            for row in self.rows
            if row.kip
        )
        return Entry(day=self.span.last.last, transfers=transfers) if transfers else None


def rate_of(rulebook: Rulebook, product: SavingsProduct) -> BasisPoints:
    """The monthly rate of one kind of savings, in basis points."""
    return terms_of(rulebook, product).interest


def spans_due(
    rulebooks: tuple[Rulebook, ...],
    *,
    first_day: date,
    books_begin: date,
    posted: Iterable[Span],
    today: date,
) -> tuple[Span, ...]:
    """The months for which interest is to be credited and has not been, the oldest first.

    A month is due when it is over; where the rules credit by the year, when the year is over.
    `first_day` is the first that may still be written, `posted` what stands in the book.
    """
    spans: list[Span] = []
    month, known = month_of(first_day), tuple(posted)
    while month.last <= today:
        rulebook = rulebook_of(rulebooks, month.last)
        here = Span(month, month)
        earns = any(rate_of(rulebook, product) for product in SavingsProduct)
        if earns and not any(span.meets(here) for span in known):
            year = _year(rulebook, month, books_begin)
            if rulebook.saving.interest_period is InterestPeriod.MONTH:
                spans.append(here)
            elif year.last <= today:
                _join(spans, here, year, rulebooks)
        month = month.plus(1)
    return tuple(spans)


def _year(rulebook: Rulebook, month: Month, begin: date) -> FiscalYear:
    return fiscal_year(month.last, last_month=rulebook.fiscal_year_end, books_begin=begin)


def _join(spans: list[Span], here: Span, year: FiscalYear, rulebooks: tuple[Rulebook, ...]) -> None:
    """Put a month beside the one before it, where both are credited with the same year."""
    last = spans[-1] if spans else None
    if last is not None and last.last == here.first.plus(-1) and last.first.first >= year.first:
        before = rulebook_of(rulebooks, last.last.last).saving.interest_period
        if before is InterestPeriod.YEAR:
            spans[-1] = Span(last.first, here.last)
            return
    spans.append(here)


def plan_interest(facts: InterestFacts) -> InterestPlan:
    """The interest of every member for the months; UnsignedMeetings while any is in pencil."""
    if facts.unsigned:
        raise UnsignedMeetings(days=facts.unsigned)
    rules = rulebook_of(facts.rulebooks, facts.span.last.last).saving
    reckoned = [
        _reckon(moved, facts, product) for (_, product), moved in sorted(facts.saved.items())
    ]
    rows = []
    exact = earned = 0
    for ((member, product), moved), (base, numerator) in zip(
        sorted(facts.saved.items()), reckoned, strict=True
    ):
        person = facts.members[member]
        if not numerator or (person.status in GONE and not _closing(moved)):
            continue
        row = InterestRow(
            member=person,
            product=product,
            base=base,
            rates=_rates(facts, product),
            earned=divide(numerator, 1, _whole(rules.interest_basis), step=rules.interest_unit),
            credited=moved.credited,
        )
        rows.append(row)
        exact += numerator
        earned += row.earned
    return InterestPlan(
        span=facts.span,
        basis=rules.interest_basis,
        rows=tuple(rows),
        odd=divide(exact, 1, _whole(rules.interest_basis)) - earned,
    )


def still_due(plans: Sequence[InterestPlan]) -> InterestDue | None:
    """What plans of interest come to together; none where nobody would get anything of them."""
    owed = [plan for plan in plans if plan.kip]
    if not owed:
        return None
    return InterestDue(
        first=min(plan.span.first for plan in owed),
        last=max(plan.span.last for plan in owed),
        members=len({row.member.id for plan in owed for row in plan.rows if row.kip}),
        kip=sum(plan.kip for plan in owed),
    )


def _whole(basis: InterestBasis) -> int:
    """By what the sums of `_reckon` are to be divided to become kip."""
    return WHOLE if basis is InterestBasis.MONTH_END else WHOLE * _COMMON * _LEAP


def _rates(facts: InterestFacts, product: SavingsProduct) -> tuple[BasisPoints, ...]:
    rates = (rate_of(rulebook_of(facts.rulebooks, m.last), product) for m in facts.span.months)
    return tuple(dict.fromkeys(rates))


def _reckon(moved: Moved, facts: InterestFacts, product: SavingsProduct) -> tuple[int, int]:
    """The sum of the balances, and the same times the rates of their months: see `_whole`."""
    basis = rulebook_of(facts.rulebooks, facts.span.last.last).saving.interest_basis
    base = numerator = 0
    ends = _month_ends(moved, facts.span.months)
    opening = moved.opening
    for month, end in zip(facts.span.months, ends, strict=True):
        rate = rate_of(rulebook_of(facts.rulebooks, month.last), product)
        if basis is InterestBasis.MONTH_END:
            stood, weight = max(end, 0), 1
        else:
            # A month's rate twelve times a year, by days: a day of a leap year is a 366th.
            stood = max(_day_sum(opening, moved, month), 0)
            weight = 12 * (_LEAP if _days_of(month) == _COMMON else _COMMON)
        base += stood
        numerator += stood * rate * weight
        opening = end
    return base, numerator


def _days_of(month: Month) -> int:
    return (date(month.year, 12, 31) - date(month.year, 1, 1)).days + 1


def _month_ends(moved: Moved, months: Sequence[Month]) -> Iterator[Kip]:
    added = dict.fromkeys(months, 0)
    for day, kip in moved.moves:
        added[month_of(day)] += kip
    ends = accumulate(added.values(), initial=moved.opening)
    next(ends)
    return ends


def _day_sum(opening: Kip, moved: Moved, month: Month) -> int:
    """The sum of what stood at the end of each day of the month, in kip times days."""
    last = month.last
    within = ((day, kip) for day, kip in moved.moves if month.first <= day <= last)
    return opening * last.day + sum(kip * (last.day - day.day + 1) for day, kip in within)


def _closing(moved: Moved) -> Kip:
    return moved.opening + sum(kip for _, kip in moved.moves)
