"""F1 where nothing is ink yet: cells in pencil, their sums, examples, rules that are tried out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.rules.lines import Received
from ledger.rules.meeting_values import Column
from ledger.statements.figure import Asked
from ledger.statements.meeting_progress import Step as MeetingStep
from tests.ui.asked import when_asked
from tests.ui.hands import click, keep, press, type_line
from tests.ui.test_corrections import sign
from tests.ui.test_why import figures, lend, shown
from tests.ui.test_year_end import Clock, _desk, _try
from tests.villages import KHAM, NOY, RENT, actor
from ui.desk import Desk
from ui.screens.books.at import At, Leaf
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.places import PLACES
from ui.screens.rules.change import ChangeDialog
from ui.screens.second_person import SecondPerson
from ui.screens.settings.screen import SettingsScreen
from ui.screens.why import WhyDialog
from ui.screens.year_end.screen import YearEndScreen
from ui.screens.year_end.step_bar import Step
from ui.settings import Settings
from ui.widgets.pointing import pointed_at
from ui.window import Window

Key = Qt.Key


def window_on(qtbot: QtBot, desk: Desk, place: str, item: object = None) -> Window:
    window = Window()
    window.furnish(desk.words)
    window.attach(desk, PLACES)
    window.resize(1366, 768)
    keep(qtbot, window)
    window.go(place, item)
    return window


def explained(window: QWidget, part: QWidget) -> WhyDialog:
    """Press F1 on a part; the sheet that opens."""
    part.setFocus()
    press(part, Key.Key_F1)
    dialog = next(one for one in window.findChildren(WhyDialog) if one.isVisible())
    assert isinstance(dialog, WhyDialog)
    return dialog


@pytest.fixture
def collect(qtbot: QtBot, village: Desk) -> CollectPage:
    """A meeting with two members' money in pencil, in the window and in Lao."""
    village.speak("lo")
    lend(village)
    window = window_on(qtbot, village, "meeting")
    page = window.page()
    assert isinstance(page, MeetingScreen)
    press(page.primary, Key.Key_Return)
    assert page.work.pencil(KHAM.id, Column.SAVINGS, 30_000)
    assert page.work.pencil(NOY.id, Column.SAVINGS, 20_000)
    page.go_to(MeetingStep.COLLECT)
    found = page.pages[MeetingStep.COLLECT]
    assert isinstance(found, CollectPage)
    return found


def stand(page: CollectPage, column: Column) -> None:
    page.view.setFocus()
    row = page.model.row_of(KHAM.id)
    page.view.setCurrentIndex(page.model.index(row, page.model.section_of(column)))


def test_a_cell_in_pencil_says_what_is_due_and_by_which_rule(collect: CollectPage) -> None:
    stand(collect, Column.SAVINGS)
    dialog = explained(collect.window(), collect.view)
    assert "ຄຳຫຼ້າ" in dialog.heading.text()
    assert dialog.why.kip == 30_000
    assert collect.words.money(30_000) == dialog.amount.text()
    assert "ຂຽນໄວ້ໃນໃບບັນທຶກ" in dialog.steps.text()
    assert dialog.rule.text()
    assert dialog.entry_model.rowCount() == 1  # What she had saved before the books began.
    click(dialog.close_it)


def test_the_sum_under_a_column_is_reached_by_keys(collect: CollectPage) -> None:
    collect.totals.setFocus()
    assert collect.totals.hasFocus()
    dialog = explained(collect.window(), collect.totals)
    assert dialog.why.kip == 50_000
    assert "ສະມາຊິກທຸກຄົນ" in dialog.heading.text()
    press(dialog, Key.Key_Escape)
    for _ in range(20):
        press(collect.totals, Key.Key_Right)
    everything = pointed_at(collect.totals)
    assert everything is not None
    assert (everything.asked, everything.column) == (Asked.CELL, None)
    press(collect.totals, Key.Key_Left)
    assert pointed_at(collect.totals) != everything


def test_every_cell_of_the_grid_is_what_it_says(collect: CollectPage, village: Desk) -> None:
    asked = 0
    for figure, text in figures(collect.view):
        amount = shown(village, text)
        if amount is not None:
            assert village.book.why(figure).kip == amount
            asked += 1
    assert asked >= 8


def test_a_signed_sheet_leads_to_its_entries(qtbot: QtBot, village: Desk) -> None:
    village.speak("lo")
    window = window_on(qtbot, village, "meeting")
    page = window.page()
    assert isinstance(page, MeetingScreen)
    press(page.primary, Key.Key_Return)
    sign(page)
    window.go("meeting")
    table = page.sheets.table
    table.setFocus()
    table.setCurrentIndex(page.sheets.model.index(0, 2))
    dialog = explained(window, table)
    assert dialog.why.kip == 50_000
    assert sum(one.kip for one in dialog.why.moved) == 50_000
    press(dialog, Key.Key_Escape)


def test_a_figure_of_then_is_the_one_that_stood_there(qtbot: QtBot, village: Desk) -> None:
    lend(village)
    window = window_on(qtbot, village, "books", At(Leaf.EARLIER))
    page = window.page()
    assert page is not None
    then = {pair for pair in figures(page) if pair[0].written is not None}
    assert len(then) == 7
    for figure, text in then:
        assert village.book.why(figure).kip == shown(village, text)


@pytest.fixture
def year_end(qtbot: QtBot, tmp_path: Path, settings: Settings) -> Iterator[Window]:
    desk = _desk(tmp_path / "village.book", settings, Clock())
    yield window_on(qtbot, desk, "year_end")
    desk.close()


def test_examples_are_explained_and_stay_without_a_name(year_end: Window) -> None:
    page = year_end.page()
    assert isinstance(page, YearEndScreen)
    _try(page, "60", "25", "10", "3", "2")
    page.bar.button(Step.SHARES).click()
    samples = page.sharing.samples
    asked = set(figures(samples))
    assert len(asked) == 3 * samples.model.rowCount()
    for figure, text in asked:
        assert page.book.why(figure).kip == shown(page.desk, text)
    samples.table.setCurrentIndex(samples.model.index(0, 3))
    dialog = explained(year_end, samples.table)
    assert "ສະມາຊິກຄົນໜຶ່ງ" in dialog.heading.text()
    assert dialog.entries.isHidden()
    names = [member.name for member in page.book.members()]
    said = dialog.heading.text() + dialog.steps.text() + dialog.sentence.text()
    assert not any(name in said for name in names)
    press(dialog, Key.Key_Escape)
    for row in page.sharing.lines:
        behind = pointed_at(row.kip)
        assert behind is not None
        assert page.words.kip(page.book.why(behind).kip) == row.kip.text()
    dialog = explained(year_end, page.sharing.lines[0].kip)
    assert dialog.steps.text()
    press(dialog, Key.Key_Escape)


def test_what_new_rules_would_give_is_explained_before_they_are_adopted(
    year_end: Window,
) -> None:
    year_end.go("settings", "rules")
    page = year_end.page()
    assert isinstance(page, SettingsScreen)
    # The year that runs has to have earned something of its own.
    rent, day = Received(RENT, 90_000, "ຕັ່ງ"), date(2027, 1, 10)
    record_day(page.book, actor(), day=day, lines=(rent,), today=day)
    click(page.rules.new)
    type_line(page.rules.resolution, "9/2026")
    editor = page.rules.editor
    old = editor.rulebook()
    lines = (replace(old.profit.lines[0], amount=6_500), *old.profit.lines[1:])
    lines = (*lines[:1], replace(lines[1], amount=lines[1].amount + 500), *lines[2:])
    editor.show_rulebook(replace(old, profit=replace(old.profit, lines=lines)))
    told: list[tuple[int, int | None]] = []
    sheets: list[tuple[str, bool]] = []

    def ask(dialog: ChangeDialog) -> None:
        try:
            for figure, text in figures(dialog):
                told.append((page.book.why(figure).kip, shown(page.desk, text)))
            dialog.table.setCurrentIndex(dialog.model.index(0, 3))
            why = explained(dialog, dialog.table)
            sheets.append((why.steps.text(), why.see_rule.isHidden()))
            press(why, Key.Key_Escape)
        finally:
            dialog.accept()

    when_asked(ChangeDialog, ask)
    when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
    click(page.rules.adopt)
    assert told
    assert all(kip == amount for kip, amount in told)
    ((steps, leads_nowhere),) = sheets
    assert steps
    assert leads_nowhere
