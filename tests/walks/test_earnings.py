"""What the group spares its members, in Lao: the moneylender's rate is typed, and asked why."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.record import DayRecord, record
from ledger.book.book import Book
from ledger.rules.codec import to_plain
from ledger.rules.lines import LoanPaidOut, Repaid
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.transfers import LoanId
from tests.ui.asked import when_asked
from tests.ui.hands import click, press, type_line
from tests.ui.test_rules import line
from tests.villages import KHAM, NOY, OFFICERS, RICE, RULES, SOMPHONE, actor
from tests.walks.commands import Commands
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.screens.why import WhyDialog

JANUARY, TODAY = date(2026, 1, 5), date(2026, 4, 5)
LENT, INTEREST, LENDER = 1_000_000, 60_000, 600_000
"""Three months at 2 %, and what a moneylender takes of the same at 20 % (ninety days)."""


@pytest.fixture
def days() -> Days:
    days = Days()
    days.go_to(TODAY)
    return days


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    for desk in a_desk(tmp_path, qapp, days, RULES):
        lend(desk.book)
        yield desk


def lend(book: Book) -> None:
    """A million for rice in January, and its interest of three months paid today."""
    request = LoanRequest(KHAM.id, JANUARY, LENT, "agriculture", RICE, 12, (NOY.id, SOMPHONE.id))
    names = tuple(officer.name for officer in OFFICERS[:2])
    decided = LoanDecision(JANUARY, "2/2026", True, LENT, names)
    out = DayRecord(JANUARY, (LoanPaidOut(LoanId(1)),), loans=((request, decided),))
    record(book, actor(), record=out, today=TODAY)
    paid = DayRecord(TODAY, (Repaid(LoanId(1), INTEREST),))
    record(book, actor(), record=paid, today=TODAY)


def test_the_groups_interest_against_a_moneylenders(qtbot: QtBot, desk: Desk) -> None:
    hands = Hands(qtbot, desk)
    hands.window.go("books", At(Leaf.EARNINGS))
    leaf = hands.page(BooksScreen).earnings
    assert leaf.model.rows() == ()
    assert "ລະບຽບ" in leaf.earned.text()  # The rules do not say yet what he takes.

    hands.window.go("settings", "rules")
    rules = hands.page(SettingsScreen).rules
    click(rules.new)
    type_line(rules.resolution, "3/2026")
    type_line(line(rules.editor, "loans.moneylender"), "20")
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    click(rules.adopt)
    assert desk.book.rulebook(TODAY).loans.moneylender == 2_000

    # Another day, and the window is opened anew.
    hands = Hands(qtbot, desk)
    hands.window.go("books", At(Leaf.EARNINGS))
    page = hands.page(BooksScreen)
    leaf = page.earnings
    (row,) = leaf.model.rows()
    assert (row.member.id, row.interest, row.saved) == (KHAM.id, INTEREST, row.lender - INTEREST)
    for kip in (row.interest, row.lender, row.saved):
        assert desk.words.money(kip) in leaf.earned.text()
    last = leaf.model.columnCount() - 1
    leaf.table.setFocus()
    leaf.table.setCurrentIndex(leaf.model.index(0, last))
    press(leaf.table, Qt.Key.Key_F1)
    why = next(one for one in hands.window.findChildren(WhyDialog) if one.isVisible())
    assert why.why.kip == row.saved
    assert desk.words.kip(row.lender) in why.steps.text()
    click(why.close_it)

    # What lies idle, what it costs, and the year ahead as a band.
    idle = desk.book.idle(TODAY)
    assert idle.free
    assert desk.words.money(idle.lost) in leaf.idle.text()
    assert desk.words.money(idle.free) in leaf.idle.text()
    for kip in (idle.ahead[-1].low, idle.ahead[-1].high):
        assert desk.words.money(kip) in leaf.ahead.text()
    leaf.draw()
    assert leaf.behind.is_drawn()
    assert leaf.band.is_drawn()


def test_by_command(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    idle = desk.book.idle(TODAY)
    file, commands, today = at_the_line(desk, monkeypatch), Commands(capsys), ("--today", TODAY)
    rules = replace(RULES, loans=replace(RULES.loans, moneylender=2_000))
    (tmp_path / "rules.json").write_text(json.dumps(to_plain(rules)), "utf-8")
    commands.run(
        *("do", file, "adopt_rules", f"rules={tmp_path / 'rules.json'}", "decision=3/2026"),
        *("--by", OFFICERS[1].name, "--second", OFFICERS[0].name, *today),
    )
    hers, group = commands.figures(file, "earnings", *today)
    assert (hers["number"], hers["interest"]) == (KHAM.number, INTEREST)
    assert hers["saved"] == hers["moneylender"] - INTEREST
    assert group["saved"] == hers["saved"]
    rows = commands.figures(file, "idle", *today)
    assert [row["lost"] for row in rows if row["idle"] != ""] == [m.lost for m in idle.months]
    assert (rows[-1]["low"], rows[-1]["high"]) == (idle.ahead[-1].low, idle.ahead[-1].high)
