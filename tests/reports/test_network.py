"""The network's papers: the tables as PDF and XLSX, and the group's own sheet."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ledger.rules.network import Figure
from ledger.statements.network_file import file_of
from ledger.statements.network_tables import network_report_of
from reports.network import print_network
from reports.network_grid import grid_of
from reports.network_remarks import Remarks
from reports.network_sheet import print_network_sheet
from reports.network_xlsx import write_network_xlsx
from reports.troubles import PaperNotWritten
from tests.network_sheets import all_sheets, sheets_of
from tests.reports.pdfs import pages_of, text_of
from tests.villages import OFFICERS
from translations import LANGUAGES, open_words

DAY = date(2026, 4, 20)
REPORT = network_report_of(all_sheets())
REMARKS = Remarks(notes=("ບໍ່ລົງຕົວ",), doubtful=(("a.json", "=1+1"),), aside=(("=b.json", "bad"),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_on_paper(language: str, tmp_path: Path) -> None:
    out = tmp_path / "network.pdf"
    assert print_network(REPORT, REMARKS, open_words(language), out, printed=DAY) >= 3
    text = text_of(out)
    for printed in ("1,187", "34.0%", "65,942", "16%", "39,791", "33%", "70,869", "24,429"):
        assert printed in text
    for printed in ("51.9%", "55,287", "45.7%", "4,242", "43.4%", "37.6%", "a.json", "=b.json"):
        assert printed in text


def test_the_remarks_stand_below_their_heading(tmp_path: Path) -> None:
    out = tmp_path / "network.pdf"
    words = open_words("en")
    print_network(REPORT, REMARKS, words, out, printed=DAY)
    (page,) = [page for page in pages_of(out) if words.say("Left out") in page]
    assert words.say("Counted, but something in it cannot be true") in page
    assert "a.json" in page


def test_a_report_without_remarks(tmp_path: Path) -> None:
    out = tmp_path / "network.pdf"
    print_network(REPORT, Remarks(), open_words("en"), out, printed=DAY)
    assert "Left out" not in text_of(out)


def test_the_same_cells_everywhere() -> None:
    words = open_words("en")
    money = grid_of(REPORT.tables[5], words)
    assert money.title.endswith("(million kip)")
    assert money.heads[1] == "For agriculture"
    mixed = grid_of(REPORT.tables[3], words)
    assert mixed.heads[3] == "Savings (million kip)"
    assert [row.cells[0].text for row in mixed.rows] == ["2005", "2007", "2008"]
    assert [row.cells[0].text for row in grid_of(REPORT.tables[3], open_words("th")).rows] == [
        "2548",
        "2550",
        "2551",
    ]


def test_a_group_without_a_province() -> None:
    sheet = sheets_of(2005)[0]
    nowhere = replace(
        sheet,
        sender=replace(sheet.sender, province=""),
        figures={**sheet.figures, Figure.VILLAGES: 0},
    )
    grid = grid_of(network_report_of([nowhere]).tables[0], open_words("en"))
    assert [cell.text for cell in grid.rows[0].cells] == ["Not said", "0", "1", ""]


class TestSpreadsheet:
    def test_numbers_are_numbers_and_percents_are_percents(self, tmp_path: Path) -> None:
        out = tmp_path / "network.xlsx"
        sheets = sheets_of(2008)
        write_network_xlsx(REPORT, sheets, REMARKS, open_words("en"), out)
        book = openpyxl.load_workbook(out)
        tables, groups, remarks = book.worksheets
        values = [[cell.value for cell in row] for row in tables.iter_rows()]
        assert ["Total", 1187, 404, 0.34] in [row[:4] for row in values]
        assert ["Percent", 0.457, 0.339, 0.062, 0.039, 0.103] in [row[:6] for row in values]
        assert groups.max_row == 405
        heads = [cell.value for cell in groups[1]]
        column = heads.index("Lent in twelve months (kip)")
        lent = [row[column].value for row in groups.iter_rows(min_row=2)]
        assert sum(value for value in lent if isinstance(value, int)) == 55_287_000_000
        assert remarks["A1"].value == "ບໍ່ລົງຕົວ"

    def test_no_text_becomes_a_formula(self, tmp_path: Path) -> None:
        sheet = sheets_of(2005)[0]
        evil = replace(
            sheet,
            sender=replace(
                sheet.sender, name="=cmd|' /C calc'!A0", province="+1", district="@x", zone="#N/A"
            ),
        )
        out = tmp_path / "network.xlsx"
        report = network_report_of([evil])
        write_network_xlsx(report, [evil], REMARKS, open_words("lo"), out)
        for page in openpyxl.load_workbook(out).worksheets:
            for row in page.iter_rows():
                assert {cell.data_type for cell in row} <= {"s", "n", "inlineStr"}
        assert openpyxl.load_workbook(out).worksheets[1]["A2"].value == "=cmd|' /C calc'!A0"

    def test_the_old_one_stays_where_it_cannot_be_written(self, tmp_path: Path) -> None:
        with pytest.raises(PaperNotWritten):
            write_network_xlsx(REPORT, [], REMARKS, open_words("en"), tmp_path / "no" / "x.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_groups_sheet_on_paper(language: str, tmp_path: Path) -> None:
    sheet = replace(sheets_of(2008)[0], practice=True)
    code = file_of(sheet)[1]
    out = tmp_path / "sheet.pdf"
    words = open_words(language)
    print_network_sheet(sheet, code, words, out, officers=OFFICERS, printed=DAY)
    text = text_of(out)
    assert text.count(code) >= 2
    assert words.money(sheet[Figure.LENT]).replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert OFFICERS[2].name in text
    assert OFFICERS[3].name not in text, "three sign"
    assert words.say("How much") in pages_of(out)[-1], "not on a page on which nothing stands"
