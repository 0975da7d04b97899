"""The founding report's tables come out of 404 sheets as they are printed, and its errors too."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ledger.rules.network import Figure
from ledger.rules.network_checks import MoreThanThereCanBe, PartsMissTotal, problems_of
from ledger.statements.network_sums import Counted, printed, tenths
from ledger.statements.network_tables import (
    NetworkReport,
    PartsMissPrinted,
    ProvinceContradicts,
    Table,
    TableKey,
    network_report_of,
)
from tests.network_sheets import PROVINCES, Province, all_sheets, sheets_of

F = Figure


@pytest.fixture(scope="module")
def report() -> NetworkReport:
    return network_report_of(all_sheets())


def table(report: NetworkReport, key: TableKey) -> Table:
    return next(one for one in report.tables if one.key is key)


def columns(report: NetworkReport, key: TableKey, row: int) -> tuple[Sequence[int], int | None]:
    found = table(report, key).rows[row]
    return found.values, found.total


def shares(report: NetworkReport, key: TableKey) -> dict[str, tuple[int | None, int | None]]:
    return {row.name.value: (row.total, row.share) for row in table(report, key).rows}


def test_404_groups_and_their_provinces(report: NetworkReport) -> None:
    assert (report.groups, report.year, report.years) == (404, 2008, (2005, 2007, 2008))
    assert table(report, TableKey.VILLAGES).heads == tuple(p.name for p in PROVINCES)


def test_slide_7_villages_and_groups(report: NetworkReport) -> None:
    assert columns(report, TableKey.VILLAGES, 0) == ((353, 193, 228, 163, 250), 1_187)
    assert columns(report, TableKey.VILLAGES, 1) == ((281, 31, 33, 24, 35), 404)
    ratio = table(report, TableKey.VILLAGES).ratio
    assert ratio is not None
    assert ratio.total == 340, "34.0 %"
    assert ratio.values[0] == 796, "nearly 80 % in Vientiane"


def test_slide_8_people_and_members(report: NetworkReport) -> None:
    people = ((314_646, 49_639, 21_389, 13_561, 15_933), 415_168)
    assert columns(report, TableKey.MEMBERS, 0) == people
    assert columns(report, TableKey.MEMBERS, 1) == ((53_216, 5_213, 2_756, 2_618, 2_139), 65_942)
    ratio = table(report, TableKey.MEMBERS).ratio
    assert ratio is not None
    assert (ratio.total, ratio.whole) == (160, True), "16 %"


def test_slide_9_households(report: NetworkReport) -> None:
    homes = ((74_936, 8_193, 31_071, 2_872, 4_390), 121_462)
    assert columns(report, TableKey.HOUSEHOLDS, 0) == homes
    theirs = ((30_516, 3_334, 1_987, 2_165, 1_789), 39_791)
    assert columns(report, TableKey.HOUSEHOLDS, 1) == theirs
    ratio = table(report, TableKey.HOUSEHOLDS).ratio
    assert ratio is not None
    assert ratio.total == 330, "33 %"
    assert ratio.values[3] == 750, "75 % in Bokeo"


def test_slide_10_three_decembers(report: NetworkReport) -> None:
    growth = table(report, TableKey.GROWTH)
    assert growth.heads == ("2005", "2007", "2008")
    assert {row.name: row.values for row in growth.rows} == {
        Counted.GROUPS: (124, 374, 404),
        F.MEMBERS: (15_213, 51_430, 65_942),
        F.SAVINGS: (8_336, 36_510, 40_561),
        F.TOTAL_FUND: (10_789, 44_380, 70_869),
    }


def test_slide_11_loans_by_purpose(report: NetworkReport) -> None:
    assert shares(report, TableKey.LOANS) == {
        "loans_agriculture": (12_672, 519),
        "loans_trading": (5_727, 234),
        "loans_handicraft": (1_798, 74),
        "loans_illness": (1_584, 65),
        "loans_other": (2_648, 108),
        "loans": (24_429, None),
    }


def test_slide_12_kip_by_purpose(report: NetworkReport) -> None:
    assert shares(report, TableKey.LENT) == {
        "lent_agriculture": (25_265, 457),
        "lent_trading": (18_728, 339),
        "lent_handicraft": (3_424, 62),
        "lent_illness": (2_165, 39),
        "lent_other": (5_703, 103),
        "lent": (55_287, None),
    }


def test_slide_13_funds_out_of_the_profit(report: NetworkReport) -> None:
    assert shares(report, TableKey.FUNDS) == {
        "profit_welfare": (1_837, 434),
        "profit_reserve": (1_596, 376),
        "profit_development": (467, 110),
        "profit_study_visit": (339, 80),
        "profit_funds": (4_242, None),
    }


def test_slides_14_15_and_21(report: NetworkReport) -> None:
    totals = {
        row.name: row.total
        for key in (TableKey.HELP, TableKey.WELFARE, TableKey.LEADERS)
        for row in table(report, key).rows
    }
    assert totals == {
        F.GREEN_RICE_CASES: 16_834,
        F.GREEN_RICE_LENT: 33_488,
        F.EMERGENCY_CASES: 694,
        F.EMERGENCY_LENT: 1_095,
        Counted.DISTRICTS: 16,
        Counted.WELFARE_DISTRICTS: 15,
        F.WELFARE_MEMBERS: 17_310,
        F.WELFARE_FUND: 1_837,
        F.LEADERS_GROUP: 1_726,
        F.LEADERS_ZONE: 143,
        F.LEADERS_DISTRICT: 241,
    }


def test_the_reports_wrong_sums_are_named(report: NetworkReport) -> None:
    sums = [note for note in report.notes if isinstance(note, PartsMissPrinted)]
    assert sums == [
        PartsMissPrinted(whole=F.LENT, parts=55_285, total=55_287, exact=True),
        PartsMissPrinted(whole=F.PROFIT_FUNDS, parts=4_239, total=4_242, exact=False),
    ]


def test_more_households_than_people_in_luang_prabang_are_named(report: NetworkReport) -> None:
    about = [note for note in report.notes if isinstance(note, ProvinceContradicts)]
    luang_prabang = MoreThanThereCanBe(F.HOUSEHOLDS, 31_071, F.POPULATION, 21_389)
    assert ProvinceContradicts(PROVINCES[2].name, luang_prabang) in about
    assert {(note.province, type(note.problem)) for note in about} == {
        (PROVINCES[0].name, PartsMissTotal),
        (PROVINCES[2].name, MoreThanThereCanBe),
    }


def test_the_sheets_that_make_them_wrong_are_known() -> None:
    wrong = [sheet for sheet in all_sheets() if problems_of(sheet)]
    assert len(wrong) == 10 + 33
    assert {sheet.day.year for sheet in wrong} == {2008}


@pytest.mark.parametrize("province", PROVINCES, ids=lambda p: p.name)
def test_every_kip_of_a_provinces_sheets_is_in_its_sums(province: Province) -> None:
    theirs = [s for s in sheets_of(2008) if s.sender.province == province.name]
    for one in network_report_of(theirs).tables:
        for row in one.rows:
            if isinstance(row.name, Figure):
                exact = sum(sheet[row.name] for sheet in theirs)
                assert row.values == (printed(row.name, exact),)


def test_an_earlier_year_can_be_asked_for() -> None:
    report = network_report_of(all_sheets(), 2007)
    assert (report.year, report.groups) == (2007, 374)
    assert table(report, TableKey.GROWTH).heads == ("2005", "2007", "2008")


@pytest.mark.parametrize("year", [None, 2008])
def test_nothing_of_a_year_is_no_report(year: int | None) -> None:
    with pytest.raises(ValueError, match="no sheet"):
        network_report_of([], year)


def test_another_fund_stands_in_its_own_row_only_where_there_is_one() -> None:
    sheet = sheets_of(2005)[0]
    more = {F.PROFIT_OTHER: 5_000_000, F.PROFIT_FUNDS: 5_000_000}
    report = network_report_of([replace(sheet, figures={**sheet.figures, **more})])
    row = table(report, TableKey.FUNDS).rows[-2]
    assert (row.name, row.total, row.share) == (F.PROFIT_OTHER, 5, 1_000)


def test_parts_of_nothing() -> None:
    assert tenths(5, 0) is None
    assert tenths(1, 3) == 333
    assert tenths(2, 3, step=10) == 670
    assert printed(F.SAVINGS, 1_499_999) == 1
    assert printed(F.SAVINGS, 1_500_000) == 2
    assert printed(Counted.GROUPS, 1_500_000) == 1_500_000
