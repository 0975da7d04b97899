"""Booklets in the window: given out, printed, looked at, and only then written down."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.booklets import new_booklet
from ledger.book.writing import writing
from ledger.rules.booklets import A5_BOOKLET, BookletSize, Spot
from ledger.rules.makers import deposit
from ledger.rules.people import Role
from ledger.rules.transfers import Entry, MeetingId
from tests.book.books import hold_meeting
from tests.reports.pdfs import needs_poppler, text_of
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, heard, keep, press, type_line
from tests.villages import KHAM, actor
from ui.desk import Desk
from ui.papers.wish import Wish
from ui.screens.booklets.new_booklet import NewBooklet
from ui.screens.booklets.print_lines import PrintLines
from ui.screens.booklets.printer_card import millimetres
from ui.screens.booklets.screen import BookletsScreen
from ui.screens.papers.screen import PapersScreen

PRINTER = "ຫ້ອງການ"


def _pdf_printer(out: Path) -> QPrinter:
    printer = QPrinter()
    printer.setResolution(75)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer


def _give(desk: Desk, size: BookletSize = A5_BOOKLET) -> None:
    assert desk.do(lambda book, who: new_booklet(book, who, member=KHAM.id, size=size))


def _screen(qtbot: QtBot, desk: Desk) -> BookletsScreen:
    screen = BookletsScreen(desk)
    screen.resize(1200, 640)
    keep(qtbot, screen)
    screen.show_item(KHAM.id)
    screen.look_again()
    return screen


@pytest.fixture
def dialog(
    qtbot: QtBot, village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PrintLines:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [PRINTER])
    monkeypatch.setattr(PrintLines, "set_up", lambda _: _pdf_printer(tmp_path / "printed.pdf"))
    _give(village)
    dialog = PrintLines(village, [KHAM.id])
    keep(qtbot, dialog)
    return dialog


def _spot(desk: Desk) -> Spot:
    return desk.book.booklet_state(KHAM.id).spot


def test_a_booklet_is_given_out_and_its_lines_wait(qtbot: QtBot, village: Desk) -> None:
    screen = _screen(qtbot, village)
    assert not screen.print_hers.isEnabled()
    click(screen.new)
    (dialog,) = screen.findChildren(NewBooklet)
    type_line(dialog.pages, "8")
    click(dialog.give)
    state = village.book.booklet_state(KHAM.id)
    assert (state.has.size, state.spot) == (BookletSize(148, 210, 8), Spot(1, 1, 0))
    assert screen.waiting() == (KHAM.id,)
    assert screen.print_hers.isEnabled()
    assert not screen.who_may.isVisible()
    village.sign_in(replace(actor(), role=Role.AUDITOR))
    screen.look_again()
    assert not screen.print_hers.isEnabled()
    assert screen.words.say("Treasurer") in screen.who_may.text()
    assert screen.who_may.isVisible()


def _choose(screen: BookletsScreen, place: int) -> None:
    screen.which.setFocus()
    press(screen.which, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * place)


def test_what_came_with_the_last_meeting_is_printed_as_they_sit(
    qtbot: QtBot, village: Desk
) -> None:
    """Only hers who had a line at the last meeting, in the order of the table."""
    members = [member.id for member in village.book.members()[:4]]
    for member in reversed(members):
        assert village.do(
            lambda book, who, m=member: new_booklet(book, who, member=m, size=A5_BOOKLET)  # type: ignore[misc]
        )
    for day, present in ((1, members[:1]), (9, [members[3], members[1]])):
        lines = [deposit(member, 1_000) for member in present]
        hold_meeting(village.book, date(2026, 4, day), *lines)
    screen = _screen(qtbot, village)
    _choose(screen, 1)
    assert screen.waiting() == tuple(members)
    _choose(screen, 2)
    assert "09/04/2026" in screen.which.currentText()
    at_table = [row.member.id for row in village.book.meeting_sheet(MeetingId(2)).rows]
    assert screen.waiting() == tuple(m for m in at_table if m in (members[1], members[3]))
    assert screen.print_all.text() == "Print new lines of 2 members…"
    assert screen.model.rowCount() == 2
    click(screen.print_all)
    (dialog,) = screen.findChildren(PrintLines)
    assert dialog.parts.heading.text().startswith(village.book.member(members[1]).number)
    click(dialog.parts.skip)
    assert dialog.parts.heading.text().startswith(village.book.member(members[3]).number)


def test_a_member_who_is_asked_for_is_listed_whatever_was_chosen(
    qtbot: QtBot, village: Desk
) -> None:
    screen = _screen(qtbot, village)
    hold_meeting(village.book, date(2026, 4, 9))
    screen.look_again()
    _choose(screen, 2)
    assert screen.model.rowCount() == 0
    screen.show_item(KHAM.id)
    screen.look_again()
    state = screen.chosen()
    assert state is not None
    assert state.passbook.member.id == KHAM.id


def test_a_size_that_cannot_be_is_said_in_place(qtbot: QtBot, village: Desk) -> None:
    dialog = NewBooklet(village, KHAM.id)
    keep(qtbot, dialog)
    type_line(dialog.pages, "1")
    click(dialog.give)
    assert "1 pages" in dialog.banner.text()
    assert village.book.booklet_state(KHAM.id).booklet is None


def test_lines_are_written_down_when_they_are_on_paper(
    qtbot: QtBot, village: Desk, dialog: PrintLines, tmp_path: Path
) -> None:
    parts = dialog.parts
    assert "line 1 on page 1" in parts.facts.text()
    assert parts.put_in.text() == "Put the open booklet in at page 1."
    click(parts.print)
    qtbot.waitUntil(parts.yes.isVisible)
    assert (tmp_path / "printed.pdf").exists()
    assert _spot(village) == Spot(1, 1, 0)
    click(parts.wrong)
    assert _spot(village) == Spot(1, 1, 0)
    assert parts.print.isVisible()
    click(parts.print)
    qtbot.waitUntil(parts.yes.isVisible)
    press(parts.yes, Qt.Key.Key_Return)
    assert _spot(village).row > 1
    assert village.book.booklet_state(KHAM.id).fresh == ()
    assert dialog.written == 1


@needs_poppler
def test_the_lines_are_looked_at_in_the_booklet_and_printed_alone(
    qtbot: QtBot, village: Desk, dialog: PrintLines, tmp_path: Path
) -> None:
    """What is seen has the page under the new lines; what goes to the printer has them only."""
    seen, printed = dialog.parts.view.pages(), dialog.pages()
    assert seen is not None
    assert printed is not None
    assert len(seen) == len(printed) == 1
    for name, pages in (("seen", seen), ("printed", printed)):
        (tmp_path / f"{name}.pdf").write_bytes(pages.content)
    head = "Date and particulars"
    on_paper = text_of(tmp_path / "printed.pdf", "-layout")
    assert head in " ".join(text_of(tmp_path / "seen.pdf", "-layout").split())
    assert head not in " ".join(on_paper.split())
    assert "500,000" in on_paper
    assert "500,000" in text_of(tmp_path / "seen.pdf", "-layout")


def test_the_booklet_is_turned_between_two_sheets(
    qtbot: QtBot, village: Desk, dialog: PrintLines
) -> None:
    day = date(2026, 4, 1)
    with writing(village.book, village.actor, "record_day") as pen:
        pen.post(
            [Entry(day + timedelta(days=k % 15), (deposit(KHAM.id, 1_000),)) for k in range(30)]
        )
    again = PrintLines(village, [KHAM.id])
    keep(qtbot, again)
    click(again.parts.print)
    qtbot.waitUntil(lambda: "Turn to page 2" in again.parts.put_in.text())
    assert not again.parts.yes.isVisible()
    qtbot.waitUntil(again.parts.print.isEnabled)
    click(again.parts.print)
    qtbot.waitUntil(again.parts.yes.isVisible)


def test_the_test_page_is_offered_once_for_each_printer(
    qtbot: QtBot, village: Desk, dialog: PrintLines
) -> None:
    card = dialog.parts.card
    assert "test page" in card.untested.text()
    assert card.untested.isVisible()
    click(dialog.parts.test)
    qtbot.waitUntil(lambda: not card.untested.isVisible())
    assert village.settings.is_tested(PRINTER)


def test_the_shift_is_kept_for_the_printer(village: Desk, dialog: PrintLines) -> None:
    card = dialog.parts.card
    card.right.setFocus()
    press(card.right, Qt.Key.Key_Down)
    assert card.feed().right == 5
    assert village.settings.nudge(f"booklet {PRINTER}") == (5, 0)
    assert [millimetres(tenths) for tenths in (-15, 0, 20)] == ["−1.5", "0.0", "2.0"]


def test_a_lost_booklet_is_printed_again(qtbot: QtBot, village: Desk, dialog: PrintLines) -> None:
    click(dialog.parts.print)
    qtbot.waitUntil(dialog.parts.yes.isVisible)
    click(dialog.parts.yes)
    screen = _screen(qtbot, village)
    when_asked(QMessageBox, press_button("It is lost"))
    click(screen.lost)
    state = village.book.booklet_state(KHAM.id)
    assert (state.has.copy, len(state.fresh)) == (1, len(state.passbook.lines))


def test_new_lines_chosen_among_the_papers_are_printed_here(qtbot: QtBot, village: Desk) -> None:
    _give(village)
    screen = PapersScreen(village)
    screen.resize(1200, 640)
    keep(qtbot, screen)
    screen.show_item(Wish("passbook-lines", member=KHAM.id))
    screen.look_again()
    qtbot.waitUntil(lambda: screen.pages() is not None, timeout=10_000)
    went = heard(screen.go)
    click(screen.print)
    assert went == [("booklets", KHAM.id)]
    screen.may_leave()
    screen.preview.view.show_pages(None)
