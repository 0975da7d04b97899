"""The books as they were: a day is chosen, and every page shows what it showed then."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.statements.figure import HeadlineFigures, headline_figures
from ledger.statements.lists import Figures
from translations.naming import word
from ui.desk import Desk
from ui.models.past import Compared, columns_of, compared
from ui.models.rows import Column, RowsModel
from ui.screens.books.leaf import BookLeaf
from ui.widgets.buttons import PrimaryButton
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class EarlierLeaf(BookLeaf):
    """The days of past meetings at the left; at the right that day beside today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.help = WrapLabel(role="muted")
        self.day = DayEdit(desk.words, desk.today, empty=False)
        self.sheets = TableView()
        self.model: RowsModel[Sheet] = RowsModel()
        self.figures = TableView()
        self.both: RowsModel[Compared] = RowsModel()
        self.look_back = PrimaryButton("history")
        self.right = (self.look_back,)
        self._field = Field(desk.words, self.day)
        self._arrange()
        self.sheets.selectionModel().currentRowChanged.connect(lambda *_: self._take_day())
        self.sheets.opened.connect(lambda _: self._go_back())
        self.day.committed.connect(self._compare)
        self.look_back.clicked.connect(self._go_back)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self.help.setText(
            words.say(
                "Choose a day, and every page shows the book as it stood then. Nothing can be "
                "written in it, and one click brings you back."
            )
        )
        self._field.name(words.say("The books as they were on"))
        self.look_back.setText(words.say("Show the books of that day"))
        self.sheets.setAccessibleName(words.say("Earlier meetings and day sheets"))
        self.figures.setAccessibleName(words.say("That day beside today"))
        self.model.set_columns(
            (
                Column(words.say("Day"), lambda sheet: words.long_day(sheet.day)),
                Column(
                    words.say("Sheet"),
                    lambda sheet: (
                        f"{word(words, 'sheet_kind', sheet.kind.value)} "
                        f"{words.number(sheet.number)}"
                    ),
                ),
            )
        )

    def refresh(self) -> None:
        """Read the signed meetings, the newest first."""
        signed = [sheet for sheet in self.desk.book.sheets() if sheet.signed]
        held = [sheet for sheet in signed if sheet.kind is SheetKind.MEETING] or signed
        self.model.show(sorted(held, key=lambda sheet: sheet.id, reverse=True))
        self.sheets.setVisible(bool(held))
        self.sheets.stretch((0,))
        # While the past lies open there is no today to set beside it.
        self.figures.setVisible(self.desk.past is None)
        if self.day.value() is None:
            self.day.show_value(held[-1].day if held else self.desk.today())
        if held:
            self.sheets.select_row(0)
        self._compare()

    def _take_day(self) -> None:
        index = self.sheets.currentIndex()
        if index.isValid():
            self.day.show_value(self.model.row(index).day)
            self._compare()

    def _compare(self) -> None:
        day, today = self.day.value(), self.desk.today()
        self.look_back.setEnabled(day is not None and day <= today)
        if day is None or day > today:
            return
        both = self.desk.ask(lambda book: (_figures(book, day), book.figures(today)))
        if both is not None:
            self.both.set_columns(columns_of(self.desk.words, *both))
            self.both.show(compared(*both, self._behind(day), self._behind(today)))
            self.figures.stretch((0,))

    def _behind(self, day: date) -> HeadlineFigures:
        book = self.desk.book
        rulebook = book.rulebook(day)
        end = rulebook.fiscal_year_end
        year = fiscal_year(day, last_month=end, books_begin=book.books_begin)
        return headline_figures(rulebook, year.number, day)

    def _go_back(self) -> None:
        day = self.day.value()
        if day is not None and day <= self.desk.today():
            self.desk.look_back(day)

    def _arrange(self) -> None:
        self.sheets.setModel(self.model)
        self.figures.setModel(self.both)
        self.day.setMinimumWidth(260)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.sheets, 2)
        beside.addWidget(self.figures, 3)
        self.rows.addWidget(self.help)
        row = QHBoxLayout()
        row.addWidget(self._field)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addLayout(beside, 1)
        self.setFocusProxy(self.sheets)


def _figures(book: Book, day: date) -> Figures:
    past = book.as_of(day)
    try:
        return past.figures(day)
    finally:
        past.close()
