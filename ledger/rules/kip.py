"""Money is counted in whole units, and divided here and nowhere else.

`Kip` is a whole number of the smallest unit of the group's currency: one kip, or one satang in a
book kept in baht. A rate is a whole number of basis points (1 % = 100).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Kip: TypeAlias = int
BasisPoints: TypeAlias = int

WHOLE: BasisPoints = 10_000
"""One hundred percent, in basis points."""

KIP_MAX: Kip = 9_999_999_999_999
"""The largest single amount a book holds; 900,000 of them still add up in 63 bits."""


class Rounding(StrEnum):
    """Which way a division of money goes to the group's unit."""

    DOWN = "down"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Shares:
    """A pool handed out: one part (kip) for each weight, and the odd rest that nobody was handed.

    `sum(parts) + odd == pool`, always. The odd rest is below zero only when rounding to the
    nearest unit handed out more than the pool held.
    """

    parts: tuple[Kip, ...]
    odd: Kip


def divide(
    kip: Kip,
    numerator: int,
    denominator: int,
    *,
    step: Kip = 1,
    rounding: Rounding = Rounding.DOWN,
) -> Kip:
    """`kip x numerator / denominator` in whole multiples of `step` kip.

    Down goes towards zero loss for the box: to the multiple at or below. Nearest takes the half
    up. Raises ValueError for a denominator or step that is not above zero.
    """
    if denominator <= 0 or step <= 0:
        raise ValueError("a division of money needs a denominator and a step above zero")
    exact = kip * numerator
    size = denominator * step
    if rounding is Rounding.NEAREST:
        return (2 * exact + size) // (2 * size) * step
    return exact // size * step


def share_of(kip: Kip, points: BasisPoints, *, rounding: Rounding = Rounding.DOWN) -> Kip:
    """`points` basis points of `kip`, in whole kip."""
    return divide(kip, points, WHOLE, rounding=rounding)


def share_out(
    pool: Kip,
    weights: Sequence[int],
    *,
    step: Kip = 1,
    rounding: Rounding = Rounding.DOWN,
) -> Shares:
    """Hand out `pool` kip by weight; what the unit `step` leaves over has a name, `odd`.

    Weights are whole numbers of zero or more, in any unit. When nobody has any weight, the whole
    pool is odd. Raises ValueError for a weight below zero.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("a weight below zero cannot take part in sharing out")
    total = sum(weights)
    if total == 0:
        return Shares(parts=(0,) * len(weights), odd=pool)
    parts = tuple(divide(pool, weight, total, step=step, rounding=rounding) for weight in weights)
    return Shares(parts=parts, odd=pool - sum(parts))
