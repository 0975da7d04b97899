"""Money that lies idle: what it costs the members, and what may come to lie there in a year."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.days import Month, month_of
from ledger.rules.kip import BasisPoints, Kip, divide, share_of
from ledger.rules.loan_values import Loan, LoanStage, MoveKind
from ledger.rules.loans import loan_state
from ledger.statements.loan_schedule import due_rows

AHEAD = 12
"""So many months are looked ahead."""


@dataclass(frozen=True, slots=True)
class IdleMonth:
    """One month, in kip: what lay in the box from its first day to its last, and what that cost.

    What has to stay in the box, and what is the welfare fund's, is not idle.
    """

    month: Month
    idle: Kip
    lost: Kip


@dataclass(frozen=True, slots=True)
class MonthBand:
    """What the box may hold at the end of a month to come if nothing more is lent, in kip."""

    month: Month
    low: Kip
    high: Kip


@dataclass(frozen=True, slots=True)
class Idle:
    """The months behind and the months ahead; amounts in kip.

    `rate` is the group's usual interest for a month, `loan` its usual loan, `free` what could be
    lent today, `members` how many the cost is shared by.
    """

    rate: BasisPoints
    loan: Kip
    free: Kip
    members: int
    months: tuple[IdleMonth, ...]
    ahead: tuple[MonthBand, ...]

    @property
    def lost(self) -> Kip:
        """What the idle money would have earned in the months behind, in kip."""
        return sum(month.lost for month in self.months)

    @property
    def lost_each(self) -> Kip:
        """The same for each member, in kip."""
        return divide(self.lost, 1, self.members) if self.members else 0

    @property
    def could_lend(self) -> int:
        """How many loans of the usual size today's free money would be."""
        return divide(self.free, 1, self.loan) if self.loan else 0


def idle_months(
    free: Sequence[tuple[Month, Kip]], *, before: Kip, rate: BasisPoints
) -> tuple[IdleMonth, ...]:
    """The months with what lay idle in each; `free` is what could be lent at each month's end.

    `before` is the same at the end of the month before the first. All in kip.
    """
    rows = []
    for month, after in free:
        idle = max(min(before, after), 0)
        rows.append(IdleMonth(month=month, idle=idle, lost=share_of(idle, rate)))
        before = after
    return tuple(rows)


def usual_loan(loans: Iterable[Loan], *, since: date) -> Kip:
    """The middle one of the loans paid out since a day, in kip; 0 where there was none."""
    paid = sorted(
        move.kip
        for loan in loans
        for move in loan.moves
        if move.kind is MoveKind.PAY_OUT and move.kip > 0 and move.day >= since
    )
    return paid[divide(len(paid), 1, 2)] if paid else 0


def usual_rate(loans: Iterable[Loan], *, since: date) -> BasisPoints:
    """The monthly rate at which most money was lent since a day; 0 where nothing was lent."""
    lent: Counter[BasisPoints] = Counter()
    for loan in loans:
        for move in loan.moves:
            if move.kind is MoveKind.PAY_OUT and move.day >= since:
                lent[loan.request.product.rate] += move.kip
    return max(lent, key=lambda rate: (lent[rate], rate)) if lent else 0


def to_come(loans: Iterable[Loan], day: date) -> tuple[Mapping[Month, Kip], Kip]:
    """What the schedules bring in each month after a day, and what is due or late by then (kip)."""
    coming: Counter[Month] = Counter()
    waiting = 0
    for loan in loans:
        if loan_state(loan, day).stage is not LoanStage.PAID_OUT:
            continue
        for row in due_rows(loan, day):
            left = row.kip - row.paid
            if row.due > day:
                coming[month_of(row.due)] += left
            else:
                waiting += left
    return coming, waiting


def forecast(
    free: Kip,
    *,
    this: Month,
    savings: Sequence[Kip],
    coming: Mapping[Month, Kip],
    waiting: Kip,
) -> tuple[MonthBand, ...]:
    """The year ahead if nothing more is lent: a band and no promise.

    `savings` are what the last months brought, one by one. Low: each month brings the least of
    them, and what is late never comes. High: each brings the most, and what waits comes next
    month. The rest of this month's schedule is counted with the next month.
    """
    least, most = min(savings, default=0), max(savings, default=0)
    low, high = free, free + waiting
    rows = []
    for k in range(1, AHEAD + 1):
        month = this.plus(k)
        due = coming.get(month, 0) + (coming.get(this, 0) if k == 1 else 0)
        low, high = low + least + due, high + most + due
        rows.append(MonthBand(month=month, low=low, high=high))
    return tuple(rows)
