"""Checks what one member pays in or takes out, apart from loans, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules import makers
from ledger.rules.contributions import (
    GONE,
    check_amount,
    free_of_fees,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    Fee,
    FeePaid,
    WelfarePaid,
)
from ledger.rules.missed_months import missed_fines
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import MemberNotActive, MemberUnknown, Refusal
from ledger.rules.transfers import Transfer
from ledger.rules.welfare_dues import NotInWelfare, WelfareNotKept, in_welfare


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
        raise MemberNotActive(member=found.told, status=found.status)
    return found


def welfare(line: WelfarePaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A welfare contribution, into the fund that the rules name."""
    check_amount(line.kip)
    member = member_in(facts, line.member)
    fund = facts.rulebook.welfare.fund
    if fund is None:
        raise WelfareNotKept
    if not in_welfare(facts.rulebook, member, facts.day):
        raise NotInWelfare(member=member.told, day=facts.day)
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
    if free_of_fees(facts.rulebook, member):
        rule = 0
    if line.kip != rule:
        raise FeeDiffers(fee=line.fee, rule=rule, given=line.kip)
    if line.fee is Fee.ENTRY and Fee.ENTRY in facts.fees_paid.get(member.id, frozenset()):
        raise FeeAlreadyPaid(member=member.told, fee=line.fee)
