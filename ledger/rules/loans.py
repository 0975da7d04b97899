"""Where a loan stands on a day, and how a repayment is divided among fine, interest, principal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.interest import charges
from ledger.rules.kip import Kip
from ledger.rules.late_fines import (
    DueSum,
    due_sums,
    earlier_fines,
    fines_charged,
    overdue,
    past_grace,
)
from ledger.rules.loan_history import DaySums, Run, run_of
from ledger.rules.loan_moves import written_off_of
from ledger.rules.loan_plan import Agreed, agreements_of
from ledger.rules.loan_values import Loan, LoanStage, LoanState, Split
from ledger.rules.refusals import AmountOutOfRange, Refusal
from ledger.rules.rulebook import LoanProduct, Purse, ScheduleKind
from ledger.rules.schedule import schedule

__all__ = ["LoanNotRunning", "MoreThanOwed", "loan_state", "owed_on", "schedule", "split_repayment"]


@dataclass
class LoanNotRunning(Refusal):
    """Nothing can be repaid on a loan that is not paid out, or is repaid already."""

    number: str
    stage: LoanStage


@dataclass
class MoreThanOwed(Refusal):
    """More was given than ends the loan on that day (kip)."""

    number: str
    given: Kip
    most: Kip


def loan_state(loan: Loan, day: date) -> LoanState:
    """Where a loan stands at the end of a day; later movements and decisions are not seen."""
    run = run_of(loan.moves, day, loan.events)
    if run is None:
        return _not_running(loan, day)
    paid = run.sums[-1]
    if paid.lost and run.kip - paid.repaid - paid.lost <= 0:
        return _lost(loan, run, day)
    product = loan.request.product
    principal = run.kip - paid.repaid - paid.lost
    charged = charges(product, run, day)
    interest_due = max(0, charged(day) - paid.interest - paid.waived)
    agreements = agreements_of(loan, run, day)
    # Nothing falls due any more after the movement that paid the rest.
    until = day if principal or interest_due else run.days[-1]
    sums = due_sums(product, agreements[-1], charged, until)
    late = past_grace(product, sums, day)
    fines = fines_charged(product, late, run)
    fines += earlier_fines(product, agreements, charged, run, until)
    fine_due = max(0, fines - paid.fine - paid.fine_waived)
    overdue_kip, overdue_since = overdue(late, paid)
    running = principal > 0 or interest_due or fine_due
    fallen, principal_due = _fallen_due(agreements[-1], sums, paid)
    waits = principal > 0 and _waits(product, agreements[-1], day)
    return LoanState(
        stage=LoanStage.PAID_OUT if running else LoanStage.REPAID,
        day=day,
        principal=principal,
        interest_due=interest_due,
        interest_asked=min(interest_due, fallen) if waits else interest_due,
        fine_due=fine_due,
        principal_due=principal_due,
        overdue=overdue_kip,
        overdue_since=overdue_since,
        interest_paid=paid.interest,
        fine_paid=paid.fine,
        last_due=agreements[-1].rows[-1].due,
    )


def _fallen_due(agreed: Agreed, sums: Sequence[DueSum], paid: DaySums) -> tuple[Kip, Kip]:
    """The interest and the principal (kip) whose days have come and that were not paid.

    Before the first day it is only what came along from a loan that was taken over.
    """
    interest = sums[-1].interest if sums else agreed.interest
    principal = sums[-1].principal if sums else 0
    missing = interest - paid.interest - paid.waived
    return max(0, missing), max(0, principal - paid.repaid - paid.lost)


def _waits(product: LoanProduct, agreed: Agreed, day: date) -> bool:
    """Whether the interest waits for its due day, and is not asked for as it runs up.

    It waits where everything is paid at the end, and where days were agreed anew; after the last
    of them there is nothing more to wait for.
    """
    at_the_end = product.schedule is ScheduleKind.BULLET
    return (at_the_end or agreed.since is not None) and day < agreed.rows[-1].due


def _lost(loan: Loan, run: Run, day: date) -> LoanState:
    """A loan whose rest was written off or passed on: nothing is asked for on it any more."""
    written_off, recovered = written_off_of(loan.moves, day)
    if written_off <= 0:
        stage = LoanStage.PASSED_ON
    else:
        stage = LoanStage.WRITTEN_OFF if recovered < written_off else LoanStage.REPAID
    state = _nothing_owed(stage, day)
    paid = run.sums[-1]
    return replace(
        state,
        interest_paid=paid.interest,
        fine_paid=paid.fine,
        written_off=written_off,
        recovered=recovered,
    )


def _not_running(loan: Loan, day: date) -> LoanState:
    decision = loan.decision
    if decision is None or decision.day > day:
        stage = LoanStage.REQUESTED
    else:
        stage = LoanStage.APPROVED if decision.approved else LoanStage.REFUSED
    return _nothing_owed(stage, day)


def _nothing_owed(stage: LoanStage, day: date) -> LoanState:
    return LoanState(
        stage=stage,
        day=day,
        principal=0,
        interest_due=0,
        interest_asked=0,
        fine_due=0,
        principal_due=0,
        overdue=0,
        overdue_since=None,
        interest_paid=0,
        fine_paid=0,
        last_due=None,
    )


def owed_on(loan: Loan, *, day: date) -> Split:
    """The most (kip) that can be paid on a loan on a day: fine and interest due, principal left.

    Where the book already has movements of later days, what those have paid cannot be paid again.
    """
    return _most(loan, loan_state(loan, day))


def _most(loan: Loan, state: LoanState) -> Split:
    last = max((told.day for told in (*loan.moves, *loan.events)), default=state.day)
    if last <= state.day:
        return Split(fine=state.fine_due, interest=state.interest_due, principal=state.principal)
    later = loan_state(loan, last)
    return Split(
        fine=min(state.fine_due, later.fine_due),
        interest=min(state.interest_due, later.interest_due),
        principal=min(state.principal, later.principal),
    )


def split_repayment(loan: Loan, kip: Kip, *, day: date, order: Sequence[Purse]) -> Split:
    """Divide a repayment of `kip`: what is due in the rules' order, and the rest on principal.

    A purse that the order leaves out comes after the others. Raises LoanNotRunning,
    AmountOutOfRange for nothing or less, and MoreThanOwed where the loan would be overpaid.
    """
    state = loan_state(loan, day)
    if state.stage is not LoanStage.PAID_OUT:
        raise LoanNotRunning(number=loan.number, stage=state.stage)
    most = _most(loan, state)
    if kip < 1:
        raise AmountOutOfRange(given=kip, most=most.kip)
    if kip > most.kip:
        raise MoreThanOwed(number=loan.number, given=kip, most=most.kip)
    due = {
        Purse.FINE: most.fine,
        Purse.INTEREST: most.interest,
        Purse.PRINCIPAL: min(most.principal, state.principal_due),
    }
    paid: dict[Purse, Kip] = {}
    left = kip
    for purse in dict.fromkeys((*order, *Purse)):
        paid[purse] = min(left, due[purse])
        left -= paid[purse]
    paid[Purse.PRINCIPAL] += left
    return Split(
        fine=paid[Purse.FINE], interest=paid[Purse.INTEREST], principal=paid[Purse.PRINCIPAL]
    )
