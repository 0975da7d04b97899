"""The founding report's tables, added up from the sheets of many groups: by province, and by year.

Amounts are shown in millions of kip, each rounded for itself from the exact kip, and percentages
are reckoned from the exact kip too. Where that makes printed parts miss a printed total, or where
the sheets themselves do not add up, a note says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.network import PARTS, Figure, NetworkSheet
from ledger.rules.network_checks import contradictions_in
from ledger.rules.refusals import Refusal
from ledger.statements.network_sums import Counted, Name, Sums, printed, sums_by, tenths


class TableKey(StrEnum):
    """The tables, in their order."""

    VILLAGES = "villages"
    MEMBERS = "members"
    HOUSEHOLDS = "households"
    GROWTH = "growth"
    LOANS = "loans"
    LENT = "lent"
    FUNDS = "funds"
    HELP = "help"
    WELFARE = "welfare"
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a value for each column, as it is printed; `total` where the columns add up.

    `share` is the row's part of the whole in tenths of a percent, where the table has parts.
    """

    name: Name
    values: tuple[int, ...]
    total: int | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class RatioRow:
    """What part the second row is of the first, column by column, in tenths of a percent.

    Nothing stands where nothing can be divided by. `whole` prints it without tenths.
    """

    values: tuple[int | None, ...]
    total: int | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `heads` name the columns: provinces, or years in figures."""

    key: TableKey
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    ratio: RatioRow | None = None
    sums: bool = False


@dataclass(frozen=True, slots=True)
class PartsMissPrinted:
    """The printed parts of a table make another sum than its printed total.

    `exact` says that the exact kip of the parts do make the exact total: then only rounding to
    millions parts them.
    """

    whole: Figure
    parts: int
    total: int
    exact: bool


@dataclass(frozen=True, slots=True)
class ProvinceContradicts:
    """What cannot be true of a province as a whole: more households than people."""

    province: str
    problem: Refusal


Note = PartsMissPrinted | ProvinceContradicts


@dataclass(frozen=True, slots=True)
class NetworkReport:
    """The tables of one year, the growth over all years, and what has to be said of them."""

    year: int
    years: tuple[int, ...]
    groups: int
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]


def network_report_of(sheets: Sequence[NetworkSheet], year: int | None = None) -> NetworkReport:
    """Add the sheets up. The tables are those of `year`, by default the newest there is.

    ValueError without a sheet of that year. Provinces stand in the order in which the sheets name
    them. Of the years before, every group's sheet counts in the table of growth.
    """
    years = sorted({sheet.day.year for sheet in sheets})
    chosen = years[-1] if year is None and years else year
    if chosen is None or chosen not in years:
        raise ValueError(f"no sheet of the year {chosen}")
    of_year = [sheet for sheet in sheets if sheet.day.year == chosen]
    provinces = sums_by(of_year, lambda sheet: sheet.sender.province)
    whole = Sums.of(of_year)
    tables = _tables(provinces, whole)
    growth = _growth(sums_by(sheets, lambda sheet: str(sheet.day.year)), [str(y) for y in years])
    return NetworkReport(
        year=chosen,
        years=tuple(years),
        groups=len(of_year),
        tables=(*tables[:3], growth, *tables[3:]),
        notes=(*_of_provinces(provinces), *_of_sums(whole)),
    )


# --- inside -----------------------------------------------------------------------------------


def _tables(provinces: Mapping[str, Sums], whole: Sums) -> tuple[Table, ...]:
    groups, villages = Counted.GROUPS, Figure.VILLAGES
    people, members = Figure.POPULATION, Figure.MEMBERS
    homes, theirs = Figure.HOUSEHOLDS, Figure.MEMBER_HOUSEHOLDS
    return (
        _part_of(TableKey.VILLAGES, provinces, whole, (villages, groups), whole_percent=False),
        _part_of(TableKey.MEMBERS, provinces, whole, (people, members), whole_percent=True),
        _part_of(TableKey.HOUSEHOLDS, provinces, whole, (homes, theirs), whole_percent=True),
        _parts(TableKey.LOANS, provinces, whole, Figure.LOANS),
        _parts(TableKey.LENT, provinces, whole, Figure.LENT),
        _parts(TableKey.FUNDS, provinces, whole, Figure.PROFIT_FUNDS),
        _plain(TableKey.HELP, provinces, whole, _HELP),
        _plain(TableKey.WELFARE, provinces, whole, _WELFARE),
        _plain(TableKey.LEADERS, provinces, whole, _LEADERS),
    )


_HELP: tuple[Name, ...] = (
    Figure.GREEN_RICE_CASES,
    Figure.GREEN_RICE_LENT,
    Figure.EMERGENCY_CASES,
    Figure.EMERGENCY_LENT,
)
_WELFARE: tuple[Name, ...] = (
    Counted.DISTRICTS,
    Counted.WELFARE_DISTRICTS,
    Figure.WELFARE_MEMBERS,
    Figure.WELFARE_FUND,
)
_LEADERS: tuple[Name, ...] = (Figure.LEADERS_GROUP, Figure.LEADERS_ZONE, Figure.LEADERS_DISTRICT)
_GROWTH: tuple[Name, ...] = (Counted.GROUPS, Figure.MEMBERS, Figure.SAVINGS, Figure.TOTAL_FUND)


def _row(
    name: Name, columns: Iterable[Sums], whole: Sums | None, share: int | None = None
) -> TableRow:
    return TableRow(
        name=name,
        values=tuple(printed(name, sums[name]) for sums in columns),
        total=None if whole is None else printed(name, whole[name]),
        share=share,
    )


def _plain(
    key: TableKey, provinces: Mapping[str, Sums], whole: Sums, names: Iterable[Name]
) -> Table:
    rows = tuple(_row(name, provinces.values(), whole) for name in names)
    return Table(key=key, heads=tuple(provinces), rows=rows, sums=True)


def _part_of(
    key: TableKey,
    provinces: Mapping[str, Sums],
    whole: Sums,
    names: tuple[Name, Name],
    *,
    whole_percent: bool,
) -> Table:
    """Everything there is, and below it what of it is the groups'."""
    everything, ours = names
    # A village that several groups share is counted by each of them.
    step = 10 if whole_percent else 1
    ratio = RatioRow(
        values=tuple(
            tenths(sums[ours], sums[everything], step=step) for sums in provinces.values()
        ),
        total=tenths(whole[ours], whole[everything], step=step),
        whole=whole_percent,
    )
    table = _plain(key, provinces, whole, names)
    return Table(key=key, heads=table.heads, rows=table.rows, ratio=ratio, sums=True)


def _parts(key: TableKey, provinces: Mapping[str, Sums], whole: Sums, figure: Figure) -> Table:
    """The parts with their shares of what the parts make together, and the total as it was sent."""
    parts = [part for part in PARTS[figure] if whole[part] or part is not Figure.PROFIT_OTHER]
    added = sum(whole[part] for part in parts)
    rows = [
        _row(part, provinces.values(), whole, share=tenths(whole[part], added)) for part in parts
    ]
    rows.append(_row(figure, provinces.values(), whole))
    return Table(key=key, heads=tuple(provinces), rows=tuple(rows), sums=True)


def _growth(by_year: Mapping[str, Sums], years: Sequence[str]) -> Table:
    columns = [by_year[year] for year in years]
    rows = tuple(_row(name, columns, None) for name in _GROWTH)
    return Table(key=TableKey.GROWTH, heads=tuple(years), rows=rows)


def _of_provinces(provinces: Mapping[str, Sums]) -> Iterable[Note]:
    for province, sums in provinces.items():
        figures = {name: kip for name, kip in sums.figures.items() if isinstance(name, Figure)}
        for problem in contradictions_in(figures):
            yield ProvinceContradicts(province, problem)


def _of_sums(whole: Sums) -> Iterable[Note]:
    for figure in (Figure.LENT, Figure.PROFIT_FUNDS):
        parts = PARTS[figure]
        added = sum(printed(part, whole[part]) for part in parts)
        total = printed(figure, whole[figure])
        if added != total:
            exact = sum(whole[part] for part in parts) == whole[figure]
            yield PartsMissPrinted(whole=figure, parts=added, total=total, exact=exact)
