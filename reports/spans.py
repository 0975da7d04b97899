"""From the first to the last of something, as one text: of one alone only that one is said."""

from datetime import date

from translations.words import Words


def days_text(words: Words, first: date, last: date) -> str:
    """The days from the first to the last, in figures."""
    return _span(words.day(first), words.day(last))


def end_text(words: Words, until: date, last: date) -> str:
    """When it was: at the end of a year, or on a day of one that still runs."""
    return words.say("At the end") if until >= last else words.say("On {day}", day=words.day(until))


def numbers_text(words: Words, first: int | str, last: int | str) -> str:
    """The numbers of receipts or members from the first to the last."""
    if first == last:
        return words.say("No. {number}", number=first)
    return words.say("No. {first} to {last}", first=first, last=last)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
