"""The page on which interest on savings is looked at, credited, and taken back as a whole."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from ledger.actions.counter import plan_counter
from ledger.actions.saving import credit_interest
from ledger.book.change import Change, Topic
from ledger.rules.months import MonthState
from ledger.rules.permits import Act
from ledger.rules.rulebook import InterestBasis
from ledger.rules.savings_interest import InterestPlan, InterestRow
from ui.desk import Desk
from ui.models.rows import RowsModel
from ui.models.savings_interest import (
    InterestTime,
    columns_of,
    plan_of,
    span_text,
    time_text,
    times_of,
)
from ui.screens.reasoned import Answer, ask_reason
from ui.screens.screen import Screen
from ui.screens.taking_back import TakingBack
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.table_view import TableView

_NAME = 1


class SavingsInterestScreen(Screen):
    """One time after the other: what each member gets and how it is reckoned, before it is written.

    `go("savings_interest", None)` opens the oldest months that are due.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.ENTRIES, Topic.RULES, Topic.YEAR, Topic.MEETING, Topic.SAVING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.times = ChoiceBox()
        self.times.setMinimumContentsLength(26)
        self.facts = FigureStrip()
        self.table = TableView()
        self.model: RowsModel[InterestRow] = RowsModel()
        self.nothing = EmptyState("passbook")
        self.pages = QStackedWidget()
        self.take_back = Button(Look.DANGER, "undo")
        self.close_year = Button(picture="year")
        self.credit = PrimaryButton("check")
        self._shown: tuple[InterestTime, ...] = ()
        self._plan: InterestPlan | None = None
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Interest on savings"))
        self.times.setAccessibleName(words.say("Months"))
        self.take_back.setText(words.say("Take this interest back…"))
        self.close_year.setText(words.say("To the year's end"))

    def refresh(self, change: Change | None = None) -> None:
        """Read which months are due, and what was credited."""
        del change
        chosen = self.times.value() if self._shown else None
        self._shown = times_of(self.book, self.book.interest_due(self.today()))
        self.times.offer([(t, time_text(self.words, t)) for t in self._shown])
        if chosen in self._shown:
            self.times.show_value(chosen)
        elif self._shown:
            self.times.show_value(self._shown[0])
        self._show_time()

    def show_item(self, item: object) -> None:
        """Begin with the oldest months that are due."""
        del item
        self._shown = ()

    # --- inside ----------------------------------------------------------------------------

    def _show_time(self) -> None:
        time = self.times.value() if self._shown else None
        self._plan = None
        if time is not None:
            self._plan = self.desk.ask(lambda book: plan_of(book, time))
        self._show_plan(self._plan)
        self._show_acts(time)

    def _show_plan(self, plan: InterestPlan | None) -> None:
        words = self.words
        self.facts.setVisible(plan is not None)
        self.pages.setCurrentIndex(0 if plan is not None and plan.rows else 1)
        if plan is None:
            self.nothing.say(
                words.say(
                    "No interest on savings is to be credited now. The rules say at what rate, on "
                    "which balances, and how often it is."
                )
            )
            return
        daily = plan.basis is InterestBasis.DAILY
        self.model.set_columns(columns_of(words, plan.span, daily=daily))
        self.model.show(plan.rows)
        self.table.stretch((_NAME,))
        self.table.select_row(0)
        self.nothing.say(words.say("Nobody earned any interest in these months."))
        members = len({row.member.id for row in plan.rows})
        self.facts.show_figures(
            (
                (words.say("Members"), words.number(members)),
                (words.say("Interest together"), words.money(plan.kip)),
                (words.say("Left by rounding, stays with the group"), words.money(plan.odd)),
            )
        )

    def _show_acts(self, time: InterestTime | None) -> None:
        words = self.words
        due = time is not None and time.posted is None
        oldest = due and time == self._shown[0]
        self.credit.setVisible(due)
        able = self._plan is not None and self.desk.may(Act.CREDIT_INTEREST)
        self.credit.setEnabled(oldest and able)
        if time is not None:
            months = span_text(words, time.span)
            self.credit.setText(words.say("Credit the interest of {months}", months=months))
        posted = time.posted if time is not None else None
        self.take_back.setVisible(posted is not None and posted.entry is not None)
        self.take_back.setEnabled(self.desk.may(Act.REVERSE_ENTRY))

    def _credit(self) -> None:
        plan, today, words = self._plan, self.today(), self.words
        if plan is None or not self.credit.isEnabled():
            return
        held = self._held(plan)
        if held is None:
            return
        months, kip = span_text(words, plan.span), words.money(plan.kip)
        done = self.desk.do(
            lambda book, actor: credit_interest(
                book, actor, plan=plan, today=today, second=held.second, reason=held.reason
            )
        )
        if done:
            self.tell(
                words.say("The interest of {months} is credited: {kip}.", months=months, kip=kip)
            )

    def _held(self, plan: InterestPlan) -> Answer | None:
        """A second person and a reason where the month is on hold; nothing where it was left."""
        words, last = self.words, plan.span.last
        # Where nobody earned anything no entry is written, and nothing needs a second person.
        if plan.entry is None or self.book.month_states().of(last) is not MonthState.ON_HOLD:
            return Answer("")
        return ask_reason(
            self.desk,
            Act.CREDIT_INTEREST,
            title=self.credit.text(),
            detail=words.say(
                "{month} is on hold: writing in it takes two.", month=words.month(last)
            ),
            two=True,
            parent=self,
        )

    def _ask_back(self) -> None:
        time, today = self.times.value(), self.today()
        number = time.posted.entry if time is not None and time.posted is not None else None
        if time is None or number is None:
            return
        entry = self.desk.ask(lambda book: plan_counter(book, number=number, today=today))
        if entry is not None:
            words, plan = self.words, self._plan
            dialog = TakingBack(self.desk, entry, self)
            model: RowsModel[InterestRow] = RowsModel(columns_of(words, time.span, daily=False))
            dialog.table.setModel(model)
            model.show(plan.rows if plan is not None else ())
            dialog.table.stretch((_NAME,))
            dialog.say_effects(words.say("The savings of all these members become less by it."))
            dialog.open()

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.pages, 1)
        self.beside_title.addWidget(self.times)
        self.acts.addWidget(self.take_back)
        self.acts.addStretch(1)
        self.acts.addWidget(self.close_year)
        self.acts.addWidget(self.credit)
        self.setFocusProxy(self.table)

    def _listen(self) -> None:
        self.times.chosen.connect(lambda _: self._show_time())
        self.credit.clicked.connect(self._credit)
        self.take_back.clicked.connect(self._ask_back)
        self.close_year.clicked.connect(lambda: self.go.emit("year_end", None))
