"""The third step: the profit shared line by line; other percentages can be tried out, never closed.

Up to three tries are kept beside each other and compared column by column.

The year is closed by the group's own rules. Whoever wants other percentages sees here what they
would mean, and the way to adopt them.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.closing import preview_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import ProfitRules, Rulebook
from ledger.rules.what_if import wanted_by, with_percents
from ledger.statements.figure import line_figure
from ledger.statements.samples import samples_of
from ledger.statements.tries import TRIES_MAX
from translations import Words
from ui.messages import sentence
from ui.messages.telling import Names
from ui.models.closing import YearView
from ui.screens.rules.total import Total
from ui.screens.year_end.line_row import LineRow, clear_away
from ui.screens.year_end.page import YearPage
from ui.screens.year_end.ready import RULES_PAGE
from ui.screens.year_end.samples import Behind, Samples
from ui.screens.year_end.tries import TriesDialog
from ui.widgets.buttons import Button
from ui.widgets.labels import WrapLabel, line_label


class SharingPage(YearPage):
    """Lines with percent and kip, their sum, and examples. `tried` comes when one was changed."""

    tried = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[LineRow] = []
        self.total = Total()
        self.kip_total = line_label("heading")
        self.samples = Samples()
        self.back_to_rules = Button(picture="undo")
        self.adopt = Button(picture="rules")
        self.keep_try = Button(picture="add")
        self.compare = Button(picture="year")
        self._tries: list[tuple[BasisPoints, ...]] = []
        self.warning = WrapLabel()
        self._words = words
        self._view: YearView | None = None
        self._trying = QFrame()
        self._none = WrapLabel(role="muted")
        self._grid = QGridLayout()
        self._titles = [line_label("muted") for _ in range(3)]
        self.back_to_rules.clicked.connect(self.forget)
        self.keep_try.clicked.connect(self._keep)
        self.compare.clicked.connect(self._compare)
        self.adopt.clicked.connect(lambda: self.go.emit(*RULES_PAGE))
        self._lay_out()

    def is_tried(self) -> bool:
        """Whether other percentages than the group's stand here."""
        return any(row.points() != row.line.amount for row in self.lines)

    def forget(self) -> None:
        """Go back to the group's own percentages."""
        for row in self.lines:
            row.show_points(row.line.amount)
        self.show_tried()

    def show_year(self, view: YearView, words: Words) -> None:
        """Show the lines of a year; what was tried out stays as long as the rules are the same."""
        before = self._view
        self._view, self._words = view, words
        same = before is not None and before.number == view.number
        if not same or before is None or before.rulebook.profit != view.rulebook.profit:
            self._set_lines(view)
        self._speak()
        self._show()

    # --- tries side by side ----------------------------------------------------------------

    def tries(self) -> tuple[tuple[BasisPoints, ...], ...]:
        """The percentages that were kept to be compared, the oldest first."""
        return tuple(self._tries)

    def take(self, points: Sequence[BasisPoints]) -> None:
        """Put the percentages of a try into the lines."""
        for row, given in zip(self.lines, points, strict=True):
            row.show_points(given)
        self.show_tried()

    def _points(self) -> tuple[BasisPoints, ...]:
        return tuple(row.points() for row in self.lines)

    def _keep(self) -> None:
        others = [points for points in self._tries if points != self._points()]
        self._tries = [*others, self._points()][-TRIES_MAX:]
        self._show()

    def _compare(self) -> None:
        if self._view is not None:
            dialog = TriesDialog(self._view, self._tries, self._words, self)
            dialog.taken.connect(self.take)
            dialog.exec()
            dialog.deleteLater()

    # --- the lines -------------------------------------------------------------------------

    def _set_lines(self, view: YearView) -> None:
        for row in self.lines:
            row.deleteLater()
        self._tries = []
        while (item := self._grid.takeAt(len(self._titles))) is not None:
            clear_away(item)
        self.lines = [LineRow(line, self._words, self) for line in view.rulebook.profit.lines]
        for number, row in enumerate(self.lines, start=1):
            row.put(self._grid, number)
            row.show_points(row.line.amount)
            row.tried.connect(self.show_tried)

    def show_tried(self) -> None:
        """Reckon with the percentages that stand in the lines now."""
        self._show()
        self.tried.emit()

    # --- what stands there -----------------------------------------------------------------

    def _show(self) -> None:
        view, words = self._view, self._words
        if view is None:
            return
        tried = self.is_tried()
        rules = with_percents(view.rulebook.profit, self._points())
        plan, refusal = _preview(view, rules) if tried else (view.plan, None)
        self._trying.setVisible(tried)
        self.back_to_rules.setText(words.say("Back to the rules"))
        self.adopt.setText(words.say("Adopt new rules"))
        self.keep_try.setText(words.say("Keep this try"))
        self.keep_try.setEnabled(self._points() not in self._tries)
        kept = words.number(len(self._tries))
        self.compare.setText(words.say("Compare the tries ({n})", n=kept))
        self.compare.setVisible(bool(self._tries) and view.closed is None)
        self.warning.setText(_warning(words, view, refusal))
        amounts = _amounts(plan, rules, view)
        rulebook = replace(view.rulebook, profit=rules) if tried else None
        for number, (row, kip) in enumerate(zip(self.lines, amounts, strict=True)):
            figure = line_figure(number, view.number, view.facts.today, rulebook)
            row.point(figure if plan is not None and plan.lines else None)
            text = "–" if kip is None else words.kip(kip)
            row.say(view.rulebook, words, kip=text, changeable=view.closed is None)
        self.total.show_rules(replace(view.rulebook, profit=rules), words)
        self._show_examples(view, plan, rulebook)

    def _show_examples(
        self, view: YearView, plan: ClosingPlan | None, tried: Rulebook | None
    ) -> None:
        by_rules = samples_of(view.facts, view.plan) if view.plan else ()
        others = samples_of(view.facts, plan) if plan else ()
        behind = Behind(view.number, min(view.facts.today, view.facts.year.last), tried)
        self.samples.show_samples(
            by_rules, others if tried is not None else None, self._words, behind
        )

    def _speak(self) -> None:
        view, words = self._view, self._words
        titles = (
            words.say("Part"),
            words.say("Percentage"),
            words.say("Kip") if words.money_format.currency == "LAK" else words.unit,
        )
        for label, text in zip(self._titles, titles, strict=True):
            label.setText(text)
        profit = view.income.profit if view and view.income else 0
        self.kip_total.setText(words.say("Profit: {kip}", kip=words.money(profit)))
        self._none.setText(words.say("The rules share nothing out."))
        self._none.setVisible(not self.lines)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate((4, 1, 3, 2)):
            self._grid.setColumnStretch(column, stretch)
        for label, column in zip(self._titles, (0, 1, 3), strict=True):
            self._grid.addWidget(label, 0, column)
        self._titles[-1].setAlignment(Qt.AlignmentFlag.AlignRight)
        card = QFrame()
        card.setProperty("card", True)
        left = QVBoxLayout(card)
        left.setContentsMargins(16, 12, 16, 12)
        left.setSpacing(8)
        left.addWidget(self.kip_total)
        left.addWidget(self._none)
        left.addLayout(self._grid)
        left.addWidget(_line())
        left.addWidget(self.total)
        left.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(card, 5)
        both.addWidget(self.samples, 4)
        self.rows.addWidget(self._warn())
        self.rows.addLayout(both, 1)

    def _warn(self) -> QFrame:
        self._trying.setProperty("banner", "warn")
        row = QHBoxLayout(self._trying)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.warning, 1)
        row.addWidget(self.keep_try)
        row.addWidget(self.back_to_rules)
        row.addWidget(self.adopt)
        self._trying.hide()
        return self._trying


def _preview(view: YearView, rules: ProfitRules) -> tuple[ClosingPlan | None, Refusal | None]:
    try:
        return preview_close(view.facts, rules), None
    except Refusal as refusal:
        return None, refusal


def _amounts(
    plan: ClosingPlan | None, rules: ProfitRules, view: YearView
) -> tuple[Kip | None, ...]:
    """What each line gets; where it cannot be shared so, what each would ask."""
    if plan is not None and plan.lines:
        return tuple(share.kip for share in plan.lines)
    return wanted_by(rules.lines, view.income.profit if view.income else 0)


def _warning(words: Words, view: YearView, refusal: Refusal | None) -> str:
    said = words.say(
        "Only tried out. The year is closed by the group's own rules (resolution {number}). To "
        "close it with other percentages, the group must adopt new rules first.",
        number=view.rulebook.resolution,
    )
    if refusal is None:
        return said
    return f"{said} {sentence(words, refusal, Names(rulebook=view.rulebook))}"


def _line() -> QLabel:
    line = QLabel()
    line.setFrameShape(QFrame.Shape.HLine)
    return line
