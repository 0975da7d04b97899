"""Which copies of the book are kept, and how each is called: by number, seal and day, no clock.

The newest twenty are kept, one of each meeting for a year, and one of each year for ever. The day
is the one that the group wrote last, so a clock that was set back makes no copy look old.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.code_letters import ALPHABET
from ledger.rules.paper_code import PaperCode

NEWEST = 20
"""So many of the newest copies are kept whatever their days are."""

_ENDING = ".book"
_LOCKED = ".locked"
_NAME = re.compile(
    rf"(?P<mark>[0-9a-f]{{16}})-(?P<act>\d{{6,9}})-(?P<entry>\d{{6,9}})-(?P<head>[{ALPHABET}]{{5}})"
    rf"-(?P<day>\d{{4}}-\d\d-\d\d){re.escape(_ENDING)}(?P<locked>{re.escape(_LOCKED)})?"
)


@dataclass(frozen=True, slots=True, order=True)
class CopyName:
    """What a copy's name says: its newest act and entry, its seal's first letters, its last day.

    `mark` tells the book from every other one; `locked` that it opens with a password. Copies are
    in order by their acts.
    """

    act: int
    entry: int
    head: str
    day: date
    mark: str
    locked: bool = False

    @property
    def file(self) -> str:
        """The name of the file."""
        day = self.day.isoformat()
        ending = _ENDING + (_LOCKED if self.locked else "")
        return f"{self.mark}-{self.act:06d}-{self.entry:06d}-{self.head}-{day}{ending}"


def copy_name(paper: PaperCode, *, mark: str, day: date) -> CopyName:
    """The name of a copy of the book as a paper would tell of it; `day` is its newest entry's."""
    head = paper.code.replace("-", "")[:5]
    return CopyName(act=paper.act, entry=paper.entry, head=head, day=day, mark=mark)


def read_copy_name(file: str) -> CopyName | None:
    """What the name of a file says; nothing where it is not the name of a copy."""
    found = _NAME.fullmatch(file)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    return CopyName(
        act=int(found["act"]),
        entry=int(found["entry"]),
        head=found["head"],
        day=day,
        mark=found["mark"],
        locked=found["locked"] is not None,
    )


def to_keep(copies: Iterable[CopyName]) -> frozenset[CopyName]:
    """The copies of one book that stay, of those there are."""
    newest_first = sorted(copies, reverse=True)
    kept = set(newest_first[:NEWEST])
    days: set[date] = set()
    years: set[int] = set()
    for copy in newest_first:
        last = newest_first[0].day
        within_a_year = (copy.day.year + 1, copy.day.month, copy.day.day) > (
            last.year,
            last.month,
            last.day,
        )
        if (within_a_year and copy.day not in days) or copy.day.year not in years:
            kept.add(copy)
        days.add(copy.day)
        years.add(copy.day.year)
    return frozenset(kept)


def superfluous(copies: Iterable[CopyName]) -> tuple[CopyName, ...]:
    """The copies of one book that may go, the oldest first."""
    every = set(copies)
    return tuple(sorted(every - to_keep(every)))


def rehearsal_due(last: date | None, today: date) -> bool:
    """Whether the newest copy in a place is to be rehearsed: once in each month of the calendar.

    A clock that was set back or ahead brings one rehearsal more, and never leaves one out.
    """
    return last is None or (last.year, last.month) != (today.year, today.month)
