"""The list of dividends to be paid: cash, into savings, or against overdue debt; many at once."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from ledger.actions.record import record_day
from ledger.book.change import Change, Topic
from ledger.rules.accounts import CASH
from ledger.rules.dividend_ways import dividends_due, kip_of, way_by_rule
from ledger.rules.lines import DividendWay
from ui.desk import Desk
from ui.models.dividends import DividendList, Section, way_name
from ui.one_time import one_time_key
from ui.papers.wish import Wish
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton, with_key
from ui.widgets.day_edit import DayEdit
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.sum_line import SumLine
from ui.widgets.table_view import TableView

_KEYS = {
    Qt.Key.Key_F6: DividendWay.CASH,
    Qt.Key.Key_F7: DividendWay.SAVINGS,
    Qt.Key.Key_F8: DividendWay.OFFSET,
}
_NAMES = {DividendWay.CASH: "F6", DividendWay.SAVINGS: "F7", DividendWay.OFFSET: "F8"}
_PICTURES = {
    DividendWay.CASH: "cash",
    DividendWay.SAVINGS: "passbook",
    DividendWay.OFFSET: "loans",
}


class _List(TableView):
    """Keys choose a way for the marked rows: F6, F7 and F8, and Delete for none."""

    picked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A way, or a key like any other."""
        if event.key() in _KEYS:
            self.picked.emit(_KEYS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.picked.emit(None)
        else:
            super().keyPressEvent(event)


class DividendsScreen(Screen):
    """Who has not fetched her dividend. What nobody has chosen stays on the list."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.YEAR, Topic.ENTRIES, Topic.MEMBERS, Topic.LOANS, Topic.RULES}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.day = DayEdit(desk.words, desk.today, empty=False)
        self.day_field = Field(desk.words, self.day)
        self.table = _List()
        self.model = DividendList(desk.words, self)
        self.sums = SumLine(self.table)
        self.cash = line_label()
        self.choose = {way: Button(picture=_PICTURES[way]) for way in DividendWay}
        self.leave = Button(picture="undo")
        self.everybody = Button(picture="members")
        self.list = Button(picture="papers")
        self.pay = PrimaryButton("check")
        self.empty = EmptyState("year")
        self._once = one_time_key()
        self._how = WrapLabel(role="muted")
        self._whole = QWidget()
        self._build()
        self._connect()

    # --- Screen ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Dividends to be paid"))
        self.day_field.name(words.say("Day"))
        for way, button in self.choose.items():
            button.setText(with_key(way_name(words, way), _NAMES[way]))
        self.leave.setText(words.say("Leave on the list"))
        self.list.setText(words.say("Pay-out list"))
        self.everybody.setText(words.say("Mark everybody"))
        self._how.setText(
            words.say("Mark one or more members, then choose how they take their dividend.")
        )
        self.table.setAccessibleName(words.say("Dividends to be paid"))
        self.empty.say(
            words.say("Every dividend has been taken. New ones come when a year is closed."),
            words.say("Go to the closing of the year"),
        )

    def refresh(self, change: Change | None = None) -> None:
        """Read who is owed a dividend, and what the box holds."""
        if self.day.value() is None:
            self.day.show_value(self.today())
        self._read()

    # --- the list --------------------------------------------------------------------------

    def _read(self) -> None:
        day, today = self.day.value() or self.today(), self.today()
        facts = self.desk.ask(lambda book: book.day_facts(day, max(day, today)))
        if facts is None:
            return
        dues = dividends_due(facts)
        fresh = not self.model.dues()
        self.model.show(dues, self.words)
        if fresh:
            payment = facts.rulebook.profit.payment
            for row, due in enumerate(dues):
                self.model.choose([row], way_by_rule(due, payment))
        self._whole.setVisible(bool(dues))
        self.list.setVisible(bool(dues))
        self.empty.setVisible(not dues)
        self.table.select_row(0)
        box = self.words.money(facts.balances.get(CASH, 0))
        self.cash.setText(self.words.say("In the cash box: {kip}", kip=box))
        self._add_up()

    def _choose(self, way: DividendWay | None) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        taken = self.model.choose(rows, way)
        if taken < len(rows):
            words = self.words
            self.tell(
                words.say_many(
                    "For {n} member “{way}” is not open.", "For {n} members “{way}” is not open.",
                    len(rows) - taken, way=way_name(words, way),
                )
            )  # fmt: skip
        self._add_up()

    def _add_up(self) -> None:
        words, model = self.words, self.model
        together = kip_of(model.lines())
        self.sums.show_sums(
            {
                Section.NAME: words.say_many("{n} member", "{n} members", len(model.dues())),
                Section.OWED: words.kip(sum(due.owed for due in model.dues())),
                Section.WAY: words.say(
                    "in cash: {kip}", kip=words.kip(kip_of(model.lines(DividendWay.CASH)))
                ),
                Section.TAKEN: words.kip(together),
            }
        )
        said = words.say_many(
            "Pay {n} member: {kip}",
            "Pay {n} members: {kip}",
            model.chosen(),
            kip=words.money(together),
        )
        self.pay.setText(said if model.chosen() else words.say("Pay the dividends"))
        self.pay.setEnabled(bool(model.chosen()))

    def _pay(self) -> None:
        if not self.day.is_right():
            self.day.setFocus()
            return
        day, lines, number = self.day.value() or self.today(), self.model.lines(), 0
        number = self.model.chosen()
        kip = self.words.money(kip_of(lines))
        today = self.today()
        if self.desk.do(
            lambda book, actor: record_day(book, actor, day=day, lines=lines, today=today),
            once=self._once,
        ):
            self._once = one_time_key()
            self.model.forget()
            self._add_up()
            self.tell(
                self.words.say_many(
                    "Written: {n} member has taken {kip}.",
                    "Written: {n} members have taken {kip}.",
                    number,
                    kip=kip,
                )
            )

    # --- parts -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.stretch((Section.NAME, Section.WAY))
        self.day_field.setMinimumWidth(300)
        top = QHBoxLayout()
        top.addWidget(self.day_field)
        top.addStretch(1)
        top.addWidget(self.cash, 0, Qt.AlignmentFlag.AlignBottom)
        ways = QHBoxLayout()
        ways.addWidget(self.everybody)
        ways.addStretch(1)
        for button in self.choose.values():
            ways.addWidget(button)
        ways.addWidget(self.leave)
        listed = QVBoxLayout()
        listed.setSpacing(0)
        listed.addWidget(self.table, 1)
        listed.addWidget(self.sums)
        rows = QVBoxLayout(self._whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(top)
        rows.addWidget(self._how)
        rows.addLayout(listed, 1)
        rows.addLayout(ways)
        self.body.addWidget(self._whole, 1)
        self.body.addWidget(self.empty, 1)
        self.acts.addStretch(1)
        self.acts.addWidget(self.list)
        self.acts.addWidget(self.pay)

    def _connect(self) -> None:
        self.table.picked.connect(self._choose)
        for way, button in self.choose.items():
            button.clicked.connect(lambda _=False, way=way: self._choose(way))
        self.leave.clicked.connect(lambda: self._choose(None))
        self.everybody.clicked.connect(self._mark_everybody)
        self.pay.clicked.connect(self._pay)
        self.list.clicked.connect(self._print_list)
        self.day.committed.connect(lambda _: self._read())
        self.empty.pressed.connect(lambda: self.go.emit("year_end", None))

    def _print_list(self) -> None:
        closed = self.book.closed_years()
        if closed:
            self.go.emit("papers", Wish("dividends", year=closed[-1].year.number))

    def _mark_everybody(self) -> None:
        self.table.selectAll()
        self.table.setFocus()
