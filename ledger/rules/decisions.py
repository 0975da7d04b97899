"""The minutes: what the committee or the members decided, under the group's own numbers.

A decision is ink. One that was written down wrongly is corrected by a new one that names it.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.meeting_values import Sheet
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import MeetingId

_BUDDHIST = 543
_NEAR = 1
"""Years between two decisions that follow each other."""


class Subject(StrEnum):
    """What a decision is about."""

    LOAN = "loan"
    RULES = "rules"
    WRITE_OFF = "write_off"
    FUND = "fund"
    WELFARE = "welfare"
    MEMBER = "member"
    OFFICERS = "officers"
    CLOSING = "closing"
    CORRECTION = "correction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the minutes, under the group's own number.

    `present` are the names of who was there. The votes are counts of people, and empty where
    nobody counted. `sheet` is the meeting at which it was taken, if it was taken at one;
    `corrects` is the number of an earlier entry that was written down wrongly.
    """

    number: str
    day: date
    subject: Subject
    text: str
    present: tuple[str, ...] = ()
    votes_for: int | None = None
    votes_against: int | None = None
    sheet: MeetingId | None = None
    corrects: str = ""


@dataclass
class DecisionNumberTaken(Refusal):
    """The minutes have a decision of this number already."""

    number: str
    day: date


@dataclass
class DecisionUnknown(Refusal):
    """The minutes have no decision of this number."""

    number: str


@dataclass
class DecisionCorrectedAlready(Refusal):
    """The decision was corrected before; the newer one is what holds now."""

    number: str
    by: str


@dataclass
class DecisionAhead(Refusal):
    """The decision is dated after today."""

    day: date
    today: date


@dataclass
class DecisionNotOfThatDay(Refusal):
    """The meeting at which it is said to have been taken was on another day."""

    day: date
    meeting: date


@dataclass
class VotesHalfCounted(Refusal):
    """Only the votes of one side are given, or a count below zero."""


def check_new_decision(
    decision: Decision, *, known: Sequence[Decision], sheet: Sheet | None, today: date
) -> None:
    """Silence, or why this cannot be the next entry of the minutes; `sheet` is its meeting."""
    number = decision.number
    for what, text in (("decision", number), ("decision_text", decision.text)):
        if not text.strip():
            raise NameMissing(what=what)
    if decision.day > today:
        raise DecisionAhead(day=decision.day, today=today)
    if sheet is not None and sheet.day != decision.day:
        raise DecisionNotOfThatDay(day=decision.day, meeting=sheet.day)
    _check_votes(decision)
    for other in known:
        if other.number == number:
            raise DecisionNumberTaken(number=number, day=other.day)
    if decision.corrects:
        _check_corrected(decision.corrects, known)


def _check_votes(decision: Decision) -> None:
    votes = (decision.votes_for, decision.votes_against)
    if votes != (None, None) and any(v is None or v < 0 for v in votes):
        raise VotesHalfCounted


def _check_corrected(number: str, known: Sequence[Decision]) -> None:
    if all(other.number != number for other in known):
        raise DecisionUnknown(number=number)
    for other in known:
        if other.corrects == number:
            raise DecisionCorrectedAlready(number=number, by=other.number)


def corrected_by(decisions: Iterable[Decision]) -> dict[str, str]:
    """For each decision that was corrected, the number of the one that took its place."""
    return {d.corrects: d.number for d in decisions if d.corrects}


def next_number(newest: Sequence[str], *, year: int, taken: Collection[str]) -> str:
    """The number that the next decision of a year would have, in the group's own way.

    `newest` are the numbers of the minutes, the newest first: "2026-013" is followed by 2026-014,
    "12/2026" by 13/2026, and the first of the next year by 1/2027. Numbers that are `taken` (by
    the minutes, or by something that points to them) are passed over.
    """
    last = newest[0] if newest else ""
    number = _following(last, year) or f"{year}-001"
    while number in taken:
        number = _following(number, year) or f"{number}-1"
    return number


def _year_in(figures: str, year: int) -> int:
    """The year as it would stand where these figures stand, by whichever era; 0 for no year's."""
    return next((y for y in (year, year + _BUDDHIST) if abs(int(figures) - y) <= _NEAR), 0)


def _following(last: str, year: int) -> str | None:
    """The number after another; nothing where it has no figures to count on."""
    figures = list(re.finditer(r"\d+", last))
    if not figures:
        return None
    # Where there is only one number it counts, even if it looks like a year.
    old = next((f for f in figures if _year_in(f[0], year)), None) if figures[1:] else None
    counting = [f for f in figures if f is not old][-1]
    count = int(counting[0]) + 1
    parts = {}
    if old is not None and int(old[0]) < _year_in(old[0], year):
        count = 1
        parts[old.span()] = str(_year_in(old[0], year))
    noughts = counting[0].startswith("0")
    parts[counting.span()] = str(count).zfill(len(counting[0])) if noughts else str(count)
    text = last
    for (start, end), part in sorted(parts.items(), reverse=True):
        text = text[:start] + part + text[end:]
    return text
