"""Of a payment: cash or which bank, into which fund, and the papers that stand behind it."""

from collections.abc import Container
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ledger.rules.accounts import CASH, Account, Named
from ledger.rules.day_facts import DayFacts
from ledger.rules.people import Member
from translations import Words
from ui.models.fund_payments import open_accounts
from ui.models.meeting_lines import account_name
from ui.models.payment import Given
from ui.models.payment_told import months_told
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.spoken import Spoken


class PaymentPapers(QWidget, Spoken):
    """Fields of which a payment shows only those that it asks for."""

    def __init__(
        self, words: Words, *, decision: NameEdit | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.to, self.bank = ChoiceBox(), ChoiceBox()
        self.month, self.year = ChoiceBox(), ChoiceBox()
        self.decision = decision or NameEdit(words)
        self.giver, self.receipt = NameEdit(words), NameEdit(words)
        editors: tuple[QWidget, ...] = (
            self.month,
            self.to,
            self.bank,
            self.year,
            self.decision,
            self.giver,
            self.receipt,
        )
        names = ("month", "to", "bank", "year", "decision", "giver", "receipt")
        self.fields = {
            name: Field(words, editor, self) for name, editor in zip(names, editors, strict=True)
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)

    def lines(self) -> tuple[NameEdit, ...]:
        """The lines in which something is typed."""
        return (self.decision, self.giver, self.receipt)

    def clear(self) -> None:
        """Empty the lines; cash or bank stays as it was chosen, a month is somebody's."""
        self.month.offer(())
        for line in self.lines():
            line.show_value(None)
        for field in self.fields.values():
            field.problem("")

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._words = words
        names = {
            "month": words.say("For which month"),
            "to": words.say("Into which fund"),
            "bank": words.say("Cash or bank"),
            "year": words.say("About which year"),
            "decision": words.say("Number of the decision"),
            "giver": words.say("Who gives"),
            "receipt": words.say("Number on their receipt"),
        }
        for name, field in self.fields.items():
            field.name(names[name])

    def ask(self, facts: DayFacts, asks: Container[str], *, beside: Account | None) -> None:
        """Show what a payment asks for, two fields to a row; `beside` is what it is about."""
        words, rules = self._words, facts.rulebook
        banks = open_accounts(facts, Named.BANK)
        choices = [(CASH, account_name(words, rules, CASH))]
        self.bank.offer([*choices, *((b, account_name(words, rules, b)) for b in banks)])
        if self.bank.value() is None:
            self.bank.show_value(CASH)
        funds = [fund for fund in open_accounts(facts, Named.FUND) if fund != beside]
        self.to.offer([(fund, account_name(words, rules, fund)) for fund in funds])
        if self.to.value() is None and funds:
            self.to.show_value(funds[0])
        years = sorted(facts.closed_years, reverse=True)
        self.year.offer([(year, words.year(year)) for year in years])
        if self.year.value() is None and years:
            self.year.show_value(years[0])
        shown = [
            field
            for name, field in self.fields.items()
            if name in asks and (name != "bank" or banks)
        ]
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.setVisible(field in shown)
        for place, field in enumerate(shown):
            self._grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(shown))

    def show_months(self, facts: DayFacts, member: Member | None) -> None:
        """Offer the months that a member may save for; the one of the day is chosen."""
        self.month.offer(months_told(self._words, facts, member) if member else ())
        self.month.show_value(None)

    def fill(self, given: Given, asks: Container[str]) -> Given:
        """What was filled in, with what of it stands here."""
        bank = self.bank.value() if "bank" in asks else CASH
        return replace(
            given,
            bank=None if bank == CASH else bank,
            to=self.to.value(),
            decision=self.decision.value() or "",
            giver=self.giver.value() or "",
            year=self.year.value() or 0,
            receipt=self.receipt.value() or "",
            month=self.month.value(),
        )
