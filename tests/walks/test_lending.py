"""Lending when cash is short, in Lao: a circle, the queue, ahead with a reason, arrears."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.loans import decide_loan, request_loan
from ledger.rules.before_pay_out import Before
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.transfers import LoanId
from tests.ui.hands import click, press, type_line
from tests.villages import BOUNMY, KHAM, NOY, OFFICERS, RICE, RULES, TRADE
from tests.walks.village import Days, Hands, a_desk
from ui.desk import Desk
from ui.screens.home.screen import HomeScreen
from ui.screens.loans.arrears import ArrearsScreen
from ui.screens.loans.circles import CirclesScreen
from ui.screens.loans.household import HouseholdScreen
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.request import RequestScreen
from ui.screens.loans.waiting import WaitingScreen
from ui.screens.members.member import MemberScreen

Key = Qt.Key
FIRST, HERS = LoanId(1), LoanId(2)
SHOP = replace(TRADE, guarantors=2, months=2)
RULEBOOK = replace(RULES, loans=replace(RULES.loans, products=(RICE, SHOP)))
BOTH = tuple(officer.name for officer in OFFICERS[:2])


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    yield from a_desk(tmp_path, qapp, days, RULEBOOK)


def kham_waits(desk: Desk) -> None:
    """A loan for the field that is agreed and whose money has not been handed over."""
    day = desk.today()
    request = LoanRequest(KHAM.id, day, 1_400_000, "agriculture", RICE, 12, (NOY.id, BOUNMY.id))
    decision = LoanDecision(day, "5/2026", True, 1_400_000, BOTH)
    assert desk.do(lambda book, who: request_loan(book, who, request=request))
    assert desk.do(lambda book, who: decide_loan(book, who, loan=FIRST, decision=decision))


def test_a_circle_a_queue_a_reason_and_what_became_of_it(
    qtbot: QtBot, desk: Desk, days: Days
) -> None:
    hands, book = Hands(qtbot, desk), desk.book
    kham_waits(desk)

    # Noy asks for her shop, and Kham, for whom she stands herself, stands for her.
    hands.window.go("member", NOY.id)
    press(hands.page(MemberScreen).ask_loan, Key.Key_Return)
    request = hands.page(RequestScreen)
    box = request.form.purpose
    while box.value() != "trade":
        press(box, Key.Key_Down)
    box.activated.emit(box.currentIndex())
    type_line(request.form.amount, "1,300,000")
    for picker, number in zip(request.form.guarantors.pickers, ("001", "002"), strict=True):
        hands.find(picker, number)
    press(request.write, Key.Key_Return)
    loan = hands.page(LoanScreen)
    assert "ຄ້ຳປະກັນໃຫ້ກັນ" in loan.decision.watch.text()

    # The circle stands on a page of its own, and leads to the household.
    hands.window.go("loans")
    click(hands.page(LoansScreen).circles)
    circles = hands.page(CirclesScreen)
    (circle,) = circles.model.rows()
    assert circle.people == (KHAM.id, NOY.id)
    assert [loan.number for loan in circle.loans] == ["2026-001", "2026-002"]
    assert circle.kip == 2_700_000
    assert "ຄ້ຳປະກັນໃຫ້ກັນ" in circles.detail.text()
    press(circles.table, Key.Key_Return)
    assert "12" in hands.page(HouseholdScreen).title.text()
    hands.window.go("circles")
    click(hands.page(CirclesScreen).back)

    # The committee agrees all the same, but the cash reaches only for Kham, who is first.
    hands.window.go("loan", HERS)
    loan = hands.page(LoanScreen)
    type_line(loan.decision.number, "6/2026")
    for name in BOTH:
        click(loan.decision.agreed[name])
    press(loan.decision.act, Key.Key_Return)
    press(loan.pay_out.act, Key.Key_Return)
    assert book.loan(HERS).moves == ()

    # Her child is ill: she is taken ahead, and the reason stays written.
    hands.window.go("loans")
    click(hands.page(LoansScreen).waiting)
    waiting = hands.page(WaitingScreen)
    assert [row.loan.id for row in waiting.model.rows()] == [FIRST, HERS]
    waiting.table.select_row(1)
    type_line(waiting.reason, "ລູກເຈັບໜັກ")
    click(waiting.ahead)
    (kept,) = book.before_pay_out(HERS)
    assert (kept.kind, kept.reason) == (Before.AHEAD, "ລູກເຈັບໜັກ")
    waiting.table.select_row(0)
    press(waiting.open_page, Key.Key_Return)
    press(hands.page(LoanScreen).pay_out.act, Key.Key_Return)
    assert sum(move.kip for move in book.loan(HERS).moves) == 1_300_000

    # In June nothing has come back. The first page says so, and who stands for her is read there.
    days.go_to(date(2026, 6, 20))
    hands.window.go("home")
    hands.page(HomeScreen).look_again()
    tasks = hands.page(HomeScreen).tasks
    late = next(button for button in tasks.buttons if button.text() == "ເບິ່ງວ່າໃຜ")
    click(late)
    arrears = hands.page(ArrearsScreen)
    (row,) = arrears.model.rows()
    assert (row.row.loan.id, row.days > 90) == (HERS, True)
    shown = " ".join(str(arrears.model.index(0, c).data()) for c in range(8))
    assert KHAM.name in shown
    assert BOUNMY.name in shown

    # Her household is to be spoken with first.
    hands.window.go("member", NOY.id)
    click(hands.page(MemberScreen).household)
    assert hands.page(HouseholdScreen).verdict.text() == "ໃຫ້ລົມກັບຄົວເຮືອນກ່ອນ"
    assert book.check() == ()
