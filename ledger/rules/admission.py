"""Who may join, and what becomes of those who have asked to."""

from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from ledger.rules.people import Member, MemberId
from ledger.rules.people_rules import PeopleRules
from ledger.rules.refusals import NameMissing, Refusal

CandidateId = NewType("CandidateId", int)
NOBODY = MemberId(0)
_ADULT = 15
"""Until this age, in years, somebody grown up answers for a member."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has asked to join. `person` is what she would be in the register.

    `lives_here` says whether she is of the village.
    """

    id: CandidateId
    day: date
    person: Member
    lives_here: bool = True


@dataclass(frozen=True, slots=True)
class Admission:
    """What the meeting decided on a candidate; `member` is who she became where it said yes."""

    candidate: CandidateId
    day: date
    decision: str
    approved: bool
    reason: str = ""
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A candidate with what was decided on her, if anything was."""

    candidate: Candidate
    admission: Admission | None = field(default=None)


@dataclass
class NotOfTheVillage(Refusal):
    """Only people of the village may join by the rules."""

    name: str


@dataclass
class TooYoung(Refusal):
    """She is younger (years) than the rules ask for."""

    name: str
    age: int
    least: int


@dataclass
class GuardianMissing(Refusal):
    """A child joins, and nobody grown up is written down who answers for her."""

    name: str


@dataclass
class ApprovalMissing(Refusal):
    """By the rules a meeting decides on each new member; the number of its decision is missing."""

    name: str


@dataclass
class AlreadyDecided(Refusal):
    """The meeting has decided on this candidate before."""

    name: str
    decision: str


@dataclass
class CandidateUnknown(Refusal):
    """Nobody of that number has asked to join."""

    candidate: CandidateId


def check_joins(rules: PeopleRules, person: Member, *, day: date, lives_here: bool = True) -> None:
    """Refuse somebody who may not join; an age is reckoned only where the year of birth is known.

    Raises NotOfTheVillage, TooYoung or GuardianMissing.
    """
    if rules.village_only and not lives_here:
        raise NotOfTheVillage(name=person.name)
    year = person.birth_year if person.born is None else person.born.year
    if year is not None:
        age = day.year - year
        if age < rules.age_min:
            raise TooYoung(name=person.name, age=age, least=rules.age_min)
        if age < _ADULT and not person.guardian.strip():
            raise GuardianMissing(name=person.name)
    if person.pupil and not person.guardian.strip():
        raise GuardianMissing(name=person.name)


def check_approved(rules: PeopleRules, person: Member, decision: str) -> None:
    """Refuse a new member without the meeting's decision where the rules ask for one."""
    if rules.approval and not decision.strip():
        raise ApprovalMissing(name=person.name)


def check_candidate(rules: PeopleRules, candidate: Candidate) -> None:
    """Refuse a candidate without a name, and one who may not join by the rules."""
    if not candidate.person.name.strip():
        raise NameMissing(what="candidate")
    check_joins(rules, candidate.person, day=candidate.day, lives_here=candidate.lives_here)


def check_admission(asked: Asked, admission: Admission) -> None:
    """Refuse a second decision, one without its number, and a no without its reason."""
    if asked.admission is not None:
        raise AlreadyDecided(name=asked.candidate.person.name, decision=asked.admission.decision)
    if not admission.decision.strip():
        raise NameMissing(what="decision")
    if not admission.approved and not admission.reason.strip():
        raise NameMissing(what="reason")
