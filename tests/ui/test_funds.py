"""Funds, banks and debts: their year, their own pages, and movements that are written today."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import open_sheet
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.accounts import CASH, Account
from ledger.rules.lines import FundGift, FundSpent, Line, ToBank
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Role
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import BANK, DAY, NETWORK, RESERVE, TODAY, WELFARE, actor
from ui.desk import Desk
from ui.models.funds import Sort, sort_of
from ui.screens.books.at import At, Leaf
from ui.screens.funds.fund import FundScreen
from ui.screens.funds.screen import FundsScreen

TAB = Qt.Key.Key_Tab


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> FundsScreen:
    village.speak("lo")
    write(village, FundGift(WELFARE, 300_000, "ບໍລິຈາກ"), ToBank(BANK, 500_000))
    page = FundsScreen(village)
    keep(qtbot, page)
    return page


@pytest.fixture
def fund(qtbot: QtBot, village: Desk) -> FundScreen:
    village.speak("lo")
    write(village, FundGift(WELFARE, 300_000, "ບໍລິຈາກ"))
    write(village, FundSpent(WELFARE, 40_000, "ຢາ"))
    fund = FundScreen(village)
    fund.show_item(WELFARE)
    keep(qtbot, fund)
    return fund


def write(desk: Desk, *lines: Line) -> None:
    assert desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))


def row_of(page: FundsScreen, account: Account) -> list[str]:
    accounts = [row.account for row in page.model.rows()]
    place = accounts.index(account)
    return [
        str(page.model.index(place, column).data())
        for column in range(page.model.columnCount() - 1)
        if not page.table.isColumnHidden(column)
    ]


def stand_on(page: FundsScreen, account: Account) -> None:
    accounts = [row.account for row in page.model.rows()]
    press(page.table, Qt.Key.Key_Home)
    for _ in range(accounts.index(account)):
        press(page.table, Qt.Key.Key_Down)


class TestTheList:
    def test_funds_come_first_then_banks_then_debts(self, page: FundsScreen) -> None:
        accounts = [row.account for row in page.model.rows()]
        assert accounts == [WELFARE, RESERVE, BANK, NETWORK]
        assert [sort_of(a) for a in accounts] == [Sort.FUND, Sort.FUND, Sort.BANK, Sort.OWED]

    def test_each_has_its_year(self, page: FundsScreen) -> None:
        assert row_of(page, WELFARE)[1:] == ["0", "300,000", "", "300,000"]
        write(page.desk, FundSpent(WELFARE, 40_000))
        assert row_of(page, WELFARE)[1:] == ["0", "300,000", "40,000", "260,000"]
        assert row_of(page, BANK)[1:] == ["0", "500,000", "", "500,000"]

    def test_enter_opens_the_page_of_a_fund(self, page: FundsScreen) -> None:
        wanted = heard(page.go)
        stand_on(page, BANK)
        press(page.table, Qt.Key.Key_Return)
        click(page.open_page)
        assert wanted == [("fund", BANK)] * 2


class TestMoving:
    def test_the_form_follows_the_cursor_until_something_is_typed(self, page: FundsScreen) -> None:
        stand_on(page, BANK)
        assert page.form.account.value() == BANK
        assert "500,000" in page.form.fields["account"]._hint.text()
        type_letters(page.form.kip, "1")
        stand_on(page, RESERVE)
        assert page.form.account.value() == BANK

    def test_spending_by_keys_alone(self, page: FundsScreen) -> None:
        page.table.setFocus()
        stand_on(page, WELFARE)
        page.form.kip.setFocus()
        type_line(page.form.kip, "50000")
        assert page.form.note.hasFocus()
        type_letters(page.form.note, "ຢາ")
        press(page.write, Qt.Key.Key_Return)
        assert page.book.balances()[WELFARE] == 250_000
        assert row_of(page, WELFARE)[-1] == "250,000"
        assert page.book.entries(TODAY, TODAY)[-1].entry.note == "ຢາ"
        assert "50,000" in page.banner.text()
        assert page.form.kip.value() is None

    @pytest.mark.parametrize(
        ("key", "account", "moved"),
        [
            ("fund_gift", RESERVE, 5_000),
            ("to_bank", BANK, 5_000),
            ("from_bank", BANK, -5_000),
            ("bank_interest", BANK, 5_000),
        ],
    )
    def test_every_movement_is_written_today(
        self, page: FundsScreen, key: str, account: Account, moved: int
    ) -> None:
        before = page.book.balances().get(account, 0)
        page.form.choose(key)
        page.form.account.show_value(account)
        type_line(page.form.kip, "5000")
        click(page.write)
        assert page.book.balances()[account] == before + moved
        assert page.book.last_day() == TODAY

    def test_never_more_than_the_fund_holds(self, page: FundsScreen) -> None:
        stand_on(page, WELFARE)
        type_line(page.form.kip, "300001")
        click(page.write)
        assert "300,000" in page.form.problem_text()
        assert "300,001" in page.form.problem_text()
        assert page.form.kip.hasFocus()
        assert page.book.balances()[WELFARE] == 300_000
        type_line(page.form.kip, "300000")
        click(page.write)
        assert page.form.problem_text() == ""
        assert page.book.balances()[WELFARE] == 0

    def test_an_empty_amount_is_asked_for(self, page: FundsScreen) -> None:
        click(page.write)
        assert page.form.fields["kip"].problem_text()
        assert page.book.last_day() == DAY

    def test_the_auditor_is_told_so(self, page: FundsScreen) -> None:
        page.desk.sign_in(actor(Role.AUDITOR))
        stand_on(page, WELFARE)
        type_line(page.form.kip, "1000")
        click(page.write)
        assert page.form.problem_text()
        assert page.book.balances()[WELFARE] == 300_000

    def test_an_open_sheet_takes_it_instead(self, page: FundsScreen) -> None:
        assert page.desk.do(_open_sheet)
        assert page.form.isHidden()
        assert page.write.isHidden()
        wanted = heard(page.go)
        press(page.instead.go_there, Qt.Key.Key_Return)
        assert wanted == [("meeting", None)]

    def test_another_page_begins_a_movement(self, page: FundsScreen) -> None:
        page.show_item(RESERVE)
        page.look_again()
        assert page.chosen() == RESERVE
        assert page.form.account.value() == RESERVE
        assert page.form.kip.hasFocus()

    def test_it_speaks_another_language_at_once(self, page: FundsScreen) -> None:
        page.desk.speak("th")
        assert page.title.text() == page.words.say("Funds, banks and debts")
        assert page.words.language == "th"
        assert page.form.kind.currentText() == page.words.say("Spend from a fund")


class TestOnePage:
    def test_every_movement_stands_there_with_what_was_left(self, fund: FundScreen) -> None:
        assert [line.balance for line in fund.model.rows()] == [0, 300_000, 260_000]
        assert [figure for _, figure in fund.facts.figures()] == [
            fund.words.money(kip) for kip in (0, 300_000, 0, 40_000, 260_000)
        ]

    def test_enter_opens_the_whole_entry(self, fund: FundScreen) -> None:
        wanted = heard(fund.go)
        press(fund.table, Qt.Key.Key_Return)
        number = fund.book.entries(DAY, DAY)[-1].number
        assert wanted == [("books", At(Leaf.ENTRIES, entry=number))]

    def test_money_is_moved_on_the_list(self, fund: FundScreen) -> None:
        wanted = heard(fund.go)
        click(fund.write_move)
        click(fund.all_funds)
        assert wanted == [("funds", WELFARE), ("funds", None)]

    def test_an_untouched_fund_says_so(self, fund: FundScreen) -> None:
        fund.show_item(RESERVE)
        fund.look_again()
        assert fund.pages.currentWidget() is fund.nothing
        assert not fund.see_entry.isEnabled()


def test_cash_is_never_carried_out_below_nothing(page: FundsScreen) -> None:
    page.form.choose("to_bank")
    type_line(page.form.kip, "9000000")
    click(page.write)
    assert page.form.problem_text()
    assert page.book.balances()[CASH] == 2_300_000


def _open_sheet(book: Book, who: Actor) -> Change:
    return open_sheet(book, who, day=TODAY, kind=SheetKind.DAY_SHEET, opening=None, today=TODAY)
