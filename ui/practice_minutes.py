"""The minutes of the practice group: its rules, its closings, and what it decides of loans."""

from datetime import date

from ledger.actions.decisions import write_decision
from ledger.actions.loan_life import write_event
from ledger.actions.loans import decide_loan, request_loan
from ledger.book.book import Book
from ledger.rules.days import add_months
from ledger.rules.decisions import Decision, Subject, next_number
from ledger.rules.loan_events import Rescheduled
from ledger.rules.loan_plans import plan_by_months
from ledger.rules.loan_rules import ScheduleKind
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.refusals import Refusal
from ledger.rules.transfers import LoanId
from ui.practice_people import PracticeFacts


def minute(
    book: Book, facts: PracticeFacts, day: date, subject: Subject, *, number: str = "", **said: str
) -> str:
    """Write a decision of a day down; where no number is given, it is the next one of the year."""
    known = [one.number for one in book.decisions()]
    number = number or next_number(known[::-1], year=day.year, taken=known)
    decision = Decision(
        number=number,
        day=day,
        subject=subject,
        text=facts.minutes[subject.value].format(**said),
        present=tuple(facts.actor(role).name for role in ("president", "accountant", "treasurer")),
    )
    write_decision(book, facts.actor("accountant"), decision=decision, today=day)
    return number


def ask_and_decide(book: Book, facts: PracticeFacts, request: LoanRequest) -> LoanId | None:
    """A loan that the committee agrees to; nothing where the rules say no to her."""
    keeper, head = facts.actor("accountant"), facts.actor("president")
    try:
        change = request_loan(book, keeper, request=request)
    except Refusal:
        return None  # Too little saved, or a loan still running.
    (loan,) = change.loans
    her = book.member(request.member)
    kip = f"{request.kip:,}"
    number = minute(book, facts, request.day, Subject.LOAN, name=her.name, kip=kip)
    decision = LoanDecision(
        day=request.day,
        number=number,
        approved=True,
        kip=request.kip,
        approvers=(keeper.name, head.name),
    )
    decide_loan(book, keeper, loan=loan, decision=decision)
    return loan


def set_new_days(book: Book, facts: PracticeFacts, day: date) -> None:
    """The newest loan in parts is to be paid back more slowly, from the month after next on."""
    states = [(one, loan_state(one, day)) for one in book.loans()]
    loan, state = [
        (one, state)
        for one, state in states
        if one.request.product.schedule is ScheduleKind.PRINCIPAL_PARTS
        and state.stage is LoanStage.PAID_OUT
    ][-1]
    her = book.member(loan.request.member)
    said = {"name": her.name, "loan": loan.number}
    number = minute(book, facts, day, Subject.OTHER, **said)
    plan = plan_by_months(state.principal, first=add_months(day, 2), months=12)
    event = Rescheduled(day, number, plan)
    write_event(book, facts.actor("accountant"), loan=loan.id, event=event, today=day)
