"""Which acts a report tells of: those since the report before it, by their numbers and no clock.

Only between two years of which the first is not closed yet the day on the clock must decide.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from ledger.book.plain import number_of
from ledger.book.reading_trail import read_acts
from ledger.book.shelf import Shelf
from ledger.rules.days import FiscalYear
from ledger.rules.people import Officer
from ledger.rules.rulebook import Group
from ledger.rules.transfers import MeetingId
from ledger.statements.trail import TrailPaper, Watched, watched_of

_YEAR = (
    "SELECT coalesce((SELECT max(event) FROM closed_year WHERE year < :year), 0),"
    " coalesce((SELECT event FROM closed_year WHERE year = :year),"
    " (SELECT max(seq) FROM event))"
)
_CLOSED = "SELECT event FROM closed_year WHERE year = ?"
_BEFORE = "SELECT coalesce(max(event), 0) FROM closed_year WHERE year < ?"
_BEGIN = "SELECT coalesce(max(books_begin), 0) FROM group_version"
_FROM_DAY = (
    "SELECT coalesce((SELECT min(seq) FROM event WHERE seq > ? AND substr(at, 1, 10) >= ?),"
    " (SELECT max(seq) + 1 FROM event)) - 1"
)
_SHEET = (
    "SELECT coalesce((SELECT max(g.event) FROM sheet_signed AS g JOIN sheet AS s ON s.id = g.sheet"
    " WHERE s.kind = 'meeting' AND g.event < coalesce((SELECT event FROM sheet_signed"
    " WHERE sheet = :sheet), (SELECT max(seq) + 1 FROM event))), 0),"
    " coalesce((SELECT event FROM sheet_signed WHERE sheet = :sheet),"
    " (SELECT max(seq) FROM event))"
)
_PINS = (
    "SELECT officer FROM pin AS p WHERE hash <> '' AND event <= :until AND version ="
    " (SELECT max(version) FROM pin WHERE officer = p.officer AND event <= :until)"
)


def watched_in_year(shelf: Shelf, year: FiscalYear, officers: Iterable[Officer]) -> Watched:
    """What the report of a year tells: since the closing of the year before, up to its own."""
    after, until = shelf.one(_YEAR, {"year": year.number})
    return _watched(shelf, after, until, officers, year.last)


def watched_until_sheet(
    shelf: Shelf, sheet: MeetingId, day: date, officers: Iterable[Officer]
) -> Watched:
    """What the minutes of a meeting tell: since the meeting before it was signed."""
    after, until = shelf.one(_SHEET, {"sheet": sheet})
    return _watched(shelf, after, until, officers, day)


def trail_of_year(
    shelf: Shelf, year: FiscalYear, *, group: Group, officers: Iterable[Officer], printed: date
) -> TrailPaper:
    """Every act between the closing of the year before and the year's own; each is of one year."""
    after, until = _of_year(shelf, year)
    return TrailPaper(
        group=group,
        year=year,
        rows=read_acts(shelf, after=after, until=until),
        watched=_watched(shelf, after, until, officers, year.last),
        printed=printed,
    )


def _of_year(shelf: Shelf, year: FiscalYear) -> tuple[int, int]:
    """The act before the first of a year, and its last.

    A year ends with its closing. While it is open, the next one begins with the first act of a day
    of it.
    """
    (after,) = shelf.one(_BEFORE, (year.number,))
    (begin,) = shelf.one(_BEGIN)
    before_is_open = begin < number_of(year.first) and not shelf.rows(_CLOSED, (year.number - 1,))
    if before_is_open:
        (after,) = shelf.one(_FROM_DAY, (after, year.first.isoformat()))
    closed = shelf.rows(_CLOSED, (year.number,))
    if closed:
        return after, closed[0][0]
    (until,) = shelf.one(_FROM_DAY, (after, (year.last + timedelta(days=1)).isoformat()))
    return after, until


def _watched(
    shelf: Shelf, after: int, until: int, officers: Iterable[Officer], day: date
) -> Watched:
    serving = {officer.id for officer in officers if officer.serves(day)}
    has = {officer for (officer,) in shelf.rows(_PINS, {"until": until})}
    rows = read_acts(shelf, after=after, until=until)
    return watched_of(rows, pins=len(serving & has), officers=len(serving))
