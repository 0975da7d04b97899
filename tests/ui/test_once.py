"""Impatient hands: two clicks, Enter held down, and a form that is sent again are one act."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from ledger.rules.accounts import Account
from tests.ui.hands import NONE, click, heard, keep, type_line
from tests.villages import WELFARE
from ui.desk import Desk
from ui.screens.funds.screen import FundsScreen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.table_view import TableView

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> FundsScreen:
    page = FundsScreen(village)
    keep(qtbot, page)
    page.form.choose("fund_gift")
    page.form.account.show_value(WELFARE)
    return page


def double_click(widget: QWidget) -> None:
    """All that Qt sends for two quick clicks."""
    at = widget.rect().center()
    QTest.mousePress(widget, LEFT, NONE, at)
    QTest.mouseRelease(widget, LEFT, NONE, at)
    QTest.mouseDClick(widget, LEFT, NONE, at)
    QTest.mouseRelease(widget, LEFT, NONE, at)


def hold_enter(widget: QWidget, times: int = 20) -> None:
    """Enter pressed, and held until the keyboard has repeated it."""
    for n in range(times):
        again = n > 0
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ENTER, NONE, "", again))


def held(page: FundsScreen, account: Account = WELFARE) -> int:
    return page.book.balances().get(account, 0)


@pytest.mark.parametrize("hands", [double_click, hold_enter])
def test_impatient_hands_write_one_act(page: FundsScreen, hands: object) -> None:
    acts = len(page.book.history(1_000))
    type_line(page.form.kip, "5000")
    assert callable(hands)
    hands(page.write)
    assert held(page) == 5_000
    assert len(page.book.history(1_000)) == acts + 1


def test_the_same_payment_from_a_second_form_is_written_too(page: FundsScreen) -> None:
    for _ in range(2):
        page.form.choose("fund_gift")
        page.form.account.show_value(WELFARE)
        type_line(page.form.kip, "5000")
        click(page.write)
    assert held(page) == 10_000


def test_what_was_written_although_the_machine_failed_is_not_written_again(
    page: FundsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The act was on the disk, its second record was not: she sees a sentence and tries again."""

    def pulled_out(self: Book) -> None:
        raise BookTrouble(str(self.path))

    type_line(page.form.kip, "5000")
    with monkeypatch.context() as broken:
        broken.setattr(Book, "wrote", pulled_out)
        click(page.write)
    assert held(page) == 5_000
    assert page.form.kip.value() == 5_000
    click(page.write)
    assert held(page) == 5_000
    assert "not written a second time" in page.desk.last_sentence


def test_the_second_of_two_clicks_is_nobody_s(qtbot: QtBot) -> None:
    """It would press what has taken the button's place meanwhile."""
    button = PrimaryButton()
    keep(qtbot, button)
    clicked = heard(button.clicked)
    double_click(button)
    assert len(clicked) == 1
    click(button, QPoint(2, 2))
    assert len(clicked) == 2


def test_enter_held_down_presses_once(qtbot: QtBot) -> None:
    button = Button()
    keep(qtbot, button)
    clicked = heard(button.clicked)
    hold_enter(button)
    assert len(clicked) == 1


def test_enter_held_down_opens_one_row(qtbot: QtBot, page: FundsScreen) -> None:
    opened = heard(page.table.opened)
    page.table.select_row(0)
    hold_enter(page.table)
    assert isinstance(page.table, TableView)
    assert len(opened) == 1


CANNOT_STAND_TWICE = frozenset(
    {
        # What is done has changed what can be done: the rules refuse it a second time.
        *("booklets/print_lines.py", "booklets/screen.py", "books/months.py"),
        *("loans/waiting.py", "meeting/more.py", "members/life.py", "minutes/writing.py"),
        *("safe/copies.py", "safe/which_day.py", "saving/interest.py", "saving/notice_back.py"),
        *("settings/hand_over.py", "settings/rules_part.py", "taking_back.py", "welfare/claim.py"),
        *("welfare/leaving.py", "welfare/pensions.py", "year_end/screen.py", "loans/decision.py"),
        # Written again, the same fact says the same, and moves no money.
        *("loans/new_guarantors.py", "members/households.py", "network/typed.py"),
        *("paper_texts/screen.py", "papers/screen.py", "pins/forgotten.py", "saving/month.py"),
        *("settings/committee_part.py", "settings/group_part.py", "settings/permits_part.py"),
        *("settings/pin_part.py", "year_end/words.py", "meeting/from_paper.py"),
    }
)
"""Pages whose acts need no key of their own. Every other page sends one with each act."""

KEYLESS = {
    # A cell, a mark and a count are typed over; a sheet is opened, signed, put away and put back
    # once.
    "meeting/acts.py": 9,
    # A candidate is decided on once. Who asks to join comes with a key.
    "members/candidates.py": 2,
    # Her birthday is a fact of hers. The claim comes with a key.
    "welfare/request.py": 1,
}
"""Pages that send some acts with a key and so many without one."""


def test_every_page_that_could_write_twice_sends_a_key() -> None:
    screens = Path("ui/screens")
    without: dict[str, int] = {}
    for file in sorted(screens.rglob("*.py")):
        name = file.relative_to(screens).as_posix()
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("desk.do"):
                keyed = any(given.arg == "once" for given in call.keywords)
                without[name] = without.get(name, 0) + (not keyed)
    assert {name for name, n in without.items() if n} == CANNOT_STAND_TWICE | KEYLESS.keys()
    assert {name: without[name] for name in KEYLESS} == KEYLESS
