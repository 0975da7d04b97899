"""New due days for what is left of a loan: so many months, so much each month, or free days."""

from datetime import date

from ledger.rules.days import add_months
from ledger.rules.kip import Kip, divide
from ledger.rules.loan_events import PlannedPart
from ledger.rules.refusals import AmountOutOfRange

MONTHS_MAX = 120
"""The most due days that a new schedule may have."""


def plan_by_months(kip: Kip, *, first: date, months: int) -> tuple[PlannedPart, ...]:
    """`kip` in so many equal parts, one a month from the day `first` on; the last has the rest.

    AmountOutOfRange for no month, too many, or less than one kip for each.
    """
    most = min(MONTHS_MAX, kip)
    if not 1 <= months <= most:
        raise AmountOutOfRange(given=months, most=most)
    part = divide(kip, 1, months)
    parts = [part] * (months - 1) + [kip - part * (months - 1)]
    return tuple(PlannedPart(add_months(first, k), part) for k, part in enumerate(parts))


def plan_by_amount(kip: Kip, *, first: date, amount: Kip) -> tuple[PlannedPart, ...]:
    """`kip` in parts of `amount`, one a month from the day `first` on, until nothing is left.

    AmountOutOfRange for an amount so small that there would be too many parts.
    """
    if amount < 1 or amount * MONTHS_MAX < kip:
        raise AmountOutOfRange(given=amount, most=kip)
    parts: list[PlannedPart] = []
    left = kip
    while left > 0:
        parts.append(PlannedPart(add_months(first, len(parts)), min(left, amount)))
        left -= amount
    return tuple(parts)
