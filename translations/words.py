"""One language, opened: sentences, amounts, days and line breaks the way this group writes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations
from typing import Protocol

from translations import breaks
from translations.catalog import open_catalog
from translations.days import day_text, long_day_text, month_text, year_text
from translations.money import NO_BREAK, MoneyFormat
from translations.spelling import amount_in_words

LANGUAGE_NAMES = {"lo": "ລາວ", "th": "ไทย", "en": "English"}
"""Each language in its own script, so that it is found in any window."""
LANGUAGES = tuple(LANGUAGE_NAMES)
"""The languages of the program, the first one first."""


class MonthLike(Protocol):
    """Anything that says which month of which year it is."""

    @property
    def year(self) -> int:
        """The year of the common era."""

    @property
    def number(self) -> int:
        """The month, 1 to 12."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language with one way of writing money.

    Every sentence is given in English, with its facts in braces; what comes back is the sentence
    of this language with the facts in their places. A fact that is missing is a KeyError.
    `buddhist` prints the years of the Buddhist era.
    """

    language: str
    money_format: MoneyFormat
    buddhist: bool
    catalog: NullTranslations

    @property
    def manner(self) -> tuple[str, MoneyFormat, bool]:
        """Language, money and era: two with the same ones say everything alike."""
        return self.language, self.money_format, self.buddhist

    def say(self, text: str, /, **facts: object) -> str:
        """The sentence in this language."""
        return self.catalog.gettext(text).format(**facts)

    def template(self, text: str, /) -> str:
        """The sentence in this language as it is, with its places still to be filled in."""
        return self.catalog.gettext(text)

    def say_many(self, one: str, many: str, number: int, /, **facts: object) -> str:
        """The sentence for so many; the number itself may stand in it as {n}."""
        text = self.catalog.ngettext(one, many, number)
        return text.format(**{"n": self.number(number), **facts})

    def context(self, context: str, text: str, /, **facts: object) -> str:
        """The sentence where one English word has several meanings, told apart by the context."""
        return self.catalog.pgettext(context, text).format(**facts)

    def kip(self, amount: int) -> str:
        """An amount of smallest units in figures, without its unit: "1,250,000"."""
        return self.money_format.text(amount)

    def money(self, amount: int) -> str:
        """An amount with its unit, which no line break can part: "1,250,000 ກີບ"."""
        return self.kip(amount) + NO_BREAK + self.unit

    @property
    def unit(self) -> str:
        """The currency's name in this language."""
        return self.money_format.unit(self.language)

    def number(self, count: int) -> str:
        """A count of things in figures, with the group's thousands mark."""
        return f"{count:,}".replace(",", self.money_format.group_mark)

    def percent(self, points: int) -> str:
        """Basis points as a percentage: 250 is "2.5%"."""
        return self.money_format.percent(points)

    def in_words(self, amount: int) -> str:
        """An amount of smallest units spelt out, closed with "only" where nothing follows."""
        form = self.money_format
        whole, part = divmod(abs(amount), form.one)
        sign = -1 if amount < 0 else 1
        units = (self.unit, form.small_unit(self.language))
        return amount_in_words(self.language, sign * whole, sign * part, units)

    def day(self, day: date) -> str:
        """A day in figures: "14/04/2026"."""
        return day_text(day, buddhist=self.buddhist)

    def long_day(self, day: date) -> str:
        """A day with its weekday and the name of its month."""
        return long_day_text(day, self.language, buddhist=self.buddhist)

    def month(self, month: MonthLike) -> str:
        """A month with its year."""
        return month_text(month.year, month.number, self.language, buddhist=self.buddhist)

    def short_month(self, month: MonthLike) -> str:
        """A month in figures: "03/2025"."""
        return f"{month.number:02d}/{self.year(month.year)}"

    def year(self, year: int) -> str:
        """A year of the common era as this language prints it."""
        return year_text(year, buddhist=self.buddhist)

    def pieces(self, text: str) -> tuple[str, ...]:
        """The parts of a text between which a line may break."""
        return breaks.pieces(text)

    def wrap(self, text: str) -> str:
        """The text with unseen break marks, for a label of the window; never for stored text."""
        return breaks.with_zwsp(text)


def open_words(
    language: str,
    money: MoneyFormat | None = None,
    *,
    buddhist: bool | None = None,
    load: Callable[[str], NullTranslations] = open_catalog,
) -> Words:
    """Open a language. ValueError where the program does not speak it.

    `buddhist` chooses the era; left out, Thai prints the Buddhist one and the others do not.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no words in {language!r}")
    return Words(
        language=language,
        money_format=money or MoneyFormat(),
        buddhist=language == "th" if buddhist is None else buddhist,
        catalog=load(language),
    )
