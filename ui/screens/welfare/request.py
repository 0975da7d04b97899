"""A member asks the welfare fund: the form at the left, the reckoning line by line at the right."""

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ledger.actions.welfare import ask_claim, write_birth_day
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.claim_checks import (
    ClaimDaysMisfit,
    ClaimUnitsMissing,
    EvidenceMissing,
    check_claim,
)
from ledger.rules.claims import ClaimRequest, Reckoning, units_between
from ledger.rules.people import Actor, MemberId, Status
from ledger.rules.reckoning import BirthDayMissing
from ledger.rules.refusals import Refusal
from ledger.rules.welfare_rules import Benefit, LadderBy
from ui.desk import Desk
from ui.messages import sentence
from ui.models.claims import benefit_name, reckoning_lines
from ui.one_time import one_time_key
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.member_picker import MemberPicker

_WHERE: dict[type[Refusal], str] = {
    ClaimDaysMisfit: "last",
    ClaimUnitsMissing: "units",
    EvidenceMissing: "evidence",
    BirthDayMissing: "born",
}


class ClaimRequestScreen(Screen):
    """`go("claim_request", member)` begins a claim of hers; without a member, of anybody."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.RULES, Topic.CLAIMS, Topic.ENTRIES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.member, self.benefit = MemberPicker(words), ChoiceBox()
        self.first, self.last = DayEdit(words, desk.today), DayEdit(words, desk.today)
        self.units, self.evidence = CountEdit(words), NameEdit(words)
        self.born = DayEdit(words, desk.today)
        editors = {
            "member": self.member,
            "benefit": self.benefit,
            "first": self.first,
            "last": self.last,
            "units": self.units,
            "born": self.born,
            "evidence": self.evidence,
        }
        self.fields = {name: Field(words, editor) for name, editor in editors.items()}
        self.form = Form(columns=2)
        self._heading, self._amount = line_label("heading"), line_label("money")
        self._lines, self._wrong = WrapLabel(), WrapLabel(role="bad")
        self.give_up, self.write = Button(picture="left"), PrimaryButton("check")
        self._wanted: MemberId | None = None
        self._fresh = True
        self._once = one_time_key()
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        names = {
            "member": words.say("Member"),
            "benefit": words.say("For what"),
            "first": words.say("First day"),
            "last": words.say("Last day"),
            "units": words.say("How many days, nights or weeks"),
            "born": words.say("The birthday"),
            "evidence": words.say("Evidence: which paper, or who saw it"),
        }
        for name, text in names.items():
            self.fields[name].name(text)
        self.title.setText(words.say("A member claims from the welfare fund"))
        self.give_up.setText(words.say("Back to the welfare fund"))
        self.write.setText(words.say("Write down the claim"))

    def refresh(self, change: Change | None = None) -> None:
        """Offer what the rules and the register have now."""
        del change
        rulebook = self.book.rulebook(self.today())
        members = [m for m in self.book.members() if m.status is not Status.LEFT]
        self.member.set_members(members)
        named = [(b.code, benefit_name(self.words, b)) for b in rulebook.welfare.benefits]
        standing = self.benefit.value()
        self.benefit.offer(named)
        codes = [code for code, _ in named]
        self.benefit.show_value(standing if standing in codes else next(iter(codes), None))
        if self._fresh:
            self._fresh = False
            self._begin()
        self._look()

    def show_item(self, item: object) -> None:
        """Begin a claim of a member."""
        self._fresh = True
        self._wanted = MemberId(item) if isinstance(item, int) else None

    def amount_text(self) -> str:
        """What the claim comes to, as it is shown now."""
        return self._amount.text()

    def problem_text(self) -> str:
        """What is said to be wrong beside the reckoning."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    # --- inside ----------------------------------------------------------------------------

    def _begin(self) -> None:
        self._once = one_time_key()
        self.member.show_member(self._wanted)
        for edit in (self.first, self.last):
            edit.show_value(self.today())
        for line in (self.units, self.evidence, self.born):
            line.show_value(None)
        self._wanted = None

    def _benefit(self) -> Benefit | None:
        code = self.benefit.value()
        return None if code is None else self.book.rulebook(self.today()).welfare.benefit(code)

    def _request(self) -> ClaimRequest | None:
        member, benefit, first = self.member.member(), self._benefit(), self.first.value()
        if member is None or benefit is None or first is None:
            return None
        last = self.last.value() or first
        between = units_between(benefit.unit, first, last)
        return ClaimRequest(
            member=member,
            day=self.today(),
            benefit=benefit,
            first=first,
            last=last,
            units=self.units.value() or max(between, 0),
            evidence=self.evidence.value() or "",
        )

    def _look(self) -> None:
        """Show what the claim comes to, or why there is nothing."""
        self._clear()
        request = self._request()
        if request is None:
            return
        between = units_between(request.benefit.unit, request.first, request.last)
        said = self.words.say("By the days: {units}", units=self.words.number(max(between, 0)))
        self.fields["units"].hint(said)
        found = self._try(request)
        if isinstance(found, Reckoning):
            lines = reckoning_lines(self.words, request.benefit, found)
            self._lines.setText("\n".join(lines))
            self._amount.setText(self.words.money(found.kip))
        elif not isinstance(found, EvidenceMissing):
            self._place(found)

    def _clear(self) -> None:
        for field in self.fields.values():
            field.problem("")
        self._heading.setText(self.words.say("What it comes to"))
        self._lines.setText("")
        self._amount.setText("—")
        self._wrong.hide()
        member, benefit = self.member.member(), self._benefit()
        unknown = member is not None and self.book.member(member).born is None
        by_age = benefit is not None and (benefit.age_least > 0 or benefit.ladder is LadderBy.AGE)
        self.fields["born"].setVisible(by_age and unknown)

    def _try(self, request: ClaimRequest) -> Reckoning | Refusal:
        try:
            return check_claim(request, self.book.claim_facts(request.member, request.day))
        except Refusal as refusal:
            return refusal

    def _place(self, refusal: Refusal) -> None:
        said = sentence(self.words, refusal)
        where = _WHERE.get(type(refusal))
        if where is None:
            self._wrong.setText(said)
            self._wrong.show()
            return
        self.fields[where].problem(said)

    def _write(self) -> None:
        if not self.form.is_right():
            return
        request = self._request()
        if request is None:
            self.fields["member"].problem(self.words.say("Choose the member who asks."))
            self.member.setFocus()
            return
        found = self._try(request)
        if isinstance(found, Refusal):
            self._place(found)
            where = _WHERE.get(type(found))
            if where is not None:
                self.fields[where].editor.setFocus()
            return
        self._ask(request)

    def _ask(self, request: ClaimRequest) -> None:
        if self.desk.do(
            lambda book, actor: ask_claim(book, actor, request=request), once=self._once
        ):
            self._fresh = True
            self._stale = True
            self.go.emit("claim", self.book.claims()[-1].id)

    def _born(self) -> None:
        """Her birthday is a fact of hers: it is written down at once."""
        member, born = self.member.member(), self.born.value()
        if member is None or born is None:
            return

        def write(book: Book, actor: Actor) -> Change:
            return write_birth_day(book, actor, member=member, born=born)

        if self.desk.do(write):
            self.born.show_value(None)

    def _arrange(self) -> None:
        for name, field in self.fields.items():
            self.form.add(field, wide=name in {"member", "evidence"})
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(10)
        for part in (self._heading, self._lines, self._amount, self._wrong):
            inside.addWidget(part)
        inside.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 11)
        both.addWidget(card, 10)
        self.body.addLayout(both, 1)
        self.acts.addWidget(self.give_up)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.member)

    def _listen(self) -> None:
        self.member.picked.connect(lambda _: self._look())
        self.benefit.chosen.connect(lambda _: self._look())
        for line in (self.first, self.last, self.units, self.evidence):
            line.committed.connect(lambda _: self._look())
        self.born.committed.connect(lambda _: self._born())
        self.give_up.clicked.connect(lambda: self.go.emit("welfare", None))
        self.write.clicked.connect(self._write)
