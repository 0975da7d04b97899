"""Funds, the bank's book, and borrowed money: opened, compared and agreed with keys, in Lao."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.accounts import Account
from ledger.rules.lines import FundGift, Line, ToBank
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import BANK, DAY, RESERVE, TODAY, WELFARE
from ui.desk import Desk
from ui.screens.funds import account as account_page
from ui.screens.funds.account import AccountScreen
from ui.screens.funds.bank import BankScreen
from ui.screens.funds.borrowing import BorrowingScreen
from ui.screens.funds.screen import FundsScreen
from ui.widgets.banner import Tone

LENDER = Account(2201)
ROAD = Account(3003)


@pytest.fixture
def desk(village: Desk) -> Desk:
    village.speak("lo")
    return village


def write(desk: Desk, *lines: Line) -> None:
    assert desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))


def opened(qtbot: QtBot, desk: Desk, item: int | None) -> AccountScreen:
    page = AccountScreen(desk)
    page.show_item(item)
    keep(qtbot, page)
    return page


def test_a_fund_is_opened_renamed_and_closed(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, desk, None)
    wanted = heard(page.go)
    type_line(page.name, "ຖະໜົນ")
    click(page.write)
    assert page.problem_text("decision") == "ໃຫ້ຂຽນເລກທີມະຕິຂອງຄະນະກຳມະການ."
    type_line(page.decision, "4/2026")
    click(page.write)
    assert wanted == [("funds", None)]
    named = desk.book.rulebook(TODAY).named(ROAD)
    assert named is not None
    assert named.name == "ຖະໜົນ"

    write_today = FundGift(ROAD, 70_000, "", "ວັດ")
    assert desk.do(
        lambda book, who: record_day(book, who, day=TODAY, lines=(write_today,), today=TODAY)
    )
    page = opened(qtbot, desk, ROAD)
    type_line(page.name, "ຂົວ")
    type_line(page.decision, "5/2026")
    press(page.write, Qt.Key.Key_Return)
    renamed = desk.book.rulebook(TODAY).named(ROAD)
    assert renamed is not None
    assert renamed.name == "ຂົວ"

    monkeypatch.setattr(account_page, "confirm", lambda *_, **__: True)
    page = opened(qtbot, desk, ROAD)
    type_line(page.decision, "6/2026")
    click(page.close_it)
    assert page.problem_text("to") or page.problem_text()
    page.to.show_value(RESERVE)
    click(page.close_it)
    assert desk.book.balances()[RESERVE] == 70_000
    assert desk.book.rulebook(TODAY).named(ROAD).closed == TODAY  # type: ignore[union-attr]


def test_the_banks_book_is_ticked_with_the_space_bar(qtbot: QtBot, desk: Desk) -> None:
    write(desk, ToBank(BANK, 300_000), ToBank(BANK, 50_000))
    page = BankScreen(desk)
    page.show_item(BANK)
    keep(qtbot, page)
    click(page.write)
    assert page.problem_text("kip") == "ໃຫ້ພິມຍອດໃນປຶ້ມທະນາຄານ."
    type_line(page.kip, "300000")
    name, figure = page.figures.figures()[-1]
    assert (page.figures.signs(), "!" in figure) == ({name: Tone.WARN}, False)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert page.figures.signs() == {name: Tone.GOOD}
    wanted = heard(page.go)
    click(page.write)
    assert wanted == [("funds", BANK)]
    (statement,) = desk.book.bank_statements()
    assert (statement.kip, statement.agrees) == (300_000, True)
    assert [line.kip for line in desk.book.open_lines(BANK).lines] == [50_000]


def test_a_difference_is_explained_before_it_is_written(qtbot: QtBot, desk: Desk) -> None:
    write(desk, ToBank(BANK, 300_000))
    page = BankScreen(desk)
    page.show_item(BANK)
    keep(qtbot, page)
    type_line(page.kip, "299000")
    press(page.table, Qt.Key.Key_Space)
    click(page.write)
    assert "1,000" in page.problem_text("reason")
    assert desk.book.bank_statements() == ()
    type_letters(page.reason, "ຄ່າທຳນຽມ")
    click(page.write)
    (statement,) = desk.book.bank_statements()
    assert (statement.difference, statement.reason) == (-1_000, "ຄ່າທຳນຽມ")


def test_money_is_borrowed_received_and_paid_back(qtbot: QtBot, desk: Desk) -> None:
    page = BorrowingScreen(desk)
    page.show_item(None)
    keep(qtbot, page)
    type_line(page.lender, "ກອງທຶນເມືອງ")
    type_line(page.kip, "600000")
    type_line(page.rate, "1")
    type_line(page.months, "6")
    type_line(page.decision, "2/2026")
    wanted = heard(page.go)
    click(page.write)
    assert wanted == [("funds", LENDER)]

    funds = FundsScreen(desk)
    funds.show_item(LENDER)
    keep(qtbot, funds)
    assert funds.form.account.value() == LENDER
    assert funds.form.kip.value() == 600_000
    click(funds.write)
    assert desk.book.balances()[LENDER] == 600_000
    funds.form.choose("lender_paid")
    type_line(funds.form.kip, "100000")
    type_line(funds.form.papers.receipt, "0077")
    click(funds.write)
    assert desk.book.balances()[LENDER] == 500_000

    page.show_item(LENDER)
    page.refresh()
    assert "500,000" in dict(page.figures.figures())["ຕົ້ນທຶນຍັງເຫຼືອ"]
    assert page.model.rowCount() == 1


def test_money_moves_to_another_fund_by_a_decision(qtbot: QtBot, desk: Desk) -> None:
    write(desk, FundGift(WELFARE, 100_000))
    page = FundsScreen(desk)
    page.show_item(WELFARE)
    keep(qtbot, page)
    page.form.choose("fund_moved")
    type_line(page.form.kip, "40000")
    click(page.write)
    assert page.form.problem_text() == "ໃຫ້ຂຽນເລກທີມະຕິຂອງຄະນະກຳມະການ."
    type_line(page.form.papers.decision, "7/2026")
    click(page.write)
    assert desk.book.balances()[RESERVE] == 40_000
