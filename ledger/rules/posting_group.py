"""Checks the money that is the group's own, funds, banks, costs and income, and what to write."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.fund_money import check_fund
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    FromBank,
    FundGift,
    FundSpent,
    PayablePaid,
    Received,
    SeedMoney,
    Spent,
    ToBank,
)
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Transfer
from ledger.rules.welfare_spending import check_benefit, check_welfare_costs


@dataclass
class AccountNotOurs(Refusal):
    """The group has no account of that number for this; `kind` is what it would have to be."""

    account: Account
    kind: Named


@dataclass
class FundShort(Refusal):
    """There is not so much in the fund (kip)."""

    fund: Account
    balance: Kip
    given: Kip


@dataclass
class BankShort(Refusal):
    """There is not so much in the bank (kip)."""

    bank: Account
    balance: Kip
    given: Kip


@dataclass
class PayableShort(Refusal):
    """The group does not owe so much there (kip)."""

    account: Account
    owed: Kip
    given: Kip


def check_account(facts: DayFacts, account: Account, kind: Named) -> None:
    """Refuse an account that is not one of the group's own of that kind."""
    if named_kind(account) is not kind or facts.rulebook.named(account) is None:
        raise AccountNotOurs(account=account, kind=kind)


def spent(line: Spent, facts: DayFacts) -> tuple[Transfer, ...]:
    """A cost, of one of the group's kinds."""
    check_amount(line.kip)
    check_account(facts, line.account, Named.EXPENSE)
    return (makers.spent(line.account, line.kip),)


def received(line: Received, facts: DayFacts) -> tuple[Transfer, ...]:
    """Other income, of one of the group's kinds."""
    check_amount(line.kip)
    check_account(facts, line.account, Named.INCOME)
    return (makers.received(line.account, line.kip),)


def to_bank(line: ToBank, facts: DayFacts) -> tuple[Transfer, ...]:
    """Cash carried to one of the group's banks."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    return (makers.to_bank(line.bank, line.kip),)


def from_bank(line: FromBank, facts: DayFacts) -> tuple[Transfer, ...]:
    """Money fetched from a bank, as far as it holds any."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    balance = facts.balances.get(line.bank, 0)
    if line.kip > balance:
        raise BankShort(bank=line.bank, balance=balance, given=line.kip)
    return (makers.from_bank(line.bank, line.kip),)


def bank_interest(line: BankInterest, facts: DayFacts) -> tuple[Transfer, ...]:
    """Interest that a bank has credited."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    return (makers.bank_interest(line.bank, line.kip),)


def fund_spent(line: FundSpent, facts: DayFacts) -> tuple[Transfer, ...]:
    """Money of a fund, as far as it holds any; a benefit where it goes to a member."""
    check_amount(line.kip)
    check_account(facts, line.fund, Named.FUND)
    if line.member is not None:
        check_benefit(line, facts, member_of(facts, line.member))
    else:
        check_welfare_costs(line, facts)
    balance = facts.balances.get(line.fund, 0)
    if line.kip > balance:
        raise FundShort(fund=line.fund, balance=balance, given=line.kip)
    check_fund(facts, line.fund, line.kip)
    if line.member is not None:
        return (makers.benefit(line.fund, line.kip, member=line.member),)
    return (makers.fund_spent(line.fund, line.kip),)


def fund_gift(line: FundGift, facts: DayFacts) -> tuple[Transfer, ...]:
    """Cash that somebody gives into a fund."""
    check_amount(line.kip)
    check_account(facts, line.fund, Named.FUND)
    return (makers.fund_gift(line.fund, line.kip),)


def seed_money(line: SeedMoney, _facts: DayFacts) -> tuple[Transfer, ...]:
    """Capital that belongs to no member."""
    check_amount(line.kip)
    return (makers.seed_money(line.kip),)


def payable_paid(line: PayablePaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """What the group owes committee, advisers or network, as far as it owes it."""
    check_amount(line.kip)
    if line.account not in {COMMITTEE_PAYABLE, ADVISERS_PAYABLE}:
        check_account(facts, line.account, Named.NETWORK)
    owed = facts.balances.get(line.account, 0)
    if line.kip > owed:
        raise PayableShort(account=line.account, owed=owed, given=line.kip)
    return (makers.payable_paid(line.account, line.kip),)


def cash_differs(line: CashDiffers, _facts: DayFacts) -> tuple[Transfer, ...]:
    """The box and the book differ; the committee's reason is written beside it."""
    check_amount(abs(line.kip))
    if not line.reason.strip():
        raise NameMissing(what="reason")
    return (makers.cash_differs(line.kip),)
