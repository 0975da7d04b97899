"""Checks the money that is the group's own, funds, banks, costs and income, and what to write."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.accounts import ADVISERS_PAYABLE, COMMITTEE_PAYABLE, Account, Named
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.funds import low_of
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
from ledger.rules.posting_funds import (
    check_account,
    check_bank_holds,
    check_fund_holds,
    into,
    out_of,
)
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Transfer
from ledger.rules.welfare_spending import check_benefit, check_welfare_costs


@dataclass
class DecisionNeeded(Refusal):
    """By the group's rules so much (kip) is spent from a fund only by a decision with a number."""

    given: Kip
    least: Kip


@dataclass
class PayableShort(Refusal):
    """The group does not owe so much there (kip)."""

    account: Account
    owed: Kip
    given: Kip


def spent(line: Spent, facts: DayFacts) -> tuple[Transfer, ...]:
    """A cost, of one of the group's kinds."""
    check_amount(line.kip)
    check_account(facts, line.account, Named.EXPENSE)
    return (makers.spent(line.account, line.kip, place=out_of(facts, line.bank, line.kip)),)


def received(line: Received, facts: DayFacts) -> tuple[Transfer, ...]:
    """Other income, of one of the group's kinds."""
    check_amount(line.kip)
    check_account(facts, line.account, Named.INCOME)
    return (makers.received(line.account, line.kip, place=into(facts, line.bank)),)


def to_bank(line: ToBank, facts: DayFacts) -> tuple[Transfer, ...]:
    """Cash carried to one of the group's banks."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    return (makers.to_bank(line.bank, line.kip),)


def from_bank(line: FromBank, facts: DayFacts) -> tuple[Transfer, ...]:
    """Money fetched from a bank, as far as it holds any."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    check_bank_holds(facts, line.bank, line.kip)
    return (makers.from_bank(line.bank, line.kip),)


def bank_interest(line: BankInterest, facts: DayFacts) -> tuple[Transfer, ...]:
    """Interest that a bank has credited."""
    check_amount(line.kip)
    check_account(facts, line.bank, Named.BANK)
    return (makers.bank_interest(line.bank, line.kip),)


def fund_spent(line: FundSpent, facts: DayFacts) -> tuple[Transfer, ...]:
    """Money of a fund, as far as it is free; a benefit where it goes to a member.

    From the amount that the rules name on, other spending needs a decision.
    """
    check_amount(line.kip)
    check_account(facts, line.fund, Named.FUND)
    if line.member is not None:
        check_benefit(line, facts, member_of(facts, line.member))
    else:
        check_decision(line, facts)
        check_welfare_costs(line, facts)
    check_fund_holds(facts, line.fund, line.kip)
    place = out_of(facts, line.bank, line.kip)
    if line.member is not None:
        return (makers.benefit(line.fund, line.kip, member=line.member, place=place),)
    return (makers.fund_spent(line.fund, line.kip, place=place),)


def check_decision(line: FundSpent, facts: DayFacts) -> None:
    """Refuse so much money of a fund without a decision's number, where the rules ask for one."""
    least = facts.rulebook.funds.decision_from
    if least is not None and line.kip >= least and not line.decision.strip():
        raise DecisionNeeded(given=line.kip, least=least)


def fund_gift(line: FundGift, facts: DayFacts) -> tuple[Transfer, ...]:
    """What somebody gives into a fund."""
    check_amount(line.kip)
    check_account(facts, line.fund, Named.FUND)
    return (makers.fund_gift(line.fund, line.kip, place=into(facts, line.bank)),)


def seed_money(line: SeedMoney, facts: DayFacts) -> tuple[Transfer, ...]:
    """Capital that belongs to no member."""
    check_amount(line.kip)
    return (makers.seed_money(line.kip, place=into(facts, line.bank)),)


def payable_paid(line: PayablePaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """What the group owes committee, advisers or network, as far as it owes it."""
    check_amount(line.kip)
    if line.account not in {COMMITTEE_PAYABLE, ADVISERS_PAYABLE}:
        check_account(facts, line.account, Named.NETWORK)
    owed = low_of(facts, line.account)
    if line.kip > owed:
        raise PayableShort(account=line.account, owed=owed, given=line.kip)
    place = out_of(facts, line.bank, line.kip)
    return (makers.payable_paid(line.account, line.kip, place=place),)


def cash_differs(line: CashDiffers, _facts: DayFacts) -> tuple[Transfer, ...]:
    """The box and the book differ; the committee's reason is written beside it."""
    check_amount(abs(line.kip))
    if not line.reason.strip():
        raise NameMissing(what="reason")
    return (makers.cash_differs(line.kip),)
