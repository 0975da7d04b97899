"""The places where the group's money can stand, each a number with a side.

An account is a whole number; its first digit says what it is: 1 what the group has, 2 what it
owes, 3 its funds and its own money, 4 income of the year, 5 costs of the year. What belongs to one
member or one loan is not an account of its own: a transfer names the member and the loan beside.
"""

from enum import StrEnum
from typing import NewType

Account = NewType("Account", int)

CASH = Account(1000)
LOANS = Account(1100)
LOANS_PASSING = Account(1199)
"""Where a loan stands for the moment in which it passes from one borrower to another."""
CLAIMS_ON_MEMBERS = Account(1400)
"""What members owe from later findings about a closed year."""
SAVINGS = Account(2000)
VOLUNTARY_SAVINGS = Account(2001)
DIVIDENDS_PAYABLE = Account(2010)
COMMITTEE_PAYABLE = Account(2020)
ADVISERS_PAYABLE = Account(2021)
SETTLEMENTS_PAYABLE = Account(2030)
OWED_TO_MEMBERS = Account(2040)
"""What the group owes members from later findings about a closed year."""
SEED_MONEY = Account(3900)
CARRIED_FORWARD = Account(3901)
YEAR_RESULT = Account(3902)
OPENING = Account(3999)
LOAN_INTEREST = Account(4000)
LATE_FINES = Account(4001)
MISSED_FINES = Account(4002)
ENTRY_FEES = Account(4003)
PASSBOOK_FEES = Account(4004)
LOAN_FEES = Account(4005)
BANK_INTEREST = Account(4006)
CASH_OVER = Account(4007)
LOANS_RECOVERED = Account(4008)
GROUP_INTEREST = Account(4009)
"""What other villages' groups have paid for the money that was lent to them."""
SAVINGS_INTEREST = Account(5000)
CASH_SHORT = Account(5001)
LOANS_WRITTEN_OFF = Account(5002)
BORROWING_INTEREST = Account(5003)
NETWORK_DUES = Account(5004)
BANK_FEES = Account(5005)
EXIT_DIVIDENDS = Account(5006)


class Side(StrEnum):
    """On which side an account grows."""

    DEBIT = "debit"
    CREDIT = "credit"


class Family(StrEnum):
    """What an account is, in the words of the annual statement."""

    # Looked up for every transfer: the word's own hash is many times quicker.
    __hash__ = str.__hash__

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class Named(StrEnum):
    """The kinds of account that a group adds itself, by name."""

    BANK = "bank"
    NETWORK = "network"
    LENDER = "lender"
    GROUP = "group"
    FUND = "fund"
    INCOME = "income"
    EXPENSE = "expense"


_BASES = {
    Named.BANK: 1000,
    Named.NETWORK: 2100,
    Named.LENDER: 2200,
    Named.GROUP: 1300,
    Named.FUND: 3000,
    Named.INCOME: 4100,
    Named.EXPENSE: 5100,
}
_SIDES = {
    Family.ASSET: Side.DEBIT,
    Family.LIABILITY: Side.CREDIT,
    Family.EQUITY: Side.CREDIT,
    Family.INCOME: Side.CREDIT,
    Family.EXPENSE: Side.DEBIT,
}
NAMED_MAX = 99
"""A group adds at most this many accounts of one kind."""

_FAMILIES = {
    1: Family.ASSET,
    2: Family.LIABILITY,
    3: Family.EQUITY,
    4: Family.INCOME,
    5: Family.EXPENSE,
}


def named_account(kind: Named, number: int) -> Account:
    """The group's own account `number` (1 to 99) of a kind; ValueError outside that range."""
    if not 1 <= number <= NAMED_MAX:
        raise ValueError(f"a group has {kind} accounts 1 to {NAMED_MAX}, not {number}")
    return Account(_BASES[kind] + number)


def named_kind(account: Account) -> Named | None:
    """Which kind of the group's own accounts this is; nothing for the fixed ones."""
    for kind, base in _BASES.items():
        if base < account <= base + NAMED_MAX and account not in _FIXED:
            return kind
    return None


_FUND_LOANS = 1200
FUND_LOANS = range(_FUND_LOANS + 1, _FUND_LOANS + NAMED_MAX + 1)
"""Where loans stand that are lent from the funds, fund by fund."""
FUNDS = range(_BASES[Named.FUND] + 1, _BASES[Named.FUND] + NAMED_MAX + 1)
"""The numbers that funds can have."""


def loans_of(fund: Account | None) -> Account:
    """Where loans stand that were lent from a fund, or from the group's own money (None).

    ValueError for an account that is no fund.
    """
    if fund is None:
        return LOANS
    if named_kind(fund) is not Named.FUND:
        raise ValueError(f"account {fund} is no fund")
    return Account(fund - _BASES[Named.FUND] + _FUND_LOANS)


def is_loans(account: Account) -> bool:
    """Whether loans to members stand here, lent from a fund or not."""
    return account == LOANS or fund_of_loans(account) is not None


def fund_of_loans(account: Account) -> Account | None:
    """The fund whose loans stand on this account; nothing for every other account."""
    if account in FUND_LOANS:
        return Account(account - _FUND_LOANS + _BASES[Named.FUND])
    return None


def family(account: Account) -> Family:
    """What the account is; ValueError for a number that no account can have."""
    try:
        return _FAMILIES[account // 1000]
    except KeyError:
        raise ValueError(f"no account has the number {account}") from None


def side(account: Account) -> Side:
    """On which side the account grows: what the group has and its costs on the debit side."""
    return _SIDES[family(account)]


_FIXED = frozenset(
    {
        CASH,
        LOANS,
        LOANS_PASSING,
        CLAIMS_ON_MEMBERS,
        SAVINGS,
        VOLUNTARY_SAVINGS,
        DIVIDENDS_PAYABLE,
        COMMITTEE_PAYABLE,
        ADVISERS_PAYABLE,
        SETTLEMENTS_PAYABLE,
        OWED_TO_MEMBERS,
        SEED_MONEY,
        CARRIED_FORWARD,
        YEAR_RESULT,
        OPENING,
        LOAN_INTEREST,
        LATE_FINES,
        MISSED_FINES,
        ENTRY_FEES,
        PASSBOOK_FEES,
        LOAN_FEES,
        BANK_INTEREST,
        CASH_OVER,
        LOANS_RECOVERED,
        GROUP_INTEREST,
        SAVINGS_INTEREST,
        CASH_SHORT,
        LOANS_WRITTEN_OFF,
        BORROWING_INTEREST,
        NETWORK_DUES,
        BANK_FEES,
        EXIT_DIVIDENDS,
    }
)
FIXED_ACCOUNTS: tuple[Account, ...] = tuple(sorted(_FIXED))
"""The accounts that every group has, in order."""
