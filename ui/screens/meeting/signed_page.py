"""A sheet in ink, only to be read: its grid, its other lines, and the sums with the counts."""

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ledger.rules.trash import Thrown, is_kept
from ledger.statements.lists import CashBookRow
from ledger.statements.meeting_sheet import MeetingSheet
from ledger.statements.signed_lines import loans_before
from ledger.statements.slips import kind_of
from translations import Words
from ui.models.meeting_entries import entry_columns
from ui.models.meeting_facts import thrown_sentence, void_sentence
from ui.models.meeting_lines import LineRow, line_row
from ui.models.rows import RowsModel
from ui.papers.wish import Wish
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.collect_page import CollectPage
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.pay_page import line_columns
from ui.screens.meeting.summary_card import SummaryCard
from ui.widgets.buttons import Button
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
        self.receipt = Button(picture="cash")
        self.receipts = Button(picture="papers")
        self.pay_outs = Button(picture="money_out")
        self._signed = WrapLabel()
        self.lines.setModel(self.line_model)
        self.entries.setModel(self.entry_model)
        self.entries.wrap()
        card = QVBoxLayout()
        card.addWidget(self.card)
        card.addStretch(1)
        sums = QWidget()
        both = QHBoxLayout(sums)
        both.setSpacing(12)
        both.addLayout(card, 4)
        both.addLayout(self._numbered(), 7)
        for leaf in (sums, self.members, self.lines):
            self.leaves.addTab(leaf, "")
        self.rows.addWidget(self._signed)
        self.rows.addWidget(self.leaves, 1)
        self.entries.selectionModel().currentRowChanged.connect(self._stood)
        self.entries.opened.connect(self._ask_receipt)
        self.receipt.clicked.connect(self._ask_receipt)
        self.receipts.clicked.connect(lambda: self._ask_of_sheet("receipts"))
        self.pay_outs.clicked.connect(lambda: self._ask_of_sheet("pay-outs"))

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
        # Papers of a sheet that was opened again are those of the sheet that followed it.
        for button in (self.receipts, self.pay_outs):
            button.setVisible(not sheet.void and bool(posted))
        self.receipt.setVisible(bool(posted))
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
        self.receipt.setText(words.say("Receipt of this line"))
        self.receipts.setText(words.say("All receipts"))
        self.pay_outs.setText(words.say("Pay-out list"))
        self.line_model.set_columns(line_columns(words))
        self.lines.stretch((1,))
        self.entry_model.set_columns(entry_columns(words))
        self.entries.stretch((1, 2))
        # New columns have taken the cursor away.
        self.entries.select_row(0)
        self._stood()
        if self.grid is not None:
            self.card.show_sheet(words, self.grid)
            signers = ", ".join(self.grid.sheet.signed_by)
            signed = words.say("Signed by {names}.", names=signers)
            void = void_sentence(words, self.grid.sheet)
            thrown = self.thrown()
            kept = thrown_sentence(words, thrown) if thrown is not None else ""
            self._signed.setText(" ".join(filter(None, (signed, void, kept))))

    def said(self) -> str:
        """Who signed it, and whether it still counts."""
        return self._signed.text()

    def thrown(self) -> Thrown | None:
        """What lies in the trash of the sheet that is shown, and can be put back today."""
        desk = self.acts.desk
        if self.grid is None or not self.grid.sheet.void:
            return None
        mine = (one for one in desk.book.thrown() if one.sheet == self.grid.sheet.id)
        return next((one for one in mine if is_kept(one, desk.today())), None)

    def can_be_put_back(self) -> bool:
        """Whether the sheet lies in the trash, and the table is free for it."""
        return self.thrown() is not None and self.acts.desk.book.open_sheet() is None

    def put_back(self) -> bool:
        """Lay the sheet on the table again."""
        return self.grid is not None and self.acts.put_back(self.grid.sheet.id)

    # --- papers ----------------------------------------------------------------------------

    def _numbered(self) -> QVBoxLayout:
        """The entries, and under them the papers of one and of all."""
        under = QHBoxLayout()
        under.addWidget(self.receipt)
        under.addStretch(1)
        under.addWidget(self.receipts)
        under.addWidget(self.pay_outs)
        rows = QVBoxLayout()
        rows.addWidget(self.entries, 1)
        rows.addLayout(under)
        return rows

    def _chosen(self) -> CashBookRow | None:
        index = self.entries.currentIndex()
        return self.entry_model.row(index) if index.isValid() else None

    def _stood(self) -> None:
        row = self._chosen()
        entry = None if row is None else self.acts.desk.book.entry(row.number).entry
        self.receipt.setEnabled(entry is not None and kind_of(entry) is not None)

    def _ask_receipt(self) -> None:
        row = self._chosen()
        if row is not None and self.receipt.isEnabled():
            self.asked.emit("papers", Wish("receipt", entry=row.number))

    def _ask_of_sheet(self, code: str) -> None:
        if self.grid is not None:
            self.asked.emit("papers", Wish(code, sheet=self.grid.sheet.id))
