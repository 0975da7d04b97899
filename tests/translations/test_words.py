"""Sentences, days and months of an opened language."""

from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

import pytest
from babel.dates import get_day_names, get_month_names

from translations import LANGUAGES, open_words
from translations.days import MONTHS, WEEKDAYS

DAY = date(2026, 4, 14)


@dataclass(frozen=True)
class _Month:
    year: int
    number: int


def test_days_and_eras() -> None:
    assert open_words("lo").day(DAY) == "14/04/2026"
    assert open_words("th").day(DAY) == "14/04/2569"
    assert open_words("en").day(date(2026, 1, 5)) == "05/01/2026"
    assert open_words("lo", buddhist=True).day(DAY) == "14/04/2569"
    assert open_words("th", buddhist=False).year(2025) == "2025"
    assert open_words("th").year(2025) == "2568"


def test_days_in_words() -> None:
    assert open_words("lo").long_day(DAY) == "ວັນອັງຄານ ທີ 14 ເມສາ 2026"
    assert open_words("th").long_day(DAY) == "วันอังคารที่ 14 เมษายน 2569"
    assert open_words("en").long_day(DAY) == "Tuesday, 14 April 2026"


def test_months() -> None:
    assert open_words("lo").month(_Month(2025, 3)) == "ມີນາ 2025"
    assert open_words("th").month(_Month(2025, 3)) == "มีนาคม 2568"
    assert open_words("lo").short_month(_Month(2025, 3)) == "03/2025"
    assert open_words("th").short_month(_Month(2025, 3)) == "03/2568"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_those_of_the_common_locale_data(language: str) -> None:
    months = get_month_names("wide", locale=language)
    assert MONTHS[language] == tuple(months[n].replace("\u200b", "") for n in range(1, 13))
    days = get_day_names("wide", locale=language)
    assert WEEKDAYS[language] == tuple(days[n].replace("\u200b", "") for n in range(7))


def test_a_language_we_do_not_speak() -> None:
    with pytest.raises(ValueError, match="'km'"):
        open_words("km")


def test_sentences_take_their_facts_after_the_look_up() -> None:
    class Backwards(NullTranslations):
        def gettext(self, message: str) -> str:
            return message[::-1].replace("}pik{", "{kip}")

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return msgid1 if n == 1 else msgid2

        def pgettext(self, context: str, message: str) -> str:
            return f"{context}/{message}"

    words = open_words("en", load=lambda _language: Backwards())
    assert words.say("at least {kip}", kip=words.kip(5_000)) == "5,000 tsael ta"
    assert words.say_many("one page", "{n} pages", 1) == "one page"
    assert words.say_many("one page", "{n} pages", 1_200) == "1,200 pages"
    assert words.context("verb", "open {what}", what="x") == "verb/open x"
    with pytest.raises(KeyError):
        words.context("verb", "{forgotten}")


def test_wrapping_is_for_lao_and_thai_only() -> None:
    words = open_words("lo")
    text = "ສະມາຊິກທຸກຄົນຕ້ອງທ້ອນເງິນ"
    assert "\u200b" in words.wrap(text)
    assert words.wrap(text).replace("\u200b", "") == text
    assert words.wrap("Every member saves") == "Every member saves"
