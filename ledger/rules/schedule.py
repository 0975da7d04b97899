"""On which days a loan is to be paid back, and how much principal and interest on each.

The schedule is what was agreed at pay-out, as if everybody paid on the day. What is really owed
is reckoned from the movements in `ledger.rules.loans`.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from ledger.rules.days import Month, add_months, month_of
from ledger.rules.interest import bearing, period_days, rate_of, rate_of_days
from ledger.rules.kip import Kip, divide
from ledger.rules.loan_values import LoanRequest, ScheduleRow
from ledger.rules.rulebook import InterestMethod, LoanProduct, MonthCount, ScheduleKind

_AT_THE_END = frozenset({ScheduleKind.BULLET, ScheduleKind.FREE})

_Pay: TypeAlias = Callable[[Kip, Kip], tuple[Kip, Kip]]
"""From what is left of the principal and the interest owed: the principal and interest to pay."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The time from one due day to the next: months counted, or days where interest goes by day."""

    due: date
    months: int
    days: int


def schedule(request: LoanRequest, kip: Kip, paid_out: date) -> tuple[ScheduleRow, ...]:
    """When `kip` lent on the day `paid_out` are to be paid back, by the terms of the request.

    The principal adds up to `kip` exactly; the last row takes the odd kip. ValueError where
    nothing is lent.
    """
    return schedule_of(request.product, request.months, kip, paid_out)


# A screen asks for the state of some hundred loans again and again; their schedules stay the same.
@lru_cache(maxsize=4096)
def schedule_of(
    product: LoanProduct, months: int, kip: Kip, paid_out: date
) -> tuple[ScheduleRow, ...]:
    """As `schedule`, with product and months (at least 0; 0 is due at once) given by themselves."""
    if kip < 1:
        raise ValueError(f"nothing to pay back of {kip} kip")
    steps = _steps(product, paid_out, due_days(product, months, paid_out))
    rows = _walk(product, kip, steps, _pay(product, kip, steps))
    paid = [row for row in rows if row[1] or row[2]]
    return tuple(ScheduleRow(due=due, principal=part, interest=i) for due, part, i in paid)


def spread_anew(
    product: LoanProduct, kip: Kip, day: date, dues: Sequence[date]
) -> list[tuple[date, Kip]]:
    """The principal (kip) to be paid on each of the due days, which all lie after a day."""
    steps = _steps(product, day, dues)
    return [(due, part) for due, part, _ in _walk(product, kip, steps, _pay(product, kip, steps))]


def due_days(product: LoanProduct, months: int, paid_out: date) -> tuple[date, ...]:
    """The days on which something is due: each month from the pay-out day on, or the last only."""
    last = last_day(product, months, paid_out)
    if product.schedule in _AT_THE_END:
        return (last,)
    monthly = (add_months(paid_out, k) for k in range(1, month_of(last) - month_of(paid_out) + 1))
    return (*(day for day in monthly if day < last), last)


def last_day(product: LoanProduct, months: int, paid_out: date) -> date:
    """The day on which the whole loan is to be back: after its months, or at the season's end.

    The season's end is the next one after the pay-out day.
    """
    if product.season_end is None:
        return add_months(paid_out, max(0, months))
    number, day = product.season_end
    ends = (Month(year, number) for year in (paid_out.year, paid_out.year + 1))
    days = [date(end.year, end.number, min(day, end.last.day)) for end in ends]
    return days[0] if days[0] > paid_out else days[1]


def _steps(product: LoanProduct, paid_out: date, dues: Sequence[date]) -> tuple[_Step, ...]:
    befores = (paid_out, *dues[:-1])
    if product.method is InterestMethod.SEASON:
        # One charge for the whole loan, due from the first day on.
        return tuple(_Step(due, int(k == 0), 0) for k, due in enumerate(dues))
    if product.count is MonthCount.DAYS:
        return tuple(_Step(d, 0, (d - b).days) for b, d in zip(befores, dues, strict=True))
    begins = period_days(product.count, paid_out, dues[-1])
    return tuple(
        _Step(due, bisect_left(begins, due) - bisect_left(begins, before), 0)
        for before, due in zip(befores, dues, strict=True)
    )


def _walk(
    product: LoanProduct, kip: Kip, steps: Sequence[_Step], pay: _Pay
) -> list[tuple[date, Kip, Kip]]:
    """Each due day with its principal and interest; the last takes all that is left."""
    rows = []
    left, owed, kip_days = kip, 0, 0
    for step in steps:
        bears = bearing(product, lent=kip, outstanding=left)
        if step.days:
            owed -= rate_of_days(product, kip_days)
            kip_days += bears * step.days
            owed += rate_of_days(product, kip_days)
        elif step.months:
            owed += step.months * rate_of(product, bears)
        principal, interest = (left, owed) if step is steps[-1] else pay(left, owed)
        rows.append((step.due, principal, interest))
        left -= principal
        owed -= interest
    return rows


def _pay(product: LoanProduct, kip: Kip, steps: Sequence[_Step]) -> _Pay:
    part = divide(kip, 1, len(steps))
    if product.schedule is ScheduleKind.PRINCIPAL_PARTS:
        return lambda _left, owed: (part, owed)
    if product.schedule is ScheduleKind.INSTALMENTS:
        return _paying(_level(product, kip, steps))
    return _pay_interest


def _pay_interest(_left: Kip, owed: Kip) -> tuple[Kip, Kip]:
    return 0, owed


def _paying(level: Kip) -> _Pay:
    """Pay the same amount each time, interest first."""
    return lambda left, owed: (min(left, max(0, level - owed)), min(owed, level))


def _level(product: LoanProduct, kip: Kip, steps: Sequence[_Step]) -> Kip:
    """The smallest amount (kip) that, paid on each due day, leaves no more for the last one."""

    def enough(level: Kip) -> bool:
        _due, principal, interest = _walk(product, kip, steps, _paying(level))[-1]
        return principal + interest <= level

    part = divide(kip, 1, len(steps))
    dearest = max(interest for _, _, interest in _walk(product, kip, steps, _pay_interest))
    # An equal part and the dearest month's interest is always enough; two for what was rounded.
    levels = range(part, part + dearest + 2)
    return part + bisect_left(levels, True, key=enough)
