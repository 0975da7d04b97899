"""A group's own spreadsheet comes in through the window: looked through, put right, written."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, click_cell, heard, keep, press
from tests.ui.test_bringing import MONTHS
from tests.ui.test_bringing_files import spreadsheet
from tests.villages import KHAM, NOY
from ui.bringing.fields import Field
from ui.desk import Desk
from ui.screens.bringing import screen
from ui.screens.bringing.asking import file_dialog
from ui.screens.bringing.screen import BringInScreen
from ui.screens.members.list import MembersScreen

NEW: list[list[Any]] = [
    ["ເລກທີ", "ຊື່", "ເພດ", "ຄຳເຫັນ"],
    ["101", "ໃໝ່ ໜຶ່ງ", "ຍ", "12"],
    ["102", "ໃໝ່ ສອງ", "ຊ", "7"],
]


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> BringInScreen:
    village.speak("lo")
    page = BringInScreen(village)
    keep(qtbot, page)
    return page


def choose(page: BringInScreen, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog's answer; everything else is clicked."""
    monkeypatch.setattr(screen, "ask_file", lambda *_: file)
    click(page.choose)


def test_the_register_has_the_way_here(qtbot: QtBot, village: Desk) -> None:
    members = MembersScreen(village)
    keep(qtbot, members)
    asked = heard(members.go)
    click(members.bring_in)
    assert asked == [("bring_in", None)]


def test_new_members_are_looked_through_and_entered(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.write_all.isVisible()
    choose(page, spreadsheet(tmp_path / "new.xlsx", NEW), monkeypatch)
    assert [line.cell(1) for line in page.lines.rows()] == ["ໃໝ່ ໜຶ່ງ", "ໃໝ່ ສອງ"]
    assert page.write_all.isEnabled()
    assert "2" in page.write_all.text()
    press(page.write_all, Qt.Key.Key_Return)
    named = {m.number: m.name for m in page.book.members()}
    assert (named["101"], named["102"]) == ("ໃໝ່ ໜຶ່ງ", "ໃໝ່ ສອງ")
    assert page.nothing.isVisible()
    assert "2" in page.banner.text()


def test_a_column_is_set_right_by_hand(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, spreadsheet(tmp_path / "new.xlsx", NEW), monkeypatch)
    click_cell(page.rows_table, page.lines.index(0, 4))
    assert page.column.value() == 3
    assert page.field.value() is None
    page.field.setFocus()
    wanted = page.field.findText(page.words.say("Household"))
    for _ in range(wanted - page.field.currentIndex()):
        press(page.field, Qt.Key.Key_Down)
    assert page.field.value() is Field.HOUSEHOLD
    click(page.write_all)
    assert {m.household for m in page.book.members() if m.number.startswith("10")} == {"12", "7"}


def test_what_is_wrong_is_listed_and_nothing_can_be_written(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [*NEW, ["103", "", "ໝາ", ""]]
    choose(page, spreadsheet(tmp_path / "new.xlsx", rows), monkeypatch)
    assert [problem.cell for problem in page.wrong.rows()] == ["B4", "C4"]
    assert page.problems.isVisible()
    assert not page.write_all.isEnabled()
    click(page.write_all)
    assert len(page.book.members()) == 7


def test_past_months_are_tried_against_the_rules_first(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [*MONTHS, ["3", "", "", 500, ""]]
    choose(page, spreadsheet(tmp_path / "bad.xlsx", bad), monkeypatch)
    assert [problem.cell for problem in page.wrong.rows()] == ["D4"]
    assert not page.write_all.isEnabled()
    before = page.book.savings()
    choose(page, spreadsheet(tmp_path / "good.xlsx", MONTHS), monkeypatch)
    assert page.wrong.rows() == ()
    assert page.book.savings() == before
    click(page.write_all)
    assert page.book.savings()[KHAM.id] == before[KHAM.id] + 30_000
    assert page.book.savings()[NOY.id] == before[NOY.id] + 45_000


def test_a_file_that_is_no_table_is_refused_in_place(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "old.xls"
    file.write_bytes(b"\xd0\xcf")
    choose(page, file, monkeypatch)
    assert "old.xls" in page.banner.text()
    assert page.nothing.isVisible()


def test_another_sheet_can_be_taken(
    page: BringInScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = spreadsheet(tmp_path / "two.xlsx", [["ບໍ່ມີຫຍັງ"]])
    book = load_workbook(file)
    second = book.create_sheet("ສະມາຊິກ")
    for row in NEW:
        second.append(row)
    book.save(file)
    choose(page, file, monkeypatch)
    assert not page.write_all.isEnabled()
    page.sheets.setFocus()
    press(page.sheets, Qt.Key.Key_Down)
    assert page.write_all.isEnabled()


def test_the_dialog_is_our_own_and_speaks_our_words(page: BringInScreen) -> None:
    dialog = file_dialog(page, page.words)
    assert dialog.windowTitle() == page.words.say("Choose a file")
    dialog.deleteLater()
