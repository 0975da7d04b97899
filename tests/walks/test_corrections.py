"""What a committee decides and puts right, walked through in the Lao window and by command."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import count_cash, open_sheet, pencil_cell, sign_sheet
from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.decisions import Subject
from ledger.rules.lines import Received
from ledger.rules.meeting_values import CashCount, Column, SheetKind
from ledger.rules.months import MonthState
from ledger.rules.people import SET_UP, Role
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_progress import Step
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, keep, let_go, press, type_letters, type_line
from tests.ui.test_meeting import count_closing, sign_of
from tests.villages import (
    BEGIN,
    DALA,
    DAY,
    GROUP,
    KHAM,
    MARCH,
    MEMBERS,
    OFFICERS,
    RENT,
    RULES,
    TODAY,
    actor,
)
from tests.walks.commands import Commands
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.books.take_back import TakeEntryBack
from ui.screens.home.screen import HomeScreen
from ui.screens.meeting.screen import MeetingScreen, Mode
from ui.screens.minutes.writing import WriteDecision
from ui.screens.places import PLACES
from ui.screens.reasoned import Reasoned
from ui.screens.rules.change import ChangeDialog
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.settings import Settings
from ui.window import Window

S = TypeVar("S")
Key = Qt.Key
NOW = datetime(2026, 4, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))
WHY = "ຂຽນຜິດຄົນ"
HEAD = actor(Role.PRESIDENT)


def begun(file: Path) -> Book:
    """The book of the village, begun."""
    group = replace(GROUP, books_begin=None)
    book = Book.create(file, group=group, rulebook=RULES, clock=lambda: NOW)
    set_up = SetUp(
        group=group,
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    start_books(book, SET_UP, set_up=set_up)
    return book


@pytest.fixture(autouse=True)
def _hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line at the hour of the book."""
    monkeypatch.setattr("ui.commands.opening.now", lambda: NOW)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    begun(tmp_path / "village.book").close()
    desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "m.ini"))
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    assert desk.open(tmp_path / "village.book")
    desk.sign_in(actor())
    window.resize(1366, 768)
    keep(qtbot, window)
    window.go("home")
    yield window
    let_go()
    desk.close()


def on(window: Window, kind: type[S]) -> S:
    page = window.page()
    assert isinstance(page, kind)
    return page


def agree(dialog: Reasoned) -> None:
    """Write the reason, and let the second person pick her name."""
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    type_line(dialog.reason, WHY)
    press(dialog.act, Key.Key_Return)


def sign(screen: MeetingScreen) -> None:
    screen.go_to(Step.SIGN)
    sign_of(screen).second.show_value(OFFICERS[0])
    press(screen.primary, Key.Key_Return)


def mode_of(screen: MeetingScreen) -> Mode:
    """What lies on the table now."""
    return screen.mode


def test_a_meeting_decides_signs_and_puts_right(window: Window) -> None:
    window.go("meeting")
    meeting = on(window, MeetingScreen)
    press(meeting.primary, Key.Key_Return)

    def write(dialog: WriteDecision) -> None:
        type_letters(dialog.form.text, "ໃຫ້ດາລາທ້ອນ 50.000")
        press(dialog.act, Key.Key_Return)

    when_asked(WriteDecision, write)
    meeting.more.decide.trigger()
    (decision,) = meeting.book.decisions()
    assert decision.subject is Subject.OTHER
    meeting.work.pencil(DALA.id, Column.SAVINGS, 50_000)
    count_closing(meeting, (100_000, "25"), (50_000, "1"))
    sign(meeting)
    assert mode_of(meeting) is Mode.INK

    when_asked(Reasoned, agree)
    meeting.more.again.trigger()
    assert mode_of(meeting) is Mode.PENCIL
    meeting.work.pencil(DALA.id, Column.SAVINGS, 0)
    meeting.work.pencil(KHAM.id, Column.SAVINGS, 50_000)
    sign(meeting)
    assert mode_of(meeting) is Mode.INK
    assert meeting.book.savings()[KHAM.id] == 550_000

    window.go("books", At(Leaf.MINUTES, decision=decision.number))
    books = on(window, BooksScreen)
    row = books.minutes.chosen()
    assert row is not None
    assert row.number == decision.number
    assert "ດາລາ" in books.minutes.card.text()

    entry = books.book.entries(DAY, TODAY)[-1].number
    window.go("books", At(Leaf.ENTRIES, entry=entry))
    press(books.entries.take_back, Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakeEntryBack)
    type_line(dialog.reason, WHY)
    press(dialog.act, Key.Key_Return)
    assert books.book.is_taken_back(entry)
    assert books.book.savings()[KHAM.id] == 500_000
    assert books.book.check() == ()


def test_a_sheet_is_put_away_and_a_month_closed(window: Window) -> None:
    window.go("meeting")
    meeting = on(window, MeetingScreen)
    press(meeting.primary, Key.Key_Return)

    def why(dialog: Reasoned) -> None:
        type_line(dialog.reason, WHY)
        press(dialog.act, Key.Key_Return)

    when_asked(Reasoned, why)
    meeting.more.away.trigger()
    assert meeting.book.open_sheet() is None
    window.go("books", At(Leaf.MONTHS))
    leaf = on(window, BooksScreen).months
    press(leaf.table, Key.Key_Down)
    assert "ມີນາ" in leaf.step.text()
    press(leaf.step, Key.Key_Return)
    assert meeting.book.month_states().of(MARCH) is MonthState.ON_HOLD
    when_asked(QMessageBox, press_button(leaf.step.text()))
    press(leaf.step, Key.Key_Return)
    assert meeting.book.month_states().of(MARCH) is MonthState.CLOSED


def test_new_rules_are_looked_at_before_they_are_adopted(window: Window) -> None:
    rent = (Received(RENT, 1_000_000),)
    desk = on(window, HomeScreen).desk
    assert desk.do(lambda book, who: record_day(book, who, day=DAY, lines=rent, today=TODAY))
    window.go("settings")
    screen = on(window, SettingsScreen)
    screen.show_part(screen.rules)
    click(screen.rules.new)
    type_line(screen.rules.resolution, "7/2026")
    type_line(screen.rules.valid_from, "1/5/2026")
    old = screen.rules.editor.rulebook()
    lines = (replace(old.profit.lines[0], amount=8_000), *old.profit.lines[1:])
    screen.rules.editor.show_rulebook(replace(old, profit=replace(old.profit, lines=lines)))
    seen = when_asked(ChangeDialog, lambda dialog: press(dialog.adopt, Key.Key_Return))
    when_asked(SecondPerson, lambda dialog: click(next(iter(dialog.tiles.values()))))
    click(screen.rules.adopt)
    assert seen
    assert screen.book.rulebooks[-1].profit.lines[0].amount == 8_000
    window.go("books", At(Leaf.MINUTES, decision="7/2026"))
    row = on(window, BooksScreen).minutes.chosen()
    assert row is not None
    assert (row.number, row.line) == ("7/2026", None), "the rules name what nobody wrote down"


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, file = Commands(capsys), tmp_path / "village.book"
    book, first = begun(file), MeetingId(1)
    open_sheet(book, actor(), day=DAY, kind=SheetKind.MEETING, opening=None, today=TODAY)
    pencil_cell(book, actor(), sheet=first, member=KHAM.id, column=Column.SAVINGS, kip=50_000)
    count = CashCount(((50_000, 51),))
    count_cash(book, actor(), sheet=first, when="closing", count=count)
    sign_sheet(book, actor(), sheet=first, signers=(HEAD.name,), today=TODAY)
    book.close()
    today = ("--today", TODAY.isoformat())
    by = ("--by", actor().name)
    again = ("reopen_sheet", "sheet=1", f"reason={WHY}")
    told = run.run("do", file, *again, *by, "--second", HEAD.name, *today)
    assert told.startswith("reopen_sheet")
    with closing(Book.open(file, clock=lambda: NOW)) as seen:
        assert seen.savings()[KHAM.id] == 500_000
        running = seen.open_sheet()
        assert running is not None
        assert [cell.kip for cell in running.cells] == [50_000]
        number = running.id
    run.run("do", file, "put_away_sheet", f"sheet={number}", f"reason={WHY}", *by, *today)
    with closing(Book.open(file, clock=lambda: NOW)) as seen:
        assert seen.open_sheet() is None
        assert seen.sheet(number).void_reason == WHY
    (kept,) = run.figures(file, "trash", *today)
    assert (kept["sheet"], kept["by"], kept["kip"]) == (number, actor().name, 50_000)
    run.run("do", file, "put_back_sheet", f"sheet={number}", *by, *today)
    assert run.figures(file, "trash", *today) == []
    with closing(Book.open(file, clock=lambda: NOW)) as seen:
        running = seen.open_sheet()
        assert running is not None
        assert [cell.kip for cell in running.cells] == [50_000]
    run.run("check", file)
