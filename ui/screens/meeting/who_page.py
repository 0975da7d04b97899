"""Who is here: everybody marked in one go, then those who are not."""

import unicodedata

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.rules.meeting_values import Attendance
from ledger.rules.people import MemberId
from ledger.statements.meeting_progress import presence_of, unmarked
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from translations.naming import word
from ui.models.meeting_grid import MARKS
from ui.models.meeting_marks import NEXT_MARK, MarksModel
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.room import Room
from ui.widgets.buttons import Button, PrimaryButton, with_key
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.member_picker import MemberPicker
from ui.widgets.table_view import TableView

_KEYS: dict[int, Attendance | None] = {
    1: Attendance.PRESENT,
    2: Attendance.BY_NEIGHBOUR,
    3: Attendance.ABSENT,
    0: None,
}
"""The figure that marks the member on whom the cursor stands."""


class MarkTable(TableView):
    """The roll. `marked` carries a mark and whether the cursor goes on; `cycled` asks for the next.

    Enter marks her as here and goes on, so that the roll is called with one key.
    """

    marked = Signal(object, bool)
    cycled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures of three scripts mark; Space goes through the marks."""
        text = event.text()
        figure = unicodedata.digit(text, -1) if len(text) == 1 else -1
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.marked.emit(Attendance.PRESENT, True)
        elif event.key() == Qt.Key.Key_Space:
            self.cycled.emit()
        elif figure in _KEYS:
            self.marked.emit(_KEYS[figure], True)
        else:
            super().keyPressEvent(event)


class WhoPage(StepPage):
    """The roll of the meeting."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.search = MemberPicker(self.words)
        self.table = MarkTable()
        self.model = MarksModel(parent=self)
        self.rest = PrimaryButton("check")
        self.buttons = {mark: Button(picture=MARKS[mark][0]) for mark in MARKS}
        self.clear = Button(picture="undo")
        self._counts = {mark: line_label("heading") for mark in (*MARKS, None)}
        self._count_names = {mark: line_label("muted") for mark in (*MARKS, None)}
        self._help = WrapLabel(role="muted")
        self._wrong = WrapLabel(role="bad")
        self.table.setModel(self.model)
        self._lay_out()
        self.search.picked.connect(self._jump)
        self.table.marked.connect(self._mark)
        self.table.cycled.connect(self._cycle)
        self.rest.clicked.connect(self._mark_rest)
        self.clear.clicked.connect(lambda: self._mark(None, True))
        for mark, button in self.buttons.items():
            button.clicked.connect(lambda _=False, mark=mark: self._mark(mark, True))

    # --- the step --------------------------------------------------------------------------

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show who is marked, and how many."""
        before = self.grid
        super().show_grid(grid)
        self.model.renew(grid.rows)
        if before is None or before.rows != grid.rows:
            self.search.set_members([row.member for row in grid.rows])
        self._show_counts(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self.model.speak(words)
        self.table.stretch((1,))
        self.table.setAccessibleName(words.say("Who is here"))
        for number, (mark, button) in enumerate(self.buttons.items(), start=1):
            name = word(words, "attendance", mark.value)
            button.setText(with_key(name, str(number)))
            self._count_names[mark].setText(name)
        self._count_names[None].setText(words.say("Not asked yet"))
        self.clear.setText(with_key(words.say("No mark"), "0"))
        self._help.setText(
            words.say("Enter marks a member as present and goes on. Space changes the mark.")
        )
        self._show_counts(words)

    def arrive(self) -> None:
        """Begin with the first who is not marked yet."""
        rows = self.model.rows()
        first = next((n for n, row in enumerate(rows) if row.attendance is None), 0)
        self.table.select_row(first)
        self.table.setFocus()

    def problem(self, sentence: str) -> bool:
        """Say above the roll why a mark was not taken."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        return True

    # --- acts ------------------------------------------------------------------------------

    def _current(self) -> MemberId | None:
        index = self.table.currentIndex()
        return self.model.row(index).member.id if index.isValid() else None

    def _mark(self, mark: Attendance | None, goes_on: bool) -> None:
        member = self._current()
        self.problem("")
        if member is not None and self.acts.mark((member,), mark) and goes_on:
            row = self.table.currentIndex().row() + 1
            if row < self.model.rowCount():
                self.table.selectionModel().setCurrentIndex(
                    self.model.index(row, 0),
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows,
                )
            self.table.setFocus()

    def _cycle(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._mark(NEXT_MARK[self.model.row(index).attendance], False)

    def _mark_rest(self) -> None:
        if self.grid is not None and (members := unmarked(self.grid)):
            self.problem("")
            self.acts.mark(members, Attendance.PRESENT)
            self.table.setFocus()

    def _jump(self, member: MemberId | None) -> None:
        if member is not None:
            self.table.select_row(self.model.row_of(member))
            self.table.setFocus()
            self.search.show_member(None)

    def _show_counts(self, words: Words) -> None:
        if self.grid is None:
            return
        here = presence_of(self.grid)
        counts = {
            Attendance.PRESENT: here.present,
            Attendance.BY_NEIGHBOUR: here.by_neighbour,
            Attendance.ABSENT: here.absent,
            None: here.unmarked,
        }
        for mark, number in counts.items():
            self._counts[mark].setText(words.number(number))
        self.rest.setEnabled(bool(here.unmarked))
        self.rest.setText(
            words.say_many(
                "Mark the other {n} member as present",
                "Mark the other {n} members as present",
                here.unmarked,
            )
            if here.unmarked
            else words.say("Everybody is marked")
        )

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.rest)
        side.addSpacing(6)
        for button in (*self.buttons.values(), self.clear):
            side.addWidget(button)
        side.addWidget(self._help)
        side.addSpacing(6)
        for mark, name in self._count_names.items():
            line = QHBoxLayout()
            line.addWidget(name)
            line.addStretch(1)
            line.addWidget(self._counts[mark])
            side.addLayout(line)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 5)
        both.addWidget(Room(side), 2)
        self.rows.addWidget(self._wrong)
        self.rows.addLayout(both, 1)
        self._wrong.hide()
