"""Days, months and the group's year: a day is a date, never a time of day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2099, 12, 31)
"""A book holds no day before or after these: a slip of the keys, not a meeting."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of the calendar."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> "Month":
        """The month so many months later, or earlier when below zero."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __hash__(self) -> int:
        # What is saved stands under its month: a hash of one number is half the price of a pair's.
        return self.year * 12 + self.number

    def __sub__(self, other: "Month") -> int:
        return (self.year - other.year) * 12 + self.number - other.number


# Asked for every line of a meeting; a book has a few thousand days.
@lru_cache(maxsize=4096)
def month_of(day: date) -> Month:
    """The month in which a day lies."""
    return Month(day.year, day.month)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on; the last day where that month is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, number = index // 12, index % 12 + 1
    # Every month has 28 days: how long it is need not be asked for most days.
    last = day.day if day.day <= 28 else min(day.day, monthrange(year, number)[1])
    return date(year, number, last)


def months_started(start: date, day: date) -> int:
    """How many months have begun between two days: 0 on the day itself, 1 from the next day.

    The day that closes a month still belongs to it: from 5 January, 5 February is one month and
    6 February is two.
    """
    if day <= start:
        return 0
    whole = month_of(day) - month_of(start)
    return whole if add_months(start, whole) >= day else whole + 1


def months_completed(start: date, day: date) -> int:
    """How many whole months lie between two days: from 5 January, 4 February is none yet."""
    if day <= start:
        return 0
    whole = month_of(day) - month_of(start)
    return whole if add_months(start, whole) <= day else whole - 1


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """One year of the group's books, named after the calendar year of its last day.

    `first` is later than the usual day in the year in which the books began.
    """

    number: int
    first: date
    last: date

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months in order; a short first year has as many as it has."""
        start = month_of(self.first)
        return tuple(start.plus(k) for k in range(month_of(self.last) - start + 1))

    @property
    def days(self) -> int:
        """How many days it has: 365, or 366 around the 29th of February."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def fiscal_year(day: date, *, last_month: int, books_begin: date | None = None) -> FiscalYear:
    """The year of the group in which a day lies, for a year that ends with month `last_month`.

    With `books_begin`, the year in which the books began starts with the month of that day.
    """
    number = day.year if day.month <= last_month else day.year + 1
    return numbered_year(number, last_month=last_month, books_begin=books_begin)


def numbered_year(number: int, *, last_month: int, books_begin: date | None = None) -> FiscalYear:
    """The group's year that ends in the calendar year `number`."""
    end = Month(number, last_month)
    first = end.plus(-11).first
    if books_begin is not None and first < books_begin <= end.last:
        first = month_of(books_begin).first
    return FiscalYear(number=number, first=first, last=end.last)


def day_before(day: date) -> date:
    """The day before a day."""
    return day - timedelta(days=1)
