"""The group's own rules as one value with a first day; nothing in the program replaces it.

Every figure here is decided by the group, written in its minutes and entered with the number of
that resolution. An older rulebook stays readable for ever; the one of a day is the newest whose
`valid_from` is not after it. What a group may set: `rulebook_ranges`.
"""

from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import Account, fund_of_loans
from ledger.rules.fund_rules import NO_DECISIONS, FundRules, Level
from ledger.rules.group_permits import Permit
from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.loan_rules import (
    NO_LOANS,
    Ceiling,
    CeilingKind,
    InterestMethod,
    LateFine,
    LoanProduct,
    LoanRules,
    MonthCount,
    Purpose,
    Purse,
    ScheduleKind,
)
from ledger.rules.people import Role
from ledger.rules.people_rules import NOTHING_AGREED, DeathLoan, ExitDividend, PeopleRules
from ledger.rules.profit_rules import (
    NOTHING_SHARED,
    AllocationLine,
    Base,
    Destination,
    DividendBasis,
    DividendPayment,
    LineKind,
    LossRule,
    PoolSplit,
    ProfitRules,
)
from ledger.rules.saving_rules import (
    ANY_AMOUNT,
    NO_VOLUNTARY,
    InterestBasis,
    InterestPeriod,
    MissedMonth,
    NoticeUnit,
    SavingMode,
    SavingRules,
    SavingsProduct,
    VoluntaryRules,
    WithdrawalRule,
)
from ledger.rules.welfare_rules import NO_WELFARE, WelfareRules

__all__ = [
    "AllocationLine",
    "Base",
    "Ceiling",
    "CeilingKind",
    "DeathLoan",
    "Destination",
    "DividendBasis",
    "DividendPayment",
    "ExitDividend",
    "FundRules",
    "Group",
    "InterestBasis",
    "InterestMethod",
    "InterestPeriod",
    "LateFine",
    "Level",
    "LineKind",
    "LoanProduct",
    "LoanRules",
    "LossRule",
    "MissedMonth",
    "MonthCount",
    "NamedAccount",
    "NoticeUnit",
    "PeopleRules",
    "PoolSplit",
    "ProfitRules",
    "Purpose",
    "Purse",
    "Rulebook",
    "SavingMode",
    "SavingRules",
    "SavingsProduct",
    "ScheduleKind",
    "VoluntaryRules",
    "WelfareRules",
    "WithdrawalRule",
    "rulebook_of",
]


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """One of the group's own funds, banks, network bodies, or kinds of income and cost.

    `key` is a word of the catalogue for the usual ones ("welfare", "reserve"), so that a Thai
    paper shows them in Thai; otherwise `name` is printed as the group wrote it. `level` is how
    high a body of the network stands, or that it keeps a deposit; `monthly` (kip) what the group
    gives it each month, whatever the profit. `rate` is what a bank pays in a year, in basis
    points. From the day `closed` on the account takes no money.
    """

    account: Account
    name: str
    key: str = ""
    level: Level | None = None
    monthly: Kip = 0
    rate: BasisPoints = 0
    closed: date | None = None


# --- the whole ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one group from one day on.

    `fiscal_year_end` is the last month (1 to 12) of the group's year; `deposit_day` the day of the
    month on which it meets. `denominations` are the notes and coins it counts, in units, largest
    last. `closing_signatures` is how many different officers sign a closing;
    `receipt_signatures` and `voucher_signatures` are how many people sign for money that came in
    and for money that went out, whoever gave or took it among them.
    """

    valid_from: date
    resolution: str
    title: str = ""
    source: str = ""
    fiscal_year_end: int = 12
    deposit_day: int = 5
    denominations: tuple[Kip, ...] = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
    accounts: tuple[NamedAccount, ...] = ()
    saving: SavingRules = ANY_AMOUNT
    voluntary: VoluntaryRules = NO_VOLUNTARY
    welfare: WelfareRules = NO_WELFARE
    funds: FundRules = NO_DECISIONS
    loans: LoanRules = NO_LOANS
    profit: ProfitRules = NOTHING_SHARED
    roles: tuple[Role, ...] = (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER, Role.AUDITOR)
    closing_signatures: int = 2
    receipt_signatures: int = 2
    voucher_signatures: int = 3
    people: PeopleRules = NOTHING_AGREED

    def product(self, key: str) -> LoanProduct | None:
        """The loan product of that key, if the group has it."""
        return next((p for p in self.loans.products if p.key == key), None)

    def named(self, account: Account) -> NamedAccount | None:
        """The group's own account of that number, if it has it."""
        return next((a for a in self.accounts if a.account == account), None)

    def naming(self, account: Account) -> NamedAccount | None:
        """By what the group calls an account: its own, or the fund whose loans stand there."""
        return self.named(fund_of_loans(account) or account)


@dataclass(frozen=True, slots=True)
class Group:
    """Who the group is. `decimals` is 0 for kip and 2 for baht; `points` prints 1.000 for 1,000.

    `permits` is what it has agreed on about who may do what.
    """

    name: str
    village: str = ""
    zone: str = ""
    district: str = ""
    province: str = ""
    founded: date | None = None
    currency: str = "LAK"
    decimals: int = 0
    points: bool = False
    books_begin: date | None = None
    practice: bool = False
    permits: tuple[Permit, ...] = ()


def rulebook_of(rulebooks: tuple[Rulebook, ...], day: date) -> Rulebook:
    """The rulebook in force on a day: the newest that has begun; the first before that.

    Raises ValueError where there is none at all.
    """
    if not rulebooks:
        raise ValueError("a group without rules")
    begun = [r for r in rulebooks if r.valid_from <= day]
    return max(begun, key=lambda r: r.valid_from) if begun else rulebooks[0]
