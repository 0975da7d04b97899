"""A sheet in ink, only to be read: its grid, its other lines, and the sums with the counts."""

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ledger.statements.lists import CashBookRow
from ledger.statements.meeting_sheet import MeetingSheet
from ledger.statements.signed_lines import loans_before
from translations import Words
from ui.models.meeting_entries import entry_columns
from ui.models.meeting_facts import void_sentence
from ui.models.meeting_lines import LineRow, line_row
from ui.models.rows import RowsModel
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.pay_page import line_columns
from ui.screens.meeting.summary_card import SummaryCard
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class SignedPage(StepPage):
    """Three leaves: the sums with the numbered entries, the members, the other lines."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.leaves = QTabWidget()
        self.card = SummaryCard()
        self.members = CollectPage(acts)
        self.members.all_due.hide()
        self.members.from_paper.hide()
        self.lines = TableView()
        self.line_model: RowsModel[LineRow] = RowsModel(parent=self)
        self.entries = TableView()
        self.entry_model: RowsModel[CashBookRow] = RowsModel(parent=self)
        self._signed = WrapLabel()
        self.lines.setModel(self.line_model)
        self.entries.setModel(self.entry_model)
        card = QVBoxLayout()
        card.addWidget(self.card)
        card.addStretch(1)
        sums = QWidget()
        both = QHBoxLayout(sums)
        both.setSpacing(12)
        both.addLayout(card, 4)
        both.addWidget(self.entries, 7)
        for leaf in (sums, self.members, self.lines):
            self.leaves.addTab(leaf, "")
        self.rows.addWidget(self._signed)
        self.rows.addWidget(self.leaves, 1)

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show a signed sheet."""
        super().show_grid(grid)
        book, sheet = self.acts.desk.book, grid.sheet
        facts = book.day_facts(sheet.day, sheet.day)
        posted = [e for e in book.entries(sheet.day, sheet.day) if e.entry.meeting == sheet.id]
        loans = loans_before(book.loans(), [one.entry for one in posted], sheet.day)
        self.members.show_grid(grid)
        self.line_model.show([line_row(self.words, facts, loans, line) for line in sheet.lines])
        numbers = {one.number for one in posted}
        book_rows = book.cash_book(sheet.day, sheet.day)
        self.entry_model.show([row for row in book_rows if row.number in numbers])
        self.speak(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        names = (
            words.say("Sums and receipts"),
            words.say("Members"),
            words.say("Other lines"),
        )
        for place, name in enumerate(names):
            self.leaves.setTabText(place, name)
        self.line_model.set_columns(line_columns(words))
        self.lines.stretch((1,))
        self.entry_model.set_columns(entry_columns(words))
        self.entries.stretch((2,))
        if self.grid is not None:
            self.card.show_sheet(words, self.grid)
            signers = ", ".join(self.grid.sheet.signed_by)
            signed = words.say("Signed by {names}.", names=signers)
            void = void_sentence(words, self.grid.sheet)
            self._signed.setText(f"{signed} {void}" if void else signed)
