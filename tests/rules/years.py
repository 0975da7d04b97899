"""Invented years for the tests of the closing: small, balanced, and quick to bend."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.rules.accounts import (
    CASH,
    LOAN_INTEREST,
    SAVINGS,
    Account,
    Family,
    Named,
    family,
    named_account,
)
from ledger.rules.closing_values import MemberYear, OfficerYear, SavingsMonth, YearFacts
from ledger.rules.codec import from_plain
from ledger.rules.days import FiscalYear, numbered_year
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId, Officer, OfficerId, Role
from ledger.rules.rulebook import (
    AllocationLine,
    Destination,
    LineKind,
    NamedAccount,
    ProfitRules,
    Rulebook,
)
from resources import path

RESERVE = named_account(Named.FUND, 1)
WELFARE = named_account(Named.FUND, 2)
DISTRICT = named_account(Named.NETWORK, 1)
COSTS = named_account(Named.EXPENSE, 1)
ACCOUNTS = (
    NamedAccount(RESERVE, "ກອງທຶນສະສົມ", "reserve"),
    NamedAccount(WELFARE, "ກອງທຶນສະຫວັດດີການ", "welfare"),
    NamedAccount(DISTRICT, "ກອງທຶນເມືອງ", "district_fund"),
    NamedAccount(COSTS, "ຄ່າໃຊ້ຈ່າຍທົ່ວໄປ", "general_costs"),
)
YEAR = numbered_year(2025, last_month=12)
AFTER = date(2026, 1, 10)


def line(kind: LineKind, to: Destination, amount: int = 0, **more: Any) -> AllocationLine:
    """One line of an allocation, named after where it goes."""
    if to in {Destination.FUND, Destination.NETWORK}:
        more.setdefault("account", RESERVE if to is Destination.FUND else DISTRICT)
    return AllocationLine(name=to.value, kind=kind, to=to, amount=amount, **more)


def percent(to: Destination, amount: int, **more: Any) -> AllocationLine:
    """A line of so many basis points of the profit."""
    return line(LineKind.PERCENT, to, amount, **more)


def rules(*lines: AllocationLine, **more: Any) -> ProfitRules:
    """Rules of the profit, with the reserve for whatever rounding leaves."""
    return ProfitRules(**{"lines": lines, "unit": 1, "remainder_fund": RESERVE, **more})


def rulebook(profit: ProfitRules) -> Rulebook:
    """The rules of an invented group."""
    day = date(2020, 1, 1)
    return Rulebook(valid_from=day, resolution="1/2020", accounts=ACCOUNTS, profit=profit)


def member(number: int, **more: Any) -> Member:
    """An invented member."""
    facts = {"name": f"ນາງ ຄຳ {number}", "joined": date(2020, 1, 5), **more}
    return Member(id=MemberId(number), number=str(number), **facts)


def saver(
    number: int, opening: Kip, *, monthly: Kip = 0, year: FiscalYear = YEAR, **more: Any
) -> MemberYear:
    """A member who had so much and saves the same on the last day of each month (kip)."""
    months = tuple(
        SavingsMonth(opening=opening + k * monthly, deposits=monthly, withdrawals=0, late=monthly)
        for k in range(len(year.months))
    )
    facts = {"member": member(number), "day_sum": opening * year.days, **more}
    return MemberYear(months=months, **facts)


def officer(number: int, role: Role, *, weight: int = 1, attended: int = 0) -> OfficerYear:
    """An invented officer."""
    person = Officer(OfficerId(number), f"ທ້າວ ບຸນ {number}", role, weight=weight)
    return OfficerYear(person, attended)


OFFICERS = (
    officer(1, Role.PRESIDENT, weight=3, attended=12),
    officer(2, Role.TREASURER, weight=2, attended=10),
    officer(3, Role.ACCOUNTANT, attended=2),
    officer(4, Role.ADVISER, weight=1, attended=1),
)


def balanced(accounts: Mapping[Account, Kip]) -> dict[Account, Kip]:
    """The accounts with as much cash (kip) as the rest of them asks for."""
    owed = (Family.LIABILITY, Family.EQUITY, Family.INCOME)
    cash = sum(kip if family(a) in owed else -kip for a, kip in accounts.items())
    return {CASH: cash, **accounts}


def facts(
    profit: ProfitRules | Rulebook,
    *,
    earned: Kip,
    members: Sequence[MemberYear] = (),
    accounts: Mapping[Account, Kip] | None = None,
    year: FiscalYear = YEAR,
    **more: Any,
) -> YearFacts:
    """A year in which the group earned so much loan interest, less 1 kip of costs (kip)."""
    book = rulebook(profit) if isinstance(profit, ProfitRules) else profit
    saved = sum(m.months[-1].closing for m in members)
    standing = {SAVINGS: saved, LOAN_INTEREST: earned + 1, COSTS: 1, **(accounts or {})}
    given = {"today": AFTER, "opening_balances": {}, "officers": OFFICERS, **more}
    return YearFacts(
        year=year, rulebook=book, balances=balanced(standing), members=tuple(members), **given
    )


def template(name: str) -> Rulebook:
    """One of the rule sets of the cupboard."""
    text = path(f"rules/{name}.json").read_text(encoding="utf-8")
    return from_plain(Rulebook, json.loads(text))
