"""What a paper of a year says while the year, or one before it, is not closed yet."""

from typing import Protocol

from reports.flow import Flow
from reports.style import BODY, MM, thin
from translations.words import Words


class OfYear(Protocol):
    """A finished statement of a year."""

    @property
    def proposed(self) -> bool:
        """Whether the year is not closed yet."""

    @property
    def earlier_open(self) -> int | None:
        """The first of the years before it that is not closed either."""


def marks_of(statement: OfYear, words: Words) -> tuple[str, ...]:
    """What every page says of a year that is not closed."""
    return (words.say("PROPOSED – the year is not closed yet"),) if statement.proposed else ()


def earlier_text(words: Words, statement: OfYear) -> str:
    """That an earlier year is not closed, and that its profit is not in these figures."""
    if statement.earlier_open is None:
        return ""
    return words.say(
        "The year {year} is not closed yet. What was earned before this year is not shared out "
        "here.",
        year=words.year(statement.earlier_open),
    )


def draw_earlier_open(flow: Flow, statement: OfYear) -> None:
    """The same, under the head of a paper."""
    if text := earlier_text(flow.paper.words, statement):
        flow.gap(2 * MM)
        flow.text(text, thin(BODY))
