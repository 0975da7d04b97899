"""Entries as they stand in the book, with their transfers, numbers and seals."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from ledger.book.plain import day_of, month_of_number, number_of
from ledger.book.shelf import Shelf
from ledger.rules.accounts import Account
from ledger.rules.transfers import (
    NO_PROOF,
    Entry,
    EntryNumber,
    Kind,
    MeetingId,
    PostedEntry,
    Proof,
    Transfer,
)

KINDS = {kind.value: kind for kind in Kind}
"""The kinds by their words: looking one up is cheaper than asking the enumeration."""

_ENTRIES = (
    "SELECT e.number, e.day, e.month, e.note, e.sheet, e.reverses, e.hash,"
    " p.partner, p.receipt, t.kind, t.debit, t.credit, t.kip, t.member, t.loan"
    " FROM entry AS e JOIN transfer AS t ON t.entry = e.number"
    " LEFT JOIN entry_proof AS p ON p.entry = e.number WHERE "
)


def entries_where(
    shelf: Shelf, where: str, parameters: Sequence[object] = ()
) -> tuple[PostedEntry, ...]:
    """The entries of a condition over e (entry), in the book's order."""
    rows = shelf.rows(f"{_ENTRIES}{where} ORDER BY e.number, t.line", parameters)
    return tuple(_posted(list(lines)) for _, lines in groupby(rows, key=itemgetter(0)))


def entries_touching(
    shelf: Shelf, accounts: Sequence[Account], first: date, last: date
) -> tuple[PostedEntry, ...]:
    """The whole entries between two days that moved money on any of these accounts."""
    marks = ", ".join("?" * len(accounts))
    touched = (
        "SELECT 1 FROM transfer AS x WHERE x.entry = e.number"
        f" AND (x.debit IN ({marks}) OR x.credit IN ({marks}))"
    )
    bounds = (number_of(first), number_of(last))
    where = f"e.day BETWEEN ? AND ? AND EXISTS ({touched})"
    return entries_where(shelf, where, (*bounds, *accounts, *accounts))


def _posted(rows: list[tuple[Any, ...]]) -> PostedEntry:
    number, day, month, note, sheet, reverses, seal, partner, receipt = rows[0][:9]
    entry = Entry(
        day=day_of(day),
        transfers=tuple(_transfer_of(row[9:]) for row in rows),
        note=note,
        month=None if month is None else month_of_number(month),
        meeting=None if sheet is None else MeetingId(sheet),
        reverses=None if reverses is None else EntryNumber(reverses),
        proof=NO_PROOF if partner is None else Proof(partner, receipt),
    )
    return PostedEntry(number=EntryNumber(number), entry=entry, seal=seal.hex())


def _transfer_of(row: Sequence[Any]) -> Transfer:
    """The transfer of the columns kind, debit, credit, kip, member and loan."""
    kind, debit, credit, kip, member, loan = row
    return Transfer(KINDS[kind], debit, credit, kip, member, loan)
