"""A committee closes its year in Lao: looked at, tried otherwise, confirmed by two, and locked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ledger.rules.accounts import DIVIDENDS_PAYABLE, Family, family
from ledger.rules.lines import DividendWay
from tests.closings import HEAD, KEEPER, NOON, YEAR, a_year
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import keep, let_go, press, type_line
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.screens.papers.screen import PapersScreen
from ui.screens.places import PLACES
from ui.screens.settings.screen import SettingsScreen
from ui.screens.year_end.paying import DividendsScreen
from ui.screens.year_end.screen import YearEndScreen
from ui.screens.year_end.step_bar import Step
from ui.settings import Settings
from ui.window import Window


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    yield
    let_go()


class Office:
    """One laptop with one book open in its window, speaking Lao."""

    def __init__(self, qtbot: QtBot, book: Path, place: Path) -> None:
        self.qtbot = qtbot
        self.desk = Desk(
            open_words("lo"), clock=lambda: NOON, settings=Settings(place / "settings.ini")
        )
        assert self.desk.open(book)
        self.desk.sign_in(KEEPER)
        self.window = Window()
        self.window.furnish(self.desk.words)
        self.window.attach(self.desk, PLACES)
        keep(qtbot, self.window)

    def say(self, text: str, **facts: object) -> str:
        return self.desk.words.say(text, **facts)

    def year_end(self) -> YearEndScreen:
        self.window.go("year_end")
        page = self.window.page()
        assert isinstance(page, YearEndScreen)
        return page

    def close(self) -> None:
        page = self.window.page()
        if isinstance(page, PapersScreen):
            page.preview.view.show_pages(None)
        self.window.close()
        self.desk.close()

    def close_the_year(self) -> None:
        """Walk to the last step by Enter, pick the second name, and confirm."""
        page = self.year_end()
        while page.step() is not Step.CONFIRM:
            page.forward.setFocus()
            press(page.forward, Qt.Key.Key_Return)
        second = page.confirm.pickers[1]
        second.setFocus()
        press(second, Qt.Key.Key_Down)
        assert [o.name for o in page.confirm.chosen()] == [KEEPER.name, HEAD.name]
        closing = self.say("Close the year {year}", year=self.desk.words.year(YEAR))
        when_asked(QMessageBox, press_button(closing))
        page.close_it.setFocus()
        press(page.close_it, Qt.Key.Key_Return)

    def statement(self) -> bytes:
        """Follow the link to the annual statement; the paper as it is looked at."""
        page = self.year_end()
        page.bar.button(Step.CONFIRM).click()
        page.result.statement.setFocus()
        press(page.result.statement, Qt.Key.Key_Return)
        papers = self.window.page()
        assert isinstance(papers, PapersScreen)
        self.qtbot.waitUntil(lambda: papers.pages() is not None, timeout=15_000)
        made = papers.pages()
        assert made is not None
        return made.content


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "village.book"
    a_year(file).close()
    return file


def test_a_year_is_closed(qtbot: QtBot, book: Path, tmp_path: Path) -> None:
    office = Office(qtbot, book, tmp_path)
    desk, page = office.desk, office.year_end()

    # Somebody has read of 70, 15, 10, 30 and 23 percent: it is shown what that comes to.
    page.bar.button(Step.SHARES).click()
    for row, text in zip(page.sharing.lines, ("70", "15", "10", "30", "23"), strict=True):
        row.percent.setFocus()
        type_line(row.percent, text)
    assert "148%" in page.sharing.total.text()
    assert not page.forward.isEnabled()
    page.bar.button(Step.CONFIRM).click()
    assert not page.close_it.isEnabled()
    assert desk.book.closed_years() == ()

    # Back to what the group agreed; two confirm.
    page.bar.button(Step.SHARES).click()
    page.sharing.back_to_rules.setFocus()
    press(page.sharing.back_to_rules, Qt.Key.Key_Return)
    assert "100%" in page.sharing.total.text()
    office.close_the_year()

    # The year is locked and the next one begins with nothing earned.
    (closed,) = desk.book.closed_years()
    assert closed.signed_by == (KEEPER.name, HEAD.name)
    assert page.result.isVisible()
    balances = desk.book.balances()
    assert not any(
        kip for a, kip in balances.items() if family(a) in {Family.INCOME, Family.EXPENSE}
    )
    assert desk.book.check() == ()
    page.result.next_year.setFocus()
    press(page.result.next_year, Qt.Key.Key_Return)
    assert page.years.value() == YEAR + 1
    assert page.profit.income.rows()[-1][1] == desk.words.kip(0)

    # It cannot be closed a second time: its last step is what was written.
    page.show_item(YEAR)
    page.bar.button(Step.CONFIRM).click()
    assert page.close_it.isHidden()
    assert page.result.isVisible()
    office.close()


def test_other_percentages_lead_to_the_rules(qtbot: QtBot, book: Path, tmp_path: Path) -> None:
    office = Office(qtbot, book, tmp_path)
    page = office.year_end()
    page.bar.button(Step.SHARES).click()
    slider = page.sharing.lines[0].slider
    slider.setFocus()
    press(slider, Qt.Key.Key_Left)
    page.sharing.adopt.setFocus()
    press(page.sharing.adopt, Qt.Key.Key_Return)
    settings = office.window.page()
    assert isinstance(settings, SettingsScreen)
    assert settings.rules.isVisible()
    office.close()


def test_the_dividends_are_handed_out(qtbot: QtBot, book: Path, tmp_path: Path) -> None:
    """All leave theirs with their savings but one, who has not come."""
    office = Office(qtbot, book, tmp_path)
    office.close_the_year()
    page = office.year_end()
    page.pay_out.setFocus()
    press(page.pay_out, Qt.Key.Key_Return)
    paying = office.window.page()
    assert isinstance(paying, DividendsScreen)
    paying.everybody.setFocus()
    press(paying.everybody, Qt.Key.Key_Return)
    press(paying.table, Qt.Key.Key_F7)
    paying.table.clearSelection()
    paying.table.setFocus()
    press(paying.table, Qt.Key.Key_Home, Qt.Key.Key_Delete)
    paying.pay.setFocus()
    press(paying.pay, Qt.Key.Key_Return)
    (left,) = office.desk.book.dividends_owed().values()
    assert office.desk.book.balances()[DIVIDENDS_PAYABLE] == left
    assert [due.owed for due in paying.model.dues()] == [left]
    assert DividendWay.CASH in paying.model.dues()[0].takings
    office.close()


def test_two_copies_of_one_book_print_the_same_statement(
    qtbot: QtBot, book: Path, tmp_path: Path
) -> None:
    """Two laptops close copies of one book; every figure and letter of the paper is the same."""
    copy = tmp_path / "copy.book"
    shutil.copy(book, copy)
    papers = []
    for name, file in (("one", book), ("two", copy)):
        office = Office(qtbot, file, tmp_path / name)
        office.close_the_year()
        papers.append(office.statement())
        office.close()
    assert papers[0] == papers[1]
    assert papers[0].startswith(b"%PDF")
