"""Circles of guarantee: people who stand for each other, so that nobody outside them answers."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.exposure import at_stake, circles
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.people import MemberId
from ledger.statements.figure import at_stake_figure
from translations import Words
from ui.desk import Desk
from ui.models.members import shown_names
from ui.models.rows import Column, RowsModel
from ui.models.watch import circle_sentence
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle: its people in their order, their loans, and what is at stake.

    `kip` is what is owed on the loans of those people for which one of them stands.
    """

    people: tuple[MemberId, ...]
    names: tuple[str, ...]
    loans: tuple[Loan, ...]
    kip: Kip


def circles_of(book: Book) -> tuple[Circle, ...]:
    """Every circle of the loans that are not finished, the smallest first."""
    names, loans = shown_names(book.members()), book.loans(open_only=True)
    found = []
    for people in circles(book.guarantees()):
        inside = set(people)
        theirs = [
            loan
            for loan in loans
            if loan.request.member in inside and inside & set(loan.request.guarantors)
        ]
        found.append(
            Circle(
                people=people,
                names=tuple(names[member] for member in people),
                loans=tuple(theirs),
                kip=sum(at_stake(loan) for loan in theirs),
            )
        )
    return tuple(found)


def columns_of(words: Words, day: date) -> tuple[Column[Circle], ...]:
    """The columns of the list as it is on a day."""
    return (
        Column(words.say("People"), lambda c: words.number(len(c.people)), figures=True),
        Column(words.say("Who stands for whom"), lambda c: " → ".join((*c.names, c.names[0]))),
        Column(words.say("Loans"), lambda c: ", ".join(loan.number for loan in c.loans)),
        Column(
            words.say("Owed or asked for"),
            lambda c: words.kip(c.kip),
            figures=True,
            figure=lambda c: at_stake_figure(day, *(loan.id for loan in c.loans)),
        ),
    )


class CirclesScreen(Screen):
    """The list. Enter opens the household of the first of a circle."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.teacher = WrapLabel(role="muted")
        self.table = TableView()
        self.model: RowsModel[Circle] = RowsModel()
        self.empty = EmptyState("check")
        self.pages = QStackedWidget()
        self.detail = WrapLabel()
        self.back = Button(picture="left")
        self.open_page = PrimaryButton("right")
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Who stands for each other"))
        self.teacher.setText(
            words.say(
                "When people stand only for each other, nobody outside answers for their loans."
            )
        )
        self.back.setText(words.say("Back to the loans"))
        self.open_page.setText(words.say("Open the household"))
        self.empty.say(words.say("No people stand for each other in a circle."))

    def refresh(self, change: Change | None = None) -> None:
        """Find the circles and show them."""
        del change
        self.model.set_columns(columns_of(self.words, self.today()))
        self.model.show(circles_of(self.book))
        self.table.stretch((1,))
        self.table.select_row(0)
        some = bool(self.model.rows())
        self.pages.setCurrentIndex(0 if some else 1)
        self.open_page.setVisible(some)
        self._show_detail()

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.teacher)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.detail)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.open_page)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.opened.connect(self._open)
        self.open_page.clicked.connect(self._open)
        self.back.clicked.connect(lambda: self.go.emit("loans", None))

    def _show_detail(self) -> None:
        """Say the chosen circle in a whole sentence; many names are wider than a row."""
        index = self.table.currentIndex()
        said = circle_sentence(self.words, self.model.row(index).names) if index.isValid() else ""
        self.detail.setText(said)
        self.detail.setVisible(bool(said))

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.go.emit("household", self.model.row(index).people[0])
