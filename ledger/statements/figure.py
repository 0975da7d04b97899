"""Any figure that somebody may point at, so that it can be asked where it comes from."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.rules.accounts import (
    CASH,
    FUND_LOANS,
    LATE_FINES,
    LOAN_INTEREST,
    LOANS,
    SAVINGS,
    VOLUNTARY_SAVINGS,
    Account,
    Named,
    loans_of,
    named_kind,
)
from ledger.rules.loan_values import MoveKind
from ledger.rules.meeting_values import Column
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import EntryNumber, Kind, LoanId, MeetingId


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
    REFUND = "refund"
    SHARE = "share"
    AT_STAKE = "at_stake"
    DUE_PRINCIPAL = "due_principal"
    DUE_INTEREST = "due_interest"
    DUE_TOGETHER = "due_together"
    DUE_PAID = "due_paid"
    LENDER = "lender"
    SPARED = "spared"
    WELFARE_DUE = "welfare_due"
    PENSION = "pension"
    CELL = "cell"
    BOX = "box"
    LATE = "late"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that somebody points at, as at the end of `day`.

    `accounts` are the accounts that it is the sum of (of `member` alone under SAVINGS, OWED, HERS),
    counted from the day `since` on where it is given; `year` is the group's year under PROFIT and
    DIVIDEND. Under MOVES what the first kind of `moves` came to counts, less that of the others.
    Under ENTRY the one entry of the number `entry` is the figure itself; elsewhere the figure is
    what stood there when that entry had been written. With `kinds` only such movements count.
    AT_STAKE is of all the `loans` together, the DUE kinds are of a loan's day `due`; of a PENSION
    `since` is the first day of its month. A CELL is what stands on a sheet in a `column` (None:
    in all of them) for `member`, or for everybody; the BOX is the cash
    that it leaves. A LINE is the part of a year's profit that the
    rules' line of the number `line` (from 0) gives.

    `written` asks the book as it stood on that day; `rules` reckon a year by rules that are only
    tried out. Of a `nameless` figure it is not told whose it is.
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
    loans: tuple[LoanId, ...] = ()
    due: date | None = None
    sheet: MeetingId | None = None
    column: Column | None = None
    line: int = 0
    written: date | None = None
    rules: Rulebook | None = None
    nameless: bool = False


HER_LOANS = (LOANS, *map(Account, FUND_LOANS))
"""Where loans to members stand, whoever's money was lent."""
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
    return Figure(Asked.OWED, day, accounts=HER_LOANS, member=member, entry=upto)


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


def share_figure(asked: Asked, member: MemberId, year: int, day: date) -> Figure:
    """A member's refund of interest of a year, or that and her dividend together (kip)."""
    return Figure(asked, day, accounts=(LOAN_INTEREST,), member=member, year=year)


def line_figure(line: int, year: int, day: date, rules: Rulebook | None = None) -> Figure:
    """What one line of the rules gets of a year's profit, by rules that are tried out if given."""
    return Figure(Asked.LINE, day, year=year, line=line, rules=rules)


def example_figure(figure: Figure, rules: Rulebook | None = None) -> Figure:
    """The figure of a member who serves as an example without her name."""
    return replace(figure, rules=rules, nameless=True)


def at_stake_figure(day: date, *loans: LoanId) -> Figure:
    """What is owed on some loans together, or was asked for and is not handed over yet (kip)."""
    return Figure(Asked.AT_STAKE, day, accounts=HER_LOANS, loans=loans)


def due_figure(asked: Asked, loan: LoanId, due: date, day: date) -> Figure:
    """What falls due on a day of a loan, or was paid of it up to another day (kip)."""
    return Figure(asked, day, loan=loan, due=due)


def lender_figure(asked: Asked, member: MemberId, first: date, last: date) -> Figure:
    """What a moneylender would have taken from a member between two days, or what she spared."""
    return Figure(asked, last, accounts=(LOAN_INTEREST,), since=first, member=member)


def welfare_figure(
    asked: Asked, member: MemberId, fund: Account, day: date, since: date | None = None
) -> Figure:
    """What a member still has to give to the welfare fund, or her pension of a month (kip)."""
    kind = Kind.BENEFIT if asked is Asked.PENSION else Kind.WELFARE
    return Figure(asked, day, accounts=(fund,), member=member, since=since, kinds=(kind,))


def cell_figure(
    sheet: MeetingId, day: date, column: Column | None = None, member: MemberId | None = None
) -> Figure:
    """What stands on a sheet in a column for a member, or a sum of its columns or rows (kip)."""
    return Figure(Asked.CELL, day, sheet=sheet, column=column, member=member)


def box_figure(sheet: MeetingId, day: date) -> Figure:
    """The cash (kip) that the box should hold after a sheet."""
    return Figure(Asked.BOX, day, sheet=sheet)


def as_written(figure: Figure | None, day: date) -> Figure | None:
    """The same figure in the book as it stood on a day."""
    return None if figure is None else replace(figure, written=day)


@dataclass(frozen=True, slots=True)
class HeadlineFigures:
    """The large figures of the first page, as they can be asked about."""

    cash: Figure
    banks: Figure
    savings: Figure
    loans: Figure
    funds: Figure
    profit: Figure
    overdue: Figure


def headline_figures(rulebook: Rulebook, year: int, day: date) -> HeadlineFigures:
    """The large figures as at the end of a day in a group's year (kip)."""
    kinds = [(named_kind(named.account), named.account) for named in rulebook.accounts]
    banks = [account for kind, account in kinds if kind is Named.BANK]
    funds = [account for kind, account in kinds if kind is Named.FUND]
    return HeadlineFigures(
        cash=accounts_figure(day, CASH),
        banks=accounts_figure(day, *banks),
        savings=accounts_figure(day, SAVINGS, VOLUNTARY_SAVINGS),
        loans=accounts_figure(day, LOANS),
        funds=accounts_figure(day, *funds),
        profit=profit_figure(year, day),
        overdue=Figure(Asked.LATE, day),
    )
