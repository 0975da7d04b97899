"""Whose booklets are listed, and printed together: everybody's, or those with new lines."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from ledger.statements.booklets import BookletState
from translations import Words


class Which(StrEnum):
    """The parts of the register among which the committee chooses."""

    ALL = "all"
    NEW = "new"
    MEETING = "meeting"


def choices(words: Words, last_meeting: date | None) -> list[tuple[Which, str]]:
    """What is offered; the last meeting where one was held."""
    found = [
        (Which.ALL, words.say("All members")),
        (Which.NEW, words.say("Only those with new lines")),
    ]
    if last_meeting is not None:
        day = words.day(last_meeting)
        found.append((Which.MEETING, words.say("New lines since the meeting of {day}", day=day)))
    return found


def listed(
    which: Which, states: Sequence[BookletState], last_meeting: date | None
) -> list[BookletState]:
    """Those of the choice, in the order in which the members sit: that of their numbers.

    The lines of the last meeting itself are among what is new since then.
    """
    if which is Which.ALL:
        return list(states)
    if which is Which.MEETING and last_meeting is not None:
        return [state for state in states if state.is_new_since(last_meeting)]
    return [state for state in states if state.fresh]
