"""Papers from the Lao window: a passbook looked at and saved, and all passbooks, once stopped."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.closings import KEEPER, NOON, a_year
from tests.ui.asked import when_asked
from tests.ui.hands import keep, let_go, press, type_letters, type_line
from tests.villages import NOY
from translations import open_words
from ui.desk import Desk
from ui.look import dress, load_fonts
from ui.pdf_pages import PdfPages
from ui.screens.papers.screen import PapersScreen
from ui.screens.places import PLACES
from ui.settings import Settings
from ui.window import Window


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    load_fonts()
    dress(qapp)
    yield
    let_go()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[PapersScreen]:
    """The page of the papers, reached by its key."""
    file = tmp_path / "village.book"
    a_year(file).close()
    desk = Desk(open_words("lo"), clock=lambda: NOON, settings=Settings(tmp_path / "settings.ini"))
    assert desk.open(file)
    desk.sign_in(KEEPER)
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    keep(qtbot, window)
    button = window.bar.button("papers")
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    page = window.page()
    assert isinstance(page, PapersScreen)
    page.folder = tmp_path
    yield page
    page.may_leave()
    page.preview.view.show_pages(None)
    desk.close()


def _made(qtbot: QtBot, page: PapersScreen) -> PdfPages:
    qtbot.waitUntil(lambda: page.pages() is not None, timeout=15_000)
    pages = page.pages()
    assert pages is not None
    return pages


def _type_name(name: str) -> Callable[[QFileDialog], None]:
    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        type_line(line, name)

    return answer


def test_a_passbook_is_looked_at_and_saved(
    qtbot: QtBot, page: PapersScreen, tmp_path: Path
) -> None:
    picker = page.choices.answers.member
    picker.setFocus()
    type_letters(picker, "ນ້ອຍ")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert picker.member() == NOY.id

    pages = _made(qtbot, page)
    view = page.preview.view
    view.setFocus()
    press(view, Qt.Key.Key_End)
    assert page.words.kip(500_000) in pages.text(len(pages) - 1)

    when_asked(QFileDialog, _type_name("ນ້ອຍ.pdf"))
    page.save.setFocus()
    press(page.save, Qt.Key.Key_Return)
    assert (tmp_path / "ນ້ອຍ.pdf").read_bytes() == pages.content


def test_a_stopped_run_leaves_the_older_file(
    qtbot: QtBot, page: PapersScreen, tmp_path: Path
) -> None:
    older = tmp_path / "all.pdf"
    older.write_bytes(b"printed last year")
    papers = page.choices.papers.list
    papers.setFocus()
    press(papers, Qt.Key.Key_Down)
    assert page.choices.paper().code == "passbooks"
    page.preview.empty.pressed.emit()
    stop = page.preview.work.stop
    stop.setFocus()
    press(stop, Qt.Key.Key_Return)
    assert page.pages() is None
    assert older.read_bytes() == b"printed last year"

    # The second time it is made to the end, and then the older file may go.
    page.preview.empty.pressed.emit()
    pages = _made(qtbot, page)
    assert len(pages) > 6
    when_asked(QFileDialog, _type_name("new.pdf"))
    page.save.setFocus()
    press(page.save, Qt.Key.Key_Return)
    assert (tmp_path / "new.pdf").read_bytes() == pages.content
    assert older.read_bytes() == b"printed last year"
