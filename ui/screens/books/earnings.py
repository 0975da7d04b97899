"""What the group earns its members, against a moneylender; what idle money costs, and will."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.rules.days import Month
from ledger.statements.earnings import MemberEarnings
from ledger.statements.idle import Idle
from translations import Words
from ui.desk import Desk
from ui.models.earnings import (
    ahead_sentence,
    earnings_columns,
    earnings_sentence,
    idle_sentence,
)
from ui.models.rows import RowsModel
from ui.screens.books.leaf import BookLeaf
from ui.screens.home.charts import unit_of
from ui.widgets.charts import Chart, Drawn, Series, scale_of
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView

_DRAW_AFTER = 200
"""So many milliseconds after the leaf is shown its charts are drawn."""


class EarningsLeaf(BookLeaf):
    """The moneylender at the left, idle money with its two charts at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.earned, self.idle = WrapLabel(), WrapLabel()
        self.ahead = WrapLabel(role="muted")
        self._titles = (line_label("heading"), line_label("heading"))
        self.table, self.model = TableView(), RowsModel[MemberEarnings]()
        self.behind, self.band = Chart(Drawn.BARS), Chart(Drawn.LINES)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAW_AFTER)
        self._timer.timeout.connect(self.draw)
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self._titles[0].setText(words.say("Interest here and at a moneylender's"))
        self._titles[1].setText(words.say("Money that lies idle"))
        self.table.setAccessibleName(words.say("Interest here and at a moneylender's"))

    def refresh(self) -> None:
        """Read the year and the months around today."""
        words, book, today = self.desk.words, self.desk.book, self.desk.today()
        earnings, idle = book.earnings(today), book.idle(today)
        self.earned.setText(earnings_sentence(words, earnings))
        self.model.set_columns(earnings_columns(words, earnings.first, earnings.last))
        self.model.show(earnings.rows if earnings.rate else ())
        self.table.stretch((0,))
        self.table.select_row(0)
        self.table.setVisible(bool(self.model.rows()))
        self.idle.setText(idle_sentence(words, idle))
        self.ahead.setText(ahead_sentence(words, idle))
        self._show_behind(words, idle)
        self._show_band(words, idle)

    def draw(self) -> None:
        """Make the charts now; the leaf draws them by itself a moment after it is shown."""
        self._timer.stop()
        for chart in (self.behind, self.band):
            chart.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the figures at once, and the charts when they have been seen."""
        super().showEvent(event)
        if not self.behind.is_drawn():
            self._timer.start()

    # --- inside ----------------------------------------------------------------------------

    def _show_behind(self, words: Words, idle: Idle) -> None:
        series = (Series(words.say("Idle all month"), tuple(m.idle for m in idle.months)),)
        heading = words.say("Idle money by month")
        _show(self.behind, words, heading, [m.month for m in idle.months], series)

    def _show_band(self, words: Words, idle: Idle) -> None:
        series = (
            Series(words.say("At most"), tuple(m.high for m in idle.ahead)),
            Series(words.say("At least"), tuple(m.low for m in idle.ahead)),
        )
        heading = words.say("The year ahead, if nothing more is lent")
        _show(self.band, words, heading, [m.month for m in idle.ahead], series)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self._titles[0])
        left.addWidget(self.earned)
        left.addWidget(self.table, 1)
        left.addWidget(self.band, 1)
        right.addWidget(self._titles[1])
        right.addWidget(self.idle)
        right.addWidget(self.behind, 1)
        right.addWidget(self.ahead)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.rows.addLayout(both, 1)
        self.setFocusProxy(self.table)


def _show(
    chart: Chart, words: Words, heading: str, months: Sequence[Month], series: Sequence[Series]
) -> None:
    """A chart of months, and the same as a table in words."""
    most = max((value for row in series for value in row.values), default=0)
    scale = scale_of(most, one=words.money_format.one)
    ticks = [words.short_month(month) for month in months]
    chart.show_series(
        heading, ticks, series, scale=scale, unit=unit_of(words, scale), write=words.number
    )
    lines = [
        f"{tick}: " + " · ".join(f"{row.name} {words.kip(row.values[place])}" for row in series)
        for place, tick in enumerate(ticks)
    ]
    chart.describe(heading, "\n".join(lines))
