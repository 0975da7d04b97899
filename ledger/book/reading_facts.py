"""What must be known before the money of one day, or a new loan, is checked against the rules."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ledger.book.plain import day_of, month_number, month_of_number, number_of
from ledger.book.reading_funds import lows_after
from ledger.book.reading_saving import notices_of
from ledger.book.reading_welfare import read_welfare_facts
from ledger.book.shelf import Shelf
from ledger.book.sums import (
    cash_after,
    findings_open,
    fund_slack,
    member_sums,
    net_balances,
    on_own_side,
)
from ledger.rules.accounts import CASH, SAVINGS, VOLUNTARY_SAVINGS, Account
from ledger.rules.borrowing import Borrowing
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import FIRST_DAY, Month, add_months, month_of
from ledger.rules.exposure import at_stake
from ledger.rules.kip import Kip
from ledger.rules.lending import LendingFacts, SavingsHistory
from ledger.rules.lines import Fee
from ledger.rules.loan_values import Loan, LoanRequest, MoveKind
from ledger.rules.member_life import Away
from ledger.rules.missed_months import MONTHS_BACK
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import Kind, LoanId

MonthSums = Mapping[MemberId, Mapping[Month, Kip]]

# What was paid for a month counts for it whenever it was paid; what was taken back, for the month
# of the entry that is taken back. The rows are added up here and not in SQL, which would sort them
# first: it takes a third of the time. The plus keeps SQLite from going through all earlier days
# to find the few entries among them that are for one of these months.
_PAID = (
    "SELECT t.kind, t.member, t.kip, e.month, e.day, CASE WHEN e.reverses IS NOT NULL THEN"
    " (SELECT coalesce(o.month, o.day / 100) FROM entry AS o WHERE o.number = e.reverses) END"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE {which} AND t.kind IN ('deposit', 'welfare', 'missed_fine') AND t.member IS NOT NULL"
)
_BY_MONTH = (
    _PAID.format(which="e.day >= :day")
    + " UNION ALL "
    + _PAID.format(
        which="+e.day < :day AND (e.month >= :month"
        " OR e.reverses IN (SELECT number FROM entry WHERE month >= :month))"
    )
)
_FEES = (
    "SELECT t.member, t.kind FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.kind IN ('entry_fee', 'passbook_fee') AND t.member IS NOT NULL"
    " GROUP BY t.member, t.kind"
    " HAVING sum(CASE WHEN e.reverses IS NULL THEN 1 ELSE -1 END) > 0"
)
_FEE_SINCE = (
    "SELECT coalesce(sum(CASE WHEN e.reverses IS NULL THEN 1 ELSE -1 END), 0)"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.kind = 'entry_fee' AND t.member = ? AND e.day >= ?"
)
_SAVED = (
    "SELECT e.day, t.kind, CASE WHEN t.credit IN {accounts} THEN t.kip ELSE -t.kip END"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member = ? AND (t.debit IN {accounts} OR t.credit IN {accounts})"
    " ORDER BY e.day, t.entry, t.line"
)


_AHEAD = "SELECT loan FROM loan_before WHERE kind = 'ahead' ORDER BY id"


class Known(NamedTuple):
    """What the book keeps at hand between two questions."""

    rulebook: Rulebook
    books_begin: date | None
    closed_until: date | None
    members: Mapping[MemberId, Member]
    open_loans: tuple[Loan, ...]
    away: Mapping[MemberId, tuple[Away, ...]]
    rejoined: Mapping[MemberId, date]
    rulebooks: tuple[Rulebook, ...] = ()
    closed: frozenset[Account] = frozenset()
    borrowings: Mapping[Account, Borrowing] = {}
    closed_years: Mapping[int, Month] = {}


def read_day_facts(shelf: Shelf, known: Known, day: date, today: date) -> DayFacts:
    """The book as it stands when money of `day` comes to be written; `today` bounds the days."""
    begin, closed = known.books_begin or FIRST_DAY, known.closed_until
    balances = on_own_side(net_balances(shelf))
    cash = balances.get(CASH, 0)
    later = cash_after(shelf, day, now=cash)
    sums = member_sums(shelf)
    by_month, met = _by_month(shelf, _this_month(day).plus(-MONTHS_BACK))
    return DayFacts(
        day=day,
        rulebook=known.rulebook,
        first_day=begin if closed is None else max(begin, closed + timedelta(days=1)),
        last_day=today,
        books_begin=begin,
        balances=balances,
        cash_low=cash if later is None else later[1],
        members=known.members,
        savings={member: had.savings for member, had in sums.items() if had.savings},
        dividends={member: had.dividend for member, had in sums.items() if had.dividend},
        saved=by_month[Kind.DEPOSIT],
        welfare_paid=by_month[Kind.WELFARE],
        fees_paid=_fees_again(shelf, known, _fees(shelf)),
        away=known.away,
        rejoined=known.rejoined,
        loans={loan.id: loan for loan in known.open_loans},
        missed_paid=by_month[Kind.MISSED_FINE],
        cash_then=None if later is None else later[0],
        voluntary={member: had.voluntary for member, had in sums.items() if had.voluntary},
        notices=notices_of(shelf),
        ahead=read_ahead(shelf),
        rulebooks=known.rulebooks,
        unmet=_unmet(_this_month(day), met),
        fund_slack={} if later is None else fund_slack(shelf, day),
        welfare=read_welfare_facts(shelf, known.rulebook, day, balances),
        lows={} if later is None else lows_after(shelf, day, balances),
        closed=known.closed,
        borrowings=known.borrowings,
        closed_years=known.closed_years,
        findings=findings_open(shelf, balances),
    )


def read_ahead(shelf: Shelf) -> tuple[LoanId, ...]:
    """The loans that were taken out of their turn, in the order in which that was written."""
    return tuple(LoanId(loan) for (loan,) in shelf.rows(_AHEAD))


def _this_month(day: date) -> Month:
    # A day from before all books is refused with these facts, and may have no months before it.
    return month_of(max(day, FIRST_DAY))


def _unmet(this: Month, met: set[int]) -> frozenset[Month]:
    """The months before this one in which nobody brought savings: no meeting was held."""
    before = (this.plus(-months) for months in range(1, MONTHS_BACK + 1))
    return frozenset(month for month in before if month_number(month) not in met)


def _by_month(shelf: Shelf, first: Month) -> tuple[dict[Kind, MonthSums], set[int]]:
    """What each member paid for each month, by kind, and in which months savings came in at all."""
    sums: dict[str, defaultdict[MemberId, dict[int, Kip]]]
    sums = {
        kind.value: defaultdict(dict) for kind in (Kind.DEPOSIT, Kind.WELFARE, Kind.MISSED_FINE)
    }
    since = month_number(first)
    met: set[int] = set()
    parameters = {"day": number_of(first.first), "month": since}
    for kind, member, kip, month, day, taken_back in shelf.rows(_BY_MONTH, parameters):
        number = taken_back or month or day // 100
        met.add(day // 100)
        if number >= since:
            hers = sums[kind][member]
            hers[number] = hers.get(number, 0) + (kip if taken_back is None else -kip)
    by_kind: dict[Kind, MonthSums] = {
        Kind(kind): {
            member: {month_of_number(number): kip for number, kip in hers.items()}
            for member, hers in of_kind.items()
        }
        for kind, of_kind in sums.items()
    }
    return by_kind, met


def _fees_again(
    shelf: Shelf, known: Known, paid: dict[MemberId, frozenset[Fee]]
) -> dict[MemberId, frozenset[Fee]]:
    """Who has come in again pays the entry fee once more, where the rules say so."""
    if known.rulebook.people.fee_again:
        for member, day in known.rejoined.items():
            (since,) = shelf.one(_FEE_SINCE, (member, number_of(day)))
            if since <= 0:
                paid[member] = paid.get(member, frozenset()) - {Fee.ENTRY}
    return paid


def _fees(shelf: Shelf) -> dict[MemberId, frozenset[Fee]]:
    paid: defaultdict[MemberId, set[Fee]] = defaultdict(set)
    for member, kind in shelf.rows(_FEES):
        paid[member].add(Fee(kind))
    return {member: frozenset(fees) for member, fees in paid.items()}


def read_lending_facts(
    shelf: Shelf, known: Known, request: LoanRequest, hers: tuple[Loan, ...]
) -> LendingFacts:
    """What must be known of a borrower before her request is checked; `hers` are all her loans."""
    counts = known.rulebook.voluntary.ceiling
    sql = _SAVED.format(accounts=f"({SAVINGS}, {VOLUNTARY_SAVINGS})" if counts else f"({SAVINGS})")
    saved = [(day_of(day), kind, kip) for day, kind, kip in shelf.rows(sql, (request.member,))]
    borrower = known.members.get(request.member)
    joined = request.day if borrower is None else borrower.joined
    guarantees = Counter(g for loan in known.open_loans for g in loan.request.guarantors)
    guaranteed: Counter[MemberId] = Counter()
    for loan in known.open_loans:
        guaranteed.update(dict.fromkeys(loan.request.guarantors, at_stake(loan)))
    return LendingFacts(
        day=request.day,
        rulebook=known.rulebook,
        members=known.members,
        since=_since(saved, joined),
        savings=_history(saved, request),
        loans_before=sum(_paid_out(loan) for loan in hers),
        loans=hers,
        guarantees=guarantees,
        guaranteed=guaranteed,
        saved=_saved_by_all(shelf) if request.product.guarantee_times else {},
    )


def _saved_by_all(shelf: Shelf) -> dict[MemberId, Kip]:
    return {member: had.savings for member, had in member_sums(shelf).items()}


def _since(saved: list[tuple[date, str, Kip]], joined: date) -> date:
    first = next(((day, kind) for day, kind, kip in saved if kip > 0), None)
    if first is None:
        return joined
    # An opening balance was saved before the books began; since when, only the register knows.
    return min(joined, first[0]) if first[1] == Kind.OPENING else first[0]


def _history(saved: list[tuple[date, str, Kip]], request: LoanRequest) -> SavingsHistory:
    start = add_months(request.day, -request.product.ceiling.months_earlier)
    earlier = sum(kip for day, _, kip in saved if day <= start)
    days: defaultdict[date, Kip] = defaultdict(int)
    for day, _, kip in saved:
        if start < day <= request.day:
            days[day] += kip
    now = lowest = earlier
    for _, kip in sorted(days.items()):
        now += kip
        lowest = min(lowest, now)
    return SavingsHistory(now=now, earlier=earlier, lowest=lowest)


def _paid_out(loan: Loan) -> bool:
    return sum(move.kip for move in loan.moves if move.kind is MoveKind.PAY_OUT) > 0
