"""Collecting: the whole group in one grid, each cell on the disk before the cursor goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.rules.differences import Written
from ledger.rules.meeting_values import Column, PencilCell, Sheet
from ledger.rules.people import MemberId
from ledger.statements.collection_sheet import columns_of
from ledger.statements.figure import cell_figure
from ledger.statements.meeting_progress import collected, due_total, dues_open, pays, total_of
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from ui.models.meeting_grid import FIRST_MONEY, NAME, MeetingGrid
from ui.models.meeting_marks import NEXT_MARK
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.from_paper import FromPaper
from ui.screens.meeting.grid_view import GridView
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.totals_row import TotalsRow
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, with_key
from ui.widgets.labels import line_label
from ui.widgets.member_picker import MemberPicker


class CollectPage(StepPage):
    """The grid with its totals, a search that jumps to a row, and "all as due except these"."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.model = MeetingGrid(self.words, acts.pencil, self)
        self.view = GridView(self.words, self.model)
        self.totals = TotalsRow(self.view)
        self.search = MemberPicker(self.words)
        self.all_due = Button(picture="check")
        self.from_paper = Button(picture="papers")
        self.question = Banner(self.words)
        self._keys = line_label("muted")
        self.cap = line_label()
        self._filled: tuple[tuple[MemberId, Column], ...] = ()
        self._lay_out()
        self.search.picked.connect(self._jump)
        self.view.marked.connect(self._mark)
        self.all_due.clicked.connect(self._ask)
        self.from_paper.clicked.connect(self._fill_from_paper)
        found = QShortcut(QKeySequence("F3"), self)
        found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        found.activated.connect(self.search.setFocus)

    # --- the step --------------------------------------------------------------------------

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show the sheet: rows that have changed, and the totals."""
        before = self.grid
        super().show_grid(grid)
        self.model.show(grid, self.columns(grid))
        if before is None or [r.member for r in before.rows] != [r.member for r in grid.rows]:
            self.search.set_members([row.member for row in grid.rows])
        self._show_totals(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self.model.speak(words)
        self.all_due.setText(words.say("All as due, except…"))
        self.all_due.setToolTip(
            words.wrap(
                words.say("Writes what is due for everybody who is here; then change the others.")
            )
        )
        self.from_paper.setText(words.say("From the paper…"))
        self.from_paper.setToolTip(
            words.wrap(words.say("The meeting was held on paper: all as printed except some rows."))
        )
        self._keys.setText(
            words.say("Space: as due · Enter: down · Tab: right · Esc: back · Del: empty")
        )
        self.search.setToolTip(with_key(words.say("Find a member"), "F3"))
        self._show_totals(words)

    def arrive(self) -> None:
        """Put the cursor on the first amount."""
        self.view.start()
        self.view.setFocus()

    def stand_on(self, at: Written) -> None:
        """Put the cursor on one member's cell."""
        if at.member is not None and at.column is not None:
            self.view.setCurrentIndex(self.model.index(0, self.model.section_of(at.column)))
            self.view.jump_to(at.member)

    def problem(self, sentence: str) -> bool:
        """Say at the cell why its amount was not taken."""
        self.view.problem(sentence)
        return True

    def columns(self, grid: MeetingSheet) -> tuple[Column, ...]:
        """The columns that the group uses: no welfare fund, no voluntary savings, no column."""
        rulebook = self.acts.desk.book.rulebook(grid.sheet.day)
        return columns_of(rulebook, (cell.column for cell in grid.sheet.cells))

    # --- acts ------------------------------------------------------------------------------

    def _jump(self, member: MemberId | None) -> None:
        if member is not None:
            self.view.jump_to(member)
            self.search.show_member(None)

    def _mark(self, member: MemberId) -> None:
        row = self.model.rows()[self.model.row_of(member)]
        self.acts.mark((member,), NEXT_MARK[row.attendance])

    def _ask(self) -> None:
        """Say what would be written before it is."""
        if self.grid is None:
            return
        cells = dues_open(self.grid, self.columns(self.grid))
        if not any(pays(row) for row in self.grid.rows):
            self.question.say(
                self.words.say("Mark first who is here. Then what is due can be written for them."),
                Tone.WARN,
                seconds=12,
            )
        elif not cells:
            self.question.say(
                self.words.say("Everything that is due has been written."), Tone.GOOD, seconds=8
            )
        else:
            self._offer(cells)

    def _offer(self, cells: tuple[PencilCell, ...]) -> None:
        members = len({cell.member for cell in cells})
        kip = self.words.money(total_of(cells))
        self.question.say(
            self.words.say_many(
                "Write what is due for {n} member who is here: {kip} in {cells} cells?",
                "Write what is due for {n} members who are here: {kip} in {cells} cells?",
                members,
                kip=kip,
                cells=self.words.number(len(cells)),
            ),
            Tone.INFO,
            act=self.words.say("Write {kip}", kip=kip),
            do=lambda: self._fill(cells),
        )
        self.question.take_focus()

    def _fill(self, cells: tuple[PencilCell, ...]) -> None:
        if not self.acts.pencil_all(cells):
            return
        self._filled = tuple((cell.member, cell.column) for cell in cells)
        self.question.say(
            self.words.say_many(
                "Written for {n} member. Now change the cells where less was paid.",
                "Written for {n} members. Now change the cells where less was paid.",
                len({cell.member for cell in cells}),
            ),
            Tone.GOOD,
            act=self.words.say("Take it back"),
            do=lambda: self.acts.rub_out(self._filled),
            seconds=20,
        )
        self.view.setFocus()

    def _fill_from_paper(self) -> None:
        """Fill the grid from a collection sheet that was written on by hand."""
        dialog = FromPaper(self.acts.desk, self.acts.sheet, self.window())
        if dialog.exec():
            self.question.say(
                self.words.say(
                    "Filled in from the paper. Look through it, and change what is wrong."
                ),
                Tone.GOOD,
                seconds=20,
            )
        dialog.deleteLater()
        self.view.setFocus()

    def _say_cap(self, words: Words, grid: MeetingSheet) -> None:
        """The most that anybody may save for one month, where the rules know such a cap."""
        most = self.acts.desk.book.rulebook(grid.sheet.day).saving.maximum
        self.cap.setVisible(most is not None)
        if most is not None:
            kip = words.money(most)
            self.cap.setText(words.say("Savings: at most {kip} for one month", kip=kip))

    def _show_totals(self, words: Words) -> None:
        if self.grid is None:
            return
        self._say_cap(words, self.grid)
        totals = dict(self.grid.totals)
        typed = {NAME: words.say("Total")}
        due = {NAME: words.say("Due from all")} if not self.grid.sheet.signed else {}
        for column in self.columns(self.grid):
            section = self.model.section_of(column)
            typed[section] = words.kip(totals[column])
            if due:
                due[section] = words.kip(due_total(self.grid, column))
        typed[self.model.last_money() + 1] = words.kip(collected(self.grid))
        if due:
            everything = due_total(self.grid, *self.columns(self.grid))
            due[self.model.last_money() + 1] = words.kip(everything)
        self.totals.show_totals(typed, due)
        self._point_totals(self.grid.sheet)
        self.view.reserve({n: max(typed[n], due.get(n, ""), key=len) for n in typed if n != NAME})

    def _point_totals(self, sheet: Sheet) -> None:
        """Each total says where it comes from."""
        sections = range(FIRST_MONEY, self.model.last_money() + 2)
        self.totals.point_totals(
            {n: cell_figure(sheet.id, sheet.day, self.model.column_at(n)) for n in sections}
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        self.search.setMinimumWidth(220)
        head.addWidget(self.search)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._keys)
        said.addWidget(self.cap)
        head.addLayout(said, 1)
        head.addWidget(self.from_paper)
        head.addWidget(self.all_due)
        grid = QVBoxLayout()
        grid.setSpacing(0)
        grid.addWidget(self.view, 1)
        grid.addWidget(self.totals)
        self.rows.addLayout(head)
        self.rows.addWidget(self.question)
        self.rows.addLayout(grid, 1)
