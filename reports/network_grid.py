"""The network's tables as they are read: one province or year below another, figures beside it.

Window, spreadsheet and paper show the same cells; here nothing is added up.
"""

from dataclasses import dataclass
from functools import partial

from ledger.rules.network import AMOUNTS
from ledger.statements.network_behind import Cell
from ledger.statements.network_sums import Name
from ledger.statements.network_tables import Table, TableKey, TableRow
from translations.network_words import figure_name, table_title, tenths_text
from translations.words import Words


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its text, and what it is: a whole number, or tenths of a percent.

    `behind` says of a number which groups it is added up from.
    """

    text: str
    number: int | None = None
    tenths: int | None = None
    behind: Cell | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; a strong one is the total of those above, or a share of it."""

    cells: tuple[GridCell, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table with its title and the heads of its columns; the first column holds names."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]


def grid_of(table: Table, words: Words) -> Grid:
    """The table, turned so that any number of provinces has room."""
    first = words.say("Year") if table.key is TableKey.GROWTH else words.say("Province")
    money = all(row.name in AMOUNTS for row in table.rows)
    heads = [first, *(_head(words, row.name, alone=not money) for row in table.rows)]
    if table.ratio is not None:
        heads.append(words.say("Part of all"))
    rows = [_row_at(words, table, place) for place in range(len(table.heads))]
    if table.sums:
        rows.append(_totals(words, table))
    if any(row.share is not None for row in table.rows):
        rows.append(_shares(words, table.rows))
    title = table_title(words, table.key.value)
    if money:
        title = words.say("{figure} (million {unit})", figure=title, unit=words.unit)
    return Grid(title, tuple(heads), tuple(rows))


def _head(words: Words, name: Name, *, alone: bool) -> str:
    """A column's head; one amount among counts says its unit itself."""
    text = figure_name(words, name.value)
    if name not in AMOUNTS or not alone:
        return text
    return words.say("{figure} (million {unit})", figure=text, unit=words.unit)


def _row_at(words: Words, table: Table, place: int) -> GridRow:
    head = table.heads[place] or words.say("Not said")
    name = words.year(int(head)) if table.key is TableKey.GROWTH else head
    behind = [Cell(table.key, row.name, table.heads[place]) for row in table.rows]
    numbers = (row.values[place] for row in table.rows)
    cells = [GridCell(name), *map(partial(_number, words), numbers, behind)]
    if table.ratio is not None:
        cells.append(_tenths(words, table.ratio.values[place], whole=table.ratio.whole))
    return GridRow(tuple(cells))


def _totals(words: Words, table: Table) -> GridRow:
    behind = [Cell(table.key, row.name, None) for row in table.rows]
    totals = (row.total for row in table.rows)
    cells = [GridCell(words.say("Total")), *map(partial(_number, words), totals, behind)]
    if table.ratio is not None:
        cells.append(_tenths(words, table.ratio.total, whole=table.ratio.whole))
    return GridRow(tuple(cells), strong=True)


def _shares(words: Words, rows: tuple[TableRow, ...]) -> GridRow:
    cells = [GridCell(words.say("Percent")), *(_tenths(words, row.share) for row in rows)]
    return GridRow(tuple(cells), strong=True)


def _number(words: Words, value: int | None, behind: Cell) -> GridCell:
    if value is None:
        return GridCell("")
    return GridCell(words.number(value), number=value, behind=behind)


def _tenths(words: Words, value: int | None, *, whole: bool = False) -> GridCell:
    if value is None:
        return GridCell("")
    return GridCell(tenths_text(words, value, whole=whole), tenths=value)
