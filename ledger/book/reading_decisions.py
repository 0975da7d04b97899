"""The minutes as they stand in the book, and the numbers to which anything points."""

import json

from ledger.book.plain import day_of
from ledger.book.shelf import Shelf
from ledger.rules.decisions import Decision, Subject
from ledger.rules.transfers import MeetingId

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
