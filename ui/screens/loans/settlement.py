"""What would end a loan on a day that is chosen, and what it is made of."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ledger.rules.loans import loan_state
from ledger.statements.figure import Asked, loan_figure
from ui.desk import Desk
from ui.models.money_way import LoanNow
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pointing import point

_DAY_WIDE = 11


class Settlement(QWidget):
    """One line: the day, and the amount that ends the loan on it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now: LoanNow | None = None
        self.name = line_label()
        self.day = DayEdit(desk.words, desk.today)
        self.said = WrapLabel(role="muted")
        self.name.setBuddy(self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.day)
        row.addWidget(self.said, 1)
        self.day.committed.connect(self._show)
        self.day.troubled.connect(self._troubled)

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show what ends the loan; `anew` begins with the day that money carries now."""
        self._now = now
        words = self._desk.words
        self.name.setText(words.say("To pay it all back on this day:"))
        self.day.setAccessibleName(self.name.text())
        self.day.setMaximumWidth(self.day.fontMetrics().averageCharWidth() * 2 * _DAY_WIDE)
        if anew:
            self.day.show_value(now.day)
        self._show()

    def _troubled(self, sentence: str, _readings: object) -> None:
        if sentence:
            self.said.setText(sentence)

    def _show(self) -> None:
        now, day = self._now, self.day.value()
        if now is None or day is None:
            self.said.setText("")
            return
        words, state = self._desk.words, loan_state(now.pencilled, day)
        point(
            self, loan_figure(Asked.INTEREST_DUE, now.loan.id, day, now.loan.request.product.fund)
        )
        self.said.setText(
            words.say(
                "{kip}: {principal} principal, {interest} interest, {fine} fine",
                kip=words.money(state.settlement),
                principal=words.kip(state.principal),
                interest=words.kip(state.interest_due),
                fine=words.kip(state.fine_due),
            )
        )
