"""The things that can happen with money on one day, each as the committee would say it.

A meeting, a day sheet, a file of past days and the practice group all become a row of these lines;
`ledger.rules.posting` checks them against the rules and turns them into entries. All amounts are
kip above zero.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ledger.rules.accounts import Account
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines_findings import FindingLine
from ledger.rules.lines_funds import FundLine
from ledger.rules.lines_loans import GuarantorPaid, LoanRecovered
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.lines_welfare import ClaimPaid
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId


@dataclass(frozen=True, slots=True)
class Deposit:
    """A member saves; `month` is the month it is for, when it is not the month of the day."""

    member: MemberId
    kip: Kip
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A member takes savings out."""

    member: MemberId
    kip: Kip


@dataclass(frozen=True, slots=True)
class WelfarePaid:
    """A member gives her welfare contribution."""

    member: MemberId
    kip: Kip


class Fee(StrEnum):
    """The fees and fines that are not about a loan."""

    ENTRY = "entry_fee"
    PASSBOOK = "passbook_fee"
    MISSED = "missed_fine"


@dataclass(frozen=True, slots=True)
class FeePaid:
    """A member pays a fee, or the fine for a missed month."""

    member: MemberId
    fee: Fee
    kip: Kip


@dataclass(frozen=True, slots=True)
class LoanPaidOut:
    """An approved loan is handed over: so much of it, or all that is left where nothing is said.

    The product's fee is taken in the same turn as the first part.
    """

    loan: LoanId
    kip: Kip | None = None


@dataclass(frozen=True, slots=True)
class Repaid:
    """A borrower pays; the rules divide the amount among fine, interest and principal."""

    loan: LoanId
    kip: Kip


@dataclass(frozen=True, slots=True)
class RepaidAs:
    """A borrower pays, and the three parts were agreed at the table (the grid's three columns)."""

    loan: LoanId
    fine: Kip = 0
    interest: Kip = 0
    principal: Kip = 0


@dataclass(frozen=True, slots=True)
class SavingsInterest:
    """The group credits interest to a member's savings: a cost of the year."""

    member: MemberId
    kip: Kip


@dataclass(frozen=True, slots=True)
class Spent:
    """The group pays a cost, of one of its kinds, from the cash box or straight from a bank."""

    account: Account
    kip: Kip
    note: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """The group receives other income, of one of its kinds, in cash or straight into a bank."""

    account: Account
    kip: Kip
    note: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class ToBank:
    """Cash is carried to the bank."""

    bank: Account
    kip: Kip


@dataclass(frozen=True, slots=True)
class FromBank:
    """Money is fetched from the bank."""

    bank: Account
    kip: Kip


@dataclass(frozen=True, slots=True)
class BankInterest:
    """The bank has credited interest."""

    bank: Account
    kip: Kip


@dataclass(frozen=True, slots=True)
class FundSpent:
    """Money of a fund is spent in cash or from a bank; a welfare benefit where it is a member's."""

    fund: Account
    kip: Kip
    note: str = ""
    member: MemberId | None = None
    decision: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class FundGift:
    """Somebody gives into a fund, in cash or straight into a bank."""

    fund: Account
    kip: Kip
    note: str = ""
    giver: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class SeedMoney:
    """The group receives capital that belongs to no member (a revolving fund, a grant)."""

    kip: Kip
    note: str = ""
    giver: str = ""
    bank: Account | None = None


class DividendWay(StrEnum):
    """How a member takes her dividend."""

    CASH = "cash"
    SAVINGS = "savings"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class DividendTaken:
    """A member takes (part of) the dividend that the group owes her; `loan` where it offsets."""

    member: MemberId
    kip: Kip
    way: DividendWay
    loan: LoanId | None = None


@dataclass(frozen=True, slots=True)
class PayablePaid:
    """The group pays, in cash or from a bank, what it owes committee, advisers or network."""

    account: Account
    kip: Kip
    note: str = ""
    receipt: str = ""
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class CashDiffers:
    """The box held more (above zero) or less (below zero) than the book; with the reason."""

    kip: Kip
    reason: str


Line: TypeAlias = (
    Deposit
    | Withdrawal
    | VoluntaryDeposit
    | VoluntaryWithdrawal
    | WelfarePaid
    | FeePaid
    | LoanPaidOut
    | Repaid
    | RepaidAs
    | GuarantorPaid
    | LoanRecovered
    | SavingsInterest
    | Spent
    | Received
    | ToBank
    | FromBank
    | BankInterest
    | FundSpent
    | FundGift
    | SeedMoney
    | DividendTaken
    | PayablePaid
    | CashDiffers
    | ClaimPaid
    | FundLine
    | FindingLine
    | SettlementPaid
)
