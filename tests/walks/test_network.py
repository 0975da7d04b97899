"""The network from the Lao window and from the command line: a sheet goes out, many come in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ledger.rules.network import Figure
from ledger.statements.network_file import read_file
from tests.closings import KEEPER, NOON, a_year
from tests.network_sheets import all_sheets, write_sheets
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, let_go, press, type_line
from tests.walks.commands import Commands
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.books.screen import BooksScreen
from ui.screens.network.many import NetworkScreen
from ui.screens.network.sheet import NetworkSheetScreen
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window

F = Figure
ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    yield
    let_go()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    file = tmp_path / "village.book"
    a_year(file).close()
    desk = Desk(open_words("lo"), clock=lambda: NOON, settings=Settings(tmp_path / "settings.ini"))
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    assert desk.open(file)
    desk.sign_in(KEEPER)
    keep(qtbot, window)
    yield window
    desk.close()


def _save_as(out: Path) -> None:
    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(out))
        press(line, ENTER)

    when_asked(QFileDialog, answer)


def test_a_sheet_goes_out_by_the_window(window: Window, tmp_path: Path) -> None:
    window.go("books")
    books = window.page()
    assert isinstance(books, BooksScreen)
    click(books.network)
    page = window.page()
    assert isinstance(page, NetworkSheetScreen)
    typed = {
        F.VILLAGES: "1",
        F.POPULATION: "໕໐໐",
        F.HOUSEHOLDS: "90",
        F.GREEN_RICE_CASES: "0",
        F.GREEN_RICE_LENT: "0",
        F.LEADERS_ZONE: "0",
        F.LEADERS_DISTRICT: "0",
    }
    for figure, text in typed.items():
        type_line(page.form.lines[figure], text)
    out = tmp_path / "sheet.json"
    _save_as(out)
    press(page.save, ENTER)
    read = read_file(out.read_bytes())
    assert read.code in page.banner.text()
    # Every figure opens what it is added up from.
    page.stand_on(F.MEMBERS_WOMEN)
    press(page.table, ENTER)
    press(page.behind.table, ENTER)
    assert window.place() == "member"


def test_many_sheets_come_in_by_the_window(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    write_sheets(folder, all_sheets())
    window.go("network_sheet")
    page = window.page()
    assert isinstance(page, NetworkSheetScreen)
    click(page.many)
    page = window.page()
    assert isinstance(page, NetworkScreen)
    page.read(folder)
    qtbot.waitUntil(lambda: not page.is_reading(), timeout=60_000)
    page.list.setCurrentRow(6)
    assert [cell.text for cell in page.grid.rows()[-1].cells][1:5] == [
        "43.4%",
        "37.6%",
        "11.0%",
        "8.0%",
    ]
    out = tmp_path / "network.xlsx"
    _save_as(out)
    press(page.save_table, ENTER)
    assert out.read_bytes().startswith(b"PK")


def test_by_the_command_line(run: Commands, tmp_path: Path) -> None:
    book = tmp_path / "village.book"
    a_year(book).close()
    out = tmp_path / "sheet.json"
    status, _, err = run.try_to("network-sheet", book, "--out", out, "--today", "2027-01-20")
    assert status == 1
    assert "Villages the group is for" in err
    assert not out.exists()
    typed = ["villages=1", "population=500", "households=90", "green_rice_cases=0"]
    typed += ["green_rice_lent=0", "leaders_zone=0", "leaders_district=0"]
    given = [word for text in typed for word in ("--figure", text)]
    said = run.run("network-sheet", book, "--out", out, *given, "--today", "2027-01-20")
    code = json.loads(out.read_text(encoding="utf-8"))["code"]
    assert code in said
    assert code == read_file(out.read_bytes()).code
    # What was typed is kept: the paper needs no figure any more.
    paper = tmp_path / "sheet.pdf"
    assert code in run.run("network-sheet", book, "--out", paper, "--today", "2027-01-20")
    assert paper.read_bytes().startswith(b"%PDF")
    rows = {row["figure"]: row for row in run.figures(book, "network-sheet")}
    assert rows["members"]["value"] == read_file(out.read_bytes()).sheet[F.MEMBERS]
    assert rows["members_women"]["entries"] == rows["members_women"]["value"]


@pytest.mark.parametrize(
    "figure", ["members=3", "unknown=3", "villages=", "villages=-1", "villages=x"]
)
def test_a_figure_that_cannot_be_typed(run: Commands, tmp_path: Path, figure: str) -> None:
    book = tmp_path / "village.book"
    a_year(book).close()
    out = tmp_path / "sheet.json"
    status, said, err = run.try_to("network-sheet", book, "--out", out, "--figure", figure)
    assert (status, said) == (1, "")
    assert err
    assert not out.exists()


def test_the_founding_report_by_the_command_line(run: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    files = write_sheets(folder, all_sheets())
    (folder / "copy of the first.json").write_bytes(files[0].read_bytes())
    raw = files[1].read_bytes()
    files[1].write_bytes(raw.replace(b'"members_women": ', b'"members_women": 1'))
    (folder / "letter.txt").write_text("ສະບາຍດີ", encoding="utf-8")
    said = run.run("network", folder)
    assert "65,942" in said
    assert "55,285" in said
    left_out = said[said.index("Left out") :]
    assert files[0].name in left_out
    assert files[1].name in left_out
    assert "letter.txt" in left_out
    for name in ("network.pdf", "network.xlsx"):
        run.run("network", folder, "--out", tmp_path / name, "--year", 2008)
        assert (tmp_path / name).stat().st_size > 5_000
    early = run.run("network", folder, "--year", "2007")
    assert "374" in early


def test_what_cannot_be_done_is_said(run: Commands, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for words in (
        ("network", tmp_path / "gone"),
        ("network", empty),
        ("network", tmp_path / "gone", "--out", "x.doc"),
    ):
        status, said, err = run.try_to(*words)
        assert (status, said) == (1, "")
        assert err
    write_sheets(empty, all_sheets()[:2])
    status, _, err = run.try_to("network", empty, "--out", tmp_path / "x.doc")
    assert status == 1
    assert "x.doc" in err
    assert run.try_to("network", empty, "--year", "1999")[0] == 1
