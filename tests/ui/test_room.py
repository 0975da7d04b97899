"""Every word of a page has room: on the screen most laptops have, in each of the languages."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.cut import cut_parts
from tests.ui.hands import keep
from tests.ui.test_loans import agreed
from translations import LANGUAGES
from ui.desk import Desk
from ui.screens.loans.loan import LoanScreen
from ui.screens.places import PLACES
from ui.widgets.buttons import Button
from ui.widgets.labels import line_label
from ui.window import Window

LAPTOP = (1366, 768)


def room(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """A page in which these parts have to share very little."""
    page = QWidget()
    row = QHBoxLayout(page)
    for part in parts:
        row.addWidget(part)
    qtbot.addWidget(page)
    page.setFixedWidth(90)
    page.show()
    return page


def test_words_without_room_are_named(qtbot: QtBot) -> None:
    button, label = Button(), line_label()
    button.setText("Hand over the money")
    label.setText("Who has asked to join")
    page = room(qtbot, button, label)
    assert [*cut_parts(page)] == ["Hand over the money", "Who has asked to join"]


def test_what_wraps_is_not_cut(qtbot: QtBot) -> None:
    label = QLabel("Who has asked to join")
    label.setWordWrap(True)
    page = room(qtbot, label)
    assert [*cut_parts(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loan_that_waits_has_every_button_and_a_whole_title(
    qtbot: QtBot, dressed: QApplication, village: Desk, language: str
) -> None:
    loan = agreed(village)
    village.speak(language)
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    keep(qtbot, window)
    window.resize(*LAPTOP)
    window.show()
    window.go("loan", loan)
    page = window.page()
    assert isinstance(page, LoanScreen)
    dressed.processEvents()
    beside = [page.new_guarantors, page.household, page.more, page.passbook, page.papers, page.back]
    assert all(button.isVisible() for button in beside)
    assert [*cut_parts(page)] == []
    assert page.title.height() >= page.title.heightForWidth(page.title.width())
