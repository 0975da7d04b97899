"""One payment outside the grid: its kind, and the fields that this kind asks for."""

from collections.abc import Container

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.day_facts import DayFacts
from ledger.rules.lines import DividendWay, Line
from ledger.rules.people import MemberId
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.finding_payments import waiting_with
from ui.models.fund_payments import proposed
from ui.models.meeting_lines import account_name
from ui.models.meeting_payments import NOBODY, Given, Payment, accounts_for, loans_of, offered
from ui.models.payment_told import member_told, note_named, split_told
from ui.one_time import one_time_key
from ui.screens.meeting.payment_papers import PaymentPapers
from ui.widgets.buttons import Button
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.member_picker import MemberPicker
from ui.widgets.spoken import Spoken

_ROWS = (("kind",), ("account",), ("member",), ("way", "loan", "kip", "note"))


class PaymentForm(QFrame, Spoken):
    """`written` carries the line when everything that it needs was filled in.

    With `keys` only these kinds of payment are offered; `decision` is the line for its number.
    """

    written = Signal(object)

    def __init__(
        self,
        words: Words,
        *,
        keys: Container[str] | None = None,
        decision: NameEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._keys = keys
        self._words = words
        self._facts: DayFacts | None = None
        self.kind = ChoiceBox()
        self.kind.setIconSize(QSize(20, 20))
        self.member = MemberPicker(words)
        self.account = ChoiceBox()
        self.way = ChoiceBox()
        self.loan = ChoiceBox()
        self.kip = KipEdit(words)
        self.note = NameEdit(words)
        self.papers = PaymentPapers(words, decision=decision)
        self.write = Button(picture="add")
        self.once = one_time_key()
        self._heading = line_label("heading")
        self._wrong = WrapLabel(role="bad")
        self.fields = {
            name: Field(words, editor)
            for name, editor in (
                ("kind", self.kind),
                ("account", self.account),
                ("member", self.member),
                ("way", self.way),
                ("loan", self.loan),
                ("kip", self.kip),
                ("note", self.note),
            )
        }
        self._lay_out()
        self._listen()

    # --- for the page ----------------------------------------------------------------------

    def show_facts(self, facts: DayFacts) -> None:
        """Offer what the group's rules know on this day."""
        if facts is self._facts:
            return
        self._facts = facts
        self.member.set_members(list(facts.members.values()))
        self.speak(self._words)

    def start(self) -> None:
        """Put the cursor on the kind of payment."""
        self.kind.setFocus()

    def choose(self, key: str) -> None:
        """Choose a kind of payment by its key."""
        payments = self._offered(self._facts) if self._facts else ()
        self.kind.show_value(next((p for p in payments if p.key == key), None))

    def clear(self) -> None:
        """Empty the fields for the next payment of the same kind."""
        self.once = one_time_key()
        self.member.show_member(None)
        self.kip.show_value(None)
        self.note.show_value(None)
        self.papers.clear()
        self.loan.offer(())
        self.problem("")
        for field in self.fields.values():
            field.hint("")

    def problem(self, sentence: str) -> None:
        """Say under the fields why the payment was not taken."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def speak(self, words: Words) -> None:
        """Say everything in these words."""
        self._words = words
        self.papers.speak(words)
        self._heading.setText(words.say("Another payment"))
        self.write.setText(words.say("Write this payment"))
        names = {
            "kind": words.say("What is it?"),
            "account": words.say("From or into"),
            "member": words.say("Member"),
            "way": words.say("How the member takes it"),
            "loan": words.say("Loan"),
            "kip": words.say("Amount in {unit}", unit=words.unit),
            "note": note_named(words, self._payment()),
        }
        for name, field in self.fields.items():
            field.name(names[name])
        self.way.offer([(way, word(words, "dividend_way", way.value)) for way in DividendWay])
        if self._facts is not None:
            self._offer_kinds(self._facts)
        self._show_fields()

    # --- inside ----------------------------------------------------------------------------

    def _payment(self) -> Payment | None:
        chosen: Payment | None = self.kind.value()
        return chosen

    def _offer_kinds(self, facts: DayFacts) -> None:
        payments = self._offered(facts)
        self.kind.blockSignals(True)
        self.kind.offer([(payment, self._words.say(payment.name)) for payment in payments])
        for place, payment in enumerate(payments):
            self.kind.setItemIcon(place, icon(payment.picture, COLOURS["accent"]))
        if self.kind.value() is None and payments:
            self.kind.show_value(payments[0])
        self.kind.blockSignals(False)

    def _offered(self, facts: DayFacts) -> tuple[Payment, ...]:
        keys = self._keys
        return tuple(p for p in offered(facts) if keys is None or p.key in keys)

    def _kind_changed(self) -> None:
        self.clear()
        self._show_fields()

    def _show_fields(self) -> None:
        payment, facts = self._payment(), self._facts
        asks = () if payment is None else payment.asks
        for name, field in self.fields.items():
            field.setVisible(name == "kind" or name in asks)
        self.fields["note"].name(note_named(self._words, payment))
        if payment is None or facts is None:
            return
        if "way" in asks:
            if self.way.value() is None:
                self.way.show_value(DividendWay.CASH)
            self.fields["loan"].setVisible(self.way.value() is DividendWay.OFFSET)
        accounts = accounts_for(payment, facts)
        self.account.offer([(a, account_name(self._words, facts.rulebook, a)) for a in accounts])
        if self.account.value() is None and accounts:
            self.account.show_value(accounts[0])
        self._account_changed()

    def _account_changed(self) -> None:
        """What stands beside depends on the account; so does the amount that is usual."""
        payment, facts, account = self._payment(), self._facts, self.account.value()
        if payment is None or facts is None:
            return
        self.papers.ask(facts, payment.asks, beside=account)
        usual = proposed(payment.key, facts, account)
        if usual is not None:
            self.kip.show_value(usual)

    def _member_picked(self, member: MemberId | None) -> None:
        facts = self._facts
        field = self.fields["member"]
        field.problem("")
        if member is None or facts is None:
            field.hint("")
            return
        loans = loans_of(facts, member)
        self.loan.offer([(loan.id, loan.number) for loan in loans])
        if loans:
            self.loan.show_value(loans[0].id)
        payment = self._payment()
        field.hint(member_told(self._words, facts, payment, member))
        self.papers.show_months(facts, facts.members[member])
        waiting = None if payment is None else waiting_with(payment.key, facts, member)
        if waiting is not None:
            self.kip.show_value(waiting or None)
        self._split()

    def _split(self) -> None:
        """Show before it is written how the rules divide a repayment."""
        payment, facts, loan = self._payment(), self._facts, self.loan.value()
        if payment is None or payment.key != "repaid" or facts is None or loan is None:
            return
        kip = self.kip.value()
        if not kip:
            return
        self.fields["kip"].hint(split_told(self._words, facts, loan, kip))

    def _go_on(self) -> None:
        """Enter goes to the next field, and from the last one to the button."""
        self.focusNextChild()

    def _write(self) -> None:
        line = self._line()
        if line is not None:
            self.written.emit(line)

    def _line(self) -> Line | None:
        """The line of what was filled in; nothing where something is missing, which is said."""
        payment = self._payment()
        self.problem("")
        names = (self.note, *self.papers.lines())
        if payment is None or not (self.kip.is_right() and all(n.is_right() for n in names)):
            return None
        if "member" in payment.asks and self.member.member() is None:
            self.fields["member"].problem(self._words.say("Choose the member."))
            self.member.setFocus()
            return None
        if not self.kip.value():
            self.fields["kip"].problem(self._words.say("Type the amount."))
            self.kip.setFocus()
            return None
        self.fields["kip"].problem("")
        given = Given(
            member=self.member.member() or NOBODY,
            account=self.account.value(),
            loan=self.loan.value(),
            way=self.way.value() or DividendWay.CASH,
            kip=self.kip.value() or 0,
            note=self.note.value() or "",
        )
        return payment.line(self.papers.fill(given, payment.asks))

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.member.picked.connect(self._member_picked)
        self.member.troubled.connect(lambda said, _: self.fields["member"].problem(said))
        self.way.chosen.connect(lambda _: self._show_fields())
        self.account.currentIndexChanged.connect(self._account_changed)
        self.kip.committed.connect(lambda _: self._split())
        self.loan.chosen.connect(lambda _: self._split())
        self.write.clicked.connect(self._write)
        self.kip.returnPressed.connect(self._go_on)
        for line in (self.note, *self.papers.lines()):
            line.returnPressed.connect(self._go_on)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(6)
        rows.addWidget(self._heading)
        for names in _ROWS:
            line = QHBoxLayout()
            line.setSpacing(16)
            for name in names:
                line.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(line)
        rows.addWidget(self.papers)
        rows.addWidget(self._wrong)
        rows.addWidget(self.write, alignment=Qt.AlignmentFlag.AlignRight)
        self._wrong.hide()
