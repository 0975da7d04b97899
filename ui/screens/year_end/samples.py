"""What a few members would get, without their names: by the rules, and by what is tried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Rulebook
from ledger.statements.figure import Asked, Figure, example_figure, savings_figure, share_figure
from ledger.statements.samples import Sample, SampleKind
from translations import N_, Words
from ui.models.rows import Column, RowsModel
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView

SAMPLE_NAMES = {
    SampleKind.SMALL_SAVER: N_("Saves little"),
    SampleKind.NEW_MEMBER: N_("New this year"),
    SampleKind.BORROWER: N_("Borrows much"),
    SampleKind.LARGE_SAVER: N_("Saves much"),
}
"""Whom each example stands for, in words."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Of which year the examples are, as on which day, and by which rules they are tried out."""

    year: int
    day: date
    tried: Rulebook | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """One example with what she gets by the rules and by what is tried out (kip)."""

    kind: SampleKind
    member: MemberId
    savings: Kip
    by_rules: Kip
    tried: Kip | None


class Samples(QFrame):
    """A small table beside the percentages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._heading = line_label("heading")
        self._note = WrapLabel(role="muted")
        self.table = TableView()
        self.model: RowsModel[Compared] = RowsModel(parent=self)
        self.table.setModel(self.model)
        self.table.stretch((0,))
        self.table.setSizeAdjustPolicy(TableView.SizeAdjustPolicy.AdjustToContents)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self._heading)
        rows.addWidget(self.table)
        rows.addWidget(self._note)
        rows.addStretch(1)

    def show_samples(
        self,
        by_rules: Sequence[Sample],
        tried: Sequence[Sample] | None,
        words: Words,
        behind: Behind,
    ) -> None:
        """Compare; `tried` is None while nothing is tried out, and empty where it cannot be."""
        new = {sample.kind: sample.row.total for sample in tried or ()}
        self._heading.setText(words.say("What members would get"))
        self._note.setText(words.say("Real members of the group, without their names."))
        self.model.set_columns(_columns(words, behind, tried=tried is not None))
        self.model.show(
            [
                Compared(s.kind, s.row.member.id, s.row.savings, s.row.total, new.get(s.kind))
                for s in by_rules
            ]
        )
        self.table.setAccessibleName(self._heading.text())
        self.setVisible(bool(by_rules))


def _columns(words: Words, behind: Behind, *, tried: bool) -> list[Column[Compared]]:
    """The example, what she has, and what she gets; each amount can be asked about."""
    columns: list[Column[Compared]] = [
        Column(words.say("For example"), lambda row: words.say(SAMPLE_NAMES[row.kind])),
        Column(
            words.say("Savings"),
            lambda row: words.kip(row.savings),
            figures=True,
            figure=lambda row: example_figure(savings_figure(row.member, behind.day)),
        ),
        Column(
            words.say("By the rules"),
            lambda row: words.kip(row.by_rules),
            figures=True,
            figure=lambda row: _share(row, behind, None),
        ),
    ]
    if tried:
        columns.append(
            Column(
                words.say("Tried out"),
                lambda row: "–" if row.tried is None else words.kip(row.tried),
                figures=True,
                figure=lambda row: None if row.tried is None else _share(row, behind, behind.tried),
            )
        )
    return columns


def _share(row: Compared, behind: Behind, rules: Rulebook | None) -> Figure:
    """What an example gets of the year, without telling who it is."""
    return example_figure(share_figure(Asked.SHARE, row.member, behind.year, behind.day), rules)
