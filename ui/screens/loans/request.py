"""A member asks for a loan: the form at the left, what the rules say to it at the right."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout

from ledger.actions.loans import request_loan
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.lending import TooFewGuarantors, check_request
from ledger.rules.loan_values import LoanRequest
from ledger.rules.people import Actor, MemberId, Status
from ledger.rules.refusals import Refusal
from ui.desk import Desk
from ui.messages import sentence
from ui.models.watch import watch_lines
from ui.one_time import one_time_key
from ui.screens.loans.prospect import Prospect
from ui.screens.loans.refusals import Part, part_of
from ui.screens.loans.request_form import RequestForm
from ui.screens.screen import Screen
from ui.widgets.asking import confirm
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, PrimaryButton


class RequestScreen(Screen):
    """`go("loan_request", member)` begins a request of hers; without a member, of anybody."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.LOANS, Topic.ENTRIES, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = RequestForm(desk)
        self.prospect = Prospect()
        self.give_up, self.household = Button(picture="left"), Button(picture="home")
        self.write = PrimaryButton("check")
        self._touched = False
        self._fresh = True
        self._once = one_time_key()
        self._wanted: MemberId | None = None
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.form, 11)
        both.addWidget(self.prospect, 10)
        self.body.addLayout(both, 1)
        self.acts.addWidget(self.give_up)
        self.acts.addWidget(self.household)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.form.edited.connect(self._edited)
        self.give_up.clicked.connect(lambda: self.go.emit("loans", None))
        self.household.clicked.connect(self._open_household)
        self.write.clicked.connect(self._write)
        self.setFocusProxy(self.form.member)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("A member asks for a loan"))
        self.form.retranslate()
        self.household.setText(words.say("The member's household"))
        self.give_up.setText(words.say("Back to the loans"))
        self.write.setText(words.say("Write down the request"))

    def refresh(self, change: Change | None = None) -> None:
        """Offer what the rules and the register have now."""
        del change
        rules = self.book.rulebook(self.today()).loans
        members = [m for m in self.book.members() if m.status is Status.ACTIVE]
        self.form.offer(rules, members)
        if self._fresh:
            self._fresh = self._touched = False
            self._once = one_time_key()
            self.form.begin(self._wanted)
            self._wanted = None
            self.setFocusProxy(
                self.form.member if self.form.member.member() is None else self.form.purpose
            )
        self._look()

    def show_item(self, item: object) -> None:
        """Begin a request of a member."""
        if isinstance(item, int):
            self._wanted = MemberId(item)
            self._fresh = True

    def may_leave(self) -> bool:
        """Ask before a request that is not written down is given up."""
        words = self.words
        if self._touched and not confirm(
            self,
            words,
            title=words.say("Leave without saving?"),
            sentence=words.say("This request is not written down yet."),
            do=words.say("Leave without saving"),
            danger=True,
        ):
            return False
        self._begin_anew()
        return True

    # --- inside ----------------------------------------------------------------------------

    def _begin_anew(self) -> None:
        self._touched = False
        self._fresh = True
        self._stale = True

    def _edited(self) -> None:
        self._touched = True
        self._look()

    def _look(self) -> None:
        """Show what the rules say to what stands in the form, and what they would refuse."""
        self.form.clear_problems()
        self.household.setEnabled(self.form.member.member() is not None)
        # While no amount is typed the smallest one tells whether she may ask at all.
        request = self.form.request(at_least=1)
        asked = self.form.request()
        if request is None or asked is None:
            self.prospect.show_terms(self.words, self.form.chosen_product())
            self.prospect.show_watch(())
            return
        self.prospect.show_watch(watch_lines(self.words, self.book, asked))
        facts = self.desk.ask(lambda book: book.lending_facts(request))
        if facts is not None:
            self.prospect.show_request(self.words, asked, facts)
        refusal = self._why_not(request)
        if refusal is not None and not self._is_too_early(refusal):
            self._place(refusal)

    def _open_household(self) -> None:
        self.go.emit("household", self.form.member.member())

    def _why_not(self, request: LoanRequest) -> Refusal | None:
        return self.desk.try_out(lambda book: check_request(request, book.lending_facts(request)))

    def _is_too_early(self, refusal: Refusal) -> bool:
        """Whether it is about what is still to be filled in."""
        purpose_open = part_of(refusal) is Part.PURPOSE and self.form.purpose.value() is None
        return purpose_open or isinstance(refusal, TooFewGuarantors)

    def _place(self, refusal: Refusal) -> Part | None:
        said, part = sentence(self.words, refusal), part_of(refusal)
        if part is None:
            self.banner.say(said, Tone.BAD)
        else:
            self.form.problem(part, said)
        return part

    def _write(self) -> None:
        self.form.clear_problems()
        if not self.form.is_right():
            return
        request = self.form.request()
        if request is None:
            words = self.words
            self.form.problem(Part.MEMBER, words.say("Choose the member who asks."))
            self.form.go_to(Part.MEMBER)
            return
        refusal = self._why_not(request)
        if refusal is not None:
            part = self._place(refusal)
            if part is not None:
                self.form.go_to(part)
            return
        self._ask(request)

    def _ask(self, request: LoanRequest) -> None:
        written: list[Change] = []

        def ask(book: Book, actor: Actor) -> Change:
            written.append(request_loan(book, actor, request=request))
            return written[0]

        if self.desk.do(ask, once=self._once):
            self._begin_anew()
            (loan,) = written[0].loans
            self.go.emit("loan", loan)
