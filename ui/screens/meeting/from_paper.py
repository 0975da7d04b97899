"""A meeting was held on paper: the sheet's number, the rows that differ, and all is filled in.

Rows that were typed are on the disk at once, so that another power cut costs none of them.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.collecting import fill_as_printed, keep_exceptions
from ledger.rules.as_printed import Exceptional, paid_in
from ledger.rules.collection import CollectionSheet, row_named, sheet_named
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import MeetingId
from ledger.statements.collection_sheet import PageSums, page_sums
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.rows import Column, RowsModel
from ui.screens.meeting.paper_row import PaperRow
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView


class FromPaper(QDialog):
    """The number first; then row by row what differs, with the sums of each page beside it."""

    def __init__(self, desk: Desk, sheet: MeetingId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._sheet = desk, sheet
        self.printed: CollectionSheet | None = None
        self.exceptions: tuple[Exceptional, ...] = ()
        words = desk.words
        self.code = NameEdit(words)
        self.code_field = Field(words, self.code)
        self.told = WrapLabel(role="muted")
        self.row = PaperRow(words)
        self.banner = Banner(words)
        self.others: RowsModel[Exceptional] = RowsModel(self._other_columns(words), self)
        self.pages: RowsModel[PageSums] = RowsModel(_page_columns(words), self)
        self.other_view, self.page_view = TableView(), TableView()
        self.take_out, self.fill, self.back = Button(), PrimaryButton("check"), Button()
        self._lay_out(words)
        self.code.committed.connect(self._found)
        self.row.named.connect(self._row)
        self.row.ready.connect(self._put)
        self.take_out.clicked.connect(self._take_out)
        self.fill.clicked.connect(self._fill)
        self.back.clicked.connect(self.reject)
        self._show()
        self.code.setFocus()

    # --- what is typed -----------------------------------------------------------------------

    def _found(self, code: str | None) -> None:
        """Find the sheet of a number, with the rows that were typed before."""
        self.printed, self.exceptions = None, ()
        self.code_field.problem("")
        if code:
            try:
                self.printed = sheet_named(self.desk.book.printed_collections(), code)
            except Refusal as no:
                self.code_field.problem(sentence(self.desk.words, no))
            else:
                self.exceptions = self.desk.book.exceptions_typed(self.printed.number)
                self.row.begin(self.printed.columns)
        self._show()

    def _row(self, text: str) -> None:
        """Find a row by its number, and show what was printed, or typed, for it."""
        if self.printed is None:
            return
        try:
            row = row_named(self.printed, text)
        except Refusal as no:
            self.row.problem(sentence(self.desk.words, no))
            return
        but = next((one for one in self.exceptions if one.row == row), None)
        told = self.printed.rows[row - 1].told
        self.row.show_row(row, told, paid_in(self.printed, row, but), absent=_away(but))

    def _put(self, typed: Exceptional) -> None:
        """Take a row as it was typed, over what was typed for it before.

        One that is as printed stays too: so the committee says that it was paid all the same.
        """
        others = tuple(one for one in self.exceptions if one.row != typed.row)
        self._keep(tuple(sorted((*others, typed), key=lambda one: one.row)))

    def _take_out(self) -> None:
        index = self.other_view.currentIndex()
        if index.isValid():
            gone = self.others.row(index)
            self._keep(tuple(one for one in self.exceptions if one != gone))

    def _keep(self, exceptions: tuple[Exceptional, ...]) -> None:
        """Write the rows into the book's pencil, and show the new sums."""
        if self.printed is None:
            return
        code = self.printed.code
        if self.desk.do(
            lambda book, actor: keep_exceptions(book, actor, code=code, exceptions=exceptions)
        ):
            self.exceptions = exceptions
            self.row.clear()
            self.banner.clear()
            self._show()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)

    def _fill(self) -> None:
        """Fill the grid; where something has changed since, say what, and write nothing."""
        if self.printed is None:
            self.code.setFocus()
            return
        code, exceptions = self.printed.code, self.exceptions
        if self.desk.do(
            lambda book, actor: fill_as_printed(
                book, actor, sheet=self._sheet, code=code, exceptions=exceptions
            )
        ):
            self.accept()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)

    # --- what is seen ------------------------------------------------------------------------

    def _show(self) -> None:
        words, printed = self.desk.words, self.printed
        sums: Sequence[PageSums] = ()
        if printed is not None:
            sums = page_sums(printed, self.exceptions)
            self.told.setText(
                words.say(
                    "Printed for {day}: {rows} rows on {pages} pages.",
                    day=words.long_day(printed.day),
                    rows=words.number(len(printed.rows)),
                    pages=words.number(len(printed.pages)),
                )
            )
        self.told.setVisible(printed is not None)
        self.others.show(self.exceptions)
        self.pages.show(sums)
        for part in (self.row, self.take_out, self.fill):
            part.setEnabled(printed is not None)
        kip = words.money(sum(page.paid_in_all for page in sums))
        self.fill.setText(words.say("Fill in the grid: {kip}", kip=kip))

    def _other_columns(self, words: Words) -> tuple[Column[Exceptional], ...]:
        def told(one: Exceptional) -> str:
            return self.printed.rows[one.row - 1].told if self.printed else ""

        def paid(one: Exceptional) -> str:
            if one.absent or self.printed is None:
                return words.say("Absent")
            due = dict(zip(self.printed.columns, self.printed.rows[one.row - 1].due, strict=True))
            differs = "  ".join(
                f"{word(words, 'column', column.value)} {words.kip(kip)}"
                for column, kip in one.paid
                if due[column] != kip
            )
            return differs or words.say("As printed")

        return (
            Column(words.say("Row"), lambda one: words.number(one.row), figures=True),
            Column(words.say("Name"), told),
            Column(words.say("Not as printed"), paid),
        )

    def _lay_out(self, words: Words) -> None:
        title, heading = line_label("heading"), words.say("Fill in from the paper")
        title.setText(heading)
        self.setWindowTitle(heading)
        self.code_field.name(words.say("Number at the top of the collection sheet"))
        self.take_out.setText(words.say("Remove the row"))
        self.back.setText(words.say("Go back"))
        self.other_view.setModel(self.others)
        self.other_view.stretch((1, 2))
        self.page_view.setModel(self.pages)
        self.page_view.stretch((1,))
        top = QHBoxLayout()
        top.addWidget(self.code_field, 2)
        top.addWidget(self.told, 3, Qt.AlignmentFlag.AlignVCenter)
        tables = QHBoxLayout()
        tables.addWidget(self.other_view, 3)
        tables.addWidget(self.page_view, 2)
        acts = QHBoxLayout()
        for button in (self.back, self.take_out):
            acts.addWidget(button)
            button.setAutoDefault(False)
        acts.addStretch(1)
        acts.addWidget(self.fill)
        self.fill.setAutoDefault(False)
        rows = dialog_rows(self)
        rows.addWidget(title)
        rows.addLayout(top)
        rows.addWidget(self.row)
        rows.addWidget(self.banner)
        rows.addLayout(tables, 1)
        rows.addLayout(acts)
        self.resize(1180, 660)


def _away(but: Exceptional | None) -> bool:
    return but is not None and but.absent


def _page_columns(words: Words) -> tuple[Column[PageSums], ...]:
    return (
        Column(words.say("Page"), lambda page: words.number(page.page), figures=True),
        Column(
            words.say("Rows"), lambda page: f"{words.number(page.first)}–{words.number(page.last)}"
        ),
        Column(words.say("Total due"), lambda page: words.kip(page.due_in_all), figures=True),
        Column(words.say("Total paid"), lambda page: words.kip(page.paid_in_all), figures=True),
    )
