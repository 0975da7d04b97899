"""What the committee may decide about a loan that runs, each by the number of a decision."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.loan_events import Contract, InterestPaused, Rescheduled, Waived
from ledger.rules.loan_values import Loan, LoanStage, LoanState, MoveKind
from ledger.rules.loans import LoanNotRunning, loan_state, owed_on
from ledger.rules.posting import check_day
from ledger.rules.posting_loans import PartAboveDue
from ledger.rules.refusals import AmountOutOfRange, NameMissing, Refusal
from ledger.rules.rulebook import InterestMethod, Purse


@dataclass
class RescheduleNotAllowed(Refusal):
    """The rules let a loan get new due days so many times, and it has got them `done` times."""

    number: str
    done: int
    most: int


@dataclass
class PlanNotWhole(Refusal):
    """The new parts do not add up to what is left of the principal (kip)."""

    number: str
    planned: Kip
    owed: Kip


@dataclass
class PlanDayWrong(Refusal):
    """A new due day is not after the one before it, or not after the day of the decision."""

    due: date
    after: date


@dataclass
class PauseDaysWrong(Refusal):
    """A pause begins on the day of the decision or later, and ends after it begins."""

    first: date
    last: date
    decided: date


@dataclass
class PauseOfSeason(Refusal):
    """The interest of a season is charged once, on the first day: there is nothing to pause."""

    number: str


@dataclass
class EventTooEarly(Refusal):
    """The day lies before a day on which something was handed over, or set anew, on the loan."""

    number: str
    day: date
    last: date


def running(loan: Loan, day: date) -> LoanState:
    """Where a loan that runs stands on a day; LoanNotRunning for any other."""
    state = loan_state(loan, day)
    if state.stage is not LoanStage.PAID_OUT:
        raise LoanNotRunning(number=loan.number, stage=state.stage)
    return state


Decided: TypeAlias = Contract | Rescheduled | InterestPaused | Waived
"""What is only written down, without an entry of money."""


def check_event(loan: Loan, event: Decided, facts: DayFacts) -> None:
    """Silence, or why the committee cannot decide this about the loan; `facts` are of its day.

    Raises DayOutsideBooks, NameMissing, LoanNotRunning, and the refusals of this file.
    """
    check_day(facts)
    if isinstance(event, Contract):
        return _check_contract(loan, event)
    if not event.decision.strip():
        raise NameMissing(what="decision")
    state = running(loan, event.day)
    if isinstance(event, Rescheduled):
        _check_plan(loan, event, state, facts)
    elif isinstance(event, InterestPaused):
        _check_pause(loan, event)
    else:
        _check_waiver(loan, event)
    return None


def _check_contract(loan: Loan, event: Contract) -> None:
    state = loan_state(loan, event.day)
    if state.stage not in {LoanStage.APPROVED, LoanStage.PAID_OUT}:
        raise LoanNotRunning(number=loan.number, stage=state.stage)
    if not event.number.strip():
        raise NameMissing(what="contract")
    if not any(name.strip() for name in event.signers):
        raise NameMissing(what="signer")


def _check_plan(loan: Loan, event: Rescheduled, state: LoanState, facts: DayFacts) -> None:
    set_before = [e.day for e in loan.events if isinstance(e, Rescheduled)]
    most = facts.rulebook.loans.reschedules
    if most is not None and len(set_before) >= most:
        raise RescheduleNotAllowed(number=loan.number, done=len(set_before), most=most)
    handed_over = [move.day for move in loan.moves if move.kind is MoveKind.PAY_OUT]
    last = max((*handed_over, *set_before))
    if event.day < last:
        raise EventTooEarly(number=loan.number, day=event.day, last=last)
    after = event.day
    for part in event.plan:
        if part.due <= after:
            raise PlanDayWrong(due=part.due, after=after)
        if part.kip < 1:
            raise AmountOutOfRange(given=part.kip, most=state.principal)
        after = part.due
    planned = sum(part.kip for part in event.plan)
    if planned != state.principal:
        raise PlanNotWhole(number=loan.number, planned=planned, owed=state.principal)


def _check_pause(loan: Loan, event: InterestPaused) -> None:
    if loan.request.product.method is InterestMethod.SEASON:
        raise PauseOfSeason(number=loan.number)
    if not event.day <= event.first <= event.last:
        raise PauseDaysWrong(first=event.first, last=event.last, decided=event.day)


def _check_waiver(loan: Loan, event: Waived) -> None:
    most = owed_on(loan, day=event.day)
    if event.interest < 0 or event.fine < 0 or event.interest + event.fine < 1:
        raise AmountOutOfRange(
            given=min(event.interest, event.fine), most=most.interest + most.fine
        )
    for part, owed, given in (
        (Purse.INTEREST, most.interest, event.interest),
        (Purse.FINE, most.fine, event.fine),
    ):
        if given > owed:
            raise PartAboveDue(loan=loan.number, part=part, owed=owed, given=given)


def principal_left(loan: Loan, day: date) -> Kip:
    """What is left of the principal (kip) at the end of a day and of every later day written."""
    last = max((day, *(move.day for move in loan.moves)))
    return max(0, min(loan_state(loan, day).principal, loan_state(loan, last).principal))
