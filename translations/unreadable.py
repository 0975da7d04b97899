"""What was typed cannot be read: the facts of it, and the sentence that says so."""

from dataclasses import dataclass
from enum import StrEnum

from translations.marks import N_
from translations.words import Words


class Why(StrEnum):
    """Why something typed cannot be read."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    MIXED_DIGITS = "mixed_digits"
    FRACTION = "fraction"
    GROUPS = "groups"
    AMBIGUOUS = "ambiguous"
    TOO_LONG = "too_long"
    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    SHORT_YEAR = "short_year"
    YEAR_FAR = "year_far"
    NOT_A_PERCENT = "not_a_percent"


@dataclass
class Unreadable(Exception):  # noqa: N818 -- nobody erred: it can be typed again
    """Something typed cannot be read. `readings` are the amounts it could mean, in smallest units.

    With two readings the window offers both as buttons.
    """

    text: str
    why: Why
    readings: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.why.value}: {self.text!r}"


_SENTENCES = {
    Why.EMPTY: N_("Nothing was typed."),
    Why.NOT_A_NUMBER: N_("“{text}” is not an amount. Type figures only."),
    Why.MIXED_DIGITS: N_("“{text}” mixes figures of two scripts. Type it in one."),
    Why.FRACTION: N_("“{text}” has a fraction. This book counts whole {unit} only."),
    Why.GROUPS: N_("The marks in “{text}” are not where thousands end. Type it again."),
    Why.AMBIGUOUS: N_("“{text}” can be {first} or {second}. Choose which."),
    Why.TOO_LONG: N_("“{text}” has too many figures."),
    Why.NOT_A_DAY: N_("“{text}” is not a date. Type day, month and year, such as 14/04/2026."),
    Why.NO_SUCH_DAY: N_("There is no day “{text}” in the calendar."),
    Why.SHORT_YEAR: N_("Type the year in “{text}” with four figures."),
    Why.YEAR_FAR: N_("The year in “{text}” is too far away."),
    Why.NOT_A_PERCENT: N_(
        "“{text}” is not a percentage. Type figures with at most two behind the point."
    ),
}


def sentence(words: Words, trouble: Unreadable) -> str:
    """What is wrong with what was typed and what to do, in the language of `words`."""
    readings = [words.money(amount) for amount in trouble.readings] + ["", ""]
    return words.say(
        _SENTENCES[trouble.why],
        text=trouble.text.strip(),
        unit=words.unit,
        first=readings[0],
        second=readings[1],
    )
