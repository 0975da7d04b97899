"""Where a figure of the network's tables comes from: every group's sheet and what it adds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.rules.network import AMOUNTS
from ledger.statements.network_behind import Cell, GroupShare
from translations import Words
from translations.network_words import figure_name
from ui.models.rows import Column, RowsModel
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView


class GroupsDialog(QDialog):
    """The groups of one figure, the largest share first; together they are the figure."""

    def __init__(
        self, words: Words, cell: Cell, shares: Sequence[GroupShare], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._money = words, cell.name in AMOUNTS
        self.heading, self.amount = line_label("heading"), line_label("money")
        self.sentence = WrapLabel(role="muted")
        self.table = TableView()
        self.model: RowsModel[GroupShare] = RowsModel(self._columns())
        self.close_it = PrimaryButton("check")
        self._arrange()
        self.setWindowTitle(words.say("Where does this figure come from?"))
        place = words.say("Total") if cell.head is None else cell.head
        self.heading.setText(f"{figure_name(words, cell.name.value)} · {place}")
        self.amount.setText(self._text(sum(share.amount for share in shares)))
        self.sentence.setText(
            words.say_many(
                "Added up from the sheet of {n} group, to the kip.",
                "Added up from the sheets of {n} groups, to the kip.",
                len(shares),
            )
        )
        self.close_it.setText(words.say("Close"))
        self.table.setAccessibleName(words.say("Groups"))
        self.model.show(shares)
        self.table.stretch((0,))
        self.table.select_row(0)

    def _columns(self) -> Sequence[Column[GroupShare]]:
        words = self._words
        return (
            Column(words.say("Group"), lambda share: share.sheet.sender.name),
            Column(words.say("District"), lambda share: share.sheet.sender.district),
            Column(words.say("Province"), lambda share: share.sheet.sender.province),
            Column(words.say("Date"), lambda share: words.day(share.sheet.day)),
            Column(words.say("How much"), lambda share: self._text(share.amount), figures=True),
        )

    def _text(self, amount: int) -> str:
        return self._words.money(amount) if self._money else self._words.number(amount)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        head, acts = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.amount)
        acts.addStretch(1)
        acts.addWidget(self.close_it)
        rows = dialog_rows(self)
        rows.addLayout(head)
        rows.addWidget(self.sentence)
        rows.addWidget(self.table, 1)
        rows.addLayout(acts)
        self.close_it.clicked.connect(self.accept)
        self.resize(860, 600)
