"""What a loan costs: interest by the month begun, by the month's name, by the day or the season.

The self-help groups of Xamtay take 0.5 % for every month, Ratanak Samaki 2.5 % of what is still
owed, a rice bank 10 to 15 % for the season. What has been paid of the interest is subtracted
elsewhere: for one history of a loan the sum charged never becomes smaller from day to day.
"""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date
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
    """The interest charged on a loan, for any day from its pay-out up to `until`."""
    if product.method is InterestMethod.SEASON:
        whole = rate_of(product, run.kip)
        return lambda _day: whole
    if product.count is MonthCount.DAYS:
        return _by_days(product, run)
    return _by_months(product, run, until)


def _by_months(product: LoanProduct, run: Run, until: date) -> Charged:
    begins = period_days(product.count, run.start, until)
    sums = [0]
    for begin in begins:
        kip = bearing(product, lent=run.kip, outstanding=run.on(begin).outstanding)
        sums.append(sums[-1] + rate_of(product, kip))
    return lambda day: sums[bisect_left(begins, day)]


def _by_days(product: LoanProduct, run: Run) -> Charged:
    bears = [bearing(product, lent=run.kip, outstanding=s.outstanding) for s in run.sums]
    sums = [0]
    for kip, day, following in zip(bears, run.days, run.days[1:], strict=False):
        sums.append(sums[-1] + kip * (following - day).days)

    def charged(day: date) -> Kip:
        # One division over the whole time: a division at each repayment would leave crumbs.
        i = run.index(day)
        return rate_of_days(product, sums[i] + bears[i] * (day - run.days[i]).days)

    return charged
