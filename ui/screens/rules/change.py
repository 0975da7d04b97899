"""What new rules would change, to be read before they are adopted: whose dividend, which loans."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.rules.rule_change import RuleChange, ShareChange
from ledger.rules.rulebook import Rulebook
from ledger.statements.figure import Asked, Figure, share_figure
from translations import Words
from ui.desk import Desk
from ui.models.rows import Column, RowsModel
from ui.screens.explaining import explain_here
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView


class ChangeDialog(QDialog):
    """Accepted where the rules are to be adopted; with `only_look` there is only a way back."""

    def __init__(
        self,
        desk: Desk,
        change: RuleChange,
        *,
        rules: Rulebook,
        only_look: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self.setWindowTitle(words.say("What the new rules change"))
        self.said = WrapLabel("\n".join(sentences_of(words, change)))
        self.table = TableView()
        self.model: RowsModel[ShareChange] = RowsModel(
            _columns(words, _behind(change, rules, desk.today()))
        )
        self.table.setModel(self.model)
        self.model.show(change.shares)
        self.table.stretch((1,))
        self.table.setVisible(bool(change.shares))
        self.back, self.adopt = Button(), PrimaryButton("check")
        self.back.setText(words.say("Go back"))
        self.adopt.setText(words.say("Adopt these rules"))
        self.adopt.setVisible(not only_look)
        self.back.clicked.connect(self.reject)
        self.adopt.clicked.connect(self.accept)
        self._arrange()

    def _arrange(self) -> None:
        heading = line_label("heading")
        heading.setText(self.windowTitle())
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.adopt)
        rows = dialog_rows(self)
        rows.addWidget(heading)
        rows.addWidget(self.said)
        rows.addWidget(self.table, 1)
        if self.table.isHidden():
            rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(820, 520)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the chosen figure; the window's own keys do not reach what lies before it."""
        if event.key() == Qt.Key.Key_F1:
            explain_here(self, self._desk, self.table)
        else:
            super().keyPressEvent(event)


def changes_anything(change: RuleChange) -> bool:
    """Whether there is anything to be read before adopting."""
    return bool(change.shares or change.loans or change.gone or change.order or _refused(change))


def sentences_of(words: Words, change: RuleChange) -> Sequence[str]:
    """What changes, a sentence each."""
    year, said = words.year(change.year), []
    if _refused(change):
        said.append(words.say("By these rules the year could not be shared out as it stands."))
    elif change.shares:
        said.append(
            words.say_many(
                "The part of {n} member would change; all parts: {old} by the old rules, {new} by "
                "the new ones.",
                "The parts of {n} members would change; all parts: {old} by the old rules, {new} "
                "by the new ones.",
                len(change.shares),
                old=words.money(change.old_total),
                new=words.money(change.new_total),
            )
        )
    else:
        said.append(words.say("Nobody's part of the profit of {year} would change.", year=year))
    if change.shares and not change.decides:
        said.append(
            words.say(
                "The new rules begin after {year}: the figures only show what they would do to "
                "it. {year} is shared out by the old ones.",
                year=year,
            )
        )
    return [*said, *_of_loans(words, change)]


def _of_loans(words: Words, change: RuleChange) -> list[str]:
    said = []
    if change.loans:
        numbers = ", ".join(kept.loan.number for kept in change.loans)
        said.append(
            words.say(
                "These open loans keep the terms they were given under: {numbers}.", numbers=numbers
            )
        )
    if change.loans_open > len(change.loans):
        said.append(
            words.say_many(
                "The terms of {n} open loan are the same in the new rules.",
                "The terms of {n} open loans are the same in the new rules.",
                change.loans_open - len(change.loans),
            )
        )
    if change.order:
        said.append(words.say("From then on repayments of all loans are divided in the new order."))
    if change.gone:
        gone = ", ".join(change.gone)
        said.append(words.say("No longer given: {products}.", products=gone))
    if change.added:
        said.append(words.say("New kinds of loan: {products}.", products=", ".join(change.added)))
    return said


def _refused(change: RuleChange) -> bool:
    return change.new_refused is not None and change.old_refused is None


def _behind(
    change: RuleChange, rules: Rulebook, day: date
) -> Callable[[ShareChange, bool], Figure]:
    """Where a member's part comes from, by the old rules or by the new ones."""

    def figure(row: ShareChange, by_new: bool) -> Figure:
        old = share_figure(Asked.SHARE, row.member.id, change.year, day)
        return replace(old, rules=rules) if by_new else old

    return figure


def _columns(
    words: Words, behind: Callable[[ShareChange, bool], Figure]
) -> Sequence[Column[ShareChange]]:
    return (
        Column(words.say("Number"), lambda row: row.member.number),
        Column(words.say("Name"), lambda row: row.member.name),
        Column(
            words.say("By the old rules"),
            lambda row: words.kip(row.old),
            figures=True,
            figure=lambda row: behind(row, False),
        ),
        Column(
            words.say("By the new rules"),
            lambda row: words.kip(row.new),
            figures=True,
            figure=lambda row: behind(row, True),
        ),
        Column(words.say("Difference"), lambda row: words.kip(row.difference), figures=True),
    )
