"""A loan's due days, with what has been paid of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ledger.rules.interest import charges
from ledger.rules.kip import Kip
from ledger.rules.late_fines import due_sums
from ledger.rules.loan_history import Run, run_of
from ledger.rules.loan_plan import Agreed, agreements_of
from ledger.rules.loan_values import Loan, LoanRequest, ScheduleRow
from ledger.rules.loans import loan_state
from ledger.rules.meeting import spread
from ledger.rules.schedule import schedule


class DueState(StrEnum):
    """How it stands with one due day."""

    PAID = "paid"
    LATE = "late"  # past its grace and not all paid
    DUE = "due"  # its day has come
    TO_COME = "to_come"
    GIVEN_UP = "given_up"  # not all paid, and no more is asked for: waived, lost or passed on


@dataclass(frozen=True, slots=True)
class DueRow:
    """One due day: principal and interest due on it, and what has been paid of both, in kip.

    The interest of a day that has come is what was really charged since the due day before; that
    of a later day is what was agreed.
    """

    due: date
    principal: Kip
    interest: Kip
    paid: Kip
    state: DueState

    @property
    def kip(self) -> Kip:
        """Principal and interest together."""
        return self.principal + self.interest


def agreed_rows(request: LoanRequest, kip: Kip, day: date) -> tuple[DueRow, ...]:
    """The due days of a loan of `kip` if it were handed over on a day; nothing of it is paid."""
    return tuple(
        DueRow(row.due, row.principal, row.interest, 0, DueState.TO_COME)
        for row in schedule(request, kip, day)
    )


def due_rows(loan: Loan, day: date) -> tuple[DueRow, ...]:
    """Every due day of a loan as it stands on a day; none while its money is not handed over.

    Where a loan goes on after its last day, each month with more interest is a row of its own.
    What is paid fills the oldest row first, principal and interest each for itself; what was
    waived, written off or passed on ends a row as well, and is not paid.
    """
    run = run_of(loan.moves, day, loan.events)
    if run is None:
        return ()
    state = loan_state(loan, day)
    # Whoever owes nothing but a fine runs up no more interest.
    settled = not state.principal and not state.interest_due
    agreed = agreements_of(loan, run, day)[-1]
    until = run.days[-1] if settled else day
    rows = tuple(_reckoned(loan, run, agreed, until, settled=settled))
    last = run.sums[-1]
    forgone = max(0, last.waived)
    interest = last.interest + last.waived - agreed.interest
    repaid = last.repaid - agreed.principal
    paid = _filled(rows, repaid, interest - forgone)
    ended = _filled(rows, repaid + last.lost, interest)
    grace = timedelta(days=loan.request.product.grace_days)
    return tuple(
        DueRow(row.due, row.principal, row.interest, p, _state(row, p, e, day=day, grace=grace))
        for row, p, e in zip(rows, paid, ended, strict=True)
    )


def _filled(rows: Sequence[ScheduleRow], principal: Kip, interest: Kip) -> list[Kip]:
    """How much of each row so much principal and interest fill, the oldest row first, in kip."""
    first, _ = spread(max(0, principal), [row.principal for row in rows])
    second, _ = spread(max(0, interest), [row.interest for row in rows])
    return [p + i for p, i in zip(first, second, strict=True)]


def earlier_due_rows(loan: Loan, day: date) -> tuple[DueRow, ...]:
    """The due days that new ones have replaced, agreement after agreement, the oldest first."""
    run = run_of(loan.moves, day, loan.events)
    replaced = () if run is None else agreements_of(loan, run, day)[:-1]
    return tuple(
        DueRow(row.due, row.principal, row.interest, 0, DueState.TO_COME)
        for old in replaced
        for row in old.rows
    )


def _reckoned(
    loan: Loan, run: Run, agreed: Agreed, until: date, *, settled: bool
) -> Iterator[ScheduleRow]:
    """The due days up to `until` with the interest really charged, then those agreed."""
    product = loan.request.product
    sums = due_sums(product, agreed, charges(product, run, until), until)
    principal, interest = agreed.principal, agreed.interest
    for sum_ in sums:
        row = ScheduleRow(sum_.day, sum_.principal - principal, sum_.interest - interest)
        principal, interest = sum_.principal, sum_.interest
        if row.principal or row.interest:
            yield row
    yield from _to_come(agreed.rows[len(sums) :], settled=settled)


def _to_come(agreed: Sequence[ScheduleRow], *, settled: bool) -> Iterator[ScheduleRow]:
    for row in agreed:
        # A loan that was paid back early costs nothing more.
        later = ScheduleRow(row.due, row.principal, 0 if settled else row.interest)
        if later.principal or later.interest:
            yield later


def _state(row: ScheduleRow, paid: Kip, ended: Kip, *, day: date, grace: timedelta) -> DueState:
    if ended >= row.principal + row.interest:
        return DueState.PAID if paid >= ended else DueState.GIVEN_UP
    if row.due + grace < day:
        return DueState.LATE
    return DueState.DUE if row.due <= day else DueState.TO_COME
