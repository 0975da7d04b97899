"""The committee: how long an office lasts, and how one committee hands over to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.days import add_months, day_before
from ledger.rules.people import Officer, OfficerId, Role
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.set_up import CommitteeTooSmall


@dataclass(frozen=True, slots=True)
class Election:
    """Who goes and who comes on one day, by the meeting's decision of that number.

    Who is elected again goes and comes. `handed_by` and `taken_by` are the two who went through
    the hand-over sheet together: one who was in office before, one who is afterwards.
    """

    day: date
    decision: str
    goes: tuple[OfficerId, ...]
    comes: tuple[Officer, ...]
    handed_by: str = ""
    taken_by: str = ""


@dataclass
class NotInOffice(Refusal):
    """Somebody who is not in office on that day cannot leave it, or hand it over."""

    name: str
    day: date


@dataclass
class NobodyChanges(Refusal):
    """An election in which nobody goes and nobody comes."""


@dataclass
class HandedToOneself(Refusal):
    """The hand-over is confirmed by two people, one of each side, and this was one alone."""

    name: str


def serving(officers: Iterable[Officer], day: date) -> tuple[Officer, ...]:
    """Who is in office on a day, advisers too."""
    return tuple(officer for officer in officers if officer.serves(day))


def committee_of(officers: Iterable[Officer], day: date) -> tuple[Officer, ...]:
    """The committee of a day, without the advisers, who come from outside."""
    return tuple(o for o in serving(officers, day) if o.role is not Role.ADVISER)


def advisers_of(officers: Iterable[Officer], day: date) -> tuple[Officer, ...]:
    """The advisers of a day."""
    return tuple(o for o in serving(officers, day) if o.role is Role.ADVISER)


def term_end(officer: Officer, term_years: int) -> date | None:
    """The last day of her term; nothing where offices have no end, or her first day is unknown.

    Advisers are asked, not elected: they have no term.
    """
    if not term_years or officer.since is None or officer.role is Role.ADVISER:
        return None
    return day_before(add_months(officer.since, 12 * term_years))


def terms_over(officers: Iterable[Officer], term_years: int, day: date) -> tuple[Officer, ...]:
    """Who is still in office on a day though her term has run out."""
    over = []
    for officer in serving(officers, day):
        end = term_end(officer, term_years)
        if end is not None and end < day:
            over.append(officer)
    return tuple(over)


def after_election(officers: Iterable[Officer], election: Election) -> tuple[Officer, ...]:
    """All officers as they are written afterwards; those who come are numbered on."""
    last = day_before(election.day)
    known = list(officers)
    goes = set(election.goes)
    kept = [replace(o, until=last) if o.id in goes else o for o in known]
    free = max((o.id for o in known), default=0)
    come = [
        replace(officer, id=OfficerId(free + place), since=election.day, until=None)
        for place, officer in enumerate(election.comes, start=1)
    ]
    return (*kept, *come)


def check_election(officers: Iterable[Officer], election: Election, *, signatures: int) -> None:
    """Refuse an election that leaves the group without a committee, or was not handed over.

    `signatures` is how many must be left who sign a closing.
    """
    officers = tuple(officers)
    if not election.decision.strip():
        raise NameMissing(what="decision")
    if not election.goes and not election.comes:
        raise NobodyChanges
    if any(not officer.name.strip() for officer in election.comes):
        raise NameMissing(what="officer")
    before = {officer.id: officer for officer in serving(officers, day_before(election.day))}
    for officer in election.goes:
        if officer not in before:
            name = next((o.name for o in officers if o.id == officer), "")
            raise NotInOffice(name=name, day=election.day)
    after = committee_of(after_election(officers, election), election.day)
    if len(after) < signatures:
        raise CommitteeTooSmall(given=len(after), needed=signatures)
    _check_hands(election, {o.name for o in before.values()}, {o.name for o in after})


def _check_hands(election: Election, before: set[str], after: set[str]) -> None:
    if not election.handed_by.strip() or not election.taken_by.strip():
        raise NameMissing(what="hand_over")
    if election.handed_by == election.taken_by:
        raise HandedToOneself(name=election.handed_by)
    for name, among in ((election.handed_by, before), (election.taken_by, after)):
        if name not in among:
            raise NotInOffice(name=name, day=election.day)
