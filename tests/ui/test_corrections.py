"""Putting right: the minutes, months on hold, sheets opened again or put away, with the hands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ledger.actions.decisions import write_decision
from ledger.actions.months import hold_month
from ledger.actions.record import record_day
from ledger.actions.reopening import put_away_sheet
from ledger.rules.accounts import CASH
from ledger.rules.decisions import Decision, Subject
from ledger.rules.lines import Received
from ledger.rules.meeting_values import Column
from ledger.rules.months import MonthState
from ledger.statements.meeting_progress import Step
from tests.ui.asked import press_button, when_asked
from tests.ui.hands import click, heard, keep, press, type_letters, type_line
from tests.ui.test_meeting import count_closing, sign_of
from tests.villages import APRIL, DALA, DAY, KHAM, MARCH, OFFICERS, RENT, TODAY
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.home.screen import HomeScreen
from ui.screens.meeting.screen import MeetingScreen, Mode
from ui.screens.minutes.writing import WriteDecision
from ui.screens.reasoned import Reasoned
from ui.screens.rules.change import ChangeDialog
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen

Key = Qt.Key
WHY = "ຂຽນຜິດຄົນ"
FIRST = Decision("11/2026", DAY, Subject.FUND, "ຊື້ປຶ້ມ 20 ຫົວ", present=("ນາງ ຄຳ",))


@pytest.fixture
def books(qtbot: QtBot, village: Desk) -> BooksScreen:
    village.speak("lo")
    write_decision(village.book, village.actor, decision=FIRST, today=TODAY)
    page = BooksScreen(village)
    page.resize(1200, 690)
    keep(qtbot, page)
    return page


@pytest.fixture
def screen(village: Desk, qtbot: QtBot) -> MeetingScreen:
    village.speak("lo")
    screen = MeetingScreen(village)
    screen.resize(1200, 690)
    keep(qtbot, screen)
    press(screen.primary, Key.Key_Return)
    return screen


def sign(screen: MeetingScreen) -> None:
    screen.work.pencil(DALA.id, Column.SAVINGS, 50_000)
    count_closing(screen, (100_000, "25"), (50_000, "1"))
    screen.go_to(Step.SIGN)
    sign_of(screen).second.show_value(OFFICERS[0])
    press(screen.primary, Key.Key_Return)


def mode_of(screen: MeetingScreen) -> Mode:
    """What lies on the table now."""
    return screen.mode


def agree(dialog: Reasoned) -> None:
    """Write the reason, and let the second person pick her name."""
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    type_line(dialog.reason, WHY)
    press(dialog.act, Key.Key_Return)


def test_the_minutes_say_what_is_missing_and_take_it_in(books: BooksScreen) -> None:
    books.turn_to(Leaf.MINUTES)
    leaf = books.minutes
    assert [row.number for row in leaf.model.rows()] == ["1/2026", "11/2026"]
    assert "1/2026" in leaf.write.text()

    def write(dialog: WriteDecision) -> None:
        assert dialog.form.number.value() == "1/2026"
        type_letters(dialog.form.text, "ຮັບຮອງລະບຽບ")
        press(dialog.act, Key.Key_Return)

    when_asked(WriteDecision, write)
    press(leaf.write, Key.Key_Return)
    assert [row.number for row in leaf.model.rows()] == ["1/2026", "11/2026"]
    assert books.book.minutes().missing == ()
    assert "1/2026" in books.banner.text()
    type_letters(leaf.search, "ປຶ້ມ")
    assert [row.number for row in leaf.model.rows()] == ["11/2026"]
    assert "ຊື້ປຶ້ມ 20 ຫົວ" in leaf.card.text()


def test_a_wrong_decision_is_corrected_by_a_new_one(books: BooksScreen) -> None:
    books.turn_to(Leaf.MINUTES)
    leaf = books.minutes
    type_letters(leaf.search, "11/2026")

    def write(dialog: WriteDecision) -> None:
        assert dialog.form.text.value() == FIRST.text
        dialog.form.text.show_value("ຊື້ປຶ້ມ 30 ຫົວ")
        press(dialog.act, Key.Key_Return)

    when_asked(WriteDecision, write)
    press(leaf.correct, Key.Key_Return)
    second = books.book.decision("12/2026")
    assert (second.corrects, second.present, second.text) == (
        "11/2026",
        FIRST.present,
        "ຊື້ປຶ້ມ 30 ຫົວ",
    )


def test_the_home_page_names_what_is_missing(qtbot: QtBot, village: Desk) -> None:
    home = HomeScreen(village)
    keep(qtbot, home)
    assert not any("minutes" in said for said in home.tasks.said())
    write_decision(village.book, village.actor, decision=FIRST, today=TODAY)
    home.look_again()
    assert "1 decision is named and is not in the minutes." in home.tasks.said()
    asked = heard(home.go)
    click(home.tasks.buttons[-1])
    assert asked == [("books", At(Leaf.MINUTES))]


def test_a_month_goes_its_three_steps(books: BooksScreen) -> None:
    books.turn_to(Leaf.MONTHS)
    leaf = books.months
    assert not leaf.step.isEnabled(), "April is not over"
    press(leaf.table, Key.Key_Down)
    press(leaf.step, Key.Key_Return)
    assert books.book.month_states().of(MARCH) is MonthState.ON_HOLD
    when_asked(Reasoned, agree)
    press(leaf.reopen, Key.Key_Return)
    assert books.book.month_states().of(MARCH) is MonthState.OPEN
    assert books.book.history()[0].second
    press(leaf.step, Key.Key_Return)
    when_asked(QMessageBox, press_button(leaf.step.text()))
    press(leaf.step, Key.Key_Return)
    assert books.book.month_states().of(MARCH) is MonthState.CLOSED
    assert not leaf.step.isEnabled()
    assert books.book.month_states().of(APRIL) is MonthState.OPEN


def test_signing_in_a_month_on_hold_asks_for_two(screen: MeetingScreen) -> None:
    book, who = screen.book, screen.desk.actor
    running = book.open_sheet()
    assert running is not None
    put_away_sheet(book, who, sheet=running.id, reason=WHY, today=TODAY)
    hold_month(book, who, month=MARCH, today=TODAY)
    screen.show_list()
    screen.sheets.day.show_value(MARCH.last)
    press(screen.primary, Key.Key_Return)
    met = when_asked(Reasoned, lambda dialog: dialog.reject())
    sign(screen)
    assert met
    assert book.open_sheet() is not None
    when_asked(Reasoned, agree)
    press(screen.primary, Key.Key_Return)
    assert book.open_sheet() is None
    assert (book.history()[0].second, book.history()[0].facts["reason"]) == (
        OFFICERS[0].name,
        WHY,
    )


def test_the_last_sheet_is_opened_again_and_put_right(screen: MeetingScreen) -> None:
    sign(screen)
    assert mode_of(screen) is Mode.INK
    when_asked(Reasoned, agree)
    screen.more.again.trigger()
    running = screen.book.open_sheet()
    assert running is not None
    assert mode_of(screen) is Mode.PENCIL
    assert screen.book.balances()[CASH] == 2_500_000
    assert [cell.kip for cell in running.cells] == [50_000]
    screen.work.pencil(DALA.id, Column.SAVINGS, 0)
    screen.work.pencil(KHAM.id, Column.SAVINGS, 50_000)
    screen.go_to(Step.SIGN)
    sign_of(screen).second.show_value(OFFICERS[0])
    press(screen.primary, Key.Key_Return)
    assert mode_of(screen) is Mode.INK
    assert screen.book.savings()[KHAM.id] == 550_000
    press(screen.primary, Key.Key_Return)
    old = next(line for line in screen.sheets.model.rows() if line.sheet.void)
    screen.show_item(old.sheet)
    assert WHY in screen.signed._signed.text()
    assert not screen.more.again.isVisible()


def test_a_reopening_that_is_left_changes_nothing(screen: MeetingScreen) -> None:
    sign(screen)
    met = when_asked(Reasoned, lambda dialog: press(dialog.back, Key.Key_Return))
    screen.more.again.trigger()
    assert met
    assert screen.book.open_sheet() is None

    def without_reason(dialog: Reasoned) -> None:
        press(dialog.act, Key.Key_Return)
        assert dialog.field.problem_text()
        when_asked(SecondPerson, lambda second: second.reject())
        type_line(dialog.reason, WHY)
        press(dialog.act, Key.Key_Return)
        dialog.reject()

    when_asked(Reasoned, without_reason)
    screen.more.again.trigger()
    assert screen.book.open_sheet() is None


def test_an_empty_sheet_is_put_away(screen: MeetingScreen) -> None:
    proposed = screen.sheets.day.value()

    def why(dialog: Reasoned) -> None:
        type_line(dialog.reason, WHY)
        press(dialog.act, Key.Key_Return)

    when_asked(Reasoned, why)
    screen.more.away.trigger()
    assert screen.book.open_sheet() is None
    assert mode_of(screen) is Mode.LIST
    (line,) = screen.sheets.model.rows()
    assert line.sheet.void_reason == WHY
    assert screen.sheets.day.value() == proposed, "that meeting was not held"


def test_earlier_sheets_are_read_while_one_lies_in_pencil(screen: MeetingScreen) -> None:
    sign(screen)
    press(screen.primary, Key.Key_Return)
    screen.sheets.day.show_value(TODAY)
    press(screen.primary, Key.Key_Return)
    assert mode_of(screen) is Mode.PENCIL
    screen.more.look.trigger()
    assert mode_of(screen) is Mode.LIST
    signed = next(line.sheet for line in screen.sheets.model.rows() if line.sheet.signed)
    screen.show_item(signed)
    assert mode_of(screen) is Mode.INK
    screen.more.look.trigger()
    press(screen.primary, Key.Key_Return)
    assert mode_of(screen) is Mode.PENCIL


def test_a_decision_of_tonight_is_written_at_the_meeting(screen: MeetingScreen) -> None:
    def write(dialog: WriteDecision) -> None:
        type_letters(dialog.form.text, "ໃຫ້ຊື້ປຶ້ມ")
        press(dialog.act, Key.Key_Return)

    when_asked(WriteDecision, write)
    screen.more.decide.trigger()
    (decision,) = screen.book.decisions()
    running = screen.book.open_sheet()
    assert running is not None
    assert (decision.sheet, decision.day) == (running.id, running.day)


def test_what_new_rules_change_is_read_before_they_are_adopted(qtbot: QtBot, village: Desk) -> None:
    village.speak("lo")
    record_day(
        village.book, village.actor, day=DAY, lines=(Received(RENT, 1_000_000),), today=TODAY
    )
    screen = SettingsScreen(village)
    keep(qtbot, screen)
    screen.show_part(screen.rules)
    click(screen.rules.new)
    type_line(screen.rules.resolution, "7/2026")
    type_line(screen.rules.valid_from, "1/5/2026")
    editor = screen.rules.editor
    old = editor.rulebook()
    lines = (replace(old.profit.lines[0], amount=8_000), *old.profit.lines[1:])
    editor.show_rulebook(replace(old, profit=replace(old.profit, lines=lines)))
    met = when_asked(ChangeDialog, lambda dialog: press(dialog.back, Key.Key_Return))
    click(screen.rules.adopt)
    assert [(row.old, row.new) for row in met[0].model.rows()] == [(140_000, 160_000)] * 5
    assert "700,000" in met[0].said.text()
    assert len(village.book.rulebooks) == 1
    look = when_asked(ChangeDialog, lambda dialog: dialog.reject())
    click(screen.rules.compare)
    assert look[0].adopt.isHidden()
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    when_asked(ChangeDialog, lambda dialog: press(dialog.adopt, Key.Key_Return))
    click(screen.rules.adopt)
    assert village.book.rulebooks[-1].profit.lines[0].amount == 8_000


def test_a_sheet_that_was_put_away_comes_back_with_one_key(screen: MeetingScreen) -> None:
    running = screen.book.open_sheet()
    assert running is not None
    assert screen.work.pencil(DALA.id, Column.SAVINGS, 50_000)
    when_asked(Reasoned, agree_alone)
    screen.more.away.trigger()
    assert mode_of(screen) is Mode.LIST
    assert screen.book.open_sheet() is None
    assert screen.banner.text()
    table = screen.sheets.table
    table.setFocus()
    press(table, Key.Key_Home, Key.Key_Return)
    assert mode_of(screen) is Mode.INK
    said = screen.signed.said().replace("\u00a0", " ")
    assert f"{screen.desk.actor.name} ເກັບມັນວັນທີ" in said
    assert "50,000 ກີບ" in said
    assert "ເອົາຄືນໄດ້ຮອດວັນທີ" in said
    assert "F9" in screen.primary.text()
    press(screen.primary, Key.Key_Return)
    back = screen.book.open_sheet()
    assert back is not None
    assert mode_of(screen) is Mode.PENCIL
    assert [cell.kip for cell in back.cells] == [50_000]
    # The sheet itself, still in the list, has nothing left to give.
    screen.more.look.trigger()
    screen.show_item(screen.book.sheet(running.id))
    assert not screen.signed.can_be_put_back()
    assert screen.book.check() == ()


def agree_alone(dialog: Reasoned) -> None:
    type_line(dialog.reason, WHY)
    press(dialog.act, Key.Key_Return)
