"""The group's own sheet: looked at figure by figure, checked, and saved for the stick."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.book.change import Change, Topic
from ledger.rules.network import Figure
from ledger.rules.network_checks import problems_of
from ledger.rules.people import Role
from ledger.statements.network_file import file_of
from ledger.statements.network_sheet import OpenSheet
from reports.network_sheet import print_network_sheet
from reports.troubles import PrinterTrouble, trouble_sentence
from reports.writing import write_whole
from ui.desk import Desk
from ui.messages import sentence
from ui.models.network_sheet import FigureRow, Namer, columns_of, rows_of
from ui.models.rows import RowsModel
from ui.screens.network.behind import BehindPart
from ui.screens.network.typed import TypedForm
from ui.screens.papers.saving import FileKind, ask_place, papers_folder
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class NetworkSheetScreen(Screen):
    """Figures at the left; what the group types, and what stands behind a figure, at the right."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = DayEdit(desk.words, desk.today, empty=False)
        self.table = TableView()
        self.model: RowsModel[FigureRow] = RowsModel()
        self.form = TypedForm(desk)
        self.behind = BehindPart(desk.words)
        self.state = WrapLabel()
        self.many = Button(Look.LINK, "folder")
        self.books = Button(picture="left")
        self.save_paper = Button(picture="papers")
        self.save = PrimaryButton("save")
        self.folder = papers_folder()
        self._made: OpenSheet | None = None
        self._day = Field(desk.words, self.day)
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("The group's sheet for the network"))
        self._day.name(words.say("At the end of"))
        self.many.setText(words.say("Add up the sheets of many groups"))
        self.books.setText(words.say("Back to the books"))
        self.save_paper.setText(words.say("Save the sheet as PDF"))
        self.save.setText(words.say("Save the sheet for the stick"))
        self.table.setAccessibleName(words.say("Figures"))
        self.form.say()

    def refresh(self, change: Change | None = None) -> None:
        """Read the sheet at the end of the day that stands in the line."""
        del change
        if self.day.value() is None:
            self.day.show_value(self.today())
        day = self.day.value() or self.today()
        self._made = self.book.network_sheet(day)
        standing = self.chosen()
        words = self.words
        rows = rows_of(words, self._made)
        self.model.set_columns(columns_of(words))
        self.model.show(rows)
        self.table.stretch((0,))
        self.form.show_figures(self._made.sheet.figures)
        wrong = len(problems_of(self._made.sheet))
        self.state.setText(
            words.say_many(
                "{n} thing has to be put right before the sheet goes out.",
                "{n} things have to be put right before the sheet goes out.",
                wrong,
            )
            if wrong
            else words.say("Everything adds up. The sheet can go out.")
        )
        self.stand_on(standing or Figure.VILLAGES)

    def chosen(self) -> Figure | None:
        """The figure on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index).figure if index.isValid() else None

    def stand_on(self, figure: Figure) -> None:
        """Stand on a figure."""
        self.table.select_row([row.figure for row in self.model.rows()].index(figure))
        self._show_behind()
        # The table has its size only after this turn.
        QTimer.singleShot(0, lambda: self.table.scrollTo(self.table.currentIndex()))

    # --- inside ----------------------------------------------------------------------------

    def _show_behind(self) -> None:
        figure = self.chosen()
        if figure is None or self._made is None:
            return
        row = self.model.row(self.table.currentIndex())
        namer = Namer.of(self.words, self.book, self.day.value() or self.today())
        self.behind.show_figure(namer, row, self._made.behind.get(figure, ()))

    def _wrong(self) -> bool:
        """Whether something is wrong with the sheet; then it is said, and the cursor goes there."""
        if self._made is None:
            return True
        problems = problems_of(self._made.sheet)
        if not problems:
            return False
        row = next((r for r in self.model.rows() if r.problems), None)
        if row is not None:
            self.stand_on(row.figure)
        self.warn(sentence(self.words, problems[0]))
        return True

    def _save(self) -> None:
        made = self._made
        if self._wrong() or made is None:
            return
        content, code = file_of(made.sheet)
        kind = FileKind(self.words.say("Save the sheet for the stick"), "JSON", "json")
        place = ask_place(self, self.words, self.folder / self._name("json"), kind)
        if place is None:
            return
        self.folder = place.parent
        try:
            write_whole(place, content)
        except PrinterTrouble as trouble:
            self.warn(trouble_sentence(self.words, trouble))
        else:
            self.tell(
                self.words.say(
                    "The sheet is saved: {file}. Its code is {code}.", file=place, code=code
                ),
                seconds=0,
            )

    def _save_paper(self) -> None:
        made = self._made
        if self._wrong() or made is None:
            return
        place = ask_place(self, self.words, self.folder / self._name("pdf"))
        if place is None:
            return
        self.folder = place.parent
        sheet = made.sheet
        officers = [
            o for o in self.book.officers() if o.serves(sheet.day) and o.role is not Role.ADVISER
        ]
        try:
            print_network_sheet(
                sheet,
                file_of(sheet)[1],
                self.words,
                place,
                officers=officers,
                printed=self.today(),
            )
        except PrinterTrouble as trouble:
            self.warn(trouble_sentence(self.words, trouble))
        else:
            self.tell(self.words.say("The paper is saved: {file}", file=place))

    def _name(self, suffix: str) -> str:
        """A name for the file that every system takes, from the village and the year."""
        group = self.book.group
        day = self.day.value() or self.today()
        name = f"{group.village or group.name} {day.year}"
        clean = "".join("-" if sign in '\\/:*?"<>|' else sign for sign in name)
        return f"{clean}.{suffix}"

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.day.setMinimumWidth(260)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._day)
        top.addWidget(self.state, 1)
        left = QVBoxLayout()
        left.addLayout(top)
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self.behind, 1)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(left, 5)
        both.addLayout(right, 5)
        self.body.addLayout(both, 1)
        self.beside_title.addWidget(self.many)
        self.acts.addWidget(self.books)
        self.acts.addStretch(1)
        self.acts.addWidget(self.save_paper)
        self.acts.addWidget(self.save)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.day.committed.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._show_behind)
        self.table.opened.connect(self.behind.take_focus)
        self.behind.go.connect(self.go)
        self.behind.figure.connect(self.stand_on)
        self.books.clicked.connect(lambda: self.go.emit("books", None))
        self.many.clicked.connect(lambda: self.go.emit("network", None))
        self.save.clicked.connect(self._save)
        self.save_paper.clicked.connect(self._save_paper)
