"""The annual statement: what the group has and owes, what it earned, and how that was shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.rules.accounts import Account, Family, Named, family, named_kind
from ledger.rules.balances import balances
from ledger.rules.closing_values import ClosingPlan, YearFacts
from ledger.rules.days import FiscalYear
from ledger.rules.kip import Kip
from ledger.rules.people import Member, Officer, Status, households_of
from ledger.rules.rulebook import Group, Rulebook
from ledger.statements.banks import BankRow
from ledger.statements.borrowings import BorrowingRow
from ledger.statements.fund_loans import FundLoansRow
from ledger.statements.gifts import GiftRow
from ledger.statements.later_findings import LaterFindingRow
from ledger.statements.network import NetworkRow
from ledger.statements.welfare import WelfareReport
from ledger.statements.year_set import YearSet

if TYPE_CHECKING:
    from ledger.statements.trail import Watched


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
    """One member on the list to be signed, in kip; `weight` is that of the rules' basis.

    `savings` are the compulsory ones, `voluntary` those beside them.
    """

    member: Member
    savings: Kip
    weight: int
    dividend: Kip
    refund: Kip
    excluded: bool = False
    voluntary: Kip = 0

    @property
    def total(self) -> Kip:
        """What she is to get."""
        return self.dividend + self.refund


@dataclass(frozen=True, slots=True)
class AnnualStatement:
    """Everything on the annual statement; `proposed` until the year has been closed.

    While the earlier year `earlier_open` is not closed either, what it earned is not shared here.
    """

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
    gifts: tuple[GiftRow, ...] = ()
    network: tuple[NetworkRow, ...] = ()
    banks: tuple[BankRow, ...] = ()
    welfare: WelfareReport | None = None
    borrowings: tuple[BorrowingRow, ...] = ()
    group_loans: tuple[BorrowingRow, ...] = ()
    lent: tuple[FundLoansRow, ...] = ()
    later: tuple[LaterFindingRow, ...] = ()
    more: YearSet | None = None
    watched: Watched | None = None
    earlier_open: int | None = None

    @property
    def until(self) -> date:
        """The day up to which the figures go: of a year that still runs, that of the print."""
        return figures_until(self.year, self.printed, proposed=self.proposed)


# --- builders -----------------------------------------------------------------------------


def figures_until(year: FiscalYear, printed: date, *, proposed: bool) -> date:
    """The day up to which the papers of a year go that were printed on a day."""
    return min(year.last, printed) if proposed else year.last


def annual_of(
    facts: YearFacts,
    plan: ClosingPlan,
    *,
    group: Group,
    printed: date,
    proposed: bool,
    spent: Mapping[Account, Kip],
    gifts: tuple[GiftRow, ...] = (),
    network: tuple[NetworkRow, ...] = (),
    banks: tuple[BankRow, ...] = (),
    borrowings: tuple[BorrowingRow, ...] = (),
) -> AnnualStatement:
    """The annual statement of a year with its closing, whether done or only proposed.

    `facts` are those the plan was made from, before any closing entry; so a closed year and its
    proposal give the same figures. `spent` is what each fund paid out in the year, in kip. The
    members stand in the order of the facts.
    """
    here = [m.member for m in facts.members if m.member.status in _HERE]
    return AnnualStatement(
        group=group,
        rulebook=facts.rulebook,
        year=facts.year,
        printed=printed,
        proposed=proposed,
        members=len(here),
        households=households_of(here),
        balance_sheet=balance_sheet_of(balances_after(facts.balances, plan)),
        income_statement=income_statement_of(plan),
        plan=plan,
        funds=fund_rows_of(facts, plan, spent=spent),
        dividends=dividend_rows_of(facts, plan),
        officers=tuple(o.officer for o in facts.officers),
        gifts=gifts,
        network=network,
        banks=banks,
        borrowings=borrowings,
        earlier_open=facts.earlier_open,
    )


_HERE = frozenset({Status.ACTIVE, Status.ON_LEAVE})


def balances_after(before: Mapping[Account, Kip], plan: ClosingPlan) -> Mapping[Account, Kip]:
    """What stands on each account (kip) once the entries of the plan are written."""
    moved = balances(t for entry in plan.entries for t in entry.transfers)
    after = Counter(before)
    after.update(moved)
    return dict(sorted(after.items()))


def balance_sheet_of(standing: Mapping[Account, Kip]) -> BalanceSheet:
    """The accounts of a closed year, in kip, on their two sides; empty ones are left out."""
    assets = _rows(standing, Family.ASSET)
    liabilities = _rows(standing, Family.LIABILITY)
    equity = _rows(standing, Family.EQUITY)
    return BalanceSheet(
        assets=assets,
        liabilities=liabilities,
        equity=equity,
        total_assets=_total(assets),
        total_liabilities=_total(liabilities),
        total_equity=_total(equity),
    )


def income_statement_of(plan: ClosingPlan) -> IncomeStatement:
    """What the year took in and what it cost, in kip."""
    income = _rows(plan.income, Family.INCOME)
    expenses = _rows(plan.expenses, Family.EXPENSE)
    return IncomeStatement(
        income=income,
        expenses=expenses,
        total_income=_total(income),
        total_expenses=_total(expenses),
        profit=plan.profit,
    )


def fund_rows_of(
    facts: YearFacts, plan: ClosingPlan, *, spent: Mapping[Account, Kip]
) -> tuple[FundRow, ...]:
    """Each fund of the rules, and each other that holds or held something, through the year.

    What a fund received is what must have come in for the rest to add up (kip); what it was
    allocated is below zero where it bore a loss.
    """
    after = balances_after(facts.balances, plan)
    known = {named.account for named in facts.rulebook.accounts}
    touched = {a for a in {*after, *facts.opening_balances} if _held(a, after, facts)}
    funds = sorted(a for a in known | touched if named_kind(a) is Named.FUND)
    return tuple(_fund_row(account, facts, after, spent) for account in funds)


def _held(account: Account, after: Mapping[Account, Kip], facts: YearFacts) -> bool:
    standing = (after.get(account), facts.balances.get(account))
    return any((*standing, facts.opening_balances.get(account)))


def _fund_row(
    account: Account,
    facts: YearFacts,
    after: Mapping[Account, Kip],
    spent: Mapping[Account, Kip],
) -> FundRow:
    opening = facts.opening_balances.get(account, 0)
    before = facts.balances.get(account, 0)
    paid = spent.get(account, 0)
    closing = after.get(account, 0)
    return FundRow(
        account=account,
        opening=opening,
        received=before - opening + paid,
        allocated=closing - before,
        spent=paid,
        closing=closing,
    )


def dividend_rows_of(facts: YearFacts, plan: ClosingPlan) -> tuple[DividendRow, ...]:
    """The members of the year with what each is to get, in the order of the facts."""
    return tuple(_dividend_rows(facts, plan))


def _dividend_rows(facts: YearFacts, plan: ClosingPlan) -> Iterator[DividendRow]:
    both = facts.rulebook.voluntary.dividend
    for year, share in zip(facts.members, plan.shares, strict=True):
        weighed = year.months[-1].closing if year.months else 0
        row = DividendRow(
            member=year.member,
            savings=weighed - year.voluntary if both else weighed,
            weight=share.weight,
            dividend=share.dividend,
            refund=share.refund,
            excluded=share.excluded,
            voluntary=year.voluntary,
        )
        # Who left in an earlier year has nothing to sign for.
        if row.savings or row.voluntary or row.weight or row.total or row.member.status in _HERE:
            yield row


def _rows(standing: Mapping[Account, Kip], wanted: Family) -> tuple[AmountRow, ...]:
    return tuple(
        AmountRow(account, kip)
        for account, kip in sorted(standing.items())
        if kip and family(account) is wanted
    )


def _total(rows: tuple[AmountRow, ...]) -> Kip:
    return sum(row.kip for row in rows)
