"""How values stand in the book's columns: days as numbers, lists and lines as JSON."""

import json
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast, get_args

from ledger.rules.codec import from_plain, to_plain
from ledger.rules.days import Month
from ledger.rules.lines import Line

T = TypeVar("T")

# Sorted nowhere and spaced nowhere: the same value always gives the same text, which is sealed.
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode

_NUMBER_MAX = 2**63 - 1
"""The largest number that a column of the book can hold."""

_LINES: dict[str, Any] = {kind.__name__: kind for kind in get_args(Line)}


def decode(text: str | bytes) -> Any:
    """What `encode` wrote, in a file that anybody may have changed since.

    Raises ValueError where it is not JSON, or has a number that no column of the book can hold,
    and RecursionError where it is nested too deep.
    """
    return json.loads(text, parse_int=_whole, parse_float=_no_number, parse_constant=_no_number)


def _whole(text: str) -> int:
    number = int(text)
    return number if abs(number) <= _NUMBER_MAX else _no_number(text)


def _no_number(text: str) -> int:
    raise ValueError(text[:20])


def number_of(day: date) -> int:
    """20260414 for 14 April 2026."""
    return day.year * 10_000 + day.month * 100 + day.day


# The same few days and months come back thousands of times.
@lru_cache(maxsize=4096)
def day_of(number: int) -> date:
    """The day of such a number."""
    return date(number // 10_000, number // 100 % 100, number % 100)


def number_or_none(day: date | None) -> int | None:
    """The number of a day that may be missing."""
    return None if day is None else number_of(day)


def day_or_none(number: int | None) -> date | None:
    """The day of a number that may be missing."""
    return None if number is None else day_of(number)


def month_number(month: Month) -> int:
    """202604 for April 2026."""
    return month.year * 100 + month.number


@lru_cache(maxsize=1024)
def month_of_number(number: int) -> Month:
    """The month of such a number."""
    return Month(number // 100, number % 100)


def text_of(value: object) -> str:
    """A value of the rules as JSON."""
    return encode(to_plain(value))


def value_of(kind: type[T], text: str) -> T:
    """The value of a kind that `text_of` wrote."""
    return from_plain(kind, json.loads(text))


def line_text(line: Line) -> str:
    """A line outside the grid as JSON, with the name of its kind first."""
    return encode([type(line).__name__, to_plain(line)])


def line_of(text: str) -> Line:
    """The line that `line_text` wrote."""
    name, plain = json.loads(text)
    return cast(Line, from_plain(_LINES[name], plain))
