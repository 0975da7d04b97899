"""The whole book goes out as lists: amounts are numbers, and no text is ever run as a formula."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from ledger.actions.members import change_member
from ledger.actions.record import record_day
from ledger.rules.lines import Deposit, Spent
from reports.lists import Field, Listing, members_list
from reports.workbook import write_workbook
from tests.ui.hands import click, keep
from tests.villages import COSTS, DAY, KHAM, TODAY
from tests.walks.commands import Commands
from translations import MoneyFormat, Words, open_words
from ui.bringing.columns import guess
from ui.bringing.people import read_people
from ui.bringing.tables import read_tables
from ui.desk import Desk
from ui.screens.books import saving
from ui.screens.books.screen import BooksScreen

EVIL = '=HYPERLINK("http://evil","x")'


@pytest.fixture
def busy(village: Desk) -> Desk:
    lines = (Deposit(KHAM.id, 20_000), Spent(COSTS, 5_000, EVIL))
    village.speak("lo")
    assert village.do(lambda b, who: record_day(b, who, day=DAY, lines=lines, today=TODAY))
    named = replace(village.book.member(KHAM.id), name="=1+1", household="#N/A")
    assert village.do(lambda b, who: change_member(b, who, member=named))
    return village


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


def cells(file: Path) -> list[tuple[str, object, str]]:
    book = load_workbook(file)
    return [(s.title, c.value, c.data_type) for s in book for row in s.iter_rows() for c in row]


def test_a_spreadsheet_by_command_has_every_list(
    commands: Commands, busy: Desk, tmp_path: Path
) -> None:
    book, out = busy.book.path, tmp_path / "all.xlsx"
    busy.close()
    commands.run("--language", "lo", "export", book, "--out", out, "--today", "2026-04-20")
    found = cells(out)
    assert len({sheet for sheet, _, _ in found}) == 6
    assert [kind for _, _, kind in found if kind == "f"] == []
    texts = {value for _, value, kind in found if kind == "s"}
    assert {"=1+1", "#N/A", EVIL} <= texts
    assert 520_000 in {value for _, value, kind in found if kind == "n"}


def test_csv_files_in_a_folder(commands: Commands, busy: Desk, tmp_path: Path) -> None:
    book, out = busy.book.path, tmp_path / "lists"
    busy.close()
    commands.run("export", book, "--out", out, "--today", "2026-04-20")
    files = sorted(out.iterdir())
    assert len(files) == 6
    for file in files:
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        for row in csv.reader(content.decode("utf-8-sig").splitlines()):
            assert [cell for cell in row if cell.startswith(("=", "+", "@"))] == []


def test_the_window_saves_it_where_one_wants(
    qtbot: QtBot, busy: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = BooksScreen(busy)
    keep(qtbot, page)
    out = tmp_path / "ບັນຊີ.xlsx"
    monkeypatch.setattr(saving, "ask_place", lambda *_: None)
    click(page.save)
    assert not out.exists()
    monkeypatch.setattr(saving, "ask_place", lambda *_: out)
    click(page.save)
    assert "ບັນຊີ.xlsx" in page.banner.text()
    assert len(load_workbook(out).sheetnames) == 6
    monkeypatch.setattr(saving, "ask_place", lambda *_: tmp_path / "none" / "x.xlsx")
    click(page.save)
    assert page.banner.text()
    assert not (tmp_path / "none").exists()


def test_satang_are_numbers_too(tmp_path: Path) -> None:
    baht = open_words("en", MoneyFormat(decimals=2, currency="THB"))
    listing = Listing((Field("x", "X", money=True), Field("y", "Y")), ((12_345, "[a]"), (None, "")))
    write_workbook([("a/b:c?*[]" * 9, listing)], baht, tmp_path / "b.xlsx")
    sheet = load_workbook(tmp_path / "b.xlsx").worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].number_format) == (123.45, "#,##0.00")


def test_what_went_out_can_come_in_again(village: Desk, tmp_path: Path, words: Words) -> None:
    out = tmp_path / "all.xlsx"
    village.speak("lo")
    members = village.book.members_balances(TODAY)
    write_workbook([("x", members_list(members, village.words))], village.words, out)
    (table,) = read_tables(out)
    found = read_people(table, guess(table), words, begin=TODAY)
    assert found.problems == ()
    assert [p.member.name for p in found.persons] == [m.member.name for m in members]
    assert [p.savings for p in found.persons] == [m.savings for m in members]
