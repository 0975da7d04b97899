"""Days and whole fractions for the hand ledger, worked out anew and on purpose simply."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import floor

ONE_DAY = timedelta(days=1)


def later(day: date, months: int) -> date:
    """The same day so many months later; a short month ends earlier."""
    year, number = day.year, day.month + months
    while number > 12:
        year, number = year + 1, number - 12
    while number < 1:
        year, number = year - 1, number + 12
    return date(year, number, min(day.day, monthrange(year, number)[1]))


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def month_ends(first: date, last: date) -> list[date]:
    """The last day of each month from that of one day to that of another."""
    ends = [month_end(first)]
    while ends[-1] < month_end(last):
        ends.append(month_end(ends[-1] + ONE_DAY))
    return ends


def days_between(first: date, last: date) -> list[date]:
    """Each day from one to another, both among them."""
    return [first + timedelta(days=k) for k in range((last - first).days + 1)]


def down(exact: Fraction, step: int = 1) -> int:
    """Whole kip at or below, in steps."""
    return floor(exact / step) * step


def nearest(exact: Fraction, step: int = 1) -> int:
    """Whole kip nearest, in steps; the half goes up."""
    return floor(exact / step + Fraction(1, 2)) * step


def rounded(exact: Fraction, how: str, step: int = 1) -> int:
    """Down or nearest, as the group's rules say."""
    return nearest(exact, step) if how == "nearest" else down(exact, step)
