"""Checks what is paid to those who left the group, or to the families of those who died."""

from dataclasses import dataclass

from ledger.rules.accounts import CASH, SETTLEMENTS_PAYABLE
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Kind, Transfer


@dataclass
class SettlementShort(Refusal):
    """The group does not owe so much (kip) to her who left, or to her family."""

    owed: Kip
    given: Kip


def settlement_paid(line: SettlementPaid, facts: DayFacts) -> tuple[Transfer, ...]:
    """A settlement, or part of it, in cash; whoever took the money is named."""
    check_amount(line.kip)
    member = member_of(facts, line.member)
    owed = facts.settlements.get(member.id, 0)
    if line.kip > owed:
        raise SettlementShort(owed=owed, given=line.kip)
    if not line.name.strip():
        raise NameMissing(what="payee")
    return (Transfer(Kind.SETTLEMENT_PAID, SETTLEMENTS_PAYABLE, CASH, line.kip, member=member.id),)
