"""Compare a bank with its own book: tick what stands there, explain the rest, write it down."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ledger.actions.funds import compare_bank, plan_comparison
from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account
from ledger.rules.reconciliation import BankDiffers, Reconciliation
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks, Refusal
from ui.desk import Desk
from ui.models.bank_lines import BankLinesModel, columns_of
from ui.models.closing import account_name
from ui.one_time import one_time_key
from ui.screens.funds.acting import ActScreen
from ui.widgets.banner import Tone
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.table_view import TableView

_WHAT = 3
_WHERE: dict[type[Refusal], str] = {
    BankDiffers: "reason",
    AmountOutOfRange: "kip",
    DayOutsideBooks: "day",
}


class TickTable(TableView):
    """The space bar ticks the row on which the cursor stands, in whichever column."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; every other key does what it does in any table."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, BankLinesModel):
            if self.currentIndex().isValid():
                model.turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class BankScreen(ActScreen):
    """`go("bank", account)` opens it for one of the group's banks."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ENTRIES, Topic.FUNDS, Topic.RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.kip, self.reason = KipEdit(words), NameEdit(words)
        self.day = DayEdit(words, desk.today)
        self.fields = {
            "kip": Field(words, self.kip),
            "day": Field(words, self.day),
            "reason": Field(words, self.reason),
        }
        self.figures = FigureStrip()
        self.table = TickTable()
        self.model = BankLinesModel()
        self.table.setModel(self.model)
        self._bank: Account | None = None
        self.lay_out_form("reason")
        self.body.addWidget(self.figures)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.kip)
        self.kip.committed.connect(lambda _: self._reckon())
        self.day.committed.connect(lambda _: self._read_lines())
        self.model.ticked.connect(self._reckon)
        self.write.clicked.connect(self._write)

    def show_item(self, item: object) -> None:
        """Begin to compare a bank."""
        if isinstance(item, int):
            self._bank = Account(item)
            self._begin()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        names = {
            "kip": words.say("Balance in the bank's book, in {unit}", unit=words.unit),
            "day": words.say("Balance on which day"),
            "reason": words.say("Why they differ, where they do"),
        }
        for name, field in self.fields.items():
            field.name(names[name])
        self.help.setText(
            words.say(
                "Tick every line that the bank's book shows, with the space bar. What it does not "
                "show yet is on the way."
            )
        )
        self.model.set_columns(columns_of(words))
        self.table.setAccessibleName(words.say("Lines not yet seen in the bank's book"))
        self.back.setText(words.say("All funds"))
        self.write.setText(words.say("Write the comparison down"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the lines that no comparison has ticked yet."""
        del change
        if self._bank is None:
            return
        name = account_name(self.words, self.book.rulebook(self.today()), self._bank)
        self.title.setText(self.words.say("Compare {name} with the bank's book", name=name))
        self._read_lines()

    # --- inside ----------------------------------------------------------------------------

    def _begin(self) -> None:
        self.once = one_time_key()
        self.clear_problems()
        self.kip.show_value(None)
        self.reason.show_value(None)
        self.day.show_value(self.today())
        self.model.clear()

    def _read_lines(self) -> None:
        if self._bank is None:
            return
        day = self.day.value() or self.today()
        lines = self.book.open_lines(self._bank).lines
        self.model.show([line for line in lines if line.day <= day])
        self.table.stretch((_WHAT,))
        self.table.select_row(0)
        self._reckon()

    def _plan(self) -> Reconciliation | None:
        if self._bank is None:
            return None
        bank, day = self._bank, self.day.value() or self.today()
        kip, ticks = self.kip.value() or 0, self.model.ticks()
        found: list[Reconciliation] = []
        self.desk.try_out(
            lambda book: found.append(
                plan_comparison(book, bank=bank, day=day, kip=kip, ticks=ticks)
            )
        )
        return found[0] if found else None

    def _reckon(self) -> None:
        """Show what the ticks make, and how far the bank is from it."""
        words, found = self.words, self._plan()
        if found is None:
            self.figures.show_figures(())
            return
        typed = self.kip.value() is not None
        off = words.money(found.difference) if typed else "–"
        tone = Tone.WARN if found.difference else Tone.GOOD
        self.figures.show_figures(
            (
                (words.say("In our book"), words.money(found.book)),
                (words.say("On the way"), words.money(found.waiting)),
                (words.say("Seen in the bank's book"), words.money(found.book - found.waiting)),
                (words.say("Difference"), off),
            ),
            {words.say("Difference"): tone} if typed else {},
        )
        self.fields["reason"].setVisible(typed and bool(found.difference))

    def _write(self) -> None:
        bank = self._bank
        if bank is None:
            return
        if self.kip.value() is None and self.kip.is_right():
            self.clear_problems()
            self.fields["kip"].problem(self.words.say("Type the balance of the bank's book."))
            self.kip.setFocus()
            return
        self._reckon()
        day, kip = self.day.value() or self.today(), self.kip.value() or 0
        ticks, reason = self.model.ticks(), self.reason.value() or ""
        if self.act(
            lambda book, who: compare_bank(
                book,
                who,
                bank=bank,
                day=day,
                kip=kip,
                ticks=ticks,
                reason=reason,
                today=self.today(),
            ),
            _WHERE,
        ):
            self._begin()
            self.go.emit("funds", bank)
