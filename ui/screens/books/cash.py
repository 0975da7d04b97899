"""The cash book: what came into the cash box or a bank and what went out, day by day."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from ledger.rules.accounts import CASH
from ui.desk import Desk
from ui.models.cash_book import CashLine, cash_accounts, columns_of, lines_of
from ui.models.closing import account_name, years_of
from ui.models.rows import RowsModel
from ui.screens.books.at import At, Leaf
from ui.screens.books.days import DaysBar
from ui.screens.books.leaf import BookLeaf
from ui.widgets.buttons import Button
from ui.widgets.choice import ChoiceBox
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.labels import line_label
from ui.widgets.table_view import TableView

_WHAT = 2


class CashLeaf(BookLeaf):
    """Enter opens the whole entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.account = ChoiceBox()
        self.days = DaysBar(desk)
        self.sums = FigureStrip()
        self.table = TableView()
        self.model: RowsModel[CashLine] = RowsModel()
        self.see_entry = Button(picture="search")
        self.left = (self.see_entry,)
        self._name = line_label()
        self._name.setBuddy(self.account)
        self._arrange()
        self.table.opened.connect(self._see)
        self.see_entry.clicked.connect(self._see)
        self.account.chosen.connect(self._read)
        self.days.changed.connect(self._read)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self._name.setText(words.say("Which money"))
        self.account.setAccessibleName(words.say("Which money"))
        self.see_entry.setText(words.say("See the whole entry"))
        self.table.setAccessibleName(words.say("Cash book"))

    def refresh(self) -> None:
        """Offer the cash box and the banks, and read the days that are chosen."""
        book, today = self.desk.book, self.desk.today()
        rulebook = book.rulebook(today)
        accounts = cash_accounts(rulebook)
        words = self.desk.words
        self.account.offer([(a, account_name(words, rulebook, a)) for a in accounts])
        if self.account.value() is None:
            self.account.show_value(CASH)
        year = book.year(years_of(book, today)[0])
        self.days.show_year(year, begin=book.books_begin or year.first)
        self._read()

    def show_at(self, at: At) -> None:
        """Turn to the cash box or a bank."""
        self.refresh()
        self.account.show_value(at.account or CASH)
        self._read()

    def _read(self) -> None:
        days, words = self.days.days(), self.desk.words
        account = self.account.value()
        if days is None or account is None:
            return
        first, last = days
        rows = self.desk.book.cash_book(first, last, account=account)
        moved = sum(row.received - row.paid for row in rows)
        after = rows[-1].balance if rows else self.desk.book.balances(last).get(account, 0)
        self.model.set_columns(columns_of(words, account, first, last))
        self.model.show(lines_of(rows, first=first, before=after - moved))
        self.table.stretch((_WHAT,))
        self.table.select_row(len(rows))
        self.see_entry.setEnabled(bool(rows))
        self.sums.show_figures(
            (
                (words.say("Brought forward"), words.money(after - moved)),
                (words.say("Came in"), words.money(sum(row.received for row in rows))),
                (words.say("Went out"), words.money(sum(row.paid for row in rows))),
                (words.say("Then there"), words.money(after)),
            )
        )
        # The newest line is at the end, and the table has its size only after this turn.
        QTimer.singleShot(0, self.table.scrollToBottom)

    def _see(self) -> None:
        index = self.table.currentIndex()
        row = self.model.row(index).row if index.isValid() else None
        if row is not None:
            self.go.emit("books", At(Leaf.ENTRIES, entry=row.number))

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        top = QHBoxLayout()
        top.setSpacing(12)
        self.account.setMinimumContentsLength(14)
        top.addWidget(self._name)
        top.addWidget(self.account)
        top.addSpacing(16)
        top.addWidget(self.days)
        top.addStretch(1)
        self.rows.addLayout(top)
        self.rows.addWidget(self.sums)
        self.rows.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
