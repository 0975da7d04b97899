"""The grid: real keys, each amount in the book before the cursor reaches the next cell."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Attendance, CashCount, Column, Due, PencilCell, Sheet
from ledger.rules.people import Member, MemberId
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_sheet import MeetingSheet, SheetRow
from tests.ui.hands import keep, press, type_letters
from tests.villages import DAY, MEMBERS
from translations import open_words
from ui.look import dress
from ui.models.meeting_grid import FIRST_MONEY, MARK, NAME, STATE_ROLE, CellState, MeetingGrid
from ui.screens.meeting.grid_view import GridView
from ui.screens.meeting.totals_row import TotalsRow

Key = Qt.Key
SAVINGS = FIRST_MONEY
WELFARE = FIRST_MONEY + 1
LAO = open_words("lo")


def sheet_with(
    cells: dict[tuple[int, Column], Kip], *, members: tuple[Member, ...] = MEMBERS[:4], **facts: Any
) -> MeetingSheet:
    """A sheet on which everybody owes 10,000 of savings and 1,000 of welfare."""
    rows = tuple(
        SheetRow(
            member=member,
            attendance=Attendance.PRESENT,
            due=Due(member.id, savings=10_000, welfare=1_000),
            typed=tuple((c, kip) for (m, c), kip in cells.items() if m == member.id),
            savings=500_000,
            loans=0,
        )
        for member in members
    )
    sheet = Sheet(
        MeetingId(1),
        1,
        DAY,
        cells=tuple(PencilCell(MemberId(m), c, kip) for (m, c), kip in cells.items()),
        **facts,
    )
    totals = tuple(
        (column, sum(kip for (_, c), kip in cells.items() if c is column)) for column in Column
    )
    come = sum(cells.values())
    return MeetingSheet(sheet, rows, totals, 0, come, 0, come, None)


class Table:
    """A grid over a sheet that lies only in memory; `refuses` is said instead of writing."""

    def __init__(self, qtbot: QtBot, members: tuple[Member, ...] = MEMBERS[:4]) -> None:
        self.members = members
        self.cells: dict[tuple[int, Column], Kip] = {}
        self.written: list[tuple[int, Column, Kip | None]] = []
        self.where: list[QModelIndex] = []
        self.refuses = ""
        self.model = MeetingGrid(LAO, self.pencil)
        self.view = GridView(LAO, self.model)
        self.view.resize(1180, 500)
        self.model.show(sheet_with(self.cells, members=members))
        keep(qtbot, self.view)
        self.view.start()
        self.view.setFocus()

    def pencil(self, member: MemberId, column: Column, kip: Kip | None) -> bool:
        self.where.append(self.view.currentIndex())
        if self.refuses:
            self.view.problem(self.refuses)
            return False
        self.written.append((member, column, kip))
        if kip is None:
            self.cells.pop((member, column), None)
        else:
            self.cells[member, column] = kip
        self.model.show(sheet_with(self.cells, members=self.members))
        return True

    def at(self) -> tuple[int, int]:
        index = self.view.currentIndex()
        return index.row(), index.column()

    def text(self, row: int, section: int) -> str:
        return str(self.model.index(row, section).data())

    def type(self, text: str, *keys: Qt.Key) -> None:
        """Type into the cell on which the cursor stands, and end with keys."""
        type_letters(self.view, text[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        assert editor is not self.view
        type_letters(editor, text[1:])
        press(editor, *keys)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


# --- the model ------------------------------------------------------------------------------


def test_the_model_keeps_the_promises_of_a_model(table: Table) -> None:
    tester = QAbstractItemModelTester(
        table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    table.model.setData(table.model.index(1, SAVINGS), 20_000)
    table.model.show(sheet_with({}, members=MEMBERS[:6]))
    table.model.speak(open_words("en"))
    assert tester.model() is table.model


def test_what_is_due_is_grey_until_it_is_written(table: Table) -> None:
    index = table.model.index(0, SAVINGS)
    assert (index.data(), index.data(STATE_ROLE)) == ("10,000", CellState.DUE)
    assert index.data(Qt.ItemDataRole.EditRole) is None
    table.model.setData(index, 10_000)
    assert index.data(STATE_ROLE) == CellState.AS_DUE
    table.model.setData(index, 0)
    assert (index.data(), index.data(STATE_ROLE)) == ("0", CellState.DIFFERS)
    empty = table.model.index(0, table.model.section_of(Column.FINE))
    assert (empty.data(), empty.data(STATE_ROLE)) == ("", CellState.EMPTY)


def test_the_last_column_adds_her_row_up(table: Table) -> None:
    last = table.model.last_money() + 1
    assert table.text(0, last) == ""
    table.model.setData(table.model.index(0, SAVINGS), 20_000)
    table.model.setData(table.model.index(0, WELFARE), 1_000)
    assert table.text(0, last) == "21,000"


def test_only_changed_rows_are_told(table: Table, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.model.modelReset):
        told: list[int] = []
        table.model.dataChanged.connect(lambda first, _: told.append(first.row()))
        table.model.setData(table.model.index(2, SAVINGS), 20_000)
    assert told == [2]


def test_two_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    twin = replace(MEMBERS[1], id=MemberId(9), number="009", name=MEMBERS[0].name, household="99")
    table = Table(qtbot, (MEMBERS[0], twin, MEMBERS[2]))
    assert table.text(0, NAME).endswith("· ຄົວເຮືອນ\N{NO-BREAK SPACE}12")
    assert table.text(1, NAME).endswith("· ຄົວເຮືອນ\N{NO-BREAK SPACE}99")
    assert "·" not in table.text(2, NAME)


def test_a_signed_sheet_shows_what_was_paid_and_takes_nothing(table: Table) -> None:
    signed = sheet_with({(1, Column.SAVINGS): 20_000}, signed_by=("ມະນີ",))
    table.model.show(signed, (Column.SAVINGS,))
    assert table.model.columnCount() == FIRST_MONEY + 2
    assert table.text(0, SAVINGS) == "20,000"
    assert table.text(1, SAVINGS) == ""
    assert table.model.setData(table.model.index(0, SAVINGS), 1) is False
    assert not table.model.flags(table.model.index(0, SAVINGS)) & Qt.ItemFlag.ItemIsEditable
    assert table.written == []


def test_what_a_screen_reader_says(table: Table) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "500,000" in table.model.index(0, NAME).data(role)
    assert table.model.index(0, MARK).data(role) == "ມາ"
    assert "10,000" in table.model.index(0, SAVINGS).data(role)
    assert table.model.headerData(SAVINGS, Qt.Orientation.Horizontal) == "ເງິນທ້ອນ"


# --- keys -----------------------------------------------------------------------------------


def test_enter_writes_and_goes_down(table: Table) -> None:
    table.type("20000", Key.Key_Return)
    assert table.written == [(1, Column.SAVINGS, 20_000)]
    assert table.where[0].row() == 0, "the amount is written before the cursor goes on"
    assert table.at() == (1, SAVINGS)
    table.type("15000", Key.Key_Enter)
    assert table.cells == {(1, Column.SAVINGS): 20_000, (2, Column.SAVINGS): 15_000}
    assert table.at() == (2, SAVINGS)


def test_tab_writes_and_goes_right_and_on_to_the_next_member(table: Table) -> None:
    table.type("20000", Key.Key_Tab)
    assert table.at() == (0, WELFARE)
    table.view.setCurrentIndex(table.model.index(0, table.model.last_money()))
    press(table.view, Key.Key_Tab)
    assert table.at() == (1, SAVINGS)
    press(table.view, Key.Key_Backtab)
    assert table.at() == (0, table.model.last_money())


def test_enter_without_typing_writes_nothing(table: Table) -> None:
    press(table.view, Key.Key_Return, Key.Key_Return)
    assert table.written == []
    assert table.at() == (2, SAVINGS)


def test_enter_stays_on_the_last_member(table: Table) -> None:
    press(table.view, *([Key.Key_Return] * 9))
    assert table.at() == (3, SAVINGS)


def test_space_pays_as_due(table: Table) -> None:
    press(table.view, Key.Key_Space)
    assert table.written == [(1, Column.SAVINGS, 10_000)]
    assert table.at() == (0, SAVINGS)
    table.view.setCurrentIndex(table.model.index(0, table.model.section_of(Column.FINE)))
    press(table.view, Key.Key_Space)
    assert len(table.written) == 1, "nothing is due in this cell"


def test_space_on_the_name_pays_the_whole_row(table: Table) -> None:
    table.cells[1, Column.WELFARE] = 0
    table.model.show(sheet_with(table.cells))
    table.view.setCurrentIndex(table.model.index(0, NAME))
    press(table.view, Key.Key_Space)
    assert table.cells == {(1, Column.WELFARE): 0, (1, Column.SAVINGS): 10_000}


def test_space_on_the_mark_asks_for_another(table: Table) -> None:
    asked: list[object] = []
    table.view.marked.connect(asked.append)
    table.view.setCurrentIndex(table.model.index(1, MARK))
    press(table.view, Key.Key_Space)
    assert asked == [MEMBERS[1].id]


def test_esc_while_typing_leaves_the_cell_alone(table: Table) -> None:
    table.type("7", Key.Key_Escape)
    assert table.written == []
    assert table.text(0, SAVINGS) == "10,000"
    assert table.at() == (0, SAVINGS)


def test_esc_puts_back_what_stood_there_when_the_cursor_came(table: Table) -> None:
    press(table.view, Key.Key_Space)
    assert table.cells == {(1, Column.SAVINGS): 10_000}
    press(table.view, Key.Key_Escape)
    assert table.cells == {}
    assert table.model.index(0, SAVINGS).data(STATE_ROLE) == CellState.DUE
    press(table.view, Key.Key_Escape)
    assert len(table.written) == 2, "there is nothing more to put back"


def test_delete_empties_a_cell(table: Table) -> None:
    press(table.view, Key.Key_Space, Key.Key_Delete)
    assert table.cells == {}
    press(table.view, Key.Key_Delete)
    assert table.written[-1] == (1, Column.SAVINGS, None)
    assert len(table.written) == 2


def test_an_emptied_line_empties_the_cell(table: Table) -> None:
    press(table.view, Key.Key_Space, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Key.Key_Delete, Key.Key_Return)
    assert table.cells == {}


def test_figures_of_three_scripts_and_sums(table: Table) -> None:
    table.type("໒໐,໐໐໐", Key.Key_Return)
    table.type("๓๐๐๐๐", Key.Key_Return)
    table.type("20000+5000", Key.Key_Return)
    assert [kip for _, _, kip in table.written] == [20_000, 30_000, 25_000]


def test_a_letter_is_no_amount(table: Table) -> None:
    type_letters(table.view, "ກ")
    assert table.view.state() != GridView.State.EditingState
    assert "ຕົວເລກ" in table.view.problem_text()
    press(table.view, Key.Key_Down)
    assert table.view.problem_text() == ""


def test_what_cannot_be_read_is_said_at_the_cell(table: Table) -> None:
    table.type("12.50", Key.Key_Return)
    assert table.written == []
    assert table.view.problem_text()
    assert table.at() == (0, SAVINGS)
    editor = QApplication.focusWidget()
    assert editor is not None
    type_letters(editor, "20000")
    press(editor, Key.Key_Return)
    assert table.cells == {(1, Column.SAVINGS): 20_000}
    assert table.view.problem_text() == ""


def test_a_refused_amount_leaves_the_old_one_and_the_cursor(table: Table) -> None:
    table.type("20000", Key.Key_Return)
    press(table.view, Key.Key_Up)
    table.refuses = "ຕ້ອງທ້ອນຢ່າງໜ້ອຍ 10,000"
    table.type("3000", Key.Key_Return)
    assert table.at() == (0, SAVINGS)
    assert table.view.problem_text() == table.refuses
    assert table.model.index(0, SAVINGS).data(Qt.ItemDataRole.EditRole) == 20_000
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Key.Key_Escape)
    assert table.text(0, SAVINGS) == "20,000"


def test_clicking_elsewhere_writes_what_was_typed(table: Table) -> None:
    type_letters(table.view, "2")
    editor = QApplication.focusWidget()
    assert editor is not None
    type_letters(editor, "0000")
    table.view.setFocus()
    assert table.cells == {(1, Column.SAVINGS): 20_000}


def test_clicking_elsewhere_with_a_refused_amount_keeps_the_old_one(table: Table) -> None:
    table.refuses = "ບໍ່ໄດ້"
    type_letters(table.view, "3")
    table.view.setFocus()
    assert table.cells == {}
    assert table.text(0, SAVINGS) == "10,000"
    assert table.view.state() != GridView.State.EditingState


def test_the_search_jumps_to_a_row_and_keeps_the_column(table: Table) -> None:
    table.view.setCurrentIndex(table.model.index(0, WELFARE))
    table.view.jump_to(MEMBERS[2].id)
    assert table.at() == (2, WELFARE)
    table.view.jump_to(MemberId(99))
    assert table.at() == (2, WELFARE)


# --- what is seen ---------------------------------------------------------------------------


def many(number: int) -> tuple[Member, ...]:
    return tuple(
        replace(MEMBERS[n % 4], id=MemberId(n), number=f"{n:03d}", name=f"ສົມພອນ ວົງຄຳ {n}")
        for n in range(1, number + 1)
    )


def test_three_hundred_members_are_shown_at_once(qtbot: QtBot) -> None:
    table = Table(qtbot)
    sheet = sheet_with({}, members=many(300))
    table.model.show(sheet)
    table.view.grab()
    assert table.model.rowCount() == 300
    last = table.model.index(299, 0)
    assert table.model.data(last, Qt.ItemDataRole.DisplayRole) == "300"


def test_six_columns_of_millions_need_no_scrolling_to_the_side(qtbot: QtBot) -> None:
    table = Table(qtbot, many(163))
    cells = {(n, column): 9_250_000 for n in range(1, 9) for column in Column}
    table.model.show(sheet_with(cells, members=many(163)))
    table.view.refit()
    assert table.view.horizontalHeader().length() <= table.view.viewport().width()
    assert table.view.columnWidth(NAME) >= 150
    assert not table.view.horizontalScrollBar().isVisible()
    assert table.view.fontInfo().pointSizeF() >= 14


def test_the_totals_stand_under_their_columns(table: Table) -> None:
    totals = TotalsRow(table.view)
    totals.show_totals({NAME: "ລວມ", SAVINGS: "1,630,000"}, {SAVINGS: "1,700,000"})
    totals.resize(table.view.width(), totals.sizeHint().height())
    assert totals.typed()[SAVINGS] == "1,630,000"
    assert "1,630,000" in totals.accessibleName()
    picture = totals.grab().toImage()
    left = table.view.viewport().x() + table.view.columnViewportPosition(SAVINGS)
    ink = {
        x
        for x in range(left, left + table.view.columnWidth(SAVINGS))
        for y in range(8, picture.height() // 2)
        if picture.pixelColor(x, y).lightness() < 90
    }
    assert ink, "the total is painted under its column"
    assert max(ink) < left + table.view.columnWidth(SAVINGS)


def test_a_long_total_makes_its_column_wider(table: Table) -> None:
    before = table.view.columnWidth(SAVINGS)
    table.view.reserve({SAVINGS: "1,630,000"})
    assert table.view.columnWidth(SAVINGS) == before
    table.view.reserve({SAVINGS: "1,234,567,890,000"})
    assert table.view.columnWidth(SAVINGS) > before
    assert table.view.columnWidth(WELFARE) == before


def test_names_stay_readable_with_large_letters(qtbot: QtBot, dressed: QApplication) -> None:
    """With letters half as large again the figures of the grid give way, down to 14 points."""
    table = Table(qtbot)
    dress(dressed, 150)
    QApplication.processEvents()
    table.view.refit()
    assert table.view.fontInfo().pointSizeF() >= 14
    assert table.view.columnWidth(NAME) >= 120
    assert table.view.horizontalHeader().length() <= table.view.viewport().width()


def test_a_count_is_nothing_the_grid_needs(table: Table) -> None:
    """The closing count changes no cell: nothing is painted again."""
    told: list[object] = []
    table.model.dataChanged.connect(lambda *_: told.append(1))
    table.model.show(sheet_with({}, closing=CashCount(((500, 1),))))
    assert told == []
