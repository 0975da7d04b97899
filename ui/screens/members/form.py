"""The form in which a member is entered and her facts are changed, beside the list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ledger.actions.members import add_member, change_member
from ledger.rules.decisions import Subject
from ledger.rules.people import Member, MemberId, Sex
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.register import BeneficiariesNotWhole, SharesOutOfRange, check_member
from ledger.rules.rulebook import SavingMode
from ledger.rules.set_up import MemberNumberTaken
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.members import full_name, next_number, year_of
from ui.one_time import one_time_key
from ui.screens.members.beneficiaries import Beneficiaries
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit
from ui.widgets.labels import line_label
from ui.widgets.scrolled import scrolled

_NOBODY = MemberId(0)


class MemberForm(QFrame):
    """One member's facts. `saved` carries her as written, `left` says that the form is done with.

    What is typed stays until it is saved or given up, whatever is refused.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._desk = desk
        self._member: Member | None = None
        self._touched = False
        self._once = one_time_key()
        words = desk.words
        self.title = line_label("heading")
        self.number, self.name = NameEdit(words), NameEdit(words)
        self.honorific, self.household = NameEdit(words), NameEdit(words)
        self.unit, self.phone = NameEdit(words), NameEdit(words)
        self.sex, self.born, self.guardian = ChoiceBox(), NameEdit(words), NameEdit(words)
        self.decision = DecisionLine(desk, subject=Subject.MEMBER)
        self.joined, self.welfare = DayEdit(words, desk.today), DayEdit(words, desk.today)
        self.promise, self.shares = KipEdit(words), CountEdit(words)
        self.fee_free, self.pupil = QCheckBox(), QCheckBox()
        self.people = Beneficiaries(words)
        self.save = PrimaryButton("save")
        self.give_up = Button()
        self.fields: dict[str, Field] = {}
        self._lay_out(words)
        self._listen()

    # --- for the screen --------------------------------------------------------------------

    def begin(self, member: Member | None) -> None:
        """Show a member, or an empty form with the next number and today."""
        self._member = member
        book = self._desk.book
        shown = member or Member(
            id=_NOBODY, number=next_number(book.members()), name="", joined=self._desk.today()
        )
        self._fill(shown)
        mode = book.rulebook(self._desk.today()).saving.mode
        self.fields["promise"].setVisible(mode is SavingMode.PROMISE)
        self.fields["shares"].setVisible(mode is SavingMode.SHARES)
        approval = book.rulebook(self._desk.today()).people.approval
        self.fields["decision"].setVisible(member is None and approval)
        self._clear()
        self._touched = False
        self._once = one_time_key()
        self.retranslate()
        self.name.setFocus()

    def member(self) -> Member | None:
        """Whose facts stand here; nobody while a new one is entered."""
        return self._member

    def is_touched(self) -> bool:
        """Whether something has been typed that is not saved."""
        return self._touched

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self._desk.words
        names = {
            "number": words.say("Number"),
            "honorific": words.say("Title"),
            "name": words.say("Name and family name"),
            "sex": words.say("Woman or man"),
            "household": words.say("Household"),
            "unit": words.say("Village unit"),
            "phone": words.say("Phone"),
            "joined": words.say("Joined on"),
            "born": words.say("Year of birth"),
            "guardian": words.say("Guardian (of a child)"),
            "decision": words.say("Number of the decision"),
            "welfare": words.say("In the welfare fund since"),
            "promise": words.say("Promised each month"),
            "shares": words.say("Shares each month"),
        }
        for key, name in names.items():
            self.fields[key].name(name)
        self.sex.offer([(sex, word(words, "sex", sex.value)) for sex in Sex])
        self.fee_free.setText(words.say("Entry fee and passbook are paid already"))
        self.pupil.setText(words.say("Is a pupil"))
        self.give_up.setText(words.say("Do not save"))
        whose = self._member
        self.title.setText(words.say("New member") if whose is None else full_name(whose))
        self.save.setText(
            words.say("Enter the member") if whose is None else words.say("Save the facts")
        )

    # --- inside ----------------------------------------------------------------------------

    def _lay_out(self, words: Words) -> None:
        self._make_fields(words)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(2, 2, 10, 2)
        rows.setSpacing(10)
        rows.addWidget(self.form)
        rows.addWidget(self.fee_free)
        rows.addWidget(self.pupil)
        rows.addWidget(self.people)
        rows.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(self.give_up)
        acts.addStretch(1)
        acts.addWidget(self.save)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 10, 6, 10)
        around.addWidget(self.title)
        around.addWidget(scrolled(inside), 1)
        around.addLayout(acts)

    def _make_fields(self, words: Words) -> None:
        self.form = Form(columns=2)
        editors: Sequence[tuple[str, QWidget, bool]] = (
            ("number", self.number, False),
            ("honorific", self.honorific, False),
            ("name", self.name, True),
            ("sex", self.sex, False),
            ("phone", self.phone, False),
            ("household", self.household, False),
            ("unit", self.unit, False),
            ("joined", self.joined, False),
            ("welfare", self.welfare, False),
            ("born", self.born, False),
            ("guardian", self.guardian, False),
            ("decision", self.decision, False),
            ("promise", self.promise, False),
            ("shares", self.shares, False),
        )
        for key, editor, wide in editors:
            self.fields[key] = Field(words, editor)
            self.form.add(self.fields[key], wide=wide)

    def _listen(self) -> None:
        for line in self.form.findChildren(QLineEdit):
            line.textEdited.connect(self._touch)
        self.sex.chosen.connect(self._touch)
        self.pupil.clicked.connect(self._touch)
        self.fee_free.clicked.connect(self._touch)
        self.people.edited.connect(self._touch)
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(self.left)

    def _fill(self, member: Member) -> None:
        texts = (
            (self.number, member.number),
            (self.honorific, member.title),
            (self.name, member.name),
            (self.household, member.household),
            (self.unit, member.village_unit),
            (self.phone, member.phone),
            (self.born, "" if member.birth_year is None else str(member.birth_year)),
            (self.guardian, member.guardian),
            (self.decision, ""),
        )
        for line, text in texts:
            line.show_value(text or None)
        words = self._desk.words
        self.sex.offer([(sex, word(words, "sex", sex.value)) for sex in Sex])
        self.sex.show_value(member.sex)
        self.joined.show_value(member.joined)
        self.welfare.show_value(member.welfare_since)
        self.promise.show_value(member.promise or None)
        self.shares.show_value(member.shares or None)
        self.fee_free.setChecked(member.fee_free)
        self.pupil.setChecked(member.pupil)
        self.people.show_all(member.beneficiaries)

    def _touch(self) -> None:
        self._touched = True

    def _typed(self) -> Member:
        """The member as she stands in the form; what the form does not show stays as it was."""
        before = self._member or Member(id=_NOBODY, number="", name="", joined=date.min)
        return replace(
            before,
            number=self.number.value() or "",
            title=self.honorific.value() or "",
            name=self.name.value() or "",
            sex=self.sex.value() or Sex.UNSAID,
            household=self.household.value() or "",
            village_unit=self.unit.value() or "",
            phone=self.phone.value() or "",
            joined=self.joined.value() or self._desk.today(),
            welfare_since=self.welfare.value(),
            promise=self.promise.value() or 0,
            shares=self.shares.value() or 0,
            fee_free=self.fee_free.isChecked(),
            birth_year=year_of(self.born.value() or ""),
            pupil=self.pupil.isChecked(),
            guardian=self.guardian.value() or "",
            beneficiaries=self.people.people(),
        )

    def _save(self) -> None:
        self._clear()
        if not self.form.is_right() or not self.people.is_right() or not self._born_is_right():
            return
        member = self._typed()
        others = [m for m in self._desk.book.members() if m.id != member.id]
        refusal = self._desk.try_out(
            lambda book: check_member(member, others=others, rulebook=book.rulebook(member.joined))
        )
        if refusal is not None:
            self._place(refusal)
        elif self._desk.do(
            lambda book, actor: (
                add_member(book, actor, member=member, decision=self.decision.value() or "")
                if self._member is None
                else change_member(book, actor, member=member)
            ),
            once=self._once,
        ):
            self._touched = False
            self.saved.emit(member)

    def _born_is_right(self) -> bool:
        """A year of birth has four figures, or is left empty."""
        born = self.born.value() or ""
        wrong = bool(born) and year_of(born) is None
        if wrong:
            said = self._desk.words.say("Write the year with four figures: 1985.")
            self.fields["born"].problem(said)
            self.born.setFocus()
        return not wrong

    def _clear(self) -> None:
        for field in self.fields.values():
            field.problem("")
        self.people.problem("")

    def _place(self, refusal: Refusal) -> None:
        """Say what is wrong under the field that it is about, and go there."""
        said = sentence(self._desk.words, refusal)
        if isinstance(refusal, BeneficiariesNotWhole):
            self.people.problem(said)
            self.people.add.setFocus()
            return
        key = {MemberNumberTaken: "number", SharesOutOfRange: "shares"}.get(type(refusal), "name")
        if isinstance(refusal, NameMissing) and not self.number.value():
            key = "number"
        self.fields[key].problem(said)
        self.fields[key].editor.setFocus()
