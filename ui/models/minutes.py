"""The minutes as rows: each decision with what rests on it, and the numbers that are missing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.rules.people import OfficerId, Role
from ledger.statements.history import HistoryRow
from ledger.statements.minutes import MinutesBook, MinutesLine, MissingDecision, Rest, RestKind
from reports.trail_words import act_sentence
from translations import Words
from translations.naming import word
from translations.sorting import fold
from ui.models.rows import Column


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """A decision that stands in the minutes, or a number that is named and does not."""

    number: str
    rests: tuple[Rest, ...]
    line: MinutesLine | None = None


def rows_of(book: MinutesBook) -> list[MinutesRow]:
    """What is missing first, then the decisions, the newest first."""
    missing = [_missing(m) for m in sorted(book.missing, key=lambda m: _counted(m.number))]
    return [*missing, *(MinutesRow(line.decision.number, line.rests, line) for line in book.lines)]


def _missing(missing: MissingDecision) -> MinutesRow:
    return MinutesRow(missing.number, missing.rests)


def _counted(number: str) -> list[tuple[int, str]]:
    """The parts of a number from the last one on, so that 9/2026 stands before 10/2026."""
    parts = re.findall(r"\d+|\D+", number)
    return [(int(part) if part.isdecimal() else 0, part) for part in reversed(parts)]


def rest_sentence(words: Words, rest: Rest) -> str:
    """One thing that rests on a decision, as a sentence."""
    day = words.day(rest.day) if rest.day else ""
    match rest.kind:
        case RestKind.LOAN:
            return words.say("Loan {number}, decided on {day}", number=rest.number, day=day)
        case RestKind.CLAIM:
            return words.say(
                "Welfare claim {number}, decided on {day}", number=rest.number, day=day
            )
        case RestKind.MEMBER:
            return words.say("Member {number}, taken in on {day}", number=rest.number, day=day)
        case RestKind.RULES:
            return words.say("The rules that hold from {day}", day=day)
        case RestKind.ENTRY:
            return words.say("Entry {number} of {day}", number=rest.number, day=day)
        case RestKind.ACT:
            act = HistoryRow(0, "", OfficerId(0), "", Role.MEMBER, "", rest.act, rest.facts, "")
            return act_sentence(words, act)


def text_of(words: Words, row: MinutesRow) -> str:
    """The text of a decision on one line, or that it is missing."""
    if row.line is None:
        return words.say("This number is named, and is not in the minutes.")
    text = " ".join(row.line.decision.text.split())
    if row.line.corrected_by:
        return words.say("Corrected by {number}: {text}", number=row.line.corrected_by, text=text)
    return text


def find(words: Words, rows: Sequence[MinutesRow], text: str) -> list[MinutesRow]:
    """The rows in which every word of the text stands: number, text, names, what rests on them."""
    wanted = [fold(part) for part in text.split()]
    return [row for row in rows if all(part in _folded(words, row) for part in wanted)]


def _folded(words: Words, row: MinutesRow) -> str:
    said = [row.number, *(rest_sentence(words, r) for r in row.rests)]
    if row.line is not None:
        decision = row.line.decision
        subject = word(words, "subject", decision.subject.value)
        said += [text_of(words, row), words.day(decision.day), subject, *decision.present]
    return fold(" ".join(said))


def columns_of(words: Words) -> Sequence[Column[MinutesRow]]:
    """The columns of the list."""
    return (
        Column(words.say("Number"), lambda row: row.number),
        Column(words.say("Day"), lambda row: words.day(row.line.decision.day) if row.line else ""),
        Column(
            words.say("About"),
            lambda row: word(words, "subject", row.line.decision.subject.value) if row.line else "",
        ),
        Column(words.say("What was decided"), lambda row: text_of(words, row)),
        Column(words.say("Rests on it"), lambda row: words.number(len(row.rests)), figures=True),
    )


def facts_of(words: Words, row: MinutesRow) -> list[tuple[str, str]]:
    """Everything about one decision, for its card."""
    rests = "\n".join(rest_sentence(words, rest) for rest in row.rests)
    if row.line is None:
        return [(words.say("Named by"), rests)]
    decision, line = row.line.decision, row.line
    votes = ""
    if decision.votes_for is not None and decision.votes_against is not None:
        votes = words.say(
            "{votes_for} for, {votes_against} against",
            votes_for=words.number(decision.votes_for),
            votes_against=words.number(decision.votes_against),
        )
    return [
        (words.say("Day"), words.long_day(decision.day)),
        (words.say("What was decided"), decision.text),
        (words.say("Who was there"), ", ".join(decision.present)),
        (words.say("Votes"), votes),
        (words.say("Corrects"), decision.corrects),
        (words.say("Corrected by"), line.corrected_by),
        (words.say("Rests on it"), rests or words.say("Nothing yet")),
    ]
