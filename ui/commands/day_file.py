"""Reads a day-by-day file (CSV): one row for each thing that happened, in the order it happened.

Columns (the first row names them, in any order; empty ones may be left out): day, what, member,
amount, account, loan, month, note, name, household, sex, promise,
shares, product, purpose, months, guarantors,
decision, claim, bank, to, giver, receipt, born, guardian, year.
README.md lists what each `what` needs.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from translations.normal import normalise
from ui.commands.refusals import CellUnreadable, DaysOutOfOrder, FileUnusable

FILE_BYTES_MAX = 20_000_000
ROWS_MAX = 200_000
COLUMNS = (
    "day",
    "what",
    "member",
    "amount",
    "account",
    "loan",
    "month",
    "note",
    "name",
    "household",
    "sex",
    "promise",
    "shares",
    "product",
    "purpose",
    "months",
    "guarantors",
    "decision",
    "claim",
    "bank",
    "to",
    "giver",
    "receipt",
    "born",
    "guardian",
    "year",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: its number as a spreadsheet shows it, its day and its cells."""

    number: int
    day: date
    cells: dict[str, str] = field(hash=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_days(file: Path) -> Iterator[tuple[date, tuple[Row, ...]]]:
    """The rows of the file, day by day. Raises FileUnusable, CellUnreadable, DaysOutOfOrder."""
    # The whole file is read first: a row that cannot be read is found before the first day is kept.
    for day, of_day in groupby(list(_rows(file)), key=lambda row: row.day):
        yield day, tuple(of_day)


def read_table(
    file: Path, columns: tuple[str, ...], *, needed: tuple[str, ...]
) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with a row of heads: each row's number and its cells by head.

    Empty rows are left out. Raises FileUnusable, and CellUnreadable for a head that is not one of
    `columns`.
    """
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe has no end.
            raise FileUnusable(name=file.name, why="unreadable")
        if file.stat().st_size > FILE_BYTES_MAX:
            raise FileUnusable(name=file.name, why="too_large")
        with file.open(encoding="utf-8-sig", newline="") as text:
            return _table(file.name, csv.reader(text, strict=True), columns, needed)
    except FileNotFoundError:
        raise FileUnusable(name=file.name, why="missing") from None
    except UnicodeDecodeError:
        raise FileUnusable(name=file.name, why="not_utf8") from None
    except csv.Error:
        raise FileUnusable(name=file.name, why="not_csv") from None
    except OSError:
        raise FileUnusable(name=file.name, why="unreadable") from None


def _table(
    name: str, reader: Iterator[list[str]], columns: tuple[str, ...], needed: tuple[str, ...]
) -> list[tuple[int, dict[str, str]]]:
    heads = [head.strip().lower() for head in next(reader, [])]
    if any(head not in heads for head in needed):
        raise FileUnusable(name=name, why="no_heads")
    for head in heads:
        if head not in columns:
            raise CellUnreadable(row=1, column=head, found=head)
    rows = []
    for number, cells in enumerate(reader, start=2):
        if number > ROWS_MAX:
            raise FileUnusable(name=name, why="too_large")
        if any(cell.strip() for cell in cells):
            clean = (normalise(cell).strip() for cell in cells)
            rows.append((number, dict(zip(heads, clean, strict=False))))
    return rows


def _rows(file: Path) -> Iterator[Row]:
    last = date.min
    for number, cells in read_table(file, COLUMNS, needed=("day", "what")):
        row = _row(number, cells)
        if row.day < last:
            raise DaysOutOfOrder(row=number, day=row.day)
        last = row.day
        yield row


def _row(number: int, cells: dict[str, str]) -> Row:
    try:
        day = date.fromisoformat(cells.get("day", ""))
    except ValueError:
        raise CellUnreadable(row=number, column="day", found=cells.get("day", "")) from None
    return Row(number=number, day=day, cells=cells)
