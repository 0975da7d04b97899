"""Past days that come in from the group's own files are written by the same rules as typed ones.

All of them or none: they stand in the book as one act.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ledger.actions.record import CheckedDay, DayRecord, LineRefused, checked_day, write_day
from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import Refusal

PROBLEMS_MAX = 200
"""Nobody reads more of them before she looks at the file itself."""


class LineProblem(NamedTuple):
    """One line that the rules refuse: its day and its place there, both counted from 0, and why."""

    day: int
    line: int
    why: Refusal


@dataclass
class DaysRefused(Refusal):
    """Some lines of the days are refused by the rules; nothing at all has been written."""

    problems: tuple[LineProblem, ...]


@dataclass
class OnlyTried(Refusal):
    """All days would be taken: so many entries. It was a trial, and nothing has been written."""

    entries: int


def bring_in_days(
    book: Book, actor: Actor, *, records: Sequence[DayRecord], today: date, trial: bool = False
) -> Change:
    """Write days that went by, in their order; `trial` checks all of them and writes none.

    Raises DaysRefused with every line that is refused, and OnlyTried after a trial that went well.
    """
    permit(book, actor, Act.BRING_IN)
    first, last = (records[at].day.isoformat() if records else "" for at in (0, -1))
    problems: list[LineProblem] = []
    with writing(book, actor, Act.BRING_IN, days=len(records), first=first, last=last) as pen:
        for place, record in enumerate(records):
            # What the days before have brought is known to the next one.
            write_day(pen, _checked(book, record, today, place=place, problems=problems))
            if len(problems) >= PROBLEMS_MAX:
                break
        if problems:
            raise DaysRefused(problems=tuple(problems))
        if trial:
            raise OnlyTried(entries=len(pen.entries))
    return pen.change


def _checked(
    book: Book, record: DayRecord, today: date, *, place: int, problems: list[LineProblem]
) -> CheckedDay:
    """The day without the lines that are refused, each of which is noted."""
    left = list(enumerate(record.lines))
    while True:
        lines = tuple(line for _, line in left)
        try:
            return checked_day(book, replace(record, lines=lines), today)
        except LineRefused as refused:
            at, _ = left.pop(refused.index)
            problems.append(LineProblem(place, at, refused.why))
        except Refusal as refused:
            problems.append(LineProblem(place, 0, refused))
            return CheckedDay((), (), ())
        if len(problems) >= PROBLEMS_MAX or not left:
            return CheckedDay((), (), ())
