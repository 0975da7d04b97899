"""What stands on accounts and members, added up in SQL from the kept sums and the newest entries.

Whole months come from the monthly totals, members' savings from the last closing on: a balance
costs the same in the first year of the book and in its thirtieth.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from operator import add, itemgetter
from typing import NamedTuple

from ledger.book.plain import month_of_number, number_of
from ledger.book.shelf import Shelf
from ledger.rules.accounts import (
    CASH,
    CLAIMS_ON_MEMBERS,
    DIVIDENDS_PAYABLE,
    FUND_LOANS,
    FUNDS,
    LOANS,
    OWED_TO_MEMBERS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
    VOLUNTARY_SAVINGS,
    Account,
    Side,
    fund_of_loans,
    side,
)
from ledger.rules.days import LAST_DAY, FiscalYear, Month
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId

FOREVER = number_of(LAST_DAY)
"""A day after which there is none."""

_MONTHS = (
    "SELECT account, sum(debit) - sum(credit) FROM month_total WHERE month <= ? GROUP BY account"
)
_BY_MONTH = "SELECT month, account, debit - credit FROM month_total WHERE month BETWEEN ? AND ?"
_REST_OF_MONTH = "SELECT 1 FROM entry WHERE day > ? AND day <= ? LIMIT 1"
# The cross join keeps SQLite from walking every member's whole history instead of these days.
_DAYS = (
    "SELECT account, sum(kip) FROM ("
    "SELECT t.debit AS account, t.kip AS kip FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day BETWEEN :first AND :last UNION ALL "
    "SELECT t.credit, -t.kip FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day BETWEEN :first AND :last) GROUP BY account"
)
_EVENT = (
    "SELECT account, sum(kip) FROM ("
    "SELECT t.debit AS account, t.kip AS kip FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.event = :event UNION ALL "
    "SELECT t.credit, -t.kip FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.event = :event) GROUP BY account"
)
_THEIRS = f"({SAVINGS}, {DIVIDENDS_PAYABLE}, {VOLUNTARY_SAVINGS})"
_MEMBERS = (
    "SELECT t.member,"
    f" sum(CASE {SAVINGS} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END),"
    f" sum(CASE {DIVIDENDS_PAYABLE} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END),"
    f" sum(CASE {VOLUNTARY_SAVINGS} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END)"
    " FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day > ? AND e.day <= ? AND t.member IS NOT NULL"
    f" AND (t.debit IN {_THEIRS} OR t.credit IN {_THEIRS}) GROUP BY t.member"
)
_YEAR_OPENING = "SELECT member, savings, dividend, voluntary FROM year_opening WHERE year = ?"
_OPENING = "SELECT year + 1, last FROM closed_year WHERE last <= ? ORDER BY last DESC LIMIT 1"
_FINDINGS = (
    "SELECT member, debit, credit, kip FROM transfer WHERE member IS NOT NULL AND kind IN"
    " ('found_owed_by_her', 'found_owed_to_her', 'finding_settled')"
)
_CASH_LATER = (
    f"SELECT e.day, sum(CASE {CASH} WHEN t.debit THEN t.kip WHEN t.credit THEN -t.kip ELSE 0 END)"
    " FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day > ? GROUP BY e.day ORDER BY e.day DESC"
)


def is_loans_sql(column: str) -> str:
    """The condition that loans to members stand on the account of a column."""
    return f"({column} = {LOANS} OR {column} BETWEEN {FUND_LOANS[0]} AND {FUND_LOANS[-1]})"


_FUNDS = f"BETWEEN {FUNDS[0]} AND {FUNDS[-1]}"
_FUND_LENT = f"BETWEEN {FUND_LOANS[0]} AND {FUND_LOANS[-1]}"
# A fund grows on the credit side and what is lent from it on the debit side: either way a credit
# makes its free money larger.
_FUNDS_LATER = (
    "SELECT day, account, sum(kip) FROM ("
    "SELECT e.day AS day, t.credit AS account, t.kip AS kip"
    " FROM entry AS e CROSS JOIN transfer AS t"
    f" WHERE t.entry = e.number AND e.day > :day AND (t.credit {_FUNDS} OR t.credit {_FUND_LENT})"
    " UNION ALL SELECT e.day, t.debit, -t.kip FROM entry AS e CROSS JOIN transfer AS t"
    f" WHERE t.entry = e.number AND e.day > :day AND (t.debit {_FUNDS} OR t.debit {_FUND_LENT})"
    ") GROUP BY day, account ORDER BY day DESC"
)


class MemberSums(NamedTuple):
    """What one member has saved, and what the group owes her as dividend, in kip.

    `voluntary` is what she has in voluntary savings.
    """

    savings: Kip = 0
    dividend: Kip = 0
    voluntary: Kip = 0


def net_balances(shelf: Shelf, day: date | None = None) -> dict[Account, Kip]:
    """Debits less credits of every account up to the end of a day, or of all there is, in kip."""
    if day is None:
        return dict(shelf.rows(_MONTHS, (FOREVER // 100,)))
    month = number_of(day) // 100
    # At a month's end, or where nothing is written yet for the rest of it, the whole month will do.
    if _ends_month(day) or not shelf.rows(_REST_OF_MONTH, (number_of(day), month * 100 + 99)):
        return dict(shelf.rows(_MONTHS, (month,)))
    net = dict(shelf.rows(_MONTHS, (month - 1,)))
    for account, kip in shelf.rows(_DAYS, {"first": month * 100, "last": number_of(day)}):
        net[account] = net.get(account, 0) + kip
    return net


def _ends_month(day: date) -> bool:
    return day >= LAST_DAY or (day + timedelta(days=1)).day == 1


def net_by_month(shelf: Shelf, first: Month, last: Month) -> dict[Month, dict[Account, Kip]]:
    """Debits less credits of every account within each month that moved anything, in kip."""
    found: defaultdict[Month, dict[Account, Kip]] = defaultdict(dict)
    bounds = (number_of(first.first) // 100, number_of(last.first) // 100)
    for month, account, kip in shelf.rows(_BY_MONTH, bounds):
        found[month_of_number(month)][account] = kip
    return dict(found)


def net_of_event(shelf: Shelf, event: int) -> dict[Account, Kip]:
    """What the entries of one event moved on each account, debits less credits, in kip."""
    return dict(shelf.rows(_EVENT, {"event": event}))


def on_own_side(net: Mapping[Account, Kip]) -> dict[Account, Kip]:
    """The same balances, each counted on the side on which its account grows."""
    return {a: _sign(a) * net[a] for a in sorted(net)}


@cache
def _sign(account: Account) -> int:
    return 1 if side(account) is Side.DEBIT else -1


def member_sums(shelf: Shelf, day: date | None = None) -> dict[MemberId, MemberSums]:
    """Savings and unclaimed dividend of every member who ever had any, at the end of a day."""
    last = FOREVER if day is None else number_of(day)
    closed = shelf.rows(_OPENING, (last,))
    year, since = closed[0] if closed else (0, 0)
    sums = {member: MemberSums(*had) for member, *had in shelf.rows(_YEAR_OPENING, (year,))}
    for member, savings, dividend, voluntary in shelf.rows(_MEMBERS, (since, last)):
        had = sums.get(member, MemberSums())
        sums[member] = MemberSums(
            had.savings + savings, had.dividend + dividend, had.voluntary + voluntary
        )
    return sums


def write_openings(shelf: Shelf, closed: FiscalYear) -> None:
    """Write down how the year after a closed one begins for each member."""
    # The closing itself is the newest closed year by now: what went before it is added up anew.
    before = [row for row in openings_of(shelf, closed) if any(row[2:])]
    shelf.many("INSERT INTO year_opening VALUES (?, ?, ?, ?, ?)", before)


def openings_of(shelf: Shelf, closed: FiscalYear) -> Iterable[tuple[int, int, Kip, Kip, Kip]]:
    """The rows that the opening of the year after a closed one must have, member by member.

    Year, member, and in kip her savings, what is owed her as dividend, her voluntary savings.
    """
    earlier = "SELECT year + 1, last FROM closed_year WHERE last < ? ORDER BY last DESC LIMIT 1"
    first = number_of(closed.first)
    found = shelf.rows(earlier, (first,))
    year, since = found[0] if found else (0, 0)
    sums = {member: MemberSums(*had) for member, *had in shelf.rows(_YEAR_OPENING, (year,))}
    for member, *moved in shelf.rows(_MEMBERS, (since, number_of(closed.last))):
        had = sums.get(member, MemberSums())
        sums[member] = MemberSums(*map(add, had, moved))
    return [(closed.number + 1, member, *had) for member, had in sorted(sums.items())]


def cash_after(shelf: Shelf, day: date, *, now: Kip) -> tuple[Kip, Kip] | None:
    """The cash (kip) at the end of a day, and its lowest on that day or any later one.

    `now` is the cash after all entries. Nothing where no later day has been written.
    """
    later = shelf.rows(_CASH_LATER, (number_of(day),))
    if not later:
        return None
    cash = lowest = now
    # From the newest day backwards: taking a day's movement off gives the day before it.
    for _, kip in later:
        cash -= kip
        lowest = min(lowest, cash)
    return cash, lowest


def fund_slack(shelf: Shelf, day: date) -> dict[Account, Kip]:
    """By how much each fund's free money is lower on a day, or on a later one, than it is now.

    In kip; what is lent out of a fund is not free. A fund that was never lower is missing.
    """
    rows = shelf.rows(_FUNDS_LATER, {"day": number_of(day)})
    back: defaultdict[Account, Kip] = defaultdict(int)
    lowest: dict[Account, Kip] = {}
    # From the newest day backwards, as `cash_after`; a whole day's movements count together.
    for _, on_day in groupby(rows, key=itemgetter(0)):
        for _, account, kip in on_day:
            back[fund_of_loans(account) or account] -= kip
        for fund, kip in back.items():
            lowest[fund] = min(lowest.get(fund, 0), kip)
    return {fund: -kip for fund, kip in lowest.items() if kip < 0}


def settlements_owed(shelf: Shelf, members: Iterable[MemberId]) -> dict[MemberId, Kip]:
    """What is still to be paid to members who left, or to their families; who is paid is missing.

    `members` are those who were ever settled with: few, so each one's rows are read by her index.
    """
    owed = {}
    for member in members:
        (kip,) = shelf.one(
            f"SELECT coalesce(sum(CASE {SETTLEMENTS_PAYABLE} WHEN credit THEN kip"
            " WHEN debit THEN -kip ELSE 0 END), 0) FROM transfer WHERE member = ?",
            (member,),
        )
        if kip:
            owed[member] = kip
    return owed


def findings_open(
    shelf: Shelf, balances: Mapping[Account, Kip]
) -> dict[tuple[Account, MemberId], Kip]:
    """What is open from later findings (kip), by account and member; read where there is any."""
    accounts = (CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS)
    if not any(balances.get(account) for account in accounts):
        return {}
    found: defaultdict[tuple[Account, MemberId], Kip] = defaultdict(int)
    for member, debit, credit, kip in shelf.rows(_FINDINGS):
        for account in accounts:
            on = kip * (debit == account) - kip * (credit == account)
            found[account, member] += on if side(account) is Side.DEBIT else -on
    return {key: kip for key, kip in found.items() if kip}
