"""Somebody asks in Lao what stood there in February: then beside now, each with its entries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit
from tests.ui.hands import click, press, type_line
from tests.villages import KHAM, RULES, actor
from tests.walks.commands import Commands
from tests.walks.village import Days, Hands, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.members.member import MemberScreen
from ui.screens.why import WhyDialog

FEBRUARY, TODAY = date(2026, 2, 5), date(2026, 4, 5)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    days = Days()
    days.go_to(TODAY)
    for desk in a_desk(tmp_path, qapp, days, RULES):
        for day, kip in ((FEBRUARY, 20_000), (TODAY, 30_000)):
            line = (Deposit(KHAM.id, kip),)
            record_day(desk.book, actor(), day=day, lines=line, today=TODAY)
        yield desk


def why_of(hands: Hands, row: int, column: int) -> WhyDialog:
    """Stand on a figure of that day beside today, and press F1."""
    leaf = hands.page(BooksScreen).earlier
    leaf.figures.setFocus()
    leaf.figures.setCurrentIndex(leaf.both.index(row, column))
    press(leaf.figures, Qt.Key.Key_F1)
    return next(one for one in hands.window.findChildren(WhyDialog) if one.isVisible())


def test_what_stood_there_in_february(qtbot: QtBot, desk: Desk) -> None:
    hands = Hands(qtbot, desk)
    hands.window.go("books", At(Leaf.EARLIER))
    leaf = hands.page(BooksScreen).earlier
    type_line(leaf.day, "5/2/2569")
    rows = [leaf.both.index(row, 0).data() for row in range(leaf.both.rowCount())]
    savings = rows.index("ເງິນທ້ອນ")
    for column, kip in ((1, 2_520_000), (2, 2_550_000)):
        dialog = why_of(hands, savings, column)
        assert dialog.why.kip == kip
        assert dialog.entry_model.rowCount() == column
        click(dialog.close_it)
    moved = why_of(hands, savings, 3)
    assert moved.why.kip - moved.why.before == 30_000
    click(moved.close_it)

    # The whole book as it lay there on that day, only to be read; one click brings today back.
    click(leaf.look_back)
    hands.window.go("member", KHAM.id)
    assert hands.page(MemberScreen).book.savings()[KHAM.id] == 520_000
    assert "05/02/2026" in hands.window.top.past.text()
    click(hands.window.top.today)
    assert desk.book.savings()[KHAM.id] == 550_000


def test_by_command(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, commands = at_the_line(desk, monkeypatch), Commands(capsys)
    options = ("--member", KHAM.number, "--today", TODAY)
    assert commands.figures(file, "member", *options)[-1]["savings"] == 550_000
    then = commands.figures(file, "member", *options, "--as-of", "2026-03-01")
    assert (len(then), then[-1]["savings"]) == (2, 520_000)
    group = commands.figures(file, "entries", "--today", TODAY, "--as-of", "2026-03-01")
    assert {row["day"] for row in group} <= {"2025-12-31", "2026-02-05"}
