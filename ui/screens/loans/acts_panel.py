"""Everything else that can be done with a loan: one choice, its few fields, and one button."""

from collections.abc import Mapping

from ledger.rules.decisions import Subject
from translations.naming import word
from ui.desk import Desk
from ui.models.loan_acts import NAMES, PERMITS, LoanAct, acts_of
from ui.models.money_way import LoanNow, way_text
from ui.one_time import one_time_key
from ui.screens.loans.acts_doing import MONEY, WANTED, ActFacts, do_act, first_facts
from ui.screens.loans.panel import Panel
from ui.screens.minutes.writing import DecisionLine
from ui.widgets.choice import ChoiceBox
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.member_picker import member_line


class ActsPanel(Panel):
    """The acts of the committee about one loan, beside handing over and paying back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "check")
        words = desk.words
        self.which = ChoiceBox()
        self.decision = DecisionLine(desk, subject=Subject.LOAN)
        self.day = DayEdit(words, desk.today)
        self.number, self.signers = NameEdit(words), NameEdit(words)
        self.witnesses, self.months = NameEdit(words), CountEdit(words)
        self.first, self.last = DayEdit(words, desk.today), DayEdit(words, desk.today)
        self.interest, self.fine = KipEdit(words), KipEdit(words)
        self.amount = KipEdit(words)
        self.guarantor, self.second = ChoiceBox(), ChoiceBox()
        self._form, self._choice = Form(columns=2), Field(words, self.which)
        self._wrong = WrapLabel(role="bad")
        self._fields = {
            name: Field(words, getattr(self, name))
            for name in (
                "decision",
                "day",
                "number",
                "signers",
                "witnesses",
                "months",
                "first",
                "last",
                "interest",
                "fine",
                "amount",
                "guarantor",
                "second",
            )
        }
        self._once = one_time_key()
        self._now: LoanNow | None = None
        self._wanted: tuple[str, ...] | None = None
        self._arrange()

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Offer what can be done with the loan now; what was typed for another one is dropped."""
        self._now = now
        words = self.words
        acts = [act for act in acts_of(now) if self.desk.may(PERMITS[act])]
        self.which.offer([(act, words.say(NAMES[act])) for act in acts])
        if self.which.value() is None:
            self.which.show_value(acts[0] if acts else None)
        if anew:
            self._clear()
        self._offer(now)
        self._say()
        self._fit()

    def problem_text(self) -> str:
        """What is said to be wrong with the act, under all fields."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def do(self) -> None:
        """Do the act that is chosen."""
        self._wrong.hide()
        now, act = self._now, self.which.value()
        if now is None or act is None or not self._form.is_right():
            return
        facts, today = self._typed(), self.desk.today()
        if self.desk.do(
            lambda book, actor: do_act(book, actor, act=act, now=now, facts=facts, today=today),
            once=self._once,
        ):
            self._clear()
            self.done.emit(self.words.say("It is written down."))
        else:
            self._wrong.setText(self.desk.last_sentence)
            self._wrong.show()

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        for field in self._fields.values():
            self._form.add(field)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._form)
        self.body.addWidget(self._wrong)
        self.body.addStretch(1)
        self._wrong.hide()
        self.which.chosen.connect(lambda _: self._chosen())

    def _chosen(self) -> None:
        self._clear()
        self._say()
        self._fit()

    def _clear(self) -> None:
        self._once = one_time_key()
        self._wrong.hide()
        now, act = self._now, self.which.value()
        facts = ActFacts() if now is None or act is None else first_facts(act, now)
        for name, field in self._fields.items():
            field.problem("")
            if name not in {"guarantor", "second"}:
                getattr(self, name).show_value(getattr(facts, name) or None)
        self.guarantor.show_value(facts.guarantor)
        self.second.show_value(None)

    def _offer(self, now: LoanNow) -> None:
        words, book = self.words, self.desk.book
        people = [book.member(m) for m in now.loan.request.guarantors]
        self.guarantor.offer([(member.id, member_line(words, member)) for member in people])
        others = [
            officer
            for officer in book.officers()
            if officer.serves(self.desk.today()) and officer.id != self.desk.actor.id
        ]
        self.second.offer(
            [(o.id, f"{o.name} · {word(words, 'role', o.role.value)}") for o in others]
        )

    def _say(self) -> None:
        words, act = self.words, self.which.value()
        self.heading.setText(words.say("What else the committee can do"))
        self._choice.name(words.say("What is to be done?"))
        for name, text in self._names().items():
            self._fields[name].name(text)
        self.act.setText(words.say(NAMES[act]) if act else "")
        self.act.setVisible(act is not None)
        in_money = self._now is not None and act in MONEY
        self.way.setText(way_text(words, self._now) if self._now and in_money else "")

    def _names(self) -> Mapping[str, str]:
        words, act = self.words, self.which.value()
        pausing = act is LoanAct.PAUSE
        return {
            "decision": words.say("Number of the decision"),
            "day": words.say("Day"),
            "number": words.say("Number of the contract"),
            "signers": words.say("Who signed"),
            "witnesses": words.say("Witnesses"),
            "months": words.say("Months"),
            "first": words.say("First day") if pausing else words.say("First due day"),
            "last": words.say("Last day"),
            "interest": words.say("Interest ({unit})", unit=words.unit),
            "fine": words.say("Fine ({unit})", unit=words.unit),
            "amount": words.say("Or each time ({unit})", unit=words.unit)
            if act is LoanAct.RESCHEDULE
            else words.say("Amount ({unit})", unit=words.unit),
            "guarantor": words.say("Guarantor"),
            "second": words.say("The second officer who agrees"),
        }

    def _fit(self) -> None:
        """Show the fields of the act that is chosen."""
        wanted = WANTED.get(self.which.value(), ())
        if wanted != self._wanted:
            self._wanted = wanted
            self._form.show_only([self._fields[name] for name in wanted])

    def _typed(self) -> ActFacts:
        return ActFacts(**{name: getattr(self, name).value() for name in self._fields})
