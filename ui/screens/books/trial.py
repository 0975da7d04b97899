"""The trial balance: every account on one day, and that both sides are the same."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.statements.lists import TrialBalanceRow
from ui.desk import Desk
from ui.models.rows import RowsModel
from ui.models.trial_balance import NAME, columns_of, sums_of
from ui.screens.books.leaf import BookLeaf
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel
from ui.widgets.sum_line import SumLine
from ui.widgets.table_view import TableView


class TrialLeaf(BookLeaf):
    """Read at the end of the day that stands in the line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = DayEdit(desk.words, desk.today, empty=False)
        self.table = TableView()
        self.model: RowsModel[TrialBalanceRow] = RowsModel()
        self.sums = SumLine(self.table)
        self.verdict = WrapLabel()
        self._field = Field(desk.words, self.day)
        self._arrange()
        self.day.committed.connect(self.refresh)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self._field.name(words.say("At the end of"))
        self.table.setAccessibleName(words.say("Trial balance"))

    def refresh(self) -> None:
        """Read the balances of the day."""
        words, book = self.desk.words, self.desk.book
        if self.day.value() is None:
            self.day.show_value(self.desk.today())
        day = self.day.value() or self.desk.today()
        rulebook = book.rulebook(max(day, book.rulebooks[0].valid_from))
        trial = book.trial_balance(day)
        self.model.set_columns(columns_of(words, rulebook, day))
        self.model.show(trial.rows)
        self.table.stretch((NAME,))
        self.table.select_row(0)
        self.sums.show_sums(sums_of(words, trial))
        same = trial.debit == trial.credit
        self.verdict.setText(
            words.say("Both sides are the same, as they must be.")
            if same
            else words.say("The two sides differ. Check the book.")
        )

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.day.setMinimumWidth(260)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._field)
        top.addWidget(self.verdict, 1)
        listed = QVBoxLayout()
        listed.setSpacing(0)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.sums)
        self.rows.addLayout(top)
        self.rows.addLayout(listed, 1)
        self.setFocusProxy(self.table)
