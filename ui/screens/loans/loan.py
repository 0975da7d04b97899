"""The page of one loan, from the request to the last repayment."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.accounts import Account
from ledger.rules.loan_values import LoanStage
from ledger.rules.paper_texts import LoanText
from ledger.rules.transfers import LoanId
from ledger.statements.loan_schedule import DueRow, agreed_rows, due_rows, earlier_due_rows
from ledger.statements.loan_story import StoryRow, contract_of, loan_story
from translations import Words
from translations.naming import key_word, word
from ui.desk import Desk
from ui.models.closing import account_name
from ui.models.loan_acts import acts_of
from ui.models.loan_story import story_columns
from ui.models.members import shown_names
from ui.models.money_way import LoanNow, read_loan
from ui.models.rows import RowsModel
from ui.models.schedule import agreed_columns, due_columns
from ui.papers.loan_papers import code_of
from ui.papers.wish import Wish
from ui.screens.loans.acts_panel import ActsPanel
from ui.screens.loans.decision import DecisionPanel
from ui.screens.loans.done import DonePanel
from ui.screens.loans.new_guarantors import NewGuarantors
from ui.screens.loans.panel import Panel
from ui.screens.loans.pay_out import PayOutPanel
from ui.screens.loans.printing import PrintLoan
from ui.screens.loans.repayment import RepaymentPanel
from ui.screens.loans.settlement import Settlement
from ui.screens.loans.steps import Steps, steps_of
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import line_label
from ui.widgets.member_picker import member_line
from ui.widgets.table_view import TableView

_BEFORE_PAY_OUT = frozenset({LoanStage.REQUESTED, LoanStage.APPROVED})


class LoanScreen(Screen):
    """One loan. `go("loan", its id)` opens it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.LOANS, Topic.ENTRIES, Topic.MEETING, Topic.MEMBERS, Topic.OFFICERS, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._loan: LoanId | None = None
        self._shown: tuple[LoanId, LoanStage] | None = None
        self.steps = Steps()
        self.tabs = QTabWidget()
        self.dues, self.moves = TableView(), TableView()
        self.due_model: RowsModel[DueRow] = RowsModel()
        self.move_model: RowsModel[StoryRow] = RowsModel()
        self.old_dues, self.old_model = TableView(), RowsModel[DueRow]()
        self.old_title = line_label("heading")
        self.others = ActsPanel(desk)
        self.more = Button(picture="edit")
        self.settlement = Settlement(desk)
        self.request = FactsCard()
        self.decision, self.pay_out = DecisionPanel(desk), PayOutPanel(desk)
        self.repayment, self.over = RepaymentPanel(desk), DonePanel(desk)
        self.panels = QStackedWidget()
        self.back, self.passbook = Button(picture="left"), Button(picture="passbook")
        self.papers = PrintLoan()
        self.household, self.new_guarantors = Button(picture="home"), Button(picture="person")
        self._arrange()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.tabs.setTabText(0, words.say("Due days"))
        self.tabs.setTabText(1, words.say("What has happened"))
        self.old_title.setText(words.say("The due days before that"))
        self.more.setText(words.say("Other…"))
        self.tabs.setTabText(2, words.say("The request"))
        self.back.setText(words.say("Loans"))
        self.household.setText(words.say("Household"))
        self.new_guarantors.setText(words.say("Guarantors…"))
        self.passbook.setText(words.say("Passbook"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the loan and show it."""
        del change
        if self._loan is None:
            return
        now = read_loan(self.book, self._loan, self.today())
        words = self.words
        member = self.book.member(now.loan.request.member)
        self.title.setText(
            words.say("Loan {number}", number=now.loan.number) + " · " + member_line(words, member)
        )
        self.steps.show_steps(steps_of(words, now))
        self.papers.show_loan(now.loan, words, self.today())
        self._show_tables(now)
        self.request.show_facts("", self._request_facts(words, now))
        self.new_guarantors.setVisible(now.state.stage in _BEFORE_PAY_OUT and not now.in_pencil)
        self._show_panel(now)

    def show_item(self, item: object) -> None:
        """Open the page of a loan."""
        if isinstance(item, int):
            self._loan = LoanId(item)
            self._shown = None
            self.more.setChecked(False)

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.dues.setModel(self.due_model)
        self.moves.setModel(self.move_model)
        self.moves.wrap()
        self.old_dues.setModel(self.old_model)
        days = QWidget()
        rows = QVBoxLayout(days)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.dues, 2)
        # The tables reach to the edge; a heading between them does not.
        self.old_title.setContentsMargins(8, 6, 8, 2)
        rows.addWidget(self.old_title)
        rows.addWidget(self.old_dues, 1)
        rows.addWidget(self.settlement)
        for page in (days, self.moves, self.request):
            self.tabs.addTab(page, "")
        for panel in self._panels():
            self.panels.addWidget(panel)
            panel.done.connect(self._done)
            panel.meeting_wanted.connect(lambda: self.go.emit("meeting", None))
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.tabs, 11)
        both.addWidget(self.panels, 9)
        self.body.addWidget(self.steps)
        self.body.addLayout(both, 1)
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _: self.look_again())
        for button in (self.new_guarantors, self.household, self.more, self.passbook):
            self.beside_title.addWidget(button)
        self.beside_title.addWidget(self.papers)
        self.beside_title.addWidget(self.back)
        self.papers.wanted.connect(self._print)
        self.back.clicked.connect(lambda: self.go.emit("loans", None))
        self.passbook.clicked.connect(lambda: self._open_of_hers("member"))
        self.household.clicked.connect(lambda: self._open_of_hers("household"))
        self.new_guarantors.clicked.connect(self._ask_for_others)

    def _panels(self) -> tuple[Panel, ...]:
        return (self.decision, self.pay_out, self.repayment, self.over, self.others)

    def _show_tables(self, now: LoanNow) -> None:
        words, loan = self.words, now.pencilled
        rows = due_rows(loan, now.day)
        kip = loan.decision.kip if loan.decision and loan.decision.approved else loan.request.kip
        # Before the money is handed over: as it would be if that happened now.
        shown = rows or agreed_rows(loan.request, kip, now.day)
        inked = None if now.in_pencil else loan.id
        self.due_model.set_columns(
            due_columns(words, inked, now.day) if rows else agreed_columns(words)
        )
        self.due_model.show(shown)
        self.dues.stretch((1, 2, 3))
        old = earlier_due_rows(loan, now.day)
        self.old_model.set_columns(agreed_columns(words))
        self.old_model.show(old)
        self.old_dues.stretch((1, 2, 3))
        for part in (self.old_title, self.old_dues):
            part.setVisible(bool(old))
        story = loan_story(loan)
        # Asked now: a table may be painted once more when the book has been put away.
        others = {row.other: self.book.loan(row.other).number for row in story if row.other}
        self.move_model.show(())
        self.move_model.set_columns(story_columns(words, now.loan, others.__getitem__))
        self.move_model.show(story)
        self.moves.stretch((1,))

    def _request_facts(self, words: Words, now: LoanNow) -> tuple[tuple[str, str], ...]:
        request = now.loan.request
        names = shown_names(self.book.members())
        guarantors = "\n".join(
            " · ".join(filter(None, (m.number, names[m.id], m.phone)))
            for m in map(self.book.member, request.guarantors)
        )
        purposes = self.book.rulebook(request.day).loans.purposes
        purpose = next(
            (key_word(words, p.key, p.name) for p in purposes if p.code == request.purpose),
            request.purpose,
        )
        product, decision = request.product, now.loan.decision
        rate = words.percent(product.rate)
        method = word(words, "interest_method", product.method.value)
        return (
            (words.say("Asked on"), words.long_day(request.day)),
            (words.say("Amount"), words.money(request.kip)),
            (words.say("What for?"), purpose),
            (words.say("Kind of loan"), key_word(words, product.key, product.name)),
            (words.say("Lent from"), self._fund_name(words, product.fund)),
            (words.say("Months"), words.number(request.months)),
            (words.say("Interest"), f"{rate} · {method}"),
            (words.say("Guarantors"), guarantors),
            (words.say("Contract"), _contract_text(words, now)),
            (words.say("Note"), request.note),
            (words.say("Who agreed"), "\n".join(decision.approvers if decision else ())),
            (words.say("Who was against"), "\n".join(decision.against if decision else ())),
        )

    def _fund_name(self, words: Words, fund: Account | None) -> str:
        """The fund that a loan is lent from; nothing for the group's own money."""
        return "" if fund is None else account_name(words, self.book.rulebook(self.today()), fund)

    def _show_panel(self, now: LoanNow) -> None:
        panel = {
            LoanStage.REQUESTED: self.decision,
            LoanStage.APPROVED: self.pay_out,
            LoanStage.PAID_OUT: self.repayment,
        }.get(now.state.stage, self.over)
        shown = (now.loan.id, now.state.stage)
        anew = shown != self._shown
        may_more = bool(acts_of(now))
        self.more.setVisible(may_more)
        if may_more and (self.more.isChecked() or now.state.stage is LoanStage.WRITTEN_OFF):
            panel = self.others
        panel.show_loan(now, anew=anew or self.panels.currentWidget() is not panel)
        self.settlement.show_loan(now, anew=anew)
        self.settlement.setVisible(now.state.stage is LoanStage.PAID_OUT)
        self._shown = shown
        self.panels.setCurrentWidget(panel)

    def _done(self, sentence: str) -> None:
        """Say what was written; while it is pencil only, with the way to where it is signed."""
        if self.book.open_sheet() is None:
            self.tell(sentence)
        else:
            self.banner.say(
                sentence,
                Tone.GOOD,
                act=self.words.say("Go to the open sheet"),
                do=lambda: self.go.emit("meeting", None),
            )

    def _print(self, wish: Wish) -> None:
        """Open a paper; a settlement is of the day that is looked at."""
        if wish.code == code_of(LoanText.SETTLEMENT):
            wish = replace(wish, day=self.settlement.day.value())
        self.go.emit("papers", wish)

    def _open_of_hers(self, place: str) -> None:
        if self._loan is not None:
            self.go.emit(place, self.book.loan(self._loan).request.member)

    def _ask_for_others(self) -> None:
        if self._loan is not None:
            dialog = NewGuarantors(self.desk, self.book.loan(self._loan), self)
            dialog.written.connect(self._others_written)
            dialog.open()

    def _others_written(self, number: str) -> None:
        self.tell(self.words.say("Others stand for loan {number} now.", number=number))


def _contract_text(words: Words, now: LoanNow) -> str:
    paper = contract_of(now.loan)
    if paper is None:
        return ""
    head = f"{words.say('No. {number}', number=paper.number)} · {words.day(paper.day)}"
    return "\n".join((head, *paper.signers, *paper.witnesses))
