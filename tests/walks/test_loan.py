"""A loan in Lao, from the request to the last repayment, through the window's own parts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import count_cash, open_sheet, sign_sheet
from ledger.rules.accounts import (
    CASH,
    LATE_FINES,
    LOAN_FEES,
    LOAN_INTEREST,
    LOANS,
    LOANS_RECOVERED,
    LOANS_WRITTEN_OFF,
)
from ledger.rules.loan_values import LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.rulebook import Ceiling, CeilingKind, LateFine
from ledger.rules.transfers import Kind, LoanId
from ledger.statements.loan_schedule import DueState
from tests.ui.asked import when_asked
from tests.ui.hands import click, press, type_letters, type_line
from tests.villages import BOUNMY, DALA, NOY, OFFICERS, RICE, RULES, TRADE
from tests.walks.village import Days, Hands, a_desk
from ui.desk import Desk
from ui.models.loan_acts import LoanAct
from ui.models.loans import Pile
from ui.screens.loans.acts_panel import ActsPanel
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.refusals import Part
from ui.screens.loans.request import RequestScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.minutes.writing import DecisionLine, WriteDecision
from ui.screens.second_person import SecondPerson

Key = Qt.Key
LOAN = LoanId(1)
# Three percent a month on what is owed, four equal parts, 5,000 kip for each day that is late.
PRODUCT = replace(
    TRADE,
    months=4,
    guarantors=2,
    late=LateFine.FIXED,
    late_kip=5_000,
    grace_days=3,
    ceiling=Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=300),
)
RULEBOOK = replace(RULES, loans=replace(RULES.loans, products=(RICE, PRODUCT)))


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    yield from a_desk(tmp_path, qapp, days, RULEBOOK)


def sign(desk: Desk, day: date) -> None:
    """The meeting is counted and signed."""
    sheet = desk.book.open_sheet()
    assert sheet is not None
    cash = desk.book.meeting_sheet(sheet.id).expected
    count = CashCount(((1_000, cash // 1_000),))
    assert desk.do(
        lambda book, who: count_cash(book, who, sheet=sheet.id, when="closing", count=count)
    )
    assert desk.do(
        lambda book, who: sign_sheet(
            book, who, sheet=sheet.id, signers=(OFFICERS[0].name,), today=day
        )
    )


def test_from_the_request_to_the_last_repayment(qtbot: QtBot, desk: Desk, days: Days) -> None:
    hands, book = Hands(qtbot, desk), desk.book

    # Dala comes to the table: her page is found by her name, and there she asks.
    hands.window.go("members")
    members = hands.page(MembersScreen)
    type_letters(members.finder.search, "ດາລາ")
    press(members.finder.search, Key.Key_Return)
    press(hands.page(MemberScreen).ask_loan, Key.Key_Return)
    request = hands.page(RequestScreen)
    assert request.form.member.member() == DALA.id
    box = request.form.purpose
    assert box.hasFocus()
    while box.value() != "trade":
        press(box, Key.Key_Down)
    box.activated.emit(box.currentIndex())

    # She wants more than three times her savings: the rules say no, where it was typed.
    type_line(request.form.amount, "1,600,000")
    said = request.form.fields[Part.AMOUNT].problem_text()
    for fact in ("500,000", "1,500,000", "1,600,000"):
        assert fact in said
    press(request.write, Key.Key_Return)
    assert book.loans() == ()
    type_line(request.form.amount, "1.200.000")
    assert request.form.fields[Part.AMOUNT].problem_text() == ""
    assert [(row.principal, row.interest) for row in request.prospect.model.rows()] == [
        (300_000, 36_000),
        (300_000, 27_000),
        (300_000, 18_000),
        (300_000, 9_000),
    ]
    press(request.write, Key.Key_Return)
    assert request.form.guarantors.problem_text()
    for picker, number in zip(request.form.guarantors.pickers, ("002", "໐໐໓"), strict=True):
        hands.find(picker, number)
    press(request.write, Key.Key_Return)
    loan = hands.page(LoanScreen)
    assert book.loan(LOAN).request.guarantors == (BOUNMY.id, NOY.id)

    # The committee decides under a number, and two of it agree.
    decision = loan.decision
    type_line(decision.number, "5/2026")
    for officer in OFFICERS[:2]:
        click(decision.agreed[officer.name])
    press(decision.act, Key.Key_Return)
    written = book.loan(LOAN).decision
    assert written is not None
    assert (written.number, written.kip) == ("5/2026", 1_200_000)

    # The money is handed over; it is no meeting, so it is in the book at once.
    press(loan.pay_out.act, Key.Key_Return)
    assert book.balances()[CASH] == 2_500_000 - 1_200_000 + 5_000
    assert loan.panels.currentWidget() is loan.repayment

    # In February she comes ten days late. The split is seen first and written as it was seen.
    days.go_to(date(2026, 2, 20))
    hands.window.go("loans")
    loans = hands.page(LoansScreen)
    click(loans.piles[Pile.OVERDUE])
    press(loans.search, Key.Key_Return)
    loan = hands.page(LoanScreen)
    assert loan.due_model.rows()[0].state is DueState.LATE
    type_line(loan.repayment.amount, "200000")
    for part in ("5,000", "72,000", "123,000", "1,077,000"):
        assert part in loan.repayment.parts.text()
    press(loan.repayment.act, Key.Key_Return)
    balances = book.balances()
    assert (balances[LATE_FINES], balances[LOAN_INTEREST]) == (5_000, 72_000)
    assert balances[LOANS] == 1_077_000

    # In March a meeting is open: the repayment waits on its sheet until it is signed.
    days.go_to(date(2026, 3, 5))
    assert desk.do(
        lambda book, who: open_sheet(
            book, who, day=days.now.date(), kind=SheetKind.MEETING, opening=None, today=desk.today()
        )
    )
    type_line(loan.repayment.amount, "300000")
    assert "777,000" in loan.repayment.parts.text()
    press(loan.repayment.act, Key.Key_Return)
    assert book.balances()[LOANS] == 1_077_000
    sign(desk, desk.today())
    assert book.balances()[LOANS] == 777_000

    # In April she ends it: what is owed to the kip is one click away.
    days.go_to(date(2026, 4, 8))
    hands.window.go("loan", LOAN)
    click(loan.repayment.pay_all)
    assert loan.repayment.amount.value() == 777_000 + 23_310 + 5_000
    press(loan.repayment.act, Key.Key_Return)
    state = loan_state(book.loan(LOAN), desk.today())
    assert (state.stage, state.settlement) == (LoanStage.REPAID, 0)
    assert loan.panels.currentWidget() is loan.over
    assert "95,310" in loan.over.facts.text()

    # It lies on the finished pile, her passbook shows all of it, and the book is sound.
    hands.window.go("loans")
    click(loans.piles[Pile.FINISHED])
    assert [row.loan.id for row in loans.model.rows()] == [LOAN]
    hands.window.go("member", DALA.id)
    lines = [row.line for row in hands.page(MemberScreen).model.rows() if row.line]
    assert [line.kind for line in lines].count(Kind.PRINCIPAL) == 3
    assert lines[-1].loans == 0
    balances = book.balances()
    assert balances[LOANS] == 0
    assert balances[CASH] == 2_500_000 + 5_000 + 95_310 + 10_000
    assert (balances[LOAN_FEES], balances[LATE_FINES]) == (5_000, 10_000)
    assert book.check() == ()


def chosen(page: LoanScreen, act: LoanAct) -> ActsPanel:
    """The other acts are opened, and one of them is chosen with the arrow keys."""
    if not page.more.isChecked():
        press(page.more, Key.Key_Space)
    box = page.others.which
    box.setFocus()
    press(box, Key.Key_Home)
    while box.value() != act:
        press(box, Key.Key_Down)
    box.activated.emit(box.currentIndex())
    return page.others


def write_decision(line: DecisionLine, text: str) -> str:
    """F2 in the line opens the minutes over the page; what is written there stands in the line."""

    def fill(dialog: WriteDecision) -> None:
        type_letters(dialog.form.text, text)
        press(dialog.act, Key.Key_Return)

    met = when_asked(WriteDecision, fill)
    line.setFocus()
    press(line, Key.Key_F2)
    assert len(met) == 1
    return line.value() or ""


def test_a_loan_that_does_not_go_as_agreed(qtbot: QtBot, desk: Desk, days: Days) -> None:
    hands, book = Hands(qtbot, desk), desk.book

    # Dala asks, and the committee writes its decision into the minutes from the page of the loan.
    hands.window.go("loan_request", DALA.id)
    request = hands.page(RequestScreen)
    box = request.form.purpose
    while box.value() != "trade":
        press(box, Key.Key_Down)
    box.activated.emit(box.currentIndex())
    type_line(request.form.amount, "600000")
    for picker, number in zip(request.form.guarantors.pickers, ("002", "003"), strict=True):
        hands.find(picker, number)
    press(request.write, Key.Key_Return)
    page = hands.page(LoanScreen)
    assert isinstance(page.decision.number, DecisionLine)
    number = write_decision(page.decision.number, "ໃຫ້ ດາລາ ກູ້ 600,000 ກີບ")
    assert [d.number for d in book.decisions()] == [number]
    for officer in OFFICERS[:2]:
        click(page.decision.agreed[officer.name])
    press(page.decision.act, Key.Key_Return)
    assert loan_state(book.loan(LOAN), desk.today()).stage is LoanStage.APPROVED

    # The contract first, then the money in two parts; the fee is taken with the first.
    others = chosen(page, LoanAct.CONTRACT)
    type_line(others.number, "ສ-7")
    type_line(others.signers, "ນາງ ດາລາ, ທ້າວ ບຸນມີ")
    press(others.act, Key.Key_Return)
    press(page.more, Key.Key_Space)
    type_line(page.pay_out.part, "400000")
    press(page.pay_out.act, Key.Key_Return)
    assert book.balances()[CASH] == 2_500_000 - 400_000 + 5_000
    others = chosen(page, LoanAct.PART)
    assert others.amount.value() == 200_000
    press(others.act, Key.Key_Return)
    assert book.balances()[LOANS] == 600_000

    # In March she cannot pay: new due days, and no interest until the harvest is in.
    days.go_to(date(2026, 3, 10))
    hands.window.go("loan", LOAN)
    others = chosen(page, LoanAct.RESCHEDULE)
    anew = write_decision(others.decision, "ໃຫ້ ດາລາ ຈ່າຍເປັນ 6 ເດືອນ")
    type_line(others.months, "6")
    press(others.act, Key.Key_Return)
    assert [row.principal for row in page.due_model.rows()] == [100_000] * 6
    assert len(page.old_model.rows()) == 4
    others = chosen(page, LoanAct.PAUSE)
    type_line(others.decision, anew)
    type_line(others.last, "30/06/2026")
    press(others.act, Key.Key_Return)
    owed = loan_state(book.loan(LOAN), date(2026, 3, 10)).interest_due
    assert loan_state(book.loan(LOAN), date(2026, 6, 30)).interest_due == owed

    # A guarantor pays some of it; the rest is given up by two, and a little comes back later.
    days.go_to(date(2026, 6, 20))
    hands.window.go("loan", LOAN)
    others = chosen(page, LoanAct.GUARANTOR_PAYS)
    others.guarantor.show_value(NOY.id)
    type_line(others.amount, "100000")
    press(others.act, Key.Key_Return)
    left = loan_state(book.loan(LOAN), desk.today()).principal
    others = chosen(page, LoanAct.WRITE_OFF)
    write_decision(others.decision, "ຫັກລ້າງໜີ້ຂອງ ດາລາ")
    when_asked(SecondPerson, lambda second: second.reject())
    press(others.act, Key.Key_Return)
    assert others.problem_text()
    others.second.show_value(OFFICERS[0].id)
    press(others.act, Key.Key_Return)
    assert book.balances()[LOANS_WRITTEN_OFF] == left
    type_line(page.others.amount, "40000")
    press(page.others.act, Key.Key_Return)
    assert book.balances()[LOANS_RECOVERED] == 40_000

    # It lies among the lost ones, the decisions stand on its time line, and the book is sound.
    hands.window.go("loans")
    loans = hands.page(LoansScreen)
    click(loans.piles[Pile.LOST])
    assert [row.state.recovered for row in loans.model.rows()] == [40_000]
    told = [row.decision for row in page.move_model.rows() if row.decision]
    assert set(told) == {d.number for d in book.decisions()}
    assert book.check() == ()
