"""The group's own spreadsheet comes in, in Lao, and every list goes out again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import SAVINGS
from tests.ui.hands import click, press
from tests.ui.test_bringing_files import spreadsheet
from tests.villages import KHAM, RULES
from tests.walks.commands import Commands
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.books import saving
from ui.screens.books.screen import BooksScreen
from ui.screens.bringing import screen as bringing
from ui.screens.bringing.screen import BringInScreen
from ui.screens.members.list import MembersScreen

MONTHS: list[list[Any]] = [
    ["ເລກທີ", "ຊື່", "ມັງກອນ 2569", "ກຸມພາ 2569"],
    ["໐໐໑", "ຄຳຫຼ້າ", "໑໐.໐໐໐", 20_000],
    ["003", "ນ້ອຍ", "15,000", "xx"],
]
"""Lao figures, both marks between thousands, Buddhist years, and one cell that is no amount."""
NEW: list[list[Any]] = [
    ["ເລກທີ", "ຊື່ ແລະ ນາມສະກຸນ", "ເພດ"],
    ["0101", "ໃໝ່ ໜຶ່ງ", "ຍ"],
    ["0102", "ໃໝ່ ສອງ", "ຊ"],
]
TODAY = date(2026, 3, 5)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    days = Days()
    days.go_to(TODAY)
    yield from a_desk(tmp_path, qapp, days, RULES)


def test_past_months_and_members_come_in_and_lists_go_out(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qtbot, desk)
    hands.window.go("members")
    click(hands.page(MembersScreen).bring_in)
    page = hands.page(BringInScreen)
    before = desk.book.savings()[KHAM.id]

    # One cell is wrong: it is named, and nothing of the file can be written.
    monkeypatch.setattr(bringing, "ask_file", lambda *_: spreadsheet(tmp_path / "a.xlsx", MONTHS))
    click(page.choose)
    assert [problem.cell for problem in page.wrong.rows()] == ["D3"]
    assert not page.write_all.isEnabled()
    mended = [*MONTHS[:2], ["003", "ນ້ອຍ", "15,000", 10_000]]
    monkeypatch.setattr(bringing, "ask_file", lambda *_: spreadsheet(tmp_path / "b.xlsx", mended))
    click(page.choose)
    assert page.wrong.rows() == ()
    assert desk.book.savings()[KHAM.id] == before  # Shown, and not yet written.
    press(page.write_all, Qt.Key.Key_Return)
    assert desk.book.savings()[KHAM.id] == before + 30_000
    assert desk.book.balances()[SAVINGS] == 2_500_000 + 55_000

    monkeypatch.setattr(bringing, "ask_file", lambda *_: spreadsheet(tmp_path / "c.xlsx", NEW))
    click(page.choose)
    press(page.write_all, Qt.Key.Key_Return)
    assert {m.number for m in desk.book.members()} >= {"0101", "0102"}

    hands.window.go("books")
    out = tmp_path / "ລາຍການ.xlsx"
    monkeypatch.setattr(saving, "ask_place", lambda *_: out)
    click(hands.page(BooksScreen).save)
    workbook = load_workbook(out)
    texts = {cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert {"0101", "ໃໝ່ ສອງ"} <= texts
    assert desk.book.check() == ()


def test_by_command(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file, commands, today = at_the_line(desk, monkeypatch), Commands(capsys), ("--today", TODAY)
    wrong = spreadsheet(tmp_path / "a.xlsx", MONTHS)
    status, _, said = commands.try_to("bring", file, wrong, *today)
    assert status == 1
    assert "D3" in said
    right = spreadsheet(tmp_path / "b.xlsx", [*MONTHS[:2], ["003", "ນ້ອຍ", "15,000", 10_000]])
    commands.run("bring", file, right, "--trial", *today)
    saved = {row["number"]: row["savings"] for row in commands.figures(file, "members", *today)}
    assert saved["001"] == 500_000
    commands.run("bring", file, right, *today)
    commands.run("bring", file, spreadsheet(tmp_path / "c.xlsx", NEW), *today)
    saved = {row["number"]: row["savings"] for row in commands.figures(file, "members", *today)}
    assert (saved["001"], saved["003"], saved["0101"]) == (530_000, 525_000, 0)
    out = tmp_path / "lists"
    commands.run("export", file, "--out", out, *today)
    assert all(one.read_bytes().startswith(b"\xef\xbb\xbf") for one in out.iterdir())
    commands.run("check", file)
