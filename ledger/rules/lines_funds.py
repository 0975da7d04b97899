"""What can happen with the group's own money beside the box: funds, network, bank, lenders.

The lines of `ledger.rules.lines` that belong to this part. Amounts are kip above zero. A `bank`
says that the money goes straight out of the bank, or into it; without one it is cash.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip


@dataclass(frozen=True, slots=True)
class FundMoved:
    """Money of one fund becomes another fund's, by a decision; no cash moves."""

    fund: Account
    to: Account
    kip: Kip
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BankFee:
    """The bank has taken a fee: a cost of the year."""

    bank: Account
    kip: Kip
    note: str = ""


@dataclass(frozen=True, slots=True)
class NetworkDue:
    """A contribution to a body of the network falls due: a cost of the year, still to be paid."""

    account: Account
    kip: Kip
    note: str = ""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """The money of an agreed borrowing comes, whole."""

    lender: Account
    kip: Kip
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class LenderPaid:
    """The group pays a lender; the rules divide the amount between interest and principal."""

    lender: Account
    kip: Kip
    receipt: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class GroupLent:
    """The money that was agreed with another village's group goes to it, whole."""

    account: Account
    kip: Kip
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class GroupPaid:
    """Another village's group pays what it owes; the rules divide it like a payment to a lender."""

    account: Account
    kip: Kip
    bank: Account | None = None


FundLine: TypeAlias = (
    FundMoved | BankFee | NetworkDue | Borrowed | LenderPaid | GroupLent | GroupPaid
)
