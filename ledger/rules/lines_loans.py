"""What is paid on a loan by another than its borrower, or after the group had given it up."""

from dataclasses import dataclass

from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId


@dataclass(frozen=True, slots=True)
class GuarantorPaid:
    """A guarantor pays on the loan that she stands for; divided as if the borrower paid."""

    loan: LoanId
    kip: Kip
    guarantor: MemberId


@dataclass(frozen=True, slots=True)
class LoanRecovered:
    """Something comes back of a loan that was written off."""

    loan: LoanId
    kip: Kip
    note: str = ""
