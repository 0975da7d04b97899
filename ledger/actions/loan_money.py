"""A loan is handed over and paid back, at a meeting or between two of them.

There is one rule for both: while a meeting or a day sheet lies open the money goes onto it in
pencil and counts when it is signed; otherwise it is written into the book at once, under today.
"""

from datetime import date

from ledger.actions.money_now import money_day, move_now
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.kip import Kip
from ledger.rules.lines import LoanPaidOut, Repaid
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.loan_pencil import with_pencil
from ledger.rules.loan_values import Loan, Split
from ledger.rules.loans import split_repayment
from ledger.rules.people import Actor, MemberId
from ledger.rules.transfers import LoanId


def loan_now(book: Book, loan: LoanId, today: date) -> Loan:
    """The loan with what stands on the open sheet for it, if one lies open.

    Raises KeyError for an unknown loan, and a Refusal where the sheet cannot be signed as it is.
    """
    found = book.loan(loan)
    sheet = book.open_sheet()
    if sheet is None:
        return found
    return with_pencil(found, sheet, book.day_facts(sheet.day, max(today, sheet.day)))


def split_now(book: Book, *, loan: LoanId, kip: Kip, today: date) -> Split:
    """How a repayment of `kip` would be divided if it were taken now; nothing is written.

    Raises the refusals of `ledger.rules.loans.split_repayment`.
    """
    day = money_day(book, today)
    order = book.rulebook(day).loans.order
    return split_repayment(loan_now(book, loan, today), kip, day=day, order=order)


def hand_over(
    book: Book, actor: Actor, *, loan: LoanId, today: date, kip: Kip | None = None
) -> Change:
    """Hand over `kip` of an approved loan, or all that is left of it.

    Raises the refusals of `ledger.rules.posting`.
    """
    return move_now(book, actor, line=LoanPaidOut(loan, kip), today=today)


def guarantor_pays(
    book: Book, actor: Actor, *, loan: LoanId, guarantor: MemberId, kip: Kip, today: date
) -> Change:
    """Take `kip` from a guarantor for the loan that she stands for. Raises as `hand_over`."""
    return move_now(book, actor, line=GuarantorPaid(loan, kip, guarantor), today=today)


def recover(book: Book, actor: Actor, *, loan: LoanId, kip: Kip, today: date) -> Change:
    """Take `kip` that come back of a loan that was written off. Raises as `hand_over`."""
    return move_now(book, actor, line=LoanRecovered(loan, kip), today=today)


def repay(book: Book, actor: Actor, *, loan: LoanId, kip: Kip, today: date) -> Change:
    """Take a repayment of `kip`, divided by the rules' order. Raises as `hand_over`."""
    return move_now(book, actor, line=Repaid(loan, kip), today=today)
