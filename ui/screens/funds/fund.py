"""The page of one fund, bank or debt: its year in figures, and every movement."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.fund_money import lent_from
from ledger.rules.welfare_cash import welfare_cash
from ledger.statements.annual import FundRow
from ui.desk import Desk
from ui.models.cash_book import CashLine, columns_of, lines_of
from ui.models.closing import account_name, years_of
from ui.models.funds import AGREED, OWING, FundsView, Sort, read_funds, sort_of
from ui.models.rows import RowsModel
from ui.screens.books.at import At, Leaf
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.table_view import TableView

_WHAT = 2


class FundScreen(Screen):
    """One account. `go("fund", account)` opens it; Enter opens an entry in the books."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ENTRIES, Topic.RULES, Topic.YEAR})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.years = ChoiceBox()
        self.table = TableView()
        self.model: RowsModel[CashLine] = RowsModel()
        self.facts = FigureStrip()
        self.nothing = EmptyState("funds")
        self.pages = QStackedWidget()
        self.all_funds = Button(picture="left")
        self.see_entry = Button(picture="search")
        self.write_move = PrimaryButton("edit")
        self.change_it = Button(picture="settings")
        self.compare = Button(picture="check")
        self.schedule = Button(picture="calendar")
        self._account: Account | None = None
        self._year: int | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.years.setAccessibleName(words.say("Year"))
        self.all_funds.setText(words.say("All funds"))
        self.see_entry.setText(words.say("See the whole entry"))
        self.write_move.setText(words.say("Write a movement"))
        self.change_it.setText(words.say("Change or close it"))
        self.compare.setText(words.say("Compare with the bank's book"))
        self.schedule.setText(words.say("See the schedule"))
        self.nothing.say(words.say("Nothing came in or went out in this year."))

    def refresh(self, change: Change | None = None) -> None:
        """Read the account through the year that is chosen."""
        del change
        if self._account is None:
            return
        years = years_of(self.book, self.today())
        self._year = self._year if self._year in years else years[0]
        self.years.offer([(year, self.words.year(year)) for year in years])
        self.years.show_value(self._year)
        view = read_funds(self.book, self._year)
        self.title.setText(account_name(self.words, view.rulebook, self._account))
        self._show_facts(view, self._account)
        sort, own = sort_of(self._account), named_kind(self._account) is not None
        self.change_it.setVisible(own and sort not in AGREED)
        self.compare.setVisible(sort is Sort.BANK)
        self.schedule.setVisible(sort in AGREED)
        self._show_lines(view, self._account)

    def show_item(self, item: object) -> None:
        """Open the page of an account."""
        if isinstance(item, int):
            self._account = Account(item)
            self._year = None

    # --- inside ----------------------------------------------------------------------------

    def _show_lines(self, view: FundsView, account: Account) -> None:
        rows = self.book.cash_book(view.year.first, view.year.last, account=account)
        before = next((r.opening for r in view.rows if r.account == account), 0)
        self.model.set_columns(columns_of(self.words, account, view.year.first, view.year.last))
        self.model.show(lines_of(rows, first=view.year.first, before=before))
        self.table.stretch((_WHAT,))
        self.table.select_row(len(rows))
        self.pages.setCurrentIndex(0 if rows else 1)
        self.see_entry.setEnabled(bool(rows))
        # The newest line is at the end, and the table has its size only after this turn.
        QTimer.singleShot(0, self.table.scrollToBottom)

    def _show_facts(self, view: FundsView, account: Account) -> None:
        words = self.words
        row = next((r for r in view.rows if r.account == account), None)
        found = row or FundRow(account, 0, 0, 0, 0, 0)
        owed = sort_of(account) in OWING
        self.facts.show_figures(
            (
                (words.say("At the beginning"), words.money(found.opening)),
                (words.say("Came in"), words.money(found.received)),
                (words.say("From the profit"), words.money(found.allocated)),
                (words.say("Went out"), words.money(found.spent)),
                (
                    words.say("Owed then") if owed else words.say("Held then"),
                    words.money(found.closing),
                ),
                *self._lent_line(account),
                *self._cash_line(account),
            ),
        )

    def _lent_line(self, account: Account) -> tuple[tuple[str, str], ...]:
        """What of a fund is lent to members now, and cannot be spent."""
        if named_kind(account) is not Named.FUND:
            return ()
        lent = lent_from(self.book.balances(), account)
        return ((self.words.say("Of this, lent now"), self.words.money(lent)),) if lent else ()

    def _cash_line(self, account: Account) -> tuple[tuple[str, str], ...]:
        """The welfare fund's own part of the box, where it lies apart."""
        rules = self.book.rulebook(self.today()).welfare
        if account != rules.fund or not rules.apart:
            return ()
        cash = welfare_cash(rules, self.book.balances())
        return ((self.words.say("Of this, in the cash box"), self.words.money(cash)),)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.pages, 1)
        self.beside_title.addWidget(self.years)
        self.acts.addWidget(self.all_funds)
        self.acts.addWidget(self.see_entry)
        self.acts.addWidget(self.change_it)
        self.acts.addWidget(self.compare)
        self.acts.addWidget(self.schedule)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write_move)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.years.chosen.connect(self._turn_to)
        self.table.opened.connect(self._see)
        self.see_entry.clicked.connect(self._see)
        self.all_funds.clicked.connect(lambda: self.go.emit("funds", None))
        self.write_move.clicked.connect(lambda: self.go.emit("funds", self._account))
        for button, page in (
            (self.change_it, "account"),
            (self.compare, "bank"),
            (self.schedule, "borrowing"),
        ):
            button.clicked.connect(lambda _=False, page=page: self.go.emit(page, self._account))

    def _turn_to(self, year: int) -> None:
        self._year = year
        self.refresh()

    def _see(self) -> None:
        index = self.table.currentIndex()
        row = self.model.row(index).row if index.isValid() else None
        if row is not None:
            self.go.emit("books", At(Leaf.ENTRIES, entry=row.number))
