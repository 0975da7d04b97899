"""Compare with paper in the window: a code is typed, and the book answers for what it held."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit
from ledger.rules.paper_code import PaperCode, paper_code_of
from tests.book.books import strip_guards
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import DAY, KHAM, TODAY, actor
from ui.desk import Desk
from ui.screens.books.at import Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.safe.compare import CompareScreen


@pytest.fixture
def page(qtbot: QtBot, village: Desk) -> CompareScreen:
    page = CompareScreen(village)
    keep(qtbot, page)
    return page


def save(page: CompareScreen, kip: int) -> PaperCode:
    """What a passbook says that is printed before the next deposit."""
    printed = page.book.paper_code()
    lines = (Deposit(KHAM.id, kip),)
    assert page.desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))
    return printed


def test_it_says_what_a_paper_would_say_now(page: CompareScreen) -> None:
    save(page, 20_000)
    now = page.book.paper_code()
    assert page.now.text().startswith(now.code)
    assert f"entry {now.entry}, {now.lines} amounts" in page.now.text()


def test_a_code_that_fits_is_answered_with_what_the_book_held(page: CompareScreen) -> None:
    printed = save(page, 20_000)
    type_line(page.code, printed.code.lower().replace("-", ""))
    assert page.code.text() == printed.code
    assert page.said()[0].startswith("The book still holds exactly what it held")
    assert any("savings 2,500,000" in line for line in page.said())
    assert "Since then 1 entries with 1 amounts were written." in page.said()
    assert page.answer.isVisible()


def test_the_answer_goes_when_the_book_or_the_code_changes(page: CompareScreen) -> None:
    type_line(page.code, save(page, 20_000).code)
    save(page, 30_000)
    assert page.said() == []
    click(page.compare)
    assert page.said()
    type_letters(page.code, "X")
    assert (page.said(), page.answer.isVisible()) == ([], False)


def test_a_misread_code_is_said_under_its_line(page: CompareScreen) -> None:
    code = page.book.paper_code().code
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    type_line(page.code, wrong)
    assert page._field.problem_text().startswith("One letter of the code is wrong")
    assert (page.said(), page.banner.text(), page.code.text()) == ([], "", wrong)
    type_line(page.code, code)
    assert page._field.problem_text() == ""
    assert page.said()


def test_a_code_of_another_book_is_told_to_be_none_of_this(page: CompareScreen) -> None:
    page.desk.speak("lo")
    type_line(page.code, paper_code_of(b"x" * 32))
    assert page.said()[0].startswith("ລະຫັດນີ້ບໍ່ມີໃນປຶ້ມນີ້")
    page.desk.speak("th")
    assert page.said()[0].startswith("ไม่มีรหัสนี้ในสมุดเล่มนี้")


def test_what_was_changed_with_a_database_browser_is_named(
    page: CompareScreen, book_file: Path
) -> None:
    printed = save(page, 20_000)
    page.desk.close()
    strip_guards(book_file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"])
    assert page.desk.open(book_file)
    page.desk.sign_in(actor())
    type_line(page.code, printed.code)
    assert "what stood before it was changed afterwards" in page.said()[0]
    assert "Entry number 1 was changed after it was written." in page.said()


def test_nothing_typed_is_nothing_asked(page: CompareScreen) -> None:
    press(page.compare, Qt.Key.Key_Return)
    assert (page.said(), page._field.problem_text(), page.banner.text()) == ([], "", "")


def test_the_check_of_the_book_leads_here(qtbot: QtBot, village: Desk) -> None:
    books = BooksScreen(village)
    keep(qtbot, books)
    wanted = heard(books.go)
    books.turn_to(Leaf.CHECK)
    click(books.check.compare)
    assert wanted == [("compare", None)]
