"""A member dies: her family's parts are typed in Lao, her loan is set off, her family is paid."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.record import DayRecord, record
from ledger.actions.rulebook import adopt_rulebook
from ledger.book.book import Book
from ledger.rules.accounts import CASH, LOAN_INTEREST, LOANS, LOANS_WRITTEN_OFF, SETTLEMENTS_PAYABLE
from ledger.rules.days import LAST_DAY
from ledger.rules.lines import LoanPaidOut
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import SheetKind
from ledger.rules.member_life import LifeKind
from ledger.rules.people import Beneficiary, Status
from ledger.rules.rulebook import DeathLoan, PeopleRules
from ledger.rules.transfers import LoanId
from ledger.statements.meeting_progress import Step
from tests.ui.asked import when_asked
from tests.ui.hands import click, press, type_line
from tests.villages import BOUNMY, DALA, NOY, OFFICERS, RESERVE, RICE, RULES, actor, two
from tests.walks.test_loan import chosen, sign
from tests.walks.test_people import choose
from tests.walks.village import Days, Hands, a_desk
from ui.desk import Desk
from ui.models.loan_acts import LoanAct
from ui.screens.funds.screen import FundsScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.members.life import LifeScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen

Key = Qt.Key
LOAN, LENT = LoanId(1), 300_000
ASKED, DIED, SETTLED, MEETING = (
    date(2026, 1, 10),
    date(2026, 3, 2),
    date(2026, 3, 10),
    date(2026, 4, 10),
)
INTEREST = 12_000
"""Two months at 2 % of 300,000."""
LEFT = 500_000 - LENT - INTEREST
DAUGHTER, HUSBAND = 62_661, 125_339
"""33.33 % and 66.67 % of 188,000: the kip that no part divides goes to the first."""


@pytest.fixture
def days() -> Days:
    return Days()


def lend(book: Book) -> None:
    """Dala has a loan of 300,000 for rice, for which Bounmy and Noy stand."""
    request = LoanRequest(DALA.id, ASKED, LENT, "agriculture", RICE, 12, (BOUNMY.id, NOY.id))
    names = tuple(officer.name for officer in OFFICERS[:2])
    decided = LoanDecision(ASKED, "2/2026", True, LENT, names)
    out = DayRecord(ASKED, (LoanPaidOut(LOAN),), loans=((request, decided),))
    record(book, actor(), record=out, today=ASKED)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, days: Days) -> Iterator[Desk]:
    for desk in a_desk(tmp_path, qapp, days, RULES):
        lend(desk.book)
        yield desk


def write_family(hands: Hands, desk: Desk) -> None:
    """Dala's daughter and husband are typed in her form, with a slip in the parts first."""
    hands.window.go("member", DALA.id)
    click(hands.page(MemberScreen).change_facts)
    form = hands.page(MembersScreen).form
    click(form.people.add)
    (daughter,) = form.people.lines
    type_line(daughter.name, "ວຽງ ພົມມະຈັນ")
    type_line(daughter.relation, "ລູກສາວ")
    type_line(daughter.part, "໓໓.໓໓")
    click(form.people.add)
    husband = form.people.lines[1]
    type_line(husband.name, "ແສງ ພົມມະຈັນ")
    type_line(husband.relation, "ຜົວ")
    assert husband.part.value() == 6_667  # What is still missing to the whole.
    type_line(husband.part, "60")
    click(form.save)
    assert "93.33%" in form.people.problem_text()
    assert desk.book.member(DALA.id).beneficiaries == ()
    type_line(husband.part, "66.67")
    click(form.save)
    assert desk.book.member(DALA.id).beneficiaries == (
        Beneficiary("ວຽງ ພົມມະຈັນ", 3_333, "ລູກສາວ"),
        Beneficiary("ແສງ ພົມມະຈັນ", 6_667, "ຜົວ"),
    )


def write_death(hands: Hands) -> LifeScreen:
    """Her death is written down on the membership's page, and its settlement comes up."""
    hands.window.go("member", DALA.id)
    click(hands.page(MemberScreen).membership)
    life = hands.page(LifeScreen)
    choose(life, LifeKind.DIED)
    type_line(life.form.day, "2/3/2026")
    type_line(life.form.note, "ພະຍາດ")
    click(life.write)
    assert life.form.kind.value() is LifeKind.SETTLED
    return life


def test_her_loan_is_set_off_and_her_family_is_paid(qtbot: QtBot, desk: Desk, days: Days) -> None:
    hands, book = Hands(qtbot, desk), desk.book
    write_family(hands, desk)
    days.go_to(SETTLED)
    life = write_death(hands)
    assert book.member(DALA.id).status is Status.DIED

    # What was shown is what is written; the family fetches the money at the next meeting.
    sheet = life.form.sheet.text()
    for kip in (500_000, -LENT - INTEREST, LEFT, DAUGHTER, HUSBAND):
        assert desk.words.money(kip) in sheet
    type_line(life.form.decision, "7/2026")
    press(life.form.pay_now, Key.Key_Space)
    asked = when_asked(QMessageBox, lambda box: box.buttons()[0].click())
    click(life.write)
    assert desk.words.money(LEFT) in asked[0].text()
    told = life.model.index(1, 4).data()
    for kip in (LEFT, DAUGHTER, HUSBAND):
        assert desk.words.money(kip) in told
    owed = book.balances()
    assert owed[SETTLEMENTS_PAYABLE] == LEFT
    assert (owed.get(LOANS, 0), owed[LOAN_INTEREST], owed[CASH]) == (0, INTEREST, 2_500_000 - LENT)
    assert loan_state(book.loan(LOAN), SETTLED).stage is LoanStage.REPAID

    # The form says how much is open, and asks who gets it. More than that is never paid.
    days.go_to(MEETING)
    hands.window.go("meeting")
    meeting = hands.page(MeetingScreen)
    meeting.work.open(MEETING, SheetKind.MEETING)
    meeting.go_to(Step.PAY)
    page = meeting.pages[Step.PAY]
    assert isinstance(page, PayPage)
    page.form.choose("settlement")
    hands.find(page.form.member, DALA.number)
    assert desk.words.money(LEFT) in page.form.fields["member"].hint_text()
    pay(hands, page, DAUGHTER, "")
    assert page.form.problem_text() == "ໃຫ້ຂຽນຊື່ຜູ້ຮັບເງິນ."
    pay(hands, page, DAUGHTER, "ວຽງ ພົມມະຈັນ")
    pay(hands, page, HUSBAND + 1, "ແສງ ພົມມະຈັນ")
    assert desk.words.money(HUSBAND) in page.form.problem_text()
    pay(hands, page, HUSBAND, "ແສງ ພົມມະຈັນ")
    assert len(page.model.rows()) == 2
    sign(desk, MEETING)
    after = book.balances()
    assert (after[SETTLEMENTS_PAYABLE], after[CASH]) == (0, owed[CASH] - LEFT)
    lines = book.passbook(DALA.id, SETTLED, LAST_DAY).lines
    assert [line.note for line in lines[-2:]] == ["ວຽງ ພົມມະຈັນ", "ແສງ ພົມມະຈັນ"]
    assert book.check() == ()


def pay(hands: Hands, page: PayPage, kip: int, to: str) -> None:
    """Type who of the family gets how much of Dala's settlement."""
    hands.find(page.form.member, DALA.number)
    type_line(page.form.kip, str(kip))
    if to:
        type_line(page.form.note, to)
    press(page.form.write, Key.Key_Return)


def by_rule(desk: Desk, rule: DeathLoan) -> None:
    """The group agrees on what becomes of the loan of a member who dies."""
    loans = replace(RULES.loans, write_off_fund=RESERVE)
    people = PeopleRules(death_loan=rule)
    rules = replace(RULES, valid_from=ASKED, resolution="3/2026", people=people, loans=loans)
    adopt_rulebook(desk.book, two(actor()), rulebook=rules)


def settle_whole(hands: Hands, desk: Desk) -> None:
    """All of her savings go to her family at once, and the loan stands as it stood."""
    before = desk.book.balances()
    life = write_death(hands)
    sheet = life.form.sheet.text()
    assert desk.words.money(500_000) in sheet
    assert desk.words.money(LENT + INTEREST) in sheet  # It is said what stays owed.
    type_line(life.form.decision, "7/2026")
    when_asked(QMessageBox, lambda box: box.buttons()[0].click())
    click(life.write)
    after = desk.book.balances()
    assert (after[LOANS], after[CASH]) == (LENT, before[CASH] - 500_000)
    assert after.get(SETTLEMENTS_PAYABLE, 0) == 0


def test_her_guarantor_takes_the_loan_over(qtbot: QtBot, desk: Desk, days: Days) -> None:
    by_rule(desk, DeathLoan.GUARANTORS)
    hands, book = Hands(qtbot, desk), desk.book
    write_family(hands, desk)
    days.go_to(SETTLED)
    settle_whole(hands, desk)
    hands.window.go("loan", LOAN)
    others = chosen(hands.page(LoanScreen), LoanAct.PASS_ON)
    others.guarantor.show_value(NOY.id)
    type_line(others.decision, "8/2026")
    press(others.act, Key.Key_Return)
    assert loan_state(book.loan(LOAN), SETTLED).stage is LoanStage.PASSED_ON
    hers = book.loan(LoanId(2))
    state = loan_state(hers, SETTLED)
    assert hers.request.member == NOY.id
    assert (state.principal, state.interest_due) == (LENT, INTEREST)
    assert book.check() == ()


def test_a_fund_bears_the_loan(qtbot: QtBot, desk: Desk, days: Days) -> None:
    by_rule(desk, DeathLoan.FUND)
    hands, book = Hands(qtbot, desk), desk.book
    write_family(hands, desk)
    days.go_to(SETTLED)
    hands.window.go("funds", RESERVE)
    funds = hands.page(FundsScreen)
    funds.form.choose("fund_gift")
    funds.form.account.show_value(RESERVE)
    type_line(funds.form.kip, "400000")
    click(funds.write)
    settle_whole(hands, desk)
    hands.window.go("loan", LOAN)
    others = chosen(hands.page(LoanScreen), LoanAct.WRITE_OFF)
    type_line(others.decision, "8/2026")
    others.second.show_value(OFFICERS[0].id)
    press(others.act, Key.Key_Return)
    assert loan_state(book.loan(LOAN), SETTLED).stage is LoanStage.WRITTEN_OFF
    after = book.balances()
    assert (after[RESERVE], after[LOANS]) == (400_000 - LENT, 0)
    assert after.get(LOANS_WRITTEN_OFF, 0) == 0  # The fund has borne it, and not the year.
    assert book.check() == ()
