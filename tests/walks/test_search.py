"""One search line for the whole book, from the Lao window by its key, and by the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.decisions import write_decision
from ledger.rules.decisions import Decision, Subject
from ledger.rules.transfers import EntryNumber
from tests.closings import KEEPER, NOON, a_year
from tests.ui.hands import click, keep, let_go, press, type_letters
from tests.villages import BEGIN, KHAM, NOY
from tests.walks.commands import Commands
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.models.search import HitKind, find
from ui.screens.books.screen import BooksScreen
from ui.screens.places import PLACES
from ui.screens.search import SearchScreen
from ui.settings import Settings
from ui.window import Window

ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    yield
    let_go()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    file = tmp_path / "village.book"
    a_year(file).close()
    desk = Desk(open_words("lo"), clock=lambda: NOON, settings=Settings(tmp_path / "settings.ini"))
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    assert desk.open(file)
    desk.sign_in(KEEPER)
    keep(qtbot, window)
    window.go("members")
    yield window
    desk.close()


@pytest.fixture
def page(window: Window) -> SearchScreen:
    """The search page, reached by its key from the list of members."""
    members = window.page()
    assert members is not None
    press(members, Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    page = window.page()
    assert isinstance(page, SearchScreen)
    return page


def look_for(page: SearchScreen, text: str) -> None:
    page.line.clear()
    type_letters(page.line, text)


def test_a_name_however_spelt(window: Window, page: SearchScreen) -> None:
    look_for(page, "ຄຳຫລ້າ")
    hit = page.model.row(0)
    assert (hit.kind, hit.number) == (HitKind.MEMBER, KHAM.id)
    press(page.line, ENTER)
    assert window.place() == "member"


def test_a_member_number_stands_first(page: SearchScreen) -> None:
    look_for(page, "໐໐໓")
    assert (page.model.row(0).kind, page.model.row(0).number) == (HitKind.MEMBER, NOY.id)


def test_a_loan_by_its_number_and_by_its_decision(window: Window, page: SearchScreen) -> None:
    loan = page.book.loans()[0]
    assert loan.decision is not None
    for text in (loan.number, loan.decision.number):
        look_for(page, text)
        kinds = {hit.kind: hit.number for hit in page.model.rows()}
        assert kinds[HitKind.LOAN] == loan.id
    row = [hit.kind for hit in page.model.rows()].index(HitKind.LOAN)
    page.table.select_row(row)
    press(page.table, ENTER)
    assert window.place() == "loan"


def test_an_amount_and_a_receipt(window: Window, page: SearchScreen) -> None:
    look_for(page, "2,000,000")
    entries = [hit for hit in page.model.rows() if hit.kind is HitKind.ENTRY]
    assert entries
    for hit in entries:
        moved = page.book.entry(EntryNumber(hit.number)).entry.transfers
        assert 2_000_000 in {t.kip for t in moved}
    look_for(page, "1")
    numbers = [hit.number for hit in page.model.rows() if hit.kind is HitKind.ENTRY]
    assert numbers[0] == 1
    row = [hit.kind for hit in page.model.rows()].index(HitKind.ENTRY)
    page.table.select_row(row)
    click(page.open)
    books = window.page()
    assert isinstance(books, BooksScreen)
    chosen = books.entries.chosen()
    assert chosen is not None
    assert chosen.posted.number == 1


def test_a_decision_by_its_number_and_by_a_word(window: Window, page: SearchScreen) -> None:
    written = Decision("12/2026", BEGIN, Subject.FUND, "ໃຫ້ຊື້ສັງກະສີ 20 ແຜ່ນ")
    write_decision(page.book, KEEPER, decision=written, today=NOON.date())
    for text in ("12/2026", "ສັງກະສີ"):
        look_for(page, text)
        assert [hit.decision for hit in page.model.rows()] == ["12/2026"]
    assert "20 ແຜ່ນ" in page.model.row(0).text
    press(page.line, ENTER)
    books = window.page()
    assert isinstance(books, BooksScreen)
    row = books.minutes.chosen()
    assert row is not None
    assert row.number == "12/2026"
    assert books.minutes.isVisible()
    # A number that a loan names, and that is missing in the minutes, is found there too.
    window.go("search", "1/2026")
    hits = {hit.kind: hit for hit in page.model.rows()}
    assert hits[HitKind.DECISION].decision == "1/2026"
    assert hits[HitKind.LOAN].number == page.book.loans()[0].id


def test_a_loan_by_its_amount_and_where_it_comes_from(page: SearchScreen) -> None:
    look_for(page, "2.000.000")
    hits = {hit.kind: hit for hit in page.model.rows()}
    loan = hits[HitKind.LOAN]
    assert loan.number == page.book.loans()[0].id
    assert loan.figure is not None
    assert page.book.why(loan.figure).kip == 2_000_000
    entry = hits[HitKind.ENTRY]
    assert entry.figure is not None
    assert page.book.why(entry.figure).moved


def test_nothing_fits(page: SearchScreen) -> None:
    look_for(page, "xyz")
    assert page.model.rows() == ()
    assert "xyz" in page.nothing._text.text()
    assert not page.open.isEnabled()
    press(page.line, ENTER)
    assert find(page.book, page.words, "  ") == ()
    assert find(page.book, page.words, "9,999,999,999") == ()


def test_the_key_is_printed_on_the_top_line(window: Window, page: SearchScreen) -> None:
    assert "Ctrl+F" in window.top.look_for.toolTip()
    window.go("home")
    click(window.top.look_for)
    assert window.page() is page
    window.go("search", "ນ້ອຍ")
    assert page.line.text() == "ນ້ອຍ"
    assert page.model.rows()


def test_by_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Commands(capsys)
    book = tmp_path / "village.book"
    a_year(book).close()
    assert KHAM.name in run.run("find", book, "ຄຳຫລ້າ")
    assert "1/2026" in run.run("find", book, "1/2026")
    assert run.try_to("find", book, "xyz") == (1, "", "")
