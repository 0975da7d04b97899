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
from ledger.rules.accounts import CASH, LATE_FINES, LOAN_FEES, LOAN_INTEREST, LOANS
from ledger.rules.loan_values import LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.rulebook import Ceiling, CeilingKind, LateFine
from ledger.rules.transfers import Kind, LoanId
from ledger.statements.loan_schedule import DueState
from tests.ui.hands import click, press, type_letters, type_line
from tests.villages import BOUNMY, DALA, NOY, OFFICERS, RICE, RULES, TRADE
from tests.walks.village import Days, Hands, a_desk
from ui.desk import Desk
from ui.models.loans import Pile
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.refusals import Part
from ui.screens.loans.request import RequestScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen

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
