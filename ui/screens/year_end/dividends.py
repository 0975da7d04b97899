"""The fourth step: what each member gets, with the sums, and where the odd rest goes."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.accounts import VOLUNTARY_SAVINGS
from ledger.statements.annual import DividendRow
from ledger.statements.figure import (
    Asked,
    Figure,
    dividend_figure,
    savings_figure,
    share_figure,
)
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.closing import YearView, remainder_name
from ui.models.rows import Column, RowsModel
from ui.screens.year_end.page import YearPage
from ui.widgets.labels import WrapLabel
from ui.widgets.sum_line import SumLine
from ui.widgets.table_view import TableView


class DividendsPage(YearPage):
    """The list that is read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = WrapLabel()
        self.rest = WrapLabel()
        self.table = TableView()
        self.model: RowsModel[DividendRow] = RowsModel(parent=self)
        self.table.setModel(self.model)
        self.table.stretch((1,))
        self.sums = SumLine(self.table)
        self.rows.addWidget(self.how)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.sums)
        self.rows.addLayout(whole, 1)
        self.rows.addWidget(self.rest)

    def show_year(self, view: YearView, words: Words) -> None:
        """List the members."""
        rules = view.rulebook.profit
        self.how.setText(
            words.say(
                "Shared by: {basis}. Each part is rounded to whole {unit}.",
                basis=word(words, "dividend_basis", rules.basis.value),
                unit=words.money(rules.unit),
            )
        )
        # The new columns know the names of this year's members only.
        self.model.show(())
        self.model.set_columns([*_columns(view, words)])
        self.model.show(view.rows)
        self.table.setAccessibleName(words.say("Dividends"))
        self.table.select_row(0)
        self.sums.show_sums(dict(_sums(view, words)))
        self.rest.setText(_rest(view, words))


def _columns(view: YearView, words: Words) -> Iterator[Column[DividendRow]]:
    yield Column(words.say("No."), lambda row: row.member.number)
    yield Column(words.say("Name"), lambda row: view.names[row.member.id])

    def saved(row: DividendRow) -> Figure:
        return savings_figure(row.member.id, view.facts.year.last)

    def own(row: DividendRow) -> Figure:
        return savings_figure(row.member.id, view.facts.year.last, VOLUNTARY_SAVINGS)

    yield Column(
        words.say("Savings"), lambda row: words.kip(row.savings), figures=True, figure=saved
    )
    if view.totals.voluntary:
        yield Column(
            words.say("Voluntary savings"),
            lambda row: words.kip(row.voluntary),
            figures=True,
            figure=own,
        )
    yield from _amounts(view, words)


def _amounts(view: YearView, words: Words) -> Iterator[Column[DividendRow]]:
    """How her savings weigh, and what she gets for them and for the interest she paid."""

    def share(asked: Asked) -> Callable[[DividendRow], Figure]:
        return lambda row: share_figure(asked, row.member.id, view.number, view.facts.today)

    def figure(row: DividendRow) -> Figure:
        return dividend_figure(row.member.id, view.number, view.facts.today)

    yield Column(
        words.say("Weight"), lambda row: words.number(row.weight), figures=True, figure=figure
    )
    yield Column(
        words.say("Dividend"),
        lambda row: words.say("left out: overdue") if row.excluded else words.kip(row.dividend),
        figures=True,
        colour=lambda row: QColor(COLOURS["bad"]) if row.excluded else None,
        figure=figure,
    )
    if view.totals.refund:
        yield Column(
            words.say("Refund"),
            lambda row: words.kip(row.refund),
            figures=True,
            figure=share(Asked.REFUND),
        )
    yield Column(
        words.say("Together"),
        lambda row: words.kip(row.total),
        figures=True,
        figure=share(Asked.SHARE),
    )


def _sums(view: YearView, words: Words) -> Iterator[tuple[int, str]]:
    totals = view.totals
    texts = [
        words.say_many("{n} member", "{n} members", len(view.rows)),
        words.kip(totals.savings),
        *([words.kip(totals.voluntary)] if totals.voluntary else []),
        words.number(totals.weight),
        words.kip(totals.dividend),
        *([words.kip(totals.refund)] if totals.refund else []),
        words.kip(totals.total),
    ]
    yield from enumerate(texts, start=1)


def _rest(view: YearView, words: Words) -> str:
    plan = view.plan
    if plan is None or plan.profit <= 0:
        return words.say("There is no profit to share.")
    if not plan.odd:
        return words.say("Rounding leaves nothing over.")
    return words.say(
        "Rounding leaves {kip}. It goes to: {place}.",
        kip=words.money(plan.odd),
        place=remainder_name(words, view),
    )
