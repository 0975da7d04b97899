"""What can happen on a day with a member's voluntary savings; amounts in kip above zero."""

from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.people import MemberId


@dataclass(frozen=True, slots=True)
class VoluntaryDeposit:
    """A member brings voluntary savings."""

    member: MemberId
    kip: Kip


@dataclass(frozen=True, slots=True)
class VoluntaryWithdrawal:
    """A member takes voluntary savings out."""

    member: MemberId
    kip: Kip
