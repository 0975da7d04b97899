"""The minutes as they stand in the book, how firm the months are, and what stands on a sheet."""

import json
from collections.abc import Sequence
from datetime import date

from ledger.book.plain import day_of, month_of_number, number_of
from ledger.book.reading_entries import entries_where
from ledger.book.shelf import Shelf
from ledger.rules.decisions import Decision, Subject
from ledger.rules.months import MonthState, MonthStates
from ledger.rules.transfers import EntryNumber, MeetingId, PostedEntry

_DECISIONS = (
    "SELECT d.number, d.day, d.subject, d.text, d.present, d.votes_for, d.votes_against, d.sheet,"
    " c.number FROM decision AS d LEFT JOIN decision AS c ON c.id = d.corrects ORDER BY d.id"
)


def read_decisions(shelf: Shelf) -> tuple[Decision, ...]:
    """Every decision in the order in which they were written down."""
    return tuple(
        Decision(
            number=number,
            day=day_of(day),
            subject=Subject(subject),
            text=text,
            present=tuple(json.loads(present)),
            votes_for=votes_for,
            votes_against=votes_against,
            sheet=None if sheet is None else MeetingId(sheet),
            corrects=corrects or "",
        )
        for (
            number,
            day,
            subject,
            text,
            present,
            votes_for,
            votes_against,
            sheet,
            corrects,
        ) in shelf.rows(_DECISIONS)
    )


def decisions_named(shelf: Shelf, first: date, last: date) -> dict[EntryNumber, str]:
    """The number of the decision on which entries between two days rest, by entry."""
    rows = shelf.rows(
        "SELECT d.entry, d.number FROM entry_decision AS d JOIN entry AS e ON e.number = d.entry"
        " WHERE e.day BETWEEN ? AND ?",
        (number_of(first), number_of(last)),
    )
    return {EntryNumber(entry): number for entry, number in rows}


def read_month_states(shelf: Shelf) -> MonthStates:
    """Up to which months the book is closed and on hold."""
    (closed,) = shelf.one("SELECT max(month) FROM month_state WHERE state = 'closed'")
    newest = "SELECT month, state FROM month_state WHERE state <> 'closed' ORDER BY id DESC LIMIT 1"
    held = None
    for number, state in shelf.rows(newest):
        month = month_of_number(number)
        held = month if state == MonthState.ON_HOLD.value else month.plus(-1)
    return MonthStates(closed=None if closed is None else month_of_number(closed), held=held)


def read_stands(shelf: Shelf, sheet: MeetingId, harmless: Sequence[str]) -> int | None:
    """The number of the first act after a sheet's signature that is not among the harmless ones.

    An act that wrote an entry is never harmless.
    """
    marks = ", ".join("?" * len(harmless))
    found = shelf.rows(
        "SELECT min(v.seq) FROM event AS v WHERE v.seq >"
        " (SELECT event FROM sheet_signed WHERE sheet = ?)"
        f" AND (v.act NOT IN ({marks}) OR EXISTS (SELECT 1 FROM entry WHERE event = v.seq))",
        (sheet, *harmless),
    )
    number = found[0][0]
    return None if number is None else int(number)


def read_entries_of_sheet(shelf: Shelf, sheet: MeetingId) -> tuple[PostedEntry, ...]:
    """The entries that a signed sheet became, in their order."""
    return entries_where(shelf, "e.sheet = ?", (sheet,))
