"""Every page says what it is for: by F1 where no figure is chosen, and by the word in the frame."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import CASH
from ledger.rules.meeting_values import Column
from ledger.statements.figure import accounts_figure
from tests.ui.conftest import NOW
from tests.ui.hands import click, heard, keep, press
from tests.ui.test_why import lend
from tests.ui.test_why_pencil import explained, window_on
from tests.villages import KHAM
from translations import LANGUAGES, open_words
from ui.desk import Desk
from ui.models.page_help import PAGE_HELP
from ui.papers.shop import paper_of
from ui.papers.wish import Wish
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.page_help import PageHelp
from ui.screens.places import PLACES
from ui.screens.why import WhyDialog
from ui.settings import Settings
from ui.widgets.pointing import pointed_at
from ui.window import Window


def help_of(window: Window) -> PageHelp:
    return next(one for one in window.findChildren(PageHelp) if one.isVisible())


def test_every_page_has_its_help() -> None:
    assert set(PAGE_HELP) == {place.name for place in PLACES}
    for name, sentences in PAGE_HELP.items():
        assert 3 <= len(sentences) <= 6, name
        assert len(set(sentences)) == len(sentences), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_short_and_said_in_every_language(language: str) -> None:
    words = open_words(language)
    for name, sentences in PAGE_HELP.items():
        said = [words.say(text) for text in sentences]
        assert all(len(text) <= 150 for text in said), name
        if language != "en":
            assert all(text != other for text, other in zip(said, sentences, strict=True)), name


@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_the_word_in_the_frame_says_what_the_page_is_for(
    qtbot: QtBot, village: Desk, name: str
) -> None:
    village.speak("lo")
    window = window_on(qtbot, village, name)
    click(window.top.ask_help)
    dialog = help_of(window)
    assert dialog.text().splitlines() == [village.words.say(text) for text in PAGE_HELP[name]]
    assert dialog.heading.text()
    assert dialog.focusWidget() is dialog.close_it
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.place() == name


class TestTheKey:
    def test_f1_without_a_figure_is_the_help(self, qtbot: QtBot, village: Desk) -> None:
        window = window_on(qtbot, village, "settings")
        press(window, Qt.Key.Key_F1)
        assert village.words.say(PAGE_HELP["settings"][0]) in help_of(window).text()

    def test_f1_on_a_figure_is_the_figure_and_shift_f1_the_help(
        self, qtbot: QtBot, village: Desk
    ) -> None:
        window = window_on(qtbot, village, "members")
        table = window.page().finder.table  # type: ignore[union-attr]
        table.setFocus()
        table.setCurrentIndex(table.model().index(0, 4))
        press(table, Qt.Key.Key_F1)
        (why,) = (one for one in window.findChildren(WhyDialog) if one.isVisible())
        press(why, Qt.Key.Key_Escape)
        press(table, Qt.Key.Key_F1, held=Qt.KeyboardModifier.ShiftModifier)
        assert village.words.say(PAGE_HELP["members"][0]) in help_of(window).text()

    def test_it_leads_to_the_guide(self, qtbot: QtBot, village: Desk) -> None:
        dialog = PageHelp(village.words, "home", "", guide=True)
        keep(qtbot, dialog)
        wanted = heard(dialog.go)
        click(dialog.see_guide)
        assert wanted == [("papers", Wish("guide"))]
        assert paper_of("guide").code == "guide"
        assert not dialog.isVisible()

    def test_before_there_is_a_book_it_helps_to_begin_one(
        self, qtbot: QtBot, tmp_path: Path
    ) -> None:
        desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "s.ini"))
        window = window_on(qtbot, desk, "welcome")
        press(window, Qt.Key.Key_F1)
        dialog = help_of(window)
        assert dialog.see_guide.isHidden()
        assert "ກຸ່ມໃໝ່" in dialog.text()


class TestTheCashStrip:
    @pytest.fixture
    def meeting(self, qtbot: QtBot, village: Desk) -> MeetingScreen:
        village.speak("lo")
        lend(village)
        page = window_on(qtbot, village, "meeting").page()
        assert isinstance(page, MeetingScreen)
        press(page.primary, Qt.Key.Key_Return)
        assert page.work.pencil(KHAM.id, Column.SAVINGS, 30_000)
        return page

    def test_f1_says_step_by_step_what_should_be_in_the_box(self, meeting: MeetingScreen) -> None:
        assert meeting.grid is not None
        grid = meeting.grid
        dialog = explained(meeting.window(), meeting.strip)
        assert dialog.why.kip == grid.expected == grid.cash_before + 30_000
        steps = [step.value for step in dialog.why.steps]
        assert steps == [grid.cash_before, 30_000, 0, grid.expected]
        assert "ຄວນມີໃນຫີບ" in dialog.heading.text()

    def test_a_click_reaches_it_and_a_reader_hears_it(self, meeting: MeetingScreen) -> None:
        click(meeting.strip)
        assert meeting.strip.hasFocus()
        assert meeting.strip.text("expected") in meeting.strip.accessibleName()

    def test_what_was_there_before_has_its_entries(self, meeting: MeetingScreen) -> None:
        assert meeting.grid is not None
        before = meeting.strip.box("before")
        figure = pointed_at(before)
        assert figure == accounts_figure(meeting.grid.sheet.day, CASH)
        assert meeting.book.why(figure).kip == meeting.grid.cash_before
