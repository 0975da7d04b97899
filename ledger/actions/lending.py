"""Between a request and its pay-out: put off, other guarantors, one taken ahead of the others."""

from dataclasses import replace

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.before_pay_out import (
    BeforePayOut,
    check_ahead,
    check_new_guarantors,
    check_put_off,
)
from ledger.rules.loan_values import Loan
from ledger.rules.people import Actor
from ledger.rules.permits import Act


def put_off_loan(book: Book, actor: Actor, *, act: BeforePayOut) -> Change:
    """The committee puts its decision on a request off, under a number and with a reason.

    Raises the refusals of `check_put_off`.
    """
    permit(book, actor, Act.PUT_OFF_LOAN)
    loan = book.loan(act.loan)
    check_put_off(act, loan)
    return _write(book, actor, Act.PUT_OFF_LOAN, act, loan)


def change_guarantors(book: Book, actor: Actor, *, act: BeforePayOut) -> Change:
    """Others stand for a loan than before; its money was not handed over yet.

    Raises the refusals of `check_new_guarantors`.
    """
    permit(book, actor, Act.CHANGE_GUARANTORS)
    loan = book.loan(act.loan)
    asked = replace(loan.request, guarantors=act.guarantors)
    check_new_guarantors(act, loan, book.lending_facts(asked, without=loan.id))
    return _write(book, actor, Act.CHANGE_GUARANTORS, act, loan)


def take_ahead(book: Book, actor: Actor, *, act: BeforePayOut) -> Change:
    """A loan is taken out of its turn in the waiting list; why stays in the book.

    Raises the refusals of `check_ahead`.
    """
    permit(book, actor, Act.TAKE_AHEAD)
    loan = book.loan(act.loan)
    check_ahead(act, loan, book.waiting_list(act.day))
    return _write(book, actor, Act.TAKE_AHEAD, act, loan)


def _write(book: Book, actor: Actor, kind: Act, act: BeforePayOut, loan: Loan) -> Change:
    clean = replace(act, reason=act.reason.strip(), decision=act.decision.strip())
    facts = {"number": loan.number, "reason": clean.reason}
    if clean.decision:
        facts["decision"] = clean.decision
    with writing(book, actor, kind, second=None, **facts) as pen:
        pen.before_pay_out(clean)
    return pen.change
