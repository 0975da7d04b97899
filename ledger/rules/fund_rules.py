"""The group's own rules about its funds, and the levels of the network above the village."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.kip import Kip


class Level(StrEnum):
    """How high a body of the network stands; `GROUP` is another village's group beside one's own.

    An account of money kept elsewhere bears it too: a deposit with the district fund, or what was
    lent to another village's group.
    """

    ZONE = "zone"
    DISTRICT = "district"
    CENTRAL = "central"
    WOMENS_UNION = "womens_union"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class FundRules:
    """How funds are spent. From `decision_from` kip on a decision's number is needed; None: never.

    Moving money from one fund to another always needs one.
    """

    decision_from: Kip | None = None


NO_DECISIONS = FundRules()
"""A group whose committee spends from a fund without a number in the minutes."""
