"""Papers: chosen, looked at inside the program, saved whole or not at all, and printed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reports.shell import Said, Shell
from reports.style import A4_WIDE
from reports.troubles import Cause, FontMissing, PaperNotWritten
from tests.closings import YEAR
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, keep, press, type_letters, type_line
from tests.ui.test_dividends import closed_desk
from tests.villages import DALA, GROUP, KHAM
from translations import LANGUAGES, open_words
from ui.desk import Desk
from ui.errands import Progress
from ui.papers.questions import Ask
from ui.papers.wish import Wish
from ui.pdf_pages import PdfPages
from ui.pdf_view import PdfView
from ui.screens.papers import screen as page
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.printing import PrintJob
from ui.screens.papers.screen import PapersScreen
from ui.settings import Settings
from ui.widgets.labels import WrapLabel


@pytest.fixture
def desk(tmp_path: Path, settings: Settings) -> Iterator[Desk]:
    desk = closed_desk(tmp_path / "village.book", settings)
    yield desk
    desk.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[PapersScreen]:
    screen = PapersScreen(desk)
    screen.folder = tmp_path
    screen.resize(1200, 640)
    keep(qtbot, screen)
    yield screen
    screen.may_leave()
    screen.preview.view.show_pages(None)


def _made(qtbot: QtBot, screen: PapersScreen) -> PdfPages:
    qtbot.waitUntil(lambda: screen.pages() is not None, timeout=10_000)
    pages = screen.pages()
    assert pages is not None
    return pages


def _choose(screen: PapersScreen, text: str) -> None:
    """Type a number or a part of a name and take the first who drops down."""
    picker = screen.choices.answers.member
    picker.setFocus()
    type_letters(picker, text)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)


def _take(screen: PapersScreen, code: str) -> None:
    """Click on a paper in the list."""
    papers = screen.choices.papers
    click(papers.list.viewport(), papers.list.visualItemRect(papers.item(code)).center())


def _wish(screen: PapersScreen, wish: Wish) -> None:
    screen.show_item(wish)
    screen.look_again()


def _all_text(pages: PdfPages) -> str:
    return "\n".join(pages.text(n) for n in range(len(pages)))


# --- looking ------------------------------------------------------------------------------


def test_a_passbook_waits_for_its_member(screen: PapersScreen) -> None:
    assert screen.choices.paper().code == "passbook"
    assert screen.pages() is None
    assert not screen.save.isEnabled()
    assert screen.preview.empty.isVisible()


def test_the_passbook_of_the_member_who_was_typed(qtbot: QtBot, screen: PapersScreen) -> None:
    _choose(screen, "005")
    pages = _made(qtbot, screen)
    assert screen.choices.answers.member.member() == DALA.id
    assert len(pages) >= 2
    assert "005" in pages.text(0)
    assert screen.words.kip(600_000) in _all_text(pages)
    assert screen.save.isEnabled()


def test_a_members_page_asks_for_her_passbook(qtbot: QtBot, screen: PapersScreen) -> None:
    screen.show_item(KHAM.id)
    screen.look_again()
    assert "001" in _made(qtbot, screen).text(0)
    assert screen.choices.answers.member.member() == KHAM.id


def test_the_annual_statement_of_a_closed_year(qtbot: QtBot, screen: PapersScreen) -> None:
    _take(screen, "annual")
    pages = _made(qtbot, screen)
    assert screen.choices.answers.boxes[Ask.YEAR].value() == YEAR
    assert screen.words.kip(323_000) in _all_text(pages)
    assert not screen.choices.answers.fields[Ask.MEMBER].isVisible()


def test_a_proposal_is_of_the_open_year(qtbot: QtBot, screen: PapersScreen) -> None:
    _take(screen, "proposed")
    assert screen.choices.answers.boxes[Ask.YEAR].value() == YEAR + 1
    first = _made(qtbot, screen).text(0)
    assert str(YEAR + 1) in first


def test_the_paper_speaks_its_own_language(qtbot: QtBot, screen: PapersScreen) -> None:
    """A Lao window prints for the Thai network, and the other way round."""
    _wish(screen, Wish("annual", year=YEAR))
    lao = _all_text(_made(qtbot, screen))
    box = screen.choices.language
    box.setFocus()
    press(box, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert box.value() == "en"
    english = _all_text(_made(qtbot, screen))
    assert "Annual report 2026" in english
    assert "Annual report 2026" not in lao
    assert screen.words.language == "lo"
    # Changing the window's language leaves the paper as it is.
    screen.desk.speak("th")
    assert box.value() == "en"
    assert "Annual report 2026" in _all_text(_made(qtbot, screen))


def test_pages_are_drawn_only_when_they_are_seen(qtbot: QtBot, screen: PapersScreen) -> None:
    _wish(screen, Wish("annual", year=YEAR))
    pages = _made(qtbot, screen)
    QApplication.processEvents()
    assert 0 in pages.kept()
    assert len(pages) - 1 not in pages.kept()


def test_keys_turn_the_pages(qtbot: QtBot, screen: PapersScreen) -> None:
    _choose(screen, "005")
    pages = _made(qtbot, screen)
    view = screen.preview.view
    view.setFocus()
    press(view, Qt.Key.Key_PageDown)
    assert view.page() == 1
    assert screen.words.number(2) in screen.preview.place.text()
    press(view, Qt.Key.Key_End)
    assert view.page() == len(pages) - 1
    assert not screen.preview.after.isEnabled()
    press(view, Qt.Key.Key_PageDown, Qt.Key.Key_Home)
    assert view.page() == 0
    click(screen.preview.after)
    click(screen.preview.after)
    click(screen.preview.before)
    assert view.page() == 1
    assert view.accessibleName() == screen.preview.place.text()


def test_keys_zoom_and_fit_the_width(qtbot: QtBot, screen: PapersScreen) -> None:
    _choose(screen, "005")
    _made(qtbot, screen)
    view: PdfView = screen.preview.view
    wide = view.zoom()
    press(view, Qt.Key.Key_Minus)
    assert view.zoom() < wide
    press(view, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert view.zoom() >= wide
    press(view, Qt.Key.Key_0)
    assert view.zoom() == wide
    screen.resize(900, 640)
    QApplication.processEvents()
    assert view.zoom() < wide
    click(screen.preview.smaller)
    fixed = view.zoom()
    click(screen.preview.wide)
    assert view.zoom() != fixed


def test_the_shown_page_stays_when_the_window_grows(qtbot: QtBot, screen: PapersScreen) -> None:
    _choose(screen, "005")
    _made(qtbot, screen)
    screen.preview.view.go_to(1)
    screen.resize(1000, 500)
    QApplication.processEvents()
    assert screen.preview.view.page() == 1


def test_a_click_on_a_small_page_goes_to_it(qtbot: QtBot, screen: PapersScreen) -> None:
    _wish(screen, Wish("annual", year=YEAR))
    pages = _made(qtbot, screen)
    strip, view = screen.preview.strip, screen.preview.view
    assert strip.isVisible()
    assert strip.model().rowCount() == len(pages) > 1
    click(strip.viewport(), strip.visualRect(strip.model().index(1, 0)).center())
    assert view.page() == 1
    press(strip, Qt.Key.Key_Home)
    assert view.page() == 0
    # Whoever turns the pages themselves sees in the strip where she is.
    view.setFocus()
    press(view, Qt.Key.Key_End)
    assert strip.currentIndex().row() == len(pages) - 1
    picture = strip.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole)
    assert _dark(picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)) > 0.005


def test_the_strip_is_empty_with_the_preview(qtbot: QtBot, screen: PapersScreen) -> None:
    _wish(screen, Wish("annual", year=YEAR))
    _made(qtbot, screen)
    screen.preview.view.show_pages(None)
    assert screen.preview.strip.model().rowCount() == 0


def test_a_wide_page_is_printed_wide(qtbot: QtBot, screen: PapersScreen, tmp_path: Path) -> None:
    shell = Shell(open_words("en"), Said(GROUP, "Wide"), size=A4_WIDE)
    shell.head()
    shell.save(tmp_path / "wide.pdf")
    pages = PdfPages((tmp_path / "wide.pdf").read_bytes())
    printer = QPrinter()
    printer.setResolution(75)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job = PrintJob(pages, printer, 0, 0, screen)
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args == [True]
    printed = PdfPages((tmp_path / "printed.pdf").read_bytes())
    assert printed.size(0).width() == pytest.approx(A4_WIDE[0], abs=2)
    assert printed.size(0).height() == pytest.approx(A4_WIDE[1], abs=2)
    printed.close()
    pages.close()


# --- all passbooks ------------------------------------------------------------------------


def test_all_passbooks_are_made_when_they_are_asked_for(qtbot: QtBot, screen: PapersScreen) -> None:
    _take(screen, "passbooks")
    assert screen.pages() is None
    screen.preview.empty.pressed.emit()
    assert screen.preview.is_working()
    pages = _made(qtbot, screen)
    text = _all_text(pages)
    assert all(number in text for number in ("001", "002", "005", "006"))


class _Slow:
    """Work that goes on until it is told to stop."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, progress: Progress, cancelled: Callable[[], bool]) -> int:
        while not cancelled():
            self.steps += 1
            progress(min(self.steps, 99), 100)
        return 0


def test_making_can_be_stopped(
    qtbot: QtBot, screen: PapersScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = _Slow()
    monkeypatch.setattr(page, "work_of", lambda *_, **__: slow)
    _take(screen, "passbooks")
    screen.preview.empty.pressed.emit()
    qtbot.waitUntil(lambda: screen.preview.work.bar.value() > 0)
    assert not screen.save.isEnabled()
    screen.preview.work.stop.setFocus()
    press(screen.preview.work.stop, Qt.Key.Key_Return)
    assert not screen.is_working()
    assert screen.pages() is None
    assert screen.preview.empty.isVisible()


def test_leaving_the_page_stops_the_making(
    qtbot: QtBot, screen: PapersScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "work_of", lambda *_, **__: _Slow())
    _take(screen, "passbooks")
    screen.preview.empty.pressed.emit()
    assert screen.is_working()
    assert screen.may_leave()
    assert not screen.is_working()


def test_a_paper_that_cannot_be_made_is_told(
    qtbot: QtBot, screen: PapersScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> int:
        raise FontMissing(Path("NotoSansLao.ttf"))

    monkeypatch.setattr(page, "work_of", lambda *_, **__: work)
    _wish(screen, Wish("annual", year=YEAR))
    qtbot.waitUntil(lambda: not screen.is_working())
    assert screen.preview.empty.isVisible()
    assert screen.pages() is None


# --- saving -------------------------------------------------------------------------------


def save_as(name: str) -> Callable[[QFileDialog], None]:
    """Type a name into the dialog and press Enter."""

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        type_line(line, name)

    return answer


def _give_up(dialog: QFileDialog) -> None:
    press(dialog, Qt.Key.Key_Escape)


def test_what_is_saved_is_what_was_looked_at(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path
) -> None:
    _choose(screen, "005")
    pages = _made(qtbot, screen)
    when_asked(QFileDialog, save_as("ປຶ້ມ 5"))
    screen.save.setFocus()
    press(screen.save, Qt.Key.Key_Return)
    assert (tmp_path / "ປຶ້ມ 5.pdf").read_bytes() == pages.content
    assert "ປຶ້ມ 5.pdf" in screen.banner.text()


def test_the_dialog_speaks_lao_and_offers_a_name(qtbot: QtBot, screen: PapersScreen) -> None:
    _choose(screen, "005")
    _made(qtbot, screen)
    seen: list[list[str]] = []

    def look(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        seen.append([line.text(), *(b.text() for b in dialog.findChildren(QPushButton))])
        press(dialog, Qt.Key.Key_Escape)

    when_asked(QFileDialog, look)
    click(screen.save)
    ((name, *buttons),) = seen
    assert name.endswith("005.pdf")
    assert screen.words.say("Save") in buttons
    assert screen.words.say("Go back") in buttons


def test_giving_up_saves_nothing(qtbot: QtBot, screen: PapersScreen, tmp_path: Path) -> None:
    _choose(screen, "005")
    _made(qtbot, screen)
    asked = when_asked(QFileDialog, _give_up)
    click(screen.save)
    assert asked
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("replaced", [True, False])
def test_an_older_file_is_only_replaced_when_somebody_says_so(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path, replaced: bool
) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"older")
    _choose(screen, "005")
    _made(qtbot, screen)
    words = screen.words

    def answer(box: QMessageBox) -> None:
        if not replaced:
            when_asked(QFileDialog, _give_up)
        press_button(words.say("Replace the file") if replaced else words.say("Go back"))(box)

    def save(dialog: QFileDialog) -> None:
        when_asked(QMessageBox, answer)
        save_as("old.pdf")(dialog)

    when_asked(QFileDialog, save)
    click(screen.save)
    assert (old.read_bytes() == b"older") is not replaced


def test_a_file_that_cannot_be_written_stays_as_it_was(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older paper was open in another program, as it is on Windows."""

    def refuse(place: Path, content: bytes) -> None:
        raise PaperNotWritten(place, Cause.NOT_ALLOWED)

    _choose(screen, "005")
    _made(qtbot, screen)
    monkeypatch.setattr(page, "write_whole", refuse)
    when_asked(QFileDialog, save_as("new.pdf"))
    click(screen.save)
    assert "new.pdf" in screen.banner.text()
    assert list(tmp_path.glob("*.pdf")) == []


def test_saving_what_is_not_made_yet_makes_it_first(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path
) -> None:
    _take(screen, "passbooks")
    when_asked(QFileDialog, save_as("all.pdf"))
    click(screen.save)
    qtbot.waitUntil((tmp_path / "all.pdf").exists, timeout=10_000)
    pages = screen.pages()
    assert pages is not None
    assert (tmp_path / "all.pdf").read_bytes() == pages.content


# --- printing -----------------------------------------------------------------------------


def test_pages_are_printed_at_their_size(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path
) -> None:
    _choose(screen, "005")
    pages = _made(qtbot, screen)
    printer = QPrinter()
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job = PrintJob(pages, printer, 0, 1, screen)
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, whole: told.append((done, whole)))
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args == [True]
    assert told == [(1, 2), (2, 2)]
    printed = PdfPages((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == 2
    assert printed.size(0).width() == pytest.approx(pages.size(0).width(), abs=1)
    assert printed.size(0).height() == pytest.approx(pages.size(0).height(), abs=1)
    # The paper is not blank, and the ink stands where the preview shows it.
    dark = [_dark(one.drawn(0, 1.0)) for one in (pages, printed)]
    assert dark[0] > 0.01
    assert dark[1] == pytest.approx(dark[0], rel=0.25)
    printed.close()


def _dark(picture: object) -> float:
    """What part of a picture is black, by its mean shade."""
    shades = bytes(picture.constBits())  # type: ignore[attr-defined]
    return 1 - sum(shades) / len(shades) / 255


def test_a_print_can_be_stopped(qtbot: QtBot, screen: PapersScreen, tmp_path: Path) -> None:
    _choose(screen, "005")
    pages = _made(qtbot, screen)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job = PrintJob(pages, printer, 0, len(pages) - 1, screen)
    job.progressed.connect(lambda *_: job.cancel())
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args == [False]


def _dialog(qtbot: QtBot, *, printers: tuple[str, ...] = ("ຫ້ອງການ", "ໂຮງຮຽນ")) -> PrintDialog:
    dialog = PrintDialog(open_words("lo"), pages=12, printers=printers, last_used="ໂຮງຮຽນ")
    keep(qtbot, dialog)
    return dialog


def test_the_printer_of_last_time_is_offered(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert dialog.printer.value() == "ໂຮງຮຽນ"
    assert dialog.bounds() == (0, 11)
    assert "12" in dialog.print.text()


def test_pages_and_copies_are_chosen_by_keys(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    for line, text in ((dialog.first, "3"), (dialog.last, "5"), (dialog.copies, "2")):
        line.setFocus()
        type_line(line, text)
    assert dialog.bounds() == (2, 4)
    assert "6" in dialog.print.text()
    click(dialog.print)
    assert dialog.result() == PrintDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("first", "last", "copies"),
    [("5", "3", "1"), ("1", "13", "1"), ("0", "3", "1"), ("1", "3", "0")],
)
def test_pages_that_there_are_not_stay_unprinted(
    qtbot: QtBot, first: str, last: str, copies: str
) -> None:
    dialog = _dialog(qtbot)
    for line, text in ((dialog.first, first), (dialog.last, last), (dialog.copies, copies)):
        line.setFocus()
        type_line(line, text)
    click(dialog.print)
    assert dialog.isVisible()


def test_without_a_printer_the_way_out_is_said(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, printers=())
    assert not dialog.print.isEnabled()
    assert not dialog.form.isVisible()
    said = [label.text() for label in dialog.findChildren(WrapLabel) if label.isVisible()]
    assert any("PDF" in text for text in said)


def test_what_is_secret_is_written_down_by_hand_where_there_is_no_printer(qtbot: QtBot) -> None:
    dialog = PrintDialog(open_words("en"), pages=1, printers=(), secret=True)
    keep(qtbot, dialog)
    said = [label.text() for label in dialog.findChildren(WrapLabel) if label.isVisible()]
    assert "This machine has no printer. Write it down by hand." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_whole_in_its_place(qtbot: QtBot, language: str) -> None:
    """A sentence that goes on in a second line makes the question larger, and is not cut off."""
    dialog = PrintDialog(open_words(language), pages=12, printers=["ຫ້ອງການ"])
    keep(qtbot, dialog)
    for line, text in ((dialog.last, "20"), (dialog.copies, "120")):
        line.setFocus()
        type_line(line, text)
    click(dialog.print)
    QApplication.processEvents()
    said = [label for label in dialog.findChildren(WrapLabel) if label.isVisible()]
    assert len(said) == 6
    for label in said:
        assert label.height() >= label.heightForWidth(label.width())


def test_a_print_shows_how_far_it_is_and_is_stopped_by_a_key(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def set_up(_: PrintDialog) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(PrintDialog, "set_up", set_up)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["ຫ້ອງການ"])
    _choose(screen, "005")
    _made(qtbot, screen)
    page = screen.preview.view.page()
    seen: list[tuple[bool, bool]] = []

    def stop() -> None:
        seen.append((screen.preview.is_working(), screen.print.isEnabled()))
        press(screen.preview.work.stop, Qt.Key.Key_Return)

    screen.preview.work.bar.valueChanged.connect(lambda _: stop() if not seen else None)
    when_asked(PrintDialog, lambda dialog: press(dialog.print, Qt.Key.Key_Return))
    click(screen.print)
    qtbot.waitUntil(lambda: screen.banner.text() != "", timeout=10_000)
    assert seen == [(True, False)]
    assert screen.banner.text() == screen.words.say("The paper was not printed.")
    assert not screen.preview.is_working()
    assert screen.preview.view.page() == page
    assert screen.print.isEnabled()


@pytest.mark.parametrize("code", ["receipts-day", "receipt-numbers", "form-certificate"])
def test_the_chosen_paper_stays_in_sight(screen: PapersScreen, code: str) -> None:
    """Its questions take room from the list; whoever comes from another page sees where she is."""
    screen.show_item(Wish(code))
    screen.look_again()
    QApplication.processEvents()
    papers = screen.choices.papers
    place = papers.list.visualItemRect(papers.item(code))
    assert papers.list.viewport().rect().contains(place)


def test_the_last_choice_of_a_paper_has_the_row_to_itself(screen: PapersScreen) -> None:
    screen.show_item(Wish("receipts-day"))
    screen.look_again()
    QApplication.processEvents()
    options = screen.choices.answers.options
    assert options.boxes["size"].width() > options.width() - 20


def test_the_button_prints(
    qtbot: QtBot, screen: PapersScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "printed.pdf"

    def set_up(dialog: PrintDialog) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return printer

    monkeypatch.setattr(PrintDialog, "set_up", set_up)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["ຫ້ອງການ"])
    _choose(screen, "005")
    _made(qtbot, screen)
    when_asked(PrintDialog, lambda dialog: press(dialog.print, Qt.Key.Key_Return))
    screen.print.setFocus()
    press(screen.print, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.banner.text() != "", timeout=10_000)
    assert out.read_bytes().startswith(b"%PDF")
    assert screen.desk.settings.printer == "ຫ້ອງການ"


# --- the page -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_smallest_laptop(screen: PapersScreen, desk: Desk, language: str) -> None:
    desk.speak(language)
    QApplication.processEvents()
    least = screen.minimumSizeHint()
    assert least.width() <= 1340 - 180
    assert least.height() <= 690 - 60
