"""The box is off at a meeting, in Lao: the likeliest place is named, opened and put right."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import CASH, SAVINGS
from ledger.rules.meeting_values import Column
from ledger.statements.meeting_progress import Step
from tests.ui.hands import press
from tests.villages import KHAM, RULES
from tests.walks.commands import Commands, write_days
from tests.walks.test_meeting import Committee, page_at
from tests.walks.village import Days, a_desk, at_the_line
from ui.desk import Desk
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.sign_page import SignPage
from ui.screens.meeting.who_page import WhoPage

Key = Qt.Key
PAID = 25_000
TYPED = 52_000


@pytest.fixture
def days() -> Days:
    days = Days()
    days.go_to(date(2026, 2, 5))
    return days


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    yield from a_desk(tmp_path, qapp, days, RULES)


def test_two_figures_that_changed_places_are_found_and_mended(qtbot: QtBot, desk: Desk) -> None:
    book, table = desk.book, Committee(qtbot, desk)
    screen = table.screen
    press(screen.primary, Key.Key_Return)
    opening = page_at(screen, Step.OPEN)
    assert isinstance(opening, CountPage)
    table.count(opening, 2_500_000)
    table.go_on()
    who = page_at(screen, Step.WHO)
    assert isinstance(who, WhoPage)
    press(who.rest, Key.Key_Return)
    table.go_on()

    # Kham gives 25,000, and 52,000 is typed. Nobody else saves today.
    collect = page_at(screen, Step.COLLECT)
    assert isinstance(collect, CollectPage)
    collect.view.jump_to(KHAM.id)
    table.type_amount(collect, str(TYPED))
    table.go_on()
    table.go_on()

    # The box holds 27,000 less than the sheet says. The first place to look at is her cell.
    count = page_at(screen, Step.COUNT)
    assert isinstance(count, CountPage)
    table.count(count, 2_500_000 + PAID)
    assert screen.strip.text("difference") == desk.words.kip(PAID - TYPED)
    said = count.suspects.said()
    place = next(k for k, sentence in enumerate(said) if desk.words.kip(PAID) in sentence)
    assert place < 3
    count.suspects.list.setCurrentRow(place)
    press(count.suspects.list, Key.Key_Return)
    collect = page_at(screen, Step.COLLECT)
    assert isinstance(collect, CollectPage)
    assert collect.model.column_at(collect.view.currentIndex().column()) is Column.SAVINGS
    assert collect.model.rows()[collect.view.currentIndex().row()].member.id == KHAM.id

    # She says what she gave; the cell is typed again, and box and sheet agree.
    table.type_amount(collect, str(PAID))
    table.go_on()
    table.go_on()
    count = page_at(screen, Step.COUNT)
    assert isinstance(count, CountPage)
    assert count.suspects.said() == []
    assert "ກົງ" in count.verdict()
    table.go_on()
    sign = page_at(screen, Step.SIGN)
    assert isinstance(sign, SignPage)
    while sign.second.value() is None or sign.second.value().id == sign.first.value().id:
        press(sign.second, Key.Key_Down)
    table.go_on()
    assert book.open_sheet() is None
    assert (book.balances()[CASH], book.savings()[KHAM.id]) == (2_525_000, 525_000)
    assert book.balances()[SAVINGS] == 2_525_000
    assert book.check() == ()


def test_by_command(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same day, written from a file: 52,000 stands there, and the box holds 27,000 less."""
    file, commands = at_the_line(desk, monkeypatch), Commands(capsys)
    rows = [{"day": "2026-02-05", "what": "deposit", "member": "001", "amount": TYPED}]
    today = ("--today", "2026-02-05")
    commands.run("record", file, write_days(file.with_name("days.csv"), rows), *today)
    options = ("--day", "2026-02-05", "--counted", 2_500_000 + PAID, *today)
    found = commands.figures(file, "difference", *options)
    swapped = next(row for row in found if row["meant"] == PAID)
    assert (swapped["member"], swapped["kip"]) == ("001", TYPED)
    assert swapped["sentence"]
    assert commands.figures(file, "difference", *options[:3], 2_500_000 + TYPED, *today) == []
