"""The months of the books: open, on hold, closed, and the next step of each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex

from ledger.actions.months import close_month, hold_month, reopen_month
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.days import Month, month_of
from ledger.rules.months import MonthState
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from translations.naming import word
from ui.desk import Desk
from ui.models.rows import Column, RowsModel
from ui.screens.books.leaf import BookLeaf
from ui.screens.reasoned import ask_reason
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month and how firm it is."""

    month: Month
    state: MonthState


class MonthsLeaf(BookLeaf):
    """The newest month first. A step of one month takes all before it along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = TableView()
        self.model: RowsModel[MonthRow] = RowsModel()
        self.reopen, self.step = Button(picture="undo"), PrimaryButton("lock")
        self.left, self.right = (self.reopen,), (self.step,)
        self._help = WrapLabel()
        self.table.setModel(self.model)
        self.rows.addWidget(self._help)
        self.rows.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.step.clicked.connect(self._forward)
        self.reopen.clicked.connect(self._reopen)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self._help.setText(
            words.say(
                "A month goes from open to on hold to closed, and takes all before it along. On "
                "hold: writing in it takes a second officer and a reason. Closed: nothing is "
                "written in it any more; what is found later is written under a later day."
            )
        )
        self.table.setAccessibleName(words.say("Months"))
        self.model.set_columns(
            (
                Column(words.say("Month"), lambda row: words.month(row.month)),
                Column(
                    words.say("State"), lambda row: word(words, "month_firmness", row.state.value)
                ),
            )
        )
        self.table.stretch((1,))
        self._chosen()

    def refresh(self) -> None:
        """Read how firm the months are, from the beginning of the books to this one."""
        book, chosen = self.desk.book, self.table.currentIndex().row()
        today = month_of(self.desk.today())
        begin = month_of(book.books_begin or self.desk.today())
        states = book.month_states()
        months = [today.plus(-k) for k in range(max(today - begin, 0) + 1)]
        self.model.show([MonthRow(month, states.of(month)) for month in months])
        self.table.select_row(max(chosen, 0))
        self._chosen()

    def chosen(self) -> MonthRow | None:
        """The month on which one stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    # --- inside ----------------------------------------------------------------------------

    def _chosen(self, _now: QModelIndex | None = None) -> None:
        words, row = self.desk.words, self.chosen()
        state = row.state if row else MonthState.CLOSED
        month = words.month(row.month) if row else ""
        over = row is not None and row.month.last < self.desk.today()
        self.step.setEnabled(over and state is not MonthState.CLOSED)
        self.step.setText(
            words.say("Close {month}", month=month)
            if state is MonthState.ON_HOLD
            else words.say("Put {month} on hold", month=month)
        )
        self.reopen.setVisible(self.isVisible() and state is MonthState.ON_HOLD)
        self.reopen.setText(words.say("Open {month} again", month=month))

    def _forward(self) -> None:
        row, today = self.chosen(), self.desk.today()
        if row is None:
            return
        act = close_month if row.state is MonthState.ON_HOLD else hold_month
        if act is close_month and not ask_close(self, row.month):
            return
        self._do(lambda book, actor: act(book, actor, month=row.month, today=today))

    def _reopen(self) -> None:
        row, desk = self.chosen(), self.desk
        if row is None:
            return
        month, today = row.month, desk.today()
        title = desk.words.say("Open {month} again", month=desk.words.month(month))
        answer = ask_reason(desk, Act.REOPEN_MONTH, title=title, two=True, parent=self.window())
        if answer is not None:
            self._do(
                lambda book, actor: reopen_month(
                    book,
                    actor,
                    month=month,
                    second=answer.second,
                    reason=answer.reason,
                    today=today,
                )
            )

    def _do(self, act: Callable[[Book, Actor], Change]) -> None:
        if self.desk.do(act):
            row, words = self.chosen(), self.desk.words
            if row is not None:
                state = word(words, "month_firmness", row.state.value)
                month = words.month(row.month)
                self.said.emit(words.say("{month}: {state}", month=month, state=state))


def ask_close(leaf: MonthsLeaf, month: Month) -> bool:
    """Whether the month is really to be closed, which cannot be taken back."""
    words = leaf.desk.words
    name = words.month(month)
    return confirm(
        leaf.window(),
        words,
        title=words.say("Close {month}", month=name),
        sentence=words.say("Nothing can be written in {month} or before it any more.", month=name),
        detail=words.say("This cannot be taken back."),
        do=words.say("Close {month}", month=name),
        danger=True,
    )
