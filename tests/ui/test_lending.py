"""Before a loan is handed over, in Lao: who waits, who stands for whom, what a house carries."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.loan_money import hand_over
from ledger.actions.loans import decide_loan, request_loan
from ledger.rules.before_pay_out import Before
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import Member
from ledger.rules.rulebook import LoanProduct
from ledger.rules.transfers import LoanId
from tests.ui.hands import click, heard, keep, press, type_line
from tests.villages import BOUNMY, DALA, KHAM, NOY, OFFICERS, RICE, SOMPHONE, TODAY, TRADE
from ui.desk import Desk
from ui.screens.loans.arrears import ArrearsScreen
from ui.screens.loans.circles import CirclesScreen
from ui.screens.loans.household import HouseholdScreen
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.new_guarantors import NewGuarantors
from ui.screens.loans.waiting import WaitingScreen
from ui.screens.places import PLACES
from ui.window import Window

Key = Qt.Key
MARCH = date(2026, 3, 10)
BOTH = (OFFICERS[0].name, OFFICERS[1].name)


@pytest.fixture
def window(village: Desk, qtbot: QtBot) -> Window:
    """The window in Lao over the village's book."""
    village.speak("lo")
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    window.resize(1366, 768)
    keep(qtbot, window)
    return window


def asked(
    desk: Desk,
    who: Member,
    product: LoanProduct,
    kip: int,
    *guarantors: Member,
    day: date = MARCH,
    agreed: bool = True,
) -> LoanId:
    purpose = "agriculture" if product is RICE else "trade"
    months = product.months
    request = LoanRequest(
        who.id, day, kip, purpose, product, months, tuple(g.id for g in guarantors)
    )
    assert desk.do(lambda book, actor: request_loan(book, actor, request=request))
    loan = desk.book.loans()[-1].id
    if agreed:
        decision = LoanDecision(day, f"{loan}/2026", True, kip, BOTH)
        assert desk.do(lambda book, actor: decide_loan(book, actor, loan=loan, decision=decision))
    return loan


class TestWaiting:
    def test_nobody_waits(self, window: Window) -> None:
        window.go("waiting")
        page = window.page()
        assert isinstance(page, WaitingScreen)
        assert page.pages.currentIndex() == 1
        assert not page.ahead.isVisible()

    def test_one_is_taken_ahead_with_its_reason(self, village: Desk, window: Window) -> None:
        shop = asked(village, DALA, TRADE, 1_200_000)
        field = asked(village, KHAM, RICE, 1_500_000, BOUNMY, NOY)
        window.go("loans")
        click(window.page().waiting)  # type: ignore[union-attr]
        page = window.page()
        assert isinstance(page, WaitingScreen)
        assert [row.loan.id for row in page.model.rows()] == [field, shop]
        assert "2,500,000" in page.cash.text()
        assert page.model.index(1, 7).data() == "ລໍຖ້າ"
        page.table.select_row(1)
        assert "2,700,000" in page.why.text()
        click(page.ahead)
        assert page.field.problem_text() != ""
        assert village.book.before_pay_out(shop) == ()
        type_line(page.reason, "ລູກເຈັບໜັກ")
        click(page.ahead)
        assert [row.loan.id for row in page.model.rows()] == [shop, field]
        (kept,) = village.book.before_pay_out(shop)
        assert (kept.kind, kept.reason) == (Before.AHEAD, "ລູກເຈັບໜັກ")
        page.table.select_row(0)
        assert "ລູກເຈັບໜັກ" in page.why.text()
        assert not page.ahead.isEnabled()
        page.table.setFocus()
        press(page.table, Key.Key_Return)
        assert isinstance(window.page(), LoanScreen)

    def test_out_of_turn_is_refused_in_words(self, village: Desk, window: Window) -> None:
        shop = asked(village, DALA, TRADE, 1_200_000)
        asked(village, KHAM, RICE, 1_500_000, BOUNMY, NOY)
        del window
        assert not village.do(lambda book, actor: hand_over(book, actor, loan=shop, today=TODAY))
        assert "2026-002" in village.last_sentence
        assert "2026-001" in village.last_sentence


class TestDeciding:
    def test_what_is_to_be_seen_before_deciding(self, village: Desk, window: Window) -> None:
        asked(village, KHAM, RICE, 100_000, NOY, BOUNMY)
        loan = asked(village, NOY, RICE, 200_000, KHAM, SOMPHONE, agreed=False)
        window.go("loan", loan)
        page = window.page()
        assert isinstance(page, LoanScreen)
        said = page.decision.watch.text()
        assert "ອັນດັບ" in said
        assert "ຄ້ຳປະກັນໃຫ້ກັນ" in said
        assert "500,000" in said

    def test_a_decision_is_put_off(self, village: Desk, window: Window) -> None:
        loan = asked(village, DALA, TRADE, 200_000, agreed=False)
        window.go("loan", loan)
        page = window.page()
        assert isinstance(page, LoanScreen)
        panel = page.decision
        click(panel.later)
        assert not panel.amount.isVisible()
        assert panel.until.isVisible()
        type_line(panel.number, "4/2026")
        click(panel.act)
        assert panel.problem_text("reason") != ""
        type_line(panel.reason, "ລໍຖ້າກ່ຽວເຂົ້າ")
        type_line(panel.until, "05/06/2026")
        click(panel.act)
        (kept,) = village.book.before_pay_out(loan)
        assert (kept.decision, kept.until) == ("4/2026", date(2026, 6, 5))
        assert village.book.loan(loan).decision is None
        assert "ລໍຖ້າກ່ຽວເຂົ້າ" in panel.watch.text()

    def test_who_was_against_is_written_down(self, village: Desk, window: Window) -> None:
        loan = asked(village, DALA, TRADE, 200_000, agreed=False)
        window.go("loan", loan)
        page = window.page()
        assert isinstance(page, LoanScreen)
        panel = page.decision
        type_line(panel.number, "4/2026")
        for name in BOTH:
            click(panel.agreed[name])
        type_line(panel.against, "ນາງ ໄໝ; ນາງ ດີ")
        click(panel.act)
        decision = village.book.loan(loan).decision
        assert decision is not None
        assert decision.against == ("ນາງ ໄໝ", "ນາງ ດີ")
        assert "ນາງ ໄໝ" in page.request.text()

    def test_a_refusal_wants_its_reason(self, village: Desk, window: Window) -> None:
        loan = asked(village, DALA, TRADE, 200_000, agreed=False)
        window.go("loan", loan)
        page = window.page()
        assert isinstance(page, LoanScreen)
        click(page.decision.no)
        type_line(page.decision.number, "4/2026")
        click(page.decision.act)
        assert page.decision.problem_text("reason") != ""
        assert village.book.loan(loan).decision is None


def test_without_a_circle_the_page_says_so(village: Desk, window: Window) -> None:
    asked(village, KHAM, RICE, 100_000, BOUNMY, NOY)
    window.go("loans")
    click(window.page().circles)  # type: ignore[union-attr]
    page = window.page()
    assert isinstance(page, CirclesScreen)
    assert page.pages.currentIndex() == 1
    assert not page.open_page.isVisible()
    assert not page.detail.isVisible()
    click(page.back)
    assert isinstance(window.page(), LoansScreen)


def test_others_stand_for_a_loan(village: Desk, window: Window) -> None:
    loan = asked(village, KHAM, RICE, 100_000, BOUNMY, NOY)
    window.go("loan", loan)
    page = window.page()
    assert isinstance(page, LoanScreen)
    click(page.new_guarantors)
    dialog = page.findChild(NewGuarantors)
    assert isinstance(dialog, NewGuarantors)
    assert dialog.guarantors.chosen() == (BOUNMY.id, NOY.id)
    click(dialog.act)
    assert dialog.banner.isVisible()
    dialog.guarantors.pickers[0].show_member(SOMPHONE.id)
    type_line(dialog.reason, "ຍ້າຍບ້ານ")
    click(dialog.act)
    assert not dialog.isVisible()
    assert village.book.loan(loan).request.guarantors == (SOMPHONE.id, NOY.id)
    assert village.do(lambda book, actor: hand_over(book, actor, loan=loan, today=TODAY))
    assert not page.new_guarantors.isVisible()


def test_overdue_loans_by_age(village: Desk, window: Window) -> None:
    loan = asked(village, DALA, TRADE, 200_000, day=date(2026, 1, 10))
    day = date(2026, 1, 10)
    assert village.do(lambda book, actor: hand_over(book, actor, loan=loan, today=day))
    window.go("loans")
    click(window.page().arrears)  # type: ignore[union-attr]
    page = window.page()
    assert isinstance(page, ArrearsScreen)
    (row,) = page.model.rows()
    assert row.days == (TODAY - date(2026, 2, 10)).days == 69
    assert page.model.index(0, 4).data() == "69"
    assert page.ages[row.age].text() == "31–90 ມື້ (1)"
    for age, button in page.ages.items():
        click(button)
        assert len(page.model.rows()) == (age is row.age)
    click(page.every)
    went = heard(page.go)
    press(page.table, Key.Key_Return)
    assert went == [("loan", loan)]


def test_a_household_on_one_page(village: Desk, window: Window) -> None:
    loan = asked(village, KHAM, RICE, 100_000, BOUNMY, NOY)
    asked(village, NOY, RICE, 200_000, KHAM, BOUNMY, agreed=False)
    window.go("member", KHAM.id)
    click(window.page().household)  # type: ignore[union-attr]
    page = window.page()
    assert isinstance(page, HouseholdScreen)
    assert page.verdict.text() == "ໃຫ້ເບິ່ງໃຫ້ດີ"
    assert "ຄ້ຳປະກັນໃຫ້ກັນ" in page.reasons.text()
    assert "1,000,000" in page.month.text()
    assert page.loan_model.rows()[0].loan.id == loan
    assert {row.member.id for row in page.loan_model.rows()} >= {KHAM.id}
    press(page.loans, Key.Key_Return)
    assert isinstance(window.page(), LoanScreen)
    click(window.page().household)  # type: ignore[union-attr]
    assert isinstance(window.page(), HouseholdScreen)


def test_a_household_without_debt_has_nothing_to_be_looked_at(window: Window) -> None:
    window.go("household", SOMPHONE.id)
    page = window.page()
    assert isinstance(page, HouseholdScreen)
    assert page.verdict.text() == "ບໍ່ມີຫຍັງໜ້າເປັນຫ່ວງ"
    assert not page.reasons.isVisible()
    assert not page.open_page.isEnabled()
