"""Whoever writes says first who she is, and her name stands behind what she wrote."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import FundGift
from ledger.rules.people import SET_UP, Role
from tests.ui.hands import click, press
from tests.villages import DAY, OFFICERS, WELFARE
from ui.desk import Desk
from ui.screens.places import PLACES
from ui.screens.sign_in import SignInScreen
from ui.window import Window


def test_the_first_page_of_a_begun_book_asks_for_a_name(qtbot: QtBot, village: Desk) -> None:
    desk = village
    desk.sign_in(SET_UP)
    window = Window()
    qtbot.addWidget(window)
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    window.show()
    window.begin()
    page = window.page()
    assert isinstance(page, SignInScreen)
    click(window.bar.button("members"))
    assert window.place() == "sign_in"
    president = next(tile for tile in page.tiles if OFFICERS[0].name in tile.text())
    president.setFocus()
    press(president, Qt.Key.Key_Return)
    assert window.place() == "home"
    assert desk.actor.role is Role.PRESIDENT
    assert OFFICERS[0].name in window.top.actor.text()
    click(window.top.actor)
    assert window.place() == "sign_in"


def test_nothing_is_written_without_a_name(qtbot: QtBot, village: Desk) -> None:
    desk = village
    desk.sign_in(SET_UP)
    before = desk.book.balances()
    gift = [FundGift(WELFARE, 5_000)]
    with qtbot.waitSignal(desk.refused) as said:
        assert not desk.do(lambda book, who: record_day(book, who, day=DAY, lines=gift, today=DAY))
    assert said.args == [
        desk.words.say("Nobody has said who is at the desk. Choose your name first.")
    ]
    assert desk.book.balances() == before


def test_the_auditor_may_look_and_is_told_so(qtbot: QtBot, village: Desk) -> None:
    page = SignInScreen(village)
    qtbot.addWidget(page)
    page.show()
    texts = [tile.text() for tile in page.tiles]
    auditor = next(text for text in texts if OFFICERS[3].name in text)
    assert auditor != OFFICERS[3].name
    assert len(texts) == len(OFFICERS)
