"""The second step: what the year took in, what it cost, and what is left."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledger.statements.annual import AmountRow
from ledger.statements.figure import profit_figure
from translations import Words
from ui.models.closing import YearView, account_name
from ui.screens.year_end.page import YearPage
from ui.widgets.amount_list import AmountList
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pointing import point


class ProfitPage(YearPage):
    """Income and costs side by side, each account by its name, and the profit below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.income = AmountList()
        self.costs = AmountList()
        self.profit = line_label("title")
        self._spelt = WrapLabel(role="muted")
        lists = QHBoxLayout()
        lists.setSpacing(14)
        lists.addWidget(self.income, 1)
        lists.addWidget(self.costs, 1)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.profit)
        inside.addWidget(self._spelt)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(lists)
        whole.addWidget(card)
        self.rows.addWidget(self._whole)
        self.rows.addStretch(1)

    def show_year(self, view: YearView, words: Words) -> None:
        """Name the amounts."""
        shown = view.income
        point(self._whole, profit_figure(view.number, view.facts.today))
        self._whole.setVisible(shown is not None)
        if shown is None:
            return

        def named(rows: Iterable[AmountRow]) -> list[tuple[str, str]]:
            return [
                (account_name(words, view.rulebook, row.account), words.kip(row.kip))
                for row in rows
            ]

        together = words.say("Together")
        self.income.show_rows(
            words.say("Income"),
            named(shown.income),
            total=(together, words.kip(shown.total_income)),
            empty=words.say("Nothing came in."),
        )
        self.costs.show_rows(
            words.say("Costs"),
            named(shown.expenses),
            total=(together, words.kip(shown.total_expenses)),
            empty=words.say("There were no costs."),
        )
        kip = words.money(shown.profit)
        loss = shown.profit < 0
        said = words.say("Loss: {kip}", kip=kip) if loss else words.say("Profit: {kip}", kip=kip)
        self.profit.setText(said)
        self._spelt.setText(words.in_words(shown.profit))
