"""What a loan costs: interest by the month begun, by the month's name, by the day or the season.

The self-help groups of Xamtay take 0.5 % for every month, Ratanak Samaki 2.5 % of what is still
owed, a rice bank 10 to 15 % for the season. What has been paid of the interest is subtracted
elsewhere: for one history of a loan the sum charged never becomes smaller from day to day.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from ledger.rules.days import add_months, month_of
from ledger.rules.kip import WHOLE, Kip, divide
from ledger.rules.loan_history import Run
from ledger.rules.rulebook import InterestMethod, LoanProduct, MonthCount

Charged: TypeAlias = Callable[[date], Kip]
"""All interest (kip) charged on a loan from pay-out to the end of a day."""

YEAR_DAYS = 365
"""Days to the year where interest goes by the day, leap year or not."""


def rate_of(product: LoanProduct, kip: Kip) -> Kip:
    """The interest, in kip, of one month (or of the whole season) on `kip`."""
    return divide(kip, product.rate, WHOLE, rounding=product.rounding)


def rate_of_days(product: LoanProduct, kip_days: int) -> Kip:
    """The interest, in kip, for a sum of kip x days: twelve monthly rates make 365 days."""
    return divide(kip_days, product.rate * 12, YEAR_DAYS * WHOLE, rounding=product.rounding)


def bearing(product: LoanProduct, *, lent: Kip, outstanding: Kip) -> Kip:
    """On how many kip interest runs while so much of what was lent is still outstanding."""
    if product.method is InterestMethod.OUTSTANDING:
        return outstanding
    return lent if outstanding > 0 else 0


def period_days(count: MonthCount, start: date, until: date) -> tuple[date, ...]:
    """At the end of which days a month of the loan begins, as far as they lie before `until`.

    From the day after, that month is counted. By months begun they are the pay-out day and the
    same day of each later month; by the month's name the last day of each month, so that a loan
    of January paid back in March is two months old.
    """
    first = month_of(start)
    months = range(month_of(until) - first + 1)
    if count is MonthCount.CALENDAR:
        days = [first.plus(k).last for k in months]
    else:
        days = [add_months(start, k) for k in months]
    return tuple(day for day in days if day < until)


def charges(product: LoanProduct, run: Run, until: date) -> Charged:
    """The interest charged on a loan, for any day from its pay-out up to `until`.

    Each part that was handed over is charged from its own day on. In a pause nothing is.
    """
    if product.method is InterestMethod.SEASON:
        return _of_season(product, run)
    if product.count is MonthCount.DAYS:
        return _by_days(product, run)
    return _by_months(product, run, until)


def _of_season(product: LoanProduct, run: Run) -> Charged:
    if len(run.parts) == 1:
        whole = rate_of(product, run.kip)
        return lambda _day: whole
    return lambda day: rate_of(product, run.lent(day))


def _by_months(product: LoanProduct, run: Run, until: date) -> Charged:
    ticks = sorted(_ticks(product, run, until))
    begins = [begin for begin, _ in ticks]
    sums = [0]
    for begin, kip in ticks:
        # The month is counted from the day after: where that day lies in a pause, it is free.
        free = run.paused(begin + timedelta(days=1))
        sums.append(sums[-1] + (0 if free else rate_of(product, kip)))
    return lambda day: sums[bisect_left(begins, day)]


def _ticks(product: LoanProduct, run: Run, until: date) -> Iterator[tuple[date, Kip]]:
    """At the end of which days a month begins, and on how many kip interest is charged for it.

    By months begun each part has months of its own; what is paid back is the oldest part's first.
    By the months' names all parts have the same months.
    """
    if product.count is MonthCount.CALENDAR:
        for begin in period_days(product.count, run.start, until):
            out = run.on(begin).outstanding
            yield begin, bearing(product, lent=run.lent(begin), outstanding=out)
        return
    before = 0
    for part in run.parts:
        for begin in period_days(product.count, part.day, until):
            paid = run.on(begin)
            left = paid.outstanding
            if product.method is InterestMethod.OUTSTANDING:
                left = min(part.kip, max(0, before + part.kip - paid.repaid - paid.lost))
            yield begin, bearing(product, lent=part.kip, outstanding=left)
        before += part.kip


def _by_days(product: LoanProduct, run: Run) -> Charged:
    bears = [
        bearing(product, lent=run.lent(day), outstanding=s.outstanding)
        for day, s in zip(run.days, run.sums, strict=True)
    ]
    sums = [0]
    for kip, day, following in zip(bears, run.days, run.days[1:], strict=False):
        sums.append(sums[-1] + kip * _days_charged(run, day, following))

    def charged(day: date) -> Kip:
        # One division over the whole time: a division at each repayment would leave crumbs.
        i = run.index(day)
        return rate_of_days(product, sums[i] + bears[i] * _days_charged(run, run.days[i], day))

    return charged


def _days_charged(run: Run, after: date, day: date) -> int:
    """How many days after one day, up to another, cost interest."""
    free = 0
    for first, last in run.pauses:
        overlap = min(last, day) - max(first, after + timedelta(days=1))
        free += max(0, overlap.days + 1)
    return (day - after).days - free
