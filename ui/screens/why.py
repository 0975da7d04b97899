"""The answer to "where does this figure come from?": steps, entries and rule on one sheet."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.book.book import Book
from ledger.statements.figure import Figure
from ledger.statements.why import Moved, Why
from ui.desk import Desk
from ui.models.rows import RowsModel
from ui.models.why import (
    figure_name,
    moved_columns,
    points_at_rules,
    reckoning,
    rules_of,
    steps_of,
)
from ui.screens.books.at import At, Leaf
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView

_WHAT = 2


class WhyDialog(QDialog):
    """`go` asks for the page of an entry or of the rules; the sheet closes itself then.

    Over another sheet that is open it does not lead on: without `leads_on` there is no such way.
    """

    go = Signal(str, object)

    def __init__(
        self, desk: Desk, why: Why, parent: QWidget | None = None, *, leads_on: bool = True
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.why = why
        self._leads_on = leads_on
        self.heading = line_label("heading")
        self.amount = line_label("money")
        self.sentence = WrapLabel()
        self.steps = FactsCard()
        self.entries = TableView()
        self.entry_model: RowsModel[Moved] = RowsModel(moved_columns(desk.words))
        self.rule = WrapLabel(role="muted")
        self.see_entry = Button(picture="search")
        self.see_rule = Button(picture="rules")
        self.close_it = PrimaryButton("check")
        self._arrange()
        self._say()
        self.see_entry.clicked.connect(self._open_entry)
        self.entries.opened.connect(lambda _: self._open_entry())
        self.see_rule.clicked.connect(lambda: self._leave("settings", "rules"))
        self.close_it.clicked.connect(self.accept)

    def _say(self) -> None:
        words, why, book = self.desk.words, self.why, self.desk.book
        members = {member.id: member for member in book.members()}
        title = words.say("Where does this figure come from?")
        self.setWindowTitle(title)
        self.heading.setText(figure_name(words, why, members, _loan_number(book, why.figure)))
        self.amount.setText(words.money(why.kip))
        self.sentence.setText(reckoning(words, why))
        self.steps.show_facts("", steps_of(words, why), right=True)
        self.entry_model.show(tuple(reversed(why.moved)))
        self.rule.setText(" ".join(rules_of(words, why)))
        self.see_entry.setText(words.say("See the whole entry"))
        self.see_rule.setText(words.say("See the rules"))
        self.close_it.setText(words.say("Close"))
        self.entries.setAccessibleName(words.say("All entries"))

    def _arrange(self) -> None:
        why = self.why
        self.entries.setModel(self.entry_model)
        self.steps.setVisible(bool(why.steps))
        self.entries.setVisible(bool(why.moved))
        self.see_entry.setVisible(bool(why.moved) and self._leads_on)
        self.see_rule.setVisible(points_at_rules(why.figure) and self._leads_on)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.amount)
        acts = QHBoxLayout()
        acts.addWidget(self.see_rule)
        acts.addWidget(self.see_entry)
        acts.addStretch(1)
        acts.addWidget(self.close_it)
        rows = dialog_rows(self)
        rows.addLayout(head)
        rows.addWidget(self.sentence)
        rows.addWidget(self.steps)
        rows.addWidget(self.entries, 1)
        rows.addWidget(self.rule)
        rows.addLayout(acts)
        self.resize(860, 600)

    def showEvent(self, event: QShowEvent) -> None:
        """The table shares out its width once it has one."""
        super().showEvent(event)
        self.entries.stretch((_WHAT,))
        self.entries.select_row(0)
        (self.entries if self.why.moved else self.close_it).setFocus()

    def _open_entry(self) -> None:
        index = self.entries.currentIndex()
        if index.isValid() and self._leads_on:
            number = self.entry_model.row(index).posted.number
            self._leave("books", At(Leaf.ENTRIES, entry=number))

    def _leave(self, place: str, item: object) -> None:
        self.accept()
        self.go.emit(place, item)


def _loan_number(book: Book, figure: Figure) -> str:
    """The number of the loan that is asked about, or of all of them."""
    loans = figure.loans if figure.loan is None else (figure.loan,)
    return ", ".join(book.loan(loan).number for loan in loans)
