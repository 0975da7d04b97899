"""The invented village at a window in Lao, for walks: its desk, its calendar, somebody's hands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import SetUp
from tests.ui.hands import keep, let_go, press, type_letters
from tests.villages import BEGIN, GROUP, MEMBERS, OFFICERS, actor
from translations import open_words
from ui.commands import opening
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.widgets.member_picker import MemberPicker
from ui.window import Window

Key = Qt.Key
S = TypeVar("S")


@dataclass
class Days:
    """The days go by as the walk tells them to."""

    now: datetime = datetime(2026, 1, 10, 9, tzinfo=timezone(timedelta(hours=7)))

    def go_to(self, day: date) -> None:
        self.now = self.now.replace(year=day.year, month=day.month, day=day.day)


def a_desk(folder: Path, app: QApplication, days: Days, rulebook: Rulebook) -> Iterator[Desk]:
    """The invented village with 500,000 for each of five, by these rules; closed at the end."""
    app.setStyle("Fusion")
    load_fonts()
    dress(app)
    file = folder / "village.book"
    group = replace(GROUP, books_begin=None)
    book = Book.create(file, group=group, rulebook=rulebook, clock=lambda: days.now)
    set_up = SetUp(
        group=group,
        begin=BEGIN,
        rulebook=rulebook,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    start_books(book, SET_UP, set_up=set_up)
    book.close()
    desk = Desk(open_words("lo"), clock=lambda: days.now, settings=Settings(folder / "s.ini"))
    assert desk.open(file)
    desk.sign_in(actor())
    yield desk
    let_go()
    desk.close()


def at_the_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Close the desk and go on at the command line, at the same hour; the book's file."""
    file, hour = desk.book.path, desk.clock()
    desk.close()
    monkeypatch.setattr(opening, "now", lambda: hour)
    return file


class Hands:
    """Somebody before the window, with a keyboard and a mouse."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.window = Window()
        self.window.furnish(desk.words)
        self.window.attach(desk, PLACES)
        keep(qtbot, self.window)

    def page(self, kind: type[S]) -> S:
        page = self.window.page()
        assert isinstance(page, kind)
        return page

    def find(self, picker: MemberPicker, number: str) -> None:
        """Type a number, let the list go, and take her with Enter."""
        picker.setFocus()
        type_letters(picker, number)
        press(picker._popup, Key.Key_Escape)
        press(picker, Key.Key_Return)
