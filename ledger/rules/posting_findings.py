"""Checks what was found out later about a closed year, and says what is to be written."""

from dataclasses import dataclass

from ledger.rules.accounts import CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS, Account, Named
from ledger.rules.contributions import check_amount
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.people import Member, MemberId
from ledger.rules.posting_funds import check_account, check_fund_holds, into, out_of
from ledger.rules.posting_members import member_of
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.transfers import Kind, Transfer


@dataclass
class YearNotClosed(Refusal):
    """The year is not closed; what is wrong in it is set right by a counter-entry."""

    year: int


@dataclass
class AgainstNobody(Refusal):
    """A later finding names neither the fund nor the member that it is booked against."""


@dataclass
class BankInVain(Refusal):
    """What is only between a fund and a member moves no money of a bank."""


@dataclass
class FindingShort(Refusal):
    """Not so much is open from later findings (kip); `by_her` where it is what she owes."""

    open: Kip
    given: Kip
    by_her: bool


@dataclass
class FindingOpen(Refusal):
    """What was found later with a member (kip) is paid before anything is settled with her."""

    member: str
    kip: Kip


def check_nothing_found(facts: DayFacts, her: Member) -> None:
    """Refuse while anything of a later finding is open with a member."""
    open_kip = sum(kip for (_, member), kip in facts.findings.items() if member == her.id)
    if open_kip:
        raise FindingOpen(member=her.told, kip=open_kip)


def later_finding(line: LaterFinding, facts: DayFacts) -> tuple[Transfer, ...]:
    """A difference of a closed year, booked today against the fund or person named."""
    check_amount(line.kip)
    if line.year not in facts.closed_years:
        raise YearNotClosed(year=line.year)
    if not line.decision.strip():
        raise NameMissing(what="decision")
    if line.fund is not None:
        check_account(facts, line.fund, Named.FUND)
    if line.member is not None:
        member_of(facts, line.member)
    kind, debit, credit = _sides(line, facts)
    if debit == line.fund:
        check_fund_holds(facts, line.fund, line.kip)
    return (Transfer(kind, debit, credit, line.kip, member=line.member),)


def finding_paid_in(line: FindingPaidIn, facts: DayFacts) -> tuple[Transfer, ...]:
    """What a member owes from a later finding, or a part of it, as she brings it."""
    _check_open(facts, CLAIMS_ON_MEMBERS, line.member, line.kip)
    place = into(facts, line.bank)
    kind = Kind.FINDING_SETTLED
    return (Transfer(kind, place, CLAIMS_ON_MEMBERS, line.kip, member=line.member),)


def finding_paid_out(line: FindingPaidOut, facts: DayFacts) -> tuple[Transfer, ...]:
    """What the group owes a member from a later finding, or a part of it, as she gets it."""
    _check_open(facts, OWED_TO_MEMBERS, line.member, line.kip)
    place = out_of(facts, line.bank, line.kip)
    return (Transfer(Kind.FINDING_SETTLED, OWED_TO_MEMBERS, place, line.kip, member=line.member),)


def kind_of(line: LaterFinding) -> Kind:
    """What a later finding is called, by whom it is booked against."""
    if line.member is None:
        return Kind.LATER_FINDING
    # Between a fund and her, what the fund gets is what she owes.
    owed_to_her = line.more is (line.fund is None)
    return Kind.FOUND_OWED_TO_HER if owed_to_her else Kind.FOUND_OWED_BY_HER


def _sides(line: LaterFinding, facts: DayFacts) -> tuple[Kind, Account, Account]:
    """What the finding is, the account it is debited to, and the one it is credited to."""
    kind = kind_of(line)
    if line.member is None:
        if line.fund is None:
            raise AgainstNobody
        place = _place(line, facts)
        return (kind, place, line.fund) if line.more else (kind, line.fund, place)
    other = _place(line, facts) if line.fund is None else line.fund
    if line.fund is not None and line.bank is not None:
        raise BankInVain
    if kind is Kind.FOUND_OWED_TO_HER:
        return kind, other, OWED_TO_MEMBERS
    return kind, CLAIMS_ON_MEMBERS, other


def _place(line: LaterFinding, facts: DayFacts) -> Account:
    return into(facts, line.bank) if line.more else out_of(facts, line.bank, line.kip)


def _check_open(facts: DayFacts, account: Account, member: MemberId, kip: Kip) -> None:
    check_amount(kip)
    member_of(facts, member)
    open_kip = facts.findings.get((account, member), 0)
    if kip > open_kip:
        raise FindingShort(open=open_kip, given=kip, by_her=account == CLAIMS_ON_MEMBERS)
