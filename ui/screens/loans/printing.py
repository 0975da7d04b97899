"""The papers of a loan behind one button: those that can be made of it as it stands."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledger.rules.loan_values import Loan
from ledger.rules.paper_texts import LoanText
from translations import Words
from translations.naming import word
from ui.papers.loan_papers import code_of, papers_now
from ui.papers.wish import Wish
from ui.widgets.buttons import Button


class PrintLoan(Button):
    """A menu of papers; `wanted` carries the wish for the one that was chosen."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(picture="papers", parent=parent)
        self._loan: Loan | None = None
        menu = QMenu(self)
        self.papers = {which: QAction(menu) for which in LoanText}
        for which, action in self.papers.items():
            action.triggered.connect(lambda _=False, which=which: self._want(which))
            menu.addAction(action)
        self.setMenu(menu)

    def show_loan(self, loan: Loan, words: Words, today: date) -> None:
        """Offer the papers of a loan as it stands today."""
        self._loan = loan
        self.setText(words.say("Print"))
        there = papers_now(loan, today)
        for which, action in self.papers.items():
            action.setText(word(words, "loan_paper", which))
            action.setVisible(which in there)

    def _want(self, which: LoanText) -> None:
        if self._loan is not None:
            self.wanted.emit(Wish(code_of(which), loan=self._loan.id))
