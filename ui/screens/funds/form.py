"""Writes one movement of a fund, a bank or a debt, dated today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ledger.rules.accounts import Account
from ledger.rules.day_facts import DayFacts
from ledger.rules.meeting_values import Sheet, SheetKind
from translations import Words
from ui.models.finding_payments import FINDING_KEYS
from ui.models.fund_payments import proposed
from ui.models.funds import OWING, Sort, sort_of
from ui.screens.meeting.payment_form import PaymentForm
from ui.widgets.buttons import Button
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.spoken import Spoken

_KEYS = (
    "fund_spent",
    "benefit",
    "fund_gift",
    "fund_moved",
    "to_bank",
    "from_bank",
    "bank_interest",
    "bank_fee",
    "network_due",
    "payable",
    "borrowed",
    "lender_paid",
    "group_lent",
    "group_paid",
    *FINDING_KEYS,
)
_FIRST = {
    Sort.FUND: ("fund_spent",),
    Sort.BANK: ("from_bank",),
    Sort.OWED: ("payable", "network_due"),
    Sort.LENDER: ("lender_paid", "borrowed"),
    Sort.GROUP: ("group_paid", "group_lent"),
}


class FundForm(PaymentForm):
    """The payments that are about such an account; it says what the chosen one holds."""

    def __init__(self, words: Words, *, decision: NameEdit | None = None) -> None:
        super().__init__(words, keys=_KEYS, decision=decision)
        # The page's own primary button writes.
        self.write.hide()
        self.account.currentIndexChanged.connect(self._say_held)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        super().speak(words)
        self._heading.setText(words.say("Write down a movement of today"))
        self._say_held()

    def show_facts(self, facts: DayFacts) -> None:
        """Offer what the group's rules know on this day."""
        super().show_facts(facts)
        self._say_held()

    def begin(self, account: Account) -> None:
        """Propose the usual movement of an account."""
        for key in _FIRST[sort_of(account)]:
            self.choose(key)
            self._show_fields()
            self.account.show_value(account)
            chosen = self._payment()
            if chosen is not None and chosen.key == key and self.account.value() == account:
                return

    def clear(self) -> None:
        """Empty the fields; what the account holds stays said."""
        super().clear()
        self._say_held()

    def is_touched(self) -> bool:
        """Whether an amount or a reason has been typed."""
        typed = (self.note, *self.papers.lines())
        return any(line.text() for line in typed) or self._kip_is_her_own()

    def _kip_is_her_own(self) -> bool:
        """Whether another amount stands there than the usual one, which was put there for her."""
        payment, facts = self._payment(), self._facts
        if payment is None or facts is None or not self.kip.text():
            return bool(self.kip.text())
        usual = proposed(payment.key, facts, self.account.value())
        return usual is None or self.kip.value() != usual

    def _say_held(self) -> None:
        account, facts = self.account.value(), self._facts
        if account is None or facts is None:
            return
        kip = self._words.money(facts.balances.get(account, 0))
        owed = sort_of(account) in OWING
        held = self._words.say("Owed now: {kip}", kip=kip)
        if not owed:
            held = self._words.say("Holds now: {kip}", kip=kip)
        self.fields["account"].hint(held)


class SheetHasIt(QFrame, Spoken):
    """Instead of the form while a sheet is on the table; `wanted` goes there."""

    wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._heading = line_label("heading")
        self._text = WrapLabel()
        self.go_there = Button(picture="meeting")
        self.go_there.clicked.connect(self.wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(10)
        rows.addWidget(self._heading)
        rows.addWidget(self._text)
        rows.addWidget(self.go_there)
        rows.addStretch(1)
        self._sheet: Sheet | None = None
        self.speak(words)

    def show_sheet(self, words: Words, sheet: Sheet) -> None:
        """Say which sheet is on the table."""
        self._sheet = sheet
        self.speak(words)

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._heading.setText(words.say("A sheet is on the table"))
        self.go_there.setText(words.say("Go to the sheet"))
        if self._sheet is None:
            return
        meeting = self._sheet.kind is SheetKind.MEETING
        day = words.long_day(self._sheet.day)
        text = (
            words.say(
                "The meeting of {day} is in pencil. Write what moves money on its page "
                "“Lend and pay”, so that the count of the box agrees.",
                day=day,
            )
            if meeting
            else words.say(
                "The day sheet of {day} is in pencil. Write what moves money on its page "
                "“Lend and pay”, so that the count of the box agrees.",
                day=day,
            )
        )
        self._text.setText(text)
