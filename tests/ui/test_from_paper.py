"""A meeting that was held on paper is typed in: the number, the rows that differ, and no more."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ledger.actions.collecting import keep_collection_sheet
from ledger.actions.meeting import open_sheet, pencil_cell
from ledger.rules.as_printed import Exceptional
from ledger.rules.collection import CollectionSheet
from ledger.rules.meeting_values import Attendance, Column, SheetKind
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_progress import dues_open
from tests.ui.hands import click, keep, press, type_line
from tests.villages import DAY, KHAM, NOY, TODAY
from ui.desk import Desk
from ui.screens.meeting.from_paper import FromPaper

SHEET = MeetingId(1)
Open = Callable[[], FromPaper]


@pytest.fixture
def printed(village: Desk) -> CollectionSheet:
    sheet = village.book.collection_sheet(DAY)
    keep_collection_sheet(village.book, village.actor, printed=sheet)
    open_sheet(
        village.book,
        village.actor,
        day=DAY,
        kind=SheetKind.MEETING,
        opening=None,
        today=TODAY,
    )
    return sheet


@pytest.fixture
def dialog(qtbot: QtBot, village: Desk, printed: CollectionSheet) -> FromPaper:
    assert printed.rows
    found = FromPaper(village, SHEET)
    keep(qtbot, found)
    return found


def test_the_number_is_typed_and_the_paper_is_found(
    dialog: FromPaper, printed: CollectionSheet
) -> None:
    assert not dialog.fill.isEnabled()
    type_line(dialog.code, "77-123")
    assert "77-123" in dialog.code_field.problem_text()
    type_line(dialog.code, printed.code)
    assert dialog.code_field.problem_text() == ""
    assert "6 rows on 1 pages" in dialog.told.text()
    due = sum(row.due_in_all for row in printed.rows)
    assert f"{due:,}" in dialog.fill.text()
    assert dialog.pages.rows()[0].paid_in_all == due


def test_rows_that_differ_are_typed_and_the_grid_is_filled_in_one_go(
    dialog: FromPaper, printed: CollectionSheet, village: Desk
) -> None:
    type_line(dialog.code, printed.code)
    type_line(dialog.row.number, "002")
    assert dialog.row.name.text() == printed.rows[1].told
    savings = dialog.row.amounts[Column.SAVINGS]
    assert savings.value() == 10_000
    type_line(savings, "30000")
    type_line(dialog.row.number, "1")
    assert dialog.row.name.text() == printed.rows[0].told
    click(dialog.row.absent, QPoint(8, dialog.row.absent.height() // 2))
    click(dialog.row.put)
    assert [(one.row, one.absent) for one in dialog.exceptions] == [(1, True), (2, False)]
    assert village.book.exceptions_typed(printed.number) == dialog.exceptions
    (page,) = dialog.pages.rows()
    gone = printed.rows[0].due_in_all
    assert page.paid_in_all == page.due_in_all - gone + 20_000
    click(dialog.fill)
    assert dialog.result() == FromPaper.DialogCode.Accepted
    grid = village.book.meeting_sheet(SHEET)
    assert dict(grid.sheet.attendance)[KHAM.id] is Attendance.ABSENT
    assert sum(kip for _, kip in grid.totals) == page.paid_in_all
    assert dues_open(grid) == ()


def test_what_was_typed_before_the_power_failed_is_there_again(
    qtbot: QtBot, dialog: FromPaper, printed: CollectionSheet, village: Desk
) -> None:
    type_line(dialog.code, printed.code)
    type_line(dialog.row.number, "003")
    click(dialog.row.absent, QPoint(8, dialog.row.absent.height() // 2))
    press(dialog.row.put, Qt.Key.Key_Return)
    again = FromPaper(village, SHEET)
    keep(qtbot, again)
    type_line(again.code, printed.code)
    assert list(again.exceptions) == [Exceptional(3, absent=True)]
    assert "003" in again.others.index(0, 1).data()
    again.other_view.setCurrentIndex(again.others.index(0, 0))
    click(again.take_out)
    assert not again.exceptions
    assert village.book.exceptions_typed(printed.number) == ()


def test_a_row_as_printed_may_be_said_and_a_wrong_one_is_said_in_place(
    dialog: FromPaper, printed: CollectionSheet
) -> None:
    type_line(dialog.code, printed.code)
    type_line(dialog.row.number, "2")
    click(dialog.row.put)
    assert [one.row for one in dialog.exceptions] == [2]
    assert dialog.others.index(0, 2).data() == "As printed"
    type_line(dialog.row.number, "99")
    assert "99" in dialog.row.number_field.problem_text()
    assert not dialog.row.put.isEnabled()


def test_what_has_changed_since_is_named_and_nothing_is_written(
    dialog: FromPaper, printed: CollectionSheet, village: Desk
) -> None:
    pencil_cell(
        village.book,
        village.actor,
        sheet=SHEET,
        member=NOY.id,
        column=Column.SAVINGS,
        kip=40_000,
    )
    before = village.book.sheet(SHEET)
    type_line(dialog.code, printed.code)
    click(dialog.fill)
    assert NOY.told in dialog.banner.text()
    assert "40,000" in dialog.banner.text()
    assert village.book.sheet(SHEET) == before
    assert dialog.isVisible()
