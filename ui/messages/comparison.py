"""What is said when the code of a paper was held against the book."""

from collections.abc import Iterator
from datetime import datetime

from ledger.statements.comparison import Comparison, HeldThen
from translations import Words
from ui.messages.findings import finding_sentence


def verdict(words: Words, found: Comparison) -> str:
    """The answer in one sentence."""
    if found.then is None:
        return words.say("This code is not in this book.")
    if found.changed:
        return words.say(
            "The code is in the book, but what stood before it was changed afterwards."
        )
    return words.say("The book still holds exactly what it held when this paper was printed.")


def particulars(words: Words, found: Comparison) -> Iterator[str]:
    """What more there is to say: the book then, what came after, or what was changed."""
    if found.then is None:
        yield words.say(
            "The paper is of another book, or an older file was put back, or the book was written "
            "anew."
        )
    else:
        yield _then(words, found.then)
        if found.then.figures is not None:
            yield words.say(
                "Then: {members} members, savings {savings}, cash {cash}, loans {loans}.",
                members=words.number(found.then.figures.members),
                savings=words.money(found.then.figures.savings + found.then.figures.voluntary),
                cash=words.money(found.then.figures.cash),
                loans=words.money(found.then.figures.loans_out),
            )
        yield words.say(
            "Since then {entries} entries with {lines} amounts were written.",
            entries=words.number(found.entries_after),
            lines=words.number(found.lines_after),
        )
    for finding in found.changed:
        yield finding_sentence(words, finding)
    if not found.whole:
        yield words.say(
            "Do not write on in this book. Keep the paper and the file, and let somebody look at "
            "both who does not keep the book."
        )


def _then(words: Words, then: HeldThen) -> str:
    at = datetime.fromisoformat(then.at)
    return words.say(
        "It was made after act {act} and entry {entry}, with {lines} amounts in the book: "
        "{day}, {time} by the computer's clock.",
        act=words.number(then.paper.act),
        entry=words.number(then.paper.entry),
        lines=words.number(then.paper.lines),
        day=words.day(at.date()),
        time=f"{at:%H:%M}",
    )
