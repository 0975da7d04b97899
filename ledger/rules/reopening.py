"""When the last signed meeting can be opened again, and when a sheet can be put away."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.meeting_values import Sheet
from ledger.rules.refusals import NameMissing, Refusal


@dataclass
class SheetNotSigned(Refusal):
    """The sheet is still in pencil: what is wrong on it is typed over."""

    day: date


@dataclass
class SheetVoid(Refusal):
    """The sheet was opened again, or put away, before."""

    day: date


@dataclass
class LaterSheet(Refusal):
    """Only the last one can be opened again; a later one is of `later`."""

    day: date
    later: date


@dataclass
class StoodOn(Refusal):
    """Something was written after it that stands on it: number `act` in the history."""

    day: date
    act: int


def check_reopen(sheet: Sheet, *, later: Sheet | None, stands: int | None, reason: str) -> None:
    """Silence, or why a sheet cannot be opened again.

    `later` is a sheet that was opened after it and not put away, `stands` the number of the first
    act after its signature that may stand on it.
    """
    if not sheet.signed:
        raise SheetNotSigned(day=sheet.day)
    if sheet.void:
        raise SheetVoid(day=sheet.day)
    if later is not None:
        raise LaterSheet(day=sheet.day, later=later.day)
    if stands is not None:
        raise StoodOn(day=sheet.day, act=stands)
    if not reason.strip():
        raise NameMissing(what="reason")


def check_put_away(sheet: Sheet, *, reason: str) -> None:
    """Silence, or why a sheet cannot be put away: it is no pencil any more, or nobody says why."""
    if sheet.signed:
        raise SheetVoid(day=sheet.day)
    if not reason.strip():
        raise NameMissing(what="reason")
