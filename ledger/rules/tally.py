"""The book in pencil: what stands where while the lines of one day are gone through in order.

The one value of this room that changes while it is worked with. It is made from the day's facts,
moved only by transfers, and thrown away when the lines are done; a refusal leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from ledger.rules.accounts import (
    CASH,
    CLAIMS_ON_MEMBERS,
    DIVIDENDS_PAYABLE,
    OWED_TO_MEMBERS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
    VOLUNTARY_SAVINGS,
    Account,
    Side,
    side,
)
from ledger.rules.borrowing import with_move
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.kip import Kip
from ledger.rules.lines import Fee
from ledger.rules.loan_moves import loan_move
from ledger.rules.people import MemberId
from ledger.rules.refusals import CashShort
from ledger.rules.saving_notices import TakenOut, used_up
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.transfers import Kind, Transfer
from ledger.rules.welfare_cash import FreeCash

K = TypeVar("K")
_MonthSums = dict[MemberId, Mapping[Month, Kip]]

_FEES = {Kind.ENTRY_FEE: Fee.ENTRY, Kind.PASSBOOK_FEE: Fee.PASSBOOK, Kind.MISSED_FINE: Fee.MISSED}
_PRODUCTS = {
    Kind.WITHDRAWAL: SavingsProduct.COMPULSORY,
    Kind.VOLUNTARY_WITHDRAWAL: SavingsProduct.VOLUNTARY,
}

_FINDINGS = {Kind.FOUND_OWED_BY_HER, Kind.FOUND_OWED_TO_HER, Kind.FINDING_SETTLED}


class Tally:
    """What the book holds after the lines so far.

    `facts` is the book as it then stands, in the shape that the rules ask for; it moves with every
    transfer and is not to be kept.
    """

    def __init__(self, facts: DayFacts) -> None:
        self._day = facts.day
        self._cash = facts.cash_low
        self._balances = dict(facts.balances)
        self._savings = dict(facts.savings)
        self._voluntary = dict(facts.voluntary)
        self._notices = dict(facts.notices)
        self._dividends = dict(facts.dividends)
        self._settlements, self._findings = dict(facts.settlements), dict(facts.findings)
        self._fees = dict(facts.fees_paid)
        self._loans = dict(facts.loans)
        self._claims = dict(facts.welfare.claims)
        self._costs = dict(facts.welfare.costs)
        free = facts.welfare.free_low
        self._free = None if free is None else FreeCash(facts, free)
        self._lows = dict(facts.lows)
        self._borrowings = dict(facts.borrowings)
        self._by_month: dict[Kind, _MonthSums] = {
            Kind.DEPOSIT: dict(facts.saved),
            Kind.WELFARE: dict(facts.welfare_paid),
            Kind.MISSED_FINE: dict(facts.missed_paid),
        }
        self.facts = replace(
            facts,
            balances=self._balances,
            savings=self._savings,
            voluntary=self._voluntary,
            notices=self._notices,
            dividends=self._dividends,
            settlements=self._settlements,
            findings=self._findings,
            fees_paid=self._fees,
            loans=self._loans,
            lows=self._lows,
            borrowings=self._borrowings,
            saved=self._by_month[Kind.DEPOSIT],
            welfare_paid=self._by_month[Kind.WELFARE],
            missed_paid=self._by_month[Kind.MISSED_FINE],
            welfare=replace(facts.welfare, claims=self._claims, costs=self._costs),
        )

    def take(self, transfer: Transfer, *, month: Month) -> None:
        """Move one transfer that is for a month; CashShort where the box cannot give so much.

        WelfareCashApart where what is left of it is the welfare fund's. The box is looked at on
        the day and on every later day that is already written.
        """
        kip = transfer.kip
        if transfer.credit == CASH and kip > self._cash:
            raise CashShort(day=self._day, cash=self._cash, wanted=kip)
        if self._free is not None:
            self._free.take(transfer)
        if CASH in (transfer.debit, transfer.credit):
            self._cash += kip if transfer.debit == CASH else -kip
            # These facts are this tally's own, and its sums move under them already: a new value
            # for every line would be the half of what a meeting costs.
            object.__setattr__(self.facts, "cash_low", self._cash)
        _add(self._balances, transfer.debit, _grown(transfer.debit, Side.DEBIT, kip))
        _add(self._balances, transfer.credit, _grown(transfer.credit, Side.CREDIT, kip))
        if self._lows or self._borrowings:
            self._take_own(transfer)
        if transfer.member is not None:
            self._take_member(transfer, transfer.member, month)
        self._take_loan(transfer)
        if transfer.kind is Kind.FUND_SPENT:
            _add(self._costs, transfer.debit, kip)
        if transfer.claim is not None:
            paid = replace(self._claims[transfer.claim], paid=self._day)
            self._claims[transfer.claim] = paid

    def _take_own(self, transfer: Transfer) -> None:
        """The banks, the network and the lenders, where there is anything to know of them."""
        for account, on in ((transfer.debit, Side.DEBIT), (transfer.credit, Side.CREDIT)):
            if account in self._lows:
                self._lows[account] += _grown(account, on, transfer.kip)
            if account in self._borrowings:
                moved = with_move(self._borrowings[account], transfer, day=self._day)
                self._borrowings[account] = moved

    def _take_member(self, transfer: Transfer, member: MemberId, month: Month) -> None:
        _add(self._savings, member, _on(SAVINGS, transfer))
        _add(self._voluntary, member, _on(VOLUNTARY_SAVINGS, transfer))
        _add(self._dividends, member, _on(DIVIDENDS_PAYABLE, transfer))
        if transfer.kind in _PRODUCTS and member in self._notices:
            out = TakenOut(_PRODUCTS[transfer.kind], self._day, transfer.kip)
            self._notices[member] = used_up(self._notices[member], (out,))
        _add(self._settlements, member, _on(SETTLEMENTS_PAYABLE, transfer))
        if transfer.kind in _FINDINGS:
            _add(self._findings, (CLAIMS_ON_MEMBERS, member), -_on(CLAIMS_ON_MEMBERS, transfer))
            _add(self._findings, (OWED_TO_MEMBERS, member), _on(OWED_TO_MEMBERS, transfer))
        fee = _FEES.get(transfer.kind)
        if fee is not None:
            self._fees[member] = self._fees.get(member, frozenset()) | {fee}
        sums = self._by_month.get(transfer.kind)
        if sums is not None:
            before = sums.get(member, {})
            sums[member] = {**before, month: before.get(month, 0) + transfer.kip}

    def _take_loan(self, transfer: Transfer) -> None:
        move = loan_move(transfer, day=self._day)
        if move is not None and transfer.loan is not None:
            loan = self._loans[transfer.loan]
            self._loans[transfer.loan] = replace(loan, moves=(*loan.moves, move))


def _add(sums: dict[K, Kip], key: K, kip: Kip) -> None:
    if kip:
        sums[key] = sums.get(key, 0) + kip


def _grown(account: Account, moved: Side, kip: Kip) -> Kip:
    return kip if side(account) is moved else -kip


def _on(account: Account, transfer: Transfer) -> Kip:
    return (transfer.credit == account) * transfer.kip - (transfer.debit == account) * transfer.kip
