"""What the sums of a long table are called: of one page, up to here, brought forward, of all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from translations.words import Words

Sums: TypeAlias = tuple[int | None, ...]
"""One for each column of a table; none where a column has no amounts."""


@dataclass(frozen=True, slots=True)
class Forward:
    """What the rows of sums are called, and how a sum is written.

    Where the table ends its running sum is the `total`; a table that ends on its first page has
    that one sum and no others. Of the first of several pages the sum is the running one as well.
    """

    page_total: str
    running_total: str
    brought: str
    total: str
    amount: Callable[[int], str]
    number: Callable[[int], str] = str

    def text(self, figure: int, *, counts: bool) -> str:
        """A sum as it is written: of money, or of what is counted."""
        return self.number(figure) if counts else self.amount(figure)


def sums_forward(words: Words) -> Forward:
    """The sums of every list of money."""
    return Forward(
        page_total=words.say("Total of this page"),
        running_total=words.say("Total up to here"),
        brought=words.say("Brought forward"),
        total=words.say("Total"),
        amount=words.kip,
        number=words.number,
    )


def plus(left: Sums, right: Sums) -> Sums:
    """Column by column."""
    return tuple(
        None if a is None or b is None else a + b for a, b in zip(left, right, strict=True)
    )
