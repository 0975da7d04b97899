"""The question before an entry is taken back: what will be written, and what it changes."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ledger.actions.counter import reverse_entry
from ledger.rules.accounts import CASH
from ledger.rules.balances import balances
from ledger.rules.transfers import Entry, EntryNumber, PostedEntry
from ledger.statements.passbook import Passbook, passbook_of
from ui.desk import Desk
from ui.models.passbook import BookRow, columns_of, rows_of
from ui.models.rows import RowsModel
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.table_view import TableView


class TakeBack(QDialog):
    """Shows the counter-entry before it is written. `done_with` carries the entry taken back.

    A refusal stays in the dialog with the reason as it was typed.
    """

    taken_back = Signal(int)

    def __init__(
        self, desk: Desk, passbook: Passbook, entry: Entry, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry = entry
        self._passbook = passbook
        words = desk.words
        self.setWindowTitle(words.say("Take back a line"))
        self.heading = line_label("heading")
        self.why = WrapLabel()
        self.table = TableView()
        self.model: RowsModel[BookRow] = RowsModel(columns_of(words))
        self.effect = WrapLabel()
        self.reason = NameEdit(words)
        self.field = Field(words, self.reason)
        self.banner = Banner(words)
        self.back = Button()
        self.act = Button(Look.DANGER, "undo")
        self._lay_out()
        self._say()
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._take_back)
        self.reason.returnPressed.connect(self.act.setFocus)
        self.reason.setFocus()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(self.heading)
        rows.addWidget(self.banner)
        rows.addWidget(self.why)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.effect)
        rows.addWidget(self.field)
        rows.addLayout(acts)
        self.resize(880, 560)

    def _say(self) -> None:
        words, entry = self._desk.words, self._entry
        number = words.number(entry.reverses or 0)
        self.heading.setText(words.say("Line № {number} is taken back", number=number))
        self.why.setText(
            words.say(
                "Nothing is rubbed out. This will be written under {day}:",
                day=words.long_day(entry.day),
            )
        )
        after = _after(self._passbook, entry)
        self.model.show(rows_of(after))
        # It has no number of its own before it is written.
        self.table.setColumnHidden(0, True)
        self.table.stretch((2,))
        self.effect.setText(self._effects(after))
        self.field.name(words.say("Reason (it is written beside the line)"))
        self.act.setText(words.say("Take back line № {number}", number=number))
        self.back.setText(words.say("Go back"))

    def _effects(self, after: Passbook) -> str:
        """What she has afterwards, and how much cash is handed out or comes in."""
        words = self._desk.words
        last = after.lines[-1]
        said = [
            words.say(
                "Her savings: {before} → {after}.",
                before=words.money(after.savings_before),
                after=words.money(last.savings),
            ),
            words.say(
                "Still owed: {before} → {after}.",
                before=words.money(after.loans_before),
                after=words.money(last.loans),
            ),
        ]
        cash = balances(self._entry.transfers).get(CASH, 0)
        if cash < 0:
            said.append(words.say("{kip} goes out of the cash box.", kip=words.money(-cash)))
        elif cash > 0:
            said.append(words.say("{kip} comes into the cash box.", kip=words.money(cash)))
        return " ".join(said)

    def _take_back(self) -> None:
        desk, words = self._desk, self._desk.words
        self.reason.is_right()
        reason = self.reason.value() or ""
        if not reason:
            self.field.problem(words.say("Write why the line is taken back."))
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


def _after(passbook: Passbook, entry: Entry) -> Passbook:
    """The passbook's next lines, if the entry were written now."""
    last = passbook.lines[-1] if passbook.lines else None
    return passbook_of(
        (PostedEntry(EntryNumber(0), entry, seal=""),),
        group=passbook.group,
        rulebook=passbook.rulebook,
        member=passbook.member,
        first=date.min,
        last=date.max,
        savings_before=last.savings if last else passbook.savings_before,
        loans_before=last.loans if last else passbook.loans_before,
    )
