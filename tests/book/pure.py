"""The same answers worked out from all entries in plain Python: the oracle of the book's sums."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ledger.rules.accounts import CASH, DIVIDENDS_PAYABLE, LOAN_INTEREST, SAVINGS, Account
from ledger.rules.balances import balances
from ledger.rules.closing_values import SavingsMonth
from ledger.rules.days import FiscalYear, Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, Kind, PostedEntry, Transfer


def balances_on(entries: Iterable[PostedEntry], day: date) -> Mapping[Account, Kip]:
    return balances(t for p in entries if p.entry.day <= day for t in p.entry.transfers)


def on(account: Account, t: Transfer) -> Kip:
    """What a transfer adds to an account that grows on the credit side."""
    return (t.credit == account) * t.kip - (t.debit == account) * t.kip


def of_members(
    account: Account, entries: Iterable[PostedEntry], day: date = date.max
) -> Mapping[MemberId, Kip]:
    sums: defaultdict[MemberId, Kip] = defaultdict(int)
    for posted in entries:
        for t in posted.entry.transfers:
            if t.member is not None and posted.entry.day <= day:
                sums[t.member] += on(account, t)
    return {member: kip for member, kip in sums.items() if kip}


def savings(entries: Iterable[PostedEntry], day: date = date.max) -> Mapping[MemberId, Kip]:
    return of_members(SAVINGS, entries, day)


def dividends(entries: Iterable[PostedEntry]) -> Mapping[MemberId, Kip]:
    return of_members(DIVIDENDS_PAYABLE, entries)


def cash_low(entries: list[PostedEntry], day: date) -> Kip:
    """The lowest cash at the end of a day or of any later day that is written."""
    days = [day, *(p.entry.day for p in entries if p.entry.day > day)]
    return min(balances_on(entries, one).get(CASH, 0) for one in days)


def saved_by_month(entries: list[PostedEntry], kind: Kind) -> dict[MemberId, dict[Month, Kip]]:
    by_number = {p.number: p.entry for p in entries}
    sums: dict[MemberId, dict[Month, Kip]] = {}
    for posted in entries:
        entry = posted.entry
        of = entry if entry.reverses is None else by_number[entry.reverses]
        month = of.month or month_of(of.day)
        for t in entry.transfers:
            if t.kind is kind and t.member is not None:
                hers = sums.setdefault(t.member, {})
                hers[month] = hers.get(month, 0) + (t.kip if of is entry else -t.kip)
    return sums


def day_sum(entries: Iterable[PostedEntry], member: MemberId, year: FiscalYear) -> int:
    """Her balance at the end of each day of the year, added up day by day."""
    entries = list(entries)
    day, total = year.first, 0
    while day <= year.last:
        total += savings(entries, day).get(member, 0)
        day += timedelta(days=1)
    return total


def interest_paid(entries: Iterable[PostedEntry], member: MemberId, year: FiscalYear) -> Kip:
    return sum(
        on(LOAN_INTEREST, t)
        for p in entries
        for t in p.entry.transfers
        if t.member == member and p.entry.day in year
    )


def months(
    entries: list[PostedEntry], member: MemberId, year: FiscalYear, *, cut_off: int
) -> tuple[SavingsMonth, ...]:
    by_number: dict[EntryNumber, PostedEntry] = {p.number: p for p in entries}
    found = []
    for month in year.months:
        into = out_of = late = 0
        for posted in entries:
            entry = posted.entry
            if month_of(entry.day) != month:
                continue
            first = entry.day
            if entry.reverses is not None:
                first = by_number[entry.reverses].entry.day
            undone = entry.reverses is not None and month_of(first) == month
            for t in entry.transfers:
                kip = on(SAVINGS, t) if t.member == member else 0
                if undone:
                    gain, loss = min(kip, 0), max(kip, 0)
                    into, out_of = into + gain, out_of - loss
                else:
                    gain, loss = max(kip, 0), min(kip, 0)
                    into, out_of = into + gain, out_of - loss
                late += gain if (first if undone else entry.day).day > cut_off else 0
        before = savings(entries, month.first - timedelta(days=1)).get(member, 0)
        found.append(SavingsMonth(opening=before, deposits=into, withdrawals=out_of, late=late))
    return tuple(found)
