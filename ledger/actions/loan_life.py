"""What is done about a loan after the committee has approved it, apart from the money itself."""

from datetime import date

from ledger.actions.record import next_loan
from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.loan_acts import Decided, check_event
from ledger.rules.loan_events import Contract, InterestPaused, Rescheduled, Waived
from ledger.rules.loan_losses import pass_on, write_off
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act
from ledger.rules.transfers import LoanId

_ACTS = {
    Contract: Act.SIGN_CONTRACT,
    Rescheduled: Act.RESCHEDULE_LOAN,
    InterestPaused: Act.PAUSE_INTEREST,
    Waived: Act.WAIVE_LOAN,
}


def write_event(
    book: Book,
    actor: Actor,
    *,
    loan: LoanId,
    event: Decided,
    today: date,
) -> Change:
    """Write down a contract, new due days, a pause of interest, or a waiver.

    Raises the refusals of `ledger.rules.loan_acts`.
    """
    act = _ACTS[type(event)]
    permit(book, actor, act)
    found = book.loan(loan)
    check_event(found, event, book.day_facts(event.day, today))
    with writing(book, actor, act, number=found.number, decision=event.decision) as pen:
        pen.write_loan_event(loan, event)
    return pen.change


def write_off_loan(
    book: Book,
    actor: Actor,
    *,
    second: Actor | None,
    loan: LoanId,
    decision: str,
    day: date,
    today: date,
) -> Change:
    """Give up what is left of a loan; two different officers agree to it.

    Raises SecondPersonMissing, and the refusals of `ledger.rules.loan_losses`.
    """
    agreed = check_two(book, actor, second, Act.WRITE_OFF_LOAN, today=today)
    found = book.loan(loan)
    given_up = write_off(found, book.day_facts(day, today), decision=decision)
    facts = {"number": found.number, "decision": given_up.event.decision}
    with writing(book, actor, Act.WRITE_OFF_LOAN, second=agreed, **facts) as pen:
        pen.post((given_up.entry,))
        pen.write_loan_event(loan, given_up.event)
    return pen.change


def pass_loan_on(
    book: Book,
    actor: Actor,
    *,
    loan: LoanId,
    guarantor: MemberId,
    decision: str,
    months: int,
    day: date,
    today: date,
) -> Change:
    """Make what is left of a loan a loan of one of its guarantors.

    Raises the refusals of `ledger.rules.loan_losses`.
    """
    permit(book, actor, Act.PASS_LOAN_ON)
    found = book.loan(loan)
    same_year = sum(1 for other in book.loans() if other.request.day.year == day.year)
    handed_on = pass_on(
        found,
        book.day_facts(day, today),
        guarantor=guarantor,
        decision=decision,
        months=months,
        new=(next_loan(book), f"{day.year}-{same_year + 1:03d}"),
        approvers=(actor.name,),
    )
    new = handed_on.new
    assert new.decision is not None  # It comes with the decision by which it passes.
    facts = {"number": found.number, "new": new.number, "decision": new.decision.number}
    with writing(book, actor, Act.PASS_LOAN_ON, second=None, **facts) as pen:
        pen.request_loan(new.request, number=new.number)
        pen.decide_loan(new.id, new.decision)
        pen.post((handed_on.entry,))
        pen.write_loan_event(loan, handed_on.old_event)
        for event in new.events:
            pen.write_loan_event(new.id, event)
    return pen.change
