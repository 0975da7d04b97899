"""Lending and paying: agreed loans are handed over, and whatever else leaves or enters the box."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.rules.decisions import Subject
from ledger.rules.differences import Written
from ledger.rules.lines import Line, LoanPaidOut
from ledger.rules.loan_values import Loan
from ledger.statements.figure import at_stake_figure
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from ui.look import COLOURS
from ui.models.meeting_lines import LineRow, line_row, member_name
from ui.models.meeting_payments import agreed_loans
from ui.models.rows import Column, RowsModel
from ui.one_time import one_time_key
from ui.papers.wish import Wish
from ui.screens.meeting.acts import Acts
from ui.screens.meeting.page import StepPage
from ui.screens.meeting.payment_form import PaymentForm
from ui.screens.meeting.room import Room
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look, with_key
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView

_LOANS_SHOWN = 3


class PayPage(StepPage):
    """Left what has been written, right what can be: agreed loans, and a form for all else."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.lines = TableView()
        self.model: RowsModel[LineRow] = RowsModel(parent=self)
        self.loans = TableView()
        self.loan_model: RowsModel[Loan] = RowsModel(parent=self)
        self.form = PaymentForm(self.words, decision=DecisionLine(acts.desk, subject=Subject.FUND))
        self.pay_out = Button(picture="money_out")
        self.rub_out = Button(Look.DANGER, picture="close")
        self.list = Button(picture="papers")
        self.done = Banner(self.words)
        self._written_name = line_label("heading")
        self._loans_name = line_label("heading")
        self._empty = WrapLabel(role="muted")
        self._wrong = WrapLabel(role="bad")
        self._last = self.form.problem
        self.lines.setModel(self.model)
        self.loans.setModel(self.loan_model)
        self._lay_out()
        self.form.written.connect(self._write)
        self.pay_out.clicked.connect(self._hand_over)
        self.loans.opened.connect(self._hand_over)
        self.rub_out.clicked.connect(self._rub_out)
        self.list.clicked.connect(self._print_list)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._rub_out)

    # --- the step --------------------------------------------------------------------------

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show the lines of the sheet, and the loans that wait to be handed over."""
        super().show_grid(grid)
        book = self.acts.desk.book
        facts = book.day_facts(grid.sheet.day, grid.sheet.day)
        loans = {loan.id: loan for loan in book.loans()}
        written = [line_row(self.words, facts, loans, line) for line in grid.sheet.lines]
        self.model.show(written)
        self.form.show_facts(facts)
        handed = {p.line.loan for p in grid.sheet.lines if isinstance(p.line, LoanPaidOut)}
        waiting = [loan for loan in agreed_loans(facts) if loan.id not in handed]
        self.loan_model.show(waiting)
        self.loans.select_row(0)
        for part in (self.loans, self.pay_out):
            part.setVisible(bool(waiting))
        high = self.loans.verticalHeader().defaultSectionSize()
        shown = min(len(waiting), _LOANS_SHOWN)
        head = self.loans.horizontalHeader().sizeHint().height()
        self.loans.setFixedHeight(head + high * shown + 2 * self.loans.frameWidth() + 6)
        self._empty.setVisible(not written)
        self.rub_out.setEnabled(bool(written))
        self.list.setEnabled(bool(written))
        self._name_loans(self.words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._columns(words)
        self._written_name.setText(words.say("Written on this sheet"))
        self._empty.setText(
            words.say("Nothing yet. What is lent, spent or received today is written at the right.")
        )
        self.rub_out.setText(with_key(words.say("Rub out this line"), "Del"))
        self.list.setText(words.say("Pay-out list"))
        self.pay_out.setText(words.say("Hand over this loan"))
        self.lines.setAccessibleName(words.say("Written on this sheet"))
        self.loans.setAccessibleName(words.say("Agreed loans"))
        self._name_loans(words)

    def arrive(self) -> None:
        """Begin with the loans that wait; otherwise with the form."""
        if self.loan_model.rows():
            self.loans.setFocus()
        else:
            self.form.start()

    def stand_on(self, at: Written) -> None:
        """Put the cursor on one of the lines that are written."""
        for place, row in enumerate(self.model.rows()):
            if row.number == at.line:
                self.lines.select_row(place)
                self.lines.setFocus()

    def problem(self, sentence: str) -> bool:
        """Say beside the loans or under the form why it was not written."""
        self._last(sentence)
        return True

    def problem_text(self) -> str:
        """What is said to be wrong with a loan now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    # --- acts ------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        index = self.loans.currentIndex()
        self._say_at_loans("")
        if index.isValid():
            self._last = self._say_at_loans
            loan = self.loan_model.row(index)
            if self.acts.write_line(LoanPaidOut(loan.id), once=one_time_key()):
                self.arrive()

    def _write(self, line: Line) -> None:
        self._last = self.form.problem
        if self.acts.write_line(line, once=self.form.once):
            self.form.clear()
            self.form.start()

    def _print_list(self) -> None:
        if self.grid is not None:
            self.asked.emit("papers", Wish("pay-outs", sheet=self.grid.sheet.id))

    def _rub_out(self) -> None:
        index = self.lines.currentIndex()
        row = self.model.row(index) if index.isValid() else None
        if row is None or self.grid is None:
            return
        line = next(p.line for p in self.grid.sheet.lines if p.number == row.number)
        back = one_time_key()
        self._last = self.form.problem
        if self.acts.rub_out_line(row.number):
            self.done.say(
                self.words.say("Rubbed out: {what}.", what=f"{row.what} · {row.about}"),
                Tone.INFO,
                act=self.words.say("Put it back"),
                do=lambda: self.acts.write_line(line, once=back),
                seconds=10,
            )

    def _say_at_loans(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    # --- inside ----------------------------------------------------------------------------

    def _name_loans(self, words: Words) -> None:
        self._loans_name.setText(
            words.say("Agreed loans to hand over")
            if self.loan_model.rows()
            else words.say("No agreed loan waits to be handed over")
        )

    def _columns(self, words: Words) -> None:
        self.model.set_columns(line_columns(words))
        self.lines.stretch((1,))
        self.loan_model.set_columns(
            (
                Column(words.say("No."), lambda loan: loan.number),
                Column(words.say("Name"), self._borrower),
                Column(
                    words.unit,
                    lambda loan: words.kip(loan.decision.kip if loan.decision else 0),
                    figures=True,
                    figure=lambda loan: at_stake_figure(self.acts.desk.today(), loan.id),
                ),
            )
        )
        self.loans.stretch((1,))

    def _borrower(self, loan: Loan) -> str:
        if self.grid is None:
            return ""
        day = self.grid.sheet.day
        return member_name(self.acts.desk.book.day_facts(day, day), loan.request.member)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._written_name)
        left.addWidget(self.done)
        left.addWidget(self._empty)
        left.addWidget(self.lines, 1)
        under = QHBoxLayout()
        under.addWidget(self.rub_out)
        under.addWidget(self.list)
        under.addStretch(1)
        left.addLayout(under)
        right = QVBoxLayout()
        right.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._loans_name)
        head.addStretch(1)
        head.addWidget(self.pay_out)
        right.addLayout(head)
        right.addWidget(self.loans)
        right.addWidget(self._wrong)
        right.addWidget(self.form)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 5)
        both.addWidget(Room(right), 4)
        self.rows.addLayout(both, 1)
        self._wrong.hide()


def line_columns(words: Words) -> tuple[Column[LineRow], ...]:
    """What, for whom, in and out: an arrow beside each amount of cash."""

    def amount(kip: int) -> str:
        return words.kip(kip) if kip else ""

    return (
        Column(
            words.say("What"),
            lambda row: row.what,
            icon=lambda row: (
                icon("money_in", COLOURS["good"])
                if row.received > row.paid
                else icon("money_out", COLOURS["bad"])
                if row.paid
                else icon("books", COLOURS["muted"])
            ),
        ),
        Column(words.say("For whom, what for"), lambda row: row.about),
        Column(words.say("Came in"), lambda row: amount(row.received), figures=True),
        Column(words.say("Went out"), lambda row: amount(row.paid), figures=True),
    )
