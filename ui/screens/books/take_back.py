"""The question before any entry is taken back: what will be written, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ledger.actions.counter import reverse_entry
from ledger.rules.accounts import CASH
from ledger.rules.balances import balances
from ledger.rules.transfers import Entry, EntryNumber, Transfer
from ui.desk import Desk
from ui.models.entries import transfer_columns
from ui.models.rows import RowsModel
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class TakeEntryBack(QDialog):
    """Shows the counter-entry before it is written. `taken_back` carries the entry's number.

    A refusal stays in the dialog with the reason as it was typed.
    """

    taken_back = Signal(int)

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry = entry
        words = desk.words
        self.heading = line_label("heading")
        self.why = WrapLabel()
        self.table = TableView()
        self.model: RowsModel[Transfer] = RowsModel()
        self.effect = WrapLabel()
        self.reason = NameEdit(words)
        self.field = Field(words, self.reason)
        self.banner = Banner(words)
        self.back = Button()
        self.act = Button(Look.DANGER, "undo")
        self._arrange()
        self._say()
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._take_back)
        self.reason.returnPressed.connect(self.act.setFocus)
        self.reason.setFocus()

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        for part in (self.heading, self.banner, self.why):
            rows.addWidget(part)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.effect)
        rows.addWidget(self.field)
        rows.addLayout(acts)
        self.resize(880, 480)

    def _say(self) -> None:
        words, entry, book = self._desk.words, self._entry, self._desk.book
        number = words.number(entry.reverses or 0)
        title = words.say("Take back entry {number}", number=number)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.why.setText(
            words.say(
                "Nothing is rubbed out. This will be written under {day}:",
                day=words.long_day(entry.day),
            )
        )
        members = {member.id: member for member in book.members()}
        self.model.set_columns(transfer_columns(words, book.rulebook(entry.day), members))
        self.model.show(entry.transfers)
        self.table.stretch((2, 3))
        self.effect.setText(self._effect())
        self.effect.setVisible(bool(self._effect()))
        self.field.name(words.say("Reason (it is written beside the entry)"))
        self.act.setText(title)
        self.back.setText(words.say("Go back"))

    def _effect(self) -> str:
        words = self._desk.words
        cash = balances(self._entry.transfers).get(CASH, 0)
        if cash < 0:
            return words.say("{kip} goes out of the cash box.", kip=words.money(-cash))
        return words.say("{kip} comes into the cash box.", kip=words.money(cash)) if cash else ""

    def _take_back(self) -> None:
        desk, words = self._desk, self._desk.words
        self.reason.is_right()
        reason = self.reason.value() or ""
        if not reason:
            self.field.problem(words.say("Write why the entry is taken back."))
            self.reason.setFocus()
            return
        number = EntryNumber(self._entry.reverses or 0)
        today = desk.today()
        written = desk.do(
            lambda book, actor: reverse_entry(
                book, actor, number=number, reason=reason, today=today
            )
        )
        if written:
            self.taken_back.emit(number)
            self.accept()
        else:
            self.banner.say(desk.last_sentence, Tone.BAD)
