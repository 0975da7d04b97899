"""All loans in their piles: running, overdue, asked for, waiting for pay-out, finished."""

from typing import ClassVar

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from ledger.book.change import Change, Topic
from ledger.rules.accounts import Named, named_kind
from ledger.statements.lists import LoanRow
from translations import N_, Words
from ui.desk import Desk
from ui.models.closing import account_name
from ui.models.loans import Names, Pile, columns_of, find, lies_on
from ui.models.members import shown_names
from ui.models.rows import RowsModel
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView

_PILES: dict[Pile, tuple[str, str]] = {
    Pile.RUNNING: (N_("Running"), "loans"),
    Pile.OVERDUE: (N_("Overdue"), "warn"),
    Pile.ASKED: (N_("Asked for"), "person"),
    Pile.WAITING: (N_("Waiting for pay-out"), "cash"),
    Pile.FINISHED: (N_("Finished or refused"), "check"),
    Pile.LOST: (N_("Written off"), "close"),
}
_EMPTY: dict[Pile, str] = {
    Pile.RUNNING: N_("No loan is running. Write down a request first."),
    Pile.OVERDUE: N_("Nothing is overdue."),
    Pile.ASKED: N_("Nobody has asked for a loan that is still to be decided."),
    Pile.WAITING: N_("No approved loan waits for its money."),
    Pile.FINISHED: N_("No loan has been finished yet."),
    Pile.LOST: N_("No loan has been written off."),
}


class LoansScreen(Screen):
    """The list of loans. Enter opens the loan's page."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchEdit(self)
        self.piles = {pile: Button(picture=picture) for pile, (_, picture) in _PILES.items()}
        self.table = TableView()
        self.model: RowsModel[LoanRow] = RowsModel()
        self.empty = EmptyState("loans")
        self.pages = QStackedWidget()
        self.detail = WrapLabel(role="muted")
        self.open_page = Button(picture="right")
        self.waiting, self.arrears = Button(picture="up"), Button(picture="warn")
        self.circles = Button(picture="members")
        self.ask = PrimaryButton("add")
        self._pile = Pile.RUNNING
        self._rows: tuple[LoanRow, ...] = ()
        self._names = Names({})
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Loans"))
        self.search.name(words.say("Search: loan, number or name of the borrower"))
        self.open_page.setText(words.say("Open the loan"))
        self.waiting.setText(words.say("Waiting list"))
        self.arrears.setText(words.say("Overdue by age"))
        self.circles.setText(words.say("Who stands for each other"))
        self.ask.setText(words.say("Write down a request"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the loans and lay them on their piles."""
        del change
        self._rows = self.book.loan_rows(self.today(), open_only=False)
        rules = self.book.rulebook(self.today())
        funds = {
            named.account: account_name(self.words, rules, named.account)
            for named in rules.accounts
            if named_kind(named.account) is Named.FUND
        }
        self._names = Names(shown_names(self.book.members()), funds)
        self._show()

    def show_item(self, item: object) -> None:
        """Show one of the piles."""
        if isinstance(item, Pile):
            self._pile = item

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        group = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for button in self.piles.values():
            button.setCheckable(True)
            group.addButton(button)
            chips.addWidget(button)
        chips.addStretch(1)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self.body.addLayout(chips)
        self.body.addWidget(self.search)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.detail)
        self.beside_title.addWidget(self.waiting)
        self.beside_title.addWidget(self.arrears)
        self.beside_title.addWidget(self.circles)
        self.acts.addWidget(self.open_page)
        self.acts.addStretch(1)
        self.acts.addWidget(self.ask)
        self.setFocusProxy(self.search)

    def _listen(self) -> None:
        for pile, button in self.piles.items():
            button.clicked.connect(lambda _=False, pile=pile: self._choose(pile))
        self.search.searched.connect(self._show)
        self.search.left_down.connect(self.table.setFocus)
        self.search.taken.connect(lambda: self._open(0))
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.opened.connect(lambda index: self._open(index.row()))
        self.open_page.clicked.connect(lambda: self._open(self.table.currentIndex().row()))
        self.waiting.clicked.connect(lambda: self.go.emit("waiting", None))
        self.arrears.clicked.connect(lambda: self.go.emit("arrears", None))
        self.circles.clicked.connect(lambda: self.go.emit("circles", None))
        self.ask.clicked.connect(lambda: self.go.emit("loan_request", None))
        self.empty.pressed.connect(lambda: self.go.emit("loan_request", None))

    def _choose(self, pile: Pile) -> None:
        self._pile = pile
        self._show()

    def _show(self) -> None:
        chosen = self.table.currentIndex()
        standing = self.model.row(chosen).loan.id if chosen.isValid() else None
        rows = find(self._rows, self._pile, self.search.text())
        self.model.set_columns(columns_of(self._pile, self.words, self._names))
        self.model.show(rows)
        self.table.stretch((self.model.columnCount() - 1,))
        places = [k for k, row in enumerate(rows) if row.loan.id == standing]
        self.table.select_row(places[0] if places else 0)
        self._show_piles()
        self._show_detail()
        self.pages.setCurrentIndex(0 if rows else 1)
        self.open_page.setEnabled(bool(rows))
        if not rows:
            self._say_nothing()

    def _show_detail(self) -> None:
        """Whom to call about the loan on which the cursor stands."""
        words, index = self.words, self.table.currentIndex()
        row = self.model.row(index) if index.isValid() and self.model.rows() else None
        self.detail.setVisible(row is not None)
        if row is not None:
            nobody, no_phone = words.say("nobody"), words.say("no phone")
            self.detail.setText(
                words.say(
                    "{borrower} ({phone}). Guarantors: {names}",
                    borrower=self._names.borrower(row),
                    phone=row.member.phone or no_phone,
                    names=self._names.guarantors(row) or nobody,
                )
            )

    def _show_piles(self) -> None:
        for pile, button in self.piles.items():
            many = sum(lies_on(row, pile) for row in self._rows)
            button.setText(f"{self.words.say(_PILES[pile][0])} ({self.words.number(many)})")
            button.setChecked(pile is self._pile)

    def _say_nothing(self) -> None:
        words: Words = self.words
        text = self.search.text()
        if text.strip():
            self.empty.say(words.say("No loan here fits “{text}”.", text=text))
        elif self._pile is Pile.RUNNING:
            self.empty.say(words.say(_EMPTY[self._pile]), words.say("Write down a request"))
        else:
            self.empty.say(words.say(_EMPTY[self._pile]))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.model.rows()):
            self.go.emit("loan", self.model.row(row).loan.id)
