"""What the group has borrowed, or lent to another group: its terms, its schedule, what is left.

A borrowing is reckoned by the same functions as a member's loan, from the other side: the group
pays interest and principal to the district fund or the bank that lent to it. What it lends to
another village's group is the same agreement with the money on the other side; the account tells
which of the two it is.
"""

from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.accounts import Account, Family, Named, family, named_kind
from ledger.rules.kip import KIP_MAX, Kip
from ledger.rules.loan_history import run_of
from ledger.rules.loan_values import (
    Loan,
    LoanDecision,
    LoanMove,
    LoanRequest,
    LoanStage,
    LoanState,
    MoveKind,
    ScheduleRow,
    Split,
)
from ledger.rules.loans import loan_state, owed_on, split_repayment
from ledger.rules.people import MemberId
from ledger.rules.refusals import AmountOutOfRange, NameMissing, Refusal
from ledger.rules.rulebook import LoanProduct, NamedAccount, Purse
from ledger.rules.schedule import schedule
from ledger.rules.transfers import Kind, LoanId, Transfer

MONTHS_MAX = 120
"""The longest that a lender gives money to a group, in months."""

RATE_MAX = 1_000
"""Ten percent a month, in basis points."""

_ORDER = (Purse.FINE, Purse.INTEREST, Purse.PRINCIPAL)


@dataclass
class BorrowingNotRunning(Refusal):
    """Nothing can be paid to a lender whose money was not received, or is paid back already."""

    lender: Account


@dataclass
class BorrowingReceived(Refusal):
    """The money of this agreement has moved before; it does so once."""

    lender: Account


@dataclass
class MoreThanBorrowed(Refusal):
    """More was given than ends the borrowing on that day (kip)."""

    lender: Account
    given: Kip
    most: Kip


@dataclass
class TermsOutOfRange(Refusal):
    """The rate (basis points a month) or the months of a borrowing lie outside all measure."""

    rate: int
    months: int


@dataclass(frozen=True, slots=True)
class Borrowing:
    """`kip` agreed with a lender on a day, under the committee's decision, and what moved since.

    `account` is the debt in the group's books, one for each borrowing; where it is one of
    `Named.GROUP`, `lender` is the other village's group, and owes the money to this one. `terms`
    are those of a loan: rate in basis points a month, method, way of paying back, months. One that
    was running when the books began has what was left as `kip`, and as `day` until when interest
    was paid.
    """

    account: Account
    lender: str
    day: date
    kip: Kip
    terms: LoanProduct
    decision: str
    moves: tuple[LoanMove, ...] = ()


def debt_account(borrowing: Borrowing) -> NamedAccount:
    """The account of the debt, by which lender and decision are told apart from others."""
    return NamedAccount(borrowing.account, f"{borrowing.lender} · {borrowing.decision}")


def is_lent(borrowing: Borrowing) -> bool:
    """Whether the group has lent this money to another group, and not borrowed it."""
    return named_kind(borrowing.account) is Named.GROUP


def check_terms(borrowing: Borrowing) -> None:
    """Refuse a borrowing without a lender or a decision, or with terms that nobody gives."""
    if not borrowing.lender.strip():
        raise NameMissing(what="lender")
    if not borrowing.decision.strip():
        raise NameMissing(what="decision")
    if not 0 < borrowing.kip <= KIP_MAX:
        raise AmountOutOfRange(given=borrowing.kip, most=KIP_MAX)
    terms = borrowing.terms
    if not (0 <= terms.rate <= RATE_MAX and 1 <= terms.months <= MONTHS_MAX):
        raise TermsOutOfRange(rate=terms.rate, months=terms.months)


def state_of(borrowing: Borrowing, day: date) -> LoanState:
    """Where a borrowing stands at the end of a day, in kip."""
    return loan_state(_as_loan(borrowing), day)


def schedule_of(borrowing: Borrowing) -> tuple[ScheduleRow, ...]:
    """When it is to be paid back: from the day the money came, or as if it came when agreed.

    Money that was taken back never came.
    """
    run = run_of(borrowing.moves, date.max)
    came = borrowing.day if run is None else run.start
    return schedule(_request(borrowing), borrowing.kip, came)


def is_received(borrowing: Borrowing) -> bool:
    """Whether the lender's money has come, and was not taken back."""
    return sum(m.kip for m in borrowing.moves if m.kind is MoveKind.PAY_OUT) > 0


def owed_to(borrowing: Borrowing, day: date) -> Kip:
    """What ends the borrowing on a day, in kip; less where later days have paid already."""
    return owed_on(_as_loan(borrowing), day=day).kip


def split_payment(borrowing: Borrowing, kip: Kip, *, day: date) -> Split:
    """Divide a payment to the lender: interest that is due first, the rest on the principal.

    Raises BorrowingNotRunning, AmountOutOfRange, and MoreThanBorrowed for more than is owed.
    """
    if state_of(borrowing, day).stage is not LoanStage.PAID_OUT:
        raise BorrowingNotRunning(lender=borrowing.account)
    most = owed_to(borrowing, day)
    if kip > most:
        raise MoreThanBorrowed(lender=borrowing.account, given=kip, most=most)
    return split_repayment(_as_loan(borrowing), kip, day=day, order=_ORDER)


def with_move(borrowing: Borrowing, transfer: Transfer, *, day: date) -> Borrowing:
    """The borrowing after one more transfer on its account.

    What was owed when the books began has borne no interest since the borrowing's own day.
    """
    since = borrowing.day if transfer.kind is Kind.OPENING else day
    move = borrowing_move(transfer, day=since)
    return borrowing if move is None else replace(borrowing, moves=(*borrowing.moves, move))


def borrowing_move(transfer: Transfer, *, day: date) -> LoanMove | None:
    """What a transfer means for the borrowing it touches; a counter-entry counts below zero."""
    kind = _MOVES.get(transfer.kind)
    if kind is None:
        return None
    families = {family(transfer.debit), family(transfer.credit)}
    if kind is MoveKind.INTEREST and families & {Family.EXPENSE, Family.INCOME}:
        # That it became due is a cost or an income of the year; what was paid is the other one.
        return None
    more = named_kind(transfer.credit) is Named.LENDER or named_kind(transfer.debit) is Named.GROUP
    turned = more is not (kind is MoveKind.PAY_OUT)
    return LoanMove(day=day, kind=kind, kip=-transfer.kip if turned else transfer.kip)


_MOVES = {
    Kind.OPENING: MoveKind.PAY_OUT,
    Kind.BORROWED: MoveKind.PAY_OUT,
    Kind.LENDER_INTEREST: MoveKind.INTEREST,
    Kind.LENDER_PRINCIPAL: MoveKind.PRINCIPAL,
    Kind.GROUP_LENT: MoveKind.PAY_OUT,
    Kind.GROUP_INTEREST: MoveKind.INTEREST,
    Kind.GROUP_PRINCIPAL: MoveKind.PRINCIPAL,
}


def _request(borrowing: Borrowing) -> LoanRequest:
    return LoanRequest(
        member=MemberId(0),
        day=borrowing.day,
        kip=borrowing.kip,
        purpose="",
        product=borrowing.terms,
        months=borrowing.terms.months,
    )


def _as_loan(borrowing: Borrowing) -> Loan:
    decision = LoanDecision(
        day=borrowing.day, number=borrowing.decision, approved=True, kip=borrowing.kip
    )
    return Loan(
        id=LoanId(0),
        number=borrowing.lender,
        request=_request(borrowing),
        decision=decision,
        moves=borrowing.moves,
    )
