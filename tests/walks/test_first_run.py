"""The fund of Pakhon is entered in Lao as its committee would, left once, and its books begin."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import CASH, LOANS, SAVINGS
from ledger.rules.loan_values import LoanStage
from ledger.rules.loans import loan_state
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.walks import pakhon
from translations import open_words
from ui import settings as machine
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.entry_grid import CellChoice
from ui.screens.first_run.cash_page import CashPage
from ui.screens.first_run.debts_page import DebtsPage
from ui.screens.first_run.group_page import GroupPage
from ui.screens.first_run.money_pages import LoansPage, SavingsPage
from ui.screens.first_run.people_pages import CommitteePage, GridPage, MembersPage
from ui.screens.first_run.rules_page import RulesPage
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.settings.committee_part import CommitteePart
from ui.settings import Settings

NOW = datetime(2026, 11, 22, 9, 30).astimezone()
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this machine's books."""
    folder = tmp_path / "books"
    monkeypatch.setattr(machine, "books_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)


def start_program(qtbot: QtBot, place: Path) -> FirstRunScreen:
    """The program as it stands after it was started on this machine."""
    settings = Settings(place / "settings.ini")
    words = open_words(settings.language or "lo")
    screen = FirstRunScreen(Desk(words, clock=lambda: NOW, settings=settings))
    screen.resize(1200, 690)
    keep(qtbot, screen)
    return screen


def paste(page: GridPage | CommitteePart, row: int, column: int, text: str) -> None:
    """Copy rows in a spreadsheet and press Ctrl+V in a cell."""
    QGuiApplication.clipboard().setText(text)
    page.grid.view.setFocus()
    page.grid.view.setCurrentIndex(page.grid.model.index(row, column))
    press(page.grid.view, Qt.Key.Key_V, held=CONTROL)


def type_cell(page: GridPage, row: int, column: int, text: str) -> None:
    """Stand on a cell, type over it, and press Enter."""
    page.grid.view.setFocus()
    page.grid.view.setCurrentIndex(page.grid.model.index(row, column))
    type_letters(page.grid.view, text[0])
    editor = QApplication.focusWidget()
    assert editor is not page.grid.view
    assert editor is not None
    type_letters(editor, text[1:])
    press(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # The table takes it over a turn later.


def choose_in_cell(page: GridPage, row: int, column: int, value: str) -> None:
    """Open the box of a cell with F2, go down from its top to a choice, and press Enter."""
    page.grid.view.setCurrentIndex(page.grid.model.index(row, column))
    press(page.grid.view, Qt.Key.Key_F2)
    QApplication.processEvents()
    box = page.grid.view.findChild(CellChoice)
    assert box is not None
    press(box.view(), Qt.Key.Key_Home)
    for _ in range([v for v, _ in page.grid.model.column(column).choices].index(value)):
        press(box.view(), Qt.Key.Key_Down)
    press(box.view(), Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()
    assert page.grid.model.index(row, column).data(Qt.ItemDataRole.EditRole) == value


def test_the_committee_of_pakhon_begins_its_book(qtbot: QtBot, tmp_path: Path, books: Path) -> None:
    screen = start_program(qtbot, tmp_path)
    click(screen.language.buttons["lo"])
    assert screen.words.language == "lo"
    click(screen.choice.buttons["new"])
    _type_group(screen)
    _choose_rules(screen)
    _type_committee(screen)
    _paste_members(screen)

    # The electricity goes; on Monday they start the program again.
    again = start_program(qtbot, tmp_path)
    assert "ປາກຄອນ" in again.choice.explanation("resume")
    click(again.choice.buttons["resume"])
    members = again.steps.page()
    assert isinstance(members, MembersPage)
    assert len(members.grid.model.rows()) == pakhon.COUNT

    _mend_members(again, members)
    _paste_savings(again)
    _type_loans(again)
    _no_debts(again)
    _count_cash(again)
    _start(again, books)


def _type_group(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, GroupPage)
    click(screen.forward)
    assert screen.steps.page() is page  # A group without a name cannot go on.
    group = pakhon.GROUP
    for fact in ("name", "village", "zone", "district", "province"):
        type_line(page.facts[fact], getattr(group, fact))
    type_line(page.founded, "12/5/2561")  # The Buddhist year on their charter.
    type_line(page.begin, "1/11/2026")
    click(screen.forward)
    assert screen.steps.draft.group == group


def _choose_rules(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, RulesPage)
    press(page.list, Qt.Key.Key_Down)
    assert "ປາກຄອນ" in page.list.currentItem().text()
    press(page.list, Qt.Key.Key_Return)
    type_line(page.resolution, "7/2026")
    rules = page.editor.rulebook()
    assert (rules.saving.minimum, rules.saving.passbook_fee) == (10_000, 10_000)
    rice, emergency = rules.loans.products
    assert (rice.ceiling.times, emergency.rate) == (1_000, 0)
    click(screen.forward)


def _type_committee(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, CommitteePage)
    click(screen.forward)
    assert page.grid.problem_text()  # Two officers have to sign a closing.
    for row, (_, name) in enumerate(pakhon.OFFICERS):
        type_cell(page, row, 1, name)
    click(screen.forward)
    assert screen.steps.draft.officers == pakhon.OFFICERS


def _paste_members(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, MembersPage)
    rows = [list(row) for row in pakhon.MEMBERS]
    rows[11][6] = "31/02/2020"  # A slip in their spreadsheet.
    paste(page, 0, 0, "\n".join("\t".join(row) for row in rows))
    click(screen.forward)
    assert screen.steps.page() is page
    assert "12" in page.grid.problem_text()
    assert "31/02/2020" in page.grid.problem_text()


def _mend_members(screen: FirstRunScreen, page: MembersPage) -> None:
    type_cell(page, 11, 6, pakhon.MEMBERS[11][6])
    assert page.grid.problem_text() == ""
    assert "65" in page.below.text()
    click(screen.forward)


def _paste_savings(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, SavingsPage)
    paste(page, 0, 2, "\n".join(f"{kip:,}" for kip in pakhon.SAVINGS))
    assert "27,950,000" in page.below.text()
    click(screen.forward)


def _type_loans(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, LoansPage)
    number, product, purpose, kip, months = pakhon.LOANS[0]
    paste(page, 0, 0, f"{number}\t\t\t{kip}\t{months}")
    assert page.grid.problem_text()  # Which kind of loan it is has not been said.
    choose_in_cell(page, 0, 2, product)
    choose_in_cell(page, 0, 3, purpose)
    second = pakhon.LOANS[1]
    paste(page, 1, 0, "\t".join(map(str, second)))
    assert "1,900,000" in page.below.text()
    click(screen.forward)


def _no_debts(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, DebtsPage)
    assert page.grid.model.rows() == ()
    click(screen.forward)


def _count_cash(screen: FirstRunScreen) -> None:
    page = screen.steps.page()
    assert isinstance(page, CashPage)
    for account, kip in pakhon.ACCOUNTS:
        type_line(page.line(account), str(kip))
    for note, number in pakhon.NOTES:
        # One note of twenty thousand sticks to another and is not seen.
        type_line(page.counter.line(note), str(number - (note == 20_000)))
    assert page.difference() == -20_000
    assert "20,000" in page.said.text()
    click(screen.forward)
    assert screen.steps.page() is page
    type_line(page.counter.line(20_000), "75")
    assert page.difference() == 0
    click(screen.forward)


def _start(screen: FirstRunScreen, books: Path) -> None:
    assert screen.steps.at_end()
    figures = [figure for card in screen.steps.check.figures() for _, figure in card]
    for shown in ("65", "27,950,000\u00a0ກີບ", "21,000,000\u00a0ກີບ", "12,000,000\u00a0ກີບ"):
        assert shown in figures
    begun = heard(screen.begin)
    click(screen.forward)
    assert len(begun) == 1
    book = screen.desk.book
    balances = book.balances()
    assert balances[CASH] == pakhon.CASH == 21_000_000
    assert balances[SAVINGS] == sum(pakhon.SAVINGS)
    assert balances[LOANS] == 1_900_000
    for account, kip in pakhon.ACCOUNTS:
        assert balances[account] == kip
    assert len(book.members()) == 65
    assert list(book.savings().values()) == list(pakhon.SAVINGS)
    states = [loan_state(loan, pakhon.BEGIN) for loan in book.loans()]
    assert [state.principal for state in states] == [1_500_000, 400_000]
    assert {state.stage for state in states} == {LoanStage.PAID_OUT}
    assert [officer.name for officer in book.officers()] == [name for _, name in pakhon.OFFICERS]
    assert book.rulebook(pakhon.BEGIN).resolution == "7/2026"
    assert book.check() == ()
    assert book.path.parent == books
    assert "ປາກຄອນ" in book.path.name
    assert screen.desk.settings.last_book == book.path
    assert start_choice_is_empty(screen)
    screen.desk.close()


def start_choice_is_empty(screen: FirstRunScreen) -> bool:
    """Whether no half-entered group is left on this machine."""
    return not (screen.desk.settings.folder / "new_group.json").exists()
