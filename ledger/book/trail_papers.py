"""Which acts a report tells of: those since the report before it, by their numbers and no clock."""

from collections.abc import Iterable
from datetime import date

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
    """Every act between the closing of the year before and the year's own."""
    after, until = shelf.one(_YEAR, {"year": year.number})
    return TrailPaper(
        group=group,
        year=year,
        rows=read_acts(shelf, after=after, until=until),
        watched=watched_in_year(shelf, year, officers),
        printed=printed,
    )


def _watched(
    shelf: Shelf, after: int, until: int, officers: Iterable[Officer], day: date
) -> Watched:
    serving = {officer.id for officer in officers if officer.serves(day)}
    has = {officer for (officer,) in shelf.rows(_PINS, {"until": until})}
    rows = read_acts(shelf, after=after, until=until)
    return watched_of(rows, pins=len(serving & has), officers=len(serving))
