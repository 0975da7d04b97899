"""The meeting's pages over a real book: each step by keys, and what is said in its place."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.actions.loans import decide_loan, request_loan
from ledger.rules.accounts import CASH
from ledger.rules.lines import Spent
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import Attendance, CashCount, Column, SheetKind
from ledger.rules.people import Role
from ledger.statements.meeting_progress import Step
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.villages import BOUNMY, COSTS, DALA, KEO, KHAM, NOY, OFFICERS, SOMPHONE, TRADE, actor
from ui.desk import Desk
from ui.models.meeting_grid import FIRST_MONEY, MARK
from ui.one_time import one_time_key
from ui.papers.wish import Wish
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen, Mode
from ui.screens.meeting.sign_page import SignPage
from ui.screens.meeting.who_page import WhoPage

Key = Qt.Key
DAY = date(2026, 4, 5)


@pytest.fixture
def screen(village: Desk, qtbot: QtBot) -> MeetingScreen:
    """The meeting's page in Lao, before a meeting was opened."""
    village.speak("lo")
    screen = MeetingScreen(village)
    screen.resize(1200, 690)
    keep(qtbot, screen)
    return screen


@pytest.fixture
def meeting(screen: MeetingScreen) -> MeetingScreen:
    """A meeting that has just been opened with the primary button."""
    press(screen.primary, Key.Key_Return)
    return screen


def collect_of(screen: MeetingScreen) -> CollectPage:
    page = screen.pages[Step.COLLECT]
    assert isinstance(page, CollectPage)
    return page


def count_of(screen: MeetingScreen, step: Step = Step.OPEN) -> CountPage:
    page = screen.pages[step]
    assert isinstance(page, CountPage)
    return page


def pay_of(screen: MeetingScreen) -> PayPage:
    page = screen.pages[Step.PAY]
    assert isinstance(page, PayPage)
    return page


def who_of(screen: MeetingScreen) -> WhoPage:
    page = screen.pages[Step.WHO]
    assert isinstance(page, WhoPage)
    return page


def sign_of(screen: MeetingScreen) -> SignPage:
    page = screen.pages[Step.SIGN]
    assert isinstance(page, SignPage)
    return page


def sheet_of(screen: MeetingScreen) -> object:
    return screen.book.open_sheet()


# --- the list and the opening ---------------------------------------------------------------


def test_filling_the_page_writes_nothing(screen: MeetingScreen) -> None:
    before = len(screen.book.history())
    for language in ("th", "en", "lo"):
        screen.desk.speak(language)
        screen.refresh()
    assert len(screen.book.history()) == before
    assert screen.mode is Mode.LIST


def test_an_empty_list_says_how_a_meeting_goes(screen: MeetingScreen) -> None:
    assert not screen.sheets.table.isVisible()
    assert screen.sheets.day.value() == DAY, "the last deposit day without a meeting"
    assert "ລົງລາຍເຊັນ" in screen.sheets._help.text()


def test_a_meeting_is_opened_for_the_proposed_day(meeting: MeetingScreen) -> None:
    running = meeting.book.open_sheet()
    assert running is not None
    assert (running.day, running.kind) == (DAY, SheetKind.MEETING)
    assert (meeting.mode, meeting.step) == (Mode.PENCIL, Step.OPEN)
    assert meeting.steps.isVisible()
    assert meeting.strip.text("before") == "2,500,000"


def test_a_day_outside_the_books_is_refused_under_the_day(screen: MeetingScreen) -> None:
    type_line(screen.sheets.day, "01/01/2025")
    click(screen.sheets.day_sheet)
    assert screen.book.open_sheet() is None
    assert screen.sheets.problem_text()
    assert not screen.banner.isVisible(), "it is said in its place and nowhere else"


def test_a_day_sheet_has_no_roll(screen: MeetingScreen) -> None:
    click(screen.sheets.day_sheet)
    running = screen.book.open_sheet()
    assert running is not None
    assert running.kind is SheetKind.DAY_SHEET
    assert screen.step is Step.COLLECT
    assert not screen.steps.button(Step.WHO).isVisible()
    press(screen, Key.Key_F9)
    assert screen.page() is screen.pages[Step.PAY]


def test_a_meeting_in_pencil_is_found_again(
    meeting: MeetingScreen, village: Desk, qtbot: QtBot
) -> None:
    """The power fails after the roll was called; the next day the sheet lies there as it was."""
    meeting.work.count("opening", count_of(meeting).notes.count())
    meeting.work.mark((DALA.id,), Attendance.PRESENT)
    again = MeetingScreen(village)
    keep(qtbot, again)
    assert again.mode is Mode.PENCIL
    assert again.step is Step.WHO, "the first step that is not done"


# --- the steps ------------------------------------------------------------------------------


def test_all_steps_may_be_gone_to_and_back(meeting: MeetingScreen) -> None:
    for step in (Step.SIGN, Step.COLLECT, Step.WHO, Step.COUNT, Step.PAY, Step.OPEN):
        press(meeting.steps.button(step), Key.Key_Space)
        assert meeting.step is step
        assert meeting.page() is meeting.pages[step]
    assert not any(meeting.steps.is_ticked(step) for step in Step)


def test_f9_goes_on_and_ticks_what_is_done(meeting: MeetingScreen) -> None:
    assert "F9" in meeting.primary.text()
    press(meeting, Key.Key_F9)
    assert meeting.step is Step.WHO
    assert meeting.steps.is_ticked(Step.OPEN)
    click(who_of(meeting).rest)
    assert meeting.steps.is_ticked(Step.WHO)


def test_the_box_is_counted_with_enter(meeting: MeetingScreen) -> None:
    page = count_of(meeting)
    line = page.notes.line(100_000)
    assert line.hasFocus()
    type_letters(line, "໒໐")
    press(line, Key.Key_Return)
    below = page.notes.line(50_000)
    assert below.hasFocus()
    running = meeting.book.open_sheet()
    assert running is not None
    assert running.opening is not None
    assert running.opening.total == 2_000_000
    type_letters(below, "9")
    press(below, Key.Key_Up)
    assert line.hasFocus()
    assert "ຂາດ 50,000" in page.verdict().replace("\u00a0", " ")
    type_letters(line, "20")
    press(line, Key.Key_Down)
    type_letters(below, "10")
    press(below, Key.Key_Down)
    assert "ກົງ" in page.verdict()


def test_a_number_of_notes_that_cannot_be_read_stays_in_its_line(meeting: MeetingScreen) -> None:
    page = count_of(meeting)
    line = page.notes.line(100_000)
    type_letters(line, "2.5")
    press(line, Key.Key_Return)
    assert line.hasFocus()
    assert page.problem_text()
    assert meeting.book.open_sheet() is not None
    press(line, Key.Key_Escape)
    assert page.problem_text() == ""


def test_an_empty_box_is_a_count_too(meeting: MeetingScreen) -> None:
    press(meeting, Key.Key_F9)
    running = meeting.book.open_sheet()
    assert running is not None
    assert running.opening is not None
    assert running.opening.total == 0


# --- who is here ----------------------------------------------------------------------------


def test_the_roll_is_called_with_enter_and_figures(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.WHO)
    table = who_of(meeting).table
    press(table, Key.Key_Return)
    type_letters(table, "2")
    type_letters(table, "໓")
    press(table, Key.Key_Space, Key.Key_Space)
    running = meeting.book.open_sheet()
    assert running is not None
    assert dict(running.attendance) == {
        KHAM.id: Attendance.PRESENT,
        BOUNMY.id: Attendance.BY_NEIGHBOUR,
        NOY.id: Attendance.ABSENT,
        SOMPHONE.id: Attendance.BY_NEIGHBOUR,
    }
    assert table.currentIndex().row() == 3, "Space stays where it is"
    type_letters(table, "0")
    running = meeting.book.open_sheet()
    assert running is not None
    assert SOMPHONE.id not in dict(running.attendance)


def test_a_figure_that_is_a_key_is_not_read_as_a_count(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.WHO)
    page = who_of(meeting)
    for number, button in enumerate((*page.buttons.values(), page.clear), start=1):
        assert button.text().startswith(f"[{number % 4}] ")
    assert meeting.primary.text().startswith("[F9] ")


def test_everybody_left_is_marked_in_one_go(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.WHO)
    page = who_of(meeting)
    click(page.buttons[Attendance.ABSENT])
    assert "5" in page.rest.text()
    click(page.rest)
    assert not page.rest.isEnabled()
    running = meeting.book.open_sheet()
    assert running is not None
    marks = [mark for _, mark in running.attendance]
    assert sorted(marks) == [Attendance.ABSENT, *[Attendance.PRESENT] * 5]


def test_longer_words_beside_the_roll_get_the_room_they_need(
    meeting: MeetingScreen, qtbot: QtBot
) -> None:
    meeting.go_to(Step.WHO)
    page = who_of(meeting)
    page.rest.setText("x" * 60)
    needed = page.rest.sizeHint().width()
    qtbot.waitUntil(lambda: page.rest.visibleRegion().boundingRect().width() >= needed)


def test_the_search_finds_a_member_however_she_is_spelt(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.WHO)
    page = who_of(meeting)
    page.search.setFocus()
    type_letters(page.search, "ແກ້ວ ສີ")
    press(page.search, Key.Key_Escape)
    page.search.picked.emit(KEO.id)
    assert page.model.row(page.table.currentIndex()).member.id == KEO.id
    assert page.table.hasFocus()


def test_who_has_paid_is_not_absent(meeting: MeetingScreen) -> None:
    meeting.work.pencil(KHAM.id, Column.SAVINGS, 10_000)
    meeting.go_to(Step.WHO)
    page = who_of(meeting)
    page.table.select_row(0)
    type_letters(page.table, "3")
    assert "10,000" in page._wrong.text()
    assert dict(meeting.book.meeting_sheet(meeting.work.sheet).sheet.attendance) == {}


# --- collecting -----------------------------------------------------------------------------


def typed(screen: MeetingScreen) -> dict[tuple[int, str], int]:
    """What the book holds of the grid now."""
    sheet = screen.book.sheet(screen.work.sheet)
    return {(cell.member, cell.column.value): cell.kip for cell in sheet.cells}


def type_cell(screen: MeetingScreen, text: str, key: Qt.Key = Key.Key_Return) -> None:
    view = collect_of(screen).view
    type_letters(view, text[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    type_letters(editor, text[1:])
    press(editor, key)


def test_each_amount_is_in_the_book_before_the_cursor_goes_on(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.COLLECT)
    view = collect_of(meeting).view
    assert view.hasFocus()
    rows: list[int] = []
    meeting.desk.changed.connect(lambda _: rows.append(view.currentIndex().row()))
    type_cell(meeting, "20000")
    assert typed(meeting) == {(KHAM.id, "savings"): 20_000}
    assert rows == [0]
    assert view.currentIndex().row() == 1
    type_cell(meeting, "໓໐໐໐໐", Key.Key_Tab)
    assert typed(meeting)[BOUNMY.id, "savings"] == 30_000
    assert view.currentIndex().column() == FIRST_MONEY + 1
    assert meeting.strip.text("received") == "50,000"
    assert meeting.strip.text("expected") == "2,550,000"
    totals = collect_of(meeting).totals.typed()
    assert totals[FIRST_MONEY] == "50,000"


def test_a_refusal_is_said_at_the_cell(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.COLLECT)
    type_cell(meeting, "3000")
    view = collect_of(meeting).view
    assert typed(meeting) == {}
    assert "10,000" in view.problem_text()
    assert view.currentIndex().row() == 0
    assert not meeting.banner.isVisible()


def test_all_as_due_except_these(meeting: MeetingScreen) -> None:
    meeting.work.mark((KHAM.id, NOY.id), Attendance.PRESENT)
    meeting.work.mark((DALA.id,), Attendance.BY_NEIGHBOUR)
    meeting.work.mark((BOUNMY.id,), Attendance.ABSENT)
    meeting.go_to(Step.COLLECT)
    page = collect_of(meeting)
    click(page.all_due)
    assert typed(meeting) == {}, "nothing is written before it was confirmed"
    assert "32,000" in page.question.text()
    button = QApplication.focusWidget()
    assert button is not None
    press(button, Key.Key_Return)
    assert typed(meeting) == {
        (KHAM.id, "savings"): 10_000,
        (KHAM.id, "welfare"): 1_000,
        (NOY.id, "savings"): 10_000,
        (NOY.id, "welfare"): 1_000,
        (DALA.id, "savings"): 10_000,
    }
    page.question.take_focus()
    button = QApplication.focusWidget()
    assert button is not None
    press(button, Key.Key_Return)
    assert typed(meeting) == {}, "and all of it can be taken back"


def test_all_as_due_wants_the_roll_first(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.COLLECT)
    page = collect_of(meeting)
    click(page.all_due)
    assert "ໝາຍ" in page.question.text()
    assert typed(meeting) == {}


def test_the_mark_can_be_changed_in_the_grid(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.COLLECT)
    view = collect_of(meeting).view
    view.setCurrentIndex(collect_of(meeting).model.index(0, MARK))
    press(view, Key.Key_Space)
    sheet = meeting.book.sheet(meeting.work.sheet)
    assert dict(sheet.attendance) == {KHAM.id: Attendance.PRESENT}


def test_f3_searches_and_jumps_to_the_row(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.COLLECT)
    page = collect_of(meeting)
    press(page, Key.Key_F3)
    assert page.search.hasFocus()
    type_letters(page.search, "5")
    press(page.search._popup, Key.Key_Return)
    assert page.model.rows()[page.view.currentIndex().row()].member.id == DALA.id
    assert page.view.hasFocus()


# --- lending and paying ---------------------------------------------------------------------


def agree(screen: MeetingScreen) -> None:
    """Somphone's loan is agreed on the day of the meeting."""
    request = LoanRequest(SOMPHONE.id, DAY, 500_000, "trade", TRADE, 10)
    names = (OFFICERS[0].name, OFFICERS[1].name)
    assert screen.desk.do(lambda book, actor: request_loan(book, actor, request=request))
    (loan,) = screen.book.loans()
    decision = LoanDecision(DAY, "1/2026", True, 500_000, names)
    assert screen.desk.do(
        lambda book, actor: decide_loan(book, actor, loan=loan.id, decision=decision)
    )


def test_an_agreed_loan_is_handed_over_with_enter(meeting: MeetingScreen) -> None:
    agree(meeting)
    meeting.go_to(Step.PAY)
    page = pay_of(meeting)
    assert page.loans.hasFocus()
    press(page.loans, Key.Key_Return)
    assert meeting.strip.text("paid_out") == "500,000"
    assert meeting.strip.text("received") == "5,000", "the fee comes back at once"
    assert not page.loans.isVisible()
    (row,) = page.model.rows()
    assert SOMPHONE.name in row.about


def fill(screen: MeetingScreen, kind: str, kip: str, note: str = "") -> None:
    form = pay_of(screen).form
    form.choose(kind)
    form.kip.setFocus()
    type_line(form.kip, kip)
    if note:
        form.note.setFocus()
        type_line(form.note, note)
    press(form.write, Key.Key_Return)


def test_a_cost_is_written_and_rubbed_out_and_put_back(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.PAY)
    page = pay_of(meeting)
    fill(meeting, "expense", "45,000", "ຊາ ແລະ ປຶ້ມ")
    sheet = meeting.book.sheet(meeting.work.sheet)
    assert [p.line for p in sheet.lines] == [Spent(COSTS, 45_000, "ຊາ ແລະ ປຶ້ມ")]
    assert page.form.kip.value() is None, "the form is empty for the next payment"
    page.lines.select_row(0)
    page.lines.setFocus()
    press(page.lines, Key.Key_Delete)
    assert meeting.book.sheet(meeting.work.sheet).lines == ()
    page.done.take_focus()
    button = QApplication.focusWidget()
    assert button is not None
    press(button, Key.Key_Return)
    assert len(meeting.book.sheet(meeting.work.sheet).lines) == 1


def test_what_the_rules_refuse_stays_in_the_form(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.PAY)
    form = pay_of(meeting).form
    fill(meeting, "expense", "9,000,000")
    assert meeting.book.sheet(meeting.work.sheet).lines == ()
    assert "2,500,000" in form.problem_text()
    assert form.kip.value() == 9_000_000


def test_what_is_missing_is_said_at_its_field(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.PAY)
    form = pay_of(meeting).form
    form.choose("withdrawal")
    press(form.write, Key.Key_Return)
    assert form.fields["member"].problem_text()
    form.member.show_member(DALA.id)
    press(form.write, Key.Key_Return)
    assert form.fields["kip"].problem_text()
    assert meeting.book.sheet(meeting.work.sheet).lines == ()


@pytest.mark.parametrize(
    "kind", ["income", "fund_gift", "fund_spent", "to_bank", "bank_interest", "seed_money"]
)
def test_every_payment_of_the_group_becomes_a_line(meeting: MeetingScreen, kind: str) -> None:
    meeting.go_to(Step.PAY)
    fill(meeting, "fund_gift", "50,000")
    fill(meeting, kind, "10,000")
    lines = meeting.book.sheet(meeting.work.sheet).lines
    assert len(lines) == 2, pay_of(meeting).form.problem_text()
    assert len(pay_of(meeting).model.rows()) == 2


def test_only_payments_of_this_group_are_offered(meeting: MeetingScreen) -> None:
    """No dividend is owed, no loan runs, and nobody is owed anything: these are not offered."""
    meeting.go_to(Step.PAY)
    form = pay_of(meeting).form
    keys = [form.kind.itemText(n) for n in range(form.kind.count())]
    assert "ສະມາຊິກຮັບເງິນປັນຜົນ" not in keys
    assert "ເອົາເງິນສົດຝາກທະນາຄານ" in keys


# --- counting and signing -------------------------------------------------------------------


def count_closing(screen: MeetingScreen, *counts: tuple[int, str]) -> None:
    screen.go_to(Step.COUNT)
    for note, number in counts:
        line = count_of(screen, Step.COUNT).notes.line(note)
        line.setFocus()
        type_line(line, number)


def test_a_difference_wants_its_reason(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "24"), (50_000, "1"), (20_000, "2"), (5_000, "1"))
    page = count_of(meeting, Step.COUNT)
    assert page.reason_field.isVisible()
    assert not meeting.steps.is_ticked(Step.COUNT)
    assert meeting.strip.text("difference") == "-5,000"
    page.reason.setFocus()
    type_line(page.reason, "ເງິນທອນຜິດ")
    assert meeting.steps.is_ticked(Step.COUNT)
    running = meeting.book.open_sheet()
    assert running is not None
    assert running.difference_reason == "ເງິນທອນຜິດ"


def test_a_box_that_agrees_asks_for_no_reason(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "25"))
    assert not count_of(meeting, Step.COUNT).reason_field.isVisible()
    assert meeting.strip.text("difference") == "0"
    assert meeting.steps.is_ticked(Step.COUNT)


def test_two_different_officers_sign(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "25"))
    meeting.go_to(Step.SIGN)
    page = sign_of(meeting)
    assert page.first.value().name == actor().name, "who is signed in stands first"
    press(meeting, Key.Key_F9)
    assert page.fields[1].problem_text()
    page.second.show_value(page.first.value())
    press(meeting, Key.Key_F9)
    assert page.fields[1].problem_text()
    assert meeting.book.open_sheet() is not None


def test_a_sheet_that_is_not_counted_is_not_signed(meeting: MeetingScreen) -> None:
    meeting.go_to(Step.SIGN)
    page = sign_of(meeting)
    page.second.show_value(OFFICERS[0])
    press(meeting, Key.Key_F9)
    assert page.problem_text()
    assert meeting.book.open_sheet() is not None


def test_signing_shows_what_was_written_and_what_comes_next(meeting: MeetingScreen) -> None:
    meeting.work.pencil(DALA.id, Column.SAVINGS, 20_000)
    meeting.work.write_line(Spent(COSTS, 20_000, "ຊາ"), once=one_time_key())
    count_closing(meeting, (100_000, "25"))
    meeting.go_to(Step.SIGN)
    assert "2 ລາຍການ" in meeting.primary.text(), "the button says how much goes into the book"
    sign_of(meeting).second.show_value(OFFICERS[0])
    asked = heard(meeting.go)
    press(meeting, Key.Key_F9)
    assert meeting.book.open_sheet() is None
    assert meeting.mode is Mode.INK
    assert meeting.book.balances()[CASH] == 2_500_000
    numbers = [row.number for row in meeting.signed.entry_model.rows()]
    assert len(numbers) == 2
    assert str(numbers[0]) in meeting.banner.text()
    assert str(numbers[-1]) in meeting.banner.text()
    assert meeting.papers.hasFocus()
    press(meeting.papers, Key.Key_Return)
    assert asked == [("papers", Wish("passbooks", year=2026))]


def test_an_old_sheet_is_read_and_not_written(meeting: MeetingScreen) -> None:
    meeting.work.pencil(DALA.id, Column.SAVINGS, 20_000)
    count_closing(meeting, (100_000, "25"), (20_000, "1"))
    meeting.work.sign((OFFICERS[0].name,))
    meeting.show_list()
    assert meeting.mode is Mode.LIST
    (line,) = meeting.sheets.model.rows()
    assert line.collected == 20_000
    meeting.sheets.table.select_row(0)
    press(meeting.sheets.table, Key.Key_Return)
    assert meeting.page() is meeting.signed
    model = meeting.signed.members.model
    assert model.index(model.row_of(DALA.id), FIRST_MONEY).data() == "20,000"
    assert model.index(model.row_of(KHAM.id), FIRST_MONEY).data() == "", "no grey in ink"
    assert not model.setData(model.index(0, FIRST_MONEY), 10_000)
    press(meeting.primary, Key.Key_Return)
    assert meeting.page() is meeting.sheets


def test_an_auditor_is_told_in_place(meeting: MeetingScreen) -> None:
    meeting.desk.sign_in(actor(Role.AUDITOR))
    meeting.go_to(Step.COLLECT)
    type_cell(meeting, "20000")
    assert typed(meeting) == {}
    assert collect_of(meeting).view.problem_text()


# --- the whole page -------------------------------------------------------------------------


def test_the_page_fits_in_every_language(meeting: MeetingScreen) -> None:
    agree(meeting)
    for language in ("lo", "th", "en"):
        meeting.desk.speak(language)
        for step in Step:
            meeting.go_to(step)
            need = meeting.minimumSizeHint()
            assert need.width() <= 1190, (language, step)
            assert need.height() <= 644, (language, step)


def test_the_desk_is_asked_again_only_for_what_was_touched(
    meeting: MeetingScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typing an amount reads the sheet once; the other steps wait until they are seen."""
    meeting.go_to(Step.COLLECT)
    read: list[int] = []
    whole: Callable[..., object] = meeting.book.meeting_sheet

    def counted(sheet: int) -> object:
        read.append(sheet)
        return whole(sheet)

    monkeypatch.setattr(meeting.book, "meeting_sheet", counted)
    type_cell(meeting, "20000")
    assert len(read) == 1


def test_the_cash_that_should_be_there_is_always_in_sight(meeting: MeetingScreen) -> None:
    """With little room the strip lets go of what matters less, and never of the expected cash."""
    assert len(meeting.strip.shown()) == 6
    meeting.strip.resize(meeting.strip.minimumSizeHint())
    assert meeting.strip.shown() == ["expected", "counted", "difference"]


def test_another_book_on_the_desk_puts_the_sheet_away(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "25"))
    meeting.work.sign((OFFICERS[0].name,))
    meeting.show_item(meeting.book.sheet(meeting.work.sheet))
    path = meeting.book.path
    meeting.desk.close()
    assert meeting.desk.open(path)
    assert meeting.page() is meeting.sheets


# --- where to look when the box is off -----------------------------------------------------------


def suspects_of(screen: MeetingScreen) -> list[str]:
    return count_of(screen, Step.COUNT).suspects.said()


def test_without_a_difference_nobody_is_suspected(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "25"))
    page = count_of(meeting, Step.COUNT)
    assert not page.suspects.isVisible()
    assert suspects_of(meeting) == []


def test_the_cell_that_makes_the_difference_is_named_and_opened(meeting: MeetingScreen) -> None:
    meeting.work.mark((KHAM.id,), Attendance.PRESENT)
    meeting.work.pencil(KHAM.id, Column.SAVINGS, 35_000)
    count_closing(meeting, (100_000, "25"))
    page = count_of(meeting, Step.COUNT)
    assert page.suspects.isVisible()
    assert "35,000" in suspects_of(meeting)[0]
    assert "ແມ່ນສ່ວນຕ່າງພໍດີ" in suspects_of(meeting)[0]
    page.suspects.list.setFocus()
    press(page.suspects.list, Key.Key_Return)
    assert meeting.step is Step.COLLECT
    view = collect_of(meeting).view
    assert collect_of(meeting).model.rows()[view.currentIndex().row()].member.id == KHAM.id
    assert collect_of(meeting).model.column_at(view.currentIndex().column()) is Column.SAVINGS


def test_a_suspected_line_is_opened_where_lines_are_written(meeting: MeetingScreen) -> None:
    for kip in (45_000, 70_000):
        meeting.work.write_line(Spent(COSTS, kip, "ຊາ"), once=one_time_key())
    count_closing(meeting, (100_000, "24"), (50_000, "1"), (5_000, "1"))
    page = count_of(meeting, Step.COUNT)
    item = page.suspects.list.item(0)
    click(page.suspects.list.viewport(), page.suspects.list.visualItemRect(item).center())
    assert meeting.step is Step.PAY
    pay = pay_of(meeting)
    assert pay.model.row(pay.lines.currentIndex()).paid == 70_000


def test_notes_are_counted_again_where_they_stand(meeting: MeetingScreen) -> None:
    count_closing(meeting, (100_000, "15"))
    page = count_of(meeting, Step.COUNT)
    (bundle,) = [s for s in suspects_of(meeting) if "10 ໃບ" in s and "100,000" in s]
    page.suspects.list.setCurrentRow(suspects_of(meeting).index(bundle))
    press(page.suspects.list, Key.Key_Return)
    assert meeting.step is Step.COUNT
    assert page.notes.line(100_000).hasFocus()


def test_a_difference_of_before_the_meeting_leads_to_the_first_count(
    meeting: MeetingScreen,
) -> None:
    short = CashCount(((100_000, 24), (50_000, 1), (20_000, 2), (5_000, 1), (2_000, 1)))
    meeting.work.count("opening", short)
    meeting.work.count("closing", short)
    meeting.go_to(Step.COUNT)
    page = count_of(meeting, Step.COUNT)
    page.suspects.list.setFocus()
    press(page.suspects.list, Key.Key_Enter)
    assert meeting.step is Step.OPEN
