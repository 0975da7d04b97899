"""How long each part of the year's report in words may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.refusals import Refusal

TEXT_MAX = 1_500
"""Letters of one part: what a page of the report has room for, with the others beside it."""


@dataclass
class YearTextTooLong(Refusal):
    """A part of the report in words has so many letters, and may have so many at most."""

    given: int
    most: int


def check_year_texts(texts: Iterable[str]) -> None:
    """Check each part that is to be kept. Raises YearTextTooLong."""
    for text in texts:
        if len(text) > TEXT_MAX:
            raise YearTextTooLong(given=len(text), most=TEXT_MAX)
