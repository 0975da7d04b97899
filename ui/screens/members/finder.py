"""The list of members with what finds them: the line to search in, who is shown, and the order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ledger.rules.accounts import VOLUNTARY_SAVINGS
from ledger.rules.days import LAST_DAY
from ledger.rules.people import MemberId, Status
from ledger.statements.figure import owed_figure, savings_figure
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.members import MemberRow, Order, Register, Standing
from ui.models.rows import Column, RowsModel
from ui.widgets.buttons import Button, Look
from ui.widgets.choice import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.icons import icon
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView

_ORDERS = {0: Order.NUMBER, 1: Order.NAME, 2: Order.HOUSEHOLD}
_NAME, _UNIT, _SAVINGS, _OWN, _OWED = 1, 3, 4, 5, 6
_AIR = 28
_ASIDE = (3, 5, 6, 7, 8)
"""The columns that make room beside a form: unit, the rest of the money, phone, standing."""
_MEASURED = 60


class Finder(QWidget):
    """`opened` carries the row of a member to be looked at; `changed` says that others are shown.

    `wanted_new` comes from the button of an empty register.
    """

    opened = Signal(object)
    changed = Signal()
    wanted_new = Signal()

    def __init__(self, page: QWidget, words: Words) -> None:
        super().__init__()
        self._words = words
        self.search = SearchEdit(page)
        self.standing, self.order = ChoiceBox(), ChoiceBox()
        self.table = TableView()
        self.model: RowsModel[MemberRow] = RowsModel()
        self.empty = EmptyState("members")
        self.near = QHBoxLayout()
        self._register = Register()
        self._downwards = False
        self._aside = False
        self._arrange()
        self._listen()

    def speak(self, words: Words) -> None:
        """Give every part its words."""
        self._words = words
        self.search.name(words.say("Search: number, name, household, phone"))
        self.standing.offer(
            (
                (Standing.HERE, words.say("Members now")),
                (Standing.GONE, words.say("Left or died")),
                (Standing.ALL, words.say("Everybody")),
            )
        )
        self.order.offer(
            (
                (Order.NUMBER, words.say("By number")),
                (Order.NAME, words.say("By name")),
                (Order.HOUSEHOLD, words.say("By household")),
            )
        )
        self.standing.setAccessibleName(words.say("Who is shown"))
        self.order.setAccessibleName(words.say("Sorted by"))
        if self.standing.value() is None:
            self.standing.show_value(Standing.HERE)
            self.order.show_value(Order.NUMBER)
        self.model.set_columns(_columns(words))
        self._fit()

    def show_register(self, register: Register) -> None:
        """Show these members, as they were searched and sorted before."""
        self._register = register
        self._hide_columns()
        self._show()

    def rows(self) -> tuple[MemberRow, ...]:
        """Who is shown, in order."""
        return self.model.rows()

    def chosen(self) -> MemberRow | None:
        """The row on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def stand_on(self, member: MemberId) -> None:
        """Go to the row of a member, where she is shown."""
        for place, row in enumerate(self.rows()):
            if row.member.id == member:
                self.table.select_row(place)

    def narrow(self, *, on: bool) -> None:
        """Make room for something beside the list."""
        self._aside = on
        self._hide_columns()
        self._fit()

    def _hide_columns(self) -> None:
        """What makes room beside a form, and voluntary savings where the group has none."""
        for column in _ASIDE:
            self.table.setColumnHidden(column, self._aside)
        # The unit makes room for the second kind of savings; it is found by searching all the same.
        away = _UNIT if self._register.two_kinds else _OWN
        self.table.setColumnHidden(away, True)

    def _fit(self) -> None:
        """Room for the largest amounts, wherever in the list they stand."""
        self.table.stretch((_NAME,))
        rows = self.rows()
        for column, kip in (
            (_SAVINGS, max((row.savings for row in rows), default=0)),
            (_OWN, max((row.voluntary for row in rows), default=0)),
            (_OWED, max((row.owed for row in rows), default=0)),
        ):
            text = self.table.fontMetrics().horizontalAdvance(self._words.kip(kip))
            self.table.setColumnWidth(column, max(self.table.columnWidth(column), text + _AIR))

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        # Measuring every one of several thousand rows would be felt at each letter.
        header.setResizeContentsPrecision(_MEASURED)
        for box in (self.standing, self.order):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        finding = QHBoxLayout()
        finding.addWidget(self.search, 1)
        finding.addWidget(self.standing)
        finding.addWidget(self.order)
        nobody = QWidget()
        rows = QVBoxLayout(nobody)
        rows.addWidget(self.empty, 1)
        rows.addLayout(self.near)
        rows.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(nobody)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(10)
        around.addLayout(finding)
        around.addWidget(self.pages, 1)

    def _listen(self) -> None:
        self.search.searched.connect(self._show)
        self.search.left_down.connect(self.table.setFocus)
        self.search.taken.connect(self._take_first)
        self.standing.chosen.connect(self._show)
        self.order.chosen.connect(lambda order: self._sort(order, downwards=False))
        self.table.horizontalHeader().sectionClicked.connect(self._head_clicked)
        self.table.opened.connect(lambda index: self.opened.emit(self.model.row(index)))
        self.empty.pressed.connect(self.wanted_new)

    def _show(self) -> None:
        chosen = self.chosen()
        order = self.order.value() or Order.NUMBER
        rows = self._register.find(
            self.search.text(),
            standing=self.standing.value() or Standing.HERE,
            order=order,
            downwards=self._downwards,
        )
        self.model.show(rows)
        self._fit()
        self.table.select_row(0)
        if chosen is not None:
            self.stand_on(chosen.member.id)
        self._mark_order(order)
        self.pages.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_nobody(self.search.text())
        self.changed.emit()

    def _say_nobody(self, text: str) -> None:
        words = self._words
        while (item := self.near.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not text.strip() and not self._register.rows:
            self.empty.say(
                words.say("Nobody is written here yet. Enter the members one by one."),
                words.say("Enter the first member"),
            )
        elif not text.strip():
            self.empty.say(words.say("Nobody is on this list."))
        else:
            self.empty.say(words.say("No member fits “{text}”. Try a part of the name.", text=text))
            self._offer_near(text)

    def _offer_near(self, text: str) -> None:
        self.near.addStretch(1)
        for name in self._register.nearest(text):
            button = Button(Look.LINK, "search")
            button.setText(name)
            button.clicked.connect(lambda _=False, name=name: self.search.setText(name))
            self.near.addWidget(button)
        self.near.addStretch(1)

    def _head_clicked(self, column: int) -> None:
        if column in _ORDERS:
            order = _ORDERS[column]
            again = order is self.order.value()
            self._sort(order, downwards=again and not self._downwards)
        else:
            self._mark_order(self.order.value())

    def _sort(self, order: Order, *, downwards: bool) -> None:
        self.order.show_value(order)
        self._downwards = downwards
        self._show()

    def _mark_order(self, order: Order) -> None:
        column = next(c for c, of_column in _ORDERS.items() if of_column is order)
        way = Qt.SortOrder.DescendingOrder if self._downwards else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, way)

    def _take_first(self) -> None:
        if self.rows():
            self.opened.emit(self.model.row(0))


_SIGNS = {
    Status.ACTIVE: ("check", COLOURS["good"]),
    Status.ON_LEAVE: ("calendar", COLOURS["warn"]),
    Status.LEFT: ("right", COLOURS["muted"]),
    Status.DIED: ("close", COLOURS["muted"]),
}


def _columns(words: Words) -> tuple[Column[MemberRow], ...]:
    return (
        Column(words.say("Number"), lambda row: row.member.number),
        Column(words.say("Name"), lambda row: row.shown),
        Column(words.say("Household"), lambda row: row.member.household),
        Column(words.say("Village unit"), lambda row: row.member.village_unit),
        Column(
            words.say("Savings"),
            lambda row: words.kip(row.savings),
            figures=True,
            figure=lambda row: savings_figure(row.member.id, LAST_DAY),
        ),
        Column(
            word(words, "column", "voluntary"),
            lambda row: words.kip(row.voluntary),
            figures=True,
            figure=lambda row: savings_figure(row.member.id, LAST_DAY, VOLUNTARY_SAVINGS),
        ),
        Column(
            words.say("Still owed"),
            lambda row: words.kip(row.owed),
            figures=True,
            figure=lambda row: owed_figure(row.member.id, LAST_DAY),
        ),
        Column(words.say("Phone"), lambda row: row.member.phone),
        Column(
            words.say("Status"),
            lambda row: word(words, "status", row.member.status.value),
            icon=lambda row: icon(*_SIGNS[row.member.status]),
        ),
    )
