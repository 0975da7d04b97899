"""What is meant by a word in a cell: a choice by any of its names, woman or man, yes or no."""

from collections.abc import Sequence

from ledger.rules.people import Sex
from translations import LANGUAGES, open_words
from translations.naming import word
from translations.reading import normalise
from translations.sorting import fold

_SEXES = {"f": Sex.FEMALE, "w": Sex.FEMALE, "m": Sex.MALE, "ຍ": Sex.FEMALE, "ຊ": Sex.MALE}
YES = "yes"


def choice_of(text: str, topic: str, values: Sequence[str]) -> str | None:
    """Which of the values is meant: by itself, or by its word in any of the three languages."""
    if text in values:
        return text
    for language in LANGUAGES:
        spoken = open_words(language)
        for value in values:
            if fold(word(spoken, topic, value)) == fold(text):
                return value
    return None


def sex_of(text: str) -> Sex | None:
    """Which sex is meant; nothing for what cannot be understood."""
    clean = normalise(text).strip()
    if not clean:
        return Sex.UNSAID
    found = choice_of(clean, "sex", list(Sex))
    return Sex(found) if found else _SEXES.get(clean.casefold())


def says_yes(text: str) -> bool:
    """Whether a cell says yes, in any of the three languages."""
    yes = {fold(open_words(language).say("Yes")) for language in LANGUAGES}
    return text == YES or fold(text) in {*yes, "1", "x"}
