"""Checks what one member saves and takes out, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.contributions import (
    GONE,
    check_amount,
    check_deposit,
    check_voluntary,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.lines import Deposit, SavingsInterest, Withdrawal
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.missed_months import rules_of_month
from ledger.rules.people import Member
from ledger.rules.posting_members import member_in, member_of
from ledger.rules.refusals import Refusal
from ledger.rules.saving_months import months_open
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.transfers import Transfer
from ledger.rules.withdrawals import check_withdrawal, owed_by


@dataclass
class DepositMonthOutOfRange(Refusal):
    """A deposit is for a month from `first` to `last`: missed ones, and those to come if agreed."""

    month: Month
    first: Month
    last: Month


@dataclass
class SavingsInterestNotAgreed(Refusal):
    """The group's rules give no interest on savings."""


def deposit(line: Deposit, facts: DayFacts) -> tuple[Transfer, ...]:
    """A deposit, for the month of the day, an earlier one, or one to come."""
    member = member_in(facts, line.member)
    this = month_of(facts.day)
    month = line.month or this
    if month != this:
        _check_month(month, facts, member)
    saved = facts.saved.get(member.id, {}).get(month, 0)
    rules = rules_of_month(facts, month)
    check_deposit(rules, member, line.kip, saved_this_month=saved, month=month)
    return (makers.deposit(member.id, line.kip),)


def _check_month(month: Month, facts: DayFacts, member: Member) -> None:
    months = months_open(facts, member)
    if month not in months:
        raise DepositMonthOutOfRange(month=month, first=months[0], last=months[-1])


def withdrawal(line: Withdrawal, facts: DayFacts) -> tuple[Transfer, ...]:
    """Savings taken out; from one who has left, what she owes on loans is kept back."""
    _check_out(line, facts, SavingsProduct.COMPULSORY)
    return (makers.withdrawal(line.member, line.kip),)


def voluntary_deposit(line: VoluntaryDeposit, facts: DayFacts) -> tuple[Transfer, ...]:
    """Voluntary savings, where the rules have them."""
    member = member_in(facts, line.member)
    check_voluntary(facts.rulebook.voluntary, line.kip)
    return (makers.voluntary_deposit(member.id, line.kip),)


def voluntary_withdrawal(line: VoluntaryWithdrawal, facts: DayFacts) -> tuple[Transfer, ...]:
    """Voluntary savings taken out, by their own rules."""
    _check_out(line, facts, SavingsProduct.VOLUNTARY)
    return (makers.voluntary_withdrawal(line.member, line.kip),)


def _check_out(
    line: Withdrawal | VoluntaryWithdrawal, facts: DayFacts, product: SavingsProduct
) -> None:
    member = member_of(facts, line.member)
    saved = {
        SavingsProduct.COMPULSORY: facts.savings.get(member.id, 0),
        SavingsProduct.VOLUNTARY: facts.voluntary.get(member.id, 0),
    }
    check_withdrawal(
        facts.rulebook,
        member,
        line.kip,
        savings=saved[product],
        owed=owed_by(facts, member.id) if member.status in GONE else 0,
        product=product,
        beside=sum(saved.values()) - saved[product],
        notices=facts.notices.get(member.id, ()),
        day=facts.day,
    )


def savings_interest(line: SavingsInterest, facts: DayFacts) -> tuple[Transfer, ...]:
    """Interest credited to a member's savings, where the rules give any."""
    check_amount(line.kip)
    member = member_in(facts, line.member)
    if not facts.rulebook.saving.interest:
        raise SavingsInterestNotAgreed
    return (makers.savings_interest(member.id, line.kip),)
