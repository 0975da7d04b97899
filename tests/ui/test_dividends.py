"""Dividends are paid: each member takes hers in her own way, many are written at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import CASH
from ledger.rules.closing import plan_close
from ledger.rules.lines import DividendWay
from ledger.rules.people import MemberId
from tests.closings import AFTER, HEAD, KEEPER, NOON, YEAR, a_year
from tests.ui.hands import click, click_cell, heard, keep, press, type_line
from tests.villages import BOUNMY, DALA, KHAM, NOY
from translations import open_words
from ui.desk import Desk
from ui.models.dividends import Section
from ui.screens.year_end.paying import DividendsScreen
from ui.settings import Settings


def closed_desk(file: Path, settings: Settings) -> Desk:
    """The desk with the village's book, its year closed; it speaks Lao."""
    book = a_year(file)
    plan = plan_close(book.year_facts(YEAR, AFTER))
    close_year(book, HEAD, plan=plan, signers=(KEEPER,), today=AFTER)
    book.close()
    desk = Desk(open_words("lo"), clock=lambda: NOON, settings=settings)
    assert desk.open(file)
    desk.sign_in(KEEPER)
    return desk


@pytest.fixture
def paid_desk(tmp_path: Path, settings: Settings) -> Iterator[Desk]:
    desk = closed_desk(tmp_path / "village.book", settings)
    yield desk
    desk.close()


@pytest.fixture
def screen(qtbot: QtBot, paid_desk: Desk) -> DividendsScreen:
    screen = DividendsScreen(paid_desk)
    screen.resize(1200, 640)
    keep(qtbot, screen)
    return screen


def _row(screen: DividendsScreen, member: MemberId) -> int:
    return [due.member.id for due in screen.model.dues()].index(member)


def _stand(screen: DividendsScreen, member: MemberId) -> None:
    click_cell(screen.table, screen.model.index(_row(screen, member), Section.NAME))


def _savings(book: Book, member: MemberId) -> int:
    return book.savings()[member]


def test_everybody_who_is_owed_stands_on_the_list(screen: DividendsScreen, paid_desk: Desk) -> None:
    owed = paid_desk.book.dividends_owed()
    assert {due.member.id: due.owed for due in screen.model.dues()} == owed
    # Nobody is paid whom nobody has asked.
    assert screen.model.lines() == []
    assert not screen.pay.isEnabled()


def test_keys_choose_and_enter_pays(screen: DividendsScreen, paid_desk: Desk) -> None:
    book = paid_desk.book
    owed, cash = book.dividends_owed(), book.balances()[CASH]
    saved = _savings(book, DALA.id)
    _stand(screen, BOUNMY.id)
    press(screen.table, Qt.Key.Key_F6)
    _stand(screen, DALA.id)
    press(screen.table, Qt.Key.Key_F7)
    assert screen.words.money(owed[BOUNMY.id] + owed[DALA.id]) in screen.pay.text()
    screen.pay.setFocus()
    press(screen.pay, Qt.Key.Key_Return)
    assert book.balances()[CASH] == cash - owed[BOUNMY.id]
    assert _savings(book, DALA.id) == saved + owed[DALA.id]
    left = {due.member.id for due in screen.model.dues()}
    assert left == owed.keys() - {BOUNMY.id, DALA.id}
    assert screen.banner.text()
    assert not screen.pay.isEnabled()


def test_against_overdue_debt(screen: DividendsScreen, paid_desk: Desk) -> None:
    owed = paid_desk.book.dividends_owed()[KHAM.id]
    before = paid_desk.book.balances()
    _stand(screen, KHAM.id)
    click(screen.choose[DividendWay.OFFSET])
    click(screen.pay)
    assert KHAM.id not in paid_desk.book.dividends_owed()
    # No cash was moved: what she was owed has paid what she owed.
    assert paid_desk.book.balances()[CASH] == before[CASH]
    assert owed


def test_a_way_that_is_not_open_is_told(screen: DividendsScreen) -> None:
    """Of all five only one has a loan that is overdue."""
    screen.everybody.setFocus()
    press(screen.everybody, Qt.Key.Key_Return)
    press(screen.table, Qt.Key.Key_F8)
    ways = [screen.model.way(row) for row in range(screen.model.rowCount())]
    assert ways.count(DividendWay.OFFSET) == 1
    assert screen.words.number(len(ways) - 1) in screen.banner.text()


def test_all_at_once_into_savings_but_one(screen: DividendsScreen, paid_desk: Desk) -> None:
    click(screen.everybody)
    press(screen.table, Qt.Key.Key_F7)
    _stand(screen, NOY.id)
    press(screen.table, Qt.Key.Key_Delete)
    click(screen.pay)
    assert paid_desk.book.dividends_owed().keys() == {NOY.id}
    assert [due.member.id for due in screen.model.dues()] == [NOY.id]


def test_more_cash_than_the_box_holds_is_refused_whole(
    screen: DividendsScreen, paid_desk: Desk
) -> None:
    entries = paid_desk.book.entries(date.min, date.max)
    click(screen.everybody)
    press(screen.table, Qt.Key.Key_F6)
    screen.day.setFocus()
    type_line(screen.day, "31/12/2026")
    click(screen.pay)
    assert paid_desk.book.entries(date.min, date.max) == entries
    assert screen.banner.text() == paid_desk.last_sentence != ""


def test_a_day_that_cannot_be_read_keeps_the_money(
    screen: DividendsScreen, paid_desk: Desk
) -> None:
    click(screen.everybody)
    press(screen.table, Qt.Key.Key_F7)
    screen.day.setText("ມື້ອື່ນ")
    click(screen.pay)
    assert paid_desk.book.dividends_owed()
    assert screen.day_field.problem_text() or screen.day.accessibleDescription()


def test_an_empty_list_leads_to_the_closing(screen: DividendsScreen) -> None:
    click(screen.everybody)
    press(screen.table, Qt.Key.Key_F7)
    click(screen.pay)
    assert screen.empty.isVisible()
    gone = heard(screen.go)
    screen.empty.pressed.emit()
    assert gone == [("year_end", None)]


def test_what_was_chosen_stays_when_the_language_changes(
    screen: DividendsScreen, paid_desk: Desk
) -> None:
    _stand(screen, DALA.id)
    press(screen.table, Qt.Key.Key_F7)
    paid_desk.speak("en")
    row = _row(screen, DALA.id)
    assert screen.model.way(row) is DividendWay.SAVINGS
    assert screen.model.index(row, Section.WAY).data() == "Into savings"
    assert screen.title.text() == "Dividends to be paid"
