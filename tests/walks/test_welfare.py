"""The welfare fund in Lao, from a claim to its money and the month's pensions; then by command."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.claims import ClaimStage
from ledger.rules.lines import FundGift
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import Kind
from tests.actions.welfare_makers import TABLE
from tests.ui.hands import click, keep, let_go, press, type_letters, type_line
from tests.villages import BEGIN, GROUP, KHAM, MEMBERS, OFFICERS, WELFARE, actor
from tests.walks.commands import Commands, write_days
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.funds.screen import FundsScreen
from ui.screens.members.member import MemberScreen
from ui.screens.places import PLACES
from ui.screens.welfare.claim import ClaimScreen
from ui.screens.welfare.pensions import PensionsScreen
from ui.screens.welfare.request import ClaimRequestScreen
from ui.screens.welfare.screen import WelfareScreen
from ui.settings import Settings
from ui.widgets.member_picker import MemberPicker
from ui.widgets.pointing import FIGURE_ROLE
from ui.window import Window

S = TypeVar("S")
NOW = datetime(2026, 4, 20, 9, tzinfo=timezone(timedelta(hours=7)))
RULEBOOK = replace(TABLE, valid_from=BEGIN, welfare=replace(TABLE.welfare, costs_most=10_000))


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    file = tmp_path / "village.book"
    group = replace(GROUP, books_begin=None)
    book = Book.create(file, group=group, rulebook=RULEBOOK, clock=lambda: NOW)
    set_up = SetUp(
        group=group,
        begin=BEGIN,
        rulebook=RULEBOOK,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    start_books(book, SET_UP, set_up=set_up)
    gift = (FundGift(WELFARE, 300_000),)
    record_day(book, actor(), day=date(2026, 3, 5), lines=gift, today=NOW.date())
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
        self.window = Window()
        self.window.furnish(desk.words)
        self.window.attach(desk, PLACES)
        keep(qtbot, self.window)

    def page(self, kind: type[S]) -> S:
        page = self.window.page()
        assert isinstance(page, kind)
        return page

    def find(self, picker: MemberPicker, number: str) -> None:
        """Type a number, let the list go, and take her with Enter."""
        picker.setFocus()
        type_letters(picker, number)
        press(picker._popup, Qt.Key.Key_Escape)
        press(picker, Qt.Key.Key_Return)


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    return Hands(qtbot, desk)


def test_a_birth_is_asked_for_confirmed_and_paid(hands: Hands, desk: Desk) -> None:
    hands.window.go("funds")
    click(hands.page(FundsScreen).welfare)
    page = hands.page(WelfareScreen)
    figures = dict(page.facts.figures())
    assert figures["ກອງທຶນມີ"] == desk.words.money(300_000)
    assert figures["ໃນນັ້ນຢູ່ໃນຫີບເງິນ"] == desk.words.money(300_000)
    assert page.cover.text().startswith("ກອງທຶນມີ")
    assert not page.cover_picture.pixmap().isNull()
    click(page.ask)
    form = hands.page(ClaimRequestScreen)
    hands.find(form.member, "001")
    assert form.amount_text() == "—"
    type_line(form.evidence, "ໃບເກີດ")
    assert form.amount_text() == desk.words.money(50_000)
    click(form.write)
    claim = hands.page(ClaimScreen)
    assert "ເກີດລູກ" in claim.facts.text()
    type_line(claim.number, "4/2026")
    click(claim.approve)
    assert claim.confirmers.problem_text() != ""
    for name in list(claim.confirmers.boxes)[:2]:
        claim.confirmers.boxes[name].click()
    click(claim.approve)
    assert desk.book.claims()[0].stage is ClaimStage.APPROVED
    click(claim.pay)
    assert desk.book.claims()[0].stage is ClaimStage.PAID
    assert desk.book.balances()[WELFARE] == 250_000
    assert "20/04/2026" in claim.state.text()
    click(claim.see_member)
    member = hands.page(MemberScreen)
    assert member.model.rows()[-1].line.kind is Kind.BENEFIT  # type: ignore[union-attr]
    assert "W2026-001" in member.side.claims.text()
    assert desk.book.check() == ()


def test_a_claim_is_refused_with_its_reason(hands: Hands, desk: Desk) -> None:
    hands.window.go("claim_request", KHAM.id)
    form = hands.page(ClaimRequestScreen)
    click(form.write)
    assert form.fields["evidence"].problem_text() != ""
    type_line(form.evidence, "ບໍ່ມີເອກະສານ")
    click(form.write)
    claim = hands.page(ClaimScreen)
    type_line(claim.number, "5/2026")
    click(claim.refuse)
    assert claim.fields["reason"].problem_text() != ""
    type_line(claim.reason, "ບໍ່ແມ່ນລູກຂອງນາງ")
    click(claim.refuse)
    assert desk.book.claims()[0].stage is ClaimStage.REFUSED
    assert "ບໍ່ແມ່ນລູກຂອງນາງ" in claim.state.text()
    assert claim.pay.isHidden()


def test_the_pensions_of_april_in_one_go(hands: Hands, desk: Desk) -> None:
    hands.window.go("claim_request", KHAM.id)
    form = hands.page(ClaimRequestScreen)
    form.benefit.setCurrentIndex(2)
    form.benefit.activated.emit(2)
    assert not form.fields["born"].isHidden()
    type_line(form.born, "1/1/1950")
    assert desk.book.member(KHAM.id).born == date(1950, 1, 1)
    assert form.amount_text() == desk.words.money(20_000)
    hands.window.go("welfare")
    click(hands.page(WelfareScreen).pensions)
    page = hands.page(PensionsScreen)
    assert len(page.model.rows()) == 1
    page.table.setCurrentIndex(page.model.index(0, 2))
    figure = page.table.currentIndex().data(FIGURE_ROLE)
    assert desk.book.why(figure).kip == 20_000
    click(page.pay)
    assert page.number_field.problem_text() != ""
    type_line(page.number, "6/2026")
    click(page.pay)
    assert page.confirmers.problem_text() != ""
    page.confirmers.boxes[OFFICERS[0].name].click()
    click(page.pay)
    assert page.model.rows() == ()
    assert [claim.stage for claim in desk.book.claims()] == [ClaimStage.PAID]
    assert desk.book.balances()[WELFARE] == 280_000


class TestByCommand:
    """A6 of the named groups, in baht with satang, without a window."""

    @pytest.fixture
    def commands(self, capsys: pytest.CaptureFixture[str]) -> Commands:
        return Commands(capsys)

    @pytest.fixture
    def file(self, tmp_path: Path, commands: Commands) -> Path:
        file = tmp_path / "trat.book"
        members = tmp_path / "members.csv"
        members.write_text(
            "number,name,joined\n001,ດາວ,1996-01-01\n002,ບົວ,2026-01-05\n", encoding="utf-8"
        )
        names = ("president:ນາງ ດາວ", "accountant:ນາງ ບົວ", "treasurer:ນາງ ຈັນ")
        officers = [part for name in names for part in ("--officer", name)]
        commands.run(
            *("new", file, "--rules", "a06_trat_welfare", "--name", "ເມດຕາທຳ"),
            *("--begin", "2026-01-05", "--currency", "THB", "--decimals", "2"),
            *("--members", members, "--opening", "welfare=3,000.00", "--cash", "3,000.00"),
            *officers,
        )
        return file

    def test_nights_births_and_a_pension_in_trat(
        self, file: Path, commands: Commands, tmp_path: Path
    ) -> None:
        confirm = ("confirmers=ນາງ ດາວ; ນາງ ບົວ; ນາງ ຈັນ",)

        def do(act: str, *facts: str) -> None:
            commands.run("do", file, act, *facts, "--today", "2026-08-05")

        do(
            "ask_claim",
            "member=001",
            "benefit=hospital",
            "first=1/7/2026",
            "last=26/7/2026",
            "evidence=ໃບໂຮງໝໍ",
            "day=5/8/2026",
        )
        do("decide_claim", "claim=W2026-001", "decision=1/2026", *confirm, "day=5/8/2026")
        days: list[dict[str, object]] = [
            {"day": "2026-08-05", "what": "claim_paid", "claim": "W2026-001"}
        ]
        days_file = write_days(tmp_path / "days.csv", days)
        commands.run("record", file, days_file, "--today", "2026-08-05")
        do("birth_day", "member=001", "born=1/5/1960")
        do("pay_pensions", "month=2026-08", "decision=2/2026", *confirm, "day=5/8/2026")
        claims = commands.figures(file, "claims", "--today", "2026-08-05")
        assert [(c["number"], c["kip"], c["stage"]) for c in claims] == [
            ("W2026-001", 200_000, "paid"),
            ("W2026-002", 60_000, "paid"),
        ]
        today = ("--today", "2026-08-05")
        assert commands.figures(file, "coverage", *today)[0]["fund"] == 40_000
        rows = commands.figures(file, "benefits", *today)
        assert [(row["benefit"], row["persons"], row["kip"]) for row in rows] == [
            ("hospital", 1, 200_000),
            ("old_age", 1, 60_000),
        ]
        status, _, said = commands.try_to(
            *("do", file, "ask_claim", "member=001", "benefit=hospital", "first=1/8/2026"),
            *("last=3/8/2026", "evidence=x", "day=5/8/2026", *today),
        )
        assert status == 1
        assert "2,000.00" in said
        dues = commands.figures(file, "welfare", *today)
        # 5 January to 5 August 2026 are 213 days, a baht a day.
        assert [row["due"] for row in dues] == [21_300, 21_300]
        commands.run("check", file)

    def test_somebody_leaves_where_all_are_in_it(self, file: Path, commands: Commands) -> None:
        status, _, said = commands.try_to(
            *("do", file, "leave_welfare", "member=002", "reason=x", "--today", "2026-08-05"),
        )
        assert (status, "ບົວ" in said) == (1, True)

    def test_earnings_and_idle_money_as_figures(self, file: Path, commands: Commands) -> None:
        today = ("--today", "2026-08-05")
        (group,) = commands.figures(file, "earnings", *today)
        assert (group["interest"], group["moneylender"]) == (0, 0)
        months = commands.figures(file, "idle", *today)
        assert [row["month"] for row in months][:2] == ["2026-01", "2026-02"]
        assert len(months) == 8 + 12
