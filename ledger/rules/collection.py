"""The collection sheet on paper: who is asked for what tonight, remembered row by row.

The paper has a number and a check sign, so that it is known again when the power is back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Column
from ledger.rules.people import MemberId
from ledger.rules.refusals import Refusal

PAGE_ROWS = 15
"""So many members stand on one page, with room to write: the sums of a page are added by hand."""

_SIGNS = 1_000


@dataclass
class CollectionSheetUnknown(Refusal):
    """The book remembers no collection sheet of this number."""

    found: str


@dataclass
class CollectionSheetMisread(Refusal):
    """The number was not read or typed as it stands on the paper: its check sign does not fit."""

    found: str


@dataclass
class CollectionSheetTaken(Refusal):
    """The book remembers another sheet under this number, which was printed in the meantime."""

    code: str


@dataclass
class PrintedRowUnknown(Refusal):
    """The paper has no such row, and nobody of that number; `rows` is how many it has."""

    found: str
    rows: int


@dataclass
class PrintedRowUnclear(Refusal):
    """What was typed is the row of one member and the number of another."""

    found: str
    in_row: str
    of_number: str


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One member as she stands on the paper: `due` are the amounts (kip), column by column."""

    member: MemberId
    number: str
    name: str
    due: tuple[Kip, ...]

    @property
    def told(self) -> str:
        """Her number and name."""
        return f"{self.number} {self.name}"

    @property
    def due_in_all(self) -> Kip:
        """Everything that is due from her, in kip."""
        return sum(self.due)


@dataclass(frozen=True, slots=True)
class CollectionSheet:
    """A whole collection sheet; rows count from 1, pages have `PAGE_ROWS` of them."""

    number: int
    day: date
    columns: tuple[Column, ...]
    rows: tuple[PrintedRow, ...]

    @property
    def sign(self) -> str:
        """Three figures that are found from everything on the sheet."""
        facts = (self.number, self.day.isoformat(), [c.value for c in self.columns])
        rows = [(row.member, row.number, row.due) for row in self.rows]
        seal = sha256(repr((facts, rows)).encode("utf-8")).digest()
        return f"{int.from_bytes(seal, 'big') % _SIGNS:03d}"

    @property
    def code(self) -> str:
        """The number with its check sign, as it is printed and typed: "14-826"."""
        return f"{self.number}-{self.sign}"

    @property
    def pages(self) -> tuple[tuple[PrintedRow, ...], ...]:
        """The rows of each page."""
        starts = range(0, len(self.rows), PAGE_ROWS)
        return tuple(self.rows[start : start + PAGE_ROWS] for start in starts)


def sheet_named(sheets: Iterable[CollectionSheet], text: str) -> CollectionSheet:
    """The sheet whose number and check sign were typed.

    Raises CollectionSheetUnknown or CollectionSheetMisread.
    """
    parts = re.fullmatch(r"(\d{1,9})\D+(\d{3})", text.strip())
    if parts is None:
        raise CollectionSheetMisread(found=text)
    for sheet in sheets:
        if sheet.number == int(parts[1]):
            if sheet.sign != parts[2]:
                raise CollectionSheetMisread(found=text)
            return sheet
    raise CollectionSheetUnknown(found=text)


def row_named(sheet: CollectionSheet, text: str) -> int:
    """The row (from 1) that was typed: as its own number on the paper, or the member's.

    "row:12" and "member:012" say which of the two is meant. Raises PrintedRowUnknown or
    PrintedRowUnclear.
    """
    kind, colon, rest = text.strip().partition(":")
    wanted = rest if colon else kind
    by_number = next((n for n, r in enumerate(sheet.rows, 1) if r.number == wanted), None)
    by_row = None
    if re.fullmatch(r"\d{1,9}", wanted) and 1 <= int(wanted) <= len(sheet.rows):
        by_row = int(wanted)
    if colon:
        by_number, by_row = (by_number, None) if kind == "member" else (None, by_row)
    found = sorted({n for n in (by_row, by_number) if n is not None})
    if not found:
        raise PrintedRowUnknown(found=text, rows=len(sheet.rows))
    if by_row is not None and by_number is not None and found[1:]:
        in_row, of_number = sheet.rows[by_row - 1].told, sheet.rows[by_number - 1].told
        raise PrintedRowUnclear(found=text, in_row=in_row, of_number=of_number)
    return found[0]
