"""The ranges within which a group may set the figures of its welfare fund."""

from collections.abc import Iterator
from typing import NamedTuple

from ledger.rules.kip import KIP_MAX, WHOLE
from ledger.rules.welfare_rules import Benefit, LadderBy, WelfareRules

YEARS_MAX = 120
"""No age and no time of saving is longer, in years."""


class Range(NamedTuple):
    """One figure of the rules, where it stands, and what it may be (both ends included)."""

    place: str
    given: int
    least: int
    most: int


def welfare_ranges(rules: WelfareRules) -> Iterator[Range]:
    """Every figure of the welfare fund with its range, in the order in which it is read."""
    yield Range("welfare.contribution", rules.contribution, 0, KIP_MAX)
    yield Range("welfare.waiting_days", rules.waiting_days, 0, 365)
    yield Range("welfare.entry_fee", rules.entry_fee, 0, KIP_MAX)
    yield Range("welfare.year_begins", rules.year_begins, 1, 12)
    yield Range("welfare.costs_most", rules.costs_most, 0, WHOLE)
    for index, benefit in enumerate(rules.benefits):
        yield from _benefit(benefit, f"welfare.benefits[{index}]")


def _benefit(benefit: Benefit, at: str) -> Iterator[Range]:
    yield Range(f"{at}.kip", benefit.kip, 0, KIP_MAX)
    yield Range(f"{at}.units_most", benefit.units_most, 0, 366)
    yield Range(f"{at}.event_most", benefit.event_most, 0, KIP_MAX)
    yield Range(f"{at}.year_most", benefit.year_most, 0, KIP_MAX)
    yield Range(f"{at}.waiting_days", benefit.waiting_days, 0, 3_650)
    yield Range(f"{at}.age_least", benefit.age_least, 0, YEARS_MAX)
    yield Range(f"{at}.confirmations", benefit.confirmations, 1, 9)
    if benefit.ladder is LadderBy.NOTHING:
        return
    yield Range(f"{at}.steps", len(benefit.steps), 1, 99)
    least = 0
    for index, step in enumerate(benefit.steps):
        yield Range(f"{at}.steps[{index}]", step.years, least, YEARS_MAX)
        yield Range(f"{at}.steps[{index}]", step.kip, 0, KIP_MAX)
        least = step.years + 1
