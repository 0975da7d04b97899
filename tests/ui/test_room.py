"""Every word of a page has room: on the screen most laptops have, in each of the languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.cut import cut_choices, cut_parts, hidden_columns
from tests.ui.hands import keep
from tests.ui.test_loans import agreed
from tests.walks.pakhon import pakhon_draft
from translations import LANGUAGES
from ui.desk import Desk
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.first_run.steps import STEPS
from ui.screens.funds.screen import FundsScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.places import PLACES
from ui.screens.settings.screen import SettingsScreen
from ui.widgets.buttons import Button
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import line_label
from ui.widgets.table_view import TableView
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


def test_columns_out_of_sight_are_named(qtbot: QtBot) -> None:
    table = TableView()
    table.setModel(QStandardItemModel(2, 2))
    table.model().setHeaderData(0, Qt.Orientation.Horizontal, "What")
    table.model().setHeaderData(1, Qt.Orientation.Horizontal, "How it is paid back")
    page = room(qtbot, table)
    page.setFixedWidth(200)
    assert [*hidden_columns(page)] == ["How it is paid back"]


def test_a_choice_without_room_is_named(qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.offer([(1, "Everything at the end of the loan")])
    box.show_value(1)
    page = room(qtbot, box)
    assert [*cut_choices(page)] == ["Everything at the end of the loan"]
    box.grab()
    assert box.toolTip() == "Everything at the end of the loan"
    page.setFixedWidth(900)
    box.grab()
    assert box.toolTip() == ""


def opened(qtbot: QtBot, desk: Desk, place: str, language: str) -> QWidget:
    """One page of a window as large as a laptop."""
    desk.speak(language)
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    keep(qtbot, window)
    window.resize(*LAPTOP)
    window.show()
    window.go(place)
    page = window.page()
    assert page is not None
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_rules_is_in_sight(
    qtbot: QtBot, dressed: QApplication, village: Desk, language: str
) -> None:
    page = opened(qtbot, village, "settings", language)
    assert isinstance(page, SettingsScreen)
    page.show_part(page.rules)
    editor = page.rules.editor
    # With the buttons and hints of rules that are being entered.
    editor.allow(True)
    for section in range(editor.sections.count()):
        editor.sections.setCurrentRow(section)
        dressed.processEvents()
        assert [*hidden_columns(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_fund_is_read_whole(
    qtbot: QtBot, dressed: QApplication, village: Desk, language: str
) -> None:
    page = opened(qtbot, village, "funds", language)
    assert isinstance(page, FundsScreen)
    fields = page.form.fields
    for name in ("account", "member"):
        fields[name].show()
    dressed.processEvents()
    assert fields["account"].geometry().bottom() < fields["member"].geometry().top()
    assert [*cut_choices(page)] == []
    assert [*hidden_columns(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_groups_debts_is_in_sight(
    qtbot: QtBot, dressed: QApplication, village: Desk, language: str
) -> None:
    page = opened(qtbot, village, "welcome", language)
    assert isinstance(page, FirstRunScreen)
    row = ("ກອງທຶນເມືອງ ໜອງບົກ", "3000000", "0.5", "outstanding", "bullet", "15/06/2026", "12")
    number = STEPS.index("debts")
    draft = replace(pakhon_draft(), debts=((*row, "7/2025", ""),), page=number, reached=number)
    page.enter(draft)
    dressed.processEvents()
    assert [*hidden_columns(page)] == []


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
