"""The people of the group: its members, and the officers who keep its book."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from ledger.rules.kip import BasisPoints, Kip

MemberId = NewType("MemberId", int)
OfficerId = NewType("OfficerId", int)


class Sex(StrEnum):
    """As the network's sheet counts members; nobody has to say."""

    FEMALE = "female"
    MALE = "male"
    UNSAID = "unsaid"


class Status(StrEnum):
    """Where a member stands with the group."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    LEFT = "left"
    DIED = "died"


class Role(StrEnum):
    """What an officer has been elected to do."""

    PRESIDENT = "president"
    VICE_PRESIDENT = "vice_president"
    ACCOUNTANT = "accountant"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    MEMBER = "committee_member"
    AUDITOR = "auditor"
    ADVISER = "adviser"


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Who is paid when a member dies, and what part of it (basis points of the whole)."""

    name: str
    part: BasisPoints
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One person who saves with the group, as the register has her on one day.

    `promise` is what she has promised to save each month, in kip, where the group's rules ask for
    a fixed promise; `shares` is the number of shares she saves each month, where they ask for
    shares. `welfare_since` is empty while she is not in the welfare fund; `welfare_until` is the
    last day on which she was in it, if she has left it. `born` is asked for where a benefit goes
    by age; `birth_year` where only the year is known. `guardian` is the grown-up who answers for
    a child.
    """

    id: MemberId
    number: str
    name: str
    joined: date
    title: str = ""
    sex: Sex = Sex.UNSAID
    household: str = ""
    village_unit: str = ""
    phone: str = ""
    status: Status = Status.ACTIVE
    welfare_since: date | None = None
    promise: Kip = 0
    shares: int = 0
    fee_free: bool = False
    beneficiaries: tuple[Beneficiary, ...] = ()
    welfare_until: date | None = None
    born: date | None = None
    birth_year: int | None = None
    pupil: bool = False
    guardian: str = ""

    @property
    def told(self) -> str:
        """Her number and name, as a refusal tells her from another of the same name."""
        return f"{self.number} {self.name}"


def households_of(members: Iterable[Member]) -> int:
    """How many households they come from: each that is written down counts once."""
    return len({member.household.strip() for member in members} - {""})


@dataclass(frozen=True, slots=True)
class Officer:
    """One person of the committee, or an adviser; `weight` is hers where a pool goes by weight."""

    id: OfficerId
    name: str
    role: Role
    member: MemberId | None = None
    weight: int = 1
    since: date | None = None
    until: date | None = None

    def serves(self, day: date) -> bool:
        """Whether she is in office on a day; the first and the last of her days count."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is doing something to the book. Every act carries one.

    `beside` is the second officer who agrees to what she does, where it takes two. `once` is the
    one-time key of the form, sheet or command that she sends the act by: what is sent twice by the
    same one is written once. Empty where nothing can send it twice.
    """

    id: OfficerId
    name: str
    role: Role
    beside: "Actor | None" = None
    once: str = field(default="", compare=False)


SET_UP = Actor(id=OfficerId(0), name="", role=Role.ACCOUNTANT)
"""Whoever sets the book up, before the group has entered its committee."""
