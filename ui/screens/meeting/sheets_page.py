"""No sheet is on the table: the earlier ones, and the day for which the next one is opened."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ledger.rules.kip import Kip
from ledger.rules.meeting_day import meeting_day
from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.statements.figure import cell_figure
from translations import Words
from translations.naming import word
from ui.models.meeting_facts import void_sentence
from ui.models.rows import Column, RowsModel
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.page import StepPage
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One earlier sheet; `collected` is what its grid brought, in kip."""

    sheet: Sheet
    collected: Kip


class SheetsPage(StepPage):
    """`opened` carries an earlier sheet to look at."""

    opened = Signal(object)

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.day = DayEdit(self.words, acts.desk.today, empty=False)
        self.day_field = Field(self.words, self.day)
        self.day_sheet = Button(picture="cash")
        self.table = TableView()
        self.model: RowsModel[SheetLine] = RowsModel(parent=self)
        self._earlier = line_label("heading")
        self._next = line_label("heading")
        self._help = WrapLabel(role="muted")
        self._wrong = WrapLabel(role="bad")
        self._none = WrapLabel(role="muted")
        self.table.setModel(self.model)
        self._lay_out()
        self.table.opened.connect(lambda index: self.opened.emit(self.model.row(index).sheet))
        self.day_sheet.clicked.connect(lambda: self.open(SheetKind.DAY_SHEET))

    def show_sheets(self) -> None:
        """Read the earlier sheets, the newest first, and propose the day of the next meeting."""
        book, today = self.acts.desk.book, self.acts.desk.today()
        collected = book.collected()
        sheets = sorted(book.sheets(), key=lambda s: s.id, reverse=True)
        self.model.show([SheetLine(sheet, collected.get(sheet.id, 0)) for sheet in sheets])
        meetings = [sheet for sheet in sheets if sheet.kind is SheetKind.MEETING]
        held = [sheet.day for sheet in meetings if not sheet.void]
        rule = book.rulebook(today).deposit_day
        self.day.show_value(meeting_day(rule, today, last=max(held, default=None)))
        self._none.setVisible(not sheets)
        self.table.setVisible(bool(sheets))
        self._earlier.setVisible(bool(sheets))
        self.problem("")

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self.day_field.name(words.say("Day"))
        self.day_sheet.setText(words.say("Open a day sheet"))
        self._next.setText(words.say("The next meeting"))
        self._help.setText(
            words.say(
                "A meeting goes step by step: count the box, see who is here, collect, lend and "
                "pay, count again, sign. A day sheet is for money between two meetings."
            )
        )
        self._earlier.setText(words.say("Earlier meetings and day sheets"))
        self._none.setText(words.say("No meeting has been held with this book yet."))
        self.table.setAccessibleName(words.say("Earlier meetings and day sheets"))
        self.model.set_columns(
            (
                Column(words.say("Day"), lambda line: words.long_day(line.sheet.day)),
                Column(
                    words.say("Sheet"),
                    lambda line: (
                        f"{word(words, 'sheet_kind', line.sheet.kind.value)} "
                        f"{words.number(line.sheet.number)}"
                    ),
                ),
                Column(
                    words.say("Collected in {unit}", unit=words.unit),
                    lambda line: words.kip(line.collected),
                    figures=True,
                    figure=lambda line: cell_figure(line.sheet.id, line.sheet.day),
                ),
                Column(words.say("Signed by"), lambda line: _signed(words, line.sheet)),
            )
        )
        self.table.stretch((3,))

    def arrive(self) -> None:
        """Begin with the day."""
        self.day.setFocus()

    def open(self, kind: SheetKind) -> None:
        """Open a sheet for the day that stands in the line."""
        self.problem("")
        if self.day.is_right() and (day := self.day.value()) is not None:
            self.acts.open(day, kind)

    def problem(self, sentence: str) -> bool:
        """Say under the day why it was not opened."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        return True

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(18, 12, 18, 12)
        rows.setSpacing(6)
        self.day.setMaximumWidth(220)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self.day_field, 2)
        line.addWidget(self._help, 3)
        line.addWidget(self.day_sheet, 0, Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget(self._next)
        rows.addLayout(line)
        rows.addWidget(self._wrong)
        self.rows.addWidget(card)
        self.rows.addWidget(self._earlier)
        self.rows.addWidget(self._none)
        self.rows.addWidget(self.table, 1)
        self.rows.addStretch(0)
        self._wrong.hide()


def _signed(words: Words, sheet: Sheet) -> str:
    """Who signed a sheet, or why it counts no more."""
    if not sheet.signed:
        return words.say("In pencil")
    return void_sentence(words, sheet) or ", ".join(sheet.signed_by)
