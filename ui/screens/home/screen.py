"""The first page: large figures that open their pages, what comes next, two charts."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ledger.book.change import Change, Topic
from ledger.rules.accounts import CASH
from ledger.rules.meeting_values import SheetKind
from ledger.statements.figure import headline_figures
from ledger.statements.lists import Figures
from translations import Words
from ui.desk import Desk
from ui.models.home import HomeView, read_home
from ui.models.home_tasks import PLACES, Task, Unfinished, item_of
from ui.screens.books.at import At, Leaf
from ui.screens.home.charts import show_growth, show_income
from ui.screens.home.safe_card import SafeCard
from ui.screens.home.tasks import TaskList
from ui.screens.home.tile import Tile
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.charts import Chart, Drawn
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pointing import point

_DRAW_AFTER = 200
"""So many milliseconds after the page is shown its charts are drawn."""


class HomeScreen(Screen):
    """Six figures at the left over two charts; the next meeting and the tasks at the right."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.DRAFT}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cash, self.banks, self.savings = Tile("cash"), Tile("books"), Tile("passbook")
        self.loans, self.funds, self.profit = Tile("loans"), Tile("funds"), Tile("year")
        self.growth, self.income = Chart(Drawn.LINES), Chart(Drawn.BARS)
        self.tasks = TaskList()
        self.safe = SafeCard(desk)
        self.meeting = PrimaryButton("meeting")
        self._next_name = line_label("muted")
        self._next_day = WrapLabel(role="heading")
        self._next_more = WrapLabel(role="muted")
        self._people = line_label("muted")
        self.earnings = Button(Look.LINK, "year")
        self._view: HomeView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAW_AFTER)
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """The figures bring their own words with them; the title is today."""

    def refresh(self, change: Change | None = None) -> None:
        """Read everything anew: nearly every act moves a figure here."""
        del change
        view = self.desk.ask(lambda book: read_home(book, self.today()))
        if view is None:
            return
        self._view = view
        self.title.setText(self.words.long_day(self.today()))
        self._show_figures(self.words, view)
        self._show_next(self.words, view)
        self.tasks.show_tasks(self.words, view.tasks)
        self.safe.show_state()
        show_growth(self.growth, self.words, view.months)
        show_income(self.income, self.words, view.months)

    def show_item(self, item: object) -> None:
        """Say what was done before one came here."""
        if isinstance(item, str):
            self.tell(item, seconds=0)

    def view(self) -> HomeView | None:
        """What the page shows."""
        return self._view

    def draw(self) -> None:
        """Make the charts now; the page draws them by itself a moment after it is shown."""
        self._timer.stop()
        for chart in (self.growth, self.income):
            chart.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the figures at once, and the charts when they have been seen."""
        super().showEvent(event)
        if not self.growth.is_drawn():
            self._timer.start()

    # --- inside ----------------------------------------------------------------------------

    def _show_figures(self, words: Words, view: HomeView) -> None:
        f = view.figures
        self._point(view)
        members = words.say_many("{n} member", "{n} members", f.members)
        households = words.say_many("{n} household", "{n} households", f.households)
        self._people.setText(f"{members} · {households}")
        self.earnings.setText(words.say("What the group earns its members"))
        self.cash.show_figure(words.say("In the cash box"), words.money(f.cash))
        self.banks.show_figure(words.say("In the bank"), words.money(f.banks))
        self._show_savings(words, f, members)
        late = words.say_many("{n} loan", "{n} loans", f.loans_open)
        if f.overdue:
            late = words.say("overdue: {kip}", kip=words.money(f.overdue))
        self.loans.show_figure(
            words.say("Lent out"), words.money(f.loans_out), late, bad=bool(f.overdue)
        )
        self.funds.show_figure(words.say("In the funds"), words.money(f.funds))
        self.profit.show_figure(
            words.say("Profit of this year so far"),
            words.money(f.profit),
            words.say(
                "in {income} · out {costs}",
                income=words.kip(f.income),
                costs=words.kip(f.expenses),
            ),
        )

    def _show_savings(self, words: Words, f: Figures, members: str) -> None:
        """What the members have saved; of two kinds both together, with each below."""
        if not f.voluntary:
            self.savings.show_figure(words.say("Members' savings"), words.money(f.savings), members)
            return
        self.savings.show_figure(
            words.say("Savings of both kinds"),
            words.money(f.savings + f.voluntary),
            f"{words.kip(f.savings)} + {words.kip(f.voluntary)}",
            said=words.say(
                "{savings} and {voluntary} voluntary",
                savings=words.kip(f.savings),
                voluntary=words.kip(f.voluntary),
            ),
        )

    def _point(self, view: HomeView) -> None:
        """Say of each large figure what it is the sum of."""
        day = view.figures.day
        behind = headline_figures(self.book.rulebook(day), view.year, day)
        point(self.cash, behind.cash)
        point(self.banks, behind.banks)
        point(self.savings, behind.savings)
        point(self.loans, behind.loans)
        point(self.funds, behind.funds)
        point(self.profit, behind.profit)

    def _show_next(self, words: Words, view: HomeView) -> None:
        sheet = view.sheet
        self._next_name.setText(words.say("The next meeting"))
        self._next_day.setText(words.long_day(view.meeting))
        self.meeting.setText(words.say("Open the meeting"))
        if sheet is not None:
            meeting = sheet.kind is SheetKind.MEETING
            self._next_name.setText(
                words.say("On the table: a meeting")
                if meeting
                else words.say("On the table: a day sheet")
            )
            self._next_day.setText(words.long_day(sheet.day))
            self.meeting.setText(words.say("Go on with the sheet"))
        self._next_more.setText("" if sheet else _away(words, (view.meeting - self.today()).days))
        self._next_more.setVisible(not sheet)

    def _arrange(self) -> None:
        figures = QGridLayout()
        figures.setSpacing(12)
        tiles = (self.cash, self.banks, self.savings, self.loans, self.funds, self.profit)
        for place, tile in enumerate(tiles):
            figures.addWidget(tile, *divmod(place, 3))
        for column in range(3):
            figures.setColumnStretch(column, 1)
        for row in range(2):
            figures.setRowStretch(row, 1)
        charts = QHBoxLayout()
        charts.setSpacing(12)
        charts.addWidget(self.growth, 1)
        charts.addWidget(self.income, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(figures)
        left.addLayout(charts, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        for part, share in ((self._next_card(), 0), (self.tasks, 1), (self.safe, 0)):
            right.addWidget(part, share)
        inside = QWidget()
        both = QHBoxLayout(inside)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addLayout(left, 7)
        both.addLayout(right, 3)
        # With the largest letters the page is higher than the window.
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(inside)
        self.body.addWidget(room, 1)
        self.beside_title.addWidget(self.earnings)
        self.beside_title.addWidget(self._people)
        self.acts.addStretch(1)
        self.acts.addWidget(self.meeting)
        self.setFocusProxy(self.meeting)

    def _next_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(4)
        for label in (self._next_name, self._next_day, self._next_more):
            rows.addWidget(label)
        return card

    def _listen(self) -> None:
        go = self.go.emit
        self.cash.clicked.connect(lambda: go("books", At(Leaf.CASH, account=CASH)))
        self.banks.clicked.connect(lambda: go("funds", None))
        self.savings.clicked.connect(lambda: go("members", None))
        self.loans.clicked.connect(lambda: go("loans", None))
        self.funds.clicked.connect(lambda: go("funds", None))
        self.profit.clicked.connect(lambda: go("year_end", None))
        self.meeting.clicked.connect(lambda: go("meeting", None))
        self.earnings.clicked.connect(lambda: go("books", At(Leaf.EARNINGS)))
        self.tasks.wanted.connect(self._go_to)
        self.safe.wanted.connect(self.go)
        self.safe.alarmed.connect(self._alarm)
        self._timer.timeout.connect(self.draw)

    def _alarm(self, sentence: str) -> None:
        do = self.safe.open
        self.banner.say(sentence, Tone.BAD, act=do.text(), do=do.click)

    def _go_to(self, task: Task) -> None:
        item = At(Leaf.MINUTES) if task.kind is Unfinished.MINUTES else item_of(task)
        self.go.emit(PLACES[task.kind], item)


def _away(words: Words, days: int) -> str:
    """How far off the meeting is."""
    if days == 0:
        return words.say("That is today.")
    if days < 0:
        return words.say_many(
            "That was {n} day ago. It has not been opened yet.",
            "That was {n} days ago. It has not been opened yet.",
            -days,
        )
    return words.say_many("In {n} day", "In {n} days", days)
