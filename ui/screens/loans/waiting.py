"""The waiting list: who comes next, whom the cash reaches, and who is taken ahead and why."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ledger.actions.lending import take_ahead
from ledger.book.change import Change, Topic
from ledger.rules.before_pay_out import Before, BeforePayOut, check_ahead
from ledger.rules.waiting_list import Waiting, WaitingList
from ledger.statements.figure import Figure, at_stake_figure
from translations.naming import key_word
from ui.desk import Desk
from ui.look import COLOURS
from ui.messages import sentence
from ui.models.members import shown_names
from ui.models.rows import Column, RowsModel
from ui.models.watch import waiting_sentence
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class WaitingScreen(Screen):
    """The list in its order. Enter opens a loan; with a reason one is taken ahead."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES, Topic.MEETING, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = TableView()
        self.model: RowsModel[Waiting] = RowsModel()
        self.empty = EmptyState("loans")
        self.pages = QStackedWidget()
        self.cash, self.why = WrapLabel(), WrapLabel(role="muted")
        self.reason = NameEdit(desk.words)
        self.field = Field(desk.words, self.reason)
        self.ahead = Button(picture="up")
        self.back = Button(picture="left")
        self.open_page = PrimaryButton("right")
        self._waiting: WaitingList | None = None
        self._names: dict[int, str] = {}
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Waiting list"))
        self.field.name(words.say("Why is this one taken ahead?"))
        self.ahead.setText(words.say("Take this one ahead"))
        self.back.setText(words.say("Back to the loans"))
        self.open_page.setText(words.say("Open the loan"))
        self.empty.say(words.say("Nobody waits for a loan."))

    def refresh(self, change: Change | None = None) -> None:
        """Read the list and show it."""
        del change
        words = self.words
        waiting = self.book.waiting_list(self.today())
        self._waiting = waiting
        self._names = {int(m): name for m, name in shown_names(self.book.members()).items()}
        self.cash.setText(
            words.say(
                "{cash} can be lent today. Who comes first is the group's own rule.",
                cash=words.money(waiting.cash),
            )
        )
        standing = self._chosen()
        self.model.set_columns(self._columns())
        self.model.show(waiting.rows)
        self.table.stretch((2,))
        places = [
            place
            for place, row in enumerate(waiting.rows)
            if standing is not None and row.loan.id == standing.loan.id
        ]
        self.table.select_row(places[0] if places else 0)
        self.pages.setCurrentIndex(0 if waiting.rows else 1)
        for part in (self.field, self.ahead, self.open_page, self.cash):
            part.setVisible(bool(waiting.rows))
        self._show_why()

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        taking = QHBoxLayout()
        taking.setSpacing(12)
        taking.addWidget(self.field, 1)
        taking.addWidget(self.ahead, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self.cash)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.why)
        self.body.addLayout(taking)
        self.acts.addWidget(self.back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.open_page)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._show_why)
        self.table.opened.connect(self._open)
        self.open_page.clicked.connect(self._open)
        self.ahead.clicked.connect(self._take_ahead)
        self.back.clicked.connect(lambda: self.go.emit("loans", None))

    def _columns(self) -> tuple[Column[Waiting], ...]:
        words = self.words
        return (
            Column(words.say("Turn"), lambda row: words.number(row.place), figures=True),
            Column(words.say("Loan"), lambda row: row.loan.number),
            Column(words.say("Borrower"), lambda row: self._names[row.loan.request.member]),
            Column(words.say("What for?"), self._purpose),
            Column(words.say("Asked on"), lambda row: words.day(row.loan.request.day)),
            Column(
                words.say("Amount"),
                lambda row: words.kip(row.kip),
                figures=True,
                figure=lambda row: at_stake_figure(self.today(), row.loan.id),
            ),
            Column(
                words.say("With all before"),
                lambda row: words.kip(row.together),
                figures=True,
                figure=self._together,
            ),
            Column(
                words.say("The cash"),
                lambda row: words.say("reaches") if row.reaches else words.say("waits"),
                colour=lambda row: QColor(COLOURS["good" if row.reaches else "bad"]),
                icon=lambda row: icon(
                    "check" if row.reaches else "warn", COLOURS["good" if row.reaches else "bad"]
                ),
            ),
        )

    def _together(self, row: Waiting) -> Figure:
        before = (one.loan.id for one in self.model.rows() if one.place <= row.place)
        return at_stake_figure(self.today(), *before)

    def _purpose(self, row: Waiting) -> str:
        request = row.loan.request
        purposes = self.book.rulebook(request.day).loans.purposes
        named = (key_word(self.words, p.key, p.name) for p in purposes if p.code == request.purpose)
        return next(named, request.purpose)

    def _chosen(self) -> Waiting | None:
        index = self.table.currentIndex()
        rows = self.model.rows()
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def _show_why(self) -> None:
        row, waiting = self._chosen(), self._waiting
        self.field.problem("")
        self.why.setVisible(row is not None)
        if row is None or waiting is None:
            return
        said = [waiting_sentence(self.words, row, waiting)]
        for act in self.book.before_pay_out(row.loan.id):
            if act.kind is Before.AHEAD:
                said.append(self.words.say("Taken ahead: {reason}", reason=act.reason))
            elif act.kind is Before.PUT_OFF:
                said.append(self.words.say("Put off: {reason}", reason=act.reason))
        self.why.setText(" ".join(said))
        self.ahead.setEnabled(row.place > 1 and not row.ahead)

    def _open(self) -> None:
        row = self._chosen()
        if row is not None:
            self.go.emit("loan", row.loan.id)

    def _take_ahead(self) -> None:
        row, waiting = self._chosen(), self._waiting
        if row is None or waiting is None or not self.reason.is_right():
            return
        reason = self.reason.value() or ""
        act = BeforePayOut(row.loan.id, Before.AHEAD, self.today(), reason)
        refusal = self.desk.try_out(lambda _: check_ahead(act, row.loan, waiting))
        if refusal is not None:
            self.field.problem(sentence(self.words, refusal))
            self.reason.setFocus()
        elif self.desk.do(lambda book, actor: take_ahead(book, actor, act=act)):
            self.reason.show_value(None)
            number = row.loan.number
            self.tell(self.words.say("Loan {number} stands first now.", number=number))
            self.table.setFocus()
