"""Members and loans in pictures: the register, a passbook, and a loan at each of its steps."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QRadioButton

from ledger.actions.loan_life import pass_loan_on, write_event, write_off_loan
from ledger.actions.loan_money import guarantor_pays, hand_over, recover
from ledger.actions.loans import decide_loan, request_loan
from ledger.rules.loan_acts import principal_left
from ledger.rules.loan_events import Contract, InterestPaused, Rescheduled, TakenOver, Waived
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.paper_texts import LoanText
from ledger.rules.people import Actor, Member
from ledger.rules.refusals import Refusal
from ledger.statements.lists import LoanRow
from ui.models.loan_acts import LoanAct
from ui.models.loans import Pile
from ui.screens.loans.household import HouseholdScreen
from ui.screens.loans.list import LoansScreen
from ui.screens.loans.loan import LoanScreen
from ui.screens.loans.request import RequestScreen
from ui.screens.loans.waiting import WaitingScreen
from ui.screens.members.list import MembersScreen
from ui.screens.members.member import MemberScreen
from ui.screens.paper_texts.screen import PaperTextsScreen
from ui.screens.screen import Screen

Prepare = Callable[[Screen], object]
KIP = 500_000


def rows(page: Screen) -> Sequence[LoanRow]:
    """Every loan there is."""
    return page.book.loan_rows(page.today(), open_only=False)


def form(page: Screen) -> None:
    """The form beside the list, for somebody with two beneficiaries to be named."""
    assert isinstance(page, MembersScreen)
    page.show_item(5)
    page.form.people.add.click()


def nobody(page: Screen) -> None:
    """A name that nobody has, with the nearest ones."""
    assert isinstance(page, MembersScreen)
    page.form.give_up.click()
    page.finder.search.setText("ສຸດາຍ ພົມມະຈ")


def everybody(page: Screen) -> None:
    """The whole list."""
    assert isinstance(page, MembersScreen)
    page.form.give_up.click()
    page.finder.search.clear()


def passbook(page: Screen) -> None:
    """The page of somebody who has borrowed and stands for another loan."""
    assert isinstance(page, MemberScreen)
    found = max(rows(page), key=lambda row: (row.state.overdue, row.loan.id))
    page.show_item(found.guarantors[0].id if found.guarantors else found.member.id)
    page.look_again()


def pile(which: Pile) -> Prepare:
    """One of the piles."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, LoansScreen)
        page.piles[which].click()

    return prepare


def loan_at(stage: LoanStage) -> Prepare:
    """A loan at one of its stages; one is asked for where none stands there."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, LoanScreen)
        if stage in {LoanStage.REQUESTED, LoanStage.APPROVED} and not at(page, stage):
            ask(page, agreed=stage is LoanStage.APPROVED)
        late = max(at(page, stage), key=lambda row: (row.state.overdue, row.loan.id))
        page.show_item(late.loan.id)
        page.look_again()
        if stage is LoanStage.PAID_OUT:
            page.repayment.amount.choose(late.state.settlement - 10_000)

    return prepare


def told(page: Screen) -> LoanScreen:
    """A late loan with all that can happen to one: paper, two parts, new days, pause, guarantor."""
    assert isinstance(page, LoanScreen)
    book, by, day = page.book, page.desk.actor, page.today()
    if not any(isinstance(event, Contract) for row in rows(page) for event in row.loan.events):
        running = [row for row in at(page, LoanStage.PAID_OUT) if row.guarantors]
        late = max(running, key=lambda row: (row.state.overdue, row.loan.id))
        loan, guarantor = late.loan.id, late.guarantors[0]
        paper = Contract(day, "ສ-7/2026", (late.member.name, guarantor.name), ("ນາຍບ້ານ ບຸນທັນ",))
        kip = principal_left(late.loan, day)
        plan = plan_by_months(kip, first=day + timedelta(days=30), months=6)
        for event in (
            paper,
            Rescheduled(day, "21/2026", plan),
            InterestPaused(day, "21/2026", day, day + timedelta(days=60)),
            Waived(day, "22/2026", interest=late.state.interest_due),
        ):
            write_event(book, by, loan=loan, event=event, today=day)
        guarantor_pays(book, by, loan=loan, guarantor=guarantor.id, kip=50_000, today=day)
    running = at(page, LoanStage.PAID_OUT)
    page.show_item(next(row.loan.id for row in running if len(row.loan.events) > 1))
    page.look_again()
    return page


def time_line(page: Screen) -> None:
    """Everything that has happened with it."""
    told(page).tabs.setCurrentIndex(1)


def acting(act: LoanAct) -> Prepare:
    """One of the other acts, with its fields."""

    def prepare(page: Screen) -> None:
        found = told(page)
        found.tabs.setCurrentIndex(0)
        found.more.setChecked(True)
        found.others.which.show_value(act)
        found.others.which.chosen.emit(act)

    return prepare


def lost(page: Screen) -> None:
    """A loan that was given up by two, and of which a little came back."""
    assert isinstance(page, LoanScreen)
    book, day = page.book, page.today()
    if not at(page, LoanStage.WRITTEN_OFF):
        late = min(at(page, LoanStage.PAID_OUT), key=lambda row: (-row.state.overdue, row.loan.id))
        second = next(o for o in book.officers() if o.id != page.desk.actor.id and o.serves(day))
        write_off_loan(
            book,
            page.desk.actor,
            second=Actor(second.id, second.name, second.role),
            loan=late.loan.id,
            decision="23/2026",
            day=day,
            today=day,
        )
        recover(book, page.desk.actor, loan=late.loan.id, kip=40_000, today=day)
    page.show_item(at(page, LoanStage.WRITTEN_OFF)[0].loan.id)
    page.look_again()


def taken_over(page: Screen) -> None:
    """The loan that a guarantor has instead of the borrower."""
    assert isinstance(page, LoanScreen)
    book, day = page.book, page.today()
    if not at(page, LoanStage.PASSED_ON):
        late = next(row for row in at(page, LoanStage.PAID_OUT) if row.guarantors)
        pass_loan_on(
            book,
            page.desk.actor,
            loan=late.loan.id,
            guarantor=late.guarantors[0].id,
            decision="24/2026",
            months=10,
            day=day,
            today=day,
        )
    hers = (o for o in book.loans() if any(isinstance(e, TakenOver) for e in o.events))
    page.show_item(next(hers).id)
    page.look_again()
    page.tabs.setCurrentIndex(1)


def in_parts(page: Screen) -> None:
    """An approved loan of which only a part is handed over."""
    assert isinstance(page, LoanScreen)
    loan_at(LoanStage.APPROVED)(page)
    waiting = at(page, LoanStage.APPROVED)[-1]
    hand_over(page.book, page.desk.actor, loan=waiting.loan.id, kip=200_000, today=page.today())
    page.show_item(waiting.loan.id)
    page.look_again()
    page.repayment.amount.choose(page.repayment._all())


def refusing(page: Screen) -> None:
    """The committee says no."""
    loan_at(LoanStage.REQUESTED)(page)
    page.findChildren(QRadioButton)[1].click()


def at(page: Screen, stage: LoanStage) -> list[LoanRow]:
    """The loans at a stage."""
    return [row for row in rows(page) if row.state.stage is stage]


def ask(page: Screen, *, agreed: bool) -> None:
    """The first who may borrow asks for a loan, and perhaps the committee agrees."""
    book, day = page.book, page.today()
    rules = book.rulebook(day).loans
    members = [member for member in book.members() if member.household]
    for member in members:
        request = _request(page, member, members)
        try:
            (loan,) = request_loan(book, page.desk.actor, request=request).loans
        except Refusal:
            continue
        names = tuple(officer.name for officer in book.officers())[: rules.approvals]
        if agreed:
            decision = LoanDecision(day, "7", True, KIP, names)
            decide_loan(book, page.desk.actor, loan=loan, decision=decision)
        return


def _request(page: Screen, member: Member, members: Sequence[Member]) -> LoanRequest:
    rules = page.book.rulebook(page.today()).loans
    purpose = rules.purposes[0]
    product = next(p for p in rules.products if p.key == purpose.product)
    place = members.index(member)
    neighbours = (*members[place + 1 :], *members[:place])
    guarantors = tuple(m.id for m in neighbours[: product.guarantors])
    return LoanRequest(
        member.id, page.today(), KIP, purpose.code, product, product.months, guarantors
    )


def request(kip: int) -> Prepare:
    """A request half filled in; nothing counts as typed, so that the page can be left."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, RequestScreen)
        page.show_item(9)
        page.look_again()
        purpose = page.book.rulebook(page.today()).loans.purposes[1]
        page.form.purpose.show_value(purpose.code)
        page.form.product.show_value(purpose.product)
        page.form.amount.show_value(kip)
        page.refresh()

    return prepare


def household(page: Screen) -> None:
    """The household of somebody who is late."""
    assert isinstance(page, HouseholdScreen)
    page.show_item(max(rows(page), key=lambda row: (row.state.overdue, row.loan.id)).member.id)
    page.look_again()


def waiting(page: Screen) -> None:
    """Two wait, and one of them is stood on."""
    for agreed in (True, False):
        ask(page, agreed=agreed)
    assert isinstance(page, WaitingScreen)
    page.look_again()
    page.table.select_row(1)


def text_of(which: LoanText, typed: str = "") -> Prepare:
    """The text of a paper; with something typed behind it that the rules refuse or take."""

    def prepare(page: Screen) -> None:
        assert isinstance(page, PaperTextsScreen)
        page.show_item(which)
        page.look_again()
        if typed:
            page.text.setPlainText(f"{page.text.toPlainText()}\n{typed}")
            page.look_through()

    return prepare


PAPER_TEXTS_SHOTS = (
    ("paper_texts", text_of(LoanText.CONTRACT)),
    ("paper_texts_reminder", text_of(LoanText.REMINDER)),
    ("paper_texts_refused", text_of(LoanText.SETTLEMENT, "ຄ່າປັບ 50,000 ກີບ")),
    ("paper_texts_changed", text_of(LoanText.GUARANTEE, "ຂໍຂອບໃຈ.")),
)
HOUSEHOLD_SHOTS = (("household", household),)
WAITING_SHOTS = (("waiting", waiting),)
MEMBERS_SHOTS = (("members_form", form), ("members_nobody", nobody), ("members", everybody))
MEMBER_SHOTS = (("member", passbook),)
LOANS_SHOTS = tuple((f"loans_{which.value}", pile(which)) for which in Pile)
LOAN_SHOTS = (
    ("loan_asked", loan_at(LoanStage.REQUESTED)),
    ("loan_refusing", refusing),
    ("loan_waiting", loan_at(LoanStage.APPROVED)),
    ("loan_running", loan_at(LoanStage.PAID_OUT)),
    ("loan_finished", loan_at(LoanStage.REPAID)),
    ("loan_told", time_line),
    ("loan_days_anew", lambda page: told(page).tabs.setCurrentIndex(0)),
    *((f"loan_{act.value}", acting(act)) for act in LoanAct if act not in {"part", "recover"}),
    ("loan_parts", in_parts),
    ("loan_lost", lost),
    ("loan_taken_over", taken_over),
)
REQUEST_SHOTS = (("request", request(2_000_000)), ("request_too_much", request(99_000_000)))
