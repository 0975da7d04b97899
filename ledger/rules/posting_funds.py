"""Checks what moves between funds, network, bank and lenders, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers_funds
from ledger.rules.accounts import CASH, Account, Named, named_kind
from ledger.rules.borrowing import (
    Borrowing,
    BorrowingReceived,
    is_received,
    split_payment,
)
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import check_fund, free_of, lent_from
from ledger.rules.funds import AccountClosed, low_of
from ledger.rules.kip import Kip
from ledger.rules.lines_funds import (
    BankFee,
    Borrowed,
    FundMoved,
    GroupLent,
    GroupPaid,
    LenderPaid,
    NetworkDue,
)
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.transfers import Transfer


@dataclass
class AccountNotOurs(Refusal):
    """The group has no account of that number for this; `kind` is what it would have to be."""

    account: Account
    kind: Named


@dataclass
class FundShort(Refusal):
    """There is not so much free in the fund on that day or a later one (kip)."""

    fund: Account
    balance: Kip
    given: Kip


@dataclass
class BankShort(Refusal):
    """There is not so much in the bank on that day or a later one (kip)."""

    bank: Account
    balance: Kip
    given: Kip


@dataclass
class SameFund(Refusal):
    """Money cannot go from a fund into itself."""

    fund: Account


@dataclass
class NotAsAgreed(Refusal):
    """The money of a lender, or for another group, moves whole, as it was agreed (kip)."""

    lender: Account
    given: Kip
    agreed: Kip


def check_account(facts: DayFacts, account: Account, kind: Named) -> None:
    """Refuse an account that is not one of the group's own of that kind, or that was closed."""
    if named_kind(account) is not kind or facts.rulebook.named(account) is None:
        raise AccountNotOurs(account=account, kind=kind)
    if account in facts.closed:
        raise AccountClosed(account=account)


def check_fund_holds(facts: DayFacts, fund: Account, kip: Kip) -> None:
    """Refuse more than is free in a fund."""
    balance = facts.balances.get(fund, 0)
    if kip > balance:
        raise FundShort(fund=fund, balance=balance, given=kip)
    if not lent_from(facts.balances, fund) and kip > free_of(facts, fund):
        raise FundShort(fund=fund, balance=free_of(facts, fund), given=kip)
    check_fund(facts, fund, kip)


def check_bank_holds(facts: DayFacts, bank: Account, kip: Kip) -> None:
    """Refuse more than a bank holds."""
    low = low_of(facts, bank)
    if kip > low:
        raise BankShort(bank=bank, balance=low, given=kip)


def out_of(facts: DayFacts, bank: Account | None, kip: Kip) -> Account:
    """Where money of the group comes from: the cash box, or a bank that holds so much."""
    if bank is None:
        return CASH
    check_account(facts, bank, Named.BANK)
    check_bank_holds(facts, bank, kip)
    return bank


def into(facts: DayFacts, bank: Account | None) -> Account:
    """Where money comes in: the cash box, or one of the group's banks."""
    if bank is None:
        return CASH
    check_account(facts, bank, Named.BANK)
    return bank


def fund_moved(line: FundMoved, facts: DayFacts) -> tuple[Transfer, ...]:
    """Money of one fund to another, as far as it is free; always by a decision."""
    check_amount(line.kip)
    for fund in (line.fund, line.to):
        check_account(facts, fund, Named.FUND)
    if line.fund == line.to:
        raise SameFund(fund=line.fund)
    if not line.decision.strip():
        raise NameMissing(what="decision")
    check_fund_holds(facts, line.fund, line.kip)
    return (makers_funds.fund_moved(line.fund, line.to, line.kip),)


def bank_fee(line: BankFee, facts: DayFacts) -> tuple[Transfer, ...]:
    """A fee that a bank has taken, as far as it holds any."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    check_bank_holds(facts, line.bank, line.kip)
    return (makers_funds.bank_fee(line.bank, line.kip),)


def network_due(line: NetworkDue, facts: DayFacts) -> tuple[Transfer, ...]:
    """A contribution that is owed to a body of the network from now on."""
    check_amount(line.kip)
    check_account(facts, line.account, Named.NETWORK)
    return (makers_funds.network_due(line.account, line.kip),)


def borrowed(line: Borrowed, facts: DayFacts) -> tuple[Transfer, ...]:
    """The money of an agreed borrowing, once, and not before it was agreed."""
    borrowing = _agreed(facts, line.lender, Named.LENDER)
    _check_whole(facts, borrowing, line.kip)
    place = into(facts, line.bank)
    return (makers_funds.borrowed(line.lender, borrowing.kip, place=place),)


def lender_paid(line: LenderPaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A payment to a lender: the interest that is due, then principal, never more than is owed."""
    check_amount(line.kip)
    split = split_payment(_agreed(facts, line.lender, Named.LENDER), line.kip, day=facts.day)
    place = out_of(facts, line.bank, line.kip)
    return makers_funds.lender_paid(line.lender, split, place=place)


def group_lent(line: GroupLent, facts: DayFacts) -> tuple[Transfer, ...]:
    """The money that was agreed with another group, once, and not before it was agreed."""
    agreed = _agreed(facts, line.account, Named.GROUP)
    _check_whole(facts, agreed, line.kip)
    place = out_of(facts, line.bank, line.kip)
    return (makers_funds.group_lent(line.account, agreed.kip, place=place),)


def group_paid(line: GroupPaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """Another group pays: the interest that is due, then principal, never more than it owes."""
    check_amount(line.kip)
    agreed = _agreed(facts, line.account, Named.GROUP)
    split = split_payment(agreed, line.kip, day=facts.day)
    return makers_funds.group_paid(line.account, split, place=into(facts, line.bank))


def _check_whole(facts: DayFacts, agreed: Borrowing, kip: Kip) -> None:
    """Refuse money that has moved before, that was not agreed by that day, or not so much of it."""
    if is_received(agreed):
        raise BorrowingReceived(lender=agreed.account)
    if facts.day < agreed.day:
        raise DayOutsideBooks(day=facts.day, first=agreed.day, last=facts.last_day)
    if kip != agreed.kip:
        raise NotAsAgreed(lender=agreed.account, given=kip, agreed=agreed.kip)


def _agreed(facts: DayFacts, account: Account, kind: Named) -> Borrowing:
    check_account(facts, account, kind)
    found = facts.borrowings.get(account)
    if found is None:
        raise AccountNotOurs(account=account, kind=kind)
    return found
