"""Pakhon's first fund day, typed by its committee: 63 of 65 come and save 960,000 kip."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.set_up import begin_book
from ledger.rules.accounts import CASH, PASSBOOK_FEES, SAVINGS
from ledger.rules.codec import from_plain
from ledger.rules.people import SET_UP, Actor, Member, MemberId
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.set_up import SetUp
from ledger.statements.meeting_progress import Step
from resources import path
from tests.ui.hands import let_go, press, type_letters
from tests.villages import OFFICERS
from tests.walks.test_meeting import Committee, page_at
from tests.walks.test_real_groups import spread
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.sign_page import SignPage
from ui.screens.meeting.who_page import WhoPage
from ui.settings import Settings

DAY = date(2018, 8, 5)
NOW = datetime(2018, 8, 5, 9, 0, tzinfo=timezone(timedelta(hours=7)))
AWAY = (64, 65)
SAVED = spread(960_000, 63, 500)
FEES = 63 * 10_000
Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    plain = json.loads(path("rules/a01_pakhon.json").read_text(encoding="utf-8"))
    members = tuple(
        Member(id=MemberId(n), number=f"{n:03d}", name=f"ຄຳ ທີ {n}", joined=DAY)
        for n in range(1, 66)
    )
    set_up = SetUp(
        group=Group(name="ກອງທຶນປາກຄອນ"),
        begin=DAY,
        rulebook=from_plain(Rulebook, plain),
        officers=OFFICERS,
        members=members,
    )
    file = tmp_path / "pakhon.book"
    begin_book(file, SET_UP, set_up=set_up, clock=lambda: NOW).close()
    desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "s.ini"))
    assert desk.open(file)
    keeper = OFFICERS[1]
    desk.sign_in(Actor(keeper.id, keeper.name, keeper.role))
    yield desk
    let_go()
    desk.close()


def test_the_first_fund_day_of_pakhon(qtbot: QtBot, desk: Desk) -> None:
    book, table = desk.book, Committee(qtbot, desk)
    screen = table.screen
    press(screen.primary, Key.Key_Return)

    # The box is empty on the first day, and that is counted too.
    opening = page_at(screen, Step.OPEN)
    assert isinstance(opening, CountPage)
    table.count(opening, 0)
    table.go_on()

    who = page_at(screen, Step.WHO)
    assert isinstance(who, WhoPage)
    for number in AWAY:
        who.table.select_row(number - 1)
        type_letters(who.table, "3")
    press(who.rest, Key.Key_Return)
    table.go_on()

    # Each pays for her passbook, and saves what she has brought.
    collect = page_at(screen, Step.COLLECT)
    assert isinstance(collect, CollectPage)
    press(collect.all_due, Key.Key_Return)
    button = QApplication.focusWidget()
    assert button is not None
    press(button, Key.Key_Return)
    for kip in SAVED:
        table.type_amount(collect, str(kip))
    table.go_on()
    table.go_on()

    count = page_at(screen, Step.COUNT)
    assert isinstance(count, CountPage)
    assert screen.strip.text("expected") == desk.words.kip(960_000 + FEES)
    table.count(count, 960_000 + FEES)
    table.go_on()

    sign = page_at(screen, Step.SIGN)
    assert isinstance(sign, SignPage)
    while sign.second.value() is None or sign.second.value().id == sign.first.value().id:
        press(sign.second, Key.Key_Down)
    table.go_on()

    assert book.open_sheet() is None
    standing = {account: kip for account, kip in book.balances().items() if kip}
    assert standing == {CASH: 960_000 + FEES, SAVINGS: 960_000, PASSBOOK_FEES: FEES}
    assert len(book.savings()) == 63
    assert book.check() == ()
