"""The plain lists: trial balance, members' balances, loans, funds, the cash book."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan, LoanState
from ledger.rules.people import Member
from ledger.rules.transfers import EntryNumber, Kind


@dataclass(frozen=True, slots=True)
class TrialBalanceRow:
    """One account with what stands on it, in the column of its side (kip)."""

    account: Account
    debit: Kip
    credit: Kip


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """Every account on one day; both columns add up to the same (kip)."""

    day: date
    rows: tuple[TrialBalanceRow, ...]
    debit: Kip
    credit: Kip


@dataclass(frozen=True, slots=True)
class MemberBalance:
    """One member with her savings, what she owes, and an unclaimed dividend, in kip."""

    member: Member
    savings: Kip
    loans: Kip
    dividend: Kip


@dataclass(frozen=True, slots=True)
class LoanRow:
    """One loan with its borrower and where it stands."""

    loan: Loan
    member: Member
    guarantors: tuple[Member, ...]
    state: LoanState


@dataclass(frozen=True, slots=True)
class CashBookRow:
    """One entry that touched the cash box or a bank: in, out, and what was there after it (kip)."""

    number: EntryNumber
    day: date
    kinds: tuple[Kind, ...]
    member: Member | None
    note: str
    received: Kip
    paid: Kip
    balance: Kip


@dataclass(frozen=True, slots=True)
class Figures:
    """What the home page shows, in kip."""

    day: date
    members: int
    households: int
    cash: Kip
    banks: Kip
    savings: Kip
    loans_out: Kip
    loans_open: int
    overdue: Kip
    loans_overdue: int
    funds: Kip
    income: Kip
    expenses: Kip

    @property
    def profit(self) -> Kip:
        """This year's income less costs so far."""
        return self.income - self.expenses
