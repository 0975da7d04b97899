"""What the register asks of each member: a name, a number of her own, parts that add up."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.kip import WHOLE, BasisPoints
from ledger.rules.people import Member, Status
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.rulebook import Rulebook, SavingMode
from ledger.rules.set_up import MemberNumberTaken


@dataclass
class BeneficiariesNotWhole(Refusal):
    """The parts of a member's beneficiaries do not make 100.00 %: they make `total`."""

    total: BasisPoints


@dataclass
class BeneficiariesTooMany(Refusal):
    """More people are named to be paid when she dies than the rules allow."""

    given: int
    most: int


@dataclass
class SharesOutOfRange(Refusal):
    """A member's monthly number of shares is not one that the rules allow."""

    given: int
    least: int
    most: int


@dataclass
class StatusByAct(Refusal):
    """Whether somebody is a member does not change like her telephone number.

    Leave, exit, death and coming back are acts of their own, with their decisions.
    """

    member: str
    status: Status


def check_same_standing(member: Member, before: Member) -> None:
    """Refuse new facts of a member that would make her go, come back, or be on leave."""
    if member.status is not before.status:
        raise StatusByAct(member=before.told, status=before.status)


def check_member(member: Member, *, others: Iterable[Member], rulebook: Rulebook) -> None:
    """Refuse a line without name or number, with a number taken, or with parts not 100.00 %."""
    if not member.name.strip() or not member.number.strip():
        raise NameMissing(what="member")
    if any(other.number == member.number for other in others):
        raise MemberNumberTaken(number=member.number)
    total = sum(b.part for b in member.beneficiaries)
    if member.beneficiaries and total != WHOLE:
        raise BeneficiariesNotWhole(total=total)
    most = rulebook.people.beneficiaries_max
    if len(member.beneficiaries) > most:
        raise BeneficiariesTooMany(given=len(member.beneficiaries), most=most)
    saving = rulebook.saving
    by_shares = saving.mode is SavingMode.SHARES and member.shares
    if by_shares and not saving.shares_min <= member.shares <= saving.shares_max:
        raise SharesOutOfRange(given=member.shares, least=saving.shares_min, most=saving.shares_max)
