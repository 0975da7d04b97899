"""The lines of a request: who asks, what for, how much, how long, and who stands for her."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ledger.rules.loan_values import LoanRequest
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import LoanProduct, LoanRules
from translations.naming import key_word
from ui.desk import Desk
from ui.screens.loans.guarantors import Guarantors
from ui.screens.loans.refusals import Part
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit
from ui.widgets.member_picker import MemberPicker


class RequestForm(QScrollArea):
    """`edited` comes when a line has been left with something new in it."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        words = desk.words
        self._rules = LoanRules()
        self.member = MemberPicker(words)
        self.purpose, self.product = ChoiceBox(), ChoiceBox()
        self.amount, self.months = KipEdit(words), CountEdit(words)
        self.day, self.note = DayEdit(words, desk.today), NameEdit(words)
        self.guarantors = Guarantors(words)
        self.fields = {
            Part.MEMBER: Field(words, self.member),
            Part.PURPOSE: Field(words, self.purpose),
            Part.PRODUCT: Field(words, self.product),
            Part.AMOUNT: Field(words, self.amount),
            Part.MONTHS: Field(words, self.months),
        }
        self._day, self._note = Field(words, self.day), Field(words, self.note)
        self._form = Form(columns=2)
        self._arrange()
        self._listen()

    # --- for the screen --------------------------------------------------------------------

    def offer(self, rules: LoanRules, members: Sequence[Member]) -> None:
        """Offer the group's purposes, kinds of loan, and members."""
        self._rules = rules
        self.member.set_members(members)
        self.guarantors.set_members(members)
        words = self._desk.words
        self.purpose.offer([(p.code, key_word(words, p.key, p.name)) for p in rules.purposes])
        self.product.offer([(p.key, key_word(words, p.key, p.name)) for p in rules.products])
        self.fields[Part.PURPOSE].setVisible(bool(rules.purposes))
        self._fit_product()

    def begin(self, member: MemberId | None) -> None:
        """An empty request, of a member if one is known."""
        self.member.show_member(member)
        first = self._rules.products[0].key if self._rules.products else None
        self.purpose.show_value(None)
        self.product.show_value(first)
        self.amount.show_value(None)
        self.months.show_value(None)
        self.day.show_value(self._desk.today())
        self.note.show_value(None)
        self.guarantors.clear()
        self._fit_product()
        self.clear_problems()

    def chosen_product(self) -> LoanProduct | None:
        """The kind of loan that is asked for."""
        return next((p for p in self._rules.products if p.key == self.product.value()), None)

    def request(self, *, at_least: int = 0) -> LoanRequest | None:
        """What is asked for, as far as it is filled; nothing while nobody or no kind is chosen.

        `at_least` is put in the place of an amount (kip) that is not typed yet.
        """
        member, product = self.member.member(), self.chosen_product()
        if member is None or product is None:
            return None
        return LoanRequest(
            member=member,
            day=self.day.value() or self._desk.today(),
            kip=self.amount.value() or at_least,
            purpose=self.purpose.value() or "",
            product=product,
            months=self.months.value() or 0,
            guarantors=self.guarantors.chosen(),
            note=self.note.value() or "",
        )

    def is_right(self) -> bool:
        """Whether every line can be read; the cursor goes to the first that cannot."""
        return self._form.is_right() and self.guarantors.is_right()

    def problem(self, part: Part, sentence: str) -> None:
        """Say what is wrong with a part, in its place."""
        if part is Part.GUARANTORS:
            self.guarantors.problem(sentence)
        else:
            self.fields[part].problem(sentence)

    def go_to(self, part: Part) -> None:
        """Put the cursor into a part."""
        if part is Part.GUARANTORS:
            self.guarantors.go_to()
        else:
            self.fields[part].editor.setFocus()

    def clear_problems(self) -> None:
        """All is well, until it is looked at again."""
        for part in Part:
            self.problem(part, "")

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self._desk.words
        self.fields[Part.MEMBER].name(words.say("Who asks?"))
        self.fields[Part.PURPOSE].name(words.say("What for?"))
        self.fields[Part.PRODUCT].name(words.say("Kind of loan"))
        self.fields[Part.AMOUNT].name(words.say("How much ({unit})", unit=words.unit))
        self.fields[Part.MONTHS].name(words.say("For how many months"))
        self._day.name(words.say("Asked on"))
        self._note.name(words.say("Note"))

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._form.add(self.fields[Part.MEMBER], wide=True)
        for field in (*list(self.fields.values())[1:], self._day, self._note):
            self._form.add(field)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 10, 0)
        rows.setSpacing(12)
        rows.addWidget(self._form)
        rows.addWidget(self.guarantors)
        rows.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _listen(self) -> None:
        self.member.picked.connect(self.edited)
        self.member.troubled.connect(lambda said, _: self.fields[Part.MEMBER].problem(said))
        self.purpose.chosen.connect(self._purpose_chosen)
        self.product.chosen.connect(self._product_chosen)
        for line in (self.amount, self.months, self.day, self.note):
            line.committed.connect(self.edited)
        self.guarantors.edited.connect(self.edited)

    def _purpose_chosen(self, code: str) -> None:
        usual = next(p.product for p in self._rules.purposes if p.code == code)
        self.product.show_value(usual)
        self._product_chosen()

    def _product_chosen(self) -> None:
        self._fit_product()
        self.edited.emit()

    def _fit_product(self) -> None:
        """As many guarantors as it takes, and the longest time that it gives."""
        product = self.chosen_product()
        if product is None:
            return
        self.guarantors.ask_for(product.guarantors)
        # A loan until the season's end has no months of its own.
        self.fields[Part.MONTHS].setVisible(product.season_end is None)
        if self.months.value() is None or self.months.value() != product.months:
            self.months.show_value(product.months)
