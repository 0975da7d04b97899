"""What else can be done with a loan, by keys and clicks: contract to write-off, each in Lao."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ledger.actions.loan_money import hand_over
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.rules.lines import FundGift
from ledger.rules.loan_events import Contract, InterestPaused, Rescheduled, Waived
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.transfers import LoanId
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, type_line
from tests.ui.test_loans import agreed, running
from tests.villages import BOUNMY, DALA, NOY, OFFICERS, RESERVE, RICE, RULES, TODAY, two
from ui.desk import Desk
from ui.models.loan_acts import LoanAct
from ui.screens.loans.loan import LoanScreen
from ui.screens.places import PLACES
from ui.screens.second_person import SecondPerson
from ui.window import Window

OF_RESERVE = replace(RICE, key="of_reserve", guarantors=0, fund=RESERVE)


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    village.speak("lo")
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    qtbot.addWidget(window)
    keep(qtbot, window)
    return window


def opened(window: Window, loan: LoanId, act: LoanAct) -> LoanScreen:
    """The loan's page with one of the other acts chosen."""
    window.go("loan", loan)
    page = window.page()
    assert isinstance(page, LoanScreen)
    if not page.more.isChecked():
        click(page.more)
    panel = page.others
    assert page.panels.currentWidget() is panel
    panel.which.show_value(act)
    panel.which.chosen.emit(act)
    return page


def told(page: LoanScreen) -> list[str]:
    """What stands on the time line, with the decisions."""
    texts = page.move_model
    return [
        " · ".join(
            str(texts.index(row, column).data() or "") for column in range(texts.columnCount())
        )
        for row in range(texts.rowCount())
    ]


def test_a_contract_before_the_pay_out(window: Window, village: Desk) -> None:
    loan = agreed(village)
    page = opened(window, loan, LoanAct.CONTRACT)
    type_line(page.others.number, "ສ-7")
    type_line(page.others.signers, "ນາງ ດາລາ, ທ້າວ ບຸນມີ")
    type_line(page.others.witnesses, "ນາຍບ້ານ")
    click(page.others.act)
    (paper,) = village.book.loan(loan).events
    assert isinstance(paper, Contract)
    assert (paper.number, paper.signers) == ("ສ-7", ("ນາງ ດາລາ", "ທ້າວ ບຸນມີ"))
    assert any("ສ-7" in line for line in told(page))


def test_a_contract_without_a_number_stays_unwritten(window: Window, village: Desk) -> None:
    loan = agreed(village)
    page = opened(window, loan, LoanAct.CONTRACT)
    click(page.others.act)
    assert page.others.problem_text()
    assert village.book.loan(loan).events == ()


def test_handed_over_in_two_parts(window: Window, village: Desk) -> None:
    loan = agreed(village)
    window.go("loan", loan)
    page = window.page()
    assert isinstance(page, LoanScreen)
    type_line(page.pay_out.part, "200000")
    click(page.pay_out.act)
    assert loan_state(village.book.loan(loan), TODAY).principal == 200_000
    page = opened(window, loan, LoanAct.PART)
    assert page.others.amount.value() == 300_000
    type_line(page.others.amount, "300001")
    click(page.others.act)
    assert page.others.problem_text()
    type_line(page.others.amount, "300000")
    click(page.others.act)
    assert loan_state(village.book.loan(loan), TODAY).principal == 500_000


def test_new_due_days_with_the_old_ones_beside(window: Window, village: Desk) -> None:
    loan = running(village, DALA)
    page = opened(window, loan, LoanAct.RESCHEDULE)
    before = len(page.due_model.rows())
    type_line(page.others.decision, "9/2026")
    type_line(page.others.months, "5")
    click(page.others.act)
    (event,) = village.book.loan(loan).events
    assert isinstance(event, Rescheduled)
    assert [part.kip for part in event.plan] == [100_000] * 5
    assert len(page.due_model.rows()) >= 5
    assert len(page.old_model.rows()) == before
    assert any("9/2026" in line for line in told(page))


def test_a_pause_and_a_waiver(window: Window, village: Desk) -> None:
    loan = running(village, DALA)
    page = opened(window, loan, LoanAct.PAUSE)
    type_line(page.others.decision, "10/2026")
    type_line(page.others.last, f"{TODAY:%d/%m}/{TODAY.year + 1}")
    click(page.others.act)
    due = loan_state(village.book.loan(loan), TODAY).interest_due
    page = opened(window, loan, LoanAct.WAIVE)
    type_line(page.others.decision, "11/2026")
    type_line(page.others.interest, str(due))
    click(page.others.act)
    pause, waiver = village.book.loan(loan).events
    assert isinstance(pause, InterestPaused)
    assert isinstance(waiver, Waived)
    assert loan_state(village.book.loan(loan), TODAY).interest_due == 0


def test_a_guarantor_pays_and_another_takes_over(window: Window, village: Desk) -> None:
    loan = running(village, DALA, product=RICE)
    page = opened(window, loan, LoanAct.GUARANTOR_PAYS)
    page.others.guarantor.show_value(NOY.id)
    type_line(page.others.amount, "100000")
    click(page.others.act)
    left = loan_state(village.book.loan(loan), TODAY)
    page = opened(window, loan, LoanAct.PASS_ON)
    type_line(page.others.decision, "12/2026")
    page.others.guarantor.show_value(BOUNMY.id)
    type_line(page.others.months, "6")
    click(page.others.act)
    assert loan_state(village.book.loan(loan), TODAY).stage is LoanStage.PASSED_ON
    (new,) = [o for o in village.book.loans() if o.request.member == BOUNMY.id]
    assert loan_state(new, TODAY).settlement == left.settlement
    window.go("loan", new.id)
    assert isinstance(page, LoanScreen)


def test_written_off_by_two_and_got_back_in_part(window: Window, village: Desk) -> None:
    loan = running(village, DALA)
    page = opened(window, loan, LoanAct.WRITE_OFF)
    type_line(page.others.decision, "13/2026")
    when_asked(SecondPerson, lambda second: second.reject())
    click(page.others.act)
    assert page.others.problem_text()
    others = [o.id for o in village.book.officers() if o.id != village.actor.id]
    page.others.second.show_value(others[0])
    click(page.others.act)
    assert loan_state(village.book.loan(loan), TODAY).written_off == 500_000
    assert page.panels.currentWidget() is page.others
    type_line(page.others.amount, "500001")
    click(page.others.act)
    assert page.others.problem_text()
    type_line(page.others.amount, "60000")
    click(page.others.act)
    state = loan_state(village.book.loan(loan), TODAY)
    assert (state.recovered, state.stage) == (60_000, LoanStage.WRITTEN_OFF)
    assert len(OFFICERS) > 1


def test_what_a_fund_has_lent_is_on_its_page(window: Window, village: Desk) -> None:
    loans = replace(RULES.loans, products=(OF_RESERVE,), purposes=())
    rules = replace(RULES, valid_from=date(2026, 1, 2), resolution="2/2026", loans=loans)
    assert village.do(lambda book, actor: adopt_rulebook(book, two(actor), rulebook=rules))
    gift = (FundGift(RESERVE, 700_000),)
    day = date(2026, 1, 10)
    assert village.do(lambda book, by: record_day(book, by, day=day, lines=gift, today=TODAY))
    request = LoanRequest(DALA.id, day, 500_000, "any", OF_RESERVE, 12)
    assert village.do(lambda book, by: request_loan(book, by, request=request))
    names = (OFFICERS[0].name, OFFICERS[1].name)
    decision = LoanDecision(day, "1/2026", True, 500_000, names)
    loan = LoanId(1)
    assert village.do(lambda book, by: decide_loan(book, by, loan=loan, decision=decision))
    assert village.do(lambda book, by: hand_over(book, by, loan=loan, today=TODAY))
    window.go("fund", RESERVE)
    page = window.page()
    assert page is not None
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "500,000" in said
    assert village.words.say("Of this, lent now") in said
