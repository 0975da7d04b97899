"""A damaged book is saved from the first page, as a group does it: read, two names, go on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit
from ledger.rules.permits import Act
from tests.book.books import strip_guards
from tests.ui.conftest import NOW
from tests.ui.hands import click, keep, press
from tests.ui.test_copies import settle
from tests.villages import DAY, KHAM, TODAY, actor
from translations import LANGUAGES, Words, open_words
from ui.desk import Desk
from ui.keeper import keeper_of
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.places import PLACES
from ui.screens.safe.rescue import RescueScreen
from ui.screens.second_person import SecondPerson
from ui.settings import Settings
from ui.window import Window

ENTER = Qt.Key.Key_Return


@pytest.fixture
def village_with_copy(desk: Desk, book_file: Path) -> Iterator[Desk]:
    """A copy was made on this machine, and two deposits were written after it."""
    desk.settings.language = "en"
    assert desk.open(book_file)
    desk.sign_in(actor())
    keeper = keeper_of(desk)
    keeper.volumes = list
    keeper.copy()
    settle(keeper)
    for kip in (20_000, 30_000):
        save(desk, kip)
    desk.close()
    yield desk
    settle(keeper)


@pytest.fixture
def window(qtbot: QtBot, village_with_copy: Desk) -> Window:
    window = Window()
    window.furnish(village_with_copy.words)
    window.attach(village_with_copy, PLACES)
    keep(qtbot, window)
    return window


def save(desk: Desk, kip: int) -> None:
    assert desk.do(
        lambda book, who: record_day(
            book, who, day=DAY, lines=(Deposit(KHAM.id, kip),), today=TODAY
        )
    )


def zeroed(file: Path) -> None:
    """The disk lied: the second half of the file never reached it."""
    content = file.read_bytes()
    half = len(content) // 2
    file.write_bytes(content[:half] + bytes(len(content) - half))


def no_book(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


def gone(file: Path) -> None:
    file.unlink()


def start(window: Window, file: Path) -> FirstRunScreen:
    """What the start of the program does with the last book."""
    desk = window._desk
    assert desk is not None
    assert not desk.open(file)
    window.begin(desk.last_sentence)
    page = window.page()
    assert isinstance(page, FirstRunScreen)
    return page


def on_rescue(qtbot: QtBot, window: Window) -> RescueScreen:
    page = window.page()
    assert isinstance(page, RescueScreen)
    qtbot.waitUntil(page.working.isHidden, timeout=20_000)
    return page


class Names:
    """Two officers, one after the other, pick their names in what opens."""

    def __init__(self, *choose: Callable[[SecondPerson], object]) -> None:
        self._choose = [*choose]
        self.titles: list[str] = []
        # A timer of the application: one that Python lets go of may end in another thread.
        self._timer = QTimer(QApplication.instance())
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SecondPerson) and dialog.isVisible() and self._choose:
            self.titles.append(dialog.windowTitle())
            step = self._choose.pop(0)
            if not self._choose:
                self._timer.deleteLater()
            step(dialog)


def first_name(dialog: SecondPerson) -> None:
    click(next(iter(dialog.tiles.values())))


STATES: dict[Callable[[Path], None], str] = {
    zeroed: "The file is damaged and cannot be read.",
    no_book: "The file is damaged and cannot be read.",
    gone: "The file is gone.",
}


@pytest.mark.parametrize("damage", STATES)
def test_a_damaged_book_is_read_saved_by_two_and_open_again(
    qtbot: QtBot, window: Window, book_file: Path, damage: Callable[[Path], None]
) -> None:
    damage(book_file)
    first = start(window, book_file)
    assert first.banner.text()
    assert first.choice.buttons["rescue"].isVisible()
    assert first.choice.explanation("rescue").startswith("The book village.book:")
    press(first.choice.buttons["rescue"], ENTER)
    page = on_rescue(qtbot, window)
    said = page.found.said()
    assert str(book_file) in said[0]
    assert said[1:3] == [STATES[damage], "This can be saved:"]
    assert any("6 members, savings 2,550,000" in line for line in said)
    assert "Acts from the mirror log: 2." in said
    assert said[-1] == "Nothing that was known on this machine is missing."
    before = book_file.read_bytes() if book_file.exists() else None
    names = Names(first_name, first_name)
    press(page.save, ENTER)
    assert names.titles == ["Who saves the book?", "A second person confirms"]
    home = window.page()
    assert isinstance(home, HomeScreen)
    assert home.banner.text().startswith("The book was put together anew and is open.")
    desk = home.desk
    settle(keeper_of(desk))
    (restored,) = desk.book.history(1)
    assert restored.act == Act.RESTORE
    assert restored.name != restored.second != ""
    assert desk.book.figures(TODAY).savings == 2_550_000
    assert desk.book.check() == ()
    save(desk, 10_000)
    kept = [file.read_bytes() for file in desk.settings.data.rglob("replaced-*.book")]
    assert kept == ([] if before is None else [before])


def test_what_is_missing_is_said_before_anybody_agrees(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    no_book(book_file)
    first = start(window, book_file)
    for log in first.desk.settings.data.rglob("*.log"):
        log.unlink()
    press(first.choice.buttons["rescue"], ENTER)
    said = on_rescue(qtbot, window).found.said()
    assert said[-1] == (
        "Missing: acts 3 to 4, which were known on this machine. Enter them again from the papers."
    )


def test_nobody_who_agrees_and_nothing_is_touched(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    zeroed(book_file)
    before = book_file.read_bytes()
    press(start(window, book_file).choice.buttons["rescue"], ENTER)
    page = on_rescue(qtbot, window)
    names = Names(first_name, lambda dialog: dialog.close())
    press(page.save, ENTER)
    assert len(names.titles) == 2
    assert window.page() is page
    assert book_file.read_bytes() == before
    # What was found is still there, and can be saved after all.
    names = Names(lambda dialog: dialog.close())
    press(page.save, ENTER)
    assert len(names.titles) == 1
    press(page.leave, ENTER)
    assert window.place() == "welcome"


def test_where_nothing_can_be_saved_another_folder_is_asked_for(
    qtbot: QtBot, window: Window, book_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_book(book_file)
    data = start(window, book_file).desk.settings.data
    stick = tmp_path / "stick"
    (copies,) = (data / "copies").iterdir()
    copies.rename(stick)
    for log in data.rglob("*.log"):
        log.unlink()
    page = window.page()
    assert isinstance(page, FirstRunScreen)
    press(page.choice.buttons["rescue"], ENTER)
    rescue = on_rescue(qtbot, window)
    assert rescue.found.said()[-1].startswith("No sound copy of village.book was found here.")
    assert not rescue.save.isEnabled()
    monkeypatch.setattr(rescue, "ask_folder", lambda: stick)
    press(rescue.other, ENTER)
    on_rescue(qtbot, window)
    assert "Acts from the newest sound copy: 2." in rescue.found.said()
    assert rescue.save.isEnabled()


def test_from_the_check_of_an_open_book_one_comes_here_too(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    desk = window._desk
    assert desk is not None
    strip_guards(book_file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"])
    assert desk.open(book_file)
    desk.sign_in(actor())
    window.go("books", At(Leaf.CHECK))
    books = window.page()
    assert isinstance(books, BooksScreen)
    press(books.check.start, ENTER)
    assert books.check.rescue.isVisible()
    press(books.check.rescue, ENTER)
    page = on_rescue(qtbot, window)
    assert desk.is_empty
    assert page.found.said()[1] == "The file is damaged; a part of it can still be read."
    assert any("savings 2,550,000" in line for line in page.found.said())
    names = Names(first_name, first_name)
    press(page.save, ENTER)
    assert len(names.titles) == 2
    settle(keeper_of(desk))
    assert desk.book.check() == ()


def test_a_book_that_is_only_away_is_opened_again_when_it_is_back(
    qtbot: QtBot, window: Window, book_file: Path
) -> None:
    aside = book_file.rename(book_file.with_name("aside"))
    first = start(window, book_file)
    assert first.choice.buttons["again"].isVisible()
    press(first.choice.buttons["again"], ENTER)
    assert "village.book" in first.banner.text()
    aside.rename(book_file)
    press(first.choice.buttons["again"], ENTER)
    assert window.place() == "sign_in"
    assert first.desk.book.check() == ()


def test_a_file_that_never_was_a_book_is_not_rescued(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.book"
    photo.write_bytes(b"\xff\xd8" * 4_000)
    first = start(window, photo)
    assert "is not a book of this program" in first.banner.text()
    assert not first.choice.buttons["rescue"].isVisible()
    assert not first.choice.buttons["again"].isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window(
    qtbot: QtBot, settings: Settings, tmp_path: Path, language: str
) -> None:
    words: Words = open_words(language)
    desk = Desk(words, clock=lambda: NOW, settings=settings)
    page = RescueScreen(desk)
    keep(qtbot, page)
    page.show_item(tmp_path / "x.book")
    qtbot.waitUntil(page.working.isHidden, timeout=20_000)
    assert page.title.text() == words.say("Save what can be saved")
    assert page.found.said()[-1].startswith(
        words.say(
            "No sound copy of {name} was found here. Put in a stick with copies, or choose the "
            "folder in which they lie.",
            name="x.book",
        )
    )
