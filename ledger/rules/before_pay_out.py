"""What can happen between a request and its pay-out: put off, other guarantors, taken ahead."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.rules.exposure import at_stake
from ledger.rules.guarantors import check_guarantors
from ledger.rules.lending_facts import LendingFacts
from ledger.rules.loan_decisions import (
    DecisionTooEarly,
    LoanDecidedAlready,
    LoanPaidOutAlready,
)
from ledger.rules.loan_values import Loan, LoanRequest
from ledger.rules.people import MemberId
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import LoanId
from ledger.rules.waiting_list import WaitingList, waits


class Before(StrEnum):
    """What was done to a loan before its money was handed over."""

    PUT_OFF = "put_off"
    GUARANTORS = "guarantors"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class BeforePayOut:
    """One such act, in ink: when, why, and under which decision where there was one.

    `until` is the day to which a decision was put off, `guarantors` who stands for the loan now.
    """

    loan: LoanId
    kind: Before
    day: date
    reason: str
    decision: str = ""
    until: date | None = None
    guarantors: tuple[MemberId, ...] = ()


@dataclass
class SameGuarantors(Refusal):
    """The same people stand for the loan already."""

    number: str


@dataclass
class NotWaiting(Refusal):
    """The loan does not stand in the waiting list: it was refused or handed over."""

    number: str


@dataclass
class FirstAlready(Refusal):
    """The loan stands first already, or was taken ahead before."""

    number: str


def check_before(act: BeforePayOut, loan: Loan) -> None:
    """What holds for all of them: a reason, a day after the request, and no money handed over.

    Raises NameMissing, DecisionTooEarly, LoanPaidOutAlready, NotWaiting.
    """
    if not act.reason.strip():
        raise NameMissing(what="reason")
    if act.day < loan.request.day:
        raise DecisionTooEarly(decided=act.day, requested=loan.request.day)
    if loan.moves:
        raise LoanPaidOutAlready(number=loan.number)
    if not waits(loan):
        raise NotWaiting(number=loan.number)


def check_put_off(act: BeforePayOut, loan: Loan) -> None:
    """Silence, or why the committee cannot put off its decision on a request.

    Raises what `check_before` does, NameMissing without a decision's number, LoanDecidedAlready,
    and DecisionTooEarly where it is put off to an earlier day.
    """
    check_before(act, loan)
    if not act.decision.strip():
        raise NameMissing(what="decision")
    if loan.decision is not None:
        raise LoanDecidedAlready(number=loan.number)
    if act.until is not None and act.until < act.day:
        raise DecisionTooEarly(decided=act.until, requested=act.day)


def check_new_guarantors(act: BeforePayOut, loan: Loan, facts: LendingFacts) -> None:
    """Silence, or why these people cannot stand for the loan in the place of those before.

    They stand for what was approved, or asked for where nothing is decided. `facts` are of the
    borrower, and count the guarantees without this loan. Raises what `check_before` does,
    SameGuarantors, and the refusals about guarantors.
    """
    check_before(act, loan)
    if set(act.guarantors) == set(loan.request.guarantors):
        raise SameGuarantors(number=loan.number)
    asked: LoanRequest = replace(loan.request, kip=at_stake(loan), guarantors=act.guarantors)
    check_guarantors(asked, facts)


def check_ahead(act: BeforePayOut, loan: Loan, waiting: WaitingList) -> None:
    """Silence, or why a loan is not taken ahead of the others.

    Raises what `check_before` does, and FirstAlready.
    """
    check_before(act, loan)
    row = waiting.of(loan.id)
    if row is None:
        raise NotWaiting(number=loan.number)
    if row.place == 1 or row.ahead:
        raise FirstAlready(number=loan.number)
