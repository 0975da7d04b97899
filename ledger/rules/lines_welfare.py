"""What can happen with the welfare fund's money on one day, beside the contributions."""

from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.transfers import ClaimId


@dataclass(frozen=True, slots=True)
class ClaimPaid:
    """An approved claim is handed over from the cash box, whole: `kip` is what it came to."""

    claim: ClaimId
    kip: Kip
