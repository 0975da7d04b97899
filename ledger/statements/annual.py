"""The annual statement: what the group has and owes, what it earned, and how that was shared."""

from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.days import FiscalYear
from ledger.rules.kip import Kip
from ledger.rules.people import Member, Officer
from ledger.rules.rulebook import Group, Rulebook


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One account with its amount in kip."""

    account: Account
    kip: Kip


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """What the group has on one side, what it owes and its own money on the other, in kip."""

    assets: tuple[AmountRow, ...]
    liabilities: tuple[AmountRow, ...]
    equity: tuple[AmountRow, ...]
    total_assets: Kip
    total_liabilities: Kip
    total_equity: Kip


@dataclass(frozen=True, slots=True)
class IncomeStatement:
    """Income less costs of one year, in kip."""

    income: tuple[AmountRow, ...]
    expenses: tuple[AmountRow, ...]
    total_income: Kip
    total_expenses: Kip
    profit: Kip


@dataclass(frozen=True, slots=True)
class FundRow:
    """One fund through the year, in kip: opening + received + allocated - spent = closing."""

    account: Account
    opening: Kip
    received: Kip
    allocated: Kip
    spent: Kip
    closing: Kip


@dataclass(frozen=True, slots=True)
class DividendRow:
    """One member on the list to be signed, in kip; `weight` is that of the rules' basis."""

    member: Member
    savings: Kip
    weight: int
    dividend: Kip
    refund: Kip
    excluded: bool = False

    @property
    def total(self) -> Kip:
        """What she is to get."""
        return self.dividend + self.refund


@dataclass(frozen=True, slots=True)
class AnnualStatement:
    """Everything on the annual statement; `proposed` until the year has been closed."""

    group: Group
    rulebook: Rulebook
    year: FiscalYear
    printed: date
    proposed: bool
    members: int
    households: int
    balance_sheet: BalanceSheet
    income_statement: IncomeStatement
    plan: ClosingPlan
    funds: tuple[FundRow, ...]
    dividends: tuple[DividendRow, ...]
    officers: tuple[Officer, ...]
