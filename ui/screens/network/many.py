"""The tables that are made of many groups' sheets: a folder is read, looked at, and saved."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ledger.book.change import Change, Topic
from ledger.rules.refusals import Refusal
from ledger.statements.network_behind import groups_behind
from ledger.statements.network_pile import Pile
from ledger.statements.network_tables import NetworkReport, network_report_of
from reports.network import print_network
from reports.network_grid import Grid, GridRow, grid_of
from reports.troubles import PrinterTrouble, trouble_sentence
from translations.breaks import with_zwsp
from ui.desk import Desk
from ui.errands import Errand, Progress
from ui.messages import sentence
from ui.messages.network_remarks import remarks_of
from ui.models.network import FileRow, file_columns, file_rows, grid_columns
from ui.models.rows import RowsModel
from ui.screens.network.groups import GroupsDialog
from ui.screens.network.heard import HeardCode
from ui.screens.network.reading import ReadingPart
from ui.screens.papers.saving import FileKind, ask_folder, ask_place, papers_folder
from ui.screens.screen import Screen
from ui.sheet_folder import FolderWithoutSheets, read_folder
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView

_LIST_WIDE = 340  # Longer names of tables go on in a second line: the tables need the room.


class NetworkScreen(Screen):
    """A list of tables at the left, the chosen one at the right; the files are the last of them."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.GROUP})
    needs_book: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.table = TableView()
        self.remarks = TableView()
        self.whole = WrapLabel()
        self._right = QStackedWidget()
        self.grid: RowsModel[GridRow] = RowsModel()
        self.files: RowsModel[FileRow] = RowsModel()
        self.year = ChoiceBox()
        self.code = HeardCode(desk.words)
        self.empty = EmptyState("folder")
        self.reading = ReadingPart()
        self.pages = QStackedWidget()
        self.choose = Button(picture="folder")
        self.save_paper = Button(picture="papers")
        self.save_table = PrimaryButton("save")
        self.folder = papers_folder()
        self.pile: Pile | None = None
        self.report: NetworkReport | None = None
        self._read_from: Path | None = None
        self._tables = QWidget()
        self._grids: tuple[Grid, ...] = ()
        self._errand: Errand | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("The sheets of many groups"))
        self.choose.setText(words.say("Choose the folder of the sheets"))
        self.save_paper.setText(words.say("Save the tables as PDF"))
        self.save_table.setText(words.say("Save the tables as XLSX"))
        self.code.say(words)
        self.year.setAccessibleName(words.say("Year"))
        self.list.setAccessibleName(words.say("Tables"))
        self.reading.say(words)
        self.empty.say(
            words.say(
                "Put the sheets of all groups into one folder and choose it. The tables of the "
                "founding report are made of them, by province and by year."
            ),
            words.say("Choose the folder of the sheets"),
        )

    def refresh(self, change: Change | None = None) -> None:
        """Show the tables of the year that is chosen."""
        del change
        if self.pile is not None:
            self._show(self.year.value())
        elif self._errand is None:
            self.pages.setCurrentWidget(self.empty)
        self._show_buttons()

    def may_leave(self) -> bool:
        """The page can always be left; what is being read is stopped."""
        self._stop()
        return True

    def read(self, folder: Path) -> None:
        """Read the sheets of a folder, beside the window."""
        self._stop()
        self._read_from = self.folder = folder

        def work(progress: Progress, cancelled: Callable[[], bool]) -> object:
            return read_folder(folder, progress, cancelled)

        self.reading.begin()
        self.pages.setCurrentWidget(self.reading)
        self._errand = Errand(work, self)
        self._errand.progressed.connect(self.reading.progress)
        self._errand.done.connect(self._was_read)
        self._errand.failed.connect(self._failed)
        self._errand.start()
        self._show_buttons()

    def explained(self) -> QDialog | None:
        """The groups that the figure under the cursor is added up from."""
        index, pile, report = self.table.currentIndex(), self.pile, self.report
        if pile is None or report is None or not (index.isValid() and self.table.isVisible()):
            return None
        cell = self.grid.row(index).cells[index.column()].behind
        if cell is None:
            return None
        return GroupsDialog(self.words, cell, groups_behind(cell, pile.sheets, report.year), self)

    def is_reading(self) -> bool:
        """Whether a folder is being read now."""
        return self._errand is not None

    # --- inside ----------------------------------------------------------------------------

    def _was_read(self, pile: object) -> None:
        self._errand = None
        self.pile, self.report = (pile if isinstance(pile, Pile) else None), None
        self.list.setCurrentRow(0)
        self._show(None)
        self._show_buttons()

    def _failed(self, trouble: Exception) -> None:
        self._errand = None
        if not isinstance(trouble, Refusal):
            raise trouble
        self.pile, self.report = None, None
        self.pages.setCurrentWidget(self.empty)
        self._show_buttons()
        self.warn(sentence(self.words, trouble))

    def _stop(self) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.done.disconnect(self._was_read)
            errand.failed.disconnect(self._failed)
            errand.cancel()
            errand.wait()
            errand.deleteLater()
            self.pages.setCurrentWidget(self.empty if self.report is None else self._tables)
            self._show_buttons()

    def _show(self, year: int | None) -> None:
        if self.pile is None:
            return
        words = self.words
        self.code.look_in(self.pile)
        try:
            self.report = network_report_of(self.pile.sheets, year)
        except ValueError:
            name = self._read_from.name if self._read_from else ""
            self.warn(sentence(words, FolderWithoutSheets(name=name)))
            self.report = None
        report = self.report
        self._grids = () if report is None else tuple(grid_of(t, words) for t in report.tables)
        if report is not None:
            self.year.offer([(y, words.year(y)) for y in report.years])
            self.year.show_value(report.year)
        self.files.set_columns(file_columns(words))
        self.files.show(file_rows(report, self.pile, words))
        self.remarks.stretch((2,))
        self.remarks.setAccessibleName(words.say("Remarks"))
        self._show_list()
        self.pages.setCurrentWidget(self._tables)

    def _show_list(self) -> None:
        standing = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([with_zwsp(grid.title) for grid in self._grids])
        count = self.words.number(len(self.files.rows()))
        self.list.addItem(self.words.say("Remarks ({count})", count=count))
        self.list.setFixedWidth(min(self.list.sizeHintForColumn(0) + 24, _LIST_WIDE))
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(standing, self.list.count() - 1))

    def _turned(self, row: int) -> None:
        if 0 <= row < len(self._grids):
            grid = self._grids[row]
            # The rows of the last table have fewer cells than this one may have columns.
            self.grid.show(())
            self.grid.set_columns(grid_columns(grid))
            self.grid.show(grid.rows)
            self.table.stretch((0,))
            self.table.setAccessibleName(grid.title)
        remarks = row >= len(self._grids)
        self._right.setCurrentWidget(self.remarks if remarks else self.table)
        self.whole.setVisible(remarks)
        if remarks:
            self.remarks.select_row(0)

    def _read_remark(self) -> None:
        """The remark on which the cursor stands, whole."""
        index = self.remarks.currentIndex()
        row = self.files.row(index) if index.isValid() else None
        self.whole.setText("" if row is None else f"{row.name}  {row.why}".strip())

    def _ask(self) -> None:
        folder = ask_folder(self, self.words, self.folder)
        if folder is not None:
            self.read(folder)

    def _save_paper(self) -> None:
        self._save(None, "pdf")

    def _save_table(self) -> None:
        self._save(FileKind(self.words.say("Save the tables as XLSX"), "XLSX", "xlsx"), "xlsx")

    def _save(self, kind: FileKind | None, suffix: str) -> None:
        report, pile, words = self.report, self.pile, self.words
        if report is None or pile is None:
            return
        name = words.say("network {year}", year=report.year)
        place = ask_place(self, words, self.folder / f"{name}.{suffix}", kind)
        if place is None:
            return
        remarks = remarks_of(report, pile, words)
        try:
            if kind is None:
                print_network(report, remarks, words, place, printed=self.today())
            else:
                from reports.network_xlsx import write_network_xlsx  # noqa: PLC0415 -- heavy

                of_year = [s for s in pile.sheets if s.day.year == report.year]
                write_network_xlsx(report, of_year, remarks, words, place)
        except PrinterTrouble as trouble:
            self.warn(trouble_sentence(words, trouble))
        else:
            self.tell(words.say("The paper is saved: {file}", file=place))

    def _show_buttons(self) -> None:
        able = self.report is not None and self._errand is None
        for part in (self.save_paper, self.save_table, self.year, self.code):
            part.setEnabled(able)
        self.choose.setVisible(self.pages.currentWidget() is self._tables)
        self.year.setVisible(able)

    def _arrange(self) -> None:
        self.table.setModel(self.grid)
        self.remarks.setModel(self.files)
        self._right.addWidget(self.table)
        self._right.addWidget(self.remarks)
        both = QHBoxLayout(self._tables)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addWidget(self.list)
        right = QVBoxLayout()
        right.addWidget(self._right, 1)
        right.addWidget(self.whole)
        right.addWidget(self.code)
        both.addLayout(right, 1)
        for page in (self.empty, self.reading, self._tables):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.beside_title.addWidget(self.year)
        self.acts.addWidget(self.choose)
        self.acts.addStretch(1)
        self.acts.addWidget(self.save_paper)
        self.acts.addWidget(self.save_table)
        self.setFocusProxy(self.pages)

    def _listen(self) -> None:
        self.list.currentRowChanged.connect(self._turned)
        self.remarks.selectionModel().currentRowChanged.connect(self._read_remark)
        self.year.chosen.connect(self._show)
        self.empty.pressed.connect(self._ask)
        self.choose.clicked.connect(self._ask)
        self.reading.stop.connect(self._stop)
        self.save_paper.clicked.connect(self._save_paper)
        self.save_table.clicked.connect(self._save_table)
