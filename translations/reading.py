"""What people type, read strictly: amounts, days and percentages in the figures of three scripts.

Nothing is guessed. A number that could mean two amounts is refused with both; points, commas and
spaces part thousands, and stand before a fraction only where the currency has small units.
"""

import re
import unicodedata
from datetime import date

from translations.days import BUDDHIST, MONTHS, WEEKDAYS
from translations.money import MoneyFormat
from translations.normal import normalise
from translations.unreadable import Unreadable, Why

__all__ = ["Unreadable", "Why", "normalise", "read_day", "read_kip", "read_percent"]

_DIGITS_MAX = 15
_DAY_FIGURES_MAX = 4
_BUDDHIST_YEARS = range(2400, 2700)
_COMMON_YEARS = range(1800, 2400)
_CURRENCY = {
    "LAK": r"LAK|₭|KIP|ກີບ|กีบ",
    "THB": r"THB|฿|BAHT|ບາດ|บาท",
}
_SIGN = re.compile(r"^[-−–]\s*")
_TURNED = "\u202e"
_ZEROS = {0x30: "ascii", 0xE50: "thai", 0xED0: "lao"}


def _figures(text: str) -> str:
    """The text with ASCII figures. Unreadable where figures of two scripts, or others, stand."""
    scripts = set()
    out = []
    for letter in text:
        if letter.isdigit():
            value = unicodedata.digit(letter)
            scripts.add(_ZEROS.get(ord(letter) - value, "other"))
            out.append(str(value))
        else:
            out.append(letter)
    if len(scripts) > 1:
        raise Unreadable(text, Why.MIXED_DIGITS)
    if "other" in scripts:
        raise Unreadable(text, Why.NOT_A_NUMBER)
    return "".join(out)


def _plain(text: str) -> str:
    # Figures behind this sign are seen the other way round: 0051 looks like 1500.
    if _TURNED in text:
        raise Unreadable(text, Why.NOT_A_NUMBER)
    return normalise(text).replace("\u202f", " ").strip()


def read_kip(text: str, form: MoneyFormat | None = None) -> int:
    """An amount in smallest units (kip, satang) from what was typed.

    The currency's sign or name may stand around it and a minus before it. Raises Unreadable: for
    an amount that can be read in two ways with both of them.
    """
    form = form or MoneyFormat()
    clean = _figures(_plain(text))
    names = _CURRENCY.get(form.currency, re.escape(form.currency))
    sign = 1
    # The sign may stand before or after the currency: -₭5,000 and ₭-5,000.
    for _ in range(2):
        if _SIGN.match(clean):
            sign, clean = -sign, _SIGN.sub("", clean)
        clean = re.sub(f"^(?:{names})\\s*", "", clean, flags=re.IGNORECASE)
    clean = re.sub(f"\\s*(?:{names})\\.?$", "", clean, flags=re.IGNORECASE)
    if not clean:
        raise Unreadable(text, Why.EMPTY)
    if not re.fullmatch(r"[0-9][0-9., ]*", clean):
        raise Unreadable(text, Why.NOT_A_NUMBER)
    if sum(letter.isdigit() for letter in clean) > _DIGITS_MAX:
        raise Unreadable(text, Why.TOO_LONG)
    return sign * _amount(text, clean, form, sign)


def _amount(text: str, clean: str, form: MoneyFormat, sign: int) -> int:
    """Smallest units of a number without sign and currency."""
    whole = _whole(clean)
    if whole is None:
        return _with_fraction(text, clean, form)
    head, mark, tail = clean.partition(form.decimal_mark)
    if form.decimals and mark and form.decimal_mark not in tail:
        if len(tail.rstrip("0")) > form.decimals:
            raise Unreadable(text, Why.GROUPS)
        small = int(head) * form.one + int(tail[: form.decimals].ljust(form.decimals, "0"))
        raise Unreadable(text, Why.AMBIGUOUS, (sign * whole * form.one, sign * small))
    return whole * form.one


def _whole(clean: str) -> int | None:
    """A whole number with one kind of mark between groups of three, or with none."""
    if re.fullmatch(r"\d+", clean):
        return int(clean)
    if re.fullmatch(r"\d{1,3}([., ])\d{3}(?:\1\d{3})*", clean):
        return int(re.sub("[., ]", "", clean))
    return None


def _with_fraction(text: str, clean: str, form: MoneyFormat) -> int:
    """Smallest units of a number whose last mark stands before a fraction."""
    parts = re.fullmatch(r"(.*)([.,])(\d+)", clean)
    head = _whole(parts[1]) if parts else None
    if parts is None or head is None:
        raise Unreadable(text, Why.GROUPS)
    mark, fraction = parts[2], parts[3]
    if not form.decimals:
        raise Unreadable(text, Why.FRACTION if len(fraction) < 3 else Why.GROUPS)
    groups = set(parts[1]) & {".", ",", " "}
    # A lone thousands mark before one or two figures may be a nought forgotten: not a fraction.
    known = mark == form.decimal_mark or groups
    if mark in groups or not known or len(fraction) > form.decimals:
        raise Unreadable(text, Why.GROUPS)
    return head * form.one + int(fraction.ljust(form.decimals, "0"))


def read_percent(text: str) -> int:
    """Basis points from a percentage: "2.5", "2,5 %" and "๒.๕" are 250. Raises Unreadable."""
    clean = _figures(_plain(text)).removesuffix("%").strip()
    if not clean:
        raise Unreadable(text, Why.EMPTY)
    parts = re.fullmatch(r"(\d{1,6})(?:[.,](\d{1,2}))?", clean)
    if parts is None:
        raise Unreadable(text, Why.NOT_A_PERCENT)
    return int(parts[1]) * 100 + int((parts[2] or "").ljust(2, "0"))


def _month_numbers() -> dict[str, str]:
    return {
        name.casefold(): str(number)
        for names in MONTHS.values()
        for number, name in enumerate(names, start=1)
    }


_MONTH_NUMBERS = _month_numbers()
_MONTH_NAME = re.compile("|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)), re.IGNORECASE)
_AROUND = re.compile(
    "(?:" + "|".join(name for names in WEEKDAYS.values() for name in names) + ")"
    r"|[พคພຄ]\s*\.\s*[ศສ]\s*\.|วันที่|ที่|ວັນທີ|ທີ|,",
    re.IGNORECASE,
)


def read_day(text: str) -> date:
    """A day from day, month and year, or from year-month-day; months may be named.

    A year from 2400 to 2699 is of the Buddhist era. Raises Unreadable: for a year of two figures,
    a day that the calendar does not have, and whatever is not a day.
    """
    clean = _figures(_plain(text))
    if not clean:
        raise Unreadable(text, Why.EMPTY)
    clean = _AROUND.sub(" ", clean)
    names = _MONTH_NAME.findall(clean)
    clean = _MONTH_NAME.sub("/", clean)
    numbers = [n for n in re.split(r"\s*[-/. ]\s*", clean.strip()) if n]
    if len(names) == 1:
        # Wherever the name stands, before the day as in English too, it is the month.
        numbers.insert(1, _MONTH_NUMBERS[names[0].casefold()])
    if len(numbers) != 3 or not all(n.isascii() and n.isdigit() for n in numbers):
        raise Unreadable(text, Why.NOT_A_DAY)
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, month, year = numbers
    if len(year) != 4:
        raise Unreadable(text, Why.SHORT_YEAR if len(year) < 4 else Why.NOT_A_DAY)
    if len(day) > _DAY_FIGURES_MAX or len(month) > _DAY_FIGURES_MAX:
        raise Unreadable(text, Why.NO_SUCH_DAY)
    return _calendar_day(text, int(day), int(month), int(year))


def _calendar_day(text: str, day: int, month: int, year: int) -> date:
    if year in _BUDDHIST_YEARS:
        year -= BUDDHIST
    elif year not in _COMMON_YEARS:
        raise Unreadable(text, Why.YEAR_FAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(text, Why.NO_SUCH_DAY) from None
