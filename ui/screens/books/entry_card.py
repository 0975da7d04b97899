"""One entry opened: its transfers, who wrote it, and the entry that takes it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.transfers import EntryNumber, Transfer
from reports.trail_words import act_sentence, doer, when
from ui.desk import Desk
from ui.models.entries import EntryRow, transfer_columns
from ui.models.rows import RowsModel
from ui.widgets.buttons import Button, Look
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView

_ROWS_SHOWN = 4


class EntryCard(QFrame):
    """`wanted` carries the number of another entry that this one is tied to."""

    wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._desk = desk
        self._heading = line_label("heading")
        self._written = WrapLabel(role="muted")
        self.tied = Button(Look.LINK, "undo")
        self.table = TableView()
        self.model: RowsModel[Transfer] = RowsModel()
        self._tied_to: EntryNumber | None = None
        self._arrange()
        self.tied.clicked.connect(self._go_there)

    def show_entry(self, row: EntryRow | None) -> None:
        """Show an entry; nothing where none is chosen."""
        self.setVisible(row is not None)
        if row is None:
            return
        words, book = self._desk.words, self._desk.book
        number, entry = row.posted.number, row.posted.entry
        act = book.act_of(number)
        self._heading.setText(
            words.say(
                "Entry {number} of {day}",
                number=words.number(number),
                day=words.long_day(entry.day),
            )
        )
        self._written.setText(
            words.say(
                "Written by {doer} on {when}. {act}",
                doer=doer(words, act),
                when=when(words, act),
                act=act_sentence(words, act),
            )
        )
        self._tie(row)
        members = {member.id: member for member in book.members()}
        self.model.set_columns(transfer_columns(words, book.rulebook(self._desk.today()), members))
        self.model.show(entry.transfers)
        self.table.stretch((2, 3))
        self.table.select_row(0)
        self._fit(len(entry.transfers))

    def text(self) -> str:
        """What is said above the transfers."""
        return f"{self._heading.text()}\n{self._written.text()}"

    def _tie(self, row: EntryRow) -> None:
        words, entry = self._desk.words, row.posted.entry
        back = self._desk.book.counter_of(row.posted.number)
        self._tied_to = entry.reverses if entry.reverses is not None else back
        self.tied.setVisible(self._tied_to is not None)
        if self._tied_to is None:
            return
        number = words.number(self._tied_to)
        self.tied.setText(
            words.say("See entry {number}, which it takes back", number=number)
            if entry.reverses is not None
            else words.say("See entry {number}, which takes it back", number=number)
        )

    def _fit(self, many: int) -> None:
        """As high as a few transfers need; more of them scroll."""
        high = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        shown = min(max(many, 1), _ROWS_SHOWN)
        self.table.setMaximumHeight(head + high * shown + 2 * self.table.frameWidth() + 6)
        self.table.setMinimumHeight(head + high * min(shown, 2) + 8)

    def _go_there(self) -> None:
        if self._tied_to is not None:
            self.wanted.emit(self._tied_to)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.tied)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self._written)
        rows.addWidget(self.table)
        self.hide()
