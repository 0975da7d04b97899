"""The network's two pages: the group's own sheet, and the tables of many groups' sheets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ledger.actions.network import keep_network_figures
from ledger.actions.record import record_day
from ledger.rules.lines import FundGift, SeedMoney
from ledger.rules.network import TYPED, Figure
from ledger.rules.network_checks import FigureNotTypable, problems_of
from ledger.rules.people import Role
from ledger.statements.network_file import file_of, read_file
from tests.cut import hidden_columns
from tests.network_sheets import all_sheets, sheets_of, write_sheets
from tests.ui.asked import when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import KHAM, TODAY, WELFARE, actor
from translations import LANGUAGES
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.explaining import explain
from ui.screens.network import many as many_page
from ui.screens.network import sheet as sheet_page
from ui.screens.network.groups import GroupsDialog
from ui.screens.network.many import NetworkScreen
from ui.screens.network.sheet import NetworkSheetScreen
from ui.screens.papers.saving import ask_folder

F = Figure
ENTER = Qt.Key.Key_Return
TYPED_FOR_IT = {
    F.VILLAGES: "1",
    F.POPULATION: "໔໐໐",
    F.HOUSEHOLDS: "80",
    F.GREEN_RICE_CASES: "0",
    F.GREEN_RICE_LENT: "0",
    F.LEADERS_ZONE: "1",
    F.LEADERS_DISTRICT: "0",
}


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> NetworkSheetScreen:
    village.speak("lo")
    lines = (FundGift(WELFARE, 9_000), SeedMoney(5_000))
    assert village.do(lambda b, who: record_day(b, who, day=TODAY, lines=lines, today=TODAY))
    page = NetworkSheetScreen(village)
    page.resize(1200, 620)
    keep(qtbot, page)
    return page


def fill(page: NetworkSheetScreen) -> None:
    for figure, text in TYPED_FOR_IT.items():
        type_line(page.form.lines[figure], text)


class TestSheet:
    def test_reached_from_the_books(self, qtbot: QtBot, village: Desk) -> None:
        books = BooksScreen(village)
        keep(qtbot, books)
        wanted = heard(books.go)
        click(books.network)
        assert wanted == [("network_sheet", None)]

    def test_what_is_typed_is_kept_for_the_next_time(self, page: NetworkSheetScreen) -> None:
        fill(page)
        assert page.book.typed_figures()[F.POPULATION] == 400
        assert problems_of(page.book.network_sheet(TODAY).sheet) == ()
        again = NetworkSheetScreen(page.desk)
        again.refresh()
        assert again.form.lines[F.POPULATION].value() == 400

    def test_what_is_wrong_is_said_where_it_is_and_nothing_goes_out(
        self, page: NetworkSheetScreen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[object] = []
        monkeypatch.setattr(sheet_page, "ask_place", lambda *given: asked.append(given))
        fill(page)
        type_line(page.form.lines[F.HOUSEHOLDS], "401")
        press(page.save, ENTER)
        assert asked == []
        assert page.chosen() is F.HOUSEHOLDS
        assert "401" in page.behind.problem.text()
        assert "401" in page.banner.text()

    def test_the_file_for_the_stick_and_its_code(
        self, page: NetworkSheetScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(page)
        out = tmp_path / "sheet.json"
        monkeypatch.setattr(sheet_page, "ask_place", lambda *_: out)
        press(page.save, ENTER)
        read = read_file(out.read_bytes())
        assert read.code in page.banner.text()
        assert read.sheet[F.MEMBERS] == 6
        assert KHAM.name not in out.read_text(encoding="utf-8")

    def test_the_paper(
        self, page: NetworkSheetScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "sheet.pdf"
        monkeypatch.setattr(sheet_page, "ask_place", lambda *_: out)
        press(page.save_paper, ENTER)
        assert not out.exists(), "nothing is printed while something is missing"
        fill(page)
        press(page.save_paper, ENTER)
        assert out.read_bytes().startswith(b"%PDF")

    def test_a_folder_that_is_gone_is_said(
        self, page: NetworkSheetScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(page)
        monkeypatch.setattr(sheet_page, "ask_place", lambda *_: tmp_path / "gone" / "x")
        for button in (page.save, page.save_paper):
            page.banner.clear()
            press(button, ENTER)
            assert page.banner.text()

    def test_nobody_asked_on(
        self, page: NetworkSheetScreen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(page)
        monkeypatch.setattr(sheet_page, "ask_place", lambda *_: None)
        press(page.save, ENTER)
        press(page.save_paper, ENTER)
        assert page.banner.text() == ""

    def test_the_thing_behind_a_figure_is_one_key_away(self, page: NetworkSheetScreen) -> None:
        wanted = heard(page.go)
        for figure in (F.MEMBERS_WOMEN, F.FUND_MONEY, F.OWN_MONEY, F.LEADERS_GROUP):
            page.stand_on(figure)
            press(page.table, ENTER)
            press(page.behind.table, ENTER)
        assert wanted == [("member", KHAM.id), ("fund", WELFARE), ("books", At(Leaf.TRIAL))]

    def test_a_total_leads_to_its_parts(self, page: NetworkSheetScreen) -> None:
        page.stand_on(F.TOTAL_FUND)
        press(page.table, ENTER)
        press(page.behind.table, Qt.Key.Key_Down, ENTER)
        assert page.chosen() is F.FUND_MONEY

    def test_as_of_an_earlier_day(self, page: NetworkSheetScreen) -> None:
        type_line(page.day, "01/02/2026")
        values = {row.figure: row.value for row in page.model.rows()}
        assert values[F.MEMBERS] == 5
        assert values[F.FUND_MONEY] == 0

    def test_whoever_may_not_write_keeps_nothing(self, page: NetworkSheetScreen) -> None:
        page.desk.sign_in(actor(Role.AUDITOR))
        type_line(page.form.lines[F.VILLAGES], "7")
        assert page.book.typed_figures() == {}
        assert page.banner.text()

    def test_only_typed_figures_are_kept(self, page: NetworkSheetScreen) -> None:
        with pytest.raises(FigureNotTypable):
            keep_network_figures(page.book, actor(), figures={F.MEMBERS: 1})
        assert page.book.draft("network_sheet") is None
        keep_network_figures(page.book, actor(), figures={F.VILLAGES: 3})
        assert json.loads(page.book.draft("network_sheet") or "") == {"villages": 3}
        assert set(page.book.typed_figures()) <= set(TYPED)


@pytest.fixture
def many(qtbot: QtBot, village: Desk, tmp_path: Path) -> Iterator[NetworkScreen]:
    village.speak("lo")
    many = NetworkScreen(village)
    many.resize(1200, 620)
    keep(qtbot, many)
    yield many
    many.may_leave()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ໃບລາຍງານ"
    folder.mkdir()
    return folder


def read(qtbot: QtBot, many: NetworkScreen, folder: Path) -> None:
    many.read(folder)
    qtbot.waitUntil(lambda: not many.is_reading(), timeout=30_000)


class TestMany:
    def test_the_founding_reports_tables(
        self, qtbot: QtBot, many: NetworkScreen, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_sheets(folder, all_sheets())
        monkeypatch.setattr(many_page, "ask_folder", lambda *_: folder)
        click(many.empty._button)
        qtbot.waitUntil(lambda: not many.is_reading(), timeout=30_000)
        assert many.year.value() == 2008
        shown = {}
        for row in range(many.list.count() - 1):
            many.list.setCurrentRow(row)
            shown[row] = [cell.text for cell in many.grid.rows()[-1].cells[1:]]
        assert shown[0] == ["1,187", "404", "34.0%"]
        assert shown[3] == ["404", "65,942", "40,561", "70,869"]
        assert shown[5][:5] == ["45.7%", "33.9%", "6.2%", "3.9%", "10.3%"]
        assert shown[6][:4] == ["43.4%", "37.6%", "11.0%", "8.0%"]
        many.list.setCurrentRow(many.list.count() - 1)
        press(many.remarks, Qt.Key.Key_Down, Qt.Key.Key_Down)
        assert "55,285" in many.whole.text()
        assert "55,287" in many.whole.text()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_column_of_the_tables_is_in_sight(
        self, qtbot: QtBot, dressed: QApplication, many: NetworkScreen, folder: Path, language: str
    ) -> None:
        many.desk.speak(language)
        many.look_again()
        write_sheets(folder, sheets_of(2008)[:6])
        read(qtbot, many, folder)
        # As wide as the page is on a laptop of 1366 points.
        many.resize(1209, 620)
        many.show()
        for row in range(many.list.count() - 1):
            many.list.setCurrentRow(row)
            dressed.processEvents()
            assert [*hidden_columns(many)] == []

    def test_f1_shows_the_groups_behind_a_figure(
        self, qtbot: QtBot, many: NetworkScreen, folder: Path
    ) -> None:
        write_sheets(folder, sheets_of(2005)[:4])
        read(qtbot, many, folder)
        assert many.explained() is None, "no figure is chosen"
        many.list.setCurrentRow(1)
        many.table.setCurrentIndex(many.grid.index(0, 0))
        assert many.explained() is None, "a name is no figure"
        many.table.setCurrentIndex(many.grid.index(0, 2))
        groups = explain(many, many.desk, many, "network")
        assert isinstance(groups, GroupsDialog)
        shown = many.grid.rows()[0].cells[2]
        assert sum(row.amount for row in groups.model.rows()) == shown.number
        assert shown.text in groups.amount.text()
        click(groups.close_it)
        assert groups.isHidden()

    def test_another_year(self, qtbot: QtBot, many: NetworkScreen, folder: Path) -> None:
        write_sheets(folder, [*sheets_of(2005)[:3], *sheets_of(2007)[:4]])
        read(qtbot, many, folder)
        many.year.chosen.emit(2005)
        assert many.report is not None
        assert many.report.groups == 3

    def test_bad_files_are_named(self, qtbot: QtBot, many: NetworkScreen, folder: Path) -> None:
        good = sheets_of(2005)[0]
        write_sheets(folder, [good])
        (folder / "copy.json").write_bytes(file_of(good)[0])
        (folder / "letter.docx").write_bytes(b"PK\x03\x04")
        (folder / ".hidden").write_bytes(b"")
        (folder / "inside").mkdir()
        read(qtbot, many, folder)
        assert [row.name for row in many.files.rows()] == ["copy.json", "letter.docx"]

    def test_nothing_that_counts(self, qtbot: QtBot, many: NetworkScreen, folder: Path) -> None:
        (folder / "a.json").write_bytes(b"{}")
        read(qtbot, many, folder)
        assert folder.name in many.banner.text()
        assert [row.name for row in many.files.rows()] == ["a.json"]
        assert not many.save_table.isEnabled()

    def test_a_folder_that_is_not_there(
        self, qtbot: QtBot, many: NetworkScreen, folder: Path
    ) -> None:
        read(qtbot, many, folder / "gone")
        assert "gone" in many.banner.text()

    def test_stopped(self, many: NetworkScreen, folder: Path) -> None:
        write_sheets(folder, sheets_of(2005))
        many.read(folder)
        click(many.reading.button)
        assert not many.is_reading()
        assert many.report is None
        assert many.empty.isVisible()

    def test_the_code_that_was_read_out(
        self, qtbot: QtBot, many: NetworkScreen, folder: Path
    ) -> None:
        sheets = sheets_of(2005)[:2]
        write_sheets(folder, sheets)
        read(qtbot, many, folder)
        code = file_of(sheets[1])[1]
        type_letters(many.code.line, code.lower().replace("-", " "))
        assert sheets[1].sender.name in many.code.hint_text()
        many.code.line.setText(code[:-1] + ("A" if code[-1] != "A" else "B"))
        assert many.code.problem_text()
        many.code.line.setText(file_of(sheets_of(2007)[0])[1])
        assert many.code.problem_text()
        many.code.line.clear()
        assert not many.code.problem_text()

    def test_saved_as_pdf_and_xlsx(
        self,
        qtbot: QtBot,
        many: NetworkScreen,
        folder: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        write_sheets(folder, sheets_of(2005)[:3])
        read(qtbot, many, folder)
        places = iter((tmp_path / "a.pdf", tmp_path / "a.xlsx", None, tmp_path / "no" / "a.pdf"))
        monkeypatch.setattr(many_page, "ask_place", lambda *_: next(places))
        press(many.save_paper, ENTER)
        press(many.save_table, ENTER)
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
        assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
        many.banner.clear()
        press(many.save_paper, ENTER)
        assert many.banner.text() == ""
        press(many.save_paper, ENTER)
        assert many.banner.text()

    def test_in_another_language(self, qtbot: QtBot, many: NetworkScreen, folder: Path) -> None:
        write_sheets(folder, sheets_of(2005)[:3])
        read(qtbot, many, folder)
        lao = many.list.item(0).text()
        many.desk.speak("th")
        assert many.list.item(0).text() != lao
        assert many.year.currentText() == "2548"


def test_the_folder_is_asked_for_in_our_own_words(qtbot: QtBot, village: Desk) -> None:
    seen: list[str] = []

    def look(dialog: QFileDialog) -> None:
        seen.append(dialog.labelText(QFileDialog.DialogLabel.Accept))
        dialog.reject()

    when_asked(QFileDialog, look)
    assert ask_folder(None, village.words, Path.cwd()) is None
    assert seen == [village.words.say("Choose the folder")]
