"""What the group borrows, or lends to another group: its terms, its schedule and payments."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ledger.actions.funds import agree_borrowing
from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account, Named
from ledger.rules.borrowing import TermsOutOfRange, is_lent, schedule_of
from ledger.rules.funds import NameTaken
from ledger.rules.loan_rules import InterestMethod, LoanProduct, MonthCount, ScheduleKind
from ledger.rules.loan_values import ScheduleRow
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks, NameMissing, Refusal
from ledger.statements.borrowings import BorrowingRow
from ledger.statements.figure import Figure, accounts_figure
from translations.naming import word
from ui.desk import Desk
from ui.models.rows import Column, RowsModel
from ui.one_time import one_time_key
from ui.screens.funds.acting import ActScreen
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit, PercentEdit
from ui.widgets.table_view import TableView

_WAYS = (Named.LENDER, Named.GROUP)
_METHODS = (InterestMethod.OUTSTANDING, InterestMethod.FLAT)
_WHERE: dict[type[Refusal], str] = {
    NameMissing: "lender",
    NameTaken: "decision",
    TermsOutOfRange: "rate",
    AmountOutOfRange: "kip",
    DayOutsideBooks: "day",
}


class BorrowingScreen(ActScreen):
    """`go("borrowing", None)` agrees a new one; `go("borrowing", account)` shows one."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ENTRIES, Topic.FUNDS, Topic.RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.lender, self.decision = NameEdit(words), DecisionLine(desk)
        self.kip, self.rate, self.months = KipEdit(words), PercentEdit(words), CountEdit(words)
        self.way, self.method, self.schedule = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.day = DayEdit(words, desk.today)
        editors: dict[str, QWidget] = {
            "way": self.way,
            "lender": self.lender,
            "kip": self.kip,
            "rate": self.rate,
            "months": self.months,
            "method": self.method,
            "schedule": self.schedule,
            "day": self.day,
            "decision": self.decision,
        }
        self.fields = {name: Field(words, editor) for name, editor in editors.items()}
        self.figures = FigureStrip()
        self.table = TableView()
        self.model: RowsModel[ScheduleRow] = RowsModel()
        self.table.setModel(self.model)
        self._account: Account | None = None
        self.lay_out_form("way")
        self.body.addWidget(self.figures)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.setFocusProxy(self.lender)
        self.write.clicked.connect(self._write)
        self.way.chosen.connect(lambda _: self._say_way())

    def show_item(self, item: object) -> None:
        """Show a borrowing, or the empty form of a new one."""
        self._account = Account(item) if isinstance(item, int) else None
        self.way.show_value(_WAYS[0])
        self.once = one_time_key()
        self.clear_problems()
        for line in (self.lender, self.kip, self.rate, self.months, self.decision):
            line.show_value(None)
        self.day.show_value(self.today())

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        names = {
            "way": words.say("Which way does the money go?"),
            "kip": words.say("Amount in {unit}", unit=words.unit),
            "rate": words.say("Interest a month"),
            "months": words.say("Months"),
            "method": words.say("Interest is worked out"),
            "schedule": words.say("Paid back"),
            "day": words.say("Agreed on"),
            "decision": words.say("Number of the decision"),
        }
        for name, text in names.items():
            self.fields[name].name(text)
        ways = (words.say("The group borrows money"), words.say("The group lends to another group"))
        self.way.offer(list(zip(_WAYS, ways, strict=True)))
        methods = [(m, word(words, "interest_method", m.value)) for m in _METHODS]
        self.method.offer(methods)
        self.schedule.offer([(s, word(words, "schedule_kind", s.value)) for s in ScheduleKind])
        for box, first in (
            (self.way, _WAYS[0]),
            (self.method, _METHODS[0]),
            (self.schedule, ScheduleKind.BULLET),
        ):
            if box.value() is None:
                box.show_value(first)
        self._columns()
        self.back.setText(words.say("All funds"))
        self.help.setText(
            words.say(
                "What was agreed is written here. The money itself is written as a movement when "
                "it comes."
            )
        )

    def _lends(self) -> bool:
        return self.way.value() is Named.GROUP

    def _say_way(self) -> None:
        """Whoever is on the other side is asked for by what she is in this agreement."""
        words, lends = self.words, self._lends()
        who = words.say("Which group borrows") if lends else words.say("Who lends")
        self.fields["lender"].name(who)
        self.title.setText(
            words.say("The group lends to another group")
            if lends
            else words.say("The group borrows money")
        )

    def _columns(self) -> None:
        words = self.words

        def owed(_: object) -> Figure | None:
            account = self._account
            return None if account is None else accounts_figure(self.today(), account)

        self.model.set_columns(
            (
                Column(words.say("Due on"), lambda row: words.day(row.due)),
                Column(
                    words.say("Principal"), lambda row: words.kip(row.principal), True, figure=owed
                ),
                Column(
                    words.say("Interest"), lambda row: words.kip(row.interest), True, figure=owed
                ),
                Column(
                    words.say("Together"),
                    lambda row: words.kip(row.principal + row.interest),
                    figures=True,
                    figure=owed,
                ),
            )
        )

    def refresh(self, change: Change | None = None) -> None:
        """Show the borrowing that is chosen, or the form."""
        del change
        words, row = self.words, self._row()
        new = row is None
        self.form.setVisible(new)
        self.help.setVisible(new)
        self.table.setVisible(not new)
        self.figures.setVisible(not new)
        if row is None:
            self._say_way()
            self.write.setText(words.say("Write down what was agreed"))
            return
        self.title.setText(
            words.say(
                "{lender} · decision {decision}",
                lender=row.borrowing.lender,
                decision=row.borrowing.decision,
            )
        )
        self.write.setText(words.say("Write a movement"))
        self._show(row)

    def _row(self) -> BorrowingRow | None:
        today = self.today()
        rows = (*self.book.borrowing_rows(today), *self.book.group_loan_rows(today))
        return next((row for row in rows if row.borrowing.account == self._account), None)

    def _show(self, row: BorrowingRow) -> None:
        words, state = self.words, row.state
        due = "–" if row.next_due is None else words.day(row.next_due.due)
        self.figures.show_figures(
            (
                (
                    words.say("Lent") if is_lent(row.borrowing) else words.say("Borrowed"),
                    words.money(row.borrowing.kip),
                ),
                (words.say("Principal left"), words.money(state.principal)),
                (words.say("Interest due"), words.money(state.interest_due)),
                (words.say("Overdue"), words.money(state.overdue)),
                (words.say("Next due"), due),
            )
        )
        self.model.show(schedule_of(row.borrowing))
        self.table.stretch((0,))

    def _write(self) -> None:
        if self._account is not None:
            self.go.emit("funds", self._account)
            return
        lender, lends = self.lender.value() or "", self._lends()
        terms = LoanProduct(
            key="lender",
            name=lender,
            rate=self.rate.value() or 0,
            method=self.method.value(),
            count=MonthCount.STARTED,
            schedule=self.schedule.value(),
            months=self.months.value() or 0,
        )
        if self.act(
            lambda book, who: agree_borrowing(
                book,
                who,
                lender=lender,
                kip=self.kip.value() or 0,
                terms=terms,
                day=self.day.value() or self.today(),
                decision=self.decision.value() or "",
                today=self.today(),
                lent=lends,
            ),
            _WHERE,
        ):
            rows = self.book.group_loan_rows if lends else self.book.borrowing_rows
            newest = max(row.borrowing.account for row in rows(self.today()))
            self.go.emit("funds", newest)
