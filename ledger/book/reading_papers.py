"""The rows behind the papers: one member's movements, what she had before, what the funds spent."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ledger.book.plain import day_of, month_of_number, number_of
from ledger.book.reading_entries import KINDS
from ledger.book.shelf import Shelf
from ledger.book.sums import is_loans_sql
from ledger.rules.accounts import (
    SAVINGS,
    VOLUNTARY_SAVINGS,
    Account,
    Named,
    named_kind,
)
from ledger.rules.days import FIRST_DAY, FiscalYear
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import Kind
from ledger.statements.passbook import Movement

_COLUMNS = (
    "SELECT t.member, e.number, e.day, t.kind, t.debit, t.credit, t.kip, t.loan,"
    " e.month, e.note, e.reverses"
)
_HERS = _COLUMNS + (
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member = ? AND e.day BETWEEN ? AND ? ORDER BY t.entry, t.line"
)
# Of all members the entries are read once from end to end, in their order: going from member to
# member would jump about in the file, and the plus keeps SQLite from sorting what the days found.
_ALL = _COLUMNS + (
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE +e.day BETWEEN ? AND ? AND t.member IS NOT NULL ORDER BY e.number, t.line"
)
_BEFORE = (
    "SELECT t.member,"
    f" sum(CASE {SAVINGS} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END),"
    f" sum(CASE WHEN {is_loans_sql('t.debit')} THEN t.kip"
    f" WHEN {is_loans_sql('t.credit')} THEN -t.kip ELSE 0 END),"
    f" sum(CASE {VOLUNTARY_SAVINGS} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END)"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member {which} AND e.day < ? GROUP BY t.member"
)
_SPENT = (
    "SELECT t.kind, t.debit, t.credit, t.kip, e.reverses IS NOT NULL"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE e.day BETWEEN ? AND ?"
    f" AND t.kind IN ('{Kind.FUND_SPENT.value}', '{Kind.BENEFIT.value}',"
    f" '{Kind.LATER_FINDING.value}', '{Kind.FOUND_OWED_TO_HER.value}')"
)


class Before(NamedTuple):
    """What a member had and owed on the eve of the first day, in kip."""

    savings: Kip = 0
    loans: Kip = 0
    voluntary: Kip = 0


def movements(
    shelf: Shelf, first: date, last: date, *, member: MemberId | None = None
) -> dict[MemberId, Iterator[Movement]]:
    """What moved between two days, by member, in the book's order; each can be gone through once.

    An entry can be of many members (a year's dividends): each gets her own transfers only.
    """
    bounds = (number_of(first), number_of(last))
    rows = shelf.rows(_ALL, bounds) if member is None else shelf.rows(_HERS, (member, *bounds))
    found: defaultdict[MemberId, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return {hers: _movements(turn) for hers, turn in found.items()}


def _movements(rows: list[tuple[Any, ...]]) -> Iterator[Movement]:
    # Straight from the row, without an entry and its transfers in between: of a passbook's price
    # that was the half.
    for _, number, day, kind, debit, credit, kip, loan, month, note, reverses in rows:
        yield Movement(
            number,
            day_of(day),
            KINDS[kind],
            debit,
            credit,
            kip,
            loan,
            None if month is None else month_of_number(month),
            note,
            reverses,
        )


def befores(shelf: Shelf, first: date, *, member: MemberId | None = None) -> dict[MemberId, Before]:
    """What every member, or one, had and owed before the first day."""
    if first <= FIRST_DAY:
        # From the beginning of the book there is nothing to look for.
        return {}
    which, whose = ("IS NOT NULL", ()) if member is None else ("= ?", (member,))
    rows = shelf.rows(_BEFORE.format(which=which), (*whose, number_of(first)))
    return {MemberId(hers): Before(*had) for hers, *had in rows}


def fund_spending(shelf: Shelf, year: FiscalYear) -> Mapping[Account, Kip]:
    """What each fund paid out in a year, in kip, less what was taken back."""
    spent: defaultdict[Account, Kip] = defaultdict(int)
    bounds = (number_of(year.first), number_of(year.last))
    for _, debit, credit, kip, taken_back in shelf.rows(_SPENT, bounds):
        fund, sign = (credit, -1) if taken_back else (debit, 1)
        if named_kind(fund) is Named.FUND:
            spent[fund] += sign * kip
    return spent
