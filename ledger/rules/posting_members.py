"""Checks what one member pays in or takes out, apart from loans, and says what is to be written."""

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.rules import makers
from ledger.rules.contributions import (
    GONE,
    check_amount,
    check_deposit,
    check_withdrawal,
    in_welfare,
    open_loans,
    welfare_since,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    Deposit,
    Fee,
    FeePaid,
    FundSpent,
    SavingsInterest,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.loans import owed_on
from ledger.rules.missed_months import MONTHS_BACK, missed_fines
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import MemberNotActive, MemberUnknown, Refusal
from ledger.rules.transfers import Transfer


@dataclass
class DepositMonthOutOfRange(Refusal):
    """A deposit is for the month of the day, or for a month she missed in the year before."""

    month: Month
    first: Month
    last: Month


@dataclass
class WelfareNotKept(Refusal):
    """The group's rules have no welfare fund."""


@dataclass
class NotInWelfare(Refusal):
    """She is not in the welfare fund on that day."""

    member: str
    day: date


@dataclass
class BenefitTooEarly(Refusal):
    """She has to be in the welfare fund for some time first; `first` is the first day for her."""

    member: str
    first: date


@dataclass
class FeeAlreadyPaid(Refusal):
    """She has paid that fee before, and it is paid once."""

    member: str
    fee: Fee


@dataclass
class FeeDiffers(Refusal):
    """The fee is another amount by the rules (kip); zero where she has none to pay."""

    fee: Fee
    rule: Kip
    given: Kip


@dataclass
class MissedFineAboveDue(Refusal):
    """She does not owe so much for missed months (kip)."""

    due: Kip
    given: Kip


@dataclass
class SavingsInterestNotAgreed(Refusal):
    """The group's rules give no interest on savings."""


def member_of(facts: DayFacts, member: MemberId) -> Member:
    """The member of that id; MemberUnknown where the register has none."""
    try:
        return facts.members[member]
    except KeyError:
        raise MemberUnknown(member=member) from None


def member_in(facts: DayFacts, member: MemberId) -> Member:
    """As `member_of`, and MemberNotActive for one who has left or died."""
    found = member_of(facts, member)
    if found.status in GONE:
        raise MemberNotActive(member=found.name, status=found.status)
    return found


def deposit(line: Deposit, facts: DayFacts) -> tuple[Transfer, ...]:
    """A deposit, for the month of the day or for an earlier one."""
    member = member_in(facts, line.member)
    this = month_of(facts.day)
    month = line.month or this
    if month != this:
        _check_month(month, facts, member)
    saved = facts.saved.get(member.id, {}).get(month, 0)
    check_deposit(facts.rulebook, member, line.kip, saved_this_month=saved)
    return (makers.deposit(member.id, line.kip),)


def _check_month(month: Month, facts: DayFacts, member: Member) -> None:
    this = month_of(facts.day)
    first = max(month_of(member.joined), month_of(facts.books_begin), this.plus(-MONTHS_BACK))
    if not first <= month < this:
        raise DepositMonthOutOfRange(month=month, first=min(first, this), last=this)


def withdrawal(line: Withdrawal, facts: DayFacts) -> tuple[Transfer, ...]:
    """Savings taken out; from one who has left, what she owes on loans is kept back."""
    member = member_of(facts, line.member)
    savings = facts.savings.get(member.id, 0)
    owed = 0
    if member.status in GONE:
        hers = open_loans(facts.loans.values()).get(member.id, ())
        owed = sum(owed_on(loan, day=facts.day).kip for loan in hers)
    check_withdrawal(facts.rulebook, member, line.kip, savings=savings, owed=owed)
    return (makers.withdrawal(member.id, line.kip),)


def welfare(line: WelfarePaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A welfare contribution, into the fund that the rules name."""
    check_amount(line.kip)
    member = member_in(facts, line.member)
    fund = facts.rulebook.welfare.fund
    if fund is None:
        raise WelfareNotKept
    if not in_welfare(facts.rulebook, member, facts.day):
        raise NotInWelfare(member=member.name, day=facts.day)
    return (makers.welfare(member.id, line.kip, fund=fund),)


def fee(line: FeePaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """The entry fee once, a passbook as often as she needs one, or fines for missed months."""
    check_amount(line.kip)
    member = member_in(facts, line.member)
    if line.fee is Fee.MISSED:
        due = missed_fines(facts, member)
        if line.kip > due:
            raise MissedFineAboveDue(due=due, given=line.kip)
    else:
        _check_fee(line, facts, member)
    return (makers.fee(member.id, line.fee, line.kip),)


def _check_fee(line: FeePaid, facts: DayFacts, member: Member) -> None:
    saving = facts.rulebook.saving
    rule = saving.entry_fee if line.fee is Fee.ENTRY else saving.passbook_fee
    if member.fee_free:
        rule = 0
    if line.kip != rule:
        raise FeeDiffers(fee=line.fee, rule=rule, given=line.kip)
    if line.fee is Fee.ENTRY and Fee.ENTRY in facts.fees_paid.get(member.id, frozenset()):
        raise FeeAlreadyPaid(member=member.name, fee=line.fee)


def savings_interest(line: SavingsInterest, facts: DayFacts) -> tuple[Transfer, ...]:
    """Interest credited to a member's savings, where the rules give any."""
    check_amount(line.kip)
    member = member_in(facts, line.member)
    if not facts.rulebook.saving.interest:
        raise SavingsInterestNotAgreed
    return (makers.savings_interest(member.id, line.kip),)


def check_benefit(line: FundSpent, facts: DayFacts, member: MemberId) -> None:
    """Refuse a benefit out of the welfare fund to one who is not, or not long enough, in it."""
    rules = facts.rulebook.welfare
    person = member_of(facts, member)
    since = welfare_since(facts.rulebook, person)
    if line.fund != rules.fund:
        return
    if since is None or since > facts.day:
        raise NotInWelfare(member=person.name, day=facts.day)
    first = since + timedelta(days=rules.waiting_days)
    if facts.day < first:
        raise BenefitTooEarly(member=person.name, first=first)
