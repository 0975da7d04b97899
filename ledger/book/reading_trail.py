"""The closed years and the trail of who did what."""

import json
from typing import Any

from sqlalchemy import Select, select

from ledger.book.plain import day_of, value_of
from ledger.book.schema import ClosedYearRow, EventRow
from ledger.book.shelf import Shelf
from ledger.rules.closing_values import ClosedYear, ClosingPlan
from ledger.rules.days import FiscalYear
from ledger.rules.people import OfficerId, Role
from ledger.rules.transfers import EntryNumber
from ledger.statements.history import HistoryRow

_YEARS = select(
    ClosedYearRow.year,
    ClosedYearRow.first,
    ClosedYearRow.last,
    ClosedYearRow.plan,
    ClosedYearRow.signed_by,
).order_by(ClosedYearRow.year)


def read_closed_years(shelf: Shelf) -> tuple[ClosedYear, ...]:
    """The years that are closed, in order, each with the plan that was carried out."""
    return _closed(shelf, _YEARS)


def read_closed_year(shelf: Shelf, number: int) -> ClosedYear | None:
    """One closed year alone: each plan is a long text, and an old book has many."""
    return next(iter(_closed(shelf, _YEARS.where(ClosedYearRow.year == number))), None)


def _closed(shelf: Shelf, question: Select[*tuple[Any, ...]]) -> tuple[ClosedYear, ...]:
    return tuple(
        ClosedYear(
            year=FiscalYear(number=row.year, first=day_of(row.first), last=day_of(row.last)),
            plan=value_of(ClosingPlan, row.plan),
            signed_by=tuple(json.loads(row.signed_by)),
        )
        for row in shelf.fetch(question)
    )


def read_history(shelf: Shelf, limit: int) -> tuple[HistoryRow, ...]:
    """The newest acts, the newest first."""
    return _acts(shelf, _ACTS.order_by(EventRow.seq.desc()).limit(limit))


def read_acts(shelf: Shelf, *, after: int, until: int) -> tuple[HistoryRow, ...]:
    """The acts behind number `after` up to number `until`, the oldest first."""
    between = _ACTS.where(EventRow.seq > after, EventRow.seq <= until)
    return _acts(shelf, between.order_by(EventRow.seq))


def read_act_of(shelf: Shelf, number: EntryNumber) -> HistoryRow:
    """The act by which an entry was written. Raises KeyError where there is no such entry."""
    found = shelf.rows("SELECT event FROM entry WHERE number = ?", (number,))
    if not found:
        raise KeyError(number)
    return _acts(shelf, _ACTS.where(EventRow.seq == found[0][0]))[0]


_ACTS = select(
    EventRow.seq,
    EventRow.at,
    EventRow.officer,
    EventRow.name,
    EventRow.role,
    EventRow.second_name,
    EventRow.act,
    EventRow.facts,
    EventRow.hash,
)


def _acts(shelf: Shelf, question: Select[*tuple[Any, ...]]) -> tuple[HistoryRow, ...]:
    return tuple(
        HistoryRow(
            number=row.seq,
            at=row.at,
            officer=OfficerId(row.officer),
            name=row.name,
            role=Role(row.role),
            second=row.second_name,
            act=row.act,
            facts=json.loads(row.facts),
            seal=row.hash.hex(),
        )
        for row in shelf.fetch(question)
    )
