"""Any figure that somebody may point at, so that it can be asked where it comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.accounts import (
    FUND_LOANS,
    LATE_FINES,
    LOAN_INTEREST,
    LOANS,
    SAVINGS,
    Account,
    loans_of,
)
from ledger.rules.loan_values import MoveKind
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber, Kind, LoanId


class Asked(StrEnum):
    """What kind of figure is asked about."""

    ACCOUNTS = "accounts"
    SAVINGS = "savings"
    OWED = "owed"
    HERS = "hers"
    ENTRY = "entry"
    PRINCIPAL = "principal"
    INTEREST_DUE = "interest_due"
    FINE_DUE = "fine_due"
    OVERDUE = "overdue"
    MOVES = "moves"
    PROFIT = "profit"
    DIVIDEND = "dividend"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that somebody points at, as at the end of `day`.

    `accounts` are the accounts that it is the sum of (of `member` alone under SAVINGS, OWED, HERS),
    counted from the day `since` on where it is given; `year` is the group's year under PROFIT and
    DIVIDEND. Under MOVES what the first kind of `moves` came to counts, less that of the others.
    Under ENTRY the one entry of the number `entry` is the figure itself; elsewhere the figure is
    what stood there when that entry had been written. With `kinds` only such movements count.
    """

    asked: Asked
    day: date
    accounts: tuple[Account, ...] = ()
    since: date | None = None
    member: MemberId | None = None
    loan: LoanId | None = None
    year: int = 0
    entry: EntryNumber | None = None
    moves: tuple[MoveKind, ...] = ()
    kinds: tuple[Kind, ...] = ()


_LENT = tuple(map(Account, FUND_LOANS))
_PAID = {Asked.INTEREST_DUE: LOAN_INTEREST, Asked.FINE_DUE: LATE_FINES}


def accounts_figure(
    day: date, *accounts: Account, since: date | None = None, upto: EntryNumber | None = None
) -> Figure:
    """What stands on some accounts at a day's end, or when entry `upto` had been written."""
    return Figure(Asked.ACCOUNTS, day, accounts=accounts, since=since, entry=upto)


def savings_figure(
    member: MemberId, day: date, account: Account = SAVINGS, *, upto: EntryNumber | None = None
) -> Figure:
    """What a member has saved at a day's end, or when entry `upto` had been written."""
    return Figure(Asked.SAVINGS, day, accounts=(account,), member=member, entry=upto)


def owed_figure(member: MemberId, day: date, *, upto: EntryNumber | None = None) -> Figure:
    """What a member owes on all her loans at a day's end, without interest; `upto` as above."""
    return Figure(Asked.OWED, day, accounts=(LOANS, *_LENT), member=member, entry=upto)


def hers_figure(
    member: MemberId, day: date, account: Account, *kinds: Kind, since: date | None = None
) -> Figure:
    """What a member's movements of some kinds came to on an account, from one day to another."""
    return Figure(Asked.HERS, day, accounts=(account,), since=since, member=member, kinds=kinds)


def entry_figure(entry: EntryNumber, day: date) -> Figure:
    """The amount of one entry."""
    return Figure(Asked.ENTRY, day, entry=entry)


def loan_figure(asked: Asked, loan: LoanId, day: date, fund: Account | None = None) -> Figure:
    """What is owed on a loan at a day's end; with the entries that paid the same before.

    `fund` is the one that the loan was lent from, if it was not the group's own money: it gets
    the interest and the fines as well.
    """
    account = fund or _PAID[asked] if asked in _PAID else loans_of(fund)
    return Figure(asked, day, accounts=(account,), loan=loan)


def moves_figure(loan: LoanId, day: date, *moves: MoveKind, since: date | None = None) -> Figure:
    """What moved on a loan up to a day's end: of the first kind, less that of the others."""
    return Figure(Asked.MOVES, day, since=since, loan=loan, moves=moves)


def profit_figure(year: int, day: date) -> Figure:
    """The profit of a group's year as it stands on a day."""
    return Figure(Asked.PROFIT, day, year=year)


def dividend_figure(member: MemberId, year: int, day: date) -> Figure:
    """A member's dividend of a year; with the entries that moved her savings in it."""
    return Figure(Asked.DIVIDEND, day, accounts=(SAVINGS,), member=member, year=year)
