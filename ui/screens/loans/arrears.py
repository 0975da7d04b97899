"""Loans by how long they are overdue, with whom to call about each."""

from typing import ClassVar

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from ledger.book.change import Change, Topic
from ledger.rules.paper_texts import LoanText
from ledger.statements.arrears import Age, Arrears, ArrearsRow
from ledger.statements.figure import Asked
from translations.naming import word
from ui.desk import Desk
from ui.look import COLOURS
from ui.models.loans import Names, row_figure
from ui.models.members import shown_names
from ui.models.rows import Column, RowsModel
from ui.papers.loan_papers import code_of
from ui.papers.wish import Wish
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class ArrearsScreen(Screen):
    """All that is overdue, or one age of it. Enter opens the loan."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.every = Button(picture="warn")
        self.ages = {age: Button() for age in Age}
        self.table = TableView()
        self.model: RowsModel[ArrearsRow] = RowsModel()
        self.empty = EmptyState("check")
        self.pages = QStackedWidget()
        self.sums = WrapLabel(role="muted")
        self.back = Button(picture="left")
        self.open_page = PrimaryButton("right")
        self.remind = Button(picture="papers")
        self._age: Age | None = None
        self._arrears: Arrears | None = None
        self._names = Names({})
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Overdue by age"))
        self.back.setText(words.say("Back to the loans"))
        self.open_page.setText(words.say("Open the loan"))
        self.remind.setText(words.say("Print reminders for all overdue"))
        self.empty.say(words.say("Nothing is overdue here."))

    def refresh(self, change: Change | None = None) -> None:
        """Read the loans and show them by age."""
        del change
        self._arrears = self.book.arrears(self.today())
        self._names = Names(shown_names(self.book.members()))
        self._show()

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        group = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for age, button in ((None, self.every), *self.ages.items()):
            button.setCheckable(True)
            group.addButton(button)
            chips.addWidget(button)
            button.clicked.connect(lambda _=False, age=age: self._choose(age))
        chips.addStretch(1)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self.body.addLayout(chips)
        self.body.addWidget(self.sums)
        self.body.addWidget(self.pages, 1)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.remind)
        self.acts.addWidget(self.open_page)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._open)
        self.open_page.clicked.connect(self._open)
        self.remind.clicked.connect(
            lambda: self.go.emit("papers", Wish(code_of(LoanText.REMINDER)))
        )
        self.back.clicked.connect(lambda: self.go.emit("loans", None))

    def _choose(self, age: Age | None) -> None:
        self._age = age
        self._show()

    def _show(self) -> None:
        arrears, words = self._arrears, self.words
        if arrears is None:
            return
        for total in arrears.sums:
            name = word(words, "age", total.age)
            self.ages[total.age].setText(f"{name} ({words.number(total.loans)})")
            self.ages[total.age].setChecked(total.age is self._age)
        late = arrears.overdue()
        self.every.setText(f"{words.say('All overdue')} ({words.number(len(late))})")
        self.every.setChecked(self._age is None)
        rows = late if self._age is None else [r for r in arrears.rows if r.age is self._age]
        self.model.set_columns(self._columns())
        self.model.show(rows)
        self.table.stretch((7,))
        self.table.select_row(0)
        self.pages.setCurrentIndex(0 if rows else 1)
        self.open_page.setEnabled(bool(rows))
        self.remind.setEnabled(bool(late))
        self.sums.setText(
            words.say(
                "Overdue {overdue}, of {principal} that is still owed on these loans.",
                overdue=words.money(sum(r.row.state.overdue for r in rows)),
                principal=words.money(sum(r.row.state.principal for r in rows)),
            )
        )

    def _columns(self) -> tuple[Column[ArrearsRow], ...]:
        words, names = self.words, self._names
        return (
            Column(words.say("Loan"), lambda r: r.row.loan.number),
            Column(words.say("Borrower"), lambda r: names.borrower(r.row)),
            Column(words.say("Household"), lambda r: r.row.member.household),
            Column(words.say("Phone"), lambda r: r.row.member.phone),
            Column(
                words.say("Days late"),
                lambda r: words.number(r.days),
                figures=True,
                colour=lambda r: QColor(COLOURS["bad" if r.days else "good"]),
            ),
            Column(
                words.say("Overdue"),
                lambda r: words.kip(r.row.state.overdue),
                figures=True,
                figure=lambda r: row_figure(Asked.OVERDUE, r.row),
            ),
            Column(
                words.say("Still owed"),
                lambda r: words.kip(r.row.state.principal),
                figures=True,
                figure=lambda r: row_figure(Asked.PRINCIPAL, r.row),
            ),
            Column(words.say("Guarantors"), lambda r: names.guarantors(r.row)),
        )

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.rows():
            self.go.emit("loan", self.model.row(index).row.loan.id)
