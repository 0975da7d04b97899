"""The sheets of 404 invented groups that add up to the founding report's own tables.

    python -m tests.network_sheets FOLDER    writes the 902 files of its three years

The figures of each province are split over its groups in parts of different size, each split
exactly. Where the report prints millions, the kip behind them are chosen so that every printed
figure and percentage comes out: the five purposes lie 0.4 million above what is printed, which is
why 55,285 stands against 55,287; the four funds cannot be explained so, and some sheets name a
total of the funds that their parts do not make, as the report does.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path

from ledger.rules.network import PARTS, Figure, NetworkSheet, Sender
from ledger.statements.network_file import file_of

F = Figure
MILLION = 1_000_000


@dataclass(frozen=True)
class Province:
    """One province as the report prints it for December 2008."""

    name: str
    districts: int
    villages: int
    groups: int
    population: int
    members: int
    households: int
    member_households: int


PROVINCES = (
    Province("ນະຄອນຫຼວງວຽງຈັນ", 5, 353, 281, 314_646, 53_216, 74_936, 30_516),
    Province("ຈຳປາສັກ", 3, 193, 31, 49_639, 5_213, 8_193, 3_334),
    Province("ຫຼວງພະບາງ", 3, 228, 33, 21_389, 2_756, 31_071, 1_987),
    Province("ບໍ່ແກ້ວ", 2, 163, 24, 13_561, 2_618, 2_872, 2_165),
    Province("ຜົ້ງສາລີ", 3, 250, 35, 15_933, 2_139, 4_390, 1_789),
)
LOANS = {F.LOANS_AGRICULTURE: 12_672, F.LOANS_TRADING: 5_727, F.LOANS_HANDICRAFT: 1_798}
LOANS |= {F.LOANS_ILLNESS: 1_584, F.LOANS_OTHER: 2_648}
LENT = {F.LENT_AGRICULTURE: 25_265, F.LENT_TRADING: 18_728, F.LENT_HANDICRAFT: 3_424}
LENT |= {F.LENT_ILLNESS: 2_165, F.LENT_OTHER: 5_703}
FUNDS = {F.PROFIT_WELFARE: 1_837_400_000, F.PROFIT_RESERVE: 1_595_500_000}
FUNDS |= {F.PROFIT_DEVELOPMENT: 466_500_000, F.PROFIT_STUDY_VISIT: 338_500_000}
FUNDS_TOTAL = 4_242 * MILLION
WRONG_TOTALS = 10
"""So many groups name a total of their funds that is more than its parts."""
OTHERS = {
    F.GREEN_RICE_CASES: 16_834,
    F.GREEN_RICE_LENT: 33_488 * MILLION,
    F.EMERGENCY_CASES: 694,
    F.EMERGENCY_LENT: 1_095 * MILLION,
    F.LEADERS_GROUP: 1_726,
    F.LEADERS_ZONE: 143,
    F.LEADERS_DISTRICT: 241,
}
WELFARE = {F.WELFARE_MEMBERS: 17_310, F.WELFARE_FUND: 1_837_400_000}
YEARS = {
    2005: (124, 15_213, 8_336, 10_789),
    2007: (374, 51_430, 36_510, 44_380),
    2008: (404, 65_942, 40_561, 70_869),
}
"""Groups, members, savings and total fund in millions, at the end of December."""


def split(whole: int, weights: Sequence[int]) -> list[int]:
    """Parts by weight that add up to the whole exactly."""
    ends = [whole * reached // sum(weights) for reached in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _weights(count: int) -> list[int]:
    return [80 + 37 * place % 41 for place in range(count)]


@dataclass(frozen=True)
class _Place:
    province: Province
    number: int
    place: int

    def sender(self) -> Sender:
        zone = 1 + self.place // 8
        district = 1 + self.place % self.province.districts
        return Sender(
            book=f"{self.number:016x}",
            name=f"ກຸ່ມທ້ອນເງິນ ບ້ານທີ {self.number}",
            village=f"ບ້ານທີ {self.number}",
            zone=f"ເຂດ {zone}",
            district=f"{self.province.name} {district}",
            province=self.province.name,
        )


def _places() -> list[_Place]:
    places = [(province, place) for province in PROVINCES for place in range(province.groups)]
    return [_Place(province, n, place) for n, (province, place) in enumerate(places, start=1)]


Figures = dict[Figure, int]


def _spread(figures: Sequence[Figures], whole: Mapping[Figure, int]) -> None:
    """Hand a total out over these sheets."""
    for figure, total in whole.items():
        for hers, part in zip(figures, split(total, _weights(len(figures))), strict=True):
            hers[figure] = part


def _whole(figures: Figures) -> Figures:
    """With the total of every figure that has parts."""
    for whole, parts in PARTS.items():
        figures[whole] = sum(figures.setdefault(part, 0) for part in parts)
    return figures


def _with_sexes(figures: Figures, members: int, households: int) -> None:
    figures[F.MEMBERS_WOMEN] = members * 85 // 100
    figures[F.MEMBERS_MEN] = members - figures[F.MEMBERS_WOMEN]
    figures[F.HOUSEHOLDS_WOMEN] = households * 9 // 10
    figures[F.HOUSEHOLDS_MEN] = households - figures[F.HOUSEHOLDS_WOMEN]


def _of_2008(places: Sequence[_Place]) -> list[Figures]:
    figures: list[Figures] = [{} for _ in places]
    for province in PROVINCES:
        theirs = [f for f, p in zip(figures, places, strict=True) if p.province is province]
        facts = {
            F.VILLAGES: province.villages,
            F.POPULATION: province.population,
            F.HOUSEHOLDS: province.households,
        }
        _spread(theirs, facts)
        people = split(province.members, _weights(len(theirs)))
        homes = split(province.member_households, _weights(len(theirs)))
        for hers, members, households in zip(theirs, people, homes, strict=True):
            _with_sexes(hers, members, households)
    _spread(figures, {**LOANS, **OTHERS, **FUNDS})
    _spread(figures, {part: kip * MILLION + 400_000 for part, kip in LENT.items()})
    # One district of the sixteen has no welfare fund.
    without = places[-1].sender().district
    with_fund = [f for f, p in zip(figures, places, strict=True) if p.sender().district != without]
    _spread(figures, dict.fromkeys(WELFARE, 0))
    _spread(with_fund, WELFARE)
    return figures


def _money(figures: Sequence[Figures], year: int) -> None:
    _, _, savings, fund = YEARS[year]
    funds = sum(FUNDS.values()) if year == 2008 else 300 * MILLION
    own = (fund - savings) * MILLION - funds
    parts = {F.SAVINGS_REGULAR: savings * MILLION, F.FUND_MONEY: funds, F.OWN_MONEY: own}
    _spread(figures, parts)


def _of_earlier(year: int, places: Sequence[_Place]) -> list[Figures]:
    _, members, _, _ = YEARS[year]
    typed = {F.VILLAGES: len(places), F.POPULATION: 900 * len(places)}
    typed |= {F.HOUSEHOLDS: 180 * len(places), F.GREEN_RICE_CASES: 0, F.GREEN_RICE_LENT: 0}
    typed |= {F.LEADERS_ZONE: 0, F.LEADERS_DISTRICT: 0}
    figures: list[Figures] = [{} for _ in places]
    _spread(figures, typed)
    for hers, people in zip(figures, split(members, _weights(len(places))), strict=True):
        _with_sexes(hers, people, people * 6 // 10)
    return figures


def sheets_of(year: int) -> list[NetworkSheet]:
    """The sheets of one of the report's three Decembers."""
    places = _places()[: YEARS[year][0]]
    figures = _of_2008(places) if year == 2008 else _of_earlier(year, places)
    _money(figures, year)
    for hers in figures:
        _whole(hers)
    if year == 2008:
        for hers, more in zip(figures, _too_much(), strict=False):
            hers[F.PROFIT_FUNDS] += more
    return [
        NetworkSheet(place.sender(), date(year, 12, 31), "LAK", False, hers)
        for place, hers in zip(places, figures, strict=True)
    ]


def _too_much() -> list[int]:
    return split(FUNDS_TOTAL - sum(FUNDS.values()), [1] * WRONG_TOTALS)


def all_sheets() -> list[NetworkSheet]:
    """The sheets of all three years: 902."""
    return [sheet for year in YEARS for sheet in sheets_of(year)]


def write_sheets(folder: Path, sheets: Iterable[NetworkSheet]) -> list[Path]:
    """Write sheets as the files that the groups would bring."""
    files = []
    for sheet in sheets:
        file = folder / f"{sheet.day.year} {sheet.sender.village}.json"
        file.write_bytes(file_of(sheet)[0])
        files.append(file)
    return files


if __name__ == "__main__":
    write_sheets(Path(sys.argv[1]), all_sheets())
