"""What must be known of the welfare fund before the money of one day is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ledger.rules.accounts import Account
from ledger.rules.claims import Claim
from ledger.rules.kip import Kip
from ledger.rules.transfers import ClaimId


@dataclass(frozen=True, slots=True)
class WelfareFacts:
    """The fund as it stands when a day's money comes to be written.

    `claims` are those that are decided on and not yet paid. `costs` is what each fund has spent
    this year on anything but benefits, in kip. `free_low` is given where the fund's money lies
    apart: the lowest that the box holds without it, at the end of the day or of any later day
    already written, in kip.
    """

    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    costs: Mapping[Account, Kip] = field(default_factory=dict)
    free_low: Kip | None = None


NO_WELFARE_FACTS = WelfareFacts()
"""A book in which nothing waits and nothing lies apart."""
