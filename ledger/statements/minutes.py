"""The minutes with what rests on each decision, and the numbers that are not in the minutes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ledger.rules.decisions import Decision, corrected_by


class RestKind(StrEnum):
    """What can rest on a decision."""

    LOAN = "loan"
    CLAIM = "claim"
    MEMBER = "member"
    RULES = "rules"
    ENTRY = "entry"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing that names a decision.

    `number` is the own number of the loan ("2026-004"), the claim, the member who was taken in, the
    entry, or the act in the trail. `act` and `facts` are those of an act in the trail; `day` is
    that of everything else.
    """

    decision: str
    kind: RestKind
    number: str
    day: date | None = None
    act: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """A decision with what rests on it; `corrected_by` is the number that took its place."""

    decision: Decision
    corrected_by: str = ""
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingDecision:
    """A number that is named somewhere and is not in the minutes."""

    number: str
    rests: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class MinutesBook:
    """All decisions, the newest first, and the numbers that are missing."""

    lines: tuple[MinutesLine, ...]
    missing: tuple[MissingDecision, ...] = ()


def minutes_of(decisions: Sequence[Decision], rests: Iterable[Rest]) -> MinutesBook:
    """Gather under each decision what rests on it; what names no known number is missing."""
    by_number: defaultdict[str, list[Rest]] = defaultdict(list)
    for rest in rests:
        by_number[rest.decision].append(rest)
    followers = corrected_by(decisions)
    lines = tuple(
        MinutesLine(d, followers.get(d.number, ""), tuple(by_number.pop(d.number, ())))
        for d in reversed(decisions)
    )
    missing = tuple(MissingDecision(n, tuple(named)) for n, named in sorted(by_number.items()))
    return MinutesBook(lines=lines, missing=missing)
