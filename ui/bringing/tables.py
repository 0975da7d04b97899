"""Tables of plain texts out of a spreadsheet's file or a CSV, within limits of size and time."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui.bringing.refusals import FileRefused, Unfit
from ui.bringing.xlsx import read_xlsx

FILE_BYTES_MAX = 20_000_000
ROWS_MAX = 200_000
COLUMNS_MAX = 200
LETTERS_MAX = 2_000
_OLD_SPREADSHEETS = {".xls", ".xlsb", ".ods", ".numbers"}
_WITH_MACROS = {".xlsm", ".xltm", ".xlam"}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table under the number that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column (from 0); "" where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name and its rows, without those that are empty throughout."""

    name: str
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(line.cells) for line in self.lines), default=0)


def read_tables(file: Path) -> tuple[Table, ...]:
    """Every sheet of the file that has anything on it; a CSV has one. Raises FileRefused."""
    ending = file.suffix.lower()
    if ending in _OLD_SPREADSHEETS:
        raise FileRefused(name=file.name, why=Unfit.OLD_KIND)
    if ending in _WITH_MACROS:
        raise FileRefused(name=file.name, why=Unfit.MACROS)
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe has no end.
            raise FileRefused(name=file.name, why=Unfit.UNREADABLE)
        if file.stat().st_size > FILE_BYTES_MAX:
            raise FileRefused(name=file.name, why=Unfit.TOO_LARGE)
        content = file.read_bytes()
    except FileNotFoundError:
        raise FileRefused(name=file.name, why=Unfit.MISSING) from None
    except OSError:
        raise FileRefused(name=file.name, why=Unfit.UNREADABLE) from None
    sheets = read_xlsx(file.name, content) if content[:2] == b"PK" else _csv(file, content)
    tables = tuple(filter(lambda t: t.lines, (_table(file, name, rows) for name, rows in sheets)))
    if not tables:
        raise FileRefused(name=file.name, why=Unfit.EMPTY)
    return tables


def _csv(file: Path, content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    try:
        # What a spreadsheet calls "Unicode text" is UTF-16 with a mark in front.
        utf_16 = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
        text = content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(name=file.name, why=Unfit.NOT_UTF8) from None
    if "\x00" in text:
        raise FileRefused(name=file.name, why=Unfit.NOT_A_TABLE)
    first = text.splitlines()[:1]
    mark = max(",;\t", key=first[0].count) if first else ","
    yield file.stem, csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=True)


def _table(file: Path, name: str, rows: Iterator[list[str]]) -> Table:
    lines = []
    try:
        for number, cells in enumerate(rows, start=1):
            if number > ROWS_MAX or len(cells) > COLUMNS_MAX:
                raise FileRefused(name=file.name, why=Unfit.TOO_LARGE)
            clean = tuple(cell.strip() for cell in cells)
            if any(len(cell) > LETTERS_MAX for cell in clean):
                raise FileRefused(name=file.name, why=Unfit.TOO_LARGE)
            if any(clean):
                lines.append(Line(number, clean))
    except csv.Error:
        raise FileRefused(name=file.name, why=Unfit.NOT_A_TABLE) from None
    return Table(name, tuple(lines))
