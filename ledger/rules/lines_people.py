"""What can happen with money on a day when somebody has left the group or has died."""

from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.people import MemberId


@dataclass(frozen=True, slots=True)
class SettlementPaid:
    """The group pays (part of) a settlement to her who left, or to one of the family of the dead.

    `name` is who took the money.
    """

    member: MemberId
    kip: Kip
    name: str = ""
