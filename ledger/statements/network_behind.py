"""Which groups a figure of the network's tables is added up from, each with its exact share."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.network import Figure, NetworkSheet
from ledger.statements.network_sums import Counted, Name
from ledger.statements.network_tables import TableKey


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the tables: the figure of `name` in a province or, of the growth, in a year.

    `head` is that province or year as the table names it; nothing where all are added up.
    """

    table: TableKey
    name: Name
    head: str | None


@dataclass(frozen=True, slots=True)
class GroupShare:
    """What one group's sheet adds to a figure: a count, or whole kip."""

    sheet: NetworkSheet
    amount: int


def groups_behind(cell: Cell, sheets: Iterable[NetworkSheet], year: int) -> tuple[GroupShare, ...]:
    """The sheets that a cell is added up from in the tables of a year, the largest share first.

    A district counts once, with the first of its sheets.
    """
    shares, districts = [], set()
    for sheet in sheets:
        if not _stands_in(sheet, cell, year):
            continue
        amount = _amount(sheet, cell.name)
        if cell.name in _BY_DISTRICT and amount:
            amount = int(sheet.sender.district not in districts)
            districts.add(sheet.sender.district)
        if amount:
            shares.append(GroupShare(sheet, amount))
    return tuple(sorted(shares, key=lambda share: -share.amount))


_BY_DISTRICT = frozenset({Counted.DISTRICTS, Counted.WELFARE_DISTRICTS})


def _stands_in(sheet: NetworkSheet, cell: Cell, year: int) -> bool:
    if cell.table is TableKey.GROWTH:
        return cell.head in {None, str(sheet.day.year)}
    return sheet.day.year == year and cell.head in {None, sheet.sender.province}


def _amount(sheet: NetworkSheet, name: Name) -> int:
    if isinstance(name, Figure):
        return sheet[name]
    if name is Counted.WELFARE_DISTRICTS:
        return int(bool(sheet[Figure.WELFARE_FUND] or sheet[Figure.WELFARE_MEMBERS]))
    return 1
