"""Loans as the book has them: asked for, decided, and everything that moved on them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ledger.book.plain import day_of, value_of
from ledger.book.reading_entries import KINDS
from ledger.book.shelf import Parameters, Shelf
from ledger.rules.accounts import Account
from ledger.rules.days import FIRST_DAY
from ledger.rules.loan_events import EVENT_KINDS, LoanEvent
from ledger.rules.loan_moves import loan_move
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, LoanRequest
from ledger.rules.people import MemberId
from ledger.rules.rulebook import LoanProduct
from ledger.rules.transfers import LoanId, Transfer

OPEN = "(d.loan IS NULL OR d.approved = 1) AND coalesce(o.finished, 0) = 0"
"""Asked for and not refused, or approved, or paid out and something is still owed."""

TOUCHED_AFTER = (
    "SELECT t.loan FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    " WHERE e.day > :day AND t.loan IS NOT NULL"
)
"""The loans that moved after `:day`: open on that day, whatever became of them since."""

_FROM = (
    " FROM loan AS l LEFT JOIN loan_decision AS d ON d.loan = l.id"
    " LEFT JOIN loan_total AS o ON o.loan = l.id WHERE "
)
_LOANS = (
    "SELECT l.id, l.number, l.member, l.day, l.kip, l.purpose, l.product, l.months,"
    " coalesce((SELECT b.named FROM loan_before AS b WHERE b.loan = l.id AND b.kind = 'guarantors'"
    " ORDER BY b.id DESC LIMIT 1), l.guarantors), l.note,"
    " d.day, d.number, d.approved, d.kip, d.approvers, d.reason,"
    " (SELECT b.named FROM loan_before AS b WHERE b.loan = l.id AND b.kind = 'against')" + _FROM
)
_MOVES = (
    "SELECT t.loan, e.day, t.kip, t.kind, t.debit, t.credit FROM transfer AS t"
    " JOIN entry AS e ON e.number = t.entry"
    " WHERE t.loan IN (SELECT l.id" + _FROM + "{where}) ORDER BY t.loan, t.entry, t.line"
)
_EVENTS = (
    "SELECT v.loan, v.kind, v.facts FROM loan_act AS v"
    " WHERE v.loan IN (SELECT l.id" + _FROM + "{where}) ORDER BY v.id"
)
_ANY_EVENT = "SELECT EXISTS (SELECT 1 FROM loan_act)"


def loans_where(shelf: Shelf, where: str, parameters: Parameters = ()) -> tuple[Loan, ...]:
    """The loans of a condition over l (asked), d (decided) and o (sums), in the book's order."""
    moves = _moves(shelf, where, parameters)
    events = _events(shelf, where, parameters)
    return tuple(
        Loan(
            id=LoanId(row[0]),
            number=row[1],
            request=LoanRequest(
                member=MemberId(row[2]),
                day=day_of(row[3]),
                kip=row[4],
                purpose=row[5],
                product=product_of(row[6]),
                months=row[7],
                guarantors=tuple(MemberId(m) for m in json.loads(row[8])),
                note=row[9],
            ),
            decision=None if row[10] is None else _decision(row[10:]),
            moves=tuple(moves.get(row[0], ())),
            events=tuple(events.get(row[0], ())),
        )
        for row in shelf.rows(_LOANS + where + " ORDER BY l.id", parameters)
    )


@lru_cache(maxsize=512)
def product_of(text: str) -> LoanProduct:
    """The terms of a loan; a group has few kinds, and hundreds of loans share each text."""
    return value_of(LoanProduct, text)


def _decision(row: Sequence[Any]) -> LoanDecision:
    day, number, approved, kip, approvers, reason, against = row
    return LoanDecision(
        day=day_of(day),
        number=number,
        approved=bool(approved),
        kip=kip,
        approvers=tuple(json.loads(approvers)),
        reason=reason,
        against=() if against is None else tuple(json.loads(against)),
    )


def _events(shelf: Shelf, where: str, parameters: Parameters) -> dict[int, list[LoanEvent]]:
    events: defaultdict[int, list[LoanEvent]] = defaultdict(list)
    if shelf.one(_ANY_EVENT)[0]:
        for loan, kind, facts in shelf.rows(_EVENTS.format(where=where), parameters):
            events[loan].append(value_of(EVENT_KINDS[kind], facts))
    return events


def kind_of(event: LoanEvent) -> str:
    """The word under which the book keeps an event of a loan."""
    return next(word for word, kind in EVENT_KINDS.items() if type(event) is kind)


def _moves(shelf: Shelf, where: str, parameters: Parameters) -> dict[int, list[LoanMove]]:
    moves: defaultdict[int, list[LoanMove]] = defaultdict(list)
    for loan, day, kip, *what in shelf.rows(_MOVES.format(where=where), parameters):
        meaning = _meaning(*what)
        if meaning is not None:
            moves[loan].append(LoanMove(day_of(day), meaning.kind, meaning.kip * kip))
    return moves


@lru_cache(maxsize=512)
def _meaning(kind: str, debit: int, credit: int) -> LoanMove | None:
    """What such a transfer means for its loan, said by the rules for a single kip."""
    one = Transfer(KINDS[kind], Account(debit), Account(credit), 1, loan=LoanId(1))
    return loan_move(one, day=FIRST_DAY)
