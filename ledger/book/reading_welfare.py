"""The welfare fund as the book has it: claims with what became of them, its costs, its cash."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from ledger.book.plain import day_of, day_or_none, number_of, value_of
from ledger.book.shelf import Parameters, Shelf
from ledger.rules.accounts import CASH, Account, loans_of
from ledger.rules.claims import Claim, ClaimDecision, ClaimRequest, Reckoning, ReckonRow
from ledger.rules.kip import WHOLE, Kip
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import ClaimId
from ledger.rules.welfare_cash import welfare_cash
from ledger.rules.welfare_dues import welfare_year
from ledger.rules.welfare_facts import WelfareFacts
from ledger.rules.welfare_rules import Benefit, WelfareRules

WAITING = "d.approved = 1 AND p.day IS NULL"
"""Approved, and the money has not been handed over."""

_CLAIMS = (
    "SELECT c.id, c.number, c.member, c.day, c.benefit, c.first, c.last, c.units, c.evidence,"
    " c.kip, c.reckoning, d.day, d.number, d.approved, d.confirmers, d.reason, p.day"
    " FROM claim AS c LEFT JOIN claim_decision AS d ON d.claim = c.id"
    " LEFT JOIN (SELECT w.claim, e.day FROM claim_paid AS w JOIN entry AS e ON e.number = w.entry"
    " WHERE NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = w.entry)) AS p"
    " ON p.claim = c.id WHERE {where} ORDER BY c.id"
)
_COSTS = (
    "SELECT CASE WHEN e.reverses IS NULL THEN t.debit ELSE t.credit END,"
    " sum(CASE WHEN e.reverses IS NULL THEN t.kip ELSE -t.kip END)"
    " FROM entry AS e CROSS JOIN transfer AS t WHERE t.entry = e.number"
    " AND e.day BETWEEN ? AND ? AND t.kind = 'fund_spent' GROUP BY 1"
)
_LATER = (
    "SELECT e.day, t.debit, t.credit, sum(t.kip) FROM entry AS e CROSS JOIN transfer AS t"
    " WHERE t.entry = e.number AND e.day > ? GROUP BY e.day, t.debit, t.credit"
)

# A benefit that a claim does not account for was handed over before the group had a table.
_OTHERS = (
    "SELECT t.member, e.day, CASE WHEN e.reverses IS NULL THEN t.kip ELSE -t.kip END"
    " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.kind = 'benefit' AND t.member IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM claim_paid AS p WHERE p.entry IN (e.number, e.reverses)"
    ") ORDER BY e.number"
)


def claims_where(shelf: Shelf, where: str = "1", parameters: Parameters = ()) -> tuple[Claim, ...]:
    """The claims of a condition over c (asked), d (decided) and p (paid), in the book's order."""
    return tuple(_claim(row) for row in shelf.rows(_CLAIMS.format(where=where), parameters))


def _claim(row: tuple[Any, ...]) -> Claim:
    return Claim(
        id=ClaimId(row[0]),
        number=row[1],
        request=ClaimRequest(
            member=MemberId(row[2]),
            day=day_of(row[3]),
            benefit=value_of(Benefit, row[4]),
            first=day_of(row[5]),
            last=day_of(row[6]),
            units=row[7],
            evidence=row[8],
        ),
        reckoning=Reckoning(rows=value_of(tuple[ReckonRow, ...], row[10]), kip=row[9]),
        decision=None if row[11] is None else _decision(*row[11:16]),
        paid=day_or_none(row[16]),
    )


def _decision(day: int, number: str, approved: int, confirmers: str, reason: str) -> ClaimDecision:
    return ClaimDecision(
        day=day_of(day),
        number=number,
        approved=bool(approved),
        confirmers=tuple(json.loads(confirmers)),
        reason=reason,
    )


def read_welfare_facts(
    shelf: Shelf, rulebook: Rulebook, day: date, balances: Mapping[Account, Kip]
) -> WelfareFacts:
    """What must be known of the fund before money of a day is written; `balances` are now's."""
    rules = rulebook.welfare
    if rules.fund is None:
        return WelfareFacts()
    waiting = claims_where(shelf, WAITING) if _any_claim(shelf) else ()
    return WelfareFacts(
        claims={claim.id: claim for claim in waiting},
        costs={} if rules.costs_most == WHOLE else _costs(shelf, rules, day),
        free_low=_free_low(shelf, rules, day, balances) if rules.apart else None,
    )


def _any_claim(shelf: Shelf) -> bool:
    return bool(shelf.rows("SELECT 1 FROM claim LIMIT 1"))


def _costs(shelf: Shelf, rules: WelfareRules, day: date) -> dict[Account, Kip]:
    year = welfare_year(rules, day)
    rows = shelf.rows(_COSTS, (number_of(year.first), number_of(year.last)))
    return {Account(account): kip for account, kip in rows}


def _free_low(shelf: Shelf, rules: WelfareRules, day: date, balances: Mapping[Account, Kip]) -> Kip:
    """The lowest of the box without the fund's money, on the day or any later day written (kip)."""
    lent = None if rules.fund is None else loans_of(rules.fund)
    its = (CASH, rules.fund, rules.bank, lent)
    standing = {account: balances.get(account, 0) for account in its if account is not None}
    moved: defaultdict[int, list[tuple[Account, Account, Kip]]] = defaultdict(list)
    for later, debit, credit, kip in shelf.rows(_LATER, (number_of(day),)):
        moved[later].append((debit, credit, kip))
    lowest = standing[CASH] - welfare_cash(rules, standing)
    # From the newest day backwards: taking a day's movement off gives the day before it.
    for later in sorted(moved, reverse=True):
        for debit, credit, kip in moved[later]:
            for account, sign in ((debit, -1), (credit, 1)):
                if account in standing:
                    standing[account] += sign * kip * (-1 if account == rules.fund else 1)
        lowest = min(lowest, standing[CASH] - welfare_cash(rules, standing))
    return lowest


def other_benefits(shelf: Shelf) -> list[tuple[MemberId, date, Kip]]:
    """What members were paid without a claim: whom, when, and kip, below zero where taken back."""
    return [(MemberId(member), day_of(day), kip) for member, day, kip in shelf.rows(_OTHERS)]
