"""Everything a closing is reckoned from: the opening of the year and the year's own rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from operator import sub
from typing import Any

from ledger.book.plain import day_of, month_number, number_of
from ledger.book.reading_loans import OPEN, TOUCHED_AFTER, loans_where
from ledger.book.shelf import Shelf
from ledger.book.sums import member_sums, net_balances, net_of_event, on_own_side
from ledger.rules.accounts import LOAN_INTEREST, SAVINGS, VOLUNTARY_SAVINGS, Account
from ledger.rules.closing_values import MemberYear, OfficerYear, SavingsMonth, YearFacts
from ledger.rules.days import FiscalYear, day_before
from ledger.rules.kip import Kip
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import Attendance, SheetKind
from ledger.rules.people import Member, MemberId, Officer, Status
from ledger.rules.profit import year_alone
from ledger.rules.rulebook import Rulebook

# The rows are added up here and not in SQL: it takes half the time, and the rule can be read.
_MOVED = (
    "SELECT t.member, e.day, t.credit, t.debit, t.kip,"
    " CASE WHEN e.reverses IS NOT NULL"
    " THEN (SELECT o.day FROM entry AS o WHERE o.number = e.reverses) END"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE e.day BETWEEN ? AND ? AND t.member IS NOT NULL"
    " AND (t.credit IN {accounts} OR t.debit IN {accounts})"
)
_ATTENDED = (
    "SELECT a.member, count(*) FROM sheet AS s JOIN sheet_signed AS g ON g.sheet = s.id"
    " JOIN attendance AS a ON a.sheet = s.id"
    f" WHERE s.kind = '{SheetKind.MEETING.value}' AND a.attendance = '{Attendance.PRESENT.value}'"
    " AND s.id NOT IN (SELECT sheet FROM sheet_reopened UNION ALL SELECT sheet FROM sheet_away)"
    " AND s.day BETWEEN ? AND ? GROUP BY a.member"
)
_UNSIGNED = (
    "SELECT s.day FROM sheet AS s LEFT JOIN sheet_signed AS g ON g.sheet = s.id"
    " WHERE g.sheet IS NULL AND s.day BETWEEN ? AND ? ORDER BY s.day"
)


def read_year_facts(
    shelf: Shelf,
    year: FiscalYear,
    *,
    today: date,
    rulebook: Rulebook,
    members: Iterable[Member],
    officers: Iterable[Officer],
    earlier_open: int | None,
    settled: frozenset[MemberId] = frozenset(),
) -> YearFacts:
    """The facts of one year as they stood before its closing, whether it is closed or not.

    `members` are those who may have a part in it; of a closed year those of its plan. `settled`
    are those who went in it and have no part any more.
    """
    bounds = (number_of(year.first), number_of(year.last))
    closing = shelf.rows("SELECT event FROM closed_year WHERE year = ?", (year.number,))
    on_the_eve = on_own_side(net_balances(shelf, day_before(year.first)))
    standing = _balances(shelf, year, closing)
    return YearFacts(
        year=year,
        today=today,
        rulebook=rulebook,
        balances=standing if earlier_open is None else year_alone(standing, on_the_eve),
        opening_balances=on_the_eve,
        members=_member_years(
            shelf,
            year,
            members,
            rulebook=rulebook,
            closed=bool(closing),
            settled=settled,
            overdue=_overdue(shelf, min(year.last, today)),
        ),
        officers=_officer_years(shelf, year, officers),
        unsigned=tuple(day_of(day) for (day,) in shelf.rows(_UNSIGNED, bounds)),
        already_closed=bool(closing),
        earlier_open=earlier_open,
    )


def _balances(
    shelf: Shelf, year: FiscalYear, closing: Sequence[tuple[Any, ...]]
) -> Mapping[Account, Kip]:
    net = net_balances(shelf, year.last)
    for (event,) in closing:
        for account, kip in net_of_event(shelf, event).items():
            net[account] -= kip
    return on_own_side(net)


def _member_years(
    shelf: Shelf,
    year: FiscalYear,
    members: Iterable[Member],
    *,
    rulebook: Rulebook,
    closed: bool,
    settled: frozenset[MemberId],
    overdue: Mapping[MemberId, Kip],
) -> tuple[MemberYear, ...]:
    accounts = _weighing(rulebook)
    opening = {
        member: had.savings + had.voluntary * (len(accounts) > 1)
        for member, had in member_sums(shelf, day_before(year.first)).items()
    }
    moved = _moved(shelf, year, rulebook.profit.cut_off_day, accounts)
    own = member_sums(shelf, year.last) if rulebook.voluntary.kept else {}
    nothing = _Moved(len(year.months))
    return tuple(
        _member_year(
            member,
            opening.get(member.id, 0),
            moved.get(member.id, nothing),
            days=year.days,
            overdue=overdue.get(member.id, 0),
            settled=member.id in settled,
            voluntary=own[member.id].voluntary if member.id in own else 0,
        )
        for member in members
        if closed or member.id in moved or member.id in opening or _there(member, year)
    )


def _weighing(rulebook: Rulebook) -> tuple[Account, ...]:
    """The savings that weigh for the dividend."""
    return (SAVINGS, VOLUNTARY_SAVINGS) if rulebook.voluntary.dividend else (SAVINGS,)


def _there(member: Member, year: FiscalYear) -> bool:
    gone = member.status in {Status.LEFT, Status.DIED}
    return not gone and member.joined <= year.last


def saving_moves(
    shelf: Shelf, year: FiscalYear, rulebook: Rulebook
) -> dict[MemberId, list[tuple[date, Kip]]]:
    """What members moved on the savings that weigh for the dividend, day by day, in kip."""
    accounts = _weighing(rulebook)
    sums: defaultdict[tuple[MemberId, int], Kip] = defaultdict(int)
    bounds = (number_of(year.first), number_of(year.last))
    for member, day, credit, debit, kip, _ in shelf.rows(
        _MOVED.format(accounts=(*accounts, SAVINGS)), bounds
    ):
        sums[member, day] += kip * ((credit in accounts) - (debit in accounts))
    moves: defaultdict[MemberId, list[tuple[date, Kip]]] = defaultdict(list)
    for (member, day), kip in sorted(sums.items()):
        moves[member].append((day_of(day), kip))
    return moves


class _Moved:
    """What one member moved in each month of the year, in kip.

    `weight` is kip times days to the year's end. Lists by the place of the month and not a value
    for each month: a large group has ten thousand of them, and only the sums live on.
    """

    __slots__ = ("interest", "into", "late", "out_of", "weight")

    def __init__(self, months: int) -> None:
        self.into = [0] * months
        self.out_of = [0] * months
        self.late = [0] * months
        self.weight = 0
        self.interest = 0


def _moved(
    shelf: Shelf, year: FiscalYear, cut_off: int, accounts: tuple[Account, ...]
) -> dict[int, _Moved]:
    """What members moved on their savings, which `accounts` are, and paid as loan interest."""
    months = {month_number(month): place for place, month in enumerate(year.months)}

    @cache
    def place_of(day: int) -> tuple[int, int]:
        return months[day // 100], (year.last - day_of(day)).days + 1

    moved: defaultdict[int, _Moved] = defaultdict(lambda: _Moved(len(months)))
    bounds = (number_of(year.first), number_of(year.last))
    sql = _MOVED.format(accounts=(*accounts, LOAN_INTEREST))
    for member, day, credit, debit, kip, taken_back in shelf.rows(sql, bounds):
        hers = moved[member]
        hers.interest += kip * ((credit == LOAN_INTEREST) - (debit == LOAN_INTEREST))
        net = kip * ((credit in accounts) - (debit in accounts))
        place, days = place_of(day)
        hers.weight += net * days
        # A counter-entry of the same month takes the deposit itself back, as if it had never been;
        # later it is a withdrawal, since the money did stand there at the end of a month.
        undone = taken_back is not None and taken_back // 100 == day // 100
        if (net > 0) is undone:
            hers.out_of[place] -= net
        else:
            hers.into[place] += net
            if (taken_back if undone else day) % 100 > cut_off:
                hers.late[place] += net
    return moved


def _member_year(
    member: Member,
    opening: Kip,
    moved: _Moved,
    *,
    days: int,
    overdue: Kip,
    settled: bool,
    voluntary: Kip,
) -> MemberYear:
    stands = accumulate(map(sub, moved.into, moved.out_of), initial=opening)
    return MemberYear(
        member=member,
        # What stands at the year's end is one more than there are months, and opens none of them.
        months=tuple(map(SavingsMonth, stands, moved.into, moved.out_of, moved.late)),
        day_sum=opening * days + moved.weight,
        interest_paid=moved.interest,
        overdue=overdue,
        settled=settled,
        voluntary=voluntary,
    )


def _overdue(shelf: Shelf, last: date) -> dict[MemberId, Kip]:
    """What each member owes beyond its day at the end of a day: the year's last, or today."""
    # A loan that was finished only after the year's end was still open then.
    where = f"{OPEN} OR l.id IN ({TOUCHED_AFTER})"
    sums: defaultdict[MemberId, Kip] = defaultdict(int)
    for loan in loans_where(shelf, where, {"day": number_of(last)}):
        sums[loan.request.member] += loan_state(loan, last).overdue
    return sums


def _officer_years(
    shelf: Shelf, year: FiscalYear, officers: Iterable[Officer]
) -> tuple[OfficerYear, ...]:
    attended = dict(shelf.rows(_ATTENDED, (number_of(year.first), number_of(year.last))))
    return tuple(
        OfficerYear(officer=officer, attended=attended.get(officer.member, 0))
        for officer in officers
        if (officer.since is None or officer.since <= year.last)
        and (officer.until is None or officer.until >= year.first)
    )
