"""The list of funds, banks and debts through a year, and the form for today's movement."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account
from ledger.rules.decisions import Subject
from ledger.rules.lines import Line
from ledger.rules.permits import Act
from ledger.rules.posting import entries_of
from ledger.statements.annual import FundRow
from ui.desk import Desk
from ui.messages import sentence
from ui.messages.telling import Names
from ui.models.closing import years_of
from ui.models.funds import FundsView, Sort, columns_of, read_funds, state_text
from ui.models.rows import RowsModel
from ui.screens.funds.form import FundForm, SheetHasIt
from ui.screens.minutes.writing import DecisionLine
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView

_NAME, _FROM_PROFIT, _BESIDES = 0, 3, 6


class FundsScreen(Screen):
    """Enter opens the page of a fund. `go("funds", account)` begins a movement of it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.ENTRIES,
            Topic.RULES,
            Topic.YEAR,
            Topic.MEETING,
            Topic.MEMBERS,
            Topic.FUNDS,
            Topic.MINUTES,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.years = ChoiceBox()
        self.table = TableView()
        self.model: RowsModel[FundRow] = RowsModel()
        self.form = FundForm(desk.words, decision=DecisionLine(desk, subject=Subject.FUND))
        self.instead = SheetHasIt(desk.words)
        self.right = QStackedWidget()
        self.together = WrapLabel(role="muted")
        self.open_page = Button(picture="right")
        self.welfare = Button(picture="welfare")
        self.open_new = Button(picture="add")
        self.borrow = Button(picture="money_in")
        self.write = PrimaryButton("add")
        self._year: int | None = None
        self._wanted: Account | None = None
        self._view: FundsView | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Funds, banks and debts"))
        self.years.setAccessibleName(words.say("Year"))
        self.open_page.setText(words.say("See its movements"))
        self.welfare.setText(words.say("Welfare fund and claims"))
        self.open_new.setText(words.say("Open a new account"))
        self.borrow.setText(words.say("Borrow or lend money"))
        self.write.setText(words.say("Write it in the book"))
        self.table.setAccessibleName(words.say("Funds, banks and debts"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the year that is chosen, and what may be moved today."""
        del change
        today = self.today()
        years = years_of(self.book, today)
        self._year = self._year if self._year in years else years[0]
        self.years.offer([(year, self.words.year(year)) for year in years])
        self.years.show_value(self._year)
        facts = self.desk.ask(lambda book: book.day_facts(today, today))
        if facts is not None:
            self.form.show_facts(facts)
        self.welfare.setVisible(self.book.rulebook(today).welfare.fund is not None)
        self._show(read_funds(self.book, self._year, today), running=self._year == years[0])
        sheet = self.book.open_sheet()
        self.right.setCurrentIndex(0 if sheet is None else 1)
        self.write.setVisible(sheet is None)
        if sheet is not None:
            self.instead.show_sheet(self.words, sheet)
        if self._wanted is not None:
            self._stand_on(self._wanted)
            self._wanted = None
            self.form.kip.setFocus()

    def show_item(self, item: object) -> None:
        """Begin a movement of one account."""
        if isinstance(item, int):
            self._wanted = Account(item)

    # --- inside ----------------------------------------------------------------------------

    def _show(self, view: FundsView, *, running: bool) -> None:
        words, standing = self.words, self.chosen()
        self._view = view
        self.model.set_columns(columns_of(words, view, running=running))
        self.model.show(view.rows)
        self.table.setColumnHidden(_FROM_PROFIT, not any(row.allocated for row in view.rows))
        self.table.setColumnHidden(
            _BESIDES, not any(state_text(words, view, row) for row in view.rows)
        )
        self.table.stretch((_NAME,))
        accounts = [row.account for row in view.rows]
        self.table.select_row(accounts.index(standing) if standing in accounts else 0)
        self._propose()
        together = words.say(
            "In the funds {funds} · in the bank {banks} · to be paid {owed}",
            funds=words.money(view.together(Sort.FUND)),
            banks=words.money(view.together(Sort.BANK)),
            owed=words.money(view.together(Sort.OWED, Sort.LENDER)),
        )
        if lent := view.together(Sort.GROUP):
            other = words.say("lent to other groups {lent}", lent=words.money(lent))
            together = f"{together} · {other}"
        self.together.setText(together)

    def chosen(self) -> Account | None:
        """The account on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index).account if index.isValid() else None

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.table.wrap()
        self.right.addWidget(self.form)
        self.right.addWidget(self.instead)
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.together)
        right = QVBoxLayout()
        right.addWidget(self.right)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(left, 8)
        both.addLayout(right, 4)
        self.body.addLayout(both, 1)
        self.beside_title.addWidget(self.years)
        self.acts.addWidget(self.open_page)
        self.acts.addWidget(self.welfare)
        self.acts.addWidget(self.open_new)
        self.acts.addWidget(self.borrow)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.years.chosen.connect(self._turn_to)
        self.table.opened.connect(self._open)
        self.open_page.clicked.connect(self._open)
        self.welfare.clicked.connect(lambda: self.go.emit("welfare", None))
        self.open_new.clicked.connect(lambda: self.go.emit("account", None))
        self.borrow.clicked.connect(lambda: self.go.emit("borrowing", None))
        self.table.selectionModel().currentRowChanged.connect(self._propose)
        self.write.clicked.connect(self.form.write.click)
        self.form.written.connect(self._write)
        self.instead.wanted.connect(lambda: self.go.emit("meeting", None))

    def _turn_to(self, year: int) -> None:
        self._year = year
        self.refresh()

    def _open(self) -> None:
        account = self.chosen()
        if account is not None:
            self.go.emit("fund", account)

    def _propose(self) -> None:
        """The form follows the cursor in the list as long as nothing has been typed in it."""
        account = self.chosen()
        if account is not None and not self.form.is_touched():
            self.form.begin(account)

    def _stand_on(self, account: Account) -> None:
        rows = [row.account for row in self.model.rows()]
        if account in rows:
            self.form.clear()
            self.table.select_row(rows.index(account))
            self._propose()

    def _write(self, line: Line) -> None:
        today = self.today()

        def check(book: Book) -> None:
            book.permits.check(self.desk.actor, Act.RECORD_DAY)
            entries_of([line], book.day_facts(today, today))

        refusal = self.desk.try_out(check)
        if refusal is not None:
            self.form.problem(sentence(self.words, refusal, self._names()))
            self.form.kip.setFocus()
            return
        kip = self.form.kip.value() or 0
        what, where = self.form.kind.currentText(), self.form.account.currentText()
        if self.desk.do(
            lambda book, actor: record_day(book, actor, day=today, lines=(line,), today=today),
            once=self.form.once,
        ):
            self.form.clear()
            self._propose()
            self.tell(
                self.words.say(
                    "Written: {what} · {where} · {kip}.",
                    what=what,
                    where=where,
                    kip=self.words.money(kip),
                )
            )
            self.table.setFocus()

    def _names(self) -> Names:
        members = {member.id: member for member in self.book.members()}
        return Names(self.book.rulebook(self.today()), members)
