"""The frame: going from page to page, the top line, the practice edge, languages and sizes."""

from dataclasses import replace
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ledger.actions.group import change_group
from ledger.actions.meeting import open_sheet
from ledger.actions.members import add_member
from ledger.book.book import Book
from ledger.rules.meeting_values import CashCount, SheetKind
from tests.ui.hands import click, keep, press
from tests.ui.pages_for_tests import PLACES, FirstPage
from tests.villages import GROUP, KHAM, RULES, TODAY
from translations import LANGUAGES, open_words
from ui import settings as machine
from ui.bar import PLACES as BAR
from ui.desk import Desk
from ui.look import dress
from ui.qt_sentences import ASKED
from ui.qt_words import QtWords
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.places import PLACES as REAL_PLACES
from ui.window import Window

NEW = replace(KHAM, number="099", name="ບົວ ສີສະຫວັດ")


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    window.begin()
    return window


def page_of(window: Window) -> FirstPage:
    return cast(FirstPage, window.page())


class TestGoing:
    def test_it_begins_at_home(self, window: Window) -> None:
        assert window.place() == "home"
        assert window.bar.button("home").isChecked()

    def test_a_click_in_the_bar_opens_a_page(self, window: Window) -> None:
        click(window.bar.button("members"))
        assert window.place() == "members"

    def test_keys_open_pages_and_go_back(self, window: Window) -> None:
        press(window, Qt.Key.Key_3, held=Qt.KeyboardModifier.ControlModifier)
        assert window.place() == "members"
        press(window, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
        assert window.place() == "home"
        press(window, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
        assert window.place() == "home"

    def test_places_without_a_page_cannot_be_chosen(self, window: Window) -> None:
        assert window.bar.button("members").isEnabled()
        assert not window.bar.button("loans").isEnabled()

    def test_a_page_asks_for_another_with_what_it_shows(self, window: Window) -> None:
        page_of(window).go.emit("member", 7)
        assert (window.place(), page_of(window).item) == ("member", 7)
        # It is not in the bar: the mark stays where one came from.
        assert window.bar.button("home").isChecked()

    def test_a_page_with_unsaved_typing_holds_on(self, window: Window) -> None:
        page_of(window).holds = True
        assert not window.go("members")
        assert window.place() == "home"
        assert window.bar.button("home").isChecked()
        assert not window.close()
        page_of(window).holds = False
        assert window.close()

    def test_the_window_remembers_its_size(self, window: Window, village: Desk) -> None:
        window.close()
        assert not village.settings.window.isEmpty()

    def test_an_empty_desk_begins_with_the_welcome(self, qtbot: QtBot, desk: Desk) -> None:
        window = Window()
        window.furnish(desk.words)
        window.attach(desk, PLACES)
        keep(qtbot, window)
        window.begin("The book is gone.")
        assert window.place() == "welcome"
        assert page_of(window).banner.text() == "The book is gone."
        assert not window.bar.isEnabled()


class TestReading:
    def test_a_page_is_read_when_it_is_first_seen(self, window: Window) -> None:
        page = page_of(window)
        assert (page.read, page.count.text()) == (1, "7")

    def test_only_the_page_that_is_seen_reads_a_change(self, window: Window, village: Desk) -> None:
        home = page_of(window)
        window.go("members")
        members = page_of(window)
        village.do(partial(add_member, member=NEW))
        assert (home.read, members.read, members.count.text()) == (1, 2, "8")
        window.go("home")
        assert (home.read, home.count.text()) == (2, "8")
        window.go("members")
        assert members.read == 2

    def test_a_change_of_something_else_is_not_read(self, window: Window, village: Desk) -> None:
        home = page_of(window)
        village.do(partial(change_group, group=replace(village.book.group, village="ທ່າ")))
        assert home.read == 1

    def test_a_refusal_stands_above_the_page(self, window: Window, village: Desk) -> None:
        village.do(partial(add_member, member=replace(NEW, number=KHAM.number)))
        assert KHAM.number in page_of(window).banner.text()


class TestTheTopLine:
    def test_it_says_whose_book_it_is_and_who_is_there(self, window: Window) -> None:
        assert window.top.group.text() == GROUP.name
        assert "Accountant" in window.top.actor.text()
        assert "2,500,000" in window.top.cash.text()
        assert window.top.meeting.isHidden()

    def test_an_open_meeting_is_named_with_its_day(self, window: Window, village: Desk) -> None:
        village.do(
            partial(
                open_sheet,
                day=TODAY,
                kind=SheetKind.MEETING,
                opening=CashCount(((50_000, 50),)),
                today=village.today(),
            )
        )
        assert window.top.meeting.isVisible()
        assert village.words.day(TODAY) in window.top.meeting.text()

    def test_a_practice_group_has_an_edge_and_a_word(self, window: Window, village: Desk) -> None:
        assert window.top.practice.isHidden()
        frame = window.centralWidget()
        edge = frame.layout() if frame else None
        assert edge is not None
        assert edge.contentsMargins().left() == 0
        village.do(partial(change_group, group=replace(village.book.group, practice=True)))
        assert window.top.practice.isVisible()
        assert edge.contentsMargins().left() > 3

    def test_a_new_group_is_entered_without_the_edge_of_another(
        self, qtbot: QtBot, village: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """The practice group was open; what is entered now is not for practice."""
        monkeypatch.setattr(machine, "books_folder", lambda: tmp_path / "books")
        window = Window()
        window.furnish(village.words)
        window.attach(village, REAL_PLACES)
        keep(qtbot, window)
        village.do(partial(change_group, group=replace(village.book.group, practice=True)))
        assert window.go("welcome")
        assert window.top.practice.isVisible()
        page = window.page()
        assert isinstance(page, FirstRunScreen)
        click(page.choice.buttons["new"])
        assert village.is_empty
        frame = window.centralWidget()
        edge = frame.layout() if frame else None
        assert edge is not None
        assert edge.contentsMargins().left() == 0
        assert window.top.practice.isHidden()

    def test_a_book_that_has_not_begun_shows_no_figures(
        self, window: Window, village: Desk, tmp_path: Path
    ) -> None:
        group = replace(GROUP, books_begin=None)
        clock = village.book.clock
        village.lay(Book.create(tmp_path / "n.book", group=group, rulebook=RULES, clock=clock))
        assert window.top.cash.isHidden()
        assert not window.bar.isEnabled()


class TestLanguages:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_everything_changes_at_once(self, window: Window, village: Desk, language: str) -> None:
        other = "lo" if language == "en" else "en"
        village.speak(other)
        village.speak(language)
        words = open_words(language)
        assert window.bar.button("home").text() == words.say("Home")
        assert page_of(window).title.text() == words.say("Members")
        assert words.unit in window.top.cash.text()

    def test_a_page_that_is_not_seen_speaks_when_it_is(self, window: Window, village: Desk) -> None:
        home = page_of(window)
        window.go("members")
        spoken = home.spoken
        village.speak("th")
        assert home.spoken == spoken
        window.go("home")
        assert home.spoken == spoken + 1

    def test_qts_own_words_come_from_the_catalogue(self, qtbot: QtBot) -> None:
        class Marked(NullTranslations):
            def pgettext(self, context: str, message: str) -> str:
                known = (context, message) in ASKED
                return f"‹{message}›" if known else message

        translator = QtWords(open_words("lo", load=lambda _: Marked()))
        QCoreApplication.installTranslator(translator)
        try:
            line = QLineEdit()
            qtbot.addWidget(line)
            menu = line.createStandardContextMenu()
            texts = [action.text() for action in menu.actions() if action.text()]
            menu.deleteLater()
            assert texts
            assert all(text.startswith("‹") for text in texts)
            # Not ours and not Qt's: left as it is.
            assert QCoreApplication.translate("Elsewhere", "Copy") == "Copy"
            assert QCoreApplication.translate("QLineEdit", "Nobody says this") == "Nobody says this"
        finally:
            QCoreApplication.removeTranslator(translator)


class TestFitting:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("percent", [100, 160])
    def test_the_frame_fits_a_small_screen(
        self, window: Window, village: Desk, dressed: QApplication, language: str, percent: int
    ) -> None:
        village.speak(language)
        dress(dressed, percent)
        QCoreApplication.processEvents()
        least = window.minimumSizeHint()
        assert least.width() <= 1340
        assert least.height() <= 690

    def test_a_long_name_of_a_group_gives_way(self, window: Window, village: Desk) -> None:
        name = "ກຸ່ມທ້ອນເງິນ ບ້ານທີ່ມີຊື່ຍາວຫຼາຍຈົນບໍ່ມີບ່ອນຂຽນ " * 3
        window.top.group.setText(name)
        QCoreApplication.processEvents()
        window.top.grab()
        assert window.minimumSizeHint().width() <= 1340
        assert window.top.group.toolTip() == name

    def test_every_place_of_the_bar_has_a_page_or_is_off(self) -> None:
        names = {place.name for place in REAL_PLACES}
        assert names & set(BAR) == {n for n in BAR if n in names}
        assert len({place.name for place in REAL_PLACES}) == len(REAL_PLACES)

    def test_every_place_can_be_made(self, qtbot: QtBot, village: Desk) -> None:
        for place in REAL_PLACES:
            page = place.make(village)
            qtbot.addWidget(page)
            assert page.desk is village
