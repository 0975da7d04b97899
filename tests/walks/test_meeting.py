"""A meeting of 163 members in Lao, from the first count to the last signature, by keys."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.members import add_members
from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.accounts import (
    CASH,
    CASH_SHORT,
    ENTRY_FEES,
    LOAN_INTEREST,
    LOANS,
    PASSBOOK_FEES,
    SAVINGS,
    Named,
    named_account,
)
from ledger.rules.lines import LoanPaidOut
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import Attendance
from ledger.rules.people import SET_UP, Actor, MemberId
from ledger.rules.transfers import LoanId
from ledger.statements.meeting_progress import Step
from tests.ui.hands import keep, let_go, press, type_letters, type_line
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.models.meeting_grid import FIRST_MONEY
from ui.practice_people import BEGIN, PracticeFacts, practice_facts
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.meeting.sign_page import SignPage
from ui.screens.meeting.who_page import WhoPage
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window

DAY = date(2023, 2, 5)
NOW = datetime(2023, 2, 5, 9, 0, tzinfo=timezone(timedelta(hours=7)))
COSTS = named_account(Named.EXPENSE, 1)
WELFARE = named_account(Named.FUND, 1)
BORROWER, LENT = MemberId(20), 600_000
SECOND_BORROWER, AGREED = MemberId(31), 400_000
AWAY = (5, 77)
BY_NEIGHBOUR = 12
NOTES = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500)
Key = Qt.Key


def lend(book: Book, actor: Actor, member: MemberId, kip: int, day: date) -> LoanId:
    """The committee agrees to a loan with monthly interest."""
    product = book.rulebook(day).product("trading_loan")
    assert product is not None
    guarantors = tuple(MemberId(n) for n in range(100, 100 + product.guarantors))
    purpose = next(p.code for p in book.rulebook(day).loans.purposes if p.product == "trading_loan")
    request = LoanRequest(member, day, kip, purpose, product, product.months, guarantors)
    (loan,) = request_loan(book, actor, request=request).loans
    names = tuple(officer.name for officer in book.officers()[:2])
    decision = LoanDecision(day, f"{loan}/2023", True, kip, names)
    decide_loan(book, actor, loan=loan, decision=decision)
    return loan


def make_book(file: Path, facts: PracticeFacts) -> None:
    """The village on the morning of the meeting: a loan runs, another is agreed, 13 are new."""
    group, rulebook = facts.set_up.group, facts.set_up.rulebook
    book = Book.create(file, group=group, rulebook=rulebook, clock=lambda: NOW)
    start_books(book, SET_UP, set_up=facts.set_up)
    keeper = facts.actor("accountant")
    running = lend(book, keeper, BORROWER, LENT, BEGIN)
    record_day(book, keeper, day=BEGIN, lines=[LoanPaidOut(running)], today=BEGIN)
    add_members(book, keeper, members=tuple(replace(m, joined=DAY) for m in facts.newcomers))
    lend(book, keeper, SECOND_BORROWER, AGREED, DAY)
    book.close()


@pytest.fixture
def village() -> PracticeFacts:
    return practice_facts()


@pytest.fixture
def desk(village: PracticeFacts, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    make_book(tmp_path / "village.book", village)
    desk = Desk(open_words("lo"), clock=lambda: NOW, settings=Settings(tmp_path / "s.ini"))
    assert desk.open(tmp_path / "village.book")
    desk.sign_in(village.actor("accountant"))
    yield desk
    let_go()
    desk.close()


class Committee:
    """The committee at its table: it sees the window and has a keyboard, nothing else."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.window = Window()
        self.window.furnish(desk.words)
        self.window.attach(desk, [place for place in PLACES if place.name == "meeting"])
        keep(qtbot, self.window)
        self.window.go("meeting")
        page = self.window.page()
        assert isinstance(page, MeetingScreen)
        self.screen = page

    def go_on(self) -> None:
        press(self.screen, Key.Key_F9)

    def count(self, page: CountPage, kip: int) -> None:
        """Count an amount into the box, from the largest note down, with Enter alone."""
        assert page.notes.line(NOTES[0]).hasFocus()
        for note in NOTES:
            number, kip = divmod(kip, note)
            line = page.notes.line(note)
            assert line.hasFocus()
            type_letters(line, str(number))
            press(line, Key.Key_Return)
        assert kip == 0, "the box holds whole notes"

    def type_amount(self, page: CollectPage, text: str, key: Qt.Key = Key.Key_Return) -> None:
        type_letters(page.view, text[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        type_letters(editor, text[1:])
        press(editor, key)


def cells_on_disk(file: Path) -> dict[int, int]:
    """What another program finds in the file of the savings, after the power has failed now."""
    copy = file.with_name("after the power cut")
    shutil.copy(file, copy)
    with closing(sqlite3.connect(copy)) as raw:
        return dict(raw.execute("SELECT member, kip FROM cell WHERE col = 'savings'").fetchall())


def page_at(screen: MeetingScreen, step: Step) -> object:
    assert screen.step is step
    return screen.pages[step]


def test_a_meeting_of_163_members(qtbot: QtBot, desk: Desk, village: PracticeFacts) -> None:
    book, table = desk.book, Committee(qtbot, desk)
    screen = table.screen
    before = dict(book.balances())
    assert screen.sheets.day.value() == DAY

    # The box is counted before anybody pays: it holds what the book says.
    press(screen.primary, Key.Key_Return)
    opening = page_at(screen, Step.OPEN)
    assert isinstance(opening, CountPage)
    table.count(opening, before[CASH])
    assert "ກົງ" in opening.verdict()
    table.go_on()

    # Two stayed at home, one sent her money; all the others are here.
    who = page_at(screen, Step.WHO)
    assert isinstance(who, WhoPage)
    for number, figure in ((AWAY[0], "3"), (BY_NEIGHBOUR, "໒"), (AWAY[1], "3")):
        who.table.select_row(number - 1)
        type_letters(who.table, figure)
    press(who.rest, Key.Key_Return)
    table.go_on()

    # What is due is written for everybody who is here, and then what each really saves.
    collect = page_at(screen, Step.COLLECT)
    assert isinstance(collect, CollectPage)
    assert collect.model.rowCount() == 163
    press(collect.all_due, Key.Key_Return)
    button = QApplication.focusWidget()
    assert button is not None
    press(button, Key.Key_Return)
    saved = {}
    for row, line in enumerate(collect.model.rows()):
        assert collect.view.currentIndex().row() == row
        if line.member.id in AWAY:
            press(collect.view, Key.Key_Return)
            continue
        saved[line.member.id] = village.habit[line.member.id]
        table.type_amount(collect, str(saved[line.member.id]))
    assert cells_on_disk(book.path) == saved, "every amount is on the disk"

    # Too little is refused at the table, and the old amount stays.
    first = collect.model.rows()[0].member.id
    collect.view.jump_to(first)
    table.type_amount(collect, "5000")
    assert "10,000" in collect.view.problem_text()
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Key.Key_Escape)
    assert cells_on_disk(book.path) == saved

    # The borrower pays back a part of her loan beside the interest that is due.
    collect.view.jump_to(BORROWER)
    press(collect.view, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    table.type_amount(collect, "໑໐໐,໐໐໐")
    table.go_on()

    # The agreed loan is handed over, and tea was bought.
    pay = page_at(screen, Step.PAY)
    assert isinstance(pay, PayPage)
    press(pay.loans, Key.Key_Return)
    pay.form.choose("expense")
    pay.form.kip.setFocus()
    type_line(pay.form.kip, "35000")
    pay.form.note.setFocus()
    type_line(pay.form.note, "ຊາ ແລະ ນ້ຳດື່ມ")
    press(pay.form.write, Key.Key_Return)
    assert len(pay.model.rows()) == 2
    table.go_on()

    # 7,000 are missing; they are looked for, not found, and the reason is written down.
    count = page_at(screen, Step.COUNT)
    assert isinstance(count, CountPage)
    welfare = sum(1_000 for row in collect.model.rows() if row.paid_in_all and row.due.welfare)
    fees, interest, principal, cost = 13 * 10_000, LENT * 3 // 100, 100_000, 35_000
    should = before[CASH] + sum(saved.values()) + welfare + 2 * fees + interest + principal
    should -= AGREED + cost
    assert screen.strip.text("expected") == desk.words.kip(should)
    table.count(count, should - 7_000)
    assert screen.strip.text("difference") == desk.words.kip(-7_000)
    count.reason.setFocus()
    type_line(count.reason, "ເງິນທອນຜິດ ຊອກບໍ່ພົບ")
    assert screen.steps.is_ticked(Step.COUNT)
    table.go_on()

    # The president signs beside the accountant.
    sign = page_at(screen, Step.SIGN)
    assert isinstance(sign, SignPage)
    assert "163" in screen.primary.text(), "161 members and two other lines"
    while sign.second.value() is None or sign.second.value().id == sign.first.value().id:
        press(sign.second, Key.Key_Down)
    table.go_on()

    # Everything is in the book: 161 turns, the loan, the cost and the difference.
    assert book.open_sheet() is None
    (sheet,) = book.sheets()
    assert len(sheet.signed_by) == 2
    assert len(screen.signed.entry_model.rows()) == 161 + 3
    after = book.balances()
    moved = {account: kip - before.get(account, 0) for account, kip in after.items()}
    assert {account: kip for account, kip in moved.items() if kip} == {
        CASH: should - 7_000 - before[CASH],
        LOANS: AGREED - principal,
        SAVINGS: sum(saved.values()),
        WELFARE: welfare,
        LOAN_INTEREST: interest,
        ENTRY_FEES: fees,
        PASSBOOK_FEES: fees,
        COSTS: cost,
        CASH_SHORT: 7_000,
    }
    whole = book.sheet(sheet.id)
    marks = [mark for _, mark in whole.attendance]
    assert (marks.count(Attendance.ABSENT), marks.count(Attendance.BY_NEIGHBOUR)) == (2, 1)
    assert whole.difference_reason == "ເງິນທອນຜິດ ຊອກບໍ່ພົບ"
    assert book.check() == ()
    trial = book.trial_balance(DAY)
    assert trial.debit == trial.credit

    # The old sheet is read again as it was signed.
    press(screen.primary, Key.Key_Return)
    screen.sheets.table.select_row(0)
    press(screen.sheets.table, Key.Key_Return)
    model = screen.signed.members.model
    row = model.row_of(first)
    assert model.index(row, FIRST_MONEY).data() == desk.words.kip(saved[first])
