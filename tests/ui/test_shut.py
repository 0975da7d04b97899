"""The machine fails under an open book: one sentence, what was saved is safe, and one goes on."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.book.trouble import BookGone, DiskFailed, DiskFull, OutOfMemory
from ledger.rules.lines import Deposit
from tests.book.test_trouble import FailingDisk
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import keep, press, type_line
from tests.villages import DAY, KHAM, TODAY, actor
from ui.desk import Desk
from ui.keeper import keeper_of
from ui.screens.loans.request import RequestScreen
from ui.screens.places import PLACES
from ui.screens.safe.rescue import RescueScreen
from ui.screens.safe.shut import ShutQuestion
from ui.window import Window

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, book_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """The village's book, opened over a disk that fails when it is told to."""
    real = sqlite3.connect

    def failing(name: str, /, **options: object) -> sqlite3.Connection:
        return real(name, factory=FailingDisk, **options)  # type: ignore[call-overload,no-any-return]

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", failing)
        assert desk.open(book_file)
    desk.settings.language = "en"
    desk.sign_in(actor())
    keeper_of(desk).volumes = list
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    keep(qtbot, window)
    yield window
    desk.close()


class Answers:
    """Does one thing after the other in each question that opens."""

    def __init__(self, *steps: Callable[[ShutQuestion], object]) -> None:
        self.said: list[str] = []
        self._steps = [*steps]
        self._timer = QTimer(QApplication.instance())
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ShutQuestion) and dialog.isVisible() and self._steps:
            self.said.append(dialog.what.text())
            step = self._steps.pop(0)
            if not self._steps:
                self._timer.deleteLater()
            step(dialog)


def save(desk: Desk, kip: int = 20_000) -> bool:
    lines = (Deposit(KHAM.id, kip),)
    return desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))


def fails(desk: Desk, *, now: bool = True) -> None:
    raw = desk.book.shelf.raw
    assert isinstance(raw, FailingDisk)
    raw.fails = now


def test_a_disk_that_does_not_answer_shuts_the_book_and_it_is_opened_again(
    qtbot: QtBot, window: Window
) -> None:
    desk = desk_of(window)
    window.go("loan_request")
    page = window.page()
    assert isinstance(page, RequestScreen)
    type_line(page.form.amount, "350000")
    before = desk.book.history()
    fails(desk)
    answers = Answers(lambda dialog: press(dialog.again, ENTER))
    assert not save(desk)
    assert isinstance(desk.last_trouble, DiskFailed)
    qtbot.waitUntil(lambda: not desk.is_shut)
    assert answers.said[0].startswith("The disk does not answer.")
    # What was acknowledged is there, what was typed still stands, and whoever sat here still does.
    assert desk.book.history() == before
    assert desk.actor == actor()
    assert window.page() is page
    assert page.form.amount.text() == "350,000"
    assert save(desk)
    assert desk.book.check() == ()
    when_asked(QMessageBox, press_button("Leave without saving"))
    assert window.go("home")


def test_while_the_cause_is_there_it_can_be_tried_again_and_again(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    desk = desk_of(window)
    aside = book_file.with_name("aside")

    def too_soon(dialog: ShutQuestion) -> None:
        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        press(dialog.again, ENTER)
        assert dialog.banner.text().startswith("There is no book at")
        aside.rename(book_file)

    fails(desk)
    answers = Answers(too_soon, lambda dialog: press(dialog.again, ENTER))
    assert not save(desk)
    book_file.rename(aside)
    qtbot.waitUntil(lambda: not desk.is_shut)
    assert len(answers.said) == 2
    assert save(desk)


@pytest.mark.parametrize("other", [False, True])
def test_a_file_that_vanished_is_noticed_before_anything_is_written_into_nothing(
    qtbot: QtBot, window: Window, book_file: Path, other: bool
) -> None:
    desk = desk_of(window)
    keeper = keeper_of(desk)
    keeper.copy()
    while keeper.busy is not None:
        keeper.finish()
    assert save(desk, 30_000)
    if os.name != "posix":
        # Windows lets nobody take an open file away.
        with pytest.raises(PermissionError):
            book_file.unlink()
        return
    book_file.unlink()
    if other:
        book_file.write_bytes(b"somebody put another file in its place")
    answers = Answers(lambda dialog: press(dialog.rescue, ENTER))
    assert not save(desk)
    assert isinstance(desk.last_trouble, BookGone)
    qtbot.waitUntil(lambda: window.place() == "rescue")
    assert answers.said[0].startswith("The file")
    page = window.page()
    assert isinstance(page, RescueScreen)
    qtbot.waitUntil(page.working.isHidden, timeout=20_000)
    # The last acknowledged deposit is in it: it stands in the mirror log.
    assert any("savings 2,530,000" in line for line in page.found.said())
    assert page.found.said()[-1] == "Nothing that was known on this machine is missing."


def test_the_book_can_be_closed_instead(qtbot: QtBot, window: Window) -> None:
    desk = desk_of(window)
    fails(desk)
    answers = Answers(lambda dialog: press(dialog.leave, ENTER))
    assert not save(desk)
    qtbot.waitUntil(lambda: window.place() == "welcome")
    assert (len(answers.said), desk.is_empty) == (1, True)


def test_a_full_disk_keeps_the_book_open_and_the_act_is_done_when_there_is_room(
    qtbot: QtBot, window: Window
) -> None:
    desk = desk_of(window)
    shelf = desk.book.shelf
    (pages,) = shelf.one("PRAGMA page_count")
    before = desk.book.history()
    window.go("home")
    page = window.page()
    assert page is not None
    shelf.rows(f"PRAGMA max_page_count = {pages}")
    amounts = [Deposit(KHAM.id, 10_000)] * 60
    full = [save_many(desk, amounts) for _ in range(40)]
    assert False in full
    assert isinstance(desk.last_trouble, DiskFull)
    assert page.banner.text().startswith("The disk is full. Nothing was written")
    assert not desk.is_shut
    told = len(desk.book.history())
    assert told == len(before) + full.count(True)
    shelf.rows("PRAGMA max_page_count = 1000000")
    assert save_many(desk, amounts)
    assert desk.book.check() == ()


def save_many(desk: Desk, lines: list[Deposit]) -> bool:
    given = tuple(lines)
    return desk.do(lambda book, who: record_day(book, who, day=DAY, lines=given, today=TODAY))


def test_without_memory_nothing_is_written_and_the_next_try_succeeds(window: Window) -> None:
    desk = desk_of(window)
    before = desk.book.history()

    def hungry(book: object, who: object) -> object:
        del book, who
        raise MemoryError

    assert not desk.do(hungry)  # type: ignore[arg-type]
    assert isinstance(desk.last_trouble, OutOfMemory)
    assert desk.last_sentence.startswith("The machine has no memory left.")
    assert desk.ask(lambda _: bytearray(1 << 62)) is None
    assert desk.book.history() == before
    assert save(desk)


def desk_of(window: Window) -> Desk:
    desk = window._desk
    assert desk is not None
    return desk
