"""One household on one page: its loans, whom it stands for, its savings, and a plain verdict."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ledger.book.change import Change, Topic
from ledger.rules.exposure import circles
from ledger.rules.loan_values import LoanRequest
from ledger.rules.people import MemberId
from ledger.statements.figure import Asked, Figure, at_stake_figure, savings_figure
from ledger.statements.household import HouseholdLoad, MemberLoad
from ledger.statements.lists import LoanRow
from translations.naming import word
from ui.desk import Desk
from ui.look import COLOURS
from ui.models.loans import Names, overdue_text, row_figure
from ui.models.members import shown_names
from ui.models.rows import Column, RowsModel
from ui.models.watch import LIGHTS, circle_lines, light_word, reason_sentence
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class HouseholdScreen(Screen):
    """`go("household", a member)` shows the household of that member."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._member: MemberId | None = None
        self.light, self.verdict = QLabel(), line_label("heading")
        self.reasons, self.month = WrapLabel(), WrapLabel(role="muted")
        self.people, self.loans = TableView(), TableView()
        self.people_model: RowsModel[MemberLoad] = RowsModel()
        self.loan_model: RowsModel[LoanRow] = RowsModel()
        self.people_title, self.loans_title = line_label("heading"), line_label("heading")
        self.back = Button(picture="left")
        self.open_page = PrimaryButton("right")
        self._names = Names({})
        self._inside: set[MemberId] = set()
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.people_title.setText(words.say("Who belongs to it"))
        self.loans_title.setText(words.say("Their loans, and those they stand for"))
        self.back.setText(words.say("Open the passbook"))
        self.open_page.setText(words.say("Open the loan"))

    def show_item(self, item: object) -> None:
        """Show the household of a member."""
        if isinstance(item, int):
            self._member = MemberId(item)

    def refresh(self, change: Change | None = None) -> None:
        """Read the household and show it."""
        del change
        if self._member is None:
            return
        load = self.book.household(self._member, self.today())
        words, names = self.words, shown_names(self.book.members())
        self._names = Names(names)
        self._inside = {one.member.id for one in load.members}
        name = load.name or names[self._member]
        self.title.setText(words.say("Household {name}", name=name))
        self._show_verdict(load)
        self.people_model.set_columns(self._people_columns())
        self.people_model.show(load.members)
        self.people.stretch((0,))
        self.loan_model.set_columns(self._loan_columns())
        self.loan_model.show((*load.loans, *load.given))
        self.loans.stretch((6,))
        self.loans.select_row(0)
        self.open_page.setEnabled(bool(self.loan_model.rows()))

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.people.setModel(self.people_model)
        self.loans.setModel(self.loan_model)
        card = QFrame()
        card.setProperty("card", True)
        row = QHBoxLayout(card)
        row.setSpacing(14)
        said = QVBoxLayout()
        said.setSpacing(4)
        for label in (self.verdict, self.reasons, self.month):
            said.addWidget(label)
        row.addWidget(self.light, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        self.body.addWidget(card)
        self.body.addWidget(self.people_title)
        self.body.addWidget(self.people, 2)
        self.body.addWidget(self.loans_title)
        self.body.addWidget(self.loans, 3)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.open_page)
        self.setFocusProxy(self.loans)
        self.back.clicked.connect(lambda: self.go.emit("member", self._member))
        self.loans.opened.connect(self._open)
        self.people.opened.connect(
            lambda index: self.go.emit("member", self.people_model.row(index).member.id)
        )
        self.open_page.clicked.connect(self._open)

    def _show_verdict(self, load: HouseholdLoad) -> None:
        words = self.words
        _, picture, tint = LIGHTS[load.light]
        self.light.setPixmap(icon(picture, COLOURS[tint]).pixmap(QSize(34, 34)))
        self.verdict.setText(light_word(words, load))
        found = [c for c in circles(self.book.guarantees()) if self._inside & set(c)]
        lines = [reason_sentence(words, reason) for reason in load.reasons]
        lines += circle_lines(words, self.book, found)
        self.reasons.setText("\n".join(lines))
        self.reasons.setVisible(bool(lines))
        self.month.setText(
            words.say(
                "Coming year: {due} falls due each month. Last year the household paid {paid} a "
                "month on loans. It has saved {saved}.",
                due=words.money(load.monthly),
                paid=words.money(load.paid_monthly),
                saved=words.money(load.savings),
            )
        )

    def _people_columns(self) -> tuple[Column[MemberLoad], ...]:
        words = self.words
        return (
            Column(
                words.say("Member"),
                lambda one: f"{one.member.number} · {self._names.shown[one.member.id]}",
            ),
            Column(
                words.say("Savings"),
                lambda one: words.kip(one.savings),
                figures=True,
                figure=lambda one: savings_figure(one.member.id, self.today()),
            ),
            Column(
                words.say("Owes or asks for"),
                lambda one: words.kip(one.owes),
                figures=True,
                figure=lambda one: self._of_loans(lambda loan: loan.member == one.member.id),
            ),
            Column(
                words.say("Stands for"),
                lambda one: words.kip(one.guaranteed),
                figures=True,
                figure=lambda one: self._of_loans(lambda loan: one.member.id in loan.guarantors),
            ),
            Column(words.say("Phone"), lambda one: one.member.phone),
        )

    def _of_loans(self, wanted: Callable[[LoanRequest], bool]) -> Figure:
        """What is owed or asked for on those of the loans shown that are wanted."""
        rows = self.loan_model.rows()
        return at_stake_figure(
            self.today(), *(row.loan.id for row in rows if wanted(row.loan.request))
        )

    def _loan_columns(self) -> tuple[Column[LoanRow], ...]:
        words = self.words
        return (
            Column(
                words.say("Whose"),
                lambda row: (
                    words.say("their own")
                    if row.member.id in self._inside
                    else words.say("they stand for it")
                ),
            ),
            Column(words.say("Loan"), lambda row: row.loan.number),
            Column(words.say("Borrower"), self._names.borrower),
            Column(
                words.say("Where it stands"),
                lambda row: word(words, "loan_stage", row.state.stage.value),
            ),
            Column(
                words.say("Still owed"),
                lambda row: words.kip(row.state.principal),
                figures=True,
                figure=lambda row: row_figure(Asked.PRINCIPAL, row),
            ),
            Column(
                words.say("Overdue"),
                lambda row: overdue_text(words, row),
                figure=lambda row: row_figure(Asked.OVERDUE, row),
            ),
            Column(words.say("Guarantors"), self._names.guarantors),
        )

    def _open(self) -> None:
        index = self.loans.currentIndex()
        if index.isValid() and self.loan_model.rows():
            self.go.emit("loan", self.loan_model.row(index).loan.id)
