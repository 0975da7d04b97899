"""Loans by keys and clicks: asked for, decided, handed over, paid back, and every refusal."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.loan_money import hand_over, repay
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import open_sheet
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.lines import Spent
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Member
from ledger.rules.rulebook import Ceiling, CeilingKind, LoanProduct
from ledger.rules.transfers import LoanId
from ledger.statements.loan_schedule import DueState
from tests.ui.asked import when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import (
    BOUNMY,
    COSTS,
    DALA,
    KHAM,
    NOY,
    OFFICERS,
    RICE,
    RULES,
    SOMPHONE,
    TODAY,
    TRADE,
    two,
)
from ui.desk import Desk
from ui.models.loans import Pile
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.refusals import Part
from ui.screens.loans.request import RequestScreen
from ui.screens.places import PLACES
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button
from ui.widgets.member_picker import MemberPicker
from ui.window import Window

Key = Qt.Key
JANUARY, MARCH = date(2026, 1, 10), date(2026, 3, 10)
AGREED_BY = (OFFICERS[0].name, OFFICERS[1].name)
CAPPED = replace(TRADE, ceiling=Ceiling(kind=CeilingKind.SAVINGS_TIMES, times=300))
STRICT = replace(
    RULES,
    valid_from=date(2026, 4, 10),
    loans=replace(RULES.loans, products=(RICE, CAPPED)),
)


@pytest.fixture
def window(qtbot: QtBot, village: Desk) -> Window:
    village.speak("lo")
    window = Window()
    window.furnish(village.words)
    window.attach(village, PLACES)
    # A window with unsaved typing asks before it closes, and nobody is there to answer.
    qtbot.addWidget(window, before_close_func=give_up)
    keep(qtbot, window)
    return window


def give_up(window: Window) -> None:
    """Leave a request that is still open without writing it down."""
    page = window.page()
    if isinstance(page, RequestScreen):
        when_asked(QMessageBox, lambda box: box.buttons()[0].click())
        page.may_leave()


def asked(
    desk: Desk, member: Member = DALA, *, product: LoanProduct = TRADE, day: date = JANUARY
) -> LoanId:
    """Somebody has asked for half a million."""
    request = LoanRequest(
        member.id,
        day,
        500_000,
        "trade" if product is TRADE else "agriculture",
        product,
        product.months,
        (BOUNMY.id, NOY.id) if product.guarantors else (),
    )
    written: list[Change] = []

    def ask(book: Book, actor: Actor) -> Change:
        written.append(request_loan(book, actor, request=request))
        return written[0]

    assert desk.do(ask), desk.last_sentence
    (loan,) = written[0].loans
    return loan


def agreed(
    desk: Desk, member: Member = DALA, *, product: LoanProduct = TRADE, day: date = JANUARY
) -> LoanId:
    """And the committee has agreed."""
    loan = asked(desk, member, product=product, day=day)
    decision = LoanDecision(day, f"{loan}/2026", True, 500_000, AGREED_BY)
    assert desk.do(lambda book, actor: decide_loan(book, actor, loan=loan, decision=decision))
    return loan


def running(
    desk: Desk, member: Member = DALA, *, product: LoanProduct = TRADE, day: date = JANUARY
) -> LoanId:
    """And the money was handed over."""
    loan = agreed(desk, member, product=product, day=day)
    assert desk.do(lambda book, actor: hand_over(book, actor, loan=loan, today=day))
    return loan


def finished(desk: Desk, member: Member = DALA) -> LoanId:
    """And is back again."""
    loan = running(desk, member)
    kip = loan_state(desk.book.loan(loan), MARCH).settlement
    assert desk.do(lambda book, actor: repay(book, actor, loan=loan, kip=kip, today=MARCH))
    return loan


def list_of(window: Window) -> LoansScreen:
    window.go("loans")
    return cast(LoansScreen, window.page())


def page_of(window: Window, loan: LoanId) -> LoanScreen:
    window.go("loan", loan)
    return cast(LoanScreen, window.page())


def pick(picker: MemberPicker, text: str) -> None:
    """Type a number and leave the line."""
    picker.setFocus()
    picker.selectAll()
    type_letters(picker, text)
    if picker._popup.isVisible():
        press(picker._popup, Key.Key_Escape)
    press(picker, Key.Key_Return)


def empty(line: QLineEdit) -> None:
    """Take everything out of a line and leave it."""
    line.selectAll()
    press(line, Key.Key_Delete, Key.Key_Return)


class TestTheList:
    def test_every_loan_lies_on_its_pile(self, window: Window, village: Desk) -> None:
        finished(village, BOUNMY)
        running(village, NOY, day=date(2026, 4, 10))
        running(village, DALA)
        agreed(village, SOMPHONE)
        asked(village, KHAM)
        page = list_of(window)
        shown = {}
        for pile, button in page.piles.items():
            click(button)
            shown[pile] = [row.member.number for row in page.model.rows()]
            assert f"({len(shown[pile])})" in button.text()
            assert button.isChecked()
        assert shown == {
            Pile.RUNNING: ["005", "003"],
            Pile.OVERDUE: ["005"],
            Pile.ASKED: ["001"],
            Pile.WAITING: ["004"],
            Pile.FINISHED: ["002"],
            Pile.LOST: [],
        }

    def test_overdue_is_said_in_words_and_whom_to_call(self, window: Window, village: Desk) -> None:
        loan = running(village)
        page = list_of(window)
        row = page.model.rows()[0]
        assert row.loan.id == loan
        texts = [page.model.index(0, c).data() for c in range(page.model.columnCount())]
        assert texts[4] == f"{row.state.overdue:,} ແຕ່ 10/02/2026"
        assert not page.model.index(0, 4).data(Qt.ItemDataRole.DecorationRole).isNull()
        assert DALA.phone in texts
        assert DALA.phone in page.detail.text()

    def test_it_is_searched_and_opened_by_keys(self, window: Window, village: Desk) -> None:
        running(village, DALA)
        running(village, SOMPHONE)
        page = list_of(window)
        type_letters(page.search, "ສົມພອນ")
        assert [row.member.id for row in page.model.rows()] == [SOMPHONE.id]
        press(page.search, Key.Key_Return)
        assert window.place() == "loan"
        page = list_of(window)
        press(page.search, Key.Key_Escape)
        assert len(page.model.rows()) == 2
        type_letters(page.search, "ບໍ່ມີ")
        assert page.pages.currentWidget() is page.empty

    def test_empty_piles_teach(self, window: Window) -> None:
        page = list_of(window)
        for button in page.piles.values():
            click(button)
            assert page.pages.currentWidget() is page.empty
        gone = heard(page.go)
        click(page.ask)
        assert gone == [("loan_request", None)]

    def test_the_model_holds_to_its_contract(
        self, window: Window, village: Desk, qtmodeltester: Any
    ) -> None:
        running(village)
        qtmodeltester.check(list_of(window).model)


class TestTheRequest:
    @pytest.fixture
    def page(self, window: Window, village: Desk) -> RequestScreen:
        assert village.do(lambda book, actor: adopt_rulebook(book, two(actor), rulebook=STRICT))
        window.go("loan_request", DALA.id)
        return cast(RequestScreen, window.page())

    def choose(self, page: RequestScreen, code: str) -> None:
        box = page.form.purpose
        while box.value() != code:
            press(box, Key.Key_Down)
        box.activated.emit(box.currentIndex())

    def test_it_begins_with_the_member_and_what_the_rules_say(self, page: RequestScreen) -> None:
        assert page.form.member.member() == DALA.id
        self.choose(page, "trade")
        assert page.form.product.value() == "trade"
        assert page.form.months.text() == "10"
        assert "500,000" in page.prospect.card.text()
        assert "1,500,000" in page.prospect.card.text()
        assert page.prospect.model.rows() == ()

    def test_the_due_days_are_seen_before_asking(self, page: RequestScreen) -> None:
        self.choose(page, "trade")
        type_line(page.form.amount, "500000")
        rows = page.prospect.model.rows()
        assert [row.principal for row in rows] == [50_000] * 10
        assert (rows[0].interest, rows[-1].interest) == (15_000, 1_500)
        assert {row.state for row in rows} == {DueState.TO_COME}
        assert "82,500" in page.prospect.sum.text()

    def test_more_than_the_ceiling_is_refused_where_it_is_typed(
        self, window: Window, page: RequestScreen
    ) -> None:
        self.choose(page, "trade")
        type_line(page.form.amount, "1,600,000")
        assert "1,500,000" in page.form.fields[Part.AMOUNT].problem_text()
        click(page.write)
        assert page.book.loans() == ()
        assert window.focusWidget() is page.form.amount
        type_line(page.form.amount, "1,500,000")
        assert page.form.fields[Part.AMOUNT].problem_text() == ""

    def test_too_long_is_refused_at_the_months(self, page: RequestScreen) -> None:
        self.choose(page, "trade")
        type_line(page.form.amount, "500000")
        type_line(page.form.months, "11")
        assert "10" in page.form.fields[Part.MONTHS].problem_text()

    def test_a_second_loan_is_refused_at_the_member(
        self, window: Window, village: Desk, page: RequestScreen
    ) -> None:
        asked(village, DALA, product=RICE)
        self.choose(page, "trade")
        assert page.form.fields[Part.MEMBER].problem_text()

    def test_missing_guarantors_are_refused_at_their_lines(
        self, window: Window, page: RequestScreen
    ) -> None:
        self.choose(page, "agriculture")
        form = page.form
        assert len(form.guarantors.pickers) == 2
        type_line(form.amount, "500000")
        # Nothing is said before she has had time to name them.
        assert form.guarantors.problem_text() == ""
        click(page.write)
        assert "2" in form.guarantors.problem_text()
        assert window.focusWidget() is form.guarantors.pickers[0]
        pick(form.guarantors.pickers[0], "005")
        assert form.guarantors.problem_text()
        pick(form.guarantors.pickers[0], "002")
        pick(form.guarantors.pickers[1], "ບໍ່ມີໃຜ")
        click(page.write)
        assert form.guarantors.problem_text()
        assert page.book.loans() == ()
        pick(form.guarantors.pickers[1], "003")
        click(page.write)
        assert [loan.request.guarantors for loan in page.book.loans()] == [(BOUNMY.id, NOY.id)]

    def test_more_may_stand_for_it_than_must(self, page: RequestScreen) -> None:
        self.choose(page, "trade")
        click(page.form.guarantors.add)
        pick(page.form.guarantors.pickers[0], "001")
        type_line(page.form.amount, "300000")
        click(page.write)
        assert page.book.loan(LoanId(1)).request.guarantors == (KHAM.id,)

    def test_nobody_cannot_ask(self, window: Window, page: RequestScreen) -> None:
        page.form.begin(None)
        click(page.write)
        assert page.form.fields[Part.MEMBER].problem_text()
        assert window.focusWidget() is page.form.member

    def test_an_amount_that_cannot_be_read_holds_the_form(self, page: RequestScreen) -> None:
        self.choose(page, "trade")
        type_line(page.form.amount, "1.2.3")
        click(page.write)
        assert page.form.fields[Part.AMOUNT].problem_text()
        assert page.book.loans() == ()

    def test_unsaved_typing_is_asked_about_and_then_forgotten(
        self, window: Window, page: RequestScreen
    ) -> None:
        type_line(page.form.amount, "500000")
        met = when_asked(QMessageBox, lambda box: press(box, Key.Key_Escape))
        click(page.give_up)
        assert len(met) == 1
        assert window.place() == "loan_request"
        when_asked(QMessageBox, lambda box: box.buttons()[0].click())
        click(page.give_up)
        assert window.place() == "loans"
        window.go("loan_request", KHAM.id)
        assert page.form.amount.text() == ""
        assert page.form.member.member() == KHAM.id

    def test_a_written_request_opens_its_page(self, window: Window, page: RequestScreen) -> None:
        self.choose(page, "trade")
        type_line(page.form.amount, "400000")
        type_line(page.form.note, "ຊື້ເຄື່ອງ")
        press(page.write, Key.Key_Return)
        assert window.place() == "loan"
        request = page.book.loan(LoanId(1)).request
        assert (request.kip, request.note, request.day) == (400_000, "ຊື້ເຄື່ອງ", TODAY)


class TestTheDecision:
    def test_it_is_written_with_number_and_names(self, window: Window, village: Desk) -> None:
        page = page_of(window, asked(village))
        panel = page.decision
        assert page.panels.currentWidget() is panel
        assert list(panel.agreed) == [officer.name for officer in OFFICERS[:3]]
        type_line(panel.number, "5/2026")
        type_line(panel.amount, "450000")
        for name in AGREED_BY:
            click(panel.agreed[name])
        press(panel.act, Key.Key_Return)
        decision = village.book.loan(LoanId(1)).decision
        assert decision == LoanDecision(TODAY, "5/2026", True, 450_000, AGREED_BY)
        assert "5/2026" in page.steps.text()
        assert page.panels.currentWidget() is page.pay_out
        assert page.banner.text()

    @pytest.mark.parametrize(
        ("where", "typed"),
        [
            ("number", {}),
            ("amount", {"number": "5", "amount": "600000"}),
            ("amount", {"number": "5", "amount": "0"}),
            ("day", {"number": "5", "day": "9/1/2026"}),
        ],
    )
    def test_what_is_missing_is_said_in_its_place(
        self, window: Window, village: Desk, where: str, typed: dict[str, str]
    ) -> None:
        panel = page_of(window, asked(village)).decision
        lines: dict[str, QLineEdit] = {
            "number": panel.number,
            "amount": panel.amount,
            "day": panel.day,
        }
        for name, text in typed.items():
            type_line(lines[name], text)
        for name in AGREED_BY:
            click(panel.agreed[name])
        click(panel.act)
        assert village.book.loan(LoanId(1)).decision is None
        assert panel.problem_text(where)
        assert window.focusWidget() is lines[where]

    def test_too_few_who_agreed_is_said_below_their_names(
        self, window: Window, village: Desk
    ) -> None:
        panel = page_of(window, asked(village)).decision
        type_line(panel.number, "5/2026")
        click(panel.agreed[AGREED_BY[0]])
        click(panel.act)
        assert "2" in panel.problem_text("agreed")
        click(panel.agreed[AGREED_BY[1]])
        assert panel.problem_text("agreed") == ""

    def test_a_refusal_needs_its_number_only(self, window: Window, village: Desk) -> None:
        page = page_of(window, asked(village))
        click(page.decision.no)
        assert not page.decision.amount.isVisible()
        type_line(page.decision.number, "6/2026")
        type_line(page.decision.reason, "ເງິນບໍ່ພໍ")
        click(page.decision.act)
        decision = village.book.loan(LoanId(1)).decision
        assert decision == LoanDecision(TODAY, "6/2026", False, 0, (), "ເງິນບໍ່ພໍ")
        assert page.panels.currentWidget() is page.over
        assert "ເງິນບໍ່ພໍ" in page.over.facts.text()


class TestThePayOut:
    def test_without_a_meeting_it_is_written_today(self, window: Window, village: Desk) -> None:
        page = page_of(window, agreed(village))
        assert "500,000" in page.pay_out.act.text()
        assert "495,000" in page.pay_out.fee.text()
        assert "20 ເມສາ 2026" in page.pay_out.way.text()
        assert len(page.due_model.rows()) == 10
        press(page.pay_out.act, Key.Key_Return)
        state = loan_state(village.book.loan(LoanId(1)), TODAY)
        assert state.stage is LoanStage.PAID_OUT
        assert page.panels.currentWidget() is page.repayment

    def test_an_empty_box_refuses_it(self, window: Window, village: Desk) -> None:
        page = page_of(window, agreed(village))
        spent = Spent(COSTS, 2_400_000)
        assert village.do(
            lambda book, actor: record_day(book, actor, day=TODAY, lines=(spent,), today=TODAY)
        )
        click(page.pay_out.act)
        assert page.banner.text()
        assert page.panels.currentWidget() is page.pay_out

    def test_with_an_open_meeting_it_stands_in_pencil(self, window: Window, village: Desk) -> None:
        loan = agreed(village)
        open_one(village, SheetKind.MEETING)
        page = page_of(window, loan)
        assert "ກອງປະຊຸມ" in page.pay_out.way.text()
        click(page.pay_out.act)
        assert village.book.loan(loan).moves == ()
        assert "ສໍດຳ" in page.steps.text()
        assert [row.kip for row in page.move_model.rows() if row.what == "pay_out"] == [500_000]
        gone = heard(page.go)
        link = page.banner.findChild(Button)
        assert link is not None
        click(link)
        assert gone == [("meeting", None)]


def open_one(desk: Desk, kind: SheetKind) -> None:
    """A sheet of today lies open."""
    assert desk.do(
        lambda book, actor: open_sheet(book, actor, day=TODAY, kind=kind, opening=None, today=TODAY)
    )


class TestTheRepayment:
    @pytest.fixture
    def page(self, window: Window, village: Desk) -> LoanScreen:
        return page_of(window, running(village, day=MARCH))

    def parts(self, page: LoanScreen) -> list[str]:
        return page.repayment.parts.text().split("\n")[1::2]

    def test_the_split_is_seen_while_typing(self, page: LoanScreen) -> None:
        panel = page.repayment
        panel.amount.setFocus()
        type_letters(panel.amount, "100,000")
        amounts = [part.split("\u00a0")[0] for part in self.parts(page)]
        assert amounts == ["0", "30,000", "70,000", "430,000"]
        assert page.book.loan(LoanId(1)).moves[1:] == ()

    def test_it_is_divided_as_it_was_shown(self, page: LoanScreen) -> None:
        panel = page.repayment
        panel.amount.setFocus()
        type_line(panel.amount, "100000")
        shown = panel.parts.text()
        press(panel.act, Key.Key_Return)
        state = loan_state(page.book.loan(LoanId(1)), TODAY)
        assert f"{state.principal:,}" in shown
        assert f"{state.interest_paid:,}" in shown
        assert panel.amount.text() == ""
        assert panel.parts.text() == ""
        assert sum(row.paid for row in page.due_model.rows()) == 100_000
        assert "100,000" in page.banner.text()

    def test_more_than_is_owed_is_refused_in_place(self, window: Window, page: LoanScreen) -> None:
        panel = page.repayment
        type_line(panel.amount, "900000")
        assert panel.field.problem_text()
        click(panel.act)
        assert panel.field.problem_text()
        assert page.book.loan(LoanId(1)).moves[1:] == ()
        assert window.focusWidget() is panel.amount
        empty(panel.amount)
        click(panel.act)
        assert panel.field.problem_text()

    def test_what_is_due_and_everything_are_one_click_away(self, page: LoanScreen) -> None:
        panel = page.repayment
        state = loan_state(page.book.loan(LoanId(1)), TODAY)
        click(panel.pay_due)
        assert panel.amount.value() == state.interest_due + state.principal_due
        click(panel.pay_all)
        assert panel.amount.value() == state.settlement
        click(panel.act)
        assert page.panels.currentWidget() is page.over
        assert loan_state(page.book.loan(LoanId(1)), TODAY).stage is LoanStage.REPAID
        assert {row.state for row in page.due_model.rows()} == {DueState.PAID}

    def test_what_ends_it_on_a_later_day(self, page: LoanScreen) -> None:
        line = page.settlement
        later = date(2026, 6, 20)
        type_line(line.day, "20/6/2026")
        state = loan_state(page.book.loan(LoanId(1)), later)
        assert f"{state.settlement:,}" in line.said.text()
        type_line(line.day, "31/6/2026")
        assert f"{state.settlement:,}" not in line.said.text()
        assert line.said.text()
        empty(line.day)
        assert line.said.text() == ""

    def test_with_an_open_day_sheet_it_waits_there(
        self, window: Window, village: Desk, page: LoanScreen
    ) -> None:
        open_one(village, SheetKind.DAY_SHEET)
        panel = page.repayment
        assert "ໃບບັນທຶກ" in panel.way.text()
        click(panel.pay_all)
        click(panel.act)
        assert village.book.loan(LoanId(1)).moves[1:] == ()
        assert page.panels.currentWidget() is page.over
        gone = heard(page.go)
        click(page.over.act)
        assert gone == [("meeting", None)]

    def test_late_due_days_are_marked(self, window: Window, village: Desk) -> None:
        page = page_of(window, running(village, NOY))
        states = [row.state for row in page.due_model.rows()]
        assert states[:3] == [DueState.LATE] * 3
        assert DueState.TO_COME in states
        assert page.due_model.index(0, 5).data() == "ເກີນກຳນົດ"
        assert not page.due_model.index(0, 5).data(Qt.ItemDataRole.DecorationRole).isNull()
        assert page.repayment.due.signs() == {village.words.say("Of this, overdue"): Tone.WARN}
        assert "!" not in page.repayment.due.text()


class TestAround:
    def test_half_typed_stays_when_something_else_is_written(
        self, window: Window, village: Desk
    ) -> None:
        page = page_of(window, running(village))
        type_letters(page.repayment.amount, "12")
        asked(village, KHAM)
        assert page.repayment.amount.text() == "12"
        page = page_of(window, asked(village, SOMPHONE))
        type_letters(page.decision.number, "8/2")
        spent = Spent(COSTS, 1_000)
        assert village.do(
            lambda book, actor: record_day(book, actor, day=TODAY, lines=(spent,), today=TODAY)
        )
        assert page.decision.number.text() == "8/2"

    def test_the_request_s_facts_and_ways_out(self, window: Window, village: Desk) -> None:
        page = page_of(window, agreed(village, product=RICE))
        page.tabs.setCurrentIndex(2)
        for name in (BOUNMY.name, NOY.name, *AGREED_BY):
            assert name in page.request.text()
        gone = heard(page.go)
        click(page.passbook)
        page = page_of(window, LoanId(1))
        click(page.back)
        assert gone == [("member", DALA.id), ("loans", None)]

    def test_another_language_is_spoken_at_once(self, window: Window, village: Desk) -> None:
        page = page_of(window, running(village))
        village.speak("en")
        assert page.repayment.act.text() == "Take the repayment"
        assert page.due_model.index(0, 5).data() == "Overdue"
        assert "Asked for" in page.steps.text()
