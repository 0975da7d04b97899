"""The rows behind the papers: one member's movements, what she had before, what the funds spent."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ledger.book.plain import day_of, month_of_number, number_of
from ledger.book.reading_entries import transfer_of
from ledger.book.shelf import Shelf
from ledger.rules.accounts import LOANS, SAVINGS, Account, Named, named_kind
from ledger.rules.days import FIRST_DAY, FiscalYear
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry

_HERS = (
    "SELECT t.member, e.number, e.day, e.month, e.note, e.reverses, e.hash,"
    " t.kind, t.debit, t.credit, t.kip, t.member, t.loan"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member {which} AND e.day BETWEEN ? AND ? ORDER BY t.member, t.entry, t.line"
)
_BEFORE = (
    "SELECT t.member,"
    f" sum(CASE {SAVINGS} WHEN t.credit THEN t.kip WHEN t.debit THEN -t.kip ELSE 0 END),"
    f" sum(CASE {LOANS} WHEN t.debit THEN t.kip WHEN t.credit THEN -t.kip ELSE 0 END)"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member {which} AND e.day < ? GROUP BY t.member"
)
_SPENT = (
    "SELECT t.kind, t.debit, t.credit, t.kip, e.reverses IS NOT NULL"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE e.day BETWEEN ? AND ?"
    f" AND t.kind IN ('{Kind.FUND_SPENT.value}', '{Kind.BENEFIT.value}')"
)


class Before(NamedTuple):
    """What a member had and owed on the eve of the first day, in kip."""

    savings: Kip = 0
    loans: Kip = 0


def movements(
    shelf: Shelf, first: date, last: date, *, member: MemberId | None = None
) -> dict[MemberId, list[PostedEntry]]:
    """What moved between two days, by member, in the book's order.

    An entry can be of many members (a year's dividends): each gets it with her own transfers only.
    """
    which, whose = ("IS NOT NULL", ()) if member is None else ("= ?", (member,))
    parameters = (*whose, number_of(first), number_of(last))
    found: defaultdict[MemberId, list[PostedEntry]] = defaultdict(list)
    for hers, rows in _turns(shelf.rows(_HERS.format(which=which), parameters)):
        found[hers].append(_part(rows))
    return found


def befores(shelf: Shelf, first: date, *, member: MemberId | None = None) -> dict[MemberId, Before]:
    """What every member, or one, had and owed before the first day."""
    if first <= FIRST_DAY:
        # From the beginning of the book there is nothing to look for.
        return {}
    which, whose = ("IS NOT NULL", ()) if member is None else ("= ?", (member,))
    rows = shelf.rows(_BEFORE.format(which=which), (*whose, number_of(first)))
    return {MemberId(hers): Before(savings, loans) for hers, savings, loans in rows}


def fund_spending(shelf: Shelf, year: FiscalYear) -> Mapping[Account, Kip]:
    """What each fund paid out in a year, in kip, less what was taken back."""
    spent: defaultdict[Account, Kip] = defaultdict(int)
    bounds = (number_of(year.first), number_of(year.last))
    for _, debit, credit, kip, taken_back in shelf.rows(_SPENT, bounds):
        fund, sign = (credit, -1) if taken_back else (debit, 1)
        if named_kind(fund) is Named.FUND:
            spent[fund] += sign * kip
    return spent


def _turns(rows: list[tuple[Any, ...]]) -> Iterator[tuple[MemberId, list[tuple[Any, ...]]]]:
    """The rows of one member in one entry after the other."""
    turn: list[tuple[Any, ...]] = []
    for row in rows:
        if turn and turn[0][:2] != row[:2]:
            yield MemberId(turn[0][0]), turn
            turn = []
        turn.append(row)
    if turn:
        yield MemberId(turn[0][0]), turn


def _part(rows: list[tuple[Any, ...]]) -> PostedEntry:
    _, number, day, month, note, reverses, seal = rows[0][:7]
    entry = Entry(
        day=day_of(day),
        transfers=tuple(transfer_of(row[7:]) for row in rows),
        note=note,
        month=None if month is None else month_of_number(month),
        reverses=None if reverses is None else EntryNumber(reverses),
    )
    return PostedEntry(number=EntryNumber(number), entry=entry, seal=seal.hex())
