"""Who has asked to join, as rows, with what the meeting said."""

from collections.abc import Sequence

from ledger.rules.admission import Asked
from translations import Words
from ui.models.rows import Column


def columns_of(words: Words) -> Sequence[Column[Asked]]:
    """The columns of the list."""
    return (
        Column(words.say("No."), lambda a: words.number(a.candidate.id), figures=True),
        Column(words.say("Asked to join on"), lambda a: words.day(a.candidate.day)),
        Column(words.say("Name"), lambda a: a.candidate.person.name),
        Column(words.say("Household"), lambda a: a.candidate.person.household),
        Column(words.say("What the meeting said"), lambda a: said_of(words, a)),
    )


def said_of(words: Words, asked: Asked) -> str:
    """What was decided on a candidate, in a few words."""
    said = asked.admission
    if said is None:
        return words.say("waits for the meeting")
    if said.approved:
        return words.say("taken in, decision {number}", number=said.decision)
    number, reason = said.decision, said.reason
    return words.say("not taken in, decision {number}: {reason}", number=number, reason=reason)
