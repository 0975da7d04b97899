"""A member asks for a loan and the committee decides; the money itself moves at a meeting."""

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.lending import check_decision, check_request
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.transfers import LoanId


def request_loan(book: Book, actor: Actor, *, request: LoanRequest) -> Change:
    """Write down what a member asks for, if the group's rules let her ask for it.

    Raises the refusals of `ledger.rules.lending`.
    """
    permit(book, actor, Act.REQUEST_LOAN)
    check_request(request, book.lending_facts(request))
    this_year = [o for o in book.loans() if o.request.day.year == request.day.year]
    number = f"{request.day.year}-{len(this_year) + 1:03d}"
    with writing(book, actor, Act.REQUEST_LOAN, number=number) as pen:
        pen.request_loan(request, number=number)
    return pen.change


def decide_loan(book: Book, actor: Actor, *, loan: LoanId, decision: LoanDecision) -> Change:
    """Write down the committee's decision on a request, under its number."""
    permit(book, actor, Act.DECIDE_LOAN)
    asked = book.loan(loan)
    check_decision(decision, asked, book.rulebook(decision.day))
    facts = {"number": asked.number, "approved": decision.approved, "decision": decision.number}
    with writing(book, actor, Act.DECIDE_LOAN, second=None, **facts) as pen:
        pen.decide_loan(loan, decision)
    return pen.change
