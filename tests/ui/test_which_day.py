"""A clock that cannot be right, in the window: asked when somebody sits down, and at a new day."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit
from ledger.rules.permits import Act
from tests.ui.conftest import NOW
from tests.ui.hands import click, keep, press
from tests.villages import DAY, KHAM, TODAY, actor
from translations import Words
from ui.desk import Desk
from ui.screens.home.screen import HomeScreen
from ui.screens.places import PLACES
from ui.screens.safe.which_day import DayQuestion
from ui.settings import Settings
from ui.window import Window

LAOS = timezone(timedelta(hours=7))
ENTER = Qt.Key.Key_Return


class Clock:
    """The clock in the corner of the screen, which somebody sets."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at

    def set(self, year: int, month: int = 4, day: int = 21) -> None:
        self.at = datetime(year, month, day, 9, 30, tzinfo=LAOS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(
    qtbot: QtBot, words: Words, settings: Settings, clock: Clock, book_file: Path
) -> Iterator[Window]:
    desk = Desk(words, clock=clock, settings=settings)
    window = Window()
    window.furnish(words)
    window.attach(desk, PLACES)
    keep(qtbot, window)
    yield window
    desk.close()


def desk_of(window: Window) -> Desk:
    desk = window._desk
    assert desk is not None
    return desk


class Answers:
    """Does something in each question that opens, and keeps what stood in it."""

    def __init__(self, *steps: Callable[[DayQuestion], object]) -> None:
        self._steps = [*steps]
        self.asked: list[str] = []
        # A timer of the application: one that Python lets go of may end in another thread.
        self._timer = QTimer(QApplication.instance())
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def stop(self) -> None:
        """Nothing was asked, and nothing is answered any more."""
        assert self.asked == []
        self._timer.deleteLater()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DayQuestion) and dialog.isVisible() and self._steps:
            self.asked.append(f"{dialog.day.text()} | {dialog.why.text()}")
            step = self._steps.pop(0)
            if not self._steps:
                self._timer.deleteLater()
            step(dialog)


def sit_down(qtbot: QtBot, window: Window, book: Path) -> None:
    """Open the book, choose one's name, and let the window ask what it has to."""
    desk = desk_of(window)
    assert desk.open(book)
    desk.sign_in(actor())
    window.go("home")
    qtbot.wait(60)


def save(desk: Desk) -> bool:
    return desk.do(
        lambda book, who: record_day(
            book, who, day=DAY, lines=(Deposit(KHAM.id, 20_000),), today=TODAY
        )
    )


def home(window: Window) -> HomeScreen:
    page = window.page()
    assert isinstance(page, HomeScreen)
    return page


def test_a_clock_that_fits_is_not_asked_about(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    answers = Answers(lambda dialog: click(dialog.later))
    sit_down(qtbot, window, book_file)
    answers.stop()
    assert save(desk_of(window))


def test_a_clock_set_back_is_set_right_and_looked_at_again(
    qtbot: QtBot, window: Window, clock: Clock, book_file: Path
) -> None:
    def still_wrong(dialog: DayQuestion) -> None:
        # No day before the books began can be right.
        assert not dialog.right.isEnabled()
        press(dialog.again, ENTER)
        assert dialog.banner.text() == "The clock still says 21/04/2022."
        clock.set(2026)

    clock.set(2022)
    answers = Answers(still_wrong, lambda dialog: press(dialog.again, ENTER))
    sit_down(qtbot, window, book_file)
    assert len(answers.asked) == 2
    assert "2022" in answers.asked[0]
    assert "The book was written on 20/04/2026" in answers.asked[0]
    assert "an earlier day" in answers.asked[0]
    assert save(desk_of(window))
    assert desk_of(window).book.history(1)[0].act == Act.RECORD_DAY


def test_a_day_that_is_right_after_all_is_confirmed_under_a_name(
    qtbot: QtBot, window: Window, clock: Clock, book_file: Path
) -> None:
    clock.set(2028)
    answers = Answers(lambda dialog: click(dialog.right))
    sit_down(qtbot, window, book_file)
    assert "a day long after it" in answers.asked[0]
    said = desk_of(window).book.history(1)[0]
    assert (said.act, said.name) == (Act.CONFIRM_DAY, actor().name)
    assert save(desk_of(window))


def test_until_it_is_settled_the_book_is_read_and_not_written(
    qtbot: QtBot, window: Window, clock: Clock, book_file: Path
) -> None:
    clock.set(2028)
    first = Answers(lambda dialog: click(dialog.later))
    sit_down(qtbot, window, book_file)
    assert len(first.asked) == 1
    desk = desk_of(window)
    assert not save(desk)
    assert desk.last_sentence.startswith("Nothing was written: by the clock of this machine it is")
    card = home(window).safe
    assert "Is 21/04/2028 right? Nothing is written yet." in card.said()
    assert card.open.text() == "Check the day"
    again = Answers(lambda dialog: click(dialog.right))
    press(card.open, ENTER)
    assert len(again.asked) == 1
    assert card.open.text() == "Copies"
    assert save(desk)


def test_a_day_that_changes_under_her_is_noticed_without_opening_anew(
    qtbot: QtBot, window: Window, clock: Clock, book_file: Path
) -> None:
    sit_down(qtbot, window, book_file)
    answers = Answers(lambda dialog: click(dialog.later))
    clock.set(2026, 4, 22)
    window.day_watch.look()
    assert answers.asked == []
    clock.set(2019)
    window.day_watch.look()
    assert len(answers.asked) == 1
    # Once about each day: she has said that she only reads.
    window.day_watch.look()
    assert len(answers.asked) == 1
    assert not save(desk_of(window))
    clock.set(2026, 4, 22)
    assert save(desk_of(window))


def test_nothing_is_asked_while_nobody_sits_at_the_desk(
    qtbot: QtBot, window: Window, clock: Clock, book_file: Path
) -> None:
    clock.set(2028)
    answers = Answers(lambda dialog: click(dialog.later))
    assert desk_of(window).open(book_file)
    window.day_watch.look()
    answers.stop()
    doubt = desk_of(window).book.clock_doubt
    assert doubt is not None
    assert doubt.last == date(2026, 4, 20)
    # Until somebody says which day it is, the pages show the book of that day.
    assert desk_of(window).today() == doubt.last
