"""When an entry may be taken back: nothing goes below zero by it, and no closed year is touched."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.rules.accounts import (
    CASH,
    CLAIMS_ON_MEMBERS,
    DIVIDENDS_PAYABLE,
    LOANS,
    LOANS_WRITTEN_OFF,
    OWED_TO_MEMBERS,
    SAVINGS,
    SETTLEMENTS_PAYABLE,
    VOLUNTARY_SAVINGS,
    Account,
    Named,
    Side,
    fund_of_loans,
    is_loans,
    loans_of,
    named_kind,
    side,
)
from ledger.rules.balances import balances
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import LAST_DAY
from ledger.rules.fund_money import check_fund
from ledger.rules.funds import AccountClosed, low_of
from ledger.rules.kip import Kip
from ledger.rules.loan_moves import principal_owed, written_off_of
from ledger.rules.people import MemberId
from ledger.rules.refusals import CashShort, DayOutsideBooks, Refusal
from ledger.rules.transfers import Entry, Kind, LoanId
from ledger.rules.welfare_cash import check_apart


@dataclass
class NotToBeTakenBack(Refusal):
    """Opening balances and closings are not taken back by a counter-entry."""

    kind: Kind


@dataclass
class WouldGoBelowZero(Refusal):
    """Taking the entry back would leave savings, a loan, a fund or a bank below zero (kip)."""

    account: Account
    member: MemberId | None
    left: Kip


_FIXED_KINDS = frozenset(
    {
        Kind.OPENING,
        Kind.CLOSING,
        Kind.ALLOCATION,
        Kind.DIVIDEND,
        Kind.REFUND,
        Kind.PASSED_ON,
        Kind.TAKEN_OVER,
        Kind.SETTLED_SAVINGS,
        Kind.SETTLED_DIVIDEND,
        Kind.EXIT_DIVIDEND,
        Kind.SETTLEMENT_COLLECTED,
    }
)
_HOLDING = frozenset({Named.FUND, Named.BANK, Named.NETWORK, Named.LENDER, Named.GROUP})


def check_counter(entry: Entry, facts: DayFacts) -> None:
    """Refuse a counter-entry that cannot stand on its day, with what would be left (kip)."""
    if not facts.first_day <= entry.day <= facts.last_day:
        raise DayOutsideBooks(day=entry.day, first=facts.first_day, last=facts.last_day)
    for transfer in entry.transfers:
        if transfer.kind in _FIXED_KINDS:
            raise NotToBeTakenBack(kind=transfer.kind)
    moved = balances(entry.transfers)
    out = -moved.get(CASH, 0)
    if out > facts.cash_low:
        raise CashShort(day=entry.day, cash=facts.cash_low, wanted=out)
    check_apart(facts, entry.transfers)
    for account, kip in moved.items():
        if account in facts.closed:
            raise AccountClosed(account=account)
        holds = named_kind(account) is not Named.FUND
        left = (low_of(facts, account) if holds else facts.balances.get(account, 0)) + kip
        if left < 0 and named_kind(account) in _HOLDING:
            raise WouldGoBelowZero(account=account, member=None, left=left)
    _check_lent_funds(moved, facts)
    _check_members(entry, facts)


def _check_lent_funds(moved: Mapping[Account, Kip], facts: DayFacts) -> None:
    """A fund keeps enough for what is lent out of it, on that day and on every later one."""
    for fund in {fund_of_loans(account) or account for account in moved}:
        if named_kind(fund) is Named.FUND:
            out = moved.get(loans_of(fund), 0) - moved.get(fund, 0)
            if out > 0:
                check_fund(facts, fund, out)


def _check_members(entry: Entry, facts: DayFacts) -> None:
    owed: defaultdict[LoanId, Kip] = defaultdict(int)
    for t in entry.transfers:
        if t.loan is not None:
            owed[t.loan] += is_loans(t.debit) * t.kip - is_loans(t.credit) * t.kip
    for account, had in _hers(facts).items():
        for member, moved in _of_members(entry, account).items():
            kip = moved if side(account) is Side.CREDIT else -moved
            left = had.get(member, 0) + kip
            if kip < 0 and left < 0:
                raise WouldGoBelowZero(account=account, member=member, left=left)
    for loan, kip in owed.items():
        moves = facts.loans[loan].moves if loan in facts.loans else ()
        left = principal_owed(moves) + kip
        if kip < 0 and left < 0:
            raise WouldGoBelowZero(account=LOANS, member=None, left=left)
    _check_lost(entry, facts)


def _hers(facts: DayFacts) -> Mapping[Account, Mapping[MemberId, Kip]]:
    """What members have, are owed or owe on the accounts that never go below zero for one."""
    found = facts.findings.items()
    return {
        SAVINGS: facts.savings,
        VOLUNTARY_SAVINGS: facts.voluntary,
        DIVIDENDS_PAYABLE: facts.dividends,
        SETTLEMENTS_PAYABLE: facts.settlements,
        CLAIMS_ON_MEMBERS: {m: kip for (a, m), kip in found if a == CLAIMS_ON_MEMBERS},
        OWED_TO_MEMBERS: {m: kip for (a, m), kip in found if a == OWED_TO_MEMBERS},
    }


def _of_members(entry: Entry, account: Account) -> dict[MemberId, Kip]:
    """What the entry adds to each member's part of an account, in kip."""
    moved: defaultdict[MemberId, Kip] = defaultdict(int)
    for t in entry.transfers:
        if t.member is not None:
            moved[t.member] += (t.credit == account) * t.kip - (t.debit == account) * t.kip
    return moved


def _check_lost(entry: Entry, facts: DayFacts) -> None:
    """A write-off stays while something that came back of it stands on it."""
    for t in entry.transfers:
        if t.loan is not None and t.kind is Kind.WRITTEN_OFF:
            moves = facts.loans[t.loan].moves if t.loan in facts.loans else ()
            lost, back = written_off_of(moves, LAST_DAY)
            if lost - t.kip < back:
                raise WouldGoBelowZero(account=LOANS_WRITTEN_OFF, member=None, left=-back)
