"""The books as they were: another day is laid open, only to be read, and today comes back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit, Line
from tests.ui.hands import click, keep, press, type_line
from tests.villages import DAY, KHAM, NOY, TODAY
from tests.walks.commands import Commands
from ui.desk import Desk
from ui.screens.books.at import Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.places import PLACES
from ui.window import Window

EARLY = date(2026, 2, 5)


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    """Two days of deposits in Lao, and the books page in the frame."""
    village.speak("lo")
    write(village, EARLY, Deposit(KHAM.id, 20_000))
    write(village, DAY, Deposit(KHAM.id, 30_000), Deposit(NOY.id, 40_000))
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    window.go("books")
    return window


def write(desk: Desk, day: date, *lines: Line) -> bool:
    return desk.do(lambda book, who: record_day(book, who, day=day, lines=lines, today=TODAY))


def books(window: Window) -> BooksScreen:
    page = window.page()
    assert isinstance(page, BooksScreen)
    return page


def look_back(window: Window, day: str) -> None:
    page = books(window)
    page.turn_to(Leaf.EARLIER)
    type_line(page.earlier.day, day)
    click(page.earlier.look_back)


def test_that_day_stands_beside_today(window: Window) -> None:
    page = books(window)
    page.turn_to(Leaf.EARLIER)
    type_line(page.earlier.day, "05/02/2026")
    savings = next(row for row in page.earlier.both.rows() if row.name == "Savings")
    assert (savings.then, savings.now) == (2_520_000, 2_590_000)
    shown = [page.earlier.both.index(3, column).data() for column in range(4)]
    assert shown == ["ເງິນທ້ອນ", "2,520,000", "2,590,000", "+70,000"]


def test_every_page_shows_the_day_and_today_comes_back(window: Window, village: Desk) -> None:
    look_back(window, "05/02/2026")
    assert village.past == EARLY
    assert village.today() == EARLY
    assert not window.top.past.isHidden()
    assert "05/02/2026" in window.top.past.text()
    # Its room goes to the day; nothing is written, so that no role is needed.
    assert window.top.actor.text() == village.actor.name
    window.go("home")
    assert village.book.savings()[KHAM.id] == 520_000
    assert NOY.id in village.book.savings()
    click(window.top.today)
    assert village.past is None
    assert window.top.past.isHidden()
    assert village.book.savings()[KHAM.id] == 550_000


def test_nothing_is_written_into_that_day(window: Window, village: Desk) -> None:
    look_back(window, "05/02/2026")
    assert not write(village, EARLY, Deposit(KHAM.id, 10_000))
    assert "05/02/2026" in village.last_sentence
    click(window.top.today)
    assert village.book.savings()[KHAM.id] == 550_000


def test_a_day_to_come_cannot_be_looked_back_at(window: Window) -> None:
    page = books(window)
    page.turn_to(Leaf.EARLIER)
    type_line(page.earlier.day, "05/02/2030")
    assert not page.earlier.look_back.isEnabled()
    type_line(page.earlier.day, "05/02/2026")
    assert page.earlier.look_back.isEnabled()


def test_another_day_can_follow_and_the_book_is_closed_once(window: Window, village: Desk) -> None:
    look_back(window, "05/02/2026")
    assert village.look_back(DAY)
    assert village.book.savings()[KHAM.id] == 550_000
    path = village.book.path
    assert village.open(path)
    assert village.past is None
    village.look_back(EARLY)
    village.close()
    assert village.is_empty


def test_figures_and_papers_as_on_a_day(
    capsys: pytest.CaptureFixture[str], village: Desk, tmp_path: Path
) -> None:
    write(village, EARLY, Deposit(KHAM.id, 20_000))
    write(village, DAY, Deposit(KHAM.id, 30_000))
    path = village.book.path
    village.close()
    commands = Commands(capsys)
    options = ("--member", "001", "--today", "2026-04-20")
    assert commands.figures(path, "member", *options)[-1]["savings"] == 550_000
    earlier = commands.figures(path, "member", *options, "--as-of", "2026-03-01")
    assert earlier[-1]["savings"] == 520_000
    out = tmp_path / "then.pdf"
    commands.run("print", path, "passbook", *options, "--as-of", "2026-03-01", "--out", out)
    assert out.read_bytes().startswith(b"%PDF")


def test_the_keys_are_enough(window: Window, village: Desk) -> None:
    page = books(window)
    page.turn_to(Leaf.EARLIER)
    type_line(page.earlier.day, "05/02/2026")
    page.earlier.look_back.setFocus()
    press(page.earlier.look_back, Qt.Key.Key_Space)
    assert village.past == EARLY
