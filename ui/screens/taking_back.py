"""The question before an entry is taken back: what will be written, what it changes, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.counter import reverse_entry
from ledger.rules.accounts import CASH
from ledger.rules.balances import balances
from ledger.rules.transfers import Entry, EntryNumber
from ui.desk import Desk
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView


class TakingBack(QDialog):
    """Shows the counter-entry before it is written. `taken_back` carries the entry's number.

    A page that asks fills `table` with what it shows of the entry and says its `effects`. A
    refusal stays in the dialog with the reason as it was typed.
    """

    taken_back = Signal(int)

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.entry = entry
        words = desk.words
        self.heading = line_label("heading")
        self.why = WrapLabel()
        self.table = TableView()
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

    def say_effects(self, *sentences: str) -> None:
        """Say what the counter-entry changes, and last what it does to the cash box."""
        words = self.desk.words
        cash = balances(self.entry.transfers).get(CASH, 0)
        said = list(sentences)
        if cash < 0:
            said.append(words.say("{kip} goes out of the cash box.", kip=words.money(-cash)))
        elif cash > 0:
            said.append(words.say("{kip} comes into the cash box.", kip=words.money(cash)))
        self.effect.setText(" ".join(said))
        self.effect.setVisible(bool(said))

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = dialog_rows(self)
        for part in (self.heading, self.banner, self.why):
            rows.addWidget(part)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.effect)
        rows.addWidget(self.field)
        rows.addLayout(acts)
        self.resize(880, 520)

    def _say(self) -> None:
        words, entry = self.desk.words, self.entry
        title = words.say("Take back entry {number}", number=words.number(entry.reverses or 0))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.why.setText(
            words.say(
                "Nothing is rubbed out. This will be written under {day}:",
                day=words.long_day(entry.day),
            )
        )
        self.field.name(words.say("Reason (it is written beside the entry)"))
        self.act.setText(title)
        self.back.setText(words.say("Go back"))

    def _take_back(self) -> None:
        desk, words = self.desk, self.desk.words
        self.reason.is_right()
        reason = self.reason.value() or ""
        if not reason:
            self.field.problem(words.say("Write why the entry is taken back."))
            self.reason.setFocus()
            return
        number = EntryNumber(self.entry.reverses or 0)
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
