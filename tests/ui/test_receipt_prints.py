"""Prints of receipts are counted: the first is the original, what is made after it is a copy."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Deposit, Received
from ledger.rules.people import Role
from ledger.rules.transfers import EntryNumber
from reports.slips import SlipSize
from tests.reports.pdfs import needs_poppler, text_of
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, type_line
from tests.ui.test_papers import save_as
from tests.villages import DALA, DAY, KHAM, RENT, TODAY, actor
from ui.desk import Desk
from ui.papers.receipts import Slips
from ui.papers.shop import paper_of
from ui.papers.wish import Wish
from ui.pdf_pages import PdfPages
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.screen import PapersScreen

pytestmark = needs_poppler


@pytest.fixture
def entries(village: Desk) -> tuple[EntryNumber, ...]:
    """A day on which rent came in, then the savings of two, the one who sits second first."""
    lines = (
        Received(RENT, 9_000, "ຄ່າເຊົ່າ"),
        Deposit(DALA.id, 10_000),
        Deposit(KHAM.id, 10_000),
    )
    change = record_day(village.book, actor(), day=DAY, lines=lines, today=TODAY)
    return change.entries


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the only printer of the machine puts out."""

    def set_up(_: PrintDialog) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(PrintDialog, "set_up", set_up)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["ຫ້ອງການ"])
    return tmp_path / "printed.pdf"


@pytest.fixture
def page(qtbot: QtBot, village: Desk, tmp_path: Path) -> Iterator[PapersScreen]:
    screen = PapersScreen(village)
    screen.folder = tmp_path
    screen.resize(1200, 640)
    keep(qtbot, screen)
    yield screen
    screen.may_leave()
    screen.preview.view.show_pages(None)


def _made(qtbot: QtBot, page: PapersScreen, other_than: PdfPages | None = None) -> PdfPages:
    qtbot.waitUntil(lambda: page.pages() not in (None, other_than), timeout=15_000)
    pages = page.pages()
    assert pages is not None
    return pages


def _text(pages: PdfPages, folder: Path) -> str:
    file = folder / "looked-at.pdf"
    file.write_bytes(pages.content)
    return text_of(file, "-raw")


def _mark(village: Desk, number: int) -> str:
    return village.words.say("COPY {number} – the original was printed before", number=number)


def _show(page: PapersScreen, wish: Wish) -> None:
    page.show_item(wish)
    page.look_again()


def test_what_was_saved_is_a_copy_from_then_on(
    qtbot: QtBot,
    page: PapersScreen,
    village: Desk,
    entries: tuple[EntryNumber, ...],
    tmp_path: Path,
) -> None:
    """A file may be printed on another machine: it counts like a print."""
    _show(page, Wish("receipt", entry=entries[0]))
    first = _made(qtbot, page)
    assert _mark(village, 1) not in _text(first, tmp_path)
    when_asked(QFileDialog, save_as("receipt"))
    click(page.save)
    assert (tmp_path / "receipt.pdf").read_bytes() == first.content
    assert village.book.times_printed(entries[0]) == 1
    assert village.words.say("Whatever is printed again says that it is a copy.") in (
        page.banner.text()
    )
    assert _mark(village, 1) in _text(_made(qtbot, page, first), tmp_path)


def test_it_is_printed_once_at_a_time_and_written_down_when_the_printer_has_it(
    qtbot: QtBot,
    page: PapersScreen,
    village: Desk,
    entries: tuple[EntryNumber, ...],
    printer: Path,
) -> None:
    _show(page, Wish("receipt", entry=entries[0]))
    first = _made(qtbot, page)
    shown: list[bool] = []

    def answer(dialog: PrintDialog) -> None:
        shown.append(dialog.copies.isVisible())
        click(dialog.print)

    when_asked(PrintDialog, answer)
    click(page.print)
    qtbot.waitUntil(lambda: village.book.times_printed(entries[0]) == 1, timeout=15_000)
    assert shown == [False]
    assert printer.exists()
    assert _mark(village, 1) in _text(_made(qtbot, page, first), printer.parent)


def test_only_what_stands_on_the_printed_pages_is_written_down(
    village: Desk, entries: tuple[EntryNumber, ...]
) -> None:
    """Three papers on three sheets, of which the printer got the last two."""
    slips = village.book.receipts_of_day(DAY, TODAY)
    given = Slips(slips, SlipSize.A5, {slip.number: {n} for n, slip in enumerate(slips)})
    printed = paper_of("receipts-day").printed
    assert printed is not None
    assert village.do(printed(given, village.words, range(1, 3)))
    assert [village.book.times_printed(slip.number) for slip in slips] == [0, 1, 1]


def test_a_print_that_another_was_made_before_is_told_to_be_torn_up(
    village: Desk, entries: tuple[EntryNumber, ...]
) -> None:
    slip = village.book.receipt(entries[0], TODAY)
    given = Slips((slip,), SlipSize.A4, {slip.number: {0}})
    printed = paper_of("receipt").printed
    assert printed is not None
    assert village.do(printed(given, village.words, range(1)))
    assert not village.do(printed(given, village.words, range(1)))
    assert str(entries[0]) in village.last_sentence


def test_the_auditor_looks_at_it_and_prints_none(
    qtbot: QtBot, page: PapersScreen, village: Desk, entries: tuple[EntryNumber, ...]
) -> None:
    village.sign_in(replace(actor(), role=Role.AUDITOR))
    _show(page, Wish("receipt", entry=entries[0]))
    _made(qtbot, page)
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()
    said = page.who_may.text()
    assert page.who_may.isVisible()
    assert page.words.say("Accountant") in said
    assert page.words.say("Auditor") not in said


def test_whoever_may_print_it_reads_nothing_of_who_may(
    page: PapersScreen, village: Desk, entries: tuple[EntryNumber, ...]
) -> None:
    _show(page, Wish("receipt", entry=entries[0]))
    assert not page.who_may.isVisible()
    village.sign_in(replace(actor(), role=Role.AUDITOR))
    _show(page, Wish("wall"))
    assert not page.who_may.isVisible()


def test_the_receipts_of_a_day_are_asked_for_by_its_day(
    qtbot: QtBot,
    page: PapersScreen,
    village: Desk,
    entries: tuple[EntryNumber, ...],
    tmp_path: Path,
) -> None:
    """As people sit: first who sits first, at last what came from nobody of the register."""
    _show(page, Wish("receipts-day"))
    type_line(page.choices.answers.day, village.words.day(DAY))
    page.preview.empty.pressed.emit()
    text = _text(_made(qtbot, page), tmp_path)
    places = [text.index(f"No. {number}") for number in reversed(entries)]
    assert places == sorted(places)
