"""Funds, the bank and a lender in Lao, from the decision to the last kip; then by command."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.accounts import CASH, Account, Named
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.set_up import SetUp
from reports.annual import print_annual
from tests.reports.pdfs import text_of
from tests.ui.hands import click, keep, let_go, press, type_line
from tests.villages import (
    BANK,
    BEGIN,
    GROUP,
    MEMBERS,
    NETWORK,
    NEXT_VILLAGE,
    OFFICERS,
    RESERVE,
    RULES,
    actor,
)
from tests.walks.commands import Commands, write_days
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.models.home import read_home
from ui.models.home_tasks import Unfinished, task_sentence
from ui.screens.funds import account as account_page
from ui.screens.funds.account import AccountScreen
from ui.screens.funds.bank import BankScreen
from ui.screens.funds.borrowing import BorrowingScreen
from ui.screens.funds.fund import FundScreen
from ui.screens.funds.screen import FundsScreen
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window

S = TypeVar("S")
NOW = datetime(2026, 4, 20, 9, tzinfo=timezone(timedelta(hours=7)))
ROAD, LENDER = Account(3003), Account(2201)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    file = tmp_path / "village.book"
    set_up = SetUp(
        group=GROUP,
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    book = Book.create(file, group=GROUP, rulebook=RULES, clock=lambda: NOW)
    start_books(book, SET_UP, set_up=set_up)
    book.close()
    desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "s.ini"))
    assert desk.open(file)
    desk.sign_in(actor())
    yield desk
    let_go()
    desk.close()


class Hands:
    """Somebody before the window, with a keyboard and a mouse."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.desk = desk
        self.window = Window()
        self.window.furnish(desk.words)
        self.window.attach(desk, PLACES)
        keep(qtbot, self.window)
        self.window.go("funds")

    def page(self, kind: type[S]) -> S:
        page = self.window.page()
        assert isinstance(page, kind)
        return page

    def move(self, account: Account, key: str, kip: str, decision: str = "") -> FundsScreen:
        """Write one movement of an account on the page of all funds."""
        self.window.go("funds", account)
        page = self.page(FundsScreen)
        page.form.choose(key)
        page.form.account.show_value(account)
        type_line(page.form.kip, kip)
        if decision:
            type_line(page.form.papers.decision, decision)
        click(page.write)
        return page

    def balance(self, account: Account) -> int:
        return self.desk.book.balances().get(account, 0)


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    return Hands(qtbot, desk)


def test_a_fund_from_its_opening_to_its_end(
    hands: Hands, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(hands.page(FundsScreen).open_new)
    form = hands.page(AccountScreen)
    type_line(form.name, "ກອງທຶນທາງເຂົ້ານາ")
    type_line(form.decision, "4/2026")
    click(form.write)
    page = hands.move(ROAD, "fund_gift", "໓໐໐.໐໐໐")
    assert page.form.problem_text() == ""
    assert hands.balance(ROAD) == 300_000
    # Never more than the fund holds, however good the decision is.
    page = hands.move(ROAD, "fund_spent", "300,001", "5/2026")
    assert "300,000" in page.form.problem_text()
    hands.move(ROAD, "fund_spent", "120,000", "5/2026")
    page = hands.move(ROAD, "fund_moved", "30,000")
    assert page.form.problem_text() == "ໃຫ້ຂຽນເລກທີມະຕິຂອງຄະນະກຳມະການ."
    page.form.papers.to.show_value(RESERVE)
    type_line(page.form.papers.decision, "6/2026")
    click(page.write)
    assert (hands.balance(ROAD), hands.balance(RESERVE)) == (150_000, 30_000)
    hands.window.go("fund", ROAD)
    fund = hands.page(FundScreen)
    assert len(fund.model.rows()) >= 3
    monkeypatch.setattr(account_page, "confirm", lambda *_, **__: True)
    hands.window.go("account", ROAD)
    form = hands.page(AccountScreen)
    type_line(form.decision, "7/2026")
    form.to.show_value(RESERVE)
    click(form.close_it)
    assert (hands.balance(ROAD), hands.balance(RESERVE)) == (0, 180_000)
    hands.window.go("funds")
    rows = hands.page(FundsScreen).model.rows()
    place = next(n for n, row in enumerate(rows) if row.account == ROAD)
    model = hands.page(FundsScreen).model
    texts = [model.index(place, n).data() for n in range(model.columnCount())]
    assert "ປິດວັນທີ 20/04/2026" in texts
    assert desk.book.check() == ()


def test_the_banks_book_is_held_against_ours(hands: Hands, desk: Desk) -> None:
    hands.move(BANK, "to_bank", "400,000")
    hands.move(BANK, "to_bank", "50,000")
    hands.window.go("bank", BANK)
    page = hands.page(BankScreen)
    type_line(page.kip, "400,000")
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Home, Qt.Key.Key_Space)
    click(page.write)
    (statement,) = desk.book.bank_statements()
    assert (statement.kip, statement.agrees) == (400_000, True)
    assert [line.kip for line in desk.book.open_lines(BANK).lines] == [50_000]
    model = hands.page(FundsScreen).model
    rows = {row.account: n for n, row in enumerate(model.rows())}
    beside = model.index(rows[BANK], model.columnCount() - 1)
    assert beside.data() == desk.words.say("Days ago: {days}", days="0")
    assert not beside.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert desk.book.check() == ()


def test_money_is_borrowed_and_paid_back_to_the_last_kip(hands: Hands, desk: Desk) -> None:
    click(hands.page(FundsScreen).borrow)
    form = hands.page(BorrowingScreen)
    type_line(form.lender, "ກອງທຶນເມືອງ")
    type_line(form.kip, "600,000")
    type_line(form.rate, "1")
    type_line(form.months, "6")
    type_line(form.decision, "8/2026")
    click(form.write)
    page = hands.page(FundsScreen)
    assert page.form.kip.value() == 600_000, "what was agreed is proposed"
    click(page.write)
    assert hands.balance(LENDER) == 600_000
    page = hands.move(LENDER, "lender_paid", "700,000")
    assert page.form.problem_text()
    hands.move(LENDER, "lender_paid", "100,000")
    # No month has begun on the day on which it came, and no interest is due yet.
    assert hands.balance(LENDER) == 500_000
    hands.move(LENDER, "lender_paid", "500,000")
    assert hands.balance(LENDER) == 0
    hands.window.go("borrowing", LENDER)
    paid = hands.page(BorrowingScreen)
    assert plain(dict(paid.figures.figures())["ຕົ້ນທຶນຍັງເຫຼືອ"]) == "0 ກີບ"
    assert desk.book.check() == ()


def test_the_next_village_borrows_and_pays_back_by_its_schedule(
    hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    click(hands.page(FundsScreen).borrow)
    form = hands.page(BorrowingScreen)
    form.way.setFocus()
    press(form.way, Qt.Key.Key_Down)
    assert form.way.value() is Named.GROUP
    assert form.title.text() == "ກຸ່ມໃຫ້ກຸ່ມອື່ນກູ້"
    type_line(form.lender, "ກຸ່ມບ້ານເໜືອ")
    type_line(form.kip, "600,000")
    type_line(form.rate, "1")
    type_line(form.months, "1")
    type_line(form.decision, "9/2026")
    click(form.write)
    page = hands.page(FundsScreen)
    assert page.form.kind.currentText() == "ມອບເງິນກູ້ໃຫ້ກຸ່ມອື່ນ"
    assert page.form.kip.value() == 600_000, "what was agreed is proposed"
    cash = hands.balance(CASH)
    click(page.write)
    assert (hands.balance(NEXT_VILLAGE), hands.balance(CASH)) == (600_000, cash - 600_000)
    assert "ໃຫ້ກຸ່ມອື່ນກູ້ 600,000" in plain(page.together.text())
    # The first page reminds of it, as it does of what the group itself has to pay.
    (task,) = (t for t in read_home(desk.book, NOW.date()).tasks if t.kind is Unfinished.GROUP)
    assert (task.kip, task.day) == (606_000, date(2026, 5, 20))
    said = plain(task_sentence(desk.words, task))
    assert said == "ກຸ່ມບ້ານເໜືອ ຕ້ອງຈ່າຍ 606,000 ກີບ ວັນທີ 20/05/2026."
    hands.window.go("borrowing", NEXT_VILLAGE)
    paper = hands.page(BorrowingScreen)
    assert [row.principal + row.interest for row in paper.model.rows()] == [606_000]
    assert plain(dict(paper.figures.figures())["ໃຫ້ກູ້"]) == "600,000 ກີບ"
    page = hands.move(NEXT_VILLAGE, "group_paid", "700,000")
    assert page.form.problem_text()
    hands.move(NEXT_VILLAGE, "group_paid", "100,000")
    assert hands.balance(NEXT_VILLAGE) == 500_000
    # Nowhere does it read as if it had gone to a bank.
    hands.window.go("fund", NEXT_VILLAGE)
    model = hands.page(FundScreen).model
    told = " ".join(
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    assert "ໃຫ້ກຸ່ມອື່ນກູ້" in told
    assert "ກຸ່ມອື່ນສົ່ງຄືນຕົ້ນທຶນ" in told
    assert "ທະນາຄານ" not in told
    assert desk.book.check() == ()
    print_annual(desk.book.annual(2026, NOW.date()), desk.words, tmp_path / "annual.pdf")
    printed = plain(text_of(tmp_path / "annual.pdf"))
    assert "ເງິນທີ່ກຸ່ມໃຫ້ກຸ່ມອື່ນກູ້" in printed


def test_the_network_is_owed_and_paid_and_the_bank_gives_interest(hands: Hands, desk: Desk) -> None:
    page = hands.move(NETWORK, "network_due", "30,000")
    assert page.form.problem_text() == ""
    assert hands.balance(NETWORK) == 30_000
    # Never more than is owed, and the zone's own receipt stays with what was paid.
    page = hands.move(NETWORK, "payable", "30,001")
    assert "30,000" in page.form.problem_text()
    page.form.clear()
    page.form.choose("payable")
    page.form.account.show_value(NETWORK)
    type_line(page.form.kip, "໒໐.໐໐໐")
    type_line(page.form.papers.receipt, "ຂ 0077")
    click(page.write)
    assert hands.balance(NETWORK) == 10_000
    (row,) = (r for r in desk.book.network_rows(desk.book.year(2026)) if r.account == NETWORK)
    assert (row.contributed, row.paid, row.owed) == (30_000, 20_000, 10_000)
    assert [p.receipt for p in row.payments] == ["ຂ 0077"]

    cash = hands.balance(CASH)
    # No money leaves the box that is not in it.
    page = hands.move(BANK, "to_bank", str(cash + 1))
    assert plain(desk.words.money(cash)) in plain(page.form.problem_text())
    hands.move(BANK, "to_bank", "400,000")
    hands.move(BANK, "bank_interest", "2,500")
    hands.move(BANK, "bank_fee", "500")
    assert (hands.balance(BANK), hands.balance(CASH)) == (402_000, cash - 400_000)
    assert desk.book.check() == ()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# --- the same without a window -----------------------------------------------------------------


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def file(tmp_path: Path, commands: Commands) -> Path:
    file = tmp_path / "group.book"
    commands.run(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", "--opening", "reserve=500,000", "--cash", "500,000"),
        *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
    )
    return file


TODAY = ("--today", "2026-04-20")


def record(commands: Commands, file: Path, *rows: dict[str, object]) -> None:
    days = [{"day": "2026-04-20", **row} for row in rows]
    commands.run("record", file, write_days(file.with_name("days.csv"), days), *TODAY)


def test_a_fund_is_closed_by_command(commands: Commands, file: Path) -> None:
    commands.run(
        *("do", file, "open_account", "kind=fund", "name=ທາງເຂົ້ານາ", "decision=4/2026", *TODAY)
    )
    record(
        commands,
        file,
        {"what": "fund_gift", "account": "ທາງເຂົ້ານາ", "amount": "70,000", "giver": "ວັດ"},
    )
    close = ("do", file, "close_account", "account=ທາງເຂົ້ານາ", "decision=5/2026")
    status, _, said = commands.try_to(*close, *TODAY)
    assert (status, said) == (1, "Choose the fund that gets what is left.\n")
    commands.run(*close, "to=reserve", *TODAY)
    funds = {row["name"]: row for row in commands.figures(file, "funds", *TODAY)}
    assert funds["ທາງເຂົ້ານາ"]["closing"] == 0
    reserve = next(row for row in funds.values() if row["account"] == 3002 or row["opening"])
    assert reserve["closing"] == 570_000
    status, _, said = commands.try_to(*close, "to=reserve", *TODAY)
    assert status == 1
    commands.run("check", file)


def test_a_bank_is_compared_by_command(commands: Commands, file: Path) -> None:
    commands.run(
        *("do", file, "open_account", "kind=bank", "name=ທະນາຄານບ້ານ", "decision=4/2026"),
        *("rate=3", *TODAY),
    )
    bank = {"account": "ທະນາຄານບ້ານ"}
    record(
        commands,
        file,
        {"what": "to_bank", **bank, "amount": "200,000"},
        {"what": "bank_fee", **bank, "amount": "5,000", "note": "ຄ່າທຳນຽມ"},
    )
    compare = ("do", file, "compare_bank", "bank=ທະນາຄານບ້ານ")
    status, _, said = commands.try_to(*compare, "balance=190,000", "ticks=all", *TODAY)
    assert (status, "5,000" in said) == (1, True)
    status, _, said = commands.try_to(*compare, "balance=195,000", "ticks=one", *TODAY)
    assert (status, "one" in said) == (1, True)
    commands.run(*compare, "balance=195,000", "ticks=all", *TODAY)
    (row,) = [r for r in commands.figures(file, "bank", *TODAY) if r["name"] == "ທະນາຄານບ້ານ"]
    assert (row["balance"], row["bank_book"], row["difference"], row["on_the_way"]) == (
        *(195_000, 195_000),
        *(0, 0),
    )
    record(commands, file, {"what": "from_bank", **bank, "amount": "45,000"})
    (row,) = [r for r in commands.figures(file, "bank", *TODAY) if r["name"] == "ທະນາຄານບ້ານ"]
    assert (row["balance"], row["on_the_way"]) == (150_000, -45_000)
    commands.run("check", file)


def test_the_zone_is_owed_and_paid_by_command(commands: Commands, file: Path) -> None:
    commands.run(
        *("do", file, "open_account", "kind=network", "name=ກອງທຶນເຂດ", "level=zone"),
        *("monthly=10,000", "decision=4/2026", *TODAY),
    )
    zone = {"account": "ກອງທຶນເຂດ"}
    record(
        commands,
        file,
        {"what": "network_due", **zone, "amount": "10,000", "note": "ເມສາ"},
        {"what": "payable_paid", **zone, "amount": "6,000", "receipt": "0077"},
    )
    (row,) = [r for r in commands.figures(file, "network", *TODAY) if r["name"] == "ກອງທຶນເຂດ"]
    assert (row["level"], row["monthly"], row["contributed"]) == ("zone", 10_000, 10_000)
    assert (row["paid"], row["owed"], row["receipts"]) == (6_000, 4_000, "0077")
    status, _, said = commands.try_to(
        *("do", file, "open_account", "kind=network", "name=x", "level=moon", "decision=1", *TODAY)
    )
    assert (status, "moon" in said) == (1, True)
    commands.run("check", file)


def test_money_is_borrowed_and_paid_back_by_command(commands: Commands, file: Path) -> None:
    commands.run(
        *("do", file, "borrow", "lender=ກອງທຶນເມືອງ", "amount=600,000", "rate=1", "months=6"),
        *("decision=8/2026", "day=2026-04-01", *TODAY),
    )
    (row,) = commands.figures(file, "borrowings", *TODAY)
    lender = {"account": row["account"]}
    record(
        commands,
        file,
        {"what": "borrowed", **lender, "amount": "600,000", "day": "2026-04-01"},
        # One month has begun: one per cent is interest.
        {"what": "lender_paid", **lender, "amount": "606,000", "receipt": "12"},
    )
    (row,) = commands.figures(file, "borrowings", *TODAY)
    assert (row["principal"], row["interest_paid"], row["stage"]) == (0, 6_000, "repaid")
    commands.run("check", file)


def test_the_next_village_borrows_and_pays_back_by_command(commands: Commands, file: Path) -> None:
    commands.run(
        *("do", file, "lend_group", "group=ກຸ່ມບ້ານເໜືອ", "amount=300,000", "rate=1", "months=6"),
        *("decision=9/2026", "day=2026-04-01", *TODAY),
    )
    (row,) = commands.figures(file, "group-loans", *TODAY)
    assert (row["group"], row["stage"]) == ("ກຸ່ມບ້ານເໜືອ", "approved")
    other = {"account": row["account"]}
    record(
        commands,
        file,
        {"what": "group_lent", **other, "amount": "300,000", "day": "2026-04-01"},
        # One month has begun: one per cent is interest.
        {"what": "group_paid", **other, "amount": "103,000"},
    )
    (row,) = commands.figures(file, "group-loans", *TODAY)
    assert (row["principal"], row["interest_paid"]) == (200_000, 3_000)
    (due,) = commands.figures(file, "group-loan-schedules", *TODAY)
    assert (due["due"], due["principal"], due["interest"]) == ("2026-10-01", 300_000, 18_000)
    assert commands.figures(file, "borrowings", *TODAY) == []
    commands.run("check", file)
